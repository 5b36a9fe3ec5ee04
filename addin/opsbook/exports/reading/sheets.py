"""Workbooks (.xls, .xlsx) as text, the way Excel shows their cells."""

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta

from opsbook.exports.reading.date_formats import decide_dates
from opsbook.exports.reading.merged import Grid, Rows, spread
from opsbook.model.errors import FileRefusedError

MOST_CELLS = 50_000_000
MOST_PART_BYTES = 1024 * 1024 * 1024
_ROW = re.compile(rb'<row [^>]*?r="(\d+)"')
_COLUMN = re.compile(rb'<c [^>]*?r="([A-Z]+)\d')


def read_workbook(data: bytes) -> tuple[tuple[str, Grid], ...]:
    """Read every visible sheet that has cells.

    Args:
        data: the file.

    Returns:
        Sheet name and cells as text, from the first row of the sheet; one merged over several rows stands in each of them.

    Raises:
        FileRefusedError: the workbook is damaged, protected or far too wide.
    """
    import python_calamine as calamine  # noqa: PLC0415  (only an import needs it)

    try:
        _refuse_endless(data)
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible is calamine.SheetVisibleEnum.Visible and sheet.typ is calamine.SheetTypeEnum.WorkSheet
        ]
        return tuple((name, grid) for name in shown if (grid := _grid(data, book, name)).rows)
    except calamine.PasswordError as error:
        raise FileRefusedError("password") from error
    except (FileRefusedError, KeyboardInterrupt, SystemExit):
        raise
    # The library is Rust: on some damaged files it panics, and a panic is no Exception.
    except BaseException as error:
        raise FileRefusedError("damaged-file") from error


def _grid(data: bytes, book: object, name: str) -> Grid:
    sheet = book.get_sheet_by_name(name)  # type: ignore[attr-defined]  # the library loads late
    cells = decide_dates(data, name, sheet.to_python(skip_empty_area=False))
    rows: Rows = tuple(tuple(map(cell_text, row)) for row in cells)
    # None where the library does not look for them: .xlsb
    ranges = sheet.merged_cell_ranges or ()
    return spread(rows, ((first, last, column) for (first, column), (last, _) in ranges))


def cell_text(value: object) -> str:
    """Write a cell as text.

    Args:
        value: what the library read.

    Returns:
        Whole numbers without '.0' (ids keep their digits up to the 15 that Excel keeps), dates in ISO form, a duration
        as hours:minutes:seconds, a percentage as the bare fraction that the file stores.
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _refuse_endless(data: bytes) -> None:
    """Refuse a sheet whose last corner lies so far out that the reader library would ask for terabytes and abort."""
    if not data.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.infolist():
            if part.file_size > MOST_PART_BYTES:
                raise FileRefusedError("too-large", size=part.file_size >> 20, most=MOST_PART_BYTES >> 20)
            if part.filename.startswith("xl/worksheets/sheet"):
                _refuse_wide(archive.read(part))


def _refuse_wide(sheet: bytes) -> None:
    last = max((int(number) for number in _ROW.findall(sheet[sheet.rfind(b"<row ") :])), default=0)
    letters = max({found[1] for found in _COLUMN.finditer(sheet)}, key=lambda name: (len(name), name), default=b"A")
    width = 0
    for letter in letters:
        width = width * 26 + letter - 64
    if last * width > MOST_CELLS:
        raise FileRefusedError("too-wide", rows=last, columns=width)
