"""Days in few words: neighbours as one span."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta


def spans(days: Sequence[date]) -> Iterator[str]:
    """Neighbouring days as one span.

    >>> list(spans([date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 6)]))
    ['2026-11-01…2026-11-02', '2026-11-06']
    """
    first = last = None
    for day in days:
        if last is not None and first is not None and day != last + timedelta(1):
            yield _span(first, last)
            first = None
        first, last = first or day, day
    if first is not None and last is not None:
        yield _span(first, last)


def _span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}…{last.isoformat()}"
