"""One OpsBook at a time may save a book."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from opsbook.model.errors import FileRefusedError

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def only_one(lock: Path, book: Path) -> Iterator[None]:
    """Hold a book's lock; the system lets go of it when the process ends, however it ends.

    Args:
        lock: the lock file, made when missing and left in place.
        book: the workbook, for the message.

    Raises:
        FileRefusedError: another process holds the lock.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("ab") as handle:
        try:
            _take(handle)
        except OSError as problem:
            # Some network drives know no locks: there the check that the file is unchanged has to do.
            if problem.errno in _TAKEN:
                raise FileRefusedError("book-busy", file=book.name) from None
        yield
