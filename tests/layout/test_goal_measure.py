"""What the dashboard says of a goal, in the measure the goal is set in."""

from datetime import date

import pytest

from opsbook.engine.refresh import refresh
from opsbook.features.daily.metrics import METRIC
from opsbook.features.goals.goal_setting import set_year_goal
from opsbook.model.values import serial

DAY = serial(date(2026, 5, 1))


@pytest.mark.parametrize(
    ("measure", "share", "light", "met"),
    [
        pytest.param("gmv", 1.0, 1, 1, id="paid amount reaches the goal"),
        pytest.param("net_gmv", 0.6, -1, 0, id="what remains after refunds does not"),
    ],
)
def test_the_card_and_the_chart_hold_the_goals_own_measure_against_it(memory_book, measure, share, light, met):
    """A goal net of refunds is held against the net amount: share, light and days met say the same."""
    workbook = memory_book()
    labels = {"gmv": "支付金额", "net_gmv": METRIC["net_gmv"].label["zh"]}
    workbook.host.write_name("goal_metric", labels[measure])
    workbook.host.write_name("the_day", DAY)
    workbook.upsert("GoalDay", [{"date": DAY, "lock": 1000}])
    workbook.upsert("ShopDay", [{"date": DAY, "gmv": 1000, "refund_amount": 400}])
    cells, _ = refresh(workbook)
    assert cells.name("card_gmv") == 1000
    assert cells.name("card_gmv_share") == share
    assert cells.name("card_gmv_light") == light
    assert cells.name("days_met") == met


@pytest.mark.parametrize(
    ("lock", "words"),
    [
        pytest.param(100, "", id="months make the year"),
        pytest.param(99, "全年已锁，合计不等目标", id="months fall short of the year"),
        pytest.param(101, "锁定的月目标超过年目标", id="months exceed the year"),
    ],
)
def test_a_year_of_locked_months_is_checked_against_its_goal(memory_book, lock, words):
    """Months all set by hand that do not add up to the year are named in the check column."""
    workbook = memory_book()
    set_year_goal(workbook, 2026, 1200, again=False)
    months = workbook.columns("GoalMonth")["month"]
    workbook.upsert("GoalMonth", [{"month": month, "lock": lock} for month in months])
    cells, _ = refresh(workbook)
    assert set(cells.column("GoalMonth", "check")) == {words}


@pytest.mark.parametrize(
    ("table", "lock", "said"),
    [
        pytest.param("GoalDay", 0, "", id="nothing is a goal"),
        pytest.param("GoalDay", 0.5, "手工目标要填 ≥0 的整数", id="half a yuan on a day"),
        pytest.param("GoalDay", -1, "手工目标要填 ≥0 的整数", id="a day below nothing"),
        pytest.param("GoalMonth", 40.5, "手工目标要填 ≥0 的整数", id="half a yuan of the month"),
        pytest.param("GoalMonth", -40, "手工目标要填 ≥0 的整数", id="a month below nothing"),
    ],
)
def test_a_manual_goal_that_cannot_be_is_told_as_such(table, lock, said, memory_book):
    """The check column of the month says what a manual goal must be, not that goals exceed each other."""
    workbook = memory_book()
    set_year_goal(workbook, 2026, 1200, again=False)
    workbook.upsert(table, [{"date" if table == "GoalDay" else "month": DAY, "lock": lock}])
    cells, _ = refresh(workbook)
    assert cells.column("GoalMonth", "check") == [*[""] * 4, said, *[""] * 7]


@pytest.mark.parametrize("measure", ["gmv", "net_gmv"])
def test_a_day_of_last_year_shows_its_month_and_says_that_it_has_no_goals(memory_book, measure):
    """The book of 2026 has no goals for 2025: what was sold stands there, and no sentence asks for a missing goal."""
    workbook = memory_book()
    set_year_goal(workbook, 2026, 1200, again=False)
    day, sold = serial(date(2025, 11, 11)), {"gmv": 300, "net_gmv": 250}[measure]
    workbook.host.write_name("goal_metric", METRIC[measure].label["zh"] if measure == "net_gmv" else "支付金额")
    workbook.host.write_name("the_day", day)
    workbook.upsert("ShopDay", [{"date": day - 1, "gmv": 100, "refund_amount": 50}])
    workbook.upsert("ShopDay", [{"date": day, "gmv": 200, "refund_amount": 0}])
    cells, _ = refresh(workbook)
    assert cells.name("month_line_month_actual") == sold
    assert cells.column("CalcMonth", "mark")[10] == sold / 10_000
    assert [cells.name(name) for name in ("month_goal", "month_forecast", "card_month")] == ["", "", ""]
    told = "本书没有 2025 年的目标"
    assert cells.name("dash_status_text") == cells.name("tile_month_note") == cells.name("tile_year_note") == told
    sums = {"gmv": "到齐的 2 天累计 300 元；缺 9 天，", "net_gmv": "到齐的 2 天净额累计 250 元；缺 9 天，"}
    assert cells.name("dash_month").startswith(sums[measure])
    assert cells.name("dash_month").endswith(told)
    assert cells.name("dash_days").startswith("到齐 2 天里都没有日目标")


@pytest.mark.parametrize(
    ("goal", "sold", "told"),
    [
        (None, 100, "还没填年目标，到「目标分解」填"),
        (None, None, "还没填年目标，到「目标分解」填"),
        (3650, None, "缺当日金额"),
        (3650, 100, "达成 "),
    ],
)
def test_a_day_that_is_not_judged_says_what_is_lacking(memory_book, goal, sold, told):
    """Without a goal for the year the dashboard says where to fill it in; with one it is the sales that are not there."""
    workbook = memory_book()
    if goal:
        set_year_goal(workbook, 2026, goal, again=False)
    day = serial(date(2026, 3, 18))
    workbook.host.write_name("the_day", day)
    workbook.upsert("ShopDay", [{"date": day, "visitors": 5, "gmv": sold}])
    cells, _ = refresh(workbook)
    assert cells.name("dash_status_text").startswith(told)
