"""Where the month stands: catch-up goals, pace, projection, visitors and budget still needed."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from opsbook.features.daily.metrics import METRIC
from opsbook.features.goals.rules.split import split
from opsbook.metrics.evaluate import evaluate

_CENT = Decimal("0.01")
_MILLIONTH = Decimal("0.000001")


def _up(value: float, exact_to: Decimal) -> int:
    """The next whole number, after the noise of floating sums is rounded away."""
    exact = Decimal(repr(value)).quantize(exact_to, ROUND_HALF_UP)
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
    return _up(max(0.0, goal - actual - later_locks), _CENT)


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


def projection(actual: float, due: float, whole: float) -> float | None:
    """Month end in yuan if the rest of the month goes as the days so far; None before the first day is complete.

    Args:
        actual: yuan earned so far.
        due: the complete days' part of the month: the sum of their goals, or of their weights in a month without goal.
        whole: the month's goal, or the sum of its weights.

    >>> projection(300.0, 30, 100)
    1000.0
    """
    return actual * whole / due if due else None


def visitor_goal(goal: float | None, target_cvr: float | None, target_aov: float | None) -> int | None:
    """Count the visitors a day's goal needs: goal / conversion / order value, rounded up; None if any is missing or 0.

    ROUNDUP(ROUND(goal/target_cvr/target_aov,6),0) in the workbook.

    >>> visitor_goal(12000, 0.03, 100)
    4000
    """
    if goal is None or not target_cvr or not target_aov:
        return None
    return _up(goal / target_cvr / target_aov, _MILLIONTH)


def visitors_missing(goal: float | None, actual: float | None, visitor_value: float | None) -> int | None:
    """Count the visitors that the missing part of a day's goal stands for, 0 once it is met; None when unknown.

    Args:
        goal: the day's goal in yuan.
        actual: yuan the day brought.
        visitor_value: yuan a visitor of that day brought.

    >>> visitors_missing(12000, 9000, 3.0)
    1000
    """
    if goal is None or actual is None or not visitor_value:
        return None
    return _up(max(0.0, goal - actual) / visitor_value, _MILLIONTH)


def traffic_budget(missing: int | None, cpc: float | None) -> float | None:
    """Yuan of paid traffic that would bring the missing visitors, at what a click costs; None when unknown."""
    return None if missing is None or cpc is None else missing * cpc
