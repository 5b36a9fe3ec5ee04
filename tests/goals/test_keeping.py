"""What is over does not move: whatever becomes of a goal, days and months that closed keep theirs."""

from datetime import date

import pytest

from opsbook.engine.refresh import refresh
from opsbook.features.goals.goal_setting import set_month_goal, set_year_goal
from opsbook.features.goals.keeping import keep_goals, kept_goals
from opsbook.model.errors import GoalRefusedError
from opsbook.model.values import serial

MARCH = date(2026, 3, 1)
EIGHTEENTH = serial(date(2026, 3, 18))


@pytest.fixture
def sold(memory_book):
    """Every day from January to 18 March sold 1,000; months and days weigh the same; the year's goal is 3,650."""
    workbook = memory_book()
    workbook.upsert("GoalMonth", [{"month": row["month"], "weight": 10} for row in workbook.rows("GoalMonth")])
    workbook.upsert("GoalDay", [{"date": row["date"], "weight": 10} for row in workbook.rows("GoalDay") if row["date"]])
    days = range(serial(date(2026, 1, 1)), EIGHTEENTH + 1)
    workbook.upsert("ShopDay", [{"date": day, "gmv": 1000} for day in days])
    workbook.host.write_name("year_goal", 372_000)  # 31,000 a month
    refresh(workbook)
    refresh(workbook)
    return workbook


def shown(workbook):
    """Goals of months, and of days by their date."""
    cells, _ = refresh(workbook)
    months = cells.column("GoalMonth", "goal")
    days = dict(zip(cells.column("GoalDay", "date"), cells.column("GoalDay", "goal"), strict=True))
    return months, {int(day): goal for day, goal in days.items() if day}


def past(days):
    """Goals of the days that are over."""
    return {day: goal for day, goal in days.items() if day <= EIGHTEENTH}


def add_up(workbook, year):
    """Months make the year, days their month, to the yuan."""
    months, days = shown(workbook)
    assert sum(months) == year
    for at, goal in enumerate(months, 1):
        assert sum(one for day, one in days.items() if date.fromordinal(day + 693594).month == at) == goal


def test_what_closed_is_kept(sold):
    """77 days and two months; a day of March is 1,000, of February 31,000 in 28 parts."""
    kept = kept_goals(sold)
    assert len(kept) == 79
    assert [kept[float(serial(date(2026, month, 1))), "month"] for month in (1, 2)] == [31_000, 31_000]
    assert kept[float(EIGHTEENTH), "day"] == 1000
    assert sum(goal for (day, grain), goal in kept.items() if grain == "day" and day < serial(MARCH)) == 62_000
    add_up(sold, 372_000)


@pytest.mark.parametrize(
    ("year", "march"),
    [
        pytest.param(672_000, 61_000, id="300,000 more, shared by the ten months left"),
        pytest.param(192_000, 13_000, id="less: March has sold more than it should, its open days have nothing"),
    ],
)
@pytest.mark.parametrize("by", ["command", "Excel"])
def test_another_year_goal_moves_what_is_to_come(year, march, by, sold):
    """January, February and the 1st to the 18th of March stand; the other months share what is left evenly."""
    before = past(shown(sold)[1])
    if by == "command":
        set_year_goal(sold, 2026, year, again=False)
    else:
        sold.host.write_name("year_goal", year)
    months, days = shown(sold)
    assert months[:2] == [31_000, 31_000]
    if by == "Excel":  # a command fits the weights of months that have not begun
        assert months[2:] == [march] * 10
    assert past(days) == before
    assert sum(months) == year
    open_days = [goal for day, goal in days.items() if EIGHTEENTH < day <= serial(date(2026, 3, 31))]
    assert sum(open_days) == max(0, months[2] - 18_000)


@pytest.mark.parametrize("by", ["command", "Excel"])
def test_another_goal_of_the_running_month_is_shared_by_the_days_left(by, sold):
    """44,000 for March: 18,000 are set, 26,000 go to 13 days, 2,000 each; other open months take the difference."""
    if by == "command":
        set_month_goal(sold, MARCH, 44_000, again=False)
    else:
        sold.upsert("GoalMonth", [{"month": serial(MARCH), "lock": 44_000}])
    months, days = shown(sold)
    assert months[:3] == [31_000, 31_000, 44_000]
    assert [days[EIGHTEENTH + at] for at in (-1, 0, 1, 13)] == [1000, 1000, 2000, 2000]
    assert months[3:] == pytest.approx([(372_000 - 106_000) / 9] * 9, abs=1)
    add_up(sold, 372_000)


def test_a_lock_of_a_day_to_come_moves_no_day_before_it(sold):
    """6,000 locked on the 31st: the 12 other days left share 7,000."""
    before = past(shown(sold)[1])
    sold.upsert("GoalDay", [{"date": serial(date(2026, 3, 31)), "lock": 6_000}])
    days = shown(sold)[1]
    assert past(days) == before
    assert sum(days[EIGHTEENTH + at] for at in range(1, 13)) == 7_000
    add_up(sold, 372_000)


def test_a_manual_goal_stands_in_the_place_of_a_kept_one(sold):
    """A day that is over, locked at 5,000: it shows that, the days left share what is left; unlocked it is as it was."""
    day = EIGHTEENTH - 3
    sold.upsert("GoalDay", [{"date": day, "lock": 5_000}])
    days = shown(sold)[1]
    assert (days[day], sum(days[EIGHTEENTH + at] for at in range(1, 14))) == (5_000, 9_000)
    sold.upsert("GoalDay", [{"date": day, "lock": ""}])
    assert shown(sold)[1][day] == 1000


def test_a_day_locked_when_it_closed_keeps_that_goal_when_the_lock_is_cleared(memory_book):
    """Nobody's goal of a past day vanishes with its lock."""
    workbook = memory_book()
    workbook.upsert("ShopDay", [{"date": serial(MARCH), "gmv": 500}])
    workbook.upsert("GoalDay", [{"date": serial(MARCH), "lock": 800}])
    refresh(workbook)
    workbook.upsert("GoalDay", [{"date": serial(MARCH), "lock": ""}])
    assert shown(workbook)[1][serial(MARCH)] == 800


def test_the_first_goal_is_split_over_what_is_over_too(memory_book):
    """Months closed without a goal share the first one; from then on they keep it."""
    workbook = memory_book()
    workbook.upsert("GoalMonth", [{"month": row["month"], "weight": 10} for row in workbook.rows("GoalMonth")])
    workbook.upsert("ShopDay", [{"date": serial(date(2026, 11, 12)), "gmv": 1}])
    refresh(workbook)
    assert kept_goals(workbook) == {}
    set_year_goal(workbook, 2026, 1_200_000, again=False)
    assert shown(workbook)[0] == [100_000] * 12
    set_year_goal(workbook, 2026, 1_400_000, again=False)
    assert shown(workbook)[0] == [*[100_000] * 10, 200_000, 200_000]


def test_a_month_that_is_over_is_set_again_only_when_asked(sold):
    """Refused as long as nobody says so; then it and its days are split anew, and no other day that is over moves."""
    before = past(shown(sold)[1])
    with pytest.raises(GoalRefusedError) as refused:
        set_month_goal(sold, date(2026, 2, 1), 28_000, again=False)
    assert (refused.value.code, refused.value.seen["goal"]) == ("month-over", "31,000")
    assert past(shown(sold)[1]) == before
    set_month_goal(sold, date(2026, 2, 1), 28_000, again=False, anew=True)
    months, days = shown(sold)
    february = range(serial(date(2026, 2, 1)), serial(MARCH))
    assert (months[1], {days[day] for day in february}) == (28_000, {1000})
    assert {day: goal for day, goal in past(days).items() if day not in february} == {
        day: goal for day, goal in before.items() if day not in february
    }
    add_up(sold, 372_000)


def test_a_year_split_anew_forgets_what_was_kept(sold):
    """With --restate every month and day is split again, and kept again."""
    set_year_goal(sold, 2026, 744_000, again=False, anew=True)
    assert shown(sold)[0][:2] == [62_000] * 2
    assert kept_goals(sold)[float(serial(date(2026, 2, 28))), "day"] == pytest.approx(62_000 / 28, abs=1)
    add_up(sold, 744_000)


@pytest.mark.parametrize(
    ("goal", "code"),
    [
        pytest.param(61_999, "kept-over-total", id="less than what is over"),
        pytest.param(62_000, "", id="as much: nothing for the months to come"),
    ],
)
def test_a_goal_below_what_is_over_is_refused(goal, code, sold):
    """The message names the sum, the least goal, and --restate."""
    if not code:
        set_year_goal(sold, 2026, goal, again=False)
        assert shown(sold)[0] == [31_000, 31_000, *[0] * 10]
        return
    with pytest.raises(GoalRefusedError) as refused:
        set_year_goal(sold, 2026, goal, again=False)
    assert (refused.value.code, refused.value.seen["kept"], refused.value.seen["least"]) == (code, "62,000", "62,000")


def test_a_month_changed_in_excel_after_it_closed_says_that_its_days_differ(sold):
    """The check column names it, and `check` lists it."""
    sold.upsert("GoalMonth", [{"month": serial(date(2026, 2, 1)), "lock": 40_000}])
    cells, _ = refresh(sold)
    assert cells.column("GoalMonth", "check")[:3] == ["", "各日已定，合计不等目标", ""]
    sold.upsert("GoalMonth", [{"month": serial(date(2026, 2, 1)), "lock": 20_000}])
    cells, _ = refresh(sold)
    assert cells.column("GoalMonth", "check")[1] == "已定的日目标超过月目标"


def test_goals_of_nothing_and_days_to_come_are_not_kept(sold):
    """A goal of 0 is no goal to hold on to; the 19th is not over."""
    sold.upsert("GoalDay", [{"date": EIGHTEENTH + 1, "lock": 0}])
    sold.upsert("ShopDay", [{"date": EIGHTEENTH + 1, "gmv": 5}])
    keep_goals(sold)
    kept = kept_goals(sold)
    assert (float(EIGHTEENTH + 1), "day") not in kept
    assert (float(EIGHTEENTH + 2), "day") not in kept


def test_keeping_twice_is_keeping_once(sold):
    """Nothing more is written as long as no day closes."""
    before = sold.rows("GoalKept")
    keep_goals(sold)
    assert sold.rows("GoalKept") == before
