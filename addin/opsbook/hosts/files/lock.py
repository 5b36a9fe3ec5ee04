"""One OpsBook at a time may save a book."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from opsbook.model.errors import FileRefusedError


@contextmanager
def only_one(lock: Path, book: Path) -> Iterator[None]:
    """Hold a book's lock; the system releases it when the process ends, however it ends.

    Args:
        lock: the lock file, made when missing and left in place.
        book: the workbook, for the message.

    Raises:
        FileRefusedError: another process holds the lock.
        OSError: the lock file cannot be written, or the system forbids locking it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only a save needs it

    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.open("ab").close()  # the library would make it too, but only with the rights that it sees fit
    # A drive without locks must not get the library's marker file instead: a killed process would leave it behind.
    held = FileLock(lock, timeout=0, fallback_to_soft=False, preserve_lock_file=True)
    try:
        held.acquire()
    except Timeout:
        raise FileRefusedError("book-busy", file=book.name) from None
    except PermissionError:
        raise
    except OSError:
        # Some network drives know no locks: there the check that the file is unchanged has to do.
        pass
    try:
        yield
    finally:
        held.release()
