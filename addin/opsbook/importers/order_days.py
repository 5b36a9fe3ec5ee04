"""Orders to days: what was paid, in how many orders, for how many items, by how many buyers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from opsbook.importers.bind import Bound
from opsbook.importers.normalize import clean
from opsbook.importers.order_rows import Order, OrderList, read_order_list
from opsbook.importers.orders import Orders
from opsbook.importers.raw import RawTable
from opsbook.importers.rows import Reading, added
from opsbook.vocabulary.facts import Fact
from opsbook.vocabulary.issues import Level
from opsbook.vocabulary.values import Value, serial


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
    if _one_currency(found):
        _add_up(found)
    return found.reading


def _one_currency(found: OrderList) -> bool:
    """Whether the amounts can be added; says what they are in."""
    seen = tuple(sorted({order.currency for order in found.orders.values() if order.day and order.currency}))
    reading = found.reading
    where = reading.where(reading.bound.row)
    if len(seen) > 1:
        reading.report("several-currencies", Level.ERROR, where, currencies=seen)
        reading.rejected += len(found.orders)
        return False
    if seen and seen != ("CNY",):
        reading.report("foreign-money", Level.INFO, where, currency=seen[0])
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
