"""What a cell holds, and dates as the workbook counts them."""

from datetime import date, datetime, timedelta

# None is a blank cell, "" a formula's empty text; dates are serial numbers (days since 1899-12-30).
Value = float | str | bool | None

_EPOCH = date(1899, 12, 30)
_NUMBER = (int, float)  # as a tuple: `int | float` would be built anew in each of a million calls


def serial(day: date) -> int:
    """The workbook's number of a calendar day (1900 date system).

    >>> serial(date(2026, 11, 12))
    46338
    """
    return (date(day.year, day.month, day.day) - _EPOCH).days


def serial_time(moment: datetime) -> float:
    """The workbook's number of a moment; the fraction is the time of day."""
    return (
        serial(moment.date()) + (moment - datetime.combine(moment.date(), datetime.min.time())).total_seconds() / 86400
    )


def from_serial(number: float) -> date:
    """The calendar day of a workbook's number."""
    return _EPOCH + timedelta(days=int(number))


def is_number(value: Value) -> bool:
    """Whether Excel's ISNUMBER would say yes (a truth value is not a number)."""
    return isinstance(value, _NUMBER) and not isinstance(value, bool)
