"""Days without business: no goal, and the month still adds up."""

from datetime import date

import pytest

from opsbook.engine.refresh import refresh
from opsbook.features.goals.keeping import kept_goals
from opsbook.model.values import serial

APRIL = serial(date(2026, 4, 1))
GOAL = 100_000


@pytest.fixture
def book(memory_book):
    """30 days of April of equal weight and a goal of 100,000: 3,333 or 3,334 a day."""
    workbook = memory_book()
    workbook.upsert("GoalMonth", [{"month": APRIL, "lock": GOAL}])
    workbook.upsert("GoalDay", [{"date": APRIL + at, "weight": 10_000} for at in range(30)])
    return workbook


def shut(workbook, first, last):
    """Mark days of April as closed, 1 being the first."""
    workbook.upsert("Events", [{"event": "装修", "phase": "休业", "start": APRIL + first - 1, "end": APRIL + last - 1}])


def april(workbook, column):
    """What a column of GoalDay shows for the days of April."""
    cells, _ = refresh(workbook)
    shown = dict(zip(cells.column("GoalDay", "date"), cells.column("GoalDay", column), strict=True))
    return [shown[APRIL + at] for at in range(30)]


def test_a_closed_day_has_no_goal_and_the_month_adds_up(book):
    """Five of thirty days are closed: 25 share 100,000 evenly, 4,000 each, without any fit."""
    shut(book, 11, 15)
    assert april(book, "goal") == [4000] * 10 + [0] * 5 + [4000] * 15
    assert april(book, "weight") == [10_000] * 10 + [0] * 5 + [10_000] * 15


def test_what_is_to_catch_up_falls_on_open_days(book):
    """On the 10th 40,000 are sold: 60,000 left for the 15 open days, 4,000 each."""
    shut(book, 11, 15)
    book.upsert("ShopDay", [{"date": APRIL + at, "gmv": 4000} for at in range(10)])
    assert april(book, "catch_up") == [""] * 10 + [0] * 5 + [4000] * 15


def test_a_day_opens_again_when_its_mark_is_gone(book):
    """The mark is cleared: the days have a weight of the fit again, which is an ordinary April's."""
    shut(book, 11, 15)
    april(book, "goal")
    book.upsert("Events", [{"event": "装修", "phase": "开业", "start": APRIL + 10, "lift": 1}])
    weights = april(book, "weight")
    assert all(weight > 5000 for weight in weights[10:15])
    assert sum(april(book, "goal")) == GOAL


def test_a_weight_of_nothing_that_somebody_typed_stays(book):
    """Only a day whose mark is gone gets a weight again."""
    book.upsert("GoalDay", [{"date": APRIL + 4, "weight": 0}])
    shut(book, 11, 15)
    assert april(book, "weight")[4] == 0
    assert april(book, "weight")[4] == 0


def test_a_goal_that_was_kept_stays_though_the_day_is_marked_afterwards(book):
    """What is over does not move; the open days share what is left."""
    book.upsert("ShopDay", [{"date": APRIL + at, "gmv": 4000} for at in range(10)])
    refresh(book)
    kept = kept_goals(book)
    shut(book, 6, 6)
    goals = april(book, "goal")
    assert goals[5] == kept[float(APRIL + 5), "day"]
    assert sum(goals) == GOAL


def test_a_closed_month_has_no_part_of_the_year(memory_book):
    """April is closed: its weight and goal are 0, the other months have the whole year."""
    workbook = memory_book()
    workbook.host.write_name("year_goal", 3_650_000)
    shut(workbook, 1, 30)
    cells, _ = refresh(workbook)
    goals = cells.column("GoalMonth", "goal")
    assert (goals[3], sum(goals)) == (0, 3_650_000)
    assert set(cells.column("GoalMonth", "check")) == {""}
