"""Catch-up goals, pace, projection, visitors and budget."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.book.kit.draft import Draft
from opsbook.features.goals.rules.progress import DaysGone, amount_left, catch_up, pace, part_gone, projection
from opsbook.features.goals.sheet.formulas import day_nodes
from opsbook.formulas.value import compile_value
from support.cells import MemoryCells
from support.house import CATALOG

ANSWERS = json.loads((Path(__file__).parents[1] / "answers" / "goals.json").read_text(encoding="utf-8"))
CENTS = st.integers(0, 10**11).map(lambda cents: cents / 100)
DAYS = st.lists(st.tuples(st.integers(1, 90_000), st.none() | st.integers(0, 10**6)), min_size=1, max_size=31)


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in ANSWERS["catch_up"].items()])
def test_catch_up_goals_are_those_worked_by_hand(case):
    """What is left of the month is split over the days left as a person would work it out."""
    assert catch_up(case["goal"], case["actual"], case["weights"], case["locks"]) == case["parts"]


@given(st.integers(0, 10**9), CENTS, DAYS)
def test_catching_up_reaches_the_goal_within_a_yuan(goal, actual, days):
    """Actual plus catch-up goals meet the goal, and exceed it by less than one yuan unless it is met already."""
    weights, locks = [weight for weight, _ in days], [lock for _, lock in days]
    locked = sum(lock or 0 for lock in locks)
    reached = round(actual * 100) + 100 * sum(catch_up(goal, actual, weights, locks))
    has_open_day = any(lock is None for lock in locks)
    if has_open_day:
        assert reached >= goal * 100
    if has_open_day and actual + locked < goal:
        assert reached < goal * 100 + 100


@given(st.lists(st.integers(1, 10**8), min_size=1, max_size=31))
def test_floating_sums_ask_for_no_extra_yuan(cents):
    """A sum of days that is whole in cents leaves a whole number, whatever floating addition makes of it."""
    total, actual = sum(cents), sum(cent / 100 for cent in cents)
    goal = math.ceil(total / 100) + 7
    assert amount_left(goal, actual) == -((total - goal * 100) // 100)


@pytest.mark.parametrize(
    ("actual", "goal", "share"),
    [
        pytest.param(45_000.0, 50_000, 0.9, id="behind"),
        pytest.param(0.0, 50_000, 0.0, id="nothing sold"),
        pytest.param(10.0, 0, None, id="goal of 0"),
        pytest.param(10.0, None, None, id="no goal"),
    ],
)
def test_pace_is_actual_over_goal_to_date(actual, goal, share):
    """Pace is a share, and unknown without a goal."""
    assert pace(actual, goal) == share


@pytest.mark.parametrize(
    ("actual", "elapsed", "month", "end"),
    [
        pytest.param(300_000.0, 120_000, 310_000, 775_000.0, id="under way"),
        pytest.param(5.0, 10, 10, 5.0, id="month over"),
        pytest.param(0.0, 0, 310_000, None, id="not begun"),
    ],
)
def test_projection_divides_by_the_share_of_the_month_that_is_past(actual, elapsed, month, end):
    """The projected month end is actual over the share of goal, or of weight, that is past."""
    assert projection(actual, elapsed, month) == end


@pytest.mark.parametrize(
    ("part", "days", "gone"),
    [
        # 12 days sold: the weights count 12 of 14 parts, the number of days 2
        pytest.param(0.6, DaysGone(12, 30), 12 / 14 * 0.6 + 2 / 14 * 0.4, id="12 of 30 days"),
        pytest.param(0.1, DaysGone(5, 30), 5 / 7 * 0.1 + 2 / 7 / 6, id="5 days"),
        # 9 of 12 sold: (1 - 6/12) x 9/11
        pytest.param(0.6, DaysGone(12, 30, 3), 4.5 / 11 * 0.6 + 6.5 / 11 * 0.4, id="every fourth sold nothing"),
        pytest.param(0.6, DaysGone(12, 30, 6), 0.4, id="every second sold nothing: the run rate"),
        pytest.param(0.6, DaysGone(12, 30, 11), 0.4, id="but one"),
        pytest.param(1.0, DaysGone(30, 30), 1.0, id="month over"),
        pytest.param(0.6, DaysGone(0, 30), 0.6, id="no number of days"),
    ],
)
def test_the_part_of_a_month_is_by_weight_and_by_number(part, days, gone):
    """Worked by hand; the projection divides by it."""
    assert part_gone(part, days) == pytest.approx(gone)
    assert projection(600.0, part, 1, days) == pytest.approx(600 / gone)


@given(st.floats(0.001, 1), st.integers(1, 31), st.integers(0, 31), st.integers(0, 31))
def test_a_projection_lies_between_run_rate_and_weights(part, over, left, empty):
    """Whatever is believed, never below what is sold."""
    days = DaysGone(over, over + left, min(empty, over))
    rate, weighed = 100 * (over + left) / over, 100 / part
    end = projection(100.0, part, 1, days)
    assert min(rate, weighed) - 1e-6 <= end <= max(rate, weighed) + 1e-6
    assert end >= 100 - 1e-6


@pytest.mark.parametrize(
    ("goal", "cvr", "aov", "visitors"),
    [
        pytest.param(12_000, 0.03, 100, 4_000, id="even"),
        pytest.param(10_000, 0.031, 99, 3_259, id="rounds up"),
        pytest.param(1_200, 0.03, 100, 400, id="no hair above 400"),
        pytest.param(0, 0.03, 100, 0, id="goal of 0"),
        pytest.param(None, 0.03, 100, None, id="no goal"),
        pytest.param(100, None, 100, None, id="no conversion"),
        pytest.param(100, 0, 100, None, id="conversion of 0"),
        pytest.param(100, 0.03, 0, None, id="order value of 0"),
    ],
)
def test_a_goal_says_how_many_visitors_it_needs(goal, cvr, aov, visitors):
    """The cell shows goal over conversion over order value, rounded up, and "" where one of them is missing."""
    row = {"goal": goal, "used_cvr": cvr, "used_aov": aov}
    cells = MemoryCells({("GoalDay", column): ["" if value is None else value] for column, value in row.items()})
    shown = compile_value(day_nodes(Draft("zh", CATALOG))["visitor_goal"])(cells, 0)
    assert shown == ("" if visitors is None else visitors)
