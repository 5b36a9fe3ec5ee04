"""Files written in one step: a killed process leaves the old one or the new one, never a torn one."""

import glob
import os
import re
import shutil
import time
from pathlib import Path

from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import why

_WRITER = re.compile(r"-([1-9]\d*)\.tmp$")  # the process that writes a temporary file
_OLD_SECONDS = 3600.0  # no save takes that long


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under its name in one step."""
    temporary = path.with_name(f"{_prefix(path)}{os.getpid()}.tmp")
    try:
        _write_through(temporary, content)
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Write a new file in one step.

    Raises:
        FileRefusedError: there is a file of that name already, or the disk refuses.
    """
    if path.exists():
        raise FileRefusedError("book-exists", file=path.name)
    try:
        write_whole(path, content)
    except OSError as problem:
        raise FileRefusedError("book-not-made", file=path.name, reason=why(problem)) from None


def remove_leftovers(book: Path, folder: Path) -> None:
    """Remove what processes that were killed left behind: beside a workbook, and below its folder.

    Args:
        book: the workbook.
        folder: its own folder.
    """
    beside = book.parent.glob(f"{glob.escape(_prefix(book))}*.tmp")
    for leftover in (*beside, *folder.glob("~opsbook-*.tmp"), *(folder / "backups").glob("~opsbook-*.bak-*.tmp")):
        if _is_abandoned(leftover):
            leftover.unlink(missing_ok=True)
    for leftover in folder.parent.glob("~opsbook-*.tmp"):  # a folder that was being made
        if _is_abandoned(leftover):
            shutil.rmtree(leftover, ignore_errors=True)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _prefix(path: Path) -> str:
    return f"~opsbook-{path.name}-"


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


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders; its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
