"""Split a whole goal over days, months, sources, products or people so that the parts add up exactly."""

from collections.abc import Sequence

from opsbook.model.language import Label

LOCKS_OVER_TOTAL = "locks-over-total"
ALL_LOCKED = "all-locked"
KEPT_OVER_TOTAL = "kept-over-total"
ALL_KEPT = "all-kept"

# What the check column of the workbook says, by what the parts should add up to.
CHECK_WORDS: dict[tuple[str, str], Label] = {
    ("month", LOCKS_OVER_TOTAL): Label("锁定的日目标超过月目标", "Day locks exceed month"),
    ("month", ALL_LOCKED): Label("全月已锁，合计不等目标", "All locked, sum differs"),
    ("year", LOCKS_OVER_TOTAL): Label("锁定的月目标超过年目标", "Month locks exceed year"),
    ("year", ALL_LOCKED): Label("全年已锁，合计不等目标", "All locked, sum differs"),
    ("month", KEPT_OVER_TOTAL): Label("已定的日目标超过月目标", "Past days exceed month"),
    ("month", ALL_KEPT): Label("各日已定，合计不等目标", "All days set, sum differs"),
    ("year", KEPT_OVER_TOTAL): Label("已定的月目标超过年目标", "Past months exceed year"),
    ("year", ALL_KEPT): Label("各月已定，合计不等目标", "All months set, sum differs"),
}
STRANGE_LOCK = Label("手工目标要填 ≥0 的整数", "Manual goals: whole, ≥ 0")


def _rounded(numerator: int, denominator: int) -> int:
    """A fraction (not negative) to a whole number, half away from zero, as Excel's ROUND."""
    return (2 * numerator + denominator) // (2 * denominator)


def split(total: int | None, weights: Sequence[int], locks: Sequence[int | None]) -> list[int | None]:
    """Split a goal by weight, keep the locked parts, and let the parts add up to the goal exactly.

    Each open part is the difference of two rounded running totals, so no yuan is lost or found; it is what the
    workbook's own formulas calculate. The same rule splits by day, month, source, product or person.

    Args:
        total: the goal in whole yuan; None when there is none (locked parts still stand).
        weights: whole numbers, one per part; only their proportion matters. A part of weight 0, a closed day, gets 0.
        locks: fixed parts in whole yuan, 0 included; None for an open part.

    Returns:
        One whole number per part, in order; None where nothing can be said: an open part without a total, or
        where no open part has a weight. When the locks exceed the total, open parts are 0.

    >>> split(100, [10, 20, 30], [None, 20, None])
    [20, 20, 60]
    """
    if total is None:
        return list(locks)
    left = max(0, total - sum(lock or 0 for lock in locks))
    free = [0 if lock is not None else weight for weight, lock in zip(weights, locks, strict=True)]
    parts, upto, whole = list(locks), 0, sum(free)
    for index, weight in enumerate(free):
        if whole and locks[index] is None:
            parts[index] = _rounded(left * (upto + weight), whole) - _rounded(left * upto, whole)
            upto += weight
    return parts


def check(total: int | None, weights: Sequence[int], locks: Sequence[int | None]) -> str:
    """Say what keeps the parts from adding up to the goal.

    Args:
        total: the goal in whole yuan; None when there is none.
        weights: one per part.
        locks: fixed parts, None for an open part.

    Returns:
        `locks-over-total`, `all-locked` (every part fixed, sum differs), or "" when all is well.
    """
    if total is None:
        return ""
    locked = sum(lock or 0 for lock in locks)
    if locked > total:
        return LOCKS_OVER_TOTAL
    free = sum(weight for weight, lock in zip(weights, locks, strict=True) if lock is None)
    return ALL_LOCKED if free == 0 and locked != total else ""
