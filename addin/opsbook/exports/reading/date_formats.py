"""Dates that a workbook's cells leave undecided, decided by their number formats.

A cell of 1 November is that day or, shown as 2026年11月, the whole month; a text 06/07/2026 is in June or in July.
"""

import io
import re
import warnings
from calendar import monthrange
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from itertools import islice
from zipfile import BadZipFile

from opsbook.exports.platforms.dates import leaves_order_open, read_day

MOST_CELLS = 200_000  # a larger sheet lists days or orders, and takes long to read once more
LOOKED_AT = 200  # texts that tell whether a column holds dates
Cells = Sequence[Sequence[object]]
Formats = Mapping[tuple[int, int], str]

_OF_CHINA = dict.fromkeys((27, 36, 50, 52, 57), "yyyy年m月")  # built in: a file names them by number only
_OF_COMPUTER = frozenset({14, 22})  # built in: shown in the order that the reader's computer is set to
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|;.*')
# What the library raises on damaged styles or links: the dates then stay as the cells have them.
_UNREADABLE = (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError, BadZipFile)


def decide_dates(data: bytes, sheet: str, cells: Cells) -> Cells:
    """Look up number formats where a column of dates needs them.

    Args:
        data: the file.
        sheet: name of the sheet.
        cells: its cells from A1, rows of equal length.

    Returns:
        The cells. A date shown as a month or a year has become the text of its first and last day; a text whose format
        says whether the day or the month comes first, a date.
    """
    if not data.startswith(b"PK") or sum(map(len, cells)) >= MOST_CELLS:
        return cells
    columns = list(enumerate(zip(*cells, strict=True)))
    open_columns = {at for at, column in columns if _may_be_months(column) or _order_is_open(column)}
    if not open_columns:
        return cells
    formats = _formats(data, sheet, open_columns)
    return [
        [_decided(one, formats.get((row, at), "")) for at, one in enumerate(line)] for row, line in enumerate(cells)
    ]


def _may_be_months(column: Sequence[object]) -> bool:
    days = [one for one in column if isinstance(one, date)]
    return bool(days) and all(day.day == 1 and not _has_time(day) for day in days)


def _has_time(day: date) -> bool:
    return isinstance(day, datetime) and day.time() != time()


def _order_is_open(column: Sequence[object]) -> bool:
    texts = [one for one in column if isinstance(one, str)]
    return any(leaves_order_open([text]) for text in islice(texts, LOOKED_AT)) and leaves_order_open(texts)


def _formats(data: bytes, sheet: str, columns: Collection[int]) -> Formats:
    """Number formats of the filled cells of some columns, by row and column from 0."""
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy; few files need it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - the same

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts that would be lost in saving: nothing is saved
        try:
            page = load_workbook(io.BytesIO(data), read_only=True)[sheet]
            filled = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
            return {
                (cell.row - 1, cell.column - 1): _format(cell.style_array.numFmtId, cell.number_format)
                for cell in filled
                if cell.column - 1 in columns
            }
        except (*_UNREADABLE, InvalidFileException):
            return {}


def _format(number: int, text: str) -> str:
    """The letters of a number format that show something; empty where they say nothing of dates."""
    text = _OF_CHINA.get(number, text)
    if number in _OF_COMPUTER or text == "General" or text.upper().startswith("[$-F"):
        return ""
    return _NOT_SHOWN.sub("", text).lower()


def _decided(cell: object, shown: str) -> object:
    if isinstance(cell, date) and shown:
        return _span(cell, shown)
    if isinstance(cell, str) and "d" in shown and "m" in shown and leaves_order_open([cell]):
        return read_day(cell, day_first=shown.index("d") < shown.index("m")) or cell
    return cell


def _span(day: date, shown: str) -> object:
    """The first and the last day that a cell stands for, where it shows no day."""
    if re.search("[dhs]", shown):
        return day
    if "m" in shown:
        return f"{day:%Y-%m}-01 ~ {day:%Y-%m}-{monthrange(day.year, day.month)[1]}"
    return f"{day.year}-01-01 ~ {day.year}-12-31" if re.search("[ye]", shown) and day.month == 1 else day
