"""What xlwings has no neutral word for: the calls into Excel's own object model, Windows and Mac apart.

Everything else goes through xlwings' neutral names, so that the same code runs over any engine.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import xlwings as xw

from opsbook.hosts.excel.error_cells import ERROR_NAMES, error_name
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import ErrorValue, Value, serial_time

MAC = sys.platform == "darwin"

ALLOWED_WHEN_PROTECTED = (
    *("AllowFormattingCells", "AllowFormattingColumns", "AllowFormattingRows"),
    *("AllowInsertingColumns", "AllowInsertingRows", "AllowInsertingHyperlinks"),
    *("AllowDeletingColumns", "AllowDeletingRows", "AllowSorting", "AllowFiltering", "AllowUsingPivotTables"),
)


def cell_values(cells: xw.Range) -> list[tuple[Value, ...]]:
    """What cells hold, in one call.

    Args:
        cells: a rectangle.

    Returns:
        Row by row: dates as serial numbers, blank cells as None, errors by name.
    """
    found = cells.raw_value if MAC else cells.api.Value2
    if cells.count == 1:
        found = ((found,),)
    elif not isinstance(found[0], list | tuple):
        found = (found,) if cells.shape[0] == 1 else tuple((one,) for one in found)
    return [tuple(plain(one) for one in row) for row in found]


def plain(value: object) -> Value:
    """A value as Excel hands it out, as the workbook counts it.

    >>> plain(datetime(2026, 11, 12)), plain(-2146826246)
    (46338.0, '#N/A')
    """
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        error = error_name(value)
        return float(value) if error is None else ErrorValue(error)
    if isinstance(value, datetime):
        return serial_time(value.replace(tzinfo=None))
    return str(value) if not MAC else _plain_on_mac(value)


def _plain_on_mac(value: object) -> Value:
    """AppleScript knows neither blank cells nor error values: both come as words."""
    text = str(value)
    if text in {"", "k.missing_value"}:
        return None
    return ErrorValue(text) if text in ERROR_NAMES.values() else text


def file_of(book: xw.Book) -> Path | None:
    """The file of an open workbook; None when it was never saved or lies in a cloud that is not synchronised."""
    try:
        path = Path(book.fullname)
    except Exception:  # noqa: BLE001 - xlwings has no error of its own for a place it cannot translate
        return None
    return path if path.is_file() else None


def custom_property(book: xw.Book, name: str) -> str:
    """The text of a custom document property; empty without one, and on a Mac, whose Excel tells none."""
    if MAC:
        return ""
    try:
        return str(book.api.CustomDocumentProperties(name).Value)
    except Exception:  # noqa: BLE001 - Excel has no error of its own for a property that is not there
        return ""


def read_only(book: xw.Book) -> bool:
    """Whether Excel opened the workbook for reading only."""
    return bool(book.api.read_only.get() if MAC else book.api.ReadOnly)


VISIBLE = -1  # what Excel for Windows says of a sheet that can be seen


def structure_locked(book: xw.Book) -> bool:
    """Whether somebody protected the order and names of the sheets, and what is hidden."""
    return bool(book.api.protect_structure.get() if MAC else book.api.ProtectStructure)


def counts_from_1904(book: xw.Book) -> bool:
    """Whether the workbook's dates are four years off."""
    return bool(book.api.date_1904.get() if MAC else book.api.Date1904)


def save_copy(book: xw.Book, path: Path) -> None:
    """Write the workbook as it is now into another file; the workbook stays what it is."""
    if not MAC:
        book.api.SaveCopyAs(str(path))
        return
    book.save()  # Excel for Mac cannot save a copy by itself
    path.write_bytes(Path(book.fullname).read_bytes())


def show_rows(cells: xw.Range) -> None:
    """Take the rows of some cells out of an outline and bring them into sight."""
    if MAC:
        cells.api.entire_row.outline_level.set(1)
        cells.api.entire_row.hidden.set(False)
        return
    rows = cells.api.EntireRow
    rows.OutlineLevel = 1
    rows.Hidden = False


@contextmanager
def unlocked(sheet: xw.Sheet) -> Iterator[None]:
    """Lift a sheet's protection, which has no password, and put it back as it was.

    Raises:
        WorkbookBrokenError: somebody gave it a password.
    """
    protected = sheet.api.protect_contents.get() if MAC else sheet.api.ProtectContents
    if not protected:
        yield
        return
    if MAC:
        sheet.api.unprotect()
        try:
            yield
        finally:
            sheet.api.protect_worksheet()
        return
    allowed = {name: bool(getattr(sheet.api.Protection, name)) for name in ALLOWED_WHEN_PROTECTED}
    drawings, scenarios = bool(sheet.api.ProtectDrawingObjects), bool(sheet.api.ProtectScenarios)
    try:
        sheet.api.Unprotect(Password="")  # without the word Excel would ask for it
    except Exception:  # noqa: BLE001 - every bridge to Excel has errors of its own
        raise WorkbookBrokenError("sheet-locked", sheet=sheet.name) from None
    try:
        yield
    finally:
        sheet.api.Protect(DrawingObjects=drawings, Contents=True, Scenarios=scenarios, **allowed)


@contextmanager
def no_auto_fill(app: xw.App) -> Iterator[None]:
    """Keep Excel from copying a formula that is put into one cell of a table to its whole column."""
    if MAC:
        yield
        return
    correct = app.api.AutoCorrect
    before = correct.AutoFillFormulasInLists
    correct.AutoFillFormulasInLists = False
    try:
        yield
    finally:
        with suppress(Exception):
            correct.AutoFillFormulasInLists = before
