"""Orders to days: what was paid, in how many orders, for how many items, by how many buyers."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from opsbook.exports.orders.order_rows import Order, OrderList, read_order_list
from opsbook.exports.parse.rows import Reading, added
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import Bound
from opsbook.model.facts import Fact
from opsbook.model.issues import Level
from opsbook.model.orders import Orders
from opsbook.model.values import Value, serial


def read_order_days(raw: RawTable, bound: Bound, rules: Orders) -> Reading:
    """Add the paid orders of a sheet up to days.

    Args:
        raw: the sheet.
        bound: its header.
        rules: what its columns are.

    Returns:
        One fact per day on which an order was paid; no number, name or address is in it. A day with an order that cannot be
        read is left out, since its sum would be too small.
    """
    if "date" not in bound.columns and not rules.dated:
        reading = Reading(raw, bound, None)
        reading.report("undated-orders", Level.ERROR, reading.where(bound.row), kind=bound.importer.name)
        reading.rejected = sum(any(map(clean, row)) for row in raw.rows[bound.row + 1 :])
        return reading
    found = read_order_list(raw, bound, rules)
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
        where = found.reading.where(found.reading.bound.row)
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
    where = reading.where(reading.bound.row)
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
    days: dict[date, list[Order]] = defaultdict(list)
    for order in found.orders.values():
        if order.day:
            days[order.day].append(order)
    cut = _cut_days(found, days) if days else {}
    for day in sorted({*days, *found.spoilt}):
        where = found.reading.where(days[day][0].row if day in days else found.spoilt[day])
        if day in found.spoilt:
            found.reading.report("spoilt-day", Level.WARNING, found.reading.where(found.spoilt[day]), date=f"{day}")
            continue
        values: dict[str, Value] = {"date": serial(day), **_sums(found, days[day]), "partial": day in cut or None}
        if day in cut:
            code, made = cut[day]
            level = Level.WARNING if code == "future-day" else Level.INFO
            found.reading.report(code, level, where, date=f"{day}", made=made)
        found.reading.facts.append(Fact(values, where))


def _cut_days(found: OrderList, days: Mapping[date, object]) -> dict[date, tuple[str, str]]:
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


def _sums(found: OrderList, orders: Sequence[Order]) -> dict[str, Value]:
    sums: dict[str, Value] = {}
    if "gmv" in found.reading.bound.columns:
        sums["gmv"] = added(order.amount or 0 for order in orders)
    if found.rules.counted:
        sums["orders"] = len(orders)
    pieces = [order.items for order in orders if order.items is not None]
    if len(pieces) == len(orders):
        sums["items"] = added(pieces)
    buyers = {order.buyer for order in orders}
    if "" not in buyers:
        sums["buyers"] = len(buyers)
    return sums
