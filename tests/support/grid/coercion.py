"""What Excel makes of a value a program puts into a cell: the rules of `Range.Value`."""

import datetime as dt
import re

ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PERCENT = re.compile(r"[+-]?\d+(?:\.\d+)?%")
_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")


class Formula(str):
    """A formula to be entered, spelled as Excel does."""

    __slots__ = ()


class CellError(str):
    """An error value in a cell."""

    __slots__ = ()


def typed(value, *, as_text):
    """What stands in the cell afterwards.

    Args:
        value: what the program gave.
        as_text: the cell has the format @, which takes texts as they are.
    """
    if isinstance(value, bool) or value is None or isinstance(value, dt.datetime):
        return value
    if isinstance(value, int | float):
        return float(value)
    if not isinstance(value, str):
        message = f"Objects of type '{type(value).__name__}' can not be converted to a COM VARIANT"
        raise TypeError(message)
    if as_text or not value:
        return value or None
    return value[1:] if value.startswith("'") else _read(value)


def _read(text):
    plain = text.strip()
    if plain.startswith(("=", "+", "-", "@")) and len(plain) > 1 and not _NUMBER.fullmatch(plain):
        return Formula(plain if plain.startswith("=") else f"={plain}")
    if plain in ERRORS:
        return CellError(plain)
    if plain.upper() in {"TRUE", "FALSE"}:
        return plain.upper() == "TRUE"
    if _NUMBER.fullmatch(plain) or _GROUPED.fullmatch(plain):
        return float(plain.replace(",", ""))
    if _PERCENT.fullmatch(plain):
        return float(plain[:-1]) / 100
    return _date(plain) or text


def _date(text):
    found = _DATE.fullmatch(text)
    try:
        return dt.datetime(*map(int, found.groups())) if found else None
    except ValueError:
        return None
