"""How often weekdays and holidays sell anything at all: a shop that is closed on Saturdays has a weight of next to nothing there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from opsbook.features.goals.rules.effects import Level
from opsbook.features.goals.rules.learning import Key, Month

STRENGTHS = (inf, 32, 8, 2, 0.5, 0.1)
"""How many days of usual business are mixed in; endless where all days are alike."""


@dataclass(frozen=True, slots=True)
class Business:
    """One day of history: what acted on it, and whether anything was sold."""

    month: Month
    levels: tuple[Level, ...]
    sold: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    """One day with how likely it was to sell by what is known of other factors."""

    name: str
    month: Month
    expected: float
    sold: bool


def openings(days: Sequence[Business]) -> dict[Key, float]:
    """How much less often days of a level sell than days do on the whole.

    Args:
        days: history, in which some days sold nothing.

    Returns:
        By factor and level, times; 1 for a level whose days sell as often as all. How much of the usual is mixed in is what
        comes nearest to the days of each month when only the other months have taught.
    """
    usual = sum(day.sold for day in days) / len(days)
    found: dict[Key, float] = {}
    for factor in ("weekday", "holiday"):
        seen = [
            _Seen(level.name, day.month, usual * times_open(day.levels, found), day.sold)
            for day in days
            for level in day.levels
            if level.factor == factor
        ]
        strength = min(STRENGTHS, key=lambda one: _held_out_error(seen, one))
        found |= {(factor, name): times for name, times in _times(seen, strength).items()}
    return found


def times_open(levels: Iterable[Level], known: Mapping[Key, float]) -> float:
    """How much less often a day with some levels sells than days do on the whole."""
    times = 1.0
    for level in levels:
        times *= known.get((level.factor, level.name), 1.0)
    return times


def _times(seen: Iterable[_Seen], strength: float) -> dict[str, float]:
    sold, expected = _sums(seen)
    return {name: _ratio(sold[name], expected[name], strength) for name in expected if isinstance(name, str)}


def _ratio(sold: float, expected: float, strength: float) -> float:
    return 1.0 if strength == inf else (sold + strength) / (expected + strength)


def _sums(seen: Iterable[_Seen]) -> tuple[Mapping[object, float], Mapping[object, float]]:
    """Days that sold, and those expected to, by level and by level and month."""
    sold, expected = defaultdict[object, float](float), defaultdict[object, float](float)
    for one in seen:
        for key in (one.name, (one.name, one.month)):
            sold[key] += one.sold
            expected[key] += one.expected
    return sold, expected


def _held_out_error(seen: Sequence[_Seen], strength: float) -> float:
    sold, expected = _sums(seen)
    error = 0.0
    for one in seen:
        month = (one.name, one.month)
        times = _ratio(sold[one.name] - sold[month], expected[one.name] - expected[month], strength)
        error += (one.sold - min(1.0, one.expected * times)) ** 2
    return round(error, 6)
