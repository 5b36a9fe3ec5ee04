"""What goes wrong on a first day: wrong folder, wrong file name, a filled book as template, a week half covered."""

import os
import shutil
import subprocess
import sys

import pytest

from opsbook.features.daily.metrics import METRIC
from opsbook.formulas.node import Name
from opsbook.formulas.value import compile_value
from opsbook.hosts.files.host import FilesHost
from opsbook.metrics.formula import formula
from support import inbox
from support.cells import MemoryCells
from support.house import matching, open_book
from support.sources import ROOT


def test_an_empty_inbox_is_a_problem(book, tmp_path, run):
    """A folder without exports is said to be one, with exit 1, so that a wrong folder never looks like success."""
    (tmp_path / "empty").mkdir()
    answer = run("daily", book, tmp_path / "empty")
    assert answer.code == 1
    assert "这里没有可导入的文件" in answer.err


@pytest.mark.parametrize("name", ["book.xls", "book.csv"])
def test_a_workbook_has_a_workbooks_name(name, tmp_path, run):
    """Another ending is refused and nothing is written under it."""
    answer = run("new", tmp_path / name, "--shop", "甲", "--year", "2026")
    assert (answer.code, (tmp_path / name).exists()) == (2, False)
    assert ".xlsx" in answer.err


def test_a_filled_book_as_template_gives_its_form_only(demo, tmp_path, run):
    """The new shop's book holds none of the other shop's days, sources, goals or import records."""
    other = shutil.copy(demo, tmp_path / "team.xlsx")
    assert run("new", tmp_path / "mine.xlsx", "--shop", "新店", "--year", "2026", "--template", other).code == 0
    workbook = open_book(FilesHost(tmp_path / "mine.xlsx"))
    assert [value for value in workbook.columns("ShopDay")["gmv"] if value not in (None, "")] == []
    assert [value for value in workbook.columns("GoalDay")["lock"] if value is not None] == []
    assert [value for value in workbook.columns("SourceDay")["visitors"] if value is not None] == []
    assert [value for value in workbook.columns("Imports")["file"] if value is not None] == []
    assert len(workbook.columns("ShopDay")["date"]) == 365 + 365


@pytest.mark.parametrize(("spend", "expected"), [((100, 50), 2.0), ((100, None), ""), ((None, None), "")], ids=str)
def test_a_ratio_over_days_needs_the_same_days_on_both_sides(spend, expected):
    """300 of sales by ads over 150 of spend is 2; with a day's spend missing there is no ratio of the two days."""
    columns = {("ShopDay", "date"): [1, 2], ("ShopDay", "ad_gmv"): [100, 200], ("ShopDay", "ad_spend"): list(spend)}
    node = formula(METRIC["roi"].expr, matching("ShopDay", Name("first"), Name("last")))
    assert compile_value(node)(MemoryCells(columns, first=1, last=2), 0) == expected


@pytest.mark.skipif(os.name == "nt", reason="Windows pipes end differently")
def test_a_reader_that_leaves_does_not_undo_the_import(book, tmp_path):
    """`opsbook import ... | head` saves what it read and ends with the import's own exit code."""
    export = inbox.shop(tmp_path / "in", {"2026-03-18": {"访客数": 20, "支付金额": 200}})
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "opsbook", "import", str(book), str(export)]
    with os.fdopen(writing, "w") as left:
        env = {**os.environ, "PYTHONPATH": str(ROOT / "addin")}
        done = subprocess.run(command, stdout=left, stderr=subprocess.PIPE, text=True, check=False, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert 200 in open_book(FilesHost(book)).columns("ShopDay")["gmv"]
