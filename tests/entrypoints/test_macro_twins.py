"""A macro workbook and the .xlsx of its name keep their past apart."""

import shutil

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.files.save import own_folder
from opsbook.hosts.history.file import history_of
from support import inbox
from support.house import open_book

OLD, NEW = "2026-01-05", "2026-04-20"  # so far apart that the old day leaves the workbook


@pytest.fixture
def former(book, run, tmp_path):
    """A folder as versions before 0.1.1 left it: both books' rows and backups in one, the .xlsx's."""
    macro = tmp_path / "book.xlsm"
    shutil.copy(book, macro)
    for target, item in ((book, "111"), (macro, "222")):
        folder = tmp_path / item
        files = [
            inbox.items(folder, day, {item: {"商品访客数": 1, "支付金额": 5}}, made="2026-05-01", name=day)
            for day in ((OLD, NEW) if target == macro else (OLD, "2026-02-01", NEW))
        ]
        assert run("import", target, *files).code == 0
    shared, own = own_folder(book), own_folder(macro)
    rows = history_of(macro).read("ItemDay", None)
    assert [key[1] for key in rows] == ["222"]
    history_of(book).write({"ItemDay": rows}, {})
    for backup in (own / "backups").iterdir():
        shutil.copy(backup, shared / "backups")
    shutil.rmtree(own)
    return book, macro


def _items(path):
    return sorted((key[1], int(float(key[0]))) for key in history_of(path).read("ItemDay", None))


def _contents(folder):
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_macro_workbook_starts_with_its_own(former):
    """It takes over days that its own Imports tell of and its own backups; the former folder loses nothing."""
    book, macro = former
    before = _contents(own_folder(book))
    days = {day for _, day in _items(book)}
    open_book(FilesHost(macro))
    assert {day for _, day in _items(macro)} == {46027}  # 5 January; the 1st of February is the other book's alone
    assert days == {46027, 46054}
    assert _contents(own_folder(book)) == before
    kept = [file.name for file in (own_folder(macro) / "backups").iterdir()]
    assert kept
    assert all(name.endswith(".xlsm.bak") for name in kept)
    assert [path.name for path in book.parent.joinpath(".opsbook").glob("~*")] == []


def test_a_macro_workbook_alone_takes_everything(former):
    """Without an .xlsx of its name beside it the folder was never shared."""
    book, macro = former
    everything = _items(book)
    book.unlink()
    open_book(FilesHost(macro))
    assert _items(macro) == everything


def test_it_is_taken_over_once(former):
    """What the .xlsx keeps afterwards stays its own."""
    book, macro = former
    open_book(FilesHost(macro))
    own = _items(macro)
    history_of(book).write({"ItemDay": {("46027", "333"): {"date": 46027.0, "item_id": "333"}}}, {})
    open_book(FilesHost(macro))
    assert _items(macro) == own


def test_a_new_macro_workbook_takes_nothing_over(run, former):
    """What a deleted workbook of its name left behind is none of its past."""
    _, macro = former
    macro.unlink()
    shutil.rmtree(own_folder(macro), ignore_errors=True)
    assert run("new", macro, "--shop", "新店", "--year", "2026").code == 0
    open_book(FilesHost(macro))
    assert _items(macro) == []


@pytest.mark.parametrize("first", ["book.xlsm", "book.xlsm.xlsx"])
def test_a_name_with_both_endings_keeps_its_own(first, former, tmp_path):
    """`book.xlsm.xlsx` once kept in what is now `book.xlsm`'s folder: all of it goes along, whichever is opened first."""
    book, macro = former
    double = tmp_path / "book.xlsm.xlsx"
    shutil.copytree(own_folder(book), tmp_path / ".opsbook" / "book.xlsm")
    shutil.copy(book, double)
    before = _contents(tmp_path / ".opsbook" / "book.xlsm")
    for name in (first, "book.xlsm", "book.xlsm.xlsx"):
        open_book(FilesHost(tmp_path / name))
    assert _contents(own_folder(double)) == before
    assert {day for _, day in _items(macro)} == {46027}


def test_a_copy_of_both_endings_takes_nothing(former, tmp_path):
    """What is `book.xlsm`'s own is not taken for a former folder of `book.xlsm.xlsx`."""
    _, macro = former
    open_book(FilesHost(macro))
    own = _contents(own_folder(macro))
    double = tmp_path / "book.xlsm.xlsx"
    shutil.copy(macro, double)
    open_book(FilesHost(double))
    assert (_items(double), _contents(own_folder(macro))) == ([], own)
