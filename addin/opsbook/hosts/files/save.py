"""Replacing a workbook all or nothing, with a backup in its own folder."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from opsbook.hosts.files.backups import Keeping, backup_name, prune
from opsbook.hosts.files.home import Home
from opsbook.hosts.files.in_use import check_replaceable
from opsbook.hosts.files.lock import only_one
from opsbook.hosts.files.whole_files import remove_leftovers, write_whole
from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import why


def replace_book(home: Home, before: bytes, after: bytes, keeping: Keeping, first: Callable[[str], None]) -> None:
    """Replace a book on disk; a killed process leaves the old or the new file, never a torn one.

    Args:
        home: the book's folder, which is made or renamed where that is due.
        before: what the file must still hold.
        after: what it will hold.
        keeping: which backups stay.
        first: what else has to be safe before it is replaced; hears what the backup is called.

    Raises:
        FileRefusedError: the file is open, read-only, gone, changed by somebody else, or the disk refuses.
    """
    book = home.book
    try:
        check_replaceable(book)
        with only_one(home.lock, book):
            if book.read_bytes() != before:
                raise FileRefusedError("book-changed", file=book.name)
            remove_leftovers(book, home.to_write())
            first(back_up(home, before, keeping).name)
            write_whole(book, after)
    except OSError as problem:
        raise FileRefusedError("book-not-saved", file=book.name, reason=why(problem)) from None


def back_up(home: Home, content: bytes, keeping: Keeping) -> Path:
    """Keep an old version of a book in its folder, and prune those before it.

    Args:
        home: the book's folder.
        content: what the old version holds.
        keeping: which backups stay; the new one does, whatever the clock says.

    Returns:
        The backup.
    """
    folder, suffix = home.to_write() / "backups", home.book.suffix
    folder.mkdir(parents=True, exist_ok=True)
    moment = datetime.now(tz=UTC).astimezone().replace(tzinfo=None)
    backup = folder / backup_name(moment, suffix)
    write_whole(backup, content)
    prune(folder, suffix, moment, keeping)
    return backup
