"""Worksheet functions of single values: arithmetic, dates, texts."""

import math
from collections.abc import Callable
from datetime import date

from opsbook.formulas.cells import Cells, Compile, Reading, error_cell, finite, refuse_errors
from opsbook.formulas.coerce import joined, number
from opsbook.formulas.node import Call
from opsbook.formulas.number_format import format_number
from opsbook.formulas.rounding import round_half, round_up
from opsbook.model.values import Value, from_serial, serial

_FIRST_SAFE_DAY = 61  # before 1900-03-01 Excel counts a day that never was
_LAST_DAY = serial(date(9999, 12, 31))
_LONGEST = 32_767  # characters in a cell


class _OutOfRangeError(Exception):
    """The function has no value there: Excel shows #NUM! or #VALUE!."""


def _ln(value: float) -> float:
    if value <= 0:
        raise _OutOfRangeError
    return math.log(value)


def _sqrt(value: float) -> float:
    if value < 0:
        raise _OutOfRangeError
    return math.sqrt(value)


def _day(value: float) -> date:
    if not _FIRST_SAFE_DAY <= value < _LAST_DAY + 1:
        raise _OutOfRangeError
    return from_serial(value)


def _date(year: float, month: float, day: float) -> float:
    months = int(year) * 12 + int(month) - 1
    if not 1900 <= months // 12 <= 9998:
        raise _OutOfRangeError
    found = serial(date(months // 12, months % 12 + 1, 1)) + int(day) - 1
    return serial(_day(found))


def _weekday(day: float, kind: float = 1) -> float:
    monday_first = _day(day).isoweekday()
    if kind not in {1, 2}:
        raise _OutOfRangeError
    return monday_first if kind == 2 else monday_first % 7 + 1


def _eomonth(day: float, months: float) -> float:
    start = _day(day)
    return _date(start.year, start.month + int(months) + 1, 0)


NUMERIC: dict[str, Callable[..., float]] = {
    "ABS": abs,
    "DATE": _date,
    "DAY": lambda day: _day(day).day,
    "EOMONTH": _eomonth,
    "LN": _ln,
    "MONTH": lambda day: _day(day).month,
    "ROUND": lambda value, places: round_half(value, int(places)),
    "ROUNDUP": lambda value, places: round_up(value, int(places)),
    "SQRT": _sqrt,
    "WEEKDAY": _weekday,
    "YEAR": lambda day: _day(day).year,
}
"""Functions whose arguments are all numbers."""


def numeric(node: Call, compiled: Compile) -> Reading:
    """Compile a function whose arguments are all numbers."""
    function = NUMERIC[node.function]
    arguments = tuple(compiled(argument) for argument in node.arguments)

    def reading(cells: Cells, row: int) -> Value:
        return on_numbers(node, function, tuple(argument(cells, row) for argument in arguments))

    return reading


def on_numbers(node: Call, function: Callable[..., float], values: tuple[Value, ...]) -> float:
    """Apply a function to values as numbers; what Excel could not is an error cell."""
    figures = [number(value) for value in values]
    if None in figures:
        raise error_cell(node, "#VALUE!", values[figures.index(None)])
    try:
        return finite(node, function(*figures))
    except _OutOfRangeError:
        raise error_cell(node, "#NUM!", values[0]) from None


def _cut(text: Value, start: float, length: float) -> str:
    if start < 1 or length < 0:
        raise _OutOfRangeError
    return joined(text)[int(start) - 1 : int(start) - 1 + int(length)]


def _repeat(text: Value, times: float) -> str:
    if times < 0 or len(joined(text)) * times > _LONGEST:
        raise _OutOfRangeError
    return joined(text) * int(times)


def _text(value: Value, code: str) -> str:
    if isinstance(value, str | bool):
        return joined(value)
    return format_number(value or 0, joined(code))


TEXTUAL: dict[str, Callable[..., Value]] = {
    "HYPERLINK": lambda link, shown=None: joined(link if shown is None else shown),
    "LEFT": lambda text, length=1: _cut(text, 1, length),
    "LEN": lambda text: len(joined(text)),
    "MID": _cut,
    "REPT": _repeat,
    "TEXT": _text,
}
"""Functions of texts; what they show is known from the values alone."""


def textual(node: Call, compiled: Compile) -> Reading:
    """Compile a function of texts."""
    function = TEXTUAL[node.function]
    arguments = tuple(compiled(argument) for argument in node.arguments)

    def reading(cells: Cells, row: int) -> Value:
        values = [argument(cells, row) for argument in arguments]
        refuse_errors(node, values)
        try:
            return function(*values)
        except (_OutOfRangeError, TypeError):
            raise error_cell(node, "#VALUE!", values[0]) from None

    return reading
