"""The made-up shop and the span of its story."""

from collections.abc import Iterator
from datetime import date, timedelta

SHOP = "云上居家旗舰店"
PLATFORM = "天猫"
FIRST_DAY = date(2025, 1, 1)
LAST_DAY = date(2026, 11, 12)  # the day after 双11: campaign, refund wave and a weak day in one picture


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> Iterator[date]:
    """Every calendar day of a span, both ends included."""
    return (first + timedelta(n) for n in range((last - first).days + 1))


def last_days(count: int) -> tuple[date, ...]:
    """The last so many days of the story, oldest first."""
    return tuple(days(LAST_DAY - timedelta(count - 1)))
