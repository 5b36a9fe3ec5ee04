"""Rows of the past on disk: kept before the workbook is replaced, refused in plain words, easy to query."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.history.archive import History, MemoryStore
from opsbook.hosts.history.file import HistoryFile
from opsbook.hosts.history.run import Origin, PastRow, Run, new_run_id
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


def test_the_newest_day_is_none_that_was_dropped(history):
    """A row that is about to go counts no more, kept or not."""
    for day in (DAY - 2, DAY):
        history.put("ItemDay", _row(day))
    history.keep()
    history.drop("ItemDay", _row(DAY))
    assert history.newest("ItemDay") == DAY - 2
    history.tidy()
    assert history.newest("ItemDay") == DAY - 2


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


KEPT = Path(__file__).with_name("kept") / "history-1.sqlite"  # as version 0.2.0 wrote it
OLD_ROWS = {
    ("46337", "600000000001"): {"date": 46337.0, "item_id": "600000000001", "gmv": 7.0},
    ("46338", "600000000001"): {
        "date": DAY,
        "item_id": "600000000001",
        "title": "棉袄 =1+1",
        "gmv": 120.5,
        "visitors": 3.0,
    },
}


@pytest.fixture
def old_file(tmp_path):
    shutil.copy(KEPT, tmp_path / "history.sqlite")
    return tmp_path / "history.sqlite"


def test_a_file_of_the_first_version_is_read_as_it_is(old_file):
    """Its rows are there, its record of runs is empty; not a byte changes."""
    before, store = old_file.read_bytes(), _file(old_file.parent)
    assert store.read("ItemDay", None) == OLD_ROWS
    assert (store.newest("ItemDay"), store.runs()) == (DAY, ())
    assert (store.changes("x"), store.former("x")) == ((), {})
    assert old_file.read_bytes() == before


def test_a_file_of_the_first_version_grows_with_the_first_change(old_file):
    """In place: its rows stay, and a run that replaces one of them keeps what it replaced."""
    store = _file(old_file.parent)
    key = ("46338", "600000000001")
    run = Run("r1", "2026-11-12T09:00:00", ("import",), backup="b")
    new = PastRow({"date": DAY, "item_id": key[1], "gmv": 200.0}, "r1", Origin("f00d", "Sheet1", 7))
    store.record(run, {"ItemDay": {key: new}}, {})
    assert store.read("ItemDay", None) == {**OLD_ROWS, key: new.cells}
    assert store.former("r1") == {"ItemDay": {key: PastRow(OLD_ROWS[key])}}
    with closing(sqlite3.connect(old_file)) as base:
        assert base.execute("pragma user_version").fetchone() == (2,)
        told = base.execute("select key, run, file, sheet, row from past where run is not null").fetchall()
    assert told == [('["46338","600000000001"]', "r1", "f00d", "Sheet1", 7)]
    assert len(store.read("KeywordDay", None)) == 1


def test_rows_follow_the_run_that_the_workbook_names(tmp_path):
    """Three runs put, replace and take out a row. Whichever of them a workbook names, it reads the rows of that time, and no file
    changes while it reads; what is recorded next goes on from there."""
    folder = Folder(tmp_path)
    key, states = ("46338", "1"), [{}]
    for number in range(3):
        store, folder.head = HistoryFile(folder), f"r{number}" if number else ""
        row = {key: PastRow({"date": DAY, "gmv": float(number)}, f"r{number + 1}")}
        put, gone = ({"ItemDay": row}, {}) if number < 2 else ({}, {"ItemDay": [key]})
        store.record(Run(f"r{number + 1}", "2026-11-12", ()), put, gone)
        folder.head = f"r{number + 1}"
        states.append(HistoryFile(folder).read("ItemDay", None))
    assert states == [{}, {key: {"date": DAY, "gmv": 0.0}}, {key: {"date": DAY, "gmv": 1.0}}, {}]
    before = (tmp_path / "history.sqlite").read_bytes()
    for number in (1, 2, 3, 2):
        folder.head = f"r{number}"
        assert HistoryFile(folder).read("ItemDay", None) == states[number]
        inside = [one.run.id for one in HistoryFile(folder).runs() if one.inside]
        assert inside == [f"r{at + 1}" for at in range(number)]
    assert (tmp_path / "history.sqlite").read_bytes() == before
    folder.head = "r1"
    HistoryFile(folder).record(Run("r4", "2026-11-12", ()), {}, {})
    for head, state in (("r4", states[1]), ("r3", states[3]), ("r2", states[2]), ("r4", states[1])):
        folder.head = head
        assert HistoryFile(folder).read("ItemDay", None) == state
    folder.head = "nobody knows"
    assert HistoryFile(folder).read("ItemDay", None) == states[1]


def test_a_file_without_tables_holds_nothing_yet(tmp_path):
    """A process killed between making the file and its tables leaves it empty: it reads as no history, and is used from then on."""
    folder = Folder(tmp_path)
    (tmp_path / "history.sqlite").touch()
    store = HistoryFile(folder)
    assert store.read("ItemDay", None) == {}
    assert store.newest("ItemDay") is None
    assert store.holding("ItemDay", [("46338", "1")]) == set()
    assert (list(store.runs()), list(store.changes("r1")), dict(store.former("r1"))) == ([], [], {})
    key = ("46338", "1")
    store.record(Run("r1", "2026-11-12", ()), {"ItemDay": {key: PastRow({"date": DAY}, "r1")}}, {})
    folder.head = "r1"
    assert HistoryFile(folder).read("ItemDay", None) == {key: {"date": DAY}}


def test_run_ids_sort_by_their_time(monkeypatch):
    """Short, unique, a thousandth of a second later in the order of letters where it is later on the clock."""
    ids = []
    for thousandth in (1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000, 4_000_000_000_000):
        monkeypatch.setattr("time.time_ns", lambda thousandth=thousandth: thousandth * 1_000_000)
        ids.append(new_run_id())
    assert ids == sorted(set(ids))
    assert {len(one) for one in ids} == {12}
