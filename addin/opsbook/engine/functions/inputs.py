"""Cells as numbers, texts, days and rows; what counts as a figure is said in `figures`.

Excel hands over one cell, or rows of cells; plain Python may also give a flat list, which is read as one row, or anything
with `tolist()` such as an array.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from numbers import Real
from typing import Any

from opsbook.engine.functions.words import NO, YES
from opsbook.hosts.excel.error_cells import ERROR_NAMES, error_name
from opsbook.model.errors import FunctionRefusedError
from opsbook.model.language import Label
from opsbook.model.values import FIRST_DAY, LAST_DAY, from_serial

Cell = float | str | bool | date | None
Cells = Cell | Sequence[Cell] | Sequence[Sequence[Cell]]
Rows = list[list[Cell]]

BLANK = Label("空白", "a blank cell")
EXCEL_ERRORS = frozenset(ERROR_NAMES.values())
LONGEST_SEEN = 30
_MONTH = re.compile(r"(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def rows(cells: Cells) -> Rows:
    """Read cells as rows of equal length; short rows end in blanks."""
    given: Any = cells
    if hasattr(given, "tolist"):
        given = given.tolist()
    if not isinstance(given, list | tuple):
        return [[given]]
    if not given or not isinstance(given[0], list | tuple):
        return [list(given) or [None]]
    width = max(map(len, given)) or 1
    return [[*row, *[None] * (width - len(row))] for row in given]


def flat(cells: Cells) -> list[Cell]:
    """Read cells one after the other, row by row."""
    return [cell for row in rows(cells) for cell in row]


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing, or only spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def number(cell: Cell) -> float | None:
    """Read a cell as a number.

    Args:
        cell: floats, whole numbers, and decimals (as cells in a currency format arrive) count.

    Returns:
        The number; None for blanks, texts, truth values, days, error cells, and what is endless or not a number.
    """
    if type(cell) is float:
        return cell if isfinite(cell) else None
    if isinstance(cell, str | bool | date) or cell is None or error_name(cell):
        return None
    if isinstance(cell, Real | Decimal) and isfinite(cell):
        return float(cell)
    return None


def text(cell: Cell) -> str | None:
    """Read a cell as a text, a whole number as its digits; None for blanks and error cells."""
    if is_blank(cell) or cell in EXCEL_ERRORS or error_name(cell):
        return None
    value = number(cell)
    return str(cell).strip() if value is None else f"{value:.15g}"


def day(cell: Cell) -> date | None:
    """Read a cell as a day: a date, its serial number, or a text such as 2026-11-11.

    Args:
        cell: a number counts from 1990 to 2199 as in the workbook; 2015 is a year or a subtraction, no day of 1905.

    Returns:
        The day; None for anything else.
    """
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    serial = number(cell)
    if serial is not None:
        return from_serial(serial) if FIRST_DAY <= serial < LAST_DAY + 1 else None
    found = _DAY.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return _date(*map(int, found.groups())) if found else None


def _date(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


def shown(cell: Cell) -> object:
    """A cell as a message quotes it."""
    if is_blank(cell):
        return BLANK
    words = f"{cell:.10g}" if type(cell) is float else error_name(cell) or str(cell)
    return words if len(words) <= LONGEST_SEEN else words[:LONGEST_SEEN] + "…"


def one_cell(argument: str, cells: Cells) -> Cell:
    """The only cell of an argument.

    Raises:
        FunctionRefusedError: there are several.
    """
    found = rows(cells)
    if len(found) == 1 and len(found[0]) == 1:
        return found[0][0]
    raise FunctionRefusedError("function-one-cell", argument=argument, rows=len(found), columns=len(found[0]))


def one_text(argument: str, cells: Cells) -> str:
    """The text an argument must have.

    Raises:
        FunctionRefusedError: it is blank or an error cell.
    """
    cell = one_cell(argument, cells)
    words = text(cell)
    if words is None:
        raise FunctionRefusedError("function-no-text", argument=argument, seen=shown(cell))
    return words


def yes_or_no(where: Label, cell: Cell, *, blank: bool) -> bool:
    """Read a cell as yes or no, in either language or as a truth value.

    Args:
        where: what a message calls it.
        cell: the cell.
        blank: what a blank cell means.

    Raises:
        FunctionRefusedError: it is neither.
    """
    if is_blank(cell):
        return blank
    word = (text(cell) or "").casefold()
    if word in YES or word in NO:
        return word in YES
    usual = Label("是", "yes") if blank else Label("否", "no")
    raise FunctionRefusedError("function-yes-or-no", where=where, seen=shown(cell), usual=usual)


def one_month(argument: str, cells: Cells) -> date:
    """The first day of the month an argument must name: any day of it, or a text such as 2026-11.

    Raises:
        FunctionRefusedError: it is neither, or not within 2000-2099: 2026-11 without quotes is 2015, a day of 1905.
    """
    cell = one_cell(argument, cells)
    found = day(cell)
    if found is None and isinstance(cell, str) and (named := _MONTH.fullmatch(cell.strip())):
        found = _date(int(named[1]), int(named[2]), 1)
    if found is None or not 2000 <= found.year <= 2099:
        raise FunctionRefusedError("function-no-month", argument=argument, seen=shown(cell))
    return found.replace(day=1)
