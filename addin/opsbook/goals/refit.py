"""Which months may get new weights: goals people already work towards stand still."""

from collections.abc import Collection
from datetime import date, timedelta


def months_to_refit(year: int, as_of: date | None, asked: Collection[date] = ()) -> tuple[date, ...]:
    """List the months of a year whose day weights may be fitted anew.

    Args:
        year: the book's year.
        as_of: last complete day with sales; the day after it is running. None before the first import.
        asked: any day of each month the operator asks for by name.

    Returns:
        First days of the months that have not begun, and of those asked for, in order.

    >>> [month.month for month in months_to_refit(2026, date(2026, 10, 31))]
    [12]
    """
    running = as_of + timedelta(1) if as_of else None
    named = {(day.year, day.month) for day in asked}
    months = (date(year, month, 1) for month in range(1, 13))
    return tuple(month for month in months if running is None or month > running or (year, month.month) in named)
