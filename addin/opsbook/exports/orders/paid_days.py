"""Orders to days: what was paid, in how many orders, for how many items, by how many buyers."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import pandas as pd

from opsbook.exports.orders.list_reading import read_order_list
from opsbook.exports.orders.open_list import OrderList
from opsbook.exports.orders.sold import as_sold, counted, first_row, from_parts, in_parts
from opsbook.exports.orders.spelling import FIGURES, Spelling, spelling
from opsbook.exports.parse.rows import Reading
from opsbook.exports.parse.totals import cell
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.privacy.scrub import quote_cell
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.model.facts import Fact
from opsbook.model.issues import Level
from opsbook.model.orders import Orders
from opsbook.model.values import Value, serial


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
    reading = Reading(raw, matched, None)
    if "date" not in matched.columns and not rules.dated:
        reading.report("undated-orders", Level.ERROR, reading.where(matched.row), kind=matched.importer.name)
        return _refused(reading)
    spelled = _spelling(raw, matched, rules)
    if spelled.days.order.open:
        _tell_open(reading, spelled)
        return _refused(reading)
    found = read_order_list(raw, matched, rules, spelled)
    numbered = len(found.orders)
    paid, waiting = found.orders.hand_over()
    if not found.spoilt and paid.empty:
        _tell_none_paid(found, waiting)
    elif (kept := _one_currency(found, paid, numbered)) is not None:
        kept = as_sold(found, kept)
        _tell_undated(found, kept)
        _tell_unsure(found, waiting)
        _add_up(found, kept)
    return found.reading, tuple(found.shops)


def _spelling(raw: RawTable, matched: HeaderMatch, rules: Orders) -> Spelling:
    """How the list is written, by the columns that are read."""
    blank = OrderList.of(Reading(raw, matched, None), rules)
    dates = [place for name in ("date", "created") if (place := blank.place(name)) is not None]
    figures = {name: place for name in FIGURES if (place := blank.place(name)) is not None}
    return spelling(raw, matched, dates, figures)


def _tell_open(reading: Reading, spelled: Spelling) -> None:
    """Name the moment whose day may be two, or the two that contradict each other."""
    ((row, position), text), *others = (spelled.dates[at] for at in spelled.days.order.open)
    where, seen = reading.where(row, position), {"value": quote_cell(text)}
    for (other_row, _), other in others:
        reading.report("mixed-dates", Level.ERROR, where, **seen, other=quote_cell(other), row=other_row + 1)
    if not others:
        reading.report("open-dates", Level.ERROR, where, **seen)


def _refused(reading: Reading) -> tuple[Reading, tuple[str, ...]]:
    """A list of which no row can be used."""
    below = [row for row in reading.raw.rows[reading.matched.row + 1 :] if any(map(clean, row))]
    reading.rejected, shop = len(below), reading.matched.shop
    return reading, tuple(cell(row, shop) for row in below if shop is not None)


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
        found.reading.report("dated-by-creation", Level.INFO, found.reading.where(first_row(dated)), **counted(dated))


def _tell_unsure(found: OrderList, waiting: pd.DataFrame) -> None:
    """Name orders that are left out though nothing says that they were not paid."""
    unsure = waiting[waiting["waits"] == ""]
    if len(unsure):
        found.reading.report("unsure-orders", Level.WARNING, found.reading.where(first_row(unsure)), **counted(unsure))


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
        at = reading.where(first_row(left), found.places["currency"])
        reading.report("other-currency", Level.WARNING, at, currency=name, main=main, **counted(left))
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
        "gmv": in_parts(paid["amount"]),
        "items": in_parts(paid["items"]),
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
        told["gmv"] = from_parts(day.gmv)
    if found.rules.counted:
        told["orders"] = day.orders
    if day.itemised == day.orders:
        told["items"] = from_parts(day.items)
    if day.named == day.orders:
        told["buyers"] = day.buyers
    return told
