"""Where the day's visitors came from: leaf sources that add up to the shop's sales."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import pow as power

from opsbook.features.demo.facts.chance import split, wobble
from opsbook.features.demo.facts.seasons import Mood, mood
from opsbook.features.demo.facts.shop import ShopDay

TOTAL = "汇总"
_OVERLAP = 1.08  # one visitor arrives through several sources
_SEEN_TWICE = 0.97  # a total counts such a visitor once


@dataclass(frozen=True, slots=True)
class SourceDay:
    """One row of the source report; money in cents. A name is TOTAL where the row is not split further."""

    path: tuple[str, str, str]
    visitors: int
    order_buyers: int
    order_amount: int
    buyers: int
    gmv: int
    followers: int
    fav_users: int
    cart_users: int
    new_visitors: int


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One source: its share of visitors, how well they pay, and how it follows campaigns."""

    path: tuple[str, str, str]
    share: float
    paying: float = 1.0
    basket: float = 1.0
    campaign: float = 0.0


_LEAVES = (
    _Leaf(("手淘搜索", "关键词搜索", TOTAL), 0.245, 1.15),
    _Leaf(("手淘搜索", "图片搜索", TOTAL), 0.040, 0.80, 0.97),
    _Leaf(("手淘推荐", "首页推荐", "猜你喜欢"), 0.125, 0.62, 0.96),
    _Leaf(("手淘推荐", "首页推荐", "微详情"), 0.050, 0.45, 0.95),
    _Leaf(("手淘推荐", "购后推荐", TOTAL), 0.045, 0.70),
    _Leaf(("付费推广", "关键词推广", TOTAL), 0.115, 1.05, 1.0, 0.1),
    _Leaf(("付费推广", "精准人群推广", TOTAL), 0.075, 0.72, 0.99, 0.1),
    _Leaf(("付费推广", "智能场景", TOTAL), 0.040, 0.68, 0.98, 0.1),
    _Leaf(("付费推广", "全站推广", TOTAL), 0.065, 0.90, 1.0, 0.1),
    _Leaf(("我的淘宝", "已买到商品", TOTAL), 0.035, 1.50, 1.04),
    _Leaf(("我的淘宝", "收藏夹", TOTAL), 0.030, 1.70, 1.02, 0.3),
    _Leaf(("购物车", TOTAL, TOTAL), 0.075, 2.70, 1.05, 0.5),
    _Leaf(("内容", "短视频", TOTAL), 0.030, 0.35, 0.92),
    _Leaf(("内容", "直播", "自播间"), 0.028, 1.10, 1.02, 0.2),
    _Leaf(("活动", "聚划算", TOTAL), 0.025, 1.25, 0.98, 1.0),
    _Leaf(("其他", "直接访问", TOTAL), 0.030, 0.85),
)


def source_leaves(shop: ShopDay) -> tuple[SourceDay, ...]:
    """The day's sources at their lowest level; their sales add up to the shop's to the cent."""
    day, it, sales = shop.sales.date, mood(shop.sales.date), shop.sales
    visitors = split(round(sales.visitors * _OVERLAP), [_visits(leaf, day, it) for leaf in _LEAVES])
    paying = [
        came * leaf.paying * wobble(0.07, day, leaf.path, "paying")
        for came, leaf in zip(visitors, _LEAVES, strict=True)
    ]
    buyers = split(sales.buyers, paying)
    unpaid = split(sales.order_buyers - sales.buyers, paying)
    worth = [
        paid * leaf.basket * wobble(0.03, day, leaf.path, "basket") for paid, leaf in zip(buyers, _LEAVES, strict=True)
    ]
    gmv = split(sales.gmv, worth)
    unpaid_amount = split(sales.order_amount - sales.gmv, [max(1, n) for n in unpaid])
    return tuple(
        SourceDay(
            path=leaf.path,
            visitors=visitors[n],
            order_buyers=buyers[n] + unpaid[n],
            order_amount=gmv[n] + unpaid_amount[n],
            buyers=buyers[n],
            gmv=gmv[n],
            followers=round(visitors[n] * 0.004),
            fav_users=round(visitors[n] * 0.026 * wobble(0.08, day, leaf.path, "fav")),
            cart_users=round(visitors[n] * 0.068 * leaf.paying**0.5 * wobble(0.06, day, leaf.path, "cart")),
            new_visitors=round(visitors[n] * min(0.95, 0.82 / leaf.paying**0.5)),
        )
        for n, leaf in enumerate(_LEAVES)
    )


def source_tree(leaves: Sequence[SourceDay]) -> tuple[SourceDay, ...]:
    """Every row of the report: first-level totals, second-level totals where there is a third, and the leaves."""
    rows: dict[tuple[str, str, str], SourceDay] = {}
    for leaf in leaves:
        first, second, _ = leaf.path
        for path in ((first, TOTAL, TOTAL), (first, second, TOTAL)):
            below = [other for other in leaves if _is_under(other.path, path)]
            rows.setdefault(path, below[0] if below[0].path == path else _total(path, below))
        rows[leaf.path] = leaf
    return tuple(rows.values())


def _visits(leaf: _Leaf, day: date, it: Mood) -> float:
    return leaf.share * power(it.visits, leaf.campaign) * wobble(0.06, day, leaf.path, "visits")


def _is_under(path: tuple[str, str, str], above: tuple[str, str, str]) -> bool:
    return all(level in {TOTAL, name} for level, name in zip(above, path, strict=True))


def _total(path: tuple[str, str, str], below: Sequence[SourceDay]) -> SourceDay:
    return replace(
        below[0],
        path=path,
        visitors=round(sum(row.visitors for row in below) * (_SEEN_TWICE if len(below) > 1 else 1)),
        order_buyers=sum(row.order_buyers for row in below),
        order_amount=sum(row.order_amount for row in below),
        buyers=sum(row.buyers for row in below),
        gmv=sum(row.gmv for row in below),
        followers=sum(row.followers for row in below),
        fav_users=sum(row.fav_users for row in below),
        cart_users=sum(row.cart_users for row in below),
        new_visitors=sum(row.new_visitors for row in below),
    )
