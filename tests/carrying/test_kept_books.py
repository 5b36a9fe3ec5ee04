"""Workbooks of version 0.1.0 are made anew with everything their users had: in their language and in the other one."""

import json
import shutil
from pathlib import Path

import pytest

from opsbook.engine.workbook import know_book
from opsbook.hosts.files.host import FilesHost
from support.house import CATALOG, open_book
from support.ooxml import assert_valid
from support.team_book import DAILY, NOTE, OWN_SHEET

KEPT, SHOP = Path(__file__).parents[1] / "books" / "0.1.0", "云上居家旗舰店"
REPLACED = {"code": "own-replaced-left", "sheet": DAILY, "column": "访客价值", "cell": "AT686"}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "left"), [("demo-zh.xlsx", []), ("macros-en.xlsm", []), ("users-zh.xlsx", [REPLACED])]
)
def test_an_old_book_becomes_a_new_one(name, left, lang, tmp_path, run):
    """Figures, goals and locks of the same year; the file itself keeps its bytes; only a formula over ours stays behind."""
    old = Path(shutil.copy(KEPT / name, tmp_path / name))
    before = old.read_bytes()
    ran = run("new", tmp_path / "new.xlsx", "--shop", SHOP, "--year", 2026, "--lang", lang, "--from", old, "--json")
    told = [{key: one[key] for key in REPLACED} for one in json.loads(ran.out)["left"]]
    assert (ran.code, told, old.read_bytes()) == (1 if left else 0, left, before), ran.err
    assert_valid(tmp_path / "new.xlsx")
    was, now = know_book(FilesHost(old), CATALOG), open_book(FilesHost(tmp_path / "new.xlsx"))
    for table, columns in (("ShopDay", ("date", "gmv", "visitors", "cogs")), ("GoalMonth", ("month", "lock", "goal"))):
        assert [[row[one] for one in columns] for row in now.rows(table)] == [
            [row[one] for one in columns] for row in sorted(was.rows(table), key=lambda row: row[columns[0]])
        ]


@pytest.mark.parametrize(
    ("typed", "told"), [((15, 2, "我的备份"), "B15"), ((15, 4, "老板说留 9 份"), "D15"), ((3, 60, "临时"), "BH3")]
)
def test_what_somebody_wrote_beside_a_setting_is_told(typed, told, tmp_path, run):
    """The words of a setting that is gone are the program's, and nobody's loss; what somebody wrote over them is told."""
    host = FilesHost(Path(shutil.copy(KEPT / "demo-zh.xlsx", tmp_path / "old.xlsx")))
    host.book.write(host.book.sheet("设置"), *typed)
    host.save()
    ran = run("new", tmp_path / "new.xlsx", "--shop", SHOP, "--year", 2026, "--from", host.path, "--json")
    assert [(one["code"], one["cell"]) for one in json.loads(ran.out)["left"]] == [("own-cells-left", told)]


def test_a_team_finds_its_column_and_sheet_again(tmp_path, run):
    """The note beside its days, the sheet with its protection."""
    old = Path(shutil.copy(KEPT / "users-zh.xlsx", tmp_path / "old.xlsx"))
    run("new", tmp_path / "new.xlsx", "--shop", SHOP, "--year", 2026, "--lang", "en", "--from", old)
    book = FilesHost(tmp_path / "new.xlsx")
    body = book.read_table("ShopDay")
    notes = [row[body.headers.index(NOTE)] for row in body.rows]
    assert [one for one in notes if one] == ["备注10", "备注11", "备注12"]
    assert "<sheetProtection" in book.book.sheet(OWN_SHEET).tail
