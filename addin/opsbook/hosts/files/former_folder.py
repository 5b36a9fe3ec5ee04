"""A macro workbook once shared its folder with the .xlsx of the same name: it starts its own with what is its own."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import why

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
            only while the workbook that keeps the former folder stands beside, for without it the folder was never shared.

    Raises:
        FileRefusedError: the copy cannot be made.
    """
    _move_along(book)
    folder, former = own_folder(book), _former(book)
    if former is None:
        return
    copy = folder.with_name(f"~opsbook-{folder.name}-{os.getpid()}.tmp")
    try:
        (copy / "backups").mkdir(parents=True)
        for backup in (former / "backups").glob(f"*{book.suffix}.bak"):
            shutil.copy2(backup, copy / "backups")
        if (former / HISTORY).exists():
            _copy_history(former / HISTORY, copy / HISTORY, belongs if _is_kept(former, book) else None)
        copy.rename(folder)
    except OSError as problem:
        raise FileRefusedError("history-refused", file=folder, reason=why(problem)) from None
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def begin_anew(book: Path) -> None:
    """Give a new workbook a folder of its own where it would otherwise take over what an earlier one left behind."""
    _move_along(book)
    if _former(book) is not None:
        own_folder(book).mkdir()


def _move_along(book: Path) -> None:
    """Move the folder of `b.xlsm.xlsx` out of the one that is `b.xlsm`'s now, whichever of them comes first; backups tell."""
    keeper = book if book.suffix.lower() == ".xlsx" else book.with_name(f"{book.name}.xlsx")
    folder, former = own_folder(keeper), book.parent / ".opsbook" / keeper.stem
    backups = (former / "backups").glob("*.bak")
    if former == folder or folder.exists() or not any(one.stem.lower().endswith(".xlsx") for one in backups):
        return
    try:
        former.rename(folder)
    except OSError as problem:
        raise FileRefusedError("history-refused", file=folder, reason=why(problem)) from None


def _former(book: Path) -> Path | None:
    """The folder of the former name that a macro workbook took nothing over from yet."""
    folder, former = own_folder(book), book.parent / ".opsbook" / book.stem
    return former if book.suffix.lower() == ".xlsm" and former.is_dir() and not folder.exists() else None


def _is_kept(folder: Path, book: Path) -> bool:
    """Whether the folder is that of another workbook beside this one."""
    beside = (one for one in book.parent.iterdir() if one.suffix.lower() in {".xlsx", ".xlsm"} and one != book)
    return any(own_folder(one) == folder for one in beside)


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
