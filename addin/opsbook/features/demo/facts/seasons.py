"""How the season and the campaigns move a home-textile shop: factors around 1 for a calendar day."""

from dataclasses import dataclass
from datetime import date
from math import prod


@dataclass(frozen=True, slots=True)
class Mood:
    """What a day does to the shop.

    Args:
        visits: factor on visitors.
        paying: factor on the pay conversion.
        basket: factor on the average order value.
    """

    visits: float
    paying: float
    basket: float


@dataclass(frozen=True, slots=True)
class _Phase:
    """Days of every year, both ends included, as (month, day)."""

    first: tuple[int, int]
    last: tuple[int, int]
    mood: Mood


PRESALES = (((5, 24), (5, 30)), ((10, 20), (10, 30)))

_PHASES = (
    _Phase((3, 1), (3, 4), Mood(1.12, 0.86, 1)),
    _Phase((3, 5), (3, 8), Mood(1.45, 1.40, 1.02)),
    _Phase((5, 1), (5, 5), Mood(0.93, 0.95, 1)),
    _Phase((5, 24), (5, 30), Mood(1.18, 0.62, 0.99)),  # 618 presale: deposits are not payments
    _Phase((5, 31), (5, 31), Mood(1.50, 1.45, 1.04)),
    _Phase((6, 1), (6, 1), Mood(1.75, 1.75, 1.05)),
    _Phase((6, 2), (6, 3), Mood(1.25, 1.20, 1.02)),
    _Phase((6, 4), (6, 14), Mood(1.05, 0.92, 1)),
    _Phase((6, 15), (6, 16), Mood(1.30, 1.15, 1)),
    _Phase((6, 17), (6, 17), Mood(1.60, 1.40, 1.02)),
    _Phase((6, 18), (6, 18), Mood(2.10, 1.80, 1.04)),
    _Phase((6, 19), (6, 21), Mood(0.92, 0.85, 0.98)),
    _Phase((9, 6), (9, 9), Mood(1.30, 1.25, 1)),
    _Phase((10, 1), (10, 7), Mood(0.94, 0.96, 1)),
    _Phase((10, 20), (10, 30), Mood(1.20, 0.58, 0.99)),  # 双11 presale
    _Phase((10, 31), (10, 31), Mood(1.75, 1.50, 1.04)),  # remaining payments from 20:00
    _Phase((11, 1), (11, 1), Mood(2.20, 1.85, 1.05)),
    _Phase((11, 2), (11, 3), Mood(1.35, 1.25, 1.02)),
    _Phase((11, 4), (11, 9), Mood(1.15, 0.75, 1)),
    _Phase((11, 10), (11, 10), Mood(2.00, 1.45, 1.03)),  # second remaining-payment night
    _Phase((11, 11), (11, 11), Mood(3.20, 2.00, 1.05)),
    _Phase((11, 12), (11, 15), Mood(1.02, 0.88, 0.99)),
    _Phase((12, 8), (12, 11), Mood(1.15, 0.95, 1)),
    _Phase((12, 12), (12, 12), Mood(1.60, 1.45, 1.02)),
    _Phase((12, 28), (12, 31), Mood(1.08, 1.10, 1)),
)

_LUNAR_NEW_YEAR = (date(2025, 1, 29), date(2026, 2, 17))

# Days from Lunar New Year's Day: the 年货节 before it, then closed workshops and empty streets.
_LUNAR_PHASES = (
    (-28, -18, Mood(1.18, 1.08, 1.02)),
    (-10, -5, Mood(0.85, 0.85, 1)),
    (-4, -2, Mood(0.68, 0.70, 0.97)),
    (-1, 3, Mood(0.50, 0.55, 0.95)),
    (4, 6, Mood(0.66, 0.72, 0.97)),
    (7, 10, Mood(0.85, 0.90, 1)),
)

_MONTH_VISITS = (1.00, 0.97, 1.00, 0.95, 0.97, 1.00, 0.88, 0.96, 1.05, 1.10, 1.13, 1.08)
_WEEKDAY_VISITS = (0.99, 0.97, 0.96, 0.98, 0.97, 1.05, 1.08)  # Monday first
_WEEKDAY_PAYING = (1.03, 1.02, 1.01, 1.00, 0.98, 0.97, 0.99)


def mood(day: date) -> Mood:
    """What season, weekday, Lunar New Year and campaigns together do to a day."""
    month_day = (day.month, day.day)
    moods = [phase.mood for phase in _PHASES if phase.first <= month_day <= phase.last]
    moods += [
        mood for low, high, mood in _LUNAR_PHASES for start in _LUNAR_NEW_YEAR if low <= (day - start).days <= high
    ]
    return Mood(
        _MONTH_VISITS[day.month - 1] * _WEEKDAY_VISITS[day.weekday()] * prod(mood.visits for mood in moods),
        _WEEKDAY_PAYING[day.weekday()] * prod(mood.paying for mood in moods),
        prod(mood.basket for mood in moods),
    )


def is_presale(day: date) -> bool:
    """Whether buyers pay deposits that day, which the pay conversion does not count."""
    return any(first <= (day.month, day.day) <= last for first, last in PRESALES)
