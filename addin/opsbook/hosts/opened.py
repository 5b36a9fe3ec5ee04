"""Whether a book may be replaced: nobody has it open, nothing is read-only."""

import os
import stat
from pathlib import Path

from opsbook.errors import FileRefusedError

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def check_replaceable(book: Path) -> None:
    """Make sure that a book can be replaced.

    Raises:
        FileRefusedError: it is gone, read-only, in a read-only folder, or open in Excel, WPS or LibreOffice.
    """
    if not book.is_file():
        raise FileRefusedError("no-file", file=book.name)
    for owner_file, program in _owner_files(book):
        if owner_file.exists():
            raise FileRefusedError("book-open", file=book.name, program=program, lock=owner_file.name)
    if not _writable(book):
        raise FileRefusedError("book-read-only", file=book.name)
    if not _writable(book.parent):
        raise FileRefusedError("folder-read-only", file=book.name, folder=str(book.parent))
    try:
        book.open("r+b").close()
    except PermissionError:
        raise FileRefusedError("book-open", file=book.name, program="Excel / WPS", lock="-") from None


def _owner_files(book: Path) -> list[tuple[Path, str]]:
    """Files that programs put beside a book while they have it open."""
    names = {
        f"~${book.name}": "Excel",
        f".~{book.name}": "WPS",
        f".~lock.{book.name}#": "LibreOffice",
    }
    return [(book.with_name(name), program) for name, program in names.items()]


def _writable(path: Path) -> bool:
    # Mode bits too: an administrator may write anything, yet read-only was meant.
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & _WRITABLE)
