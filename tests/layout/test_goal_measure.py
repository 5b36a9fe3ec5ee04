"""What the dashboard says of a goal, in the measure the goal is set in."""

from datetime import date

import pytest

from opsbook.metrics.registry import METRIC
from opsbook.vocabulary.values import serial
from opsbook.workflows.goal_setting import set_year_goal
from opsbook.workflows.refreshing import refresh

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
    opened = memory_book()
    labels = {"gmv": "支付金额", "net_gmv": METRIC["net_gmv"].label["zh"]}
    opened.host.write_name("goal_metric", labels[measure])
    opened.host.write_name("the_day", DAY)
    opened.upsert("GoalDay", [{"date": DAY, "lock": 1000}])
    opened.upsert("ShopDay", [{"date": DAY, "gmv": 1000, "refund_amount": 400}])
    cells, _ = refresh(opened)
    assert cells.name("card_gmv") == 1000
    assert cells.name("card_gmv_share") == share
    assert cells.name("card_gmv_light") == light
    assert cells.name("days_met") == met


@pytest.mark.parametrize(
    ("lock", "words"),
    [
        pytest.param(100, "", id="months make the year"),
        pytest.param(99, "全年已锁，合计不等于年目标", id="months fall short of the year"),
        pytest.param(101, "锁定的月目标超过年目标", id="months exceed the year"),
    ],
)
def test_a_year_of_locked_months_is_checked_against_its_goal(memory_book, lock, words):
    """Months all set by hand that do not add up to the year are named in the check column."""
    opened = memory_book()
    set_year_goal(opened, 2026, 1200, again=False)
    months = opened.columns("GoalMonth")["month"]
    opened.upsert("GoalMonth", [{"month": month, "lock": lock} for month in months])
    cells, _ = refresh(opened)
    assert set(cells.column("GoalMonth", "check")) == {words}
