"""Customers who looked at our goods and bought elsewhere: to whom, how many, how much."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Loss:
    """One row of the export of lost customers (流失竞店).

    Args:
        day: of the loss.
        shop: where they bought.
        item_id: what they bought there; None when the export is of the whole shop.
        users: customers lost; None when the export does not say.
        amount: yuan they spent there; None when the export does not say.
    """

    day: date
    shop: str
    item_id: str | None = None
    users: float | None = None
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class LostTo:
    """What went to one shop.

    Args:
        shop: where they bought.
        users: customers lost, added up over days and items: one who was lost twice counts twice; None when unknown.
        amount: yuan spent there; None when unknown.
        user_share: of all customers lost; None when unknown.
        amount_share: of all yuan lost; None when unknown.
        watched: whether the shop is one of the peers.
        item_id: what most was spent on there; None where no item is known.
    """

    shop: str
    users: float | None
    amount: float | None
    user_share: float | None
    amount_share: float | None
    watched: bool
    item_id: str | None = None


def lost_to(losses: Iterable[Loss], watched: Collection[str]) -> tuple[LostTo, ...]:
    """Add up to whom customers were lost.

    Args:
        losses: of any days; those of the same day, shop and item are parts of one, told under two names of the shop. A
            day's loss to a whole shop stands for its items of that day.
        watched: names of the peers.

    Returns:
        One sum for each shop, the largest amount first, then the most customers.
    """
    shops: dict[str, list[Loss]] = defaultdict(list)
    for one in _counted(losses):
        shops[one.shop].append(one)
    users = {shop: _sum(one.users for one in rows) for shop, rows in shops.items()}
    amounts = {shop: _sum(one.amount for one in rows) for shop, rows in shops.items()}
    all_users, all_amount = _sum(users.values()), _sum(amounts.values())
    found = [
        LostTo(
            shop,
            users[shop],
            amounts[shop],
            _share(users[shop], all_users),
            _share(amounts[shop], all_amount),
            shop in watched,
            _dearest(shops[shop]),
        )
        for shop in shops
    ]
    return tuple(sorted(found, key=lambda one: (-(one.amount or 0), -(one.users or 0), one.shop)))


def _counted(losses: Iterable[Loss]) -> Sequence[Loss]:
    every = tuple(losses)
    whole = {(one.day, one.shop) for one in every if one.item_id is None}
    return [one for one in every if one.item_id is None or (one.day, one.shop) not in whole]


def _dearest(losses: Sequence[Loss]) -> str | None:
    sums: dict[str, tuple[float, float]] = defaultdict(lambda: (0, 0))
    for one in losses:
        if one.item_id is not None:
            amount, users = sums[one.item_id]
            sums[one.item_id] = amount + (one.amount or 0), users + (one.users or 0)
    return max(sorted(sums), key=lambda item: sums[item], default=None)


def _sum(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _share(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole else None
