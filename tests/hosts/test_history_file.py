"""Rows of the past on disk: kept before the workbook is replaced, refused in plain words, easy to query."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.history.archive import History, MemoryStore
from opsbook.hosts.history.file import HistoryFile
from opsbook.hosts.history.run import PastRow
from opsbook.model.errors import FileRefusedError
from support.own_folder import archive_rows, history_of, own_folder

DAY = 46338.0  # 2026-11-12


class Folder:
    """A folder that is nobody's in particular."""

    head, belongs, shared = "", None, False

    def __init__(self, path):
        self.path = path

    def to_read(self):
        return self.path

    def to_write(self):
        self.path.mkdir(parents=True, exist_ok=True)
        return self.path


def _file(folder):
    return HistoryFile(Folder(folder))


def _row(day=DAY, item="1", **cells):
    return {(str(int(day)), item): {"date": day, "item_id": item, **cells}}


@pytest.fixture(params=["memory", "file"])
def history(request, tmp_path):
    return History(MemoryStore() if request.param == "memory" else _file(tmp_path / "own"))


def test_rows_come_back_as_they_were_put(history):
    """Numbers, words, truth values and half a character; blanks are left out; at once and after keeping."""
    put = _row(gmv=12.5, visitors=3.0, title="棉袄 =1+1", odd="\ud83d", partial=True, nothing=None)
    wanted = {key: {name: value for name, value in row.items() if value is not None} for key, row in put.items()}
    history.put("ItemDay", put)
    assert history.rows("ItemDay") == wanted
    history.keep()
    assert History(history.store).rows("ItemDay") == wanted


def test_days_are_found_and_ordered(history):
    """Rows of some days only, oldest first; the newest day counts those not kept yet."""
    assert (history.newest("ItemDay"), history.rows("ItemDay")) == (None, {})
    for day in (DAY, DAY - 2):
        history.put("ItemDay", _row(day))
    history.keep()
    history.put("ItemDay", _row(DAY + 1))
    assert [row["date"] for row in history.rows("ItemDay").values()] == [DAY - 2, DAY, DAY + 1]
    assert [row["date"] for row in history.rows("ItemDay", {DAY, DAY + 1, DAY + 9}).values()] == [DAY, DAY + 1]
    assert history.rows("ItemDay", ()) == history.rows("PlanDay") == {}
    assert (history.newest("ItemDay"), history.newest("PlanDay")) == (DAY + 1, None)


def test_a_dropped_row_goes_after_the_save(history):
    """Dropping is seen at once, kept only by tidying up; a row put again stays."""
    history.put("ItemDay", {**_row(item="1"), **_row(item="2")})
    history.keep()
    history.drop("ItemDay", [*_row(item="1"), *_row(item="2")])
    history.put("ItemDay", _row(item="2", gmv=7.0))
    history.keep()
    assert len(History(history.store).rows("ItemDay")) == 2
    history.tidy()
    assert list(History(history.store).rows("ItemDay").values()) == [{"date": DAY, "item_id": "2", "gmv": 7.0}]


def test_the_file_is_easy_to_query(tmp_path):
    """One table, days as people write them, cells by id, a journal that leaves no second file."""
    history = History(_file(tmp_path))
    history.put("ItemDay", _row(gmv=120.0, title="棉袄"))
    history.keep()
    with closing(sqlite3.connect(tmp_path / "history.sqlite")) as base:
        query = "select name, day, json_extract(cells, '$.gmv'), json_extract(cells, '$.title') from past"
        assert base.execute(query).fetchall() == [("ItemDay", "2026-11-12", 120, "棉袄")]
        assert base.execute("pragma journal_mode").fetchone() == ("delete",)
    assert [path.name for path in tmp_path.iterdir()] == ["history.sqlite"]


def _damaged(path):
    path.write_bytes(b"no database at all, yet long enough to be taken for one" * 40)


def _newer(path):
    with closing(sqlite3.connect(path)) as base:
        base.execute("pragma user_version = 99")


def _folder(path):
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "code"), [(_damaged, "history-damaged"), (_newer, "history-newer"), (_folder, "history-refused")]
)
def test_a_file_that_cannot_be_read_is_refused(spoil, code, tmp_path):
    """Reading and keeping say what is wrong; the file stays as it is."""
    path = tmp_path / "history.sqlite"
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    history = History(_file(path.parent))
    history.put("ItemDay", _row())
    for ask in (lambda: history.rows("ItemDay"), lambda: history.newest("ItemDay"), history.keep):
        with pytest.raises(FileRefusedError) as refused:
            ask()
        assert refused.value.code == code
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_file_in_use_is_refused(tmp_path, monkeypatch):
    """Another program that holds the file is named as the reason, after a short wait; nothing is lost from memory."""
    monkeypatch.setattr("opsbook.hosts.history.file.WAIT_SECONDS", 0.01)
    history = History(_file(tmp_path))
    history.put("ItemDay", _row())
    history.keep()
    history.put("ItemDay", _row(item="2"))
    with closing(sqlite3.connect(tmp_path / "history.sqlite", isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(FileRefusedError) as refused:
            history.keep()
        assert refused.value.code == "history-busy"
        other.execute("rollback")
    history.keep()
    assert len(History(history.store).rows("ItemDay")) == 2


def test_no_save_without_its_history(book):
    """When the history cannot be kept, the workbook is not replaced."""
    archive_rows(book, "ItemDay", _row(item="1"))
    before, host = book.read_bytes(), FilesHost(book)
    host.write_name("shop", "改过")
    host.history.put("ItemDay", _row())
    _damaged(history_of(book).path)
    with pytest.raises(FileRefusedError) as refused:
        host.save()
    assert (refused.value.code, book.read_bytes()) == ("history-damaged", before)


def test_no_history_without_a_save(book):
    """A workbook that may not be replaced leaves no folder behind."""
    host = FilesHost(book)
    host.write_name("shop", "改过")
    host.history.put("ItemDay", _row())
    book.with_name("~$book.xlsx").touch()
    with pytest.raises(FileRefusedError):
        host.save()
    assert own_folder(book) is None


def test_a_new_book_begins_without_a_past(book, tmp_path):
    """What a deleted workbook of the same name left behind stays where it is; the new one's own rows are kept."""
    target = tmp_path / "new" / "book.xlsx"
    target.parent.mkdir()
    shutil.copy(book, target)
    archive_rows(target, "ItemDay", _row(item="old"))
    left = own_folder(target)
    target.unlink()
    host = FilesHost(book)
    host.history.put("ItemDay", _row(item="new"))
    host.save_as(target)
    assert [row["item_id"] for row in FilesHost(target).history.rows("ItemDay").values()] == ["new"]
    assert [row["item_id"] for row in _file(left).read("ItemDay", None).values()] == ["old"]
    assert FilesHost(book).history.rows("ItemDay") == {}


def test_keys_are_kept_as_json(tmp_path):
    """A keyword with quotes and commas is one part of its key."""
    store, key = _file(tmp_path), ("46338", "9001", '四件套 "纯棉", 加厚')
    store.write({"KeywordDay": {key: PastRow({"date": DAY})}}, {}, "")
    assert list(store.read("KeywordDay", {DAY})) == [key]
    with closing(sqlite3.connect(store.path)) as base:
        assert [tuple(json.loads(one)) for (one,) in base.execute("select key from past")] == [key]


@pytest.mark.parametrize("header", ["备注", "访客价值"])
def test_typed_cells_are_told_from_calculated_ones(shelf, header):
    """A word or a number over a formula is somebody's; what the column's formula fills is nobody's."""
    assert shelf.host.own_cells("Day", ["访客价值", "翻倍"]) == frozenset()
    assert shelf.host.own_cells("Day", ["备注"]) == {0, 2}
    shelf.host.upsert_rows("Day", ["日期"], [{"日期": 46336.0, header: 5.0}])
    assert shelf.reopened().own_cells("Day", ["日期", header][1:]) == ({0, 1, 2} if header == "备注" else {1})
