"""Days of the lunar calendar in any year."""

from datetime import date
from functools import cache

from lunardate import LunarDate


@cache
def lunar_day(year: int, month: int, day: int) -> date | None:
    """Find the calendar day of a lunar date.

    Args:
        year: lunar year; for festivals up to the eleventh lunar month also the calendar year.
        month: lunar month 1-12, never a leap month (festivals are not kept in those).
        day: lunar day.

    Returns:
        The day; None outside 1900-2099, which the calendar library does not know.

    >>> lunar_day(2026, 1, 1)
    datetime.date(2026, 2, 17)
    """
    try:
        found: date = LunarDate(year, month, day).to_solar_date()
    except ValueError:
        return None
    return found


def days_to_lunar_new_year(day: date) -> int | None:
    """Count the days to the nearest Lunar New Year: positive before it, 0 on it, negative after it."""
    years = (lunar_day(year, 1, 1) for year in (day.year - 1, day.year, day.year + 1))
    gaps = [(new_year - day).days for new_year in years if new_year]
    return min(gaps, key=abs, default=None)
