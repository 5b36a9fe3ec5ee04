"""What cannot be done: exit 2, one plain message in the right language, a log id, and nothing changed."""

import json
import os
import re

import pytest

from opsbook.engine.console.log import log_file
from opsbook.features.books.commands import refresh_day
from support import inbox
from support.books import SHOP

NEW = ["new", "{dir}/n.xlsx", "--shop", SHOP, "--year", "2026"]
CASES = {
    "import, no book": (["import", "{dir}/no.xlsx", "{dir}"], "no.xlsx"),
    "import, no path": (["import", "{book}", "{dir}/nowhere"], "nowhere"),
    "import into another file": (["import", "{dir}/plain.xlsx", "{dir}"], "plain.xlsx"),
    "refresh a folder": (["refresh", "{dir}"], "无法读取"),
    "refresh, no such day": (["refresh", "{book}", "--date", "2026-02-30"], "2026-02-30"),
    "refresh, a day outside": (["refresh", "{book}", "--date", "2024-12-31"], "2024-12-31"),
    "import, swapped": (["import", "{dir}", "{book}"], "写反了"),
    "daily, swapped": (["daily", "{dir}", "{book}"], "写反了"),
    "daily, no inbox": (["daily", "{book}", "{dir}/nowhere"], "nowhere"),
    "goal in words": (["goal", "{book}", "--year", "2026", "很多"], "很多"),
    "goal with cents": (["goal", "{book}", "--year", "2026", "100.5"], "100.5"),
    "goal below zero": (["goal", "{book}", "--year", "2026", "--", "-5"], "-5"),
    "goal with commas anywhere": (["goal", "{book}", "--year", "2026", "1,2,3"], "1,2,3"),
    "goal too large": (["goal", "{book}", "--year", "2026", "10001亿"], "1,000,000,000,000"),
    "goal of another year": (["goal", "{book}", "--year", "2025", "100"], "2025"),
    "goal of month 13": (["goal", "{book}", "--month", "2026-13", "100"], "2026-13"),
    "goal of a month outside": (["goal", "{book}", "--month", "2027-01", "100"], "2027-01"),
    "check, no book": (["check", "{dir}/no.xlsx"], "no.xlsx"),
    "verify, no book": (["verify", "{dir}/no.xlsx"], "no.xlsx"),
    "detect, no path": (["detect", "{dir}/nowhere"], "nowhere"),
    "new over a book": (["new", "{book}", *NEW[2:]], "book.xlsx"),
    "new, no template": ([*NEW, "--template", "{dir}/no.xlsx"], "no.xlsx"),
    "new from another file": ([*NEW, "--template", "{dir}/plain.xlsx"], "plain.xlsx"),
    "new, year too early": ([*NEW[:-1], "1999"], "1999"),
    "new, blank shop": ([*NEW[:2], "--shop", "  ", "--year", "2026"], "--shop"),
    "new, no folder": (["new", "{dir}/no/n.xlsx", *NEW[2:]], "n.xlsx"),
    "demo over a demo": (["demo", "{dir}/demo"], "OpsBook-demo.xlsx"),
}


def _prepared(folder):
    (folder / "plain.xlsx").write_bytes(b"not a workbook")
    (folder / "demo").mkdir()
    (folder / "demo" / "OpsBook-demo.xlsx").write_bytes(b"mine")
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize(("words", "named"), CASES.values(), ids=CASES)
def test_what_cannot_be_done_is_said_and_changes_nothing(words, named, book, run, tmp_path):
    """Exit 2; the message names what was asked and a log id that the log knows; every file is as it was."""
    before = _prepared(tmp_path)
    said = [word.format(book=book, dir=tmp_path) for word in words]
    answer = run(*said)
    assert (answer.code, answer.out) == (2, "")
    assert named in answer.err
    assert "Traceback" not in answer.err
    number = re.search(r"日志编号 (\w{8})", answer.err)[1]
    assert number in log_file().read_text("utf-8")
    after = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() and file != log_file()}
    assert after == before


def test_a_failure_is_json_too(run, tmp_path):
    """--json tells the code, the message, what to do and the log id."""
    answer = json.loads(run("refresh", tmp_path / "no.xlsx", "--json").out)
    assert answer.keys() == {"error", "message", "hint", "log"}
    assert answer["error"] == "no-file"
    assert "no.xlsx" in answer["message"]


@pytest.mark.parametrize("lock", ["~$book.xlsx", ".~book.xlsx", ".~lock.book.xlsx#"])
def test_an_open_book_is_left_alone(lock, book, run, tmp_path):
    """While Excel, WPS or LibreOffice have it open: exit 2, what to do, the file as it was."""
    path = inbox.shop(tmp_path / "in", {"2026-03-18": {"访客数": 1, "支付金额": 1}})
    (tmp_path / lock).write_bytes(b"somebody")
    before = book.read_bytes()
    answer = run("import", book, path)
    assert answer.code == 2
    assert "关闭" in answer.err
    assert book.read_bytes() == before
    (tmp_path / lock).unlink()
    assert run("import", book, path).code == 0


@pytest.mark.parametrize("lock", ["~$book.xlsx", ".~book.xlsx", ".~lock.book.xlsx#"])
@pytest.mark.parametrize(
    "words", [["daily", "{in}"], ["import", "{in}"], ["refresh"], ["goal", "--year", "2026", "100"]]
)
def test_an_open_book_is_refused_before_the_work(words, lock, book, run, tmp_path, monkeypatch):
    """No file is read first, and it is refused even where nothing would change."""
    inbox.shop(tmp_path / "in", {"2026-03-18": {"访客数": 1, "支付金额": 1}})
    (tmp_path / lock).write_bytes(b"somebody")
    monkeypatch.setattr("opsbook.features.books.commands.import_inbox", None)  # a call of it would crash
    answer = run(words[0], book, *(str(tmp_path / "in") if word == "{in}" else word for word in words[1:]))
    assert (answer.code, answer.out) == (2, "")
    assert lock in answer.err
    assert "关闭" in answer.err


@pytest.mark.parametrize(
    "words", [["check", "{book}"], ["history", "{book}"], ["import", "{book}", "{in}", "--dry-run"]]
)
def test_what_only_looks_says_that_an_open_book_may_be_newer(words, book, run, tmp_path):
    """Looking goes on; unsaved changes are said to be out of sight. Without an owner file nothing is said."""
    inbox.shop(tmp_path / "in", {"2026-03-18": {"访客数": 1, "支付金额": 1}})
    words = [word.format_map({"book": str(book), "in": str(tmp_path / "in")}) for word in words]
    quiet = run(*words)
    (tmp_path / "~$book.xlsx").write_bytes(b"somebody")
    answer = run(*words)
    assert answer.code == quiet.code != 2
    assert ("还没保存的改动" in answer.err, "还没保存的改动" in quiet.err) == (True, False)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions elsewhere")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_is_left_alone(what, book, run, tmp_path):
    """A read-only book or folder: exit 2, the file as it was."""
    path = inbox.shop(tmp_path.parent / f"{tmp_path.name}-in", {"2026-03-18": {"访客数": 1, "支付金额": 1}})
    before, locked = book.read_bytes(), book if what == "file" else tmp_path
    mode = locked.stat().st_mode
    locked.chmod(mode & ~0o222)
    try:
        answer = run("import", book, path)
    finally:
        locked.chmod(mode)
    assert answer.code == 2
    assert "只读" in answer.err
    assert book.read_bytes() == before


def test_a_book_changed_meanwhile_is_left_alone(book, run, tmp_path, monkeypatch):
    """Somebody saves the book while it is being worked on: exit 2, and theirs is what stays."""
    path = inbox.shop(tmp_path / "in", {"2026-03-18": {"访客数": 1, "支付金额": 1}})
    theirs = book.read_bytes() + b"\0"

    def meanwhile(*words, **more):
        book.write_bytes(theirs)
        return refresh_day(*words, **more)

    monkeypatch.setattr("opsbook.features.books.commands.refresh_day", meanwhile)
    answer = run("import", book, path)
    assert answer.code == 2
    assert "再运行一次" in answer.err
    assert book.read_bytes() == theirs
