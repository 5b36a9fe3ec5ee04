"""How Excel turns one kind of value into another, and which of two values is larger."""

import re
from datetime import date
from decimal import Decimal
from math import inf, isfinite

from opsbook.model.values import ErrorValue, Value, serial

_GROUPED = re.compile(r"\s*([+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?|[+-]?(?:\d+\.?\d*|\.\d+))\s*(%?)\s*")
_YEAR_FIRST = re.compile(r"\s*(\d{4})([-/])(\d{1,2})\2(\d{1,2})\s*")
_DECIMAL = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*")
PLAIN = frozenset({int, float})  # by far most values: asked first
NEARLY = 2.0**-48  # two numbers this close (relatively) are one number to the spreadsheet


def number(value: Value) -> float | None:
    """A value in arithmetic: blank is 0, a truth value 0 or 1; None for a text that is no number."""
    if value is None:
        return 0
    return _in_a_format(value) if isinstance(value, str) else value


def _in_a_format(text: str) -> float | None:
    """The number a text is in a format of numbers that means the same everywhere: 1,000 or 12% or 2026-11-12."""
    plain = parse_number(text)
    if plain is not None or isinstance(text, ErrorValue):
        return plain
    if found := _GROUPED.fullmatch(text):
        return float(found[1].replace(",", "")) / (100 if found[2] else 1)
    return _day_said(found) if (found := _YEAR_FIRST.fullmatch(text)) else None


def _day_said(found: re.Match[str]) -> float | None:
    try:
        return serial(date(int(found[1]), int(found[3]), int(found[4])))
    except ValueError:
        return None


def parse_number(text: str) -> float | None:
    """The number a text spells in plain digits, if any; one too large for a cell is none."""
    figure = float(text) if _DECIMAL.fullmatch(text) else inf
    return figure if isfinite(figure) else None


def joined(value: Value) -> str:
    """A value inside a text: blank is nothing, numbers have 15 digits at most."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    # plain digits as long as they are short, as the spreadsheet's General format does
    return f"{Decimal(f'{value:.15g}'):f}" if 1e-5 <= abs(value) < 1e15 else f"{value:.15g}".upper()


def nearly(left: float, right: float) -> bool:
    """Whether two numbers are one to the spreadsheet, which keeps 15 digits."""
    return left == right or abs(left - right) < abs(left) * NEARLY


def subtract(left: float, right: float) -> float:
    """A difference; what binary fractions leave of two equal decimals is 0."""
    return 0 if nearly(left, right) else left - right


def compare(left: Value, right: Value) -> int:
    """-1, 0 or 1 as Excel orders: numbers before texts before truth values, texts without case.

    A blank is 0 beside a number, empty beside a text and FALSE beside a truth value.
    """
    if type(left) in PLAIN and type(right) in PLAIN:
        return _compare_numbers(left, right)  # type: ignore[arg-type]
    if left is None:
        left = _blank_beside(right)
    if right is None:
        right = _blank_beside(left)
    rank = _rank(left) - _rank(right)
    if rank:
        return 1 if rank > 0 else -1
    if isinstance(left, str) and isinstance(right, str):
        return _sign(left.lower(), right.lower())
    return _compare_numbers(left, right)  # type: ignore[arg-type]


def _compare_numbers(left: float, right: float) -> int:
    if nearly(left, right):
        return 0
    return 1 if left > right else -1


def _blank_beside(other: Value) -> Value:
    if isinstance(other, bool):
        return False
    return "" if isinstance(other, str) else 0


def _rank(value: Value) -> int:
    if isinstance(value, bool):
        return 2
    return 1 if isinstance(value, str) else 0


def _sign(left: str, right: str) -> int:
    return (left > right) - (left < right)
