"""Goals in cells: a month split over its days, locks, catching up, pace."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opsbook import udf

YUAN = st.integers(0, 10**9)


@pytest.fixture(autouse=True)
def english(speak):
    """Words are compared in English here."""
    speak("en")


@settings(max_examples=15)
@given(goal=st.integers(100_000, 10**9), lock=st.integers(0, 100_000), month=st.integers(1, 12))
def test_days_add_up_to_the_month(goal, lock, month):
    """Whatever the goal and a locked day, the days' goals sum to the month's exactly, the lock untouched."""
    lines = udf.OPS_GOAL_DAYS(goal, dt.date(2026, month, 5), locks=[[dt.date(2026, month, 2), lock]])
    assert sum(amount for _, _, amount in lines) == goal
    assert lines[1][2] == lock
    assert [day.day for day, _, _ in lines] == list(range(1, len(lines) + 1))


def test_history_and_events_move_the_weights():
    """A stated lift of 3 on a day makes it weigh more; history whose Mondays sell double makes Mondays weigh more."""
    plain = udf.OPS_GOAL_DAYS(100_000, "2026-04")
    event = udf.OPS_GOAL_DAYS(100_000, "2026-04", events=[["周年庆", None, "2026-04-15", None, 3]])
    first = dt.date(2026, 1, 1)
    days = [first + dt.timedelta(offset) for offset in range(80)]
    history = [["日期", "支付金额"], *([day, 200 if day.weekday() == 0 else 100] for day in days)]
    fitted = udf.OPS_GOAL_DAYS(100_000, "2026-04", history)
    assert event[14][1] > 2 * plain[14][1]
    assert fitted[5][1] / fitted[6][1] > 1.3 > plain[5][1] / plain[6][1]  # 6 April 2026 is a Monday


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((1000.5, "2026-11"), "month_goal is 1000.5; it must be a whole number", id="cents"),
        pytest.param((-1, "2026-11"), "month_goal is -1; it must be", id="negative"),
        pytest.param((1000, "soon"), "month must be a month; seen: soon", id="month"),
        pytest.param((1000, "2026-11", [["2026-01-01", 5], ["?", 6]]), "history has no date in its row 2; seen: ?", id="history"),
        pytest.param((1000, "2026-11", [["2026-01-01"]]), "history must have 2 columns: date, GMV; chosen: 1", id="columns"),
        pytest.param((1000, "2026-11", None, [["2026-12-01", 5]]), "2026-12-01 in locks is not a day of 2026-11", id="lock outside"),
        pytest.param((310_000, 2026), 'month must be a month; seen: 2026. Write "2026-11" in quotes', id="a year as month"),
        pytest.param((310_000, 2026 - 11), "month must be a month; seen: 2015.", id="month without quotes"),
        pytest.param((1000, "2026-11", None, [["日期", "日目标"], ["2026-11-02", "many"]]), "Row 2, column 2 of locks has no readable goal; seen: many", id="lock in words"),
        pytest.param((1000, "2026-11", None, [["2026-11-02", -2146826243]]), "Row 1, column 2 of locks has no readable goal; seen: #SPILL!", id="lock is an error"),
        pytest.param((1000, "2026-11", None, [["2026-11-02", "50.5"]]), "locks is 50.5; it must be a whole number", id="lock with cents"),
        pytest.param((1000, "2026-11", None, [["2026-11-01", 5000]]), "Manual goals of 2026-11 add up to 5000 yuan", id="locks above"),
        pytest.param((1000, "2026-11", None, [["2026-11-02", 5], [dt.date(2026, 11, 2), 5]]), "locks has 2026-11-02 more than once: rows 1, 2.", id="two locks on a day"),
        pytest.param((1000, "2026-11", [["2026-10-02", 5], ["2026-10-02", 6]]), "history has 2026-10-02 more than once: rows 1, 2.", id="two amounts of a day"),
        pytest.param((1000, "2026-11", [["2026-10-02", 5], ["合计", 5]]), "Row 2 of history is a total", id="a total in the history"),
        pytest.param((1000, "2026-11", [["2026-10-02", "暂无"], ["2026-10-03", 5]]), "Row 1, column 2 of history must be a number; seen: 暂无", id="a text in the history"),
        pytest.param((1000, "2026-11", None, None, [["双11", None, "2026-11-11", None, "三倍"]]), "Row 1, column 5 of events must be a number; seen: 三倍", id="lift in words"),
        pytest.param((1000, "2026-11", None, None, [["双11", "爆发", "?", None, None]]), "The date of event 双11 is not a date", id="event"),
    ],
)  # fmt: skip
def test_goals_that_cannot_be_split_say_why(arguments, said):
    """Each wrong argument is named with what was seen."""
    answer = udf.OPS_GOAL_DAYS(*arguments)
    assert answer.startswith("#OPS! ")
    assert said in answer


@pytest.mark.parametrize(
    ("weights", "locks", "expected"),
    [
        ([[1], [2]], None, [[200.0], [400.0]]),
        ([1.5, 3], None, [[200.0, 400.0]]),
        ([[1], [2]], [[100], [None]], [[100.0], [500.0]]),
        ([[1], [2]], [[0], [None]], [[0.0], [600.0]]),
        ([[1], [2]], [["100"], [" "]], [[100.0], [500.0]]),
        ([["1"], ["2.0"]], [["¥100"], ["-"]], [[100.0], [500.0]]),
        ([[1], [0], [2]], None, [[200.0], [0.0], [400.0]]),
        ([[1], [None], [2]], None, [[200.0], [""], [400.0]]),
        ([[1], [None], [2]], [[None], [60], [None]], [[180.0], [60.0], [360.0]]),
        ([[1], [2]], [[100], [500]], [[100.0], [500.0]]),
        ([[1], [2]], "", [[200.0], [400.0]]),
    ],
)
def test_the_days_left_catch_up(weights, locks, expected):
    """1000 less 400.10 leaves 599.90, rounded up to 600, shared by weight; a lock stays."""
    assert udf.OPS_CATCHUP(1000, 400.1, weights, locks) == expected


@pytest.mark.parametrize(
    ("lock", "seen"), [("#N/A", "#N/A"), (-2146826246, "#N/A"), ("五百", "五百"), (True, "True"), (dt.date(2026, 11, 1), "2026-11-01")]
)  # fmt: skip
def test_a_lock_that_cannot_be_read_is_no_free_day(lock, seen):
    """Only blank is no lock; anything else that is no number is named with its place."""
    said = udf.OPS_CATCHUP(1000, 400.1, [[1], [2]], [[None], [lock]])
    assert said.startswith(f"#OPS! Row 2, column 1 of locks has no readable goal; seen: {seen}. ")


@pytest.mark.parametrize(
    ("weights", "locks", "left"),
    [
        pytest.param([[0], [0]], None, "600", id="no weight left"),
        pytest.param([[None]], None, "600", id="no weight at all"),
        pytest.param([[1], [2]], [[100], [400]], "100", id="all locked, too little"),
        pytest.param([[1], [0]], [[100], [None]], "500", id="the only open day is closed"),
    ],
)
def test_what_no_day_can_bring_is_said(weights, locks, left):
    """599.90 are missing: where no open day has a weight, the answer would fall short without a word."""
    assert udf.OPS_CATCHUP(1000, 400.1, weights, locks).startswith(
        f"#OPS! {left} yuan are still missing, but no day is left to bring them"
    )
    assert "#OPS!" not in str(udf.OPS_CATCHUP(400, 400.1, weights, locks))


@pytest.mark.parametrize(
    ("elapsed", "month", "shown"),
    [
        pytest.param(100, 100, 300.0, id="the last day"),
        pytest.param(0.1 + 0.2, 0.3, 300.0, id="sums in binary"),
        pytest.param(101, 100, "#OPS! The figure weights of the days over (101) exceeds weights of the month (100)", id="more than the month"),
        pytest.param(-1, 100, "#OPS! The figure weights of the days over is -1; it must be 0 or more", id="negative"),
    ],
)  # fmt: skip
def test_a_month_never_ends_below_what_is_sold(elapsed, month, shown):
    """The days over are a part of the month; weights that say otherwise are refused."""
    answer = udf.OPS_PROJECTION(300, elapsed, month)
    assert answer == shown if isinstance(shown, float) else answer.startswith(shown)


def test_a_locked_day_may_be_stored_as_text():
    """50,000 as a text locks its day as the number does; a blank goal locks nothing."""
    locks = [["日期", "日目标"], ["2026-11-02", "50,000"], ["2026-11-03", None]]
    assert udf.OPS_GOAL_DAYS(310_000, "2026-11", None, locks) == udf.OPS_GOAL_DAYS(
        310_000, "2026-11", None, [[dt.date(2026, 11, 2), 50_000]]
    )


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=31), YUAN, st.integers(0, 10**11))
def test_catching_up_reaches_the_goal_exactly(weights, goal, cents):
    """What the days left must bring is what is missing, rounded up to whole yuan."""
    (line,) = udf.OPS_CATCHUP(goal, cents / 100, weights)
    assert sum(line) == max(0, -((cents - goal * 100) // 100))


def test_pace_and_projection():
    """45 of 50 is 0.9; 300 after 30 of 100 weights ends at 1000; nothing is made up without a goal."""
    assert udf.OPS_PACE([45, 10, None], [50, 0, 5]) == [0.9, "", ""]
    assert udf.OPS_PROJECTION([[300], [300]], [[30], [0]], 100) == [[1000.0], [""]]


@pytest.mark.parametrize(
    ("days", "end"),
    [
        pytest.param((), 500.0, id="weights alone"),
        pytest.param((12, 30), pytest.approx(300 / (12 / 14 * 0.6 + 2 / 14 * 0.4)), id="with the number of days"),
        pytest.param((12, 30, 6), pytest.approx(750), id="half of them without sales"),
        pytest.param((None, None), 500.0, id="blank"),
        pytest.param((12, None), "", id="only one of two"),
    ],
)
def test_a_projection_takes_the_number_of_days(days, end):
    """300 sold, 60 of 100 in weight."""
    assert udf.OPS_PROJECTION(300, 60, 100, *days) == end


@pytest.mark.parametrize("days", [(31, 30), (12, 30, 13), (-1, 30)])
def test_a_projection_refuses_days_that_cannot_be(days):
    """More days over than the month has, more empty ones than are over, less than none."""
    assert str(udf.OPS_PROJECTION(300, 60, 100, *days)).startswith("#OPS!")


@pytest.mark.parametrize(
    ("market", "weights"),
    [
        ("none", {10_000}),
        ("无", {10_000}),
        ("kr", {10_000}),  # no sales days, and no holiday in November
    ],
)
def test_a_months_split_takes_the_market(market, weights):
    """Without holidays and promotions all days of November are alike."""
    assert {line[1] for line in udf.OPS_GOAL_DAYS(30_000, "2026-11", market=market)} == weights


def test_a_months_split_knows_sales_days_abroad_and_china_by_default():
    """Black Friday is the heaviest day of November in the US, Double 11 where nothing is said."""
    heaviest = [
        max(udf.OPS_GOAL_DAYS(30_000, "2026-11", market=market), key=lambda line: line[1])[0] for market in ("US", None)
    ]
    assert heaviest == [dt.datetime(2026, 11, 27), dt.datetime(2026, 11, 10)]


def test_a_strange_market_is_refused_in_words():
    """With what it may be."""
    said = str(udf.OPS_GOAL_DAYS(30_000, "2026-11", market="USA"))
    assert "USA" in said
    assert "none" in said


def test_a_closed_day_has_no_goal():
    """Weight and goal 0; the others add up to the month."""
    lines = udf.OPS_GOAL_DAYS(29_000, "2026-04", market="none", events=[["装修", "休业", "2026-04-12", None, None]])
    assert lines[11][1:] == [0, 0]
    assert {line[2] for line in lines if line[1]} == {1000}
