"""One row of an order export: which order it is, whether and when it was paid, for how much.

What a cell holds is never quoted here: in a row that has slipped, a time or an amount may be somebody's address.
"""

import re
from collections.abc import Sequence
from datetime import date

from opsbook.exports.orders.met_orders import Order
from opsbook.exports.orders.open_list import OrderList, Refund
from opsbook.exports.orders.times import is_untold
from opsbook.exports.parse.totals import cell
from opsbook.exports.platforms import cells
from opsbook.exports.platforms.dates import read_day
from opsbook.exports.platforms.decimals import UNCLEAR
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.privacy.people import HIDDEN
from opsbook.model.issues import Level
from opsbook.model.orders import Orders

_DATED = re.compile(r"(\d{2})(\d{2})(\d{2})-\d+")
_CURRENCY = re.compile(r"[A-Z]{3}")
_MASK = "*"
_CENT = 0.01


def read_order(found: OrderList, at: int, row: Sequence[str]) -> None:
    """Read a row that is an order, or a further item of one.

    Args:
        found: the list; takes the order and what is wrong with it.
        at: index of the row, from 0.
        row: its cells.
    """
    number, damage = read_number(found, row)
    known = found.orders.get(number) if number else None
    further = found.is_further_line(at)
    if known and (found.rules.lines or further) and cells.is_missing(found.figure(at, row, "gmv")):
        _add_line(found, known, at, row)
        return
    if known and further:
        _refuse_line(found, known, at, row)
        return
    found.notice_made(found.day_of(found.text(row, "created")))
    day, told = _paid_on(found, row, number)
    if told and day is None and not _is_lost_line(found, at, row, damage):
        _note_unpaid(found, at, row, "" if damage else number)
        return
    if damage:
        found.reading.report(damage, Level.ERROR, found.reading.where(at, found.places["number"]), value=number)
    if not told:
        found.reading.report("order-time", Level.ERROR, found.where(at, "date"))
    order = Order(at, day)
    if damage or day is None or not _fill(found, order, row):
        found.refuse(at, row, day)
        return
    _compare(found, order, row, known)
    order.buyer, order.currency = buyer_of(found.text(row, "buyer")), currency_of(found.text(row, "currency"))
    order.undated = not found.rules.dated and is_untold(clean(found.cell(row, "date")))
    found.orders.put(number, order)


def _compare(found: OrderList, order: Order, row: Sequence[str], known: Order | None) -> None:
    """Report an order that is listed twice, with two days or amounts: neither day can be told."""
    if known and known.day and (known.day, _sold(found, known)) != (order.day, _sold(found, order)):
        header = clean(found.reading.matched.headers[found.places["number"]])
        found.reading.report("order-twice", Level.ERROR, found.reading.where(order.row), key=header, row=known.row + 1)
        found.refuse(order.row, row, order.day)
        found.refuse(order.row, row, known.day)


def _is_lost_line(found: OrderList, at: int, row: Sequence[str], damage: str) -> bool:
    """Whether a row may be a further item of a paid order, and its number does not tell of which."""
    return bool(damage) and found.rules.lines and cells.is_missing(found.figure(at, row, "gmv"))


def _note_unpaid(found: OrderList, at: int, row: Sequence[str], number: str) -> None:
    """Note an order that is in no sum."""
    waits = waits_for(found.text(row, "status").lower(), found.rules)
    order = Order(at, None, _asked(found, at, row), waits=waits)
    if not number:
        found.orders.nameless.append(order)
    elif number not in found.orders:
        found.orders.put(number, order)


def waits_for(status: str, rules: Orders) -> str:
    """The part of a state that says the order was not paid; empty where none does."""
    return next((word for word in (*rules.unpaid, *rules.closed) if word in status), "")


def _asked(found: OrderList, at: int, row: Sequence[str]) -> float | None:
    """The amount of an order that may not have been paid; it is in no sum, so that one that cannot be read does no harm."""
    try:
        return found.reader("gmv")(found.figure(at, row, "gmv"))
    except ValueError:
        return None


def read_number(found: OrderList, row: Sequence[str]) -> tuple[str, str]:
    """Read an order's number.

    Args:
        found: the list.
        row: its cells.

    Returns:
        The number, or what the cell holds of it; and the code of what is wrong with it, empty where nothing is.
    """
    text = cell(row, found.places["number"])
    try:
        number = cells.identifier(text)
    except ValueError as error:
        # Digits broken up may be a phone; none is left of what Excel rounded.
        return clean(text) if str(error) == cells.DAMAGED else HIDDEN, str(error)
    return number or "", "" if number else "missing-key"


def _paid_on(found: OrderList, row: Sequence[str], number: str) -> tuple[date | None, bool]:
    """The day an order was paid, None when it never was; and whether the export tells."""
    status, text = found.text(row, "status").lower(), clean(found.cell(row, "date"))
    if any(word in status for word in found.rules.unpaid):
        return None, True
    if not is_untold(text):
        day = found.day_of(text)
        return day, day is not None
    if status.startswith(found.rules.paid):
        day = found.day_of(found.text(row, "created"))
        return day, day is not None
    if not found.rules.dated or any(word in status for word in found.rules.closed):
        return None, True
    named = _DATED.match(number)
    day = read_day("20" + "".join(named.groups())) if named else None
    return day, day is not None


def _fill(found: OrderList, order: Order, row: Sequence[str]) -> bool:
    """Read money and pieces of a paid order, and what was given back of it; whether it can be counted."""
    figures: dict[str, float | None] = {}
    for name in ("gmv", "items", "refunded"):
        code = "order-figure"
        try:
            figures[name] = found.reader(name)(found.figure(order.row, row, name))
            lacks = name == "gmv" and name in found.reading.matched.columns and figures[name] is None
        except ValueError as error:
            lacks, code = True, "unclear-order-figure" if str(error) == UNCLEAR else code
        if lacks:
            found.reading.report(code, Level.ERROR, found.where(order.row, name))
            return False
    order.amount, order.items = figures["gmv"], figures["items"]
    if refund := refund_of(order.amount, figures["refunded"], _read_asked(found, order.row, row)):
        found.refunds[order.row] = refund
    return True


def _read_asked(found: OrderList, at: int, row: Sequence[str]) -> float | None:
    """What was asked for an order; it is in no sum, so that one that cannot be read does no harm."""
    try:
        return found.reader("asked")(found.figure(at, row, "asked"))
    except ValueError:
        return None


def refund_of(amount: float | None, refunded: float | None, asked: float | None) -> Refund | None:
    """What was given back of an order, None for nothing.

    Args:
        amount: what was paid.
        refunded: what was given back.
        asked: what was asked for it; None where nothing says so.

    >>> refund_of(60, 40, 100), refund_of(100, 100, 100), refund_of(100, 0, 100)
    (Refund(amount=40, beyond=False), Refund(amount=100, beyond=True), None)
    """
    if not refunded or amount is None:
        return None
    return Refund(refunded, asked is not None and round(amount + refunded - asked, 6) > _CENT)


def _sold(found: OrderList, order: Order) -> float | None:
    """What an order was sold for, before anything of it was given back."""
    refund = found.refunds.get(order.row)
    if order.amount is None or refund is None or refund.beyond:
        return order.amount
    return round(order.amount + refund.amount, 6)


def _add_line(found: OrderList, order: Order, at: int, row: Sequence[str]) -> None:
    """Add a further item of an order whose money stands above."""
    if order.day is None or order.items is None:
        return
    try:
        order.items += found.reader("items")(found.figure(at, row, "items")) or 0
    except ValueError:
        found.reading.report("order-figure", Level.ERROR, found.where(at, "items"))
        found.refuse(at, row, order.day)


def _refuse_line(found: OrderList, order: Order, at: int, row: Sequence[str]) -> None:
    """Refuse a further item with an amount of its own: the order's once more, or a part of it."""
    if order.day is not None:
        found.reading.report("order-amounts", Level.ERROR, found.where(at, "gmv"), row=order.row + 1)
        found.refuse(at, row, order.day)


def currency_of(text: str) -> str:
    """The currency a cell names, empty where it names none."""
    return text if _CURRENCY.fullmatch(text) else ""


def buyer_of(name: str) -> str:
    """Who bought; a name with its middle hidden is no name, for two buyers may share it."""
    folded = "" if _MASK in name else name.casefold()
    return name if folded == name else folded  # the cell's own text, which is in memory anyway
