"""Saving is all or nothing, keeps backups, and steps back when somebody else has the file."""

import errno
import os
import random
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

import opsbook
from opsbook.hosts.files.backups import Keeping
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.files.lock import only_one
from opsbook.hosts.files.save import back_up
from opsbook.model.errors import FileRefusedError
from support.ooxml import assert_valid
from support.own_folder import home_of, own_folder
from support.small_book import print_book

KILLS = 20
LOOP = """
import sys
from opsbook.hosts.files.host import FilesHost
print("started", flush=True)
number = 0
while True:
    host = FilesHost(sys.argv[1])
    number += 1
    host.write_name("the_day", float(number))
    host.save()
"""

HOLD = """
import sys, time
from pathlib import Path
from opsbook.hosts.files.lock import only_one
with only_one(Path(sys.argv[1]), Path(sys.argv[2])):
    print("held", flush=True)
    time.sleep(600)
"""


def _changed(path):
    host = FilesHost(path)
    host.write_name("shop", "又改过" if host.read_name("shop") == "改过" else "改过")
    return host


def _refused(host):
    with pytest.raises(FileRefusedError) as refused:
        host.save()
    return refused.value.code


def _backups(path):
    return sorted((own_folder(path) / "backups").iterdir())


def test_a_save_keeps_what_was_there_before(book):
    """The backup holds the bytes of the file before the save."""
    before = book.read_bytes()
    _changed(book).save()
    (backup,) = _backups(book)
    assert backup.read_bytes() == before
    assert backup.name.endswith(".xlsx.bak")
    assert backup.parent == book.parent / ".opsbook" / home_of(book).id / "backups"


@pytest.mark.parametrize("count", [1, 4])
def test_every_save_of_today_is_kept(book, count):
    """After some saves there are as many backups, each as the book was before, though no other day is asked for."""
    host, before = FilesHost(book, keeping=Keeping(0, 0)), []
    for number in range(count):
        before.append(book.read_bytes())
        host.write_name("the_day", float(number))
        host.save()
    assert [backup.read_bytes() for backup in _backups(book)] == before


@pytest.mark.parametrize("year", [1999, 2999])
def test_the_newest_backup_stays_whatever_the_clock_says(book, year):
    """Backups that seem to come from another time are counted apart; the one just written never goes."""
    home = home_of(book)
    for number in range(3):
        back_up(home, b"%d" % number, Keeping())
    for backup in _backups(book):
        backup.rename(backup.with_name(f"{year}{backup.name[4:]}"))
    newest = back_up(home, b"new", Keeping(0, 0))
    assert newest.read_bytes() == b"new"
    assert len(_backups(book)) == {1999: 1, 2999: 4}[year]


def test_a_saved_host_goes_on(book):
    """One host may be saved again and again."""
    host = _changed(book)
    host.save()
    host.upsert_rows("Log", ["日期"], [{"日期": 1.0}, {"日期": 2.0}])
    host.save()
    assert [row[0] for row in FilesHost(book).read_table("Log").rows] == [1.0, 2.0]


@pytest.mark.parametrize("name", ["~$book.xlsx", ".~book.xlsx", ".~lock.book.xlsx#"])
def test_an_open_book_is_not_replaced(book, name):
    """The owner files of Excel, WPS and LibreOffice stop the save; once they are gone it works."""
    before, host, lock = book.read_bytes(), _changed(book), book.with_name(name)
    lock.touch()
    assert _refused(host) == "book-open"
    assert book.read_bytes() == before
    lock.unlink()
    host.save()
    assert FilesHost(book).read_name("shop") == "改过"


def test_a_book_held_by_another_program_is_not_replaced(book, monkeypatch):
    """Windows answers 'permission denied' while a program holds the file."""
    host, workbook = _changed(book), Path.open

    def shared(path, mode="r", *rest, **more):
        if mode == "r+b":
            raise PermissionError(13, "sharing violation")
        return workbook(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", shared)
    assert _refused(host) == "book-open"


@pytest.mark.parametrize(
    ("what", "code"),
    [pytest.param("book", "book-read-only", id="file"), pytest.param("folder", "folder-read-only", id="folder")],
)
def test_read_only_is_respected(book, what, code):
    """A read-only file or folder refuses, even an administrator; nothing is left behind."""
    host = _changed(book)
    path = book if what == "book" else book.parent
    mode = path.stat().st_mode
    path.chmod(mode & ~0o222)
    try:
        assert _refused(host) == code
        assert [file.name for file in book.parent.iterdir()] == ["book.xlsx"]
    finally:
        path.chmod(mode)


def test_a_book_that_is_gone_is_told(book):
    """A moved file is not written anew under its old name."""
    host = _changed(book)
    book.unlink()
    assert _refused(host) == "no-file"
    assert not book.exists()


def test_a_book_changed_meanwhile_is_not_overwritten(book):
    """Somebody else's save between reading and saving wins."""
    late = _changed(book)
    other = FilesHost(book)
    other.write_name("the_day", 1.0)
    other.save()
    theirs = book.read_bytes()
    assert _refused(late) == "book-changed"
    assert book.read_bytes() == theirs


def test_only_one_opsbook_saves_at_a_time(book):
    """While another one holds the lock a save is refused; afterwards it works."""
    host = _changed(book)
    with only_one(home_of(book).lock, book):
        assert _refused(host) == "book-busy"
    host.save()


def test_the_lock_of_a_killed_process_does_not_block(book):
    """While another process holds the lock a save is refused; once that process is killed, it works."""
    host, lock = _changed(book), home_of(book).lock
    command = [sys.executable, "-c", HOLD, str(lock), str(book)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=_environment()) as holder:
        assert holder.stdout.readline() == b"held\n"
        assert _refused(host) == "book-busy"
        holder.kill()
    host.save()
    assert lock.read_bytes() == b""


@pytest.mark.skipif(os.name == "nt", reason="stands in for the locks of POSIX")
@pytest.mark.parametrize("reason", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_drive_without_locks_can_be_saved_to(book, monkeypatch, reason):
    """Where the system knows no locks the save goes on, and no file stays that could block the next one."""

    def no_locks(*_):
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr("fcntl.flock", no_locks)
    _changed(book).save()
    assert [one.name for one in home_of(book).lock.parent.iterdir() if one.is_file()] == ["book.xlsx.lock"]
    _changed(book).save()


@pytest.mark.skipif(os.name == "nt", reason="stands in for the locks of POSIX")
@pytest.mark.parametrize(("reason", "code"), [(errno.EACCES, "book-busy"), (errno.EPERM, "book-not-saved")])
def test_a_lock_that_is_denied_stops_the_save(book, monkeypatch, reason, code):
    """Some systems call a lock that is held a denied one; one that may not be taken at all is no missing lock either."""

    def denied(*_):
        raise OSError(reason, os.strerror(reason))

    host, before = _changed(book), book.read_bytes()
    monkeypatch.setattr("fcntl.flock", denied)
    assert _refused(host) == code
    assert book.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="folders of Windows have no such mode")
def test_colleagues_can_take_the_lock(book):
    """The lock file has the permissions that the system gives every new file."""
    _changed(book).save()
    fresh = book.with_name("fresh")
    fresh.touch()
    assert stat.S_IMODE(home_of(book).lock.stat().st_mode) == stat.S_IMODE(fresh.stat().st_mode)


def test_leftovers_of_a_killed_run_are_removed(book):
    """Only OpsBook's own temporary files of this book go, beside it and among its backups, and none of a living process."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    _changed(book).save()
    backups = own_folder(book) / "backups"
    gone = [book.with_name(f"~opsbook-book.xlsx-{ended.pid}.tmp"), backups / f"~opsbook-1.xlsx.bak-{ended.pid}.tmp"]
    living = [f"~opsbook-book.xlsx-{os.getppid()}.tmp", f"~opsbook-book.xlsx-{os.getppid()}0x.tmp"]
    stay = [book.with_name(name) for name in ("my.tmp", f"~opsbook-other.xlsx-{ended.pid}.tmp", *living)]
    stay += [backups / f"~opsbook-1.xlsx.bak-{os.getppid()}.tmp", backups / "my.bak-1.tmp"]
    for path in (*gone, *stay):
        path.touch()
    _changed(book).save()
    assert sorted(book.parent.glob("*.tmp")) + sorted(backups.glob("*.tmp")) == sorted(stay[:4]) + sorted(stay[4:])


def test_an_old_leftover_goes_whoever_wrote_it(book):
    """After an hour nobody is still saving: a process number may have been given to another program since."""
    old, fresh = (book.with_name(f"~opsbook-book.xlsx-{number}.tmp") for number in (os.getppid(), os.getpid()))
    for path, age in ((old, 3700), (fresh, 60)):
        path.touch()
        os.utime(path, (time.time() - age, time.time() - age))
    _changed(book).save()
    assert not old.exists()


def test_a_failing_disk_leaves_the_old_file(book, monkeypatch):
    """When the last step fails, the file is as it was and no temporary file stays."""
    before, host = book.read_bytes(), _changed(book)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert _refused(host) == "book-not-saved"
    assert book.read_bytes() == before
    assert list(book.parent.glob("*.tmp")) == []


def test_the_file_keeps_its_permissions(book):
    """Whoever could read the file still can."""
    book.chmod(0o640)
    _changed(book).save()
    assert stat.S_IMODE(book.stat().st_mode) == 0o640


def test_a_link_to_a_book_stays_a_link(book):
    """The file behind a link is replaced, not the link."""
    link = book.with_name("link.xlsx")
    link.symlink_to(book)
    _changed(link).save()
    assert link.is_symlink()
    assert FilesHost(book).read_name("shop") == "改过"


def test_a_book_is_kept_under_a_new_name(book, tmp_path):
    """The source stays as it is; an existing file is not overwritten."""
    before, new = book.read_bytes(), tmp_path / "new.xlsx"
    host = _changed(book)
    host.save_as(new)
    assert (book.read_bytes(), FilesHost(new).read_name("shop")) == (before, "改过")
    with pytest.raises(FileRefusedError) as refused:
        _changed(book).save_as(new)
    assert refused.value.code == "book-exists"
    host.write_name("shop", "又改")
    host.save()
    assert FilesHost(new).read_name("shop") == "又改"


def test_a_killed_process_leaves_the_old_or_the_new_file(tmp_path):
    """Twenty kills at random moments: the book is whole every time, and the next save tidies up."""
    book, moments = print_book(tmp_path / "book.xlsx"), random.Random(20)
    for _ in range(KILLS):
        _kill_while_saving(book, moments.uniform(0, 0.05))
        assert isinstance(FilesHost(book).read_name("the_day"), float)
        assert_valid(book)
    _changed(book).save()
    assert sorted(file.name for file in tmp_path.iterdir()) == [".opsbook", "book.xlsx"]


def _environment():
    return os.environ | {"PYTHONPATH": str(Path(opsbook.__file__).parents[1])}


def _kill_while_saving(book, moment):
    command = [sys.executable, "-c", LOOP, str(book)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=_environment()) as process:
        assert process.stdout.readline() == b"started\n"
        time.sleep(moment)
        assert process.poll() is None
        process.kill()
