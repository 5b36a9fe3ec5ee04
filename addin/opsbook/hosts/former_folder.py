"""A macro workbook once shared its folder with the .xlsx of the same name: it starts its own with what is its own."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from opsbook.errors import FileRefusedError
from opsbook.vocabulary.reasons import why

if TYPE_CHECKING:
    import sqlite3

HISTORY = "history.sqlite"
Belongs = Callable[[str, str], bool]


def own_folder(book: Path) -> Path:
    """Where OpsBook keeps what belongs to a book: backups, history, lock.

    A macro workbook's folder carries its ending. So does one whose name would be taken for that: `b.xlsm.xlsx`.
    """
    if book.suffix.lower() == ".xlsm":
        return book.parent / ".opsbook" / f"{book.stem}.xlsm"
    return book.parent / ".opsbook" / (book.name if book.stem.lower().endswith(".xlsm") else book.stem)


def take_over(book: Path, belongs: Belongs) -> None:
    """Copy the folder that a macro workbook had before, once; the former one stays as it is.

    Args:
        book: the workbook.
        belongs: whether a row of a table (its name) and a day (2026-11-12) is told of by the workbook's own imports; asked
            only while an .xlsx of the same name stands beside, for without one the folder was never shared.

    Raises:
        FileRefusedError: the copy cannot be made.
    """
    folder, former = own_folder(book), _former(book)
    if former is None:
        return
    copy = folder.with_name(f"~opsbook-{folder.name}-{os.getpid()}.tmp")
    try:
        (copy / "backups").mkdir(parents=True)
        for backup in (former / "backups").glob(f"*{book.suffix}.bak"):
            shutil.copy2(backup, copy / "backups")
        if (former / HISTORY).exists():
            _copy_history(former / HISTORY, copy / HISTORY, belongs if _has_twin(book) else None)
        copy.rename(folder)
    except OSError as problem:
        raise FileRefusedError("history-refused", file=folder, reason=why(problem)) from None
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def begin_anew(book: Path) -> None:
    """Give a new workbook a folder of its own where it would otherwise take over what an earlier one left behind."""
    if _former(book) is not None:
        own_folder(book).mkdir()


def _former(book: Path) -> Path | None:
    """The folder of the former name that nothing was taken over from yet."""
    folder, former = own_folder(book), book.parent / ".opsbook" / book.stem
    return None if former == folder or folder.exists() or not former.is_dir() else former


def _has_twin(book: Path) -> bool:
    return any(one.suffix.lower() == ".xlsx" for one in book.parent.glob("*.*") if one.stem == book.stem)


def _copy_history(former: Path, copy: Path, belongs: Belongs | None) -> None:
    import sqlite3  # noqa: PLC0415 - most books have no past yet

    try:
        with closing(sqlite3.connect(former)) as source, closing(sqlite3.connect(copy)) as base:
            source.backup(base)
            if belongs is not None:
                _drop_strangers(base, belongs)
    except sqlite3.Error as problem:
        raise FileRefusedError("history-refused", file=former, reason=f"{problem}") from None


def _drop_strangers(base: "sqlite3.Connection", belongs: Belongs) -> None:
    kinds = base.execute("select distinct name, day from past").fetchall()
    with base:
        base.executemany("delete from past where name = ? and day = ?", [kind for kind in kinds if not belongs(*kind)])
