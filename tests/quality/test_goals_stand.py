"""Goals of days that are over stand, whatever is done afterwards, by commands and in Excel, in whatever order."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from opsbook.engine.refresh import cells_of, refresh, write_results
from opsbook.features.goals.goal_setting import set_month_goal, set_year_goal
from opsbook.model.errors import GoalRefusedError
from opsbook.model.values import serial

NEW_YEAR = serial(date(2026, 1, 1))
YUAN = st.integers(0, 10**8)
MONTHS = st.integers(1, 12)
DAYS = st.integers(0, 364)


def _month(number):
    return date(2026, number, 1)


def sell(workbook, days):
    """The next days are sold: that many since the last, some of them without any file."""
    last = int(_last(workbook))
    sold = [one for one in range(last + 1, last + days + 1) if one % 5 or one == last + days]
    workbook.upsert("ShopDay", [{"date": one, "gmv": 500 + one % 7} for one in sold if one < NEW_YEAR + 365])


def come_late(workbook, at):
    """A day that is over gets its figure late, or another one."""
    workbook.upsert("ShopDay", [{"date": NEW_YEAR + at, "gmv": 12_345}] if NEW_YEAR + at <= _last(workbook) else [])


def year_by_command(workbook, amount, again):
    """`goal --year`, with and without --refit."""
    with suppress(GoalRefusedError):
        set_year_goal(workbook, 2026, amount, again=again)


def month_by_command(workbook, month, amount, again):
    """`goal --month`; one that is over is refused."""
    with suppress(GoalRefusedError):
        set_month_goal(workbook, _month(month), amount, again=again)


def year_in_excel(workbook, amount):
    """Somebody types over the year's goal."""
    workbook.host.write_name("year_goal", amount)


def month_in_excel(workbook, month, amount):
    """Somebody types a goal for a month, or clears it; of one that is over too."""
    workbook.upsert("GoalMonth", [{"month": serial(_month(month)), "lock": amount}])


def day_in_excel(workbook, at, amount):
    """Somebody locks a day to come, or clears the lock of any."""
    if amount == "" or NEW_YEAR + at > _last(workbook):
        workbook.upsert("GoalDay", [{"date": NEW_YEAR + at, "lock": amount}])


def weigh(workbook, at, weight):
    """A day gets another weight, as after a refit or an upgrade."""
    workbook.upsert("GoalDay", [{"date": NEW_YEAR + at, "weight": weight}])


def plan(workbook, at, length):
    """A promotion is entered, past or to come."""
    first = NEW_YEAR + at
    workbook.upsert("Events", [{"event": "店庆", "phase": "爆发", "start": first, "end": first + length}])


STEPS = st.one_of(
    st.tuples(st.just(sell), st.integers(1, 45)),
    st.tuples(st.just(sell), st.integers(1, 45)),
    st.tuples(st.just(come_late), DAYS),
    st.tuples(st.just(year_by_command), YUAN, st.booleans()),
    st.tuples(st.just(month_by_command), MONTHS, YUAN, st.booleans()),
    st.tuples(st.just(year_in_excel), YUAN | st.just("")),
    st.tuples(st.just(month_in_excel), MONTHS, YUAN | st.just("")),
    st.tuples(st.just(day_in_excel), DAYS, st.integers(0, 10**6) | st.just("")),
    st.tuples(st.just(weigh), DAYS, st.integers(1, 90_000)),
    st.tuples(st.just(plan), DAYS, st.integers(0, 9)),
)


def _last(workbook):
    """The last day that was sold."""
    return max((row["date"] for row in workbook.rows("ShopDay") if row["gmv"]), default=NEW_YEAR - 1)


def _goals(workbook):
    """Goals of the days that are over, as the cells show them."""
    write_results(workbook)  # what commands do first; of the cells only goals are worked out then
    cells = cells_of(workbook)
    days = zip(cells.column("GoalDay", "date"), cells.column("GoalDay", "goal"), strict=True)
    last = _last(workbook)
    return {day: goal for day, goal in days if day <= last}


@pytest.fixture
def with_goal(memory_book):
    """Workbooks whose year has a goal and whose January has begun."""

    def book():
        workbook = memory_book()
        set_year_goal(workbook, 2026, 3_650_001, again=False)
        sell(workbook, 20)
        refresh(workbook)
        return workbook

    return book


@settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a year of goals a step: what fails is told as it was found
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEPS, min_size=2, max_size=6))
def test_no_step_moves_a_goal_of_a_day_that_is_over(steps, with_goal):
    """After every step each day that was over before it shows the goal it had; a day without a goal may be given one."""
    workbook = with_goal()
    stood = {day: goal for day, goal in _goals(workbook).items() if goal}
    assert len(stood) == 20
    for step, *words in steps:
        step(workbook, *words)
        shown = _goals(workbook)
        moved = {day: (goal, shown[day], step.__name__) for day, goal in stood.items() if shown[day] != goal}
        assert moved == {}
        stood |= {day: goal for day, goal in shown.items() if goal}
