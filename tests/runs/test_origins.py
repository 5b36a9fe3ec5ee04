"""Where a figure came from: runs and the history name the file, the row of its sheet and what was replaced."""

import csv
import sqlite3
from contextlib import closing

import pytest

from opsbook.hosts.files.host import FilesHost
from support import inbox
from support.facts import day_number
from support.house import open_book
from support.own_folder import history_of, own_folder

DAY, LATER = "2026-03-18", "2026-04-20"
ITEMS = ("600000000001", "600000000002")


def _items(folder, day, gmv, made="2026-05-01"):
    listed = {item: {"商品访客数": 1, "支付金额": gmv + number} for number, item in enumerate(ITEMS)}
    return inbox.items(folder, day, listed, made=made, name=f"{day}-{gmv}")


def _changes(book, number):
    store = history_of(book)
    return {(one.table, one.key): one for one in store.changes(store.runs()[number].run.id)}


def _row_number(path, item):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(at for at, row in enumerate(csv.reader(file), 1) if item in row)


def _id(path, workbook):
    return next(row["id"] for row in workbook.rows("Imports") if row["file"] == path.name)


@pytest.fixture
def stages(book, run, tmp_path):
    """A day of items, the same told anew by a later export, then a day so late that they leave the workbook."""
    paths = [_items(tmp_path, DAY, 5), _items(tmp_path, DAY, 9, "2026-05-02"), _items(tmp_path, LATER, 1, "2026-05-03")]
    for path in paths:
        assert run("import", book, path).code == 0
    return book, paths


def test_a_run_tells_the_row_of_the_file(stages):
    """By cell: the file's id in Imports and the row as Excel counts; values before and after; nothing for what no file told."""
    book, (first, second, _) = stages
    workbook = open_book(FilesHost(book))
    for number, path, before, after in ((0, first, None, 6), (1, second, 6, 10)):
        change = _changes(book, number)["ItemDay", (str(day_number(DAY)), ITEMS[1])]
        origin = change.origins["gmv"]
        assert (origin.file, origin.row) == (_id(path, workbook), _row_number(path, ITEMS[1]))
        assert (change.before.get("gmv"), change.after["gmv"]) == (before, after)
        assert number == 0 or set(change.after) == {"gmv"}  # visitors are the same
    assert all(not one.origins for (table, _), one in _changes(book, 0).items() if table == "Imports")


def test_an_archived_row_keeps_where_it_came_from(stages):
    """Moved out by another file, it still names the last file that told it, and the run that laid it away."""
    book, (_, second, _) = stages
    workbook = open_book(FilesHost(book))
    runs = [one.run.id for one in history_of(book).runs()]
    with closing(sqlite3.connect(own_folder(book) / "history.sqlite")) as base:
        found = base.execute("select key, run, file, row from past order by key").fetchall()
    key = '["{}","{}"]'
    assert found == [
        (key.format(day_number(DAY), item), runs[-1], _id(second, workbook), _row_number(second, item))
        for item in ITEMS
    ]


def test_what_a_later_file_replaced_in_the_history_is_kept(stages, run, tmp_path):
    """The row that is put right where it lies has the later file's row, and the run keeps the one before."""
    book, _ = stages
    path = _items(tmp_path, DAY, 20, "2026-05-09")
    assert run("import", book, path).code == 0
    store = history_of(book)
    former = store.former(store.runs()[-1].run.id)["ItemDay"][str(day_number(DAY)), ITEMS[0]]
    assert former.cells["gmv"] == 9
    assert former.run == store.runs()[-2].run.id
    assert run("undo", book).code == 0
    with closing(sqlite3.connect(own_folder(book) / "history.sqlite")) as base:
        found = base.execute("select distinct run, file from past").fetchall()
    assert found == [(former.run, former.origin.file)]


def test_a_cell_that_nobody_exported_has_no_origin(book, run):
    """A goal and a sighting logged by hand come from no file."""
    assert run("goal", book, "--month", "2026-12", 1000).code == 0
    assert run("peers", "log", book, "--shop", "甲店", "--item", "1", "--price", 9).code == 0
    for number in (0, 1):
        assert all(not one.origins for one in _changes(book, number).values())
