"""Lights of the dashboard: what is lit on a card is counted and listed, and what is listed stands there once."""

from datetime import date

import pytest

from opsbook.engine.refresh import refresh
from opsbook.model.language import LANGS
from opsbook.model.values import serial
from support.house import plan_book

DAY, MAY = serial(date(2026, 5, 1)), serial(date(2026, 5, 1))
CARDS = ("gmv", "visitors", "cvr", "aov", "fav_cart_rate", "refund_rate", "roi", "month")
SOLD = {"date": DAY, "gmv": 50_000, "visitors": 5_000, "buyers": 200, "refund_amount": 0}


@pytest.fixture
def half_met(memory_book):
    """The 1st of May brought half of its 100,000 from half of its 100,000 / 0.04 / 250 = 10,000 visitors."""
    workbook = memory_book()
    workbook.host.write_name("the_day", DAY)
    workbook.upsert("GoalMonth", [{"month": MAY, "target_cvr": 0.04, "target_aov": 250}])
    workbook.upsert("GoalDay", [{"date": DAY, "lock": 100_000}])
    workbook.upsert("ShopDay", [SOLD])
    return workbook


def _listed(cells):
    """Names and lights of the list, without its empty lines."""
    lines = zip(cells.column("CalcUrgent", "metric"), cells.column("CalcUrgent", "light"), strict=True)
    return [(metric, light) for metric, light in lines if metric != ""]


def _lit_cards(cells):
    return {card: light for card in CARDS if (light := cells.name(f"card_{card}_light")) != ""}


def test_every_light_of_a_card_is_counted_and_listed(half_met):
    """Goal, visitors and month are red on their cards, in the list and in the count; the order value is green."""
    cells, _ = refresh(half_met)
    assert _lit_cards(cells) == {"gmv": -1, "visitors": -1, "month": -1, "aov": 1, "refund_rate": 1}
    assert _listed(cells) == [("达成率", -1), ("访客达成率", -1), ("本月进度", -1)]
    assert cells.name("dash_now") == "店铺指标：红灯 3 项，黄灯 0 项，卡片上的都在内；列最要紧的 6 项"


@pytest.mark.parametrize(
    ("card", "key", "metric"),
    [
        ("gmv", "attainment|shop", "达成率"),
        ("visitors", "visitor_attainment|shop", "访客达成率"),
        ("month", "month_pace|shop", "本月进度"),
    ],
)
def test_a_threshold_switched_off_is_dark_everywhere(card, key, metric, half_met):
    """Its card, its line of the list and the count go out together."""
    half_met.upsert("Thresholds", [{"key": key, "on": "否"}])
    cells, _ = refresh(half_met)
    assert card not in _lit_cards(cells)
    assert metric not in dict(_listed(cells))
    assert cells.name("dash_now").startswith("店铺指标：红灯 2 项")


@pytest.mark.parametrize(
    ("peers", "base", "green", "light", "note"),
    [
        pytest.param(None, "同行转化率", 1, "", "", id="no line, no light"),
        pytest.param(0.04, "同行转化率", 1, 1, "", id="the peers' line is the target"),
        pytest.param(0.05, "同行转化率", 1, -1, "灯看同行转化率 5.00%", id="below the peers, though on target"),
        pytest.param(0.05, "目标转化率", 1, 1, "", id="the operator chose the target as base"),
        pytest.param(0.02, "同行转化率", 1.5, 1, "灯看绿线 3.00%", id="a multiple of the peers has no name"),
        pytest.param(0.02, "", 0.042, 0, "灯看绿线 4.20%", id="a line of the operator's own"),
    ],
)
def test_the_conversion_card_names_the_line_of_its_light_where_that_is_not_its_target(
    peers, base, green, light, note, half_met
):
    """The goal is the month's target; a light that goes by another line says by which. 200 of 5,000 bought, 4 %."""
    half_met.upsert("ShopDay", [{"date": DAY, "peer_cvr": peers}])
    lines = {"green": green, "green_base": base, "red": 0.9 * green, "red_base": base}
    half_met.upsert("Thresholds", [{"key": "cvr|shop", **lines}])
    cells, _ = refresh(half_met)
    seen = [cells.name(f"card_cvr_{part}") for part in ("goal", "light", "note")]
    assert seen == [0.04, light, note]


def test_without_a_target_the_conversion_card_is_held_against_the_last_28_days(half_met):
    """The 200 of 5,000 of the day and the 600 of 5,000 of the day before make 8 %; the light goes by the peers."""
    half_met.upsert("GoalMonth", [{"month": MAY, "target_cvr": ""}])
    half_met.upsert("ShopDay", [{"date": DAY - 1, "visitors": 5_000, "buyers": 600}, {"date": DAY, "peer_cvr": 0.03}])
    cells, _ = refresh(half_met)
    assert (cells.name("card_cvr_goal"), cells.name("card_cvr_note")) == (0.08, "灯看同行转化率 3.00%")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("card", "words", "condition"),
    [
        pytest.param("gmv", {"zh": '"净目标 "', "en": '"Net goal "'}, "goal_metric=", id="goal net of refunds"),
        pytest.param("cvr", {"zh": '"近28天 "', "en": '"28 days "'}, "cvr_28d,12)=0", id="no target of conversion"),
        pytest.param("cvr", {"zh": '"<28天 "', "en": '"<28 days "'}, "known_28d<28", id="a young shop's conversion"),
        pytest.param("aov", {"zh": '"<28天 "', "en": '"<28 days "'}, "known_28d<28", id="a young shop's order value"),
        pytest.param("aov", {"zh": '"近28天 "', "en": '"28 days "'}, "aov_28d,12)=0", id="no target of order value"),
    ],
)
def test_a_card_says_what_it_is_held_against(card, words, condition, lang):
    """A conditional format puts another word before the goal where it is not the plain one of Goals."""
    sheet = next(sheet for sheet in plan_book(lang).sheets if sheet.id == "dashboard")
    row, column = next(place for place, cell in sheet.cells.items() if cell.name == f"card_{card}_goal")
    rules = [rule for rule in sheet.rules if rule.box[:2] == (row, column) and not rule.bar]
    said = {dict(rule.style)["num_format"]: rule for rule in rules}
    (rule,) = [one for number, one in said.items() if words[lang] in number]
    assert condition in rule.formula
    assert rule.stop  # the first word that fits stands alone


def test_alerts_of_one_order_are_each_listed_once(half_met):
    """Rows that share their place in the order, a copied row among them, stand one after the other as in the table."""
    keys = half_met.columns("Thresholds")["key"]
    half_met.upsert("Thresholds", [{"key": key, "order": 7} for key in keys])
    copied = {"metric": "达成率", "scope": "店铺", "direction": 1, "green": 0.8, "red": 0.6, "on": "是", "order": 7}
    half_met.upsert("Thresholds", [{"key": "copied", "owner": "店长", **copied}])
    cells, _ = refresh(half_met)
    assert _listed(cells) == [("达成率", -1), ("访客达成率", -1), ("本月进度", -1), ("达成率", -1)]
    assert cells.column("CalcUrgent", "owner")[:4] == ["运营", "推广", "运营", "店长"]
