"""Folders of the naming before ids: `.opsbook/NAME`, which a macro workbook and the .xlsx of its name once shared."""

from collections.abc import Iterator
from pathlib import Path


def former_folder(book: Path) -> Path | None:
    """The folder that kept what belongs to a book before books had ids; None without one.

    A macro workbook's folder carries its ending, the first versions' did not. The folder of a name that would be taken for
    that, `b.xlsm.xlsx`, carries its own; those first versions put it where `b.xlsm` has its folder now, which backups tell.
    """
    root = book.parent / ".opsbook"
    return next((root / name for name in _names(book) if _is_of(root / name, book)), None)


def _names(book: Path) -> Iterator[str]:
    if book.suffix.lower() == ".xlsm":
        yield f"{book.stem}.xlsm"
    elif book.stem.lower().endswith(".xlsm"):
        yield book.name
    yield book.stem


def _is_of(folder: Path, book: Path) -> bool:
    """Whether a folder is of the naming before ids and may hold what is this book's."""
    if not folder.is_dir() or (folder / "book.json").exists():
        return False
    if not folder.name.lower().endswith(".xlsm"):
        return True
    of_double = any(one.stem.lower().endswith(".xlsx") for one in (folder / "backups").glob("*.bak"))
    return folder.name == (book.stem if of_double else book.name)


def is_shared(folder: Path, book: Path) -> bool:
    """Whether another workbook beside this one may have kept its rows in the same folder."""
    beside = (
        one for one in book.parent.iterdir() if one.suffix.lower() in {".xlsx", ".xlsm"} and one.name != book.name
    )
    return any(folder.name in set(_names(one)) and _is_of(folder, one) for one in beside)
