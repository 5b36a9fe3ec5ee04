"""Every command as people call it, when all goes well or the data has problems."""

import json
import re
import shutil

import pytest

from opsbook.engine.building import template_name
from opsbook.hosts.files.host import FilesHost
from support import inbox
from support.books import SHOP
from support.facts import cell, day_number, facts
from support.house import open_book
from support.sources import ROOT

DAY = "2026-03-18"


@pytest.fixture
def export(tmp_path):
    return inbox.shop(tmp_path / "in", {DAY: {"访客数": 20, "支付金额": 300, "支付买家数": 2}})


def test_new_makes_a_book(run, tmp_path):
    """new writes an .xlsx under the name given, of the shop and year given; the ending is added."""
    answer = run("new", tmp_path / "book", "--shop", SHOP, "--year", 2028, "--lang", "en")
    assert (answer.code, answer.err.count("✗")) == (0, 0)
    workbook = open_book(FilesHost(tmp_path / "book.xlsx"))
    assert (workbook.lang, workbook.text("shop"), workbook.number("year")) == ("en", SHOP, 2028)
    assert len(workbook.rows("ShopDay")) == 365 + 366
    assert len(workbook.rows("GoalDay")) == 366
    assert [path.name for path in tmp_path.iterdir() if "tmp" in path.name] == []


def test_daily_says_five_lines_and_shows_the_newest_day(book, export, run):
    """daily imports, moves the dashboard to the newest whole day, and prints five lines before the summary."""
    answer = run("daily", book, export.parent)
    assert answer.code == 1  # the other days of the month lack
    assert [line.split("：")[0] for line in answer.out.splitlines()[:5]] == ["达标", "进度", "变化", "要做", "问题"]
    assert DAY in answer.out.splitlines()[0]
    assert open_book(FilesHost(book)).number("the_day") == day_number(DAY)


def test_import_leaves_the_day_shown_alone(book, export, run):
    """import shows the newest day only where none was chosen; refresh --date shows another."""
    assert run("import", book, export).code == 0
    assert open_book(FilesHost(book)).number("the_day") == day_number(DAY)
    assert run("refresh", book, "--date", "2026-03-01").code == 0
    inbox.shop(export.parent, {"2026-03-19": {"访客数": 1, "支付金额": 1}}, name="次日")
    assert run("import", book, export.parent).code == 0
    workbook = open_book(FilesHost(book))
    assert (workbook.number("the_day"), workbook.number("as_of")) == (
        day_number("2026-03-01"),
        day_number("2026-03-19"),
    )


def test_a_dry_run_tells_and_writes_nothing(book, export, run, tmp_path):
    """The same counts as a real import, the same file as before, no backup."""
    before = book.read_bytes()
    tried = json.loads(run("import", book, export, "--dry-run", "--shop-alias", "别名", "--json").out)
    assert (tried["added"], tried["updated"]) == (1, 0)
    assert "没有写入" in run("import", book, export, "--dry-run").out
    assert book.read_bytes() == before
    assert not (tmp_path / ".opsbook").exists()


def test_an_alias_is_accepted_once_and_for_all(book, run, tmp_path):
    """Another shop's file is a problem (1) and leaves the facts; with --shop-alias it is imported, and later without."""
    path = inbox.shop(tmp_path / "in", {DAY: {"访客数": 20, "支付金额": 300}}, of="别家的店")
    before = facts(open_book(FilesHost(book)), "ShopDay")
    refused = run("import", book, path)
    assert refused.code == 1
    assert "别家的店" in refused.err
    assert "--shop-alias" in refused.err
    assert facts(open_book(FilesHost(book)), "ShopDay") == before
    assert run("import", book, path, "--shop-alias", "别家的店").code == 0
    assert cell(open_book(FilesHost(book)), "ShopDay", DAY, "gmv") == 300
    assert run("import", book, path).code == 0


def test_a_damaged_file_makes_it_1_and_the_good_one_is_in(book, export, run):
    """The good file's figures are saved; the damaged one is named on stderr."""
    (export.parent / "坏.xlsx").write_bytes(b"PK\x03\x04")
    answer = run("import", book, export.parent)
    assert answer.code == 1
    assert "坏.xlsx" in answer.err
    assert cell(open_book(FilesHost(book)), "ShopDay", DAY, "gmv") == 300


def test_a_replaced_figure_is_told(book, export, run):
    """The summary names the old and the new figure."""
    run("import", book, export)
    inbox.shop(export.parent, {DAY: {"访客数": 20, "支付金额": 310}}, made="2026-04-02")
    assert "2026-03-18 支付金额 300 → 310" in run("import", book, export.parent).out


def test_goal_prints_old_and_new(book, run):
    """Amounts may be written as people do; the answer names the goal before."""
    assert "2026 目标：– → 38,000,000 元" in run("goal", book, "--year", 2026, "3800万").out
    assert "2026 目标：38,000,000 → 39,000,000 元" in run("goal", book, "--year", 2026, "39,000,000").out
    assert "39,000,000 → 38,500,000 元" in run("goal", book, "--year", 2026, "３，８５０．０万").out


def test_detect_names_the_file_and_changes_nothing(export, run, tmp_path):
    """Kind, header row, days, rows and mapping; nothing is written anywhere."""
    before = sorted(tmp_path.rglob("*"))
    answer = run("detect", export)
    assert answer.code == 0
    assert re.search(r"生意参谋 店铺整体.*第 1 行.*2026-03-18.*1 行", answer.out)
    assert "    列：统计日期 → 日期、访客数、支付金额、支付买家数\n" in answer.out
    assert sorted(tmp_path.rglob("*")) == before


def test_detect_names_columns_as_the_workbook_does(export, run, monkeypatch):
    """In English the workbook's own English headers; scripts get the ids."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert (
        "columns: 统计日期 → Date, 访客数 → Visitors, 支付金额 → GMV, 支付买家数 → Buyers\n"
        in run("detect", export).out
    )
    (record,) = json.loads(run("detect", export, "--json").out)["files"]
    assert record["mapping"] == {"统计日期": "date", "访客数": "visitors", "支付金额": "gmv", "支付买家数": "buyers"}


def test_detect_tells_scripts_of_every_problem(run, tmp_path):
    """A file that cannot be read and a folder without files are in the JSON too, with exit 1."""
    (tmp_path / "in").mkdir()
    nothing = run("detect", tmp_path / "in", "--json")
    (tmp_path / "in" / "空.csv").write_bytes(b"")
    empty = run("detect", tmp_path / "in", "--json")
    answers = [json.loads(answer.out)["issues"] for answer in (nothing, empty)]
    assert [[issue["code"] for issue in issues] for issues in answers] == [["nothing-to-import"], ["empty-file"]]
    assert (nothing.code, empty.code) == (1, 1)


def test_the_committed_templates_are_fresh(run):
    """Both templates and their dumps are what the code prints today."""
    answer = run("build", "--check", "--out", ROOT / "templates")
    assert (answer.code, answer.out.count("\n")) == (0, 1)


def test_what_is_stale_is_found(run, tmp_path):
    """A template or a source that differs, be it in its line ends, or is not there, ends with 1 and is named."""
    folder = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    macros = shutil.copytree(ROOT / "macros", tmp_path / "macros")
    (folder / "opsbook-zh.txt").write_text("older", encoding="utf-8")
    (folder / template_name("en")).unlink()
    (macros / "OpsRibbon.bas").write_bytes((macros / "OpsRibbon.bas").read_bytes().replace(b"\r\n", b"\n"))
    (macros / "customUI14-en.xml").unlink()
    answer = run("build", "--check", "--out", folder)
    assert answer.code == 1
    stale = ["opsbook-en.xlsx", "opsbook-zh.txt", "OpsRibbon.bas", "customUI14-en.xml"]
    assert re.findall(r"\w[\w-]*\.\w+", answer.out) == stale
