"""A workbook without some of our sheets: made by an older version, or a sheet was deleted."""

from datetime import date

import openpyxl
import pytest

from opsbook.engine.checks.checking import check
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import serial
from support.books import SHOP, YEAR
from support.house import know_book, open_book

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl drops them

GONE = ["竞店", "同款比对", "竞品日志"]
NEW_LINES = {"dash_peers", "dash_to_peers"}  # what came with these sheets and stands on another


@pytest.fixture
def older(book):
    """The workbook as a version before the competitors would have made it."""
    made = openpyxl.load_workbook(book)
    for title in GONE:
        del made[title]
    for name, place in dict(made.defined_names).items():
        if name in NEW_LINES or any(f"'{title}'!" in place.attr_text for title in GONE):
            del made.defined_names[name]
    made.save(book)
    return book


def test_sheets_that_are_gone_are_named_once(older):
    """Not one message for each of their tables and cells; nothing is written, and what to do is said."""
    with pytest.raises(WorkbookBrokenError) as refused:
        open_book(FilesHost(older))
    assert (refused.value.code, list(refused.value.seen["sheets"])) == ("missing-sheets", GONE)
    assert [issue.code for issue in check(know_book(FilesHost(older)))] == ["missing-sheets"]


def test_a_new_workbook_made_from_it_has_them(older, tmp_path, run):
    """`new --from` carries over what there is; the old workbook stays as it was."""
    row = {"date": serial(date(YEAR, 3, 18)), "visitors": 20, "gmv": 300, "buyers": 2}
    host = FilesHost(older)
    know_book(host).upsert("ShopDay", [row])
    host.save()
    before = older.read_bytes()
    ran = run("new", tmp_path / "new.xlsx", "--shop", SHOP, "--year", YEAR, "--from", older)
    assert (ran.code, older.read_bytes()) == (0, before), ran.err
    assert open_book(FilesHost(tmp_path / "new.xlsx")).columns("Peers")["shop"]
