"""Orders to days: what was paid, in how many orders, for how many items, by how many buyers."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import pandas as pd

from opsbook.exports.orders.list_reading import read_order_list
from opsbook.exports.orders.open_list import OrderList
from opsbook.exports.parse.rows import Reading
from opsbook.exports.parse.totals import cell
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


def read_order_days(raw: RawTable, matched: HeaderMatch, rules: Orders) -> tuple[Reading, tuple[str, ...]]:
    """Add the paid orders of a sheet up to days.

    Args:
        raw: the sheet.
        matched: its header.
        rules: what its columns are.

    Returns:
        One fact per day on which an order was paid; no number, name or address is in it. A day with an order that cannot be
        read is left out, since its sum would be too small. And what stands in the column of the shop, each text once.
    """
    if "date" not in matched.columns and not rules.dated:
        reading = Reading(raw, matched, None)
        reading.report("undated-orders", Level.ERROR, reading.where(matched.row), kind=matched.importer.name)
        below = [row for row in raw.rows[matched.row + 1 :] if any(map(clean, row))]
        reading.rejected = len(below)
        return reading, tuple(cell(row, matched.shop) for row in below if matched.shop is not None)
    found = read_order_list(raw, matched, rules)
    numbered = len(found.orders)
    paid, waiting = found.orders.hand_over()
    if not found.spoilt and paid.empty:
        _tell_none_paid(found, waiting)
    elif (kept := _one_currency(found, paid, numbered)) is not None:
        _tell_undated(found, kept)
        _tell_unsure(found, waiting)
        _add_up(found, kept)
    return found.reading, tuple(found.shops)


def _tell_none_paid(found: OrderList, waiting: pd.DataFrame) -> None:
    """Say what the orders of a list wait for, rather than that there are none."""
    if len(waiting) and not found.reading.rejected:
        waits = Counter(waiting["waits"])
        states = tuple(f"{word or '–'} × {count}" for word, count in waits.items())
        where = found.reading.where(found.reading.matched.row)
        found.reading.report("none-paid", Level.WARNING, where, count=waits.total(), states=states)


def _tell_undated(found: OrderList, paid: pd.DataFrame) -> None:
    dated = paid[paid["undated"] & ~paid["day"].isin(list(found.spoilt))]
    if len(dated):
        found.reading.report("dated-by-creation", Level.INFO, found.reading.where(_first(dated)), **_seen(dated))


def _tell_unsure(found: OrderList, waiting: pd.DataFrame) -> None:
    """Name orders that are left out though nothing says that they were not paid."""
    unsure = waiting[waiting["waits"] == ""]
    if len(unsure):
        found.reading.report("unsure-orders", Level.WARNING, found.reading.where(_first(unsure)), **_seen(unsure))


def _first(orders: pd.DataFrame) -> int:
    """The row of the first of some orders."""
    return int(orders["row"].iloc[0])


def _seen(orders: pd.DataFrame) -> dict[str, object]:
    """How many orders there are and what they come to; a dash where none says an amount, as in a list of items."""
    amounts = _in_parts(orders["amount"].dropna())
    return {"count": len(orders), "amount": f"{_from_parts(sum(amounts)):,.2f}" if len(amounts) else "–"}


def _one_currency(found: OrderList, paid: pd.DataFrame, numbered: int) -> pd.DataFrame | None:
    """Leave out orders in other currencies than most; None where no currency has most of them."""
    named = Counter(paid["currency"][paid["currency"] != ""])
    (main, most), *others = named.most_common() or [("", 0)]
    reading = found.reading
    where = reading.where(reading.matched.row)
    if any(count == most for _, count in others):
        names = tuple(sorted([main, *(name for name, _ in others)]))
        reading.report("several-currencies", Level.ERROR, where, currencies=names)
        reading.rejected += numbered
        return None
    for name, count in others:
        left = paid[paid["currency"] == name]
        at = reading.where(_first(left), found.places["currency"])
        reading.report("other-currency", Level.WARNING, at, currency=name, main=main, **_seen(left))
        reading.rejected += count
    if main and main != "CNY":
        reading.report("foreign-money", Level.INFO, where, currency=main)
    return paid[paid["currency"].isin(["", main])] if others else paid


def _add_up(found: OrderList, paid: pd.DataFrame) -> None:
    days = _day_sums(paid)
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


def _day_sums(paid: pd.DataFrame) -> dict[date, DaySum]:
    """Add the paid orders up by day."""
    figures = {
        "gmv": _in_parts(paid["amount"]),
        "items": _in_parts(paid["items"]),
        "buyer": paid["buyer"].mask(paid["buyer"] == ""),
    }
    sums = (
        paid.assign(**figures)
        .groupby("day")
        .agg(
            row=("row", "first"),
            orders=("row", "size"),
            gmv=("gmv", "sum"),
            items=("items", "sum"),
            itemised=("items", "count"),
            buyers=("buyer", "nunique"),
            named=("buyer", "count"),
        )
    )
    return {day: DaySum(*figures) for day, *figures in sums.itertuples(name=None)}


def _in_parts(numbers: pd.Series) -> pd.Series:
    """Numbers as whole ones, which Python adds up whatever their size; missing ones stay missing."""
    parts = {number: round(number * _PARTS) for number in numbers.dropna().unique()}
    return pd.Series([parts.get(number) for number in numbers], numbers.index, dtype="object")


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
