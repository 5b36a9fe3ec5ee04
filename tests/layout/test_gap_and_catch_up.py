"""What is still missing: of the day in visitors and ad spend, of the month in yuan for the days left."""

from datetime import date

import pytest

from opsbook.engine.refresh import refresh
from opsbook.features.daily.metrics import METRIC
from opsbook.model.values import serial

MAY = serial(date(2026, 5, 1))
DAYS = [MAY + offset for offset in range(31)]


@pytest.fixture
def may(memory_book):
    """May has 100 to sell on three days of weight 10, 20 and 30, and none on the others."""
    workbook = memory_book()
    workbook.upsert("GoalMonth", [{"month": MAY, "lock": 100, "target_cvr": 0.04, "target_aov": 250}])
    workbook.upsert("GoalDay", [{"date": day, "lock": 0} for day in DAYS[3:]])
    workbook.upsert("GoalDay", [{"date": day, "weight": 10 * at} for at, day in enumerate(DAYS[:3], 1)])
    workbook.upsert("ShopDay", [{"date": DAYS[0], "gmv": 9.5}, {"date": DAYS[1], "gmv": 20}])
    return workbook


@pytest.mark.parametrize(
    ("shown", "lock", "sold", "catch_up", "left"),
    [
        pytest.param(0, 0, 9.5, 91, 30, id="an earlier day: 100 - 9.5, rounded up"),
        pytest.param(1, 0, 29.5, 71, 29, id="the newest day: 100 - 29.5, rounded up"),
        pytest.param(1, 40, 29.5, 71, 29, id="40 of it set by hand on the 4th"),
        pytest.param(1, 90, 29.5, 90, 29, id="more set by hand than is missing"),
        pytest.param(0, 40, 9.5, 91, 30, id="an earlier day, 40 of it set by hand"),
        pytest.param(2, 40, 29.5, 40, 28, id="no open day is left: what was set by hand"),
        pytest.param(30, 0, 29.5, "", 0, id="no day is left"),
    ],
)
def test_month_to_date_and_catch_up_count_from_the_day_shown(shown, lock, sold, catch_up, left, may):
    """What is sold, what is to catch up and the days left all speak of the day shown, whatever came later."""
    may.host.write_name("the_day", DAYS[shown])
    may.upsert("GoalDay", [{"date": DAYS[3], "lock": lock}])
    cells, _ = refresh(may)
    assert (cells.name("month_actual"), cells.name("catch_up"), cells.name("days_left")) == (sold, catch_up, left)


@pytest.mark.parametrize("lock", [0, 40, 90])
def test_on_the_newest_day_the_days_catch_up_goals_add_up_to_it(lock, may):
    """The figure above the table is the sum of its column when the newest day is shown."""
    may.host.write_name("the_day", DAYS[1])
    may.upsert("GoalDay", [{"date": DAYS[3], "lock": lock}])
    cells, _ = refresh(may)
    assert cells.name("catch_up") == sum(one for one in cells.column("GoalDay", "catch_up") if one != "")


@pytest.mark.parametrize(
    ("goal", "locks", "due", "part"),
    [
        pytest.param(6000, {}, 3000, 0.5, id="no lock: half the weight"),
        pytest.param(6000, {0: 4000}, 4800, 0.8, id="a day set by hand counts as its goal, not as its weight"),
        pytest.param(6000, {5: 4800}, 1200, 0.2, id="a day to come set by hand"),
        pytest.param(6000, dict.fromkeys(range(5), 0), 0, None, id="nothing due yet"),
        pytest.param(None, {0: 4000}, "", 0.5, id="no goal of the month: by weight"),
    ],
)
def test_the_month_end_foreseen_follows_what_was_due_and_the_days_gone(goal, locks, due, part, memory_book):
    """29.5 sold in five days of weight 10, 5, 5, 5, 5; the sixth and last weighs 30.

    After five days that sold, the part of the month that was due counts 5 of 7, the five of six days 2 of 7.
    """
    workbook = memory_book()
    workbook.upsert("GoalMonth", [{"month": MAY, "lock": goal}])
    workbook.upsert("GoalDay", [{"date": day, "weight": 0} for day in DAYS[6:]])
    weights = enumerate((10, 5, 5, 5, 5, 30))
    workbook.upsert("GoalDay", [{"date": DAYS[at], "weight": one, "lock": locks.get(at)} for at, one in weights])
    sold = zip(DAYS, (9.5, 17, 1, 1, 1), strict=False)
    workbook.upsert("ShopDay", [{"date": day, "gmv": amount} for day, amount in sold])
    workbook.host.write_name("the_day", DAYS[4])
    cells, _ = refresh(workbook)
    forecast = None if part is None else 29.5 / (5 / 7 * part + 2 / 7 * 5 / 6)
    seen = cells.name("month_forecast")
    assert seen == ("" if forecast is None else pytest.approx(forecast, rel=1e-12))
    if goal:
        assert cells.name("month_due") == due
    drawn = [one for one in cells.column("CalcMonth", "forecast") if one != ""]
    assert drawn == ([] if forecast is None else [pytest.approx(forecast / 10_000, rel=1e-12)] * 26)


GAPS = [
    pytest.param(
        1000,
        500,
        0.5,
        40,
        20.0,
        "按当日访客价值 12.50 元，补上差额约需访客 40 人、推广费 20 元。",
        id="500 / 12.5 at half a yuan",
    ),
    pytest.param(1000, 500, None, 40, "", "按当日访客价值 12.50 元，补上差额约需访客 40 人。", id="no click, no price"),
    pytest.param(1000, 999, 0.5, 1, 0.5, "补上差额约需访客 1 人、推广费 1 元。", id="part of a visitor is a visitor"),
    pytest.param(1000, 1000, 0.5, 0, 0.0, "", id="met"),
    pytest.param(1000, 1200, 0.5, 0, 0.0, "", id="exceeded"),
    pytest.param(None, 500, 0.5, "", "", "", id="no goal"),
    pytest.param(1000, 0, 0.5, "", "", "", id="a visitor brought nothing"),
]


@pytest.mark.parametrize(("goal", "sold", "cpc", "visitors", "budget", "said"), GAPS)
def test_a_gap_says_what_traffic_would_have_closed_it(goal, sold, cpc, visitors, budget, said, memory_book):
    """40 came: the brief tells visitors and ad spend the gap is worth."""
    workbook = memory_book()
    workbook.host.write_name("the_day", MAY)
    workbook.upsert("GoalMonth", [{"month": MAY, "target_cvr": 0.04, "target_aov": 250}])
    workbook.upsert("GoalDay", [{"date": MAY, "lock": goal}])
    ads = {"clicks": 100, "ad_spend": 100 * cpc} if cpc else {}
    workbook.upsert("ShopDay", [{"date": MAY, "gmv": sold, "visitors": 40, **ads}])
    cells, _ = refresh(workbook)
    assert (cells.name("gap_visitors"), cells.name("gap_budget")) == (visitors, budget)
    conclusion = cells.name("dash_conclusion")
    assert said in conclusion
    assert ("补上差额" in conclusion) == bool(said)


@pytest.mark.parametrize(
    ("visitors", "buyers", "said"),
    [
        pytest.param(100, 3, "访客已够，差在转化率。", id="3 of 100 bought for 266 each"),
        pytest.param(100, 5, "访客已够，差在客单价。", id="5 of 100 bought for 160 each"),
        pytest.param(200, 4, "访客已够，差在转化率和客单价。", id="4 of 200 bought for 200 each"),
        pytest.param(99, 3, "补上差额约需访客 25 人。", id="one visitor below their goal"),
    ],
)
def test_where_visitors_suffice_the_brief_says_what_is_short(visitors, buyers, said, memory_book):
    """1,000 at 4 % and 250 needs 100 visitors; 800 were sold: nobody is told to buy visitors where 100 came."""
    workbook = memory_book()
    workbook.host.write_name("the_day", MAY)
    workbook.upsert("GoalMonth", [{"month": MAY, "target_cvr": 0.04, "target_aov": 250}])
    workbook.upsert("GoalDay", [{"date": MAY, "lock": 1000}])
    workbook.upsert("ShopDay", [{"date": MAY, "gmv": 800, "visitors": visitors, "buyers": buyers}])
    cells, _ = refresh(workbook)
    assert said in cells.name("dash_conclusion")
    assert ("补上差额" in cells.name("dash_conclusion")) == ("补上差额" in said)


def test_where_only_refunds_are_missing_the_brief_says_so(memory_book):
    """1,000 were sold by 100 visitors as planned, and 200 went back: a goal net of refunds misses those."""
    workbook = memory_book()
    workbook.host.write_name("the_day", MAY)
    workbook.host.write_name("goal_metric", METRIC["net_gmv"].label["zh"])
    workbook.upsert("GoalMonth", [{"month": MAY, "target_cvr": 0.04, "target_aov": 250}])
    workbook.upsert("GoalDay", [{"date": MAY, "lock": 1000}])
    workbook.upsert("ShopDay", [{"date": MAY, "gmv": 1000, "visitors": 100, "buyers": 4, "refund_amount": 200}])
    cells, _ = refresh(workbook)
    assert "访客已够，差在退款。" in cells.name("dash_conclusion")


def test_without_clicks_the_week_before_gives_the_price(may):
    """A day without ads takes what a click cost over the 7 days before: 30 yuan for 20 clicks, 1.50 each."""
    may.host.write_name("the_day", DAYS[1])
    may.upsert("ShopDay", [{"date": DAYS[0], "clicks": 20, "ad_spend": 30}, {"date": DAYS[1], "visitors": 2}])
    cells, _ = refresh(may)
    # 100·20/60 rounded is 33; 13 at 20 / 2 yuan a visitor = 1.3, so 2 visitors
    assert (cells.name("gap_visitors"), cells.name("gap_budget")) == (2, 3.0)


def test_sentences_say_when_the_goal_is_net(may):
    """With a goal net of refunds, status, brief and both charts speak of net amounts; otherwise none does."""
    names = ("dash_status_text", "dash_conclusion", "dash_month", "dash_days")
    may.host.write_name("the_day", DAYS[1])
    may.upsert("ShopDay", [{"date": day, "refund_amount": 0} for day in DAYS[:2]])
    cells, _ = refresh(may)
    assert [name for name in names if "净额" in cells.name(name)] == []
    may.host.write_name("goal_metric", METRIC["net_gmv"].label["zh"])
    cells, _ = refresh(may)
    assert [name for name in names if "净额" in cells.name(name)] == list(names)
