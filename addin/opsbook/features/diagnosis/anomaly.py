"""Days that are unlike the same weekday of the last weeks.

Source: median and median absolute deviation as robust location and scale, and the mean deviation where more than half
of the days are equal: Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers, ASQC.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from statistics import fmean, median

from opsbook.formulas.rounding import round_half
from opsbook.model.figures import ANY, COUNT, NOT_NEGATIVE, require

MIN_DAYS, CHANGE_LIMIT = 4, 0.1
"""Fewest comparable days, and the relative change to report."""

# |z| that an ordinary day reaches once in a hundred times, by the number of days it is compared with: the spread of few days
# is itself uncertain. Found by simulating normal days; from 40 days on it stays.
_LIMITS = ((4, 15.8), (5, 14.6), (6, 8.1), (8, 5.9), (10, 4.9), (12, 4.4), (20, 3.6), (40, 3.0))

_NORMAL_FROM_MEDIAN = 1.4826  # median absolute deviation of a normal distribution to its standard deviation
_NORMAL_FROM_MEAN = 1.2533  # mean absolute deviation to it: sqrt(pi / 2)
_PLACES = 12  # a value on a limit is on it, whatever binary fractions make of it


class Finding(Enum):
    """What is said about a day."""

    HIGH = "high"
    LOW = "low"
    NORMAL = "normal"
    NOT_ENOUGH_HISTORY = "not-enough-history"
    MISSING = "missing"  # the day itself has no value


@dataclass(frozen=True, slots=True)
class Anomaly:
    """One day against comparable days.

    Args:
        finding: high, low, normal, not enough history, or missing.
        days: comparable days with a value.
        expected: their median; None without any.
        spread: their robust standard deviation, in the value's unit; 0 when all are equal, None without any.
        z: distance from the median in spreads; None when there is no value or the spread is 0.
        change: distance from the median as a share of its size; None when there is no value or the median is 0.
    """

    finding: Finding
    days: int
    expected: float | None
    spread: float | None
    z: float | None
    change: float | None


def anomaly(
    value: float | None,
    history: Sequence[float | None],
    *,
    z_limit: float | None = None,
    change_limit: float = CHANGE_LIMIT,
    min_days: int = MIN_DAYS,
) -> Anomaly:
    """Say whether a day's value is out of the ordinary.

    It is when |z| reaches `z_limit` and the change reaches `change_limit`. The spread is 1.4826 x the median absolute
    deviation; when more than half of the days are equal that is 0, and 1.2533 x the mean absolute deviation stands in.
    When all days are equal there is no z, and the change alone decides; from a median of 0 every change is large
    enough.

    Args:
        value: the day's figure, any unit; None when missing.
        history: figures of comparable days, any order; None where missing.
        z_limit: spreads from the median a reported value must reach; None for `usual_limit` of the days.
        change_limit: relative change (0-1) it must reach too.
        min_days: comparable days below which nothing is said.

    Returns:
        The finding with its figures.

    Raises:
        FigureRefusedError: a figure is not finite, or a limit is negative.

    >>> anomaly(40, [100, 104, 96, 101, 99]).finding
    <Finding.LOW: 'low'>
    """
    known = [one for one in history if one is not None]
    limit = usual_limit(len(known)) if z_limit is None else z_limit
    for name, figure, span in (
        *(("value", one, ANY) for one in (value, *known)),
        ("z_limit", limit, NOT_NEGATIVE),
        ("change_limit", change_limit, NOT_NEGATIVE),
        ("min_days", min_days, COUNT),
    ):
        require(name, figure, span)
    expected = median(known) if known else None
    spread = _spread(known) if known else None
    z, change = _apart(value, expected, spread), _apart(value, expected, abs(expected) if expected else 0.0)
    if value is None:
        finding = Finding.MISSING
    elif expected is None or len(known) < min_days:
        finding = Finding.NOT_ENOUGH_HISTORY
    elif value == expected or not (_reaches(z, limit) and _reaches(change, change_limit)):
        finding = Finding.NORMAL
    else:
        finding = Finding.HIGH if value > expected else Finding.LOW
    return Anomaly(finding, len(known), expected, spread, z, change)


def usual_limit(days: int) -> float:
    """The |z| that keeps false alarms at one in a hundred ordinary days.

    Args:
        days: comparable days with a value.

    >>> usual_limit(4), usual_limit(7), usual_limit(100)
    (15.8, 7.0, 3.0)
    """
    for (few, limit), (more, lower) in pairwise(_LIMITS):
        if days < more:
            return round_half(limit + (lower - limit) * max(0, days - few) / (more - few), _PLACES)
    return _LIMITS[-1][1]


def _spread(known: Sequence[float]) -> float:
    from scipy.stats import median_abs_deviation  # noqa: PLC0415 - slow to load

    usual = float(median_abs_deviation(known, scale=1 / _NORMAL_FROM_MEDIAN))
    middle = median(known)
    return usual or _NORMAL_FROM_MEAN * fmean(abs(one - middle) for one in known)


def _apart(value: float | None, expected: float | None, unit: float | None) -> float | None:
    return (value - expected) / unit if value is not None and expected is not None and unit else None


def _reaches(distance: float | None, limit: float) -> bool:
    """Whether a distance is at least the limit; one that cannot be measured because its unit is 0 is."""
    return distance is None or round_half(abs(distance) - limit, _PLACES) >= 0
