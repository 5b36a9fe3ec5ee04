"""Locking a day's goal by hand, and letting go of it."""

import pytest

from opsbook.engine.refresh import refresh
from opsbook.features.goals.goal_setting import set_year_goal
from opsbook.features.goals.locking import Lock, toggle_lock
from opsbook.model.errors import GoalRefusedError
from opsbook.model.values import from_serial
from support.books import YEAR


@pytest.fixture
def workbook(memory_book):
    """A book with a goal."""
    book = memory_book()
    set_year_goal(book, YEAR, 3_650_000, again=False)
    refresh(book)
    return book


def test_a_day_is_locked_at_its_goal_and_unlocked(workbook):
    """Locking keeps the goal the day has; the others share out the rest anew, to the yuan; unlocking clears it."""
    before = [row["goal"] for row in workbook.rows("GoalDay")]
    row = workbook.rows("GoalDay")[100]
    day = from_serial(row["date"])
    assert toggle_lock(workbook, 100) == Lock(day, None, row["goal"])
    refresh(workbook)
    after = [row["goal"] for row in workbook.rows("GoalDay")]
    assert (after[100], sum(after)) == (before[100], sum(before))
    assert max(abs(new - old) for new, old in zip(after, before, strict=True)) <= 1
    assert toggle_lock(workbook, 100) == Lock(day, row["goal"], None)
    assert workbook.rows("GoalDay")[100]["lock"] is None


def test_a_goal_the_operator_typed_is_cleared(workbook):
    """Whatever stands there as a manual goal is the old value that is said."""
    workbook.upsert("GoalDay", [{"date": workbook.rows("GoalDay")[7]["date"], "lock": 12_345.0}])
    lock = toggle_lock(workbook, 7)
    assert (lock.old, lock.new) == (12_345.0, None)


def test_a_day_without_a_goal_is_not_locked(memory_book):
    """There is nothing to lock before a goal was set."""
    with pytest.raises(GoalRefusedError) as refused:
        toggle_lock(memory_book(), 0)
    assert refused.value.code == "no-goal-to-lock"
