"""Progress of a month: what is left of its goal, catch-up goals of the days left, pace and projected month end."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from opsbook.features.daily.metrics import METRIC
from opsbook.features.goals.rules.split import split
from opsbook.metrics.evaluate import evaluate

RUN_RATE_DAYS = 2
"""How many days with sales the run rate counts for beside the weights."""

_CENT = Decimal("0.01")


def _up_to_yuan(amount: float) -> int:
    """Round up to whole yuan, after the noise of floating sums is rounded away."""
    exact = Decimal(repr(amount)).quantize(_CENT, ROUND_HALF_UP)
    return int(exact.to_integral_value(ROUND_CEILING))


def amount_left(goal: int, actual: float, later_locks: int = 0) -> int:
    """Say what the open days left must bring to reach the goal.

    Args:
        goal: the month's goal in whole yuan.
        actual: yuan earned up to the last complete day, cents included.
        later_locks: sum of manual goals on the days left.

    Returns:
        Whole yuan, rounded up; 0 once the goal is reached. ROUNDUP(ROUND(MAX(0,...),2),0) in the workbook.

    >>> amount_left(1000, 400.1, 100)
    500
    """
    return _up_to_yuan(max(0.0, goal - actual - later_locks))


def catch_up(goal: int | None, actual: float, weights: Sequence[int], locks: Sequence[int | None]) -> list[int | None]:
    """Split what is left of a month over its remaining days.

    Args:
        goal: the month's goal in whole yuan; None when there is none.
        actual: yuan earned up to the last complete day.
        weights: of the days after it, in order.
        locks: manual goals of those days, None where there is none.

    Returns:
        One catch-up goal per remaining day: the lock, or its share of `amount_left`; all None without a goal.
    """
    if goal is None:
        return [None] * len(weights)
    locked = sum(lock or 0 for lock in locks)
    return split(amount_left(goal, actual, locked) + locked, weights, locks)


def pace(actual: float, goal_to_date: float | None) -> float | None:
    """Month-to-date actual as a share of the month-to-date goal; None without a goal.

    >>> pace(45.0, 50)
    0.9
    """
    return evaluate(METRIC["attainment"].expr, {"gmv": actual, "goal": goal_to_date})


@dataclass(frozen=True, slots=True)
class DaysGone:
    """Days of a month, closed ones left out.

    Args:
        over: that are complete.
        whole: of the whole month.
        empty: complete ones that sold nothing.
    """

    over: float
    whole: float
    empty: float = 0


def projection(actual: float, due: float, whole: float, days: DaysGone | None = None) -> float | None:
    """Month end in yuan if the rest of the month goes as the days so far; None before the first day is complete.

    Args:
        actual: yuan earned so far.
        due: the complete days' part of the month: the sum of their goals, or of their weights in a month without goal.
        whole: the month's goal, or the sum of its weights.
        days: days gone by, whose number is believed beside the weights; without them the weights are.

    >>> projection(300.0, 30, 100)
    1000.0
    >>> projection(300.0, 40, 100, DaysGone(10, 30))
    771.4285714285714
    """
    if not due or not whole:
        return None
    part = due / whole
    return actual / (part if days is None else part_gone(part, days))


def part_gone(part: float, days: DaysGone) -> float:
    """The part of a month that its complete days stand for: by weight and by number, mixed by how much is known.

    The number of days makes the run rate. The weights count the more, the more days have sold: 5 of 7 parts after five days,
    20 of 22 after twenty, for an odd day sways what the weights make of few. Days without sales take from that, for weights
    explain little there: all of it where every second day sold nothing.

    Args:
        part: of the month's goal, or weight, that the complete days have.
        days: days gone by.
    """
    if not days.over or not days.whole:
        return part
    gone = days.over / days.whole
    sold = days.over - days.empty
    trust = max(0.0, 1 - 2 * days.empty / days.over) * sold / (sold + RUN_RATE_DAYS)
    return trust * part + (1 - trust) * gone
