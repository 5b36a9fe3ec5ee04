"""Replacing a file all or nothing, with backups beside it."""

import glob
import os
import re
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from opsbook.hosts.files.former_folder import own_folder
from opsbook.hosts.files.in_use import check_replaceable
from opsbook.hosts.files.lock import only_one
from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import why

_WRITER = re.compile(r"-([1-9]\d*)\.tmp$")  # the process that writes a temporary file
_OLD_SECONDS = 3600.0  # no save takes that long


def replace_book(book: Path, before: bytes, after: bytes, backups: int, first: Callable[[], None]) -> None:
    """Replace a book on disk; a killed process leaves the old or the new file, never a torn one.

    Args:
        book: the file.
        before: what it must still hold.
        after: what it will hold.
        backups: how many old versions to keep.
        first: what else has to be safe before it is replaced.

    Raises:
        FileRefusedError: the file is open, read-only, gone, changed by somebody else, or the disk refuses.
    """
    try:
        check_replaceable(book)
        with only_one(own_folder(book) / "lock", book):
            if book.read_bytes() != before:
                raise FileRefusedError("book-changed", file=book.name)
            _remove_leftovers(book)
            back_up(book, before, backups)
            first()
            write_whole(book, after)
    except OSError as problem:
        raise FileRefusedError("book-not-saved", file=book.name, reason=why(problem)) from None


def write_whole(book: Path, content: bytes) -> None:
    """Write a file under its name in one step."""
    temporary = book.with_name(f"{_prefix(book)}{os.getpid()}.tmp")
    try:
        _write_through(temporary, content)
        if book.exists():
            shutil.copymode(book, temporary)
        temporary.replace(book)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(book.parent)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _backups(book: Path) -> Path:
    return own_folder(book) / "backups"


def _prefix(book: Path) -> str:
    return f"~opsbook-{book.name}-"


def _remove_leftovers(book: Path) -> None:
    """Temporary files of processes that were killed: beside the book, and among its backups."""
    beside = book.parent.glob(f"{glob.escape(_prefix(book))}*.tmp")
    for leftover in (*beside, *_backups(book).glob("~opsbook-*.bak-*.tmp")):
        if _is_abandoned(leftover):
            leftover.unlink(missing_ok=True)


def _is_abandoned(leftover: Path) -> bool:
    """Whether nobody writes the file any more; the lock keeps savers of this system out already, not those elsewhere."""
    number = _WRITER.search(leftover.name)
    if number is None:
        return False
    if os.name != "nt" and not _runs(int(number[1])):
        return True
    return time.time() - leftover.stat().st_mtime > _OLD_SECONDS


def _runs(process: int) -> bool:
    """Whether a process of this number runs; never asked on Windows, where the question ends it."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def back_up(book: Path, content: bytes, keep: int) -> Path | None:
    """Keep an old version of a book beside it.

    Args:
        book: the file.
        content: what the old version holds.
        keep: how many backups to keep, the new one included even if the clock is wrong; the oldest are deleted.

    Returns:
        The backup; None when none is kept.
    """
    folder = _backups(book)
    folder.mkdir(parents=True, exist_ok=True)
    moment = datetime.now(tz=UTC).astimezone().strftime("%Y%m%d-%H%M%S-%f")
    backup = folder / f"{moment}{book.suffix}.bak"
    if keep > 0:
        write_whole(backup, content)
    older = sorted(
        (one for one in folder.glob(f"*{book.suffix}.bak") if one != backup),
        key=lambda one: (one.name <= backup.name, one.name),  # what seems to come from the future was there before
    )
    for old in older[: max(0, len(older) - max(0, keep - 1))]:
        old.unlink()
    return backup if keep > 0 else None


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders; its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_new(book: Path, content: bytes) -> None:
    """Write a new file in one step.

    Raises:
        FileRefusedError: there is a file of that name already, or the disk refuses.
    """
    if book.exists():
        raise FileRefusedError("book-exists", file=book.name)
    try:
        write_whole(book, content)
    except OSError as problem:
        raise FileRefusedError("book-not-made", file=book.name, reason=why(problem)) from None
