"""What the made-up shop's operator types in every morning, because no export has it."""

from collections.abc import Mapping
from datetime import date

from opsbook.features.demo.facts.catalogue import HERO
from opsbook.features.demo.facts.chance import wobble
from opsbook.features.demo.facts.items import item_days
from opsbook.features.demo.facts.seasons import is_presale, mood
from opsbook.features.demo.facts.shop import ShopDay, shop_by_date
from opsbook.features.demo.facts.story import last_days
from opsbook.model.values import Value, serial

DAYS = 60

_PEER_CONVERSION = 0.0305
_RUSH_HOURS = 31.0  # parcels of the peak days leave late

_NOTES: Mapping[date, str] = {
    date(2026, 9, 22): "水洗棉四件套换首图，观察三天",
    date(2026, 10, 1): "国庆客服轮班，响应略慢",
    date(2026, 10, 12): "凉被清仓，不再投放",
    date(2026, 10, 20): "双11 预售开始，转化率看预售修正",
    date(2026, 10, 31): "20 点付尾款，客服加班到 1 点",
    date(2026, 11, 2): "石墨烯暖绒四件套上新，智能场景起量",
    date(2026, 11, 4): "退款多为凑单退，核对满减门槛",
    date(2026, 11, 11): "当日库存预警：牛奶绒 1.8 米灰色",
    date(2026, 11, 12): "双11 退款潮，客服先处理未发货退款",
}


def typed_rows() -> Mapping[int, Mapping[str, Value]]:
    """The operator's columns of the last 60 days.

    Returns:
        By serial number of the day: value by column id of the shop's daily table; blanks are absent.
    """
    return {serial(day): _typed(shop_by_date()[day]) for day in last_days(DAYS)}


def _typed(shop: ShopDay) -> Mapping[str, Value]:
    day, sales = shop.sales.date, shop.sales
    hero = next(row for row in item_days(shop) if row.item is HERO)
    inquiries = round(sales.visitors * 0.031 * wobble(0.05, day, "inquiries"))
    row: dict[str, Value] = {
        "inquiries": inquiries,
        "inquiry_buyers": round(inquiries * min(0.8, 0.585 * mood(day).paying ** 0.2 * wobble(0.03, day, "served"))),
        "peer_cvr": round(_PEER_CONVERSION * mood(day).paying * wobble(0.02, day, "peers"), 4),
        "rank": round(36 * wobble(0.08, day, "rank")),
        "dsr_item": round(4.82 * wobble(0.0015, day, "item"), 2),
        "dsr_service": round(4.86 * wobble(0.0015, day, "service"), 2),
        "dsr_logistics": round(4.80 * wobble(0.0015, day, "logistics"), 2),
        "shop_tier": 5,
        "violation_points": 0,
        "negative_reviews": round(4 * wobble(0.35, day, "reviews")) + sales.buyers // 700,
        "ship_hours": round(_ship_hours(shop), 1),
        "main_item_aov": round(hero.gmv / hero.buyers / 100, 2),
    }
    if is_presale(day):
        row["presale_buyers"] = round(sales.visitors * 0.0135 * wobble(0.08, day, "presale"))
    if day in _NOTES:
        row["note"] = _NOTES[day]
    return row


def _ship_hours(shop: ShopDay) -> float:
    """A day's parcels wait longer the more the warehouse has on its hands: refunds lag the same way."""
    rush = min(1.0, max(0.0, shop.refund / 900_000 - 0.4))
    usual = 18.5 * wobble(0.06, shop.sales.date, "ship")
    return usual + (_RUSH_HOURS - usual) * rush
