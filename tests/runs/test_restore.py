"""`opsbook restore` and `opsbook log`: whole versions back and forth, the history with them."""

import json
import sqlite3
from datetime import datetime, timedelta

import pytest

from opsbook.hosts.files.backups import backup_name
from support import inbox
from support.book_state import state_of
from support.own_folder import history_of, own_folder

ITEM = "600000000001"
DAYS = ("2026-03-01", "2026-03-25", "2026-04-20")  # each moves the items of the one before into the history


@pytest.fixture
def versions(book, run, tmp_path):
    """A book after each of three imports, with what it and its history held."""
    states = [state_of(book)]
    for number, day in enumerate(DAYS):
        path = inbox.items(
            tmp_path / "in", day, {ITEM: {"商品访客数": 1, "支付金额": number + 1}}, made="2026-05-01", name=day
        )
        assert run("import", book, path).code == 0
        states.append(state_of(book))
    for number, backup in enumerate(sorted((own_folder(book) / "backups").iterdir())):
        moment = datetime(2026, 11, 10 + number, 9, 30, 15)
        renamed = backup.rename(backup.with_name(backup_name(moment, ".xlsx")))
        _rename_in_record(book, backup.name, renamed.name)
    return book, states


def _rename_in_record(book, old, new):
    with sqlite3.connect(own_folder(book) / "history.sqlite") as base:
        base.execute("update run set backup = ? where backup = ?", (new, old))


def _log(run, book):
    return [(one["kind"], one["state"]) for one in json.loads(run("log", book, "--json").out)["runs"]]


def test_back_and_forth(versions, run):
    """To the state before the second import: the book and its history are what they were; forward again, too; and once more."""
    book, states = versions
    answer = json.loads(run("restore", book, "--at", "2026-11-11", "--json").out)
    assert (len(answer["out"]), answer["again"]) == (2, [])
    assert state_of(book) == states[1]
    assert _log(run, book) == [("command", "done"), ("command", "outside"), ("command", "outside"), ("restore", "done")]
    answer = json.loads(run("restore", book, "--json").out)  # the newest backup: what the restore replaced
    assert (len(answer["out"]), len(answer["again"])) == (1, 2)
    assert state_of(book) == states[3]
    assert _log(run, book)[:3] == [("command", "done")] * 3
    assert run("restore", book, "--at", "2026-11-10").code == 0
    assert state_of(book) == states[0]
    assert history_of(book).read("ItemDay", None) == {}


def test_what_is_said_of_a_run_is_so_when_it_is_said(versions, run):
    """Runs that count again are in the workbook: none is told as outside of it, as the record tells them from then on."""
    book, _ = versions
    assert "不在这本里" not in run("restore", book, "--at", "2026-11-11").out
    again = run("restore", book).out
    assert "重新算数" in again
    assert "不在这本里" not in again
    lines = {line for line in again.splitlines() if "  import " in line}
    assert len(lines) == 2
    assert lines <= set(run("log", book).out.splitlines())


def test_work_goes_on_after_a_restore(versions, run, tmp_path):
    """The file that was taken out can be imported again, and undone; the chain of runs goes on from the restored one."""
    book, states = versions
    assert run("restore", book, "--at", "2026-11-12").code == 0
    assert state_of(book) == states[2]
    assert run("import", book, tmp_path / "in").code == 0
    assert state_of(book) == states[3]
    assert run("undo", book).code == 0
    assert state_of(book) == states[2]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-10", 0),
        ("2026-11-11", 1),
        ("2026-11-11 09:29", 0),
        ("2026-11-11 09:30", 1),
        ("2026-11-11T09:30:14", 0),
        ("2026-11-11 9:30:15", 1),
        ("2030-01-01", 2),
    ],
)
def test_a_time_names_the_last_backup_made_by_then(at, expected, versions, run):
    """A day counts to its end, a minute to its last second."""
    book, states = versions
    assert run("restore", book, "--at", at).code == 0
    assert state_of(book) == states[expected]


@pytest.mark.parametrize(
    ("at", "code"),
    [("gestern", "bad-time"), ("2026-13-01", "bad-time"), ("25:00", "bad-time"), ("2026-11-09", "no-backup-so-old")],
)
def test_a_time_that_names_none_is_refused(at, code, versions, run):
    """Exit 2, and the book is as it was."""
    book, _ = versions
    before = book.read_bytes()
    answer = run("restore", book, "--at", at, "--json")
    assert (answer.code, json.loads(answer.out)["error"], book.read_bytes()) == (2, code, before)


def test_the_backups_are_listed_with_what_came_after(versions, run):
    """When each was made, how large it is, and the command it was made for; nothing changes."""
    book, _ = versions
    before = book.read_bytes()
    lines = run("restore", book, "--list").out.splitlines()
    assert [line[:19] for line in lines] == [f"2026-11-{day} 09:30:15" for day in (10, 11, 12)]
    assert all("KB  之后：import" in line for line in lines)
    assert book.read_bytes() == before


def test_a_damaged_book_is_brought_back(versions, run):
    """What another program tore to pieces is replaced all the same, found by its name, and kept as a backup."""
    book, states = versions
    book.write_bytes(b"torn")
    assert run("check", book).code == 2
    assert run("restore", book).code == 0
    assert state_of(book) == states[2]
    assert b"torn" in [one.read_bytes() for one in (own_folder(book) / "backups").iterdir()]


def test_a_backup_put_back_by_hand_takes_the_history_along(versions, run, tmp_path):
    """Who copies a backup over the book in the file manager gets its history, too; the next change settles it."""
    book, states = versions
    backup = sorted((own_folder(book) / "backups").iterdir())[1]
    book.write_bytes(backup.read_bytes())
    assert state_of(book) == states[1]
    assert run("import", book, tmp_path / "in").code == 0
    assert state_of(book) == states[3]
    assert [state for _, state in _log(run, book)] == ["done", "outside", "outside", "done"]


def test_without_a_backup_nothing_is_restored(book, run):
    """A new book has none: exit 2 and why."""
    answer = run("restore", book, "--json")
    assert (answer.code, json.loads(answer.out)["error"]) == (2, "no-backups")


def test_the_log_tells_what_each_command_changed(book, run, tmp_path):
    """Words, files with their fingerprints, rows by table; what was taken back is marked."""
    path = inbox.shop(tmp_path / "in", {"2026-03-18": {"访客数": 20, "支付金额": 300}})
    assert run("import", book, path).code == 0
    assert run("goal", book, "--year", 2026, 1000).code == 0
    assert run("undo", book).code == 0
    first, second, third = json.loads(run("log", book, "--json").out)["runs"]
    assert first["command"] == ["import", str(book), str(path)]
    assert [one["file"] for one in first["inputs"]] == [path.name]
    assert {"table": "ShopDay", "changed": 1, "added": 0, "dropped": 0} in first["tables"]
    assert (second["state"], third["undoes"], third["kind"]) == ("undone", second["id"], "undo")
    assert first["id"] < second["id"] < third["id"]
    assert abs(datetime.fromisoformat(first["at"]) - datetime.now()) < timedelta(minutes=5)  # noqa: DTZ005
    assert "（已撤销）" in run("log", book).out


def test_nobody_is_named_in_the_record(book, run, tmp_path):
    """A phone number in a file's name is hidden in the words of a run as it is in Imports."""
    path = inbox.shop(tmp_path / "in", {"2026-03-18": {"访客数": 20, "支付金额": 300}})
    path = path.rename(path.with_name("店铺13800001234.csv"))
    run("import", book, path)
    assert "13800001234" not in run("log", book, "--json").out
    assert b"13800001234" not in (own_folder(book) / "history.sqlite").read_bytes()
