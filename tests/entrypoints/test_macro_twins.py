"""Folders of the naming before ids: a macro workbook and the .xlsx of its name once shared one."""

import shutil
import sqlite3

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.history.schema import PAST
from support import inbox
from support.former_book import without_id
from support.house import open_book
from support.own_folder import history_of, home_of, own_folder

OLD, NEW = "2026-01-05", "2026-04-20"  # so far apart that the old day leaves the workbook


def _aged(book, folder):
    """Turn a workbook and its folder into what versions before ids left behind."""
    own = own_folder(book)
    rows = history_of(book).read("ItemDay", None)
    folder.mkdir(exist_ok=True)
    with sqlite3.connect(folder / "history.sqlite") as base:
        if not base.execute("pragma user_version").fetchone()[0]:
            base.executescript(f"{PAST} pragma user_version = 1;")
        own_rows = sqlite3.connect(own / "history.sqlite").execute("select name, key, day, cells from past").fetchall()
        base.executemany("insert into past values (?, ?, ?, ?)", own_rows)
    (folder / "backups").mkdir(exist_ok=True)
    for backup in (own / "backups").iterdir():
        shutil.copy(backup, folder / "backups")
    shutil.rmtree(own)
    without_id(book)
    return rows


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
        assert {key[1] for key in _aged(target, tmp_path / ".opsbook" / "book")} == {item}
    return book, macro


def _items(path):
    workbook = open_book(FilesHost(path))
    return sorted((key[1], int(float(key[0]))) for key in workbook.host.history.rows("ItemDay"))


def _contents(folder):
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _touch(path):
    host = open_book(FilesHost(path)).host
    host.write_name("shop_aliases", f"{host.read_name('shop_aliases') or ''}x")
    host.save()


def test_looking_takes_nothing_over(former):
    """Who reads sees the days that the workbook's own Imports tell of; nothing is written."""
    book, macro = former
    before = _contents(book.parent)
    assert {day for _, day in _items(macro)} == {46027}  # 5 January; the 1st of February is the other book's alone
    assert {day for _, day in _items(book)} == {46027, 46054}
    assert _contents(book.parent) == before


def test_each_starts_with_its_own(former):
    """At its first change each takes over its days and its backups; the former folder loses nothing."""
    book, macro = former
    shared = book.parent / ".opsbook" / "book"
    before, own = _contents(shared), {path: _items(path) for path in former}
    for path in former:
        _touch(path)
        assert _items(path) == own[path]
        kept = [file.name for file in (own_folder(path) / "backups").iterdir()]
        assert len(kept) == 2  # the former one, and that of the change
        assert all(name.endswith(f"{path.suffix}.bak") for name in kept)
    assert own_folder(book) != own_folder(macro)
    assert _contents(shared) == before
    assert [path.name for path in book.parent.joinpath(".opsbook").glob("~*")] == []


@pytest.mark.parametrize("gone", [0, 1])
def test_one_alone_takes_everything(former, gone):
    """Without the other beside it the folder was never shared: it is renamed, with all that is in it."""
    left, kept = former[gone], former[1 - gone]
    left.unlink()
    everything = _items(kept)
    assert len(everything) == 3
    _touch(kept)
    assert _items(kept) == everything
    assert [folder.name for folder in (kept.parent / ".opsbook").iterdir() if folder.is_dir()] == [home_of(kept).id]


def test_it_is_taken_over_once(former):
    """What the .xlsx keeps afterwards stays its own."""
    book, macro = former
    _touch(macro)
    own = _items(macro)
    _touch(book)
    _touch(macro)
    assert _items(macro) == own


def test_a_new_macro_workbook_takes_nothing_over(run, former):
    """What a deleted workbook of its name left behind is none of its past."""
    _, macro = former
    macro.unlink()
    assert run("new", macro, "--shop", "新店", "--year", "2026").code == 0
    assert _items(macro) == []
    _touch(macro)
    assert _items(macro) == []


def test_a_save_cut_short_takes_over_once(former, monkeypatch):
    """Killed after the folder was renamed or copied and before the workbook got its id: the next change goes on from there."""
    for path in former:
        own = _items(path)
        with monkeypatch.context() as patched:
            patched.setattr("opsbook.hosts.files.save.write_whole", _cut)
            with pytest.raises(KeyboardInterrupt):
                _touch(path)
        assert _items(path) == own
        folders = {folder for folder in (path.parent / ".opsbook").iterdir() if folder.is_dir()}
        _touch(path)
        assert _items(path) == own
        assert {folder for folder in (path.parent / ".opsbook").iterdir() if folder.is_dir()} == folders


def _cut(*_):
    raise KeyboardInterrupt


@pytest.mark.parametrize("first", ["book.xlsm", "book.xlsm.xlsx"])
def test_a_name_with_both_endings_keeps_its_own(first, former, tmp_path):
    """`book.xlsm.xlsx` once kept in what was `book.xlsm`'s folder later: backups tell, whichever is changed first."""
    book, macro = former
    double = tmp_path / "book.xlsm.xlsx"
    shutil.copy(book, double)
    shutil.copytree(tmp_path / ".opsbook" / "book", tmp_path / ".opsbook" / "book.xlsm")
    for backup in (tmp_path / ".opsbook" / "book.xlsm" / "backups").glob("*.xlsm.bak"):
        backup.unlink()
    for name in (first, "book.xlsm", "book.xlsm.xlsx"):
        _touch(tmp_path / name)
    assert {day for _, day in _items(double)} == {46027, 46054}
    assert {day for _, day in _items(macro)} == {46027}
