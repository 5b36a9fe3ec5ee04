"""What the dashboard says of a goal, in the measure the goal is set in."""

from datetime import date

import pytest

from opsbook.metrics.registry import METRIC
from opsbook.vocabulary.values import serial
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
