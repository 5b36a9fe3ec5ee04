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


def test_a_team_finds_its_column_and_sheet_again(tmp_path, run):
    """The note beside its days, the sheet with its protection."""
    old = Path(shutil.copy(KEPT / "users-zh.xlsx", tmp_path / "old.xlsx"))
    run("new", tmp_path / "new.xlsx", "--shop", SHOP, "--year", 2026, "--lang", "en", "--from", old)
    book = FilesHost(tmp_path / "new.xlsx")
    body = book.read_table("ShopDay")
    notes = [row[body.headers.index(NOTE)] for row in body.rows]
    assert [one for one in notes if one] == ["备注10", "备注11", "备注12"]
    assert "<sheetProtection" in book.book.sheet(OWN_SHEET).tail
