"""The shop's days: one funnel a day, from which every other report is cut."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from opsbook.features.demo.facts.chance import split, wobble
from opsbook.features.demo.facts.seasons import Mood, mood
from opsbook.features.demo.facts.story import FIRST_DAY, days

SCENES = ("全站推广", "关键词推广", "精准人群推广", "智能场景")
_SCENE_SHARES = (0.24, 0.41, 0.22, 0.13)

# 2025-01-01, and what a year adds: 1.07 x 1.02 x 1.026 is about 12 % more GMV.
_VISITORS, _CONVERSION, _BASKET = 15400.0, 0.0291, 198.0
_MORE_VISITORS, _MORE_CONVERSION, _MORE_BASKET = 1.07, 1.02, 1.026
_REFUND_SHARE = 0.026
_REFUND_LAG = (0.20, 0.25, 0.20, 0.15, 0.10, 0.10)  # of today's refunds: bought today, yesterday, ...


@dataclass(frozen=True, slots=True)
class Sales:
    """Who came and who paid on one day; money in cents."""

    date: date
    visitors: int
    order_buyers: int
    order_amount: int
    buyers: int
    orders: int
    items: int
    gmv: int


@dataclass(frozen=True, slots=True)
class ShopDay:
    """One day of the shop as its report shows it; money in cents, rates 0 to 1."""

    sales: Sales
    pageviews: int
    bounce_rate: float
    stay_seconds: float
    item_visitors: int
    new_visitors: int
    fav_users: int
    cart_users: int
    old_buyers: int
    old_gmv: int
    refund: int
    spend: tuple[int, ...]  # by SCENES


@cache
def shop_days() -> tuple[ShopDay, ...]:
    """Every day of the story, oldest first."""
    sales = [_sales(day) for day in days()]
    return tuple(_shop_day(sales[: n + 1]) for n in range(len(sales)))


@cache
def shop_by_date() -> dict[date, ShopDay]:
    """The shop's day by calendar day."""
    return {day.sales.date: day for day in shop_days()}


def _sales(day: date) -> Sales:
    years, it = (day - FIRST_DAY).days / 365.25, mood(day)
    visitors = round(_VISITORS * _MORE_VISITORS**years * it.visits * wobble(0.035, day, "visitors"))
    conversion = _CONVERSION * _MORE_CONVERSION**years * it.paying * wobble(0.03, day, "paying")
    basket = _BASKET * _MORE_BASKET**years * it.basket * wobble(0.011, day, "basket")
    buyers = round(visitors * conversion)
    gmv = round(buyers * basket * 100)
    order_buyers = round(buyers / (0.865 * wobble(0.02, day, "paid")))
    order_amount = round(gmv * order_buyers / buyers * wobble(0.01, day, "order"))
    return Sales(
        date=day,
        visitors=visitors,
        order_buyers=order_buyers,
        order_amount=max(gmv, order_amount),
        buyers=buyers,
        orders=round(buyers * 1.17 * wobble(0.01, day, "orders")),
        items=round(buyers * 1.36 * wobble(0.015, day, "items")),
        gmv=gmv,
    )


def _shop_day(until: list[Sales]) -> ShopDay:
    sales = until[-1]
    day, it = sales.date, mood(sales.date)
    old_buyers = round(sales.buyers * min(0.45, 0.27 * it.visits**0.12 * wobble(0.05, day, "old")))
    return ShopDay(
        sales=sales,
        pageviews=round(sales.visitors * 3.42 * wobble(0.03, day, "depth")),
        bounce_rate=round(min(0.67, 0.575 * it.visits**0.05 * wobble(0.02, day, "bounce")), 4),
        stay_seconds=round(46 * wobble(0.06, day, "stay"), 2),
        item_visitors=round(sales.visitors * 0.87 * wobble(0.01, day, "item visitors")),
        new_visitors=round(sales.visitors * 0.78 * wobble(0.02, day, "new visitors")),
        fav_users=round(sales.visitors * 0.027 * it.visits**0.2 * wobble(0.04, day, "fav")),
        cart_users=round(sales.visitors * 0.071 * it.visits**0.3 * wobble(0.04, day, "cart")),
        old_buyers=old_buyers,
        old_gmv=round(sales.gmv * old_buyers / sales.buyers * wobble(0.02, day, "old gmv")),
        refund=_refund(until),
        spend=_spend(sales, it),
    )


def _refund(until: list[Sales]) -> int:
    recent = until[: -len(_REFUND_LAG) - 1 : -1]
    lag = _REFUND_LAG[: len(recent)]
    bought = sum(weight * sales.gmv for weight, sales in zip(lag, recent, strict=True)) / sum(lag)
    return round(bought * _REFUND_SHARE * wobble(0.09, until[-1].date, "refund"))


def _spend(sales: Sales, it: Mood) -> tuple[int, ...]:
    total = round(sales.visitors * 56 * it.visits**0.25 * wobble(0.04, sales.date, "spend"))
    shares = [share * wobble(0.06, sales.date, scene) for scene, share in zip(SCENES, _SCENE_SHARES, strict=True)]
    return tuple(split(total, shares))
