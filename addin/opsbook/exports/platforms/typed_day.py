"""A date that somebody typed as text into a cell."""

import re

from opsbook.exports.platforms.dates import read_day
from opsbook.model.values import FIRST_DAY, LAST_DAY, Value, serial

_SURE = re.compile(r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?")  # the year first: nobody reads it otherwise


def day_typed(value: Value) -> int | None:
    """The day that a text says beyond doubt, as a serial number; None where it is no text, or may be another day.

    >>> day_typed("2026/11/06"), day_typed("2026年11月6日"), day_typed("6/11/26"), day_typed("2026-02-30"), day_typed(46332)
    (46332, 46332, None, None, None)
    """
    if not isinstance(value, str) or not _SURE.fullmatch(value.strip()):
        return None
    day = read_day(value)
    number = None if day is None else serial(day)
    return number if number is not None and FIRST_DAY <= number <= LAST_DAY else None
