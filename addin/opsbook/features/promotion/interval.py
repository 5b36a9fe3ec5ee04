"""A rate with how sure it is."""

from dataclasses import dataclass
from functools import cache
from math import sqrt
from statistics import NormalDist


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and the range its true value is likely in.

    Args:
        value: as counted.
        low: lower end of the range.
        high: upper end of the range.
    """

    value: float
    low: float
    high: float

    def times(self, factor: float) -> "Interval":
        """The interval of the figure times a number that is not negative."""
        return Interval(self.value * factor, self.low * factor, self.high * factor)


def wilson(successes: float, trials: float, alpha: float = 0.05) -> Interval | None:
    """Give a rate its range, as trustworthy for 3 clicks as for 3,000.

    Args:
        successes: clicks or orders, not negative; more than there are trials count as all of them.
        trials: impressions or clicks.
        alpha: the interval covers 1 - alpha.

    Returns:
        The rate with its interval, 0-1; None without trials.

    Source: Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212.
    """
    if not trials:
        return None
    rate, z2 = min(successes, trials) / trials, _quantile(alpha) ** 2
    middle, whole = rate + z2 / (2 * trials), 1 + z2 / trials
    half = sqrt(z2 * (rate * (1 - rate) + z2 / (4 * trials)) / trials)
    return Interval(rate, max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole))


@cache
def _quantile(alpha: float) -> float:
    return NormalDist().inv_cdf(1 - alpha / 2)
