"""What a cell holds, and dates as the workbook counts them."""

from datetime import date, datetime, timedelta

# None is a blank cell, "" a formula's empty text; dates are serial numbers (days since 1899-12-30).
Value = float | str | bool | None


class ErrorValue(str):
    """What a cell shows that holds an error, such as #N/A: a text to readers, an error to formulas."""

    __slots__ = ()


_EPOCH = date(1899, 12, 30)
YEARS = (2000, 2099)  # a book may be of
LAST_SERIAL = 2_958_465  # Excel's 9999-12-31
_NUMBER = (int, float)  # as a tuple: `int | float` would be built anew in each of a million calls


def serial(day: date) -> int:
    """The workbook's number of a calendar day (1900 date system).

    >>> serial(date(2026, 11, 12))
    46338
    """
    return (date(day.year, day.month, day.day) - _EPOCH).days


FIRST_DAY, LAST_DAY = serial(date(1990, 1, 1)), serial(date(2199, 12, 31))  # a workbook's days lie between


def serial_time(moment: datetime) -> float:
    """The workbook's number of a moment; the fraction is the time of day."""
    return (
        serial(moment.date()) + (moment - datetime.combine(moment.date(), datetime.min.time())).total_seconds() / 86400
    )


def from_serial(number: float) -> date:
    """The calendar day of a workbook's number."""
    return _EPOCH + timedelta(days=int(number))


def day_words(value: Value) -> str:
    """A calendar day as messages write it; a dash where the number is none.

    >>> day_words(46338), day_words(1e300), day_words("soon")
    ('2026-11-12', '–', '–')
    """
    known = isinstance(value, _NUMBER) and not isinstance(value, bool) and 1 <= value < LAST_SERIAL + 1
    return from_serial(value).isoformat() if known else "–"  # type: ignore[arg-type]


def figure_words(value: float) -> str:
    """A figure as messages write it, with as many decimals as it has.

    >>> figure_words(1280), figure_words(99.5)
    ('1,280', '99.5')
    """
    return f"{value:,.10g}"


def is_number(value: Value) -> bool:
    """Whether Excel's ISNUMBER would say yes (a truth value is not a number)."""
    return isinstance(value, _NUMBER) and not isinstance(value, bool)
