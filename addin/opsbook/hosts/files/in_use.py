"""Check that a workbook may be replaced: no program has it open, and neither file nor folder is read-only."""

import os
import stat
from pathlib import Path

from opsbook.model.errors import FileRefusedError

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def check_replaceable(book: Path) -> None:
    """Make sure that a book can be replaced.

    Raises:
        FileRefusedError: it is gone, read-only, in a read-only folder, or open in Excel, WPS or LibreOffice.
    """
    if not book.is_file():
        raise FileRefusedError("no-file", file=book.name)
    for program, owner_file in opened_by(book):
        raise FileRefusedError("book-open", file=book.name, program=program, lock=owner_file)
    if not _writable(book):
        raise FileRefusedError("book-read-only", file=book.name)
    if not _writable(book.parent):
        raise FileRefusedError("folder-read-only", file=book.name, folder=str(book.parent))
    try:
        book.open("r+b").close()
    except PermissionError:
        raise FileRefusedError("book-open", file=book.name, program="Excel / WPS", lock="-") from None


def opened_by(book: Path) -> list[tuple[str, str]]:
    """Programs that have a book open, by the owner files they put beside it: program and file name."""
    owner_files = {
        "Excel": f"~${book.name}",
        "WPS": f".~{book.name}",
        "LibreOffice": f".~lock.{book.name}#",
    }
    return [(program, name) for program, name in owner_files.items() if book.with_name(name).exists()]


def _writable(path: Path) -> bool:
    # Mode bits too: an administrator may write anything, yet read-only was meant.
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & _WRITABLE)
