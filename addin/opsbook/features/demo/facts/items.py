"""The day's items: what each product took of the shop's day."""

from collections.abc import Sequence
from dataclasses import dataclass

from opsbook.features.demo.facts.catalogue import ITEMS, Item
from opsbook.features.demo.facts.chance import split, wobble
from opsbook.features.demo.facts.shop import ShopDay

_ITEMS_SEEN = 1.42  # items a visitor looks at
_ITEMS_BOUGHT = 1.09  # different items a buyer takes


@dataclass(frozen=True, slots=True)
class ItemDay:
    """One item on one day; money in cents, rates 0 to 1."""

    item: Item
    visitors: int
    pageviews: int
    stay_seconds: float
    exit_rate: float
    fav_users: int
    cart_users: int
    cart_items: int
    order_buyers: int
    order_items: int
    order_amount: int
    buyers: int
    items: int
    gmv: int
    old_buyers: int
    refund: int
    search_visitors: int
    search_buyers: int


def item_days(shop: ShopDay) -> tuple[ItemDay, ...]:
    """The items on sale that day; pieces, GMV and refunds add up to the shop's."""
    day, sales = shop.sales.date, shop.sales
    items = [item for item in ITEMS if item.listed <= day]
    visitors = split(round(shop.item_visitors * _ITEMS_SEEN), [_pull(item, shop) for item in items])
    paying = [n * i.paying * wobble(0.06, day, i.id, "paying") for n, i in zip(visitors, items, strict=True)]
    buyers = split(round(sales.buyers * _ITEMS_BOUGHT), paying)
    more = split(sales.items - sum(buyers), [n / i.price**0.8 for n, i in zip(buyers, items, strict=True)])
    pieces = [n + extra for n, extra in zip(buyers, more, strict=True)]
    worth = [n * i.price * wobble(0.02, day, i.id, "price") for n, i in zip(pieces, items, strict=True)]
    gmv = split(sales.gmv, worth)
    refund = split(shop.refund, [x * wobble(0.2, day, i.id, "refund") for x, i in zip(gmv, items, strict=True)])
    rows = zip(items, visitors, buyers, pieces, gmv, refund, strict=True)
    return tuple(_item_day(shop, item, counts) for item, *counts in rows)


def _pull(item: Item, shop: ShopDay) -> float:
    """How many visitors an item draws: new ones climb for ten days, fading ones lose a part every day."""
    day = shop.sales.date
    age = (day - item.listed).days
    faded = item.fade ** max(0, (day - item.fading).days)
    return item.share * min(1.0, 0.12 + 0.09 * age) * faded * wobble(0.07, day, item.id, "pull")


def _item_day(shop: ShopDay, item: Item, counts: Sequence[int]) -> ItemDay:
    visitors, buyers, pieces, gmv, refund = counts
    day = shop.sales.date
    unpaid = round(buyers * 0.15 * wobble(0.1, day, item.id, "unpaid"))
    carts = round(visitors * 0.062 * item.paying**0.4 * wobble(0.06, day, item.id, "cart"))
    return ItemDay(
        item=item,
        visitors=visitors,
        pageviews=round(visitors * 1.92 * wobble(0.03, day, item.id, "views")),
        stay_seconds=round(27 * wobble(0.08, day, item.id, "stay"), 2),
        exit_rate=round(0.66 * wobble(0.03, day, item.id, "exit"), 4),
        fav_users=round(visitors * 0.024 * wobble(0.08, day, item.id, "fav")),
        cart_users=carts,
        cart_items=round(carts * 1.24),
        order_buyers=buyers + unpaid,
        order_items=pieces + round(unpaid * 1.2),
        order_amount=gmv + round(unpaid * 1.2 * item.price * 100),
        buyers=buyers,
        items=pieces,
        gmv=gmv,
        old_buyers=round(buyers * 0.26 * wobble(0.1, day, item.id, "old")),
        refund=refund,
        search_visitors=round(visitors * 0.3 * wobble(0.08, day, item.id, "search")),
        search_buyers=round(buyers * 0.34 * wobble(0.08, day, item.id, "search paid")),
    )
