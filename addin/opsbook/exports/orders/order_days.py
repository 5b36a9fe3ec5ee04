"""Orders to days: what was paid, in how many orders, for how many items, by how many buyers."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from opsbook.exports.orders.order_rows import Order, OrderList, read_order_list
from opsbook.exports.parse.rows import Reading, added
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.model.facts import Fact
from opsbook.model.issues import Level
from opsbook.model.orders import Orders
from opsbook.model.values import Value, serial

_PARTS = 1_000_000  # of a yuan or a piece: sums of whole numbers have none of the dust of binary fractions


@dataclass(frozen=True, slots=True)
class DaySum:
    """What the paid orders of a day come to.

    Args:
        row: index of the row of the first of them, from 0.
        orders: how many there are.
        gmv: what was paid, in millionths of a yuan.
        items: how many pieces, in millionths of a piece.
        itemised: how many orders say their pieces.
        buyers: how many different people bought.
        named: how many orders name their buyer.
    """

    row: int
    orders: int
    gmv: int
    items: int
    itemised: int
    buyers: int
    named: int


def read_order_days(raw: RawTable, matched: HeaderMatch, rules: Orders) -> Reading:
    """Add the paid orders of a sheet up to days.

    Args:
        raw: the sheet.
        matched: its header.
        rules: what its columns are.

    Returns:
        One fact per day on which an order was paid; no number, name or address is in it. A day with an order that cannot be
        read is left out, since its sum would be too small.
    """
    if "date" not in matched.columns and not rules.dated:
        reading = Reading(raw, matched, None)
        reading.report("undated-orders", Level.ERROR, reading.where(matched.row), kind=matched.importer.name)
        reading.rejected = sum(any(map(clean, row)) for row in raw.rows[matched.row + 1 :])
        return reading
    found = read_order_list(raw, matched, rules)
    if not found.spoilt and not any(order.day for order in found.orders.values()):
        _tell_none_paid(found)
    elif _one_currency(found):
        _tell_undated(found)
        _tell_unsure(found)
        _add_up(found)
    return found.reading


def _tell_none_paid(found: OrderList) -> None:
    """Say what the orders of a list wait for, rather than that there are none."""
    if found.unpaid and not found.reading.rejected:
        waits = Counter(order.waits for order in found.unpaid)
        states = tuple(f"{word or '–'} × {count}" for word, count in waits.items())
        where = found.reading.where(found.reading.matched.row)
        found.reading.report("none-paid", Level.WARNING, where, count=waits.total(), states=states)


def _tell_undated(found: OrderList) -> None:
    dated = [order for order in found.undated if order.day not in found.spoilt]
    if dated:
        seen = {"count": len(dated), "amount": _money(dated)}
        found.reading.report("dated-by-creation", Level.INFO, found.reading.where(dated[0].row), **seen)


def _tell_unsure(found: OrderList) -> None:
    """Name orders that are left out though nothing says that they were not paid."""
    unsure = [order for order in found.unpaid if not order.waits]
    if unsure:
        seen = {"count": len(unsure), "amount": _money(unsure)}
        found.reading.report("unsure-orders", Level.WARNING, found.reading.where(unsure[0].row), **seen)


def _money(orders: Sequence[Order]) -> str:
    """What orders come to in words; a dash where none says an amount, as in a list of items."""
    amounts = [order.amount for order in orders if order.amount is not None]
    return f"{added(amounts):,.2f}" if amounts else "–"


def _one_currency(found: OrderList) -> bool:
    """Leave out orders in other currencies than most; False where no currency has most of them."""
    paid = [order for order in found.orders.values() if order.day]
    (main, most), *others = Counter(order.currency for order in paid if order.currency).most_common() or [("", 0)]
    reading = found.reading
    where = reading.where(reading.matched.row)
    if any(count == most for _, count in others):
        names = tuple(sorted([main, *(name for name, _ in others)]))
        reading.report("several-currencies", Level.ERROR, where, currencies=names)
        reading.rejected += len(found.orders)
        return False
    for name, count in others:
        left = [order for order in paid if order.currency == name]
        seen = {"currency": name, "count": count, "amount": _money(left), "main": main}
        at = reading.where(left[0].row, found.places["currency"])
        reading.report("other-currency", Level.WARNING, at, **seen)
        reading.rejected += count
    strangers = {name for name, _ in others}
    found.orders = {number: one for number, one in found.orders.items() if one.currency not in strangers}
    if main and main != "CNY":
        reading.report("foreign-money", Level.INFO, where, currency=main)
    return True


def _add_up(found: OrderList) -> None:
    days = _day_sums(found)
    cut = _cut_days(found, days) if days else {}
    for day in sorted({*days, *found.spoilt}):
        if day in found.spoilt:
            found.reading.report("spoilt-day", Level.WARNING, found.reading.where(found.spoilt[day]), date=f"{day}")
            continue
        where = found.reading.where(days[day].row)
        values: dict[str, Value] = {"date": serial(day), **_told(found, days[day]), "partial": day in cut or None}
        if day in cut:
            code, made = cut[day]
            level = Level.WARNING if code == "future-day" else Level.INFO
            found.reading.report(code, level, where, date=f"{day}", made=made)
        found.reading.facts.append(Fact(values, where))


def _day_sums(found: OrderList) -> dict[date, DaySum]:
    """Add the paid orders up by day."""
    import pandas as pd  # noqa: PLC0415 - heavy; a morning without orders does not need it

    paid = [order for order in found.orders.values() if order.day]
    columns = {
        "day": [order.day for order in paid],
        "row": [order.row for order in paid],
        "gmv": [_in_parts(order.amount) or 0 for order in paid],
        "items": [_in_parts(order.items) for order in paid],
        "buyer": [order.buyer or None for order in paid],
    }
    days = pd.DataFrame(columns, dtype=object).groupby("day")
    sums = days.agg(
        row=("row", "first"),
        orders=("row", "size"),
        gmv=("gmv", "sum"),
        items=("items", "sum"),
        itemised=("items", "count"),
        buyers=("buyer", "nunique"),
        named=("buyer", "count"),
    )
    return {day: DaySum(*figures) for day, *figures in sums.itertuples(name=None)}


def _in_parts(number: float | None) -> int | None:
    return None if number is None else round(number * _PARTS)


def _from_parts(total: int) -> float:
    return total / _PARTS if total % _PARTS else total // _PARTS


def _cut_days(found: OrderList, days: Collection[date]) -> dict[date, tuple[str, str]]:
    """Days that the export may hold only a part of, each with the code that says why."""
    made, first, last = found.reading.raw.exported, min(days), max(days)
    cut: dict[date, tuple[str, str]] = {}
    for day in days:
        if made and day >= made:
            cut[day] = ("partial-day" if day == made else "future-day", f"{made}")
        elif day == first or (day == last and made is None):
            cut[day] = ("edge-day", f"{made}")
        elif found.made_last and day > found.made_last:
            cut[day] = ("late-payments", f"{made}")
    return cut


def _told(found: OrderList, day: DaySum) -> dict[str, Value]:
    """The sums of a day that its orders can tell: pieces and buyers only where every order names them."""
    told: dict[str, Value] = {}
    if "gmv" in found.reading.matched.columns:
        told["gmv"] = _from_parts(day.gmv)
    if found.rules.counted:
        told["orders"] = day.orders
    if day.itemised == day.orders:
        told["items"] = _from_parts(day.items)
    if day.named == day.orders:
        told["buyers"] = day.buyers
    return told
