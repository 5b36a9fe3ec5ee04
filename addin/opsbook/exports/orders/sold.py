"""What orders were sold for: what was given back of them since counts on the day they were paid."""

import pandas as pd

from opsbook.exports.orders.open_list import OrderList
from opsbook.model.issues import Level

_PARTS = 1_000_000  # of a yuan or a piece: sums of whole numbers have none of the dust of binary fractions


def as_sold(found: OrderList, paid: pd.DataFrame) -> pd.DataFrame:
    """Add to amounts what was given back of the orders, and say so once.

    A file in which amount and refund are mostly more together than was asked for tells what was paid at first: nothing is added.

    Args:
        found: the list, with its refunds; takes the issues.
        paid: the orders that were paid, as columns.

    Returns:
        The same orders with what they were sold for; of a list without refunds the amounts as they stand.
    """
    if found.rules.net:
        _tell_net(found, paid)
    refunds = {at: refund for at in paid["row"] if (refund := found.refunds.get(at))} if found.refunds else {}
    if not refunds:
        return paid
    beyond = {at for at, refund in refunds.items() if refund.beyond}
    if len(beyond) * 2 > len(refunds):
        back = paid[paid["row"].isin(list(refunds))]
        found.reading.report("paid-at-first", Level.INFO, found.reading.where(first_row(back)), count=len(back))
        return paid
    if beyond:
        odd = paid[paid["row"].isin(list(beyond))]
        found.reading.report("refund-beyond", Level.WARNING, found.reading.where(first_row(odd)), **counted(odd))
    sold = [
        round(amount + refunds[at].amount, 6) if at in refunds and at not in beyond else amount
        for at, amount in zip(paid["row"], paid["amount"], strict=True)
    ]
    _tell_added(found, {at: refund.amount for at, refund in refunds.items() if at not in beyond})
    return paid.assign(amount=pd.Series(sold, paid.index, dtype="object"))


def _tell_net(found: OrderList, paid: pd.DataFrame) -> None:
    if len(paid) and "gmv" in found.reading.matched.columns:
        found.reading.report("net-amounts", Level.INFO, found.reading.where(found.reading.matched.row))


def _tell_added(found: OrderList, added: dict[int, float]) -> None:
    """Say how many refunds were added to the sales, and how much."""
    total = from_parts(sum(round(amount * _PARTS) for amount in added.values()))
    where = found.reading.where(min(added), found.place("refunded"))
    found.reading.report("refunds-added", Level.INFO, where, count=len(added), amount=f"{total:,.2f}")


def first_row(orders: pd.DataFrame) -> int:
    """The row of the first of some orders."""
    return int(orders["row"].iloc[0])


def counted(orders: pd.DataFrame) -> dict[str, object]:
    """How many orders there are and what they come to; a dash where none says an amount, as in a list of items."""
    amounts = in_parts(orders["amount"].dropna())
    return {"count": len(orders), "amount": f"{from_parts(sum(amounts)):,.2f}" if len(amounts) else "–"}


def in_parts(numbers: pd.Series) -> pd.Series:
    """Numbers as whole ones, which Python adds up whatever their size; missing ones stay missing."""
    parts = {number: round(number * _PARTS) for number in numbers.dropna().unique()}
    return pd.Series([parts.get(number) for number in numbers], numbers.index, dtype="object")


def from_parts(total: int) -> float:
    """The number of so many parts; a whole one is a whole number."""
    return total / _PARTS if total % _PARTS else total // _PARTS
