"""Which history is a book's: renamed, moved, copied, mailed, put back; told by the id inside and the name last saved."""

import json
import shutil

import pytest

from opsbook.hosts.files.claims import ID, RUN, property_in
from opsbook.hosts.files.host import FilesHost
from support import inbox
from support.former_book import aged, without_id
from support.house import open_book
from support.own_folder import history_of, home_of, own_folder

OLD, NEW = "2026-01-05", "2026-04-20"  # so far apart that the old day leaves the workbook
ITEM = "600000000001"


def _items(folder, day, item=ITEM, made="2026-07-01"):
    return inbox.items(folder, day, {item: {"商品访客数": 1, "支付金额": 5}}, made=made, name=day)


@pytest.fixture
def past(book, run, tmp_path):
    """A book with one row in its history, and two runs."""
    for day in (OLD, NEW):
        assert run("import", book, _items(tmp_path / "in", day)).code == 0
    assert _rows(book) == 1
    return book


def _rows(book):
    return len(open_book(FilesHost(book)).host.history.rows("ItemDay"))


def _change(run, book, amount=100):
    answer = run("goal", book, "--year", 2026, amount)
    assert answer.code == 0, answer.err
    return answer


def _named(book):
    return json.loads((own_folder(book) / "book.json").read_text(encoding="utf-8"))


def test_every_new_book_has_an_id_of_its_own(run, tmp_path, demo_folder):
    """Random, twelve digits, with a folder that names the file; a team's template, itself once a book, gives a new one."""
    books = [tmp_path / name for name in ("a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx")]
    words = ["--shop", "店", "--year", 2026]
    for book, more in zip(books, ([], [], ["--template", books[0]], ["--template", books[2]]), strict=True):
        assert run("new", book, *words, *more).code == 0
        if book == books[0]:
            _change(run, book)
    ids = [property_in(book, ID) for book in (*books, demo_folder("zh") / "OpsBook-demo.xlsx")]
    assert len(set(ids)) == 5
    assert all(len(one) == 12 for one in ids)
    assert [_named(book)["file"] for book in books] == [book.name for book in books]
    assert [[one.run.kind.value for one in history_of(book).runs()] for book in books[1:]] == [["made"]] * 3
    assert len({property_in(book, RUN) for book in books}) == 4


@pytest.mark.parametrize("target", ["new-name.xlsx", "other/book.xlsx", "other/new-name.xlsx"])
def test_a_renamed_or_moved_book_finds_its_history(target, past, run, tmp_path):
    """Renamed alone, or moved with the folder .opsbook: the rows are there, and the next change notes the name."""
    own, now = property_in(past, ID), tmp_path / target
    if now.parent != tmp_path:
        now.parent.mkdir()
        (tmp_path / ".opsbook").rename(now.parent / ".opsbook")
    past.rename(now)
    assert _rows(now) == 1
    _change(run, now)
    assert (_rows(now), property_in(now, ID), _named(now)) == (1, own, {"id": own, "file": now.name, "taken": ""})
    assert "历史" not in run("refresh", now).err


@pytest.mark.parametrize("name", ["copy.xlsx", "book.xlsm"])
def test_a_copy_beside_gets_a_history_of_its_own(name, past, run, tmp_path):
    """Until its first change it reads the original's; then it has an id and a copy, and they part ways."""
    own, copy = property_in(past, ID), tmp_path / name
    shutil.copy(past, copy)
    assert (_rows(copy), own_folder(copy)) == (1, own_folder(past))
    assert run("import", copy, _items(tmp_path / "later", "2026-06-20")).code == 0
    assert property_in(copy, ID) != own == property_in(past, ID)
    assert (_rows(copy), _rows(past)) == (2, 1)
    assert _named(copy)["taken"] == own
    _change(run, past)
    assert (_rows(copy), _rows(past)) == (2, 1)
    assert [one["state"] for one in json.loads(run("log", copy, "--json").out)["runs"]] == ["done"] * 3
    assert run("undo", copy).code == 0
    assert (_rows(copy), _rows(past)) == (1, 1)


def test_a_copy_sees_the_history_as_it_was_when_it_was_made(past, run, tmp_path):
    """Rows that the original archived afterwards are none of the copy's."""
    copy = tmp_path / "copy.xlsx"
    shutil.copy(past, copy)
    assert run("import", past, _items(tmp_path / "later", "2026-06-20")).code == 0
    assert (_rows(past), _rows(copy)) == (2, 1)
    _change(run, copy)
    assert (_rows(past), _rows(copy)) == (2, 1)


def test_the_original_renamed_after_it_was_copied(past, run, tmp_path):
    """The one under the recorded name is the original; once it is gone, whoever changes first takes its place."""
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    own = property_in(past, ID)
    shutil.copy(past, second)
    past.rename(first)
    _change(run, second)
    _change(run, first)
    assert (property_in(second, ID), property_in(first, ID) != own) == (own, True)
    assert (_rows(first), _rows(second)) == (1, 1)


def test_a_book_without_its_folder_goes_on(past, run, tmp_path):
    """Mailed or copied alone: one line says that older rows were left behind, exit as usual; the first change makes a folder
    under the same id, and nothing is said any more."""
    alone = tmp_path / "mail" / "book.xlsx"
    alone.parent.mkdir()
    shutil.copy(past, alone)
    told = run("history", alone, "--table", "ItemDay")
    assert (told.code, told.err.count("没跟过来")) == (0, 1)
    assert list(alone.parent.iterdir()) == [alone]
    told = _change(run, alone)
    assert told.err.count("没跟过来") == 1
    assert (property_in(alone, ID), _rows(alone)) == (property_in(past, ID), 0)
    assert "没跟过来" not in _change(run, alone, 200).err


def test_nothing_is_said_of_rows_that_never_were(book, run):
    """A new book copied alone has left nothing behind."""
    assert run("refresh", book).err == ""


def test_looking_gives_no_id(past, run, tmp_path):
    """Commands that read write neither an id nor a folder, in a book of the naming before ids."""
    former = aged(past)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    for words in (["check", past], ["history", past], ["log", past], ["import", past, tmp_path / "in", "--dry-run"]):
        assert run(*words).code == 0
    assert {
        file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() if "state" not in file.parts
    } == before
    assert _rows(past) == 1
    assert former.is_dir()


def test_a_former_folder_is_taken_over(past, run):
    """The folder under the book's name becomes that of its id with the first change, rows and backups in it."""
    former = aged(past)
    _change(run, past)
    assert not former.exists()
    assert (_rows(past), own_folder(past).name) == (1, property_in(past, ID))
    assert len(list((own_folder(past) / "backups").iterdir())) == 3
    assert run("undo", past).code == 0
    assert run("undo", past).code == 2  # runs before there was a record of them


@pytest.fixture
def claimed(past, tmp_path):
    """A book of before ids, put back over one that has an id by now, while a former folder of its name lies there, too."""
    own = property_in(past, ID)
    without_id(past)
    shutil.copytree(tmp_path / ".opsbook" / own, tmp_path / ".opsbook" / "book")
    (tmp_path / ".opsbook" / "book" / "book.json").unlink()
    return past, own


@pytest.mark.parametrize("words", [["history"], ["check"], ["refresh"], ["log"], ["undo"]])
def test_two_folders_that_claim_a_book_stop_every_command(words, claimed, run):
    """Exit 2, both are named, with what to type; nothing is written."""
    book, own = claimed
    before = book.read_bytes()
    answer = run(*words, book)
    assert (answer.code, book.read_bytes()) == (2, before)
    assert own in answer.err
    assert "、book" in answer.err
    assert "--join" in answer.err


@pytest.mark.parametrize("which", ["id", "former", "new"])
def test_one_of_them_is_chosen(which, claimed, run):
    """By --join with either name, or --new: from then on the book carries an id, and nobody asks again."""
    book, own = claimed
    words = {"id": ["--join", own], "former": ["--join", "book"], "new": ["--new"]}[which]
    answer = json.loads(run("history", book, *words, "--json").out)
    assert answer["id"] == property_in(book, ID) == own_folder(book).name
    assert (answer["id"] == own, answer["rows"]) == (which == "id", 0 if which == "new" else 1)
    assert _rows(book) == answer["rows"]
    _change(run, book)
    assert _rows(book) == answer["rows"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--join", "nobody"], "no-such-history"),
        (["--join", "{other}"], "history-of-another"),
        (["--join", "x", "--new"], "join-or-new"),
        (["--new", "--table", "ItemDay"], "join-or-new"),
    ],
)
def test_what_cannot_be_chosen_is_refused(words, code, past, run, tmp_path):
    """A folder that is not there or another book's; words that exclude each other."""
    other = tmp_path / "other.xlsx"
    assert run("new", other, "--shop", "店", "--year", 2026).code == 0
    before = past.read_bytes()
    answer = run("history", past, *(word.format(other=property_in(other, ID)) for word in words), "--json")
    assert (answer.code, json.loads(answer.out)["error"]) == (2, code)
    assert past.read_bytes() == before


def test_a_lost_folder_is_joined_again(past, run, tmp_path):
    """A book that went on alone takes its former history back when that is copied beside it under another id."""
    own = property_in(past, ID)
    kept = tmp_path / ".opsbook" / own
    assert run("history", past, "--new").code == 0
    assert _rows(past) == 0
    assert kept.is_dir()
    assert run("history", past, "--join", own).code == 0
    assert (_rows(past), home_of(past).id) == (1, own)
    assert history_of(past).path == kept / "history.sqlite"


def test_a_failed_save_of_a_copy_leaves_no_book_between_two_folders(past, run, tmp_path, monkeypatch):
    """Killed between the copy of the history and the save: the copy is a copy still, and its next change makes it one."""
    copy = tmp_path / "copy.xlsx"
    shutil.copy(past, copy)

    def cut(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("opsbook.hosts.files.save.write_whole", cut)
        assert run("goal", copy, "--year", 2026, 100).code == 130
    assert (_rows(copy), _rows(past)) == (1, 1)
    _change(run, copy)
    assert property_in(copy, ID) != property_in(past, ID)
    assert (_rows(copy), _rows(past)) == (1, 1)
