"""Lock a day's goal, or unlock it."""

from dataclasses import dataclass
from datetime import date

from opsbook.engine.workbook import Workbook
from opsbook.model.errors import GoalRefusedError
from opsbook.model.values import from_serial, is_number


@dataclass(frozen=True, slots=True)
class Lock:
    """What became of a day's manual goal.

    Args:
        day: which day.
        old: manual goal before, whole yuan; None without any.
        new: manual goal now, whole yuan; None when the day is free again.
    """

    day: date
    old: float | None
    new: float | None


def toggle_lock(workbook: Workbook, at: int) -> Lock:
    """Make the goal a day has its manual goal; a day that has a manual goal loses it.

    Args:
        workbook: the open workbook.
        at: the day's row on Goals, counted from 0.

    Raises:
        GoalRefusedError: the row has no day, or the day has no goal to lock.
    """
    row = workbook.rows("GoalDay")[at]
    day, old, goal = row["date"], row["lock"], row["goal"]
    if not isinstance(day, int | float) or not (is_number(old) or is_number(goal)):
        raise GoalRefusedError("no-goal-to-lock")
    before = float(old) if is_number(old) and isinstance(old, int | float) else None
    new = None if before is not None or not isinstance(goal, int | float) else float(round(goal))
    workbook.upsert("GoalDay", [{"date": day, "lock": "" if new is None else new}])
    return Lock(from_serial(day), before, new)
