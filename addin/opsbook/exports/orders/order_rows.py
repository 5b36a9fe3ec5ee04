"""Rows of an order export to orders: which were paid, on which day, for how much.

What a cell holds is never quoted here: in a row that has slipped, a time or an amount may be somebody's address.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from opsbook.exports.parse.rows import Reading
from opsbook.exports.parse.shared import SharedFigures
from opsbook.exports.parse.totals import Totals, cell
from opsbook.exports.platforms import cells
from opsbook.exports.platforms.dates import read_day
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.exports.privacy.people import HIDDEN
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.model.issues import Level, Where
from opsbook.model.orders import Orders

_OFFSET = re.compile(r"(:\d{2})\s*(?:[+-]\d{2}:?\d{2}|Z|UTC)$")
_DATED = re.compile(r"(\d{2})(\d{2})(\d{2})-\d+")
_CURRENCY = re.compile(r"[A-Z]{3}")
_TIMED = re.compile(r"20\d\d[-/.年]\d")
_NO_TIME = frozenset({"null", "0000-00-00 00:00:00"})
_MASK = "*"


@dataclass(slots=True)
class Order:
    """One order while a file is read; nothing of it is kept but what its day adds up.

    Args:
        row: index of its first row, from 0.
        day: the day it was paid; None when it never was.
        amount: what was paid; None where the export has no money.
        items: how many pieces; None where nothing says so.
        buyer: who bought, empty where that is hidden or not said.
        currency: what was paid in, empty where nothing says so.
        undated: it was paid, and stands on the day it was made, for no time of payment is told.
        waits: of one that was not paid, the part of its state that says so; empty where none does.
    """

    row: int
    day: date | None
    amount: float | None = None
    items: float | None = None
    buyer: str = ""
    currency: str = ""
    undated: bool = False
    waits: str = ""


@dataclass(slots=True)
class OrderList:
    """The orders of a sheet.

    Args:
        reading: the sheet, with the problems met.
        rules: what its columns are.
        orders: by number.
        spoilt: days with an order that could not be read, and its row: nothing can be said of them.
        made_last: the day the last order was made, None where nothing says so.
        nameless: orders that were not paid and whose number is lost, which does no harm.
        places: positions of the columns that only orders have, by name of the rule.
    """

    reading: Reading
    rules: Orders
    places: Mapping[str, int]
    orders: dict[str, Order] = field(default_factory=dict)
    spoilt: dict[date, int] = field(default_factory=dict)
    made_last: date | None = None
    nameless: list[Order] = field(default_factory=list)

    @property
    def undated(self) -> list[Order]:
        """Paid orders without a time of payment."""
        return [order for order in self.orders.values() if order.undated]

    @property
    def unpaid(self) -> list[Order]:
        """Orders that are in no sum, each once."""
        return [order for order in (*self.orders.values(), *self.nameless) if order.day is None]

    def text(self, row: Sequence[str], rule: str) -> str:
        """What a row holds in a column that only orders have; empty where the export lacks it."""
        return clean(cell(row, self.places[rule])) if rule in self.places else ""

    def cell(self, row: Sequence[str], name: str) -> str:
        """What a row holds for a column of the shop's day; empty where the export lacks it."""
        hits = self.reading.matched.columns.get(name, ())
        return cell(row, hits[0]) if hits else ""

    def is_further_line(self, at: int) -> bool:
        """Whether a row's number is merged with the row above: another item of that order."""
        span = self.reading.raw.shared.get((at, self.places["number"]))
        return span is not None and span[0] < at

    def figure(self, at: int, row: Sequence[str], name: str) -> str:
        """What a row holds of a figure; empty where it stands in the row above, or is one with another order's."""
        if not self.reading.raw.shared:
            return self.cell(row, name)
        place = self.reading.matched.columns.get(name, ())[:1]
        figures = SharedFigures(self.reading.raw, (self.places["number"],), self.reading.one)
        return self.cell(row, name) if all(figures.row_of(at, position) == at for position in place) else ""

    def refuse(self, at: int, row: Sequence[str], day: date | None = None) -> None:
        """Count a row that cannot be used, and spoil its day, or every day that it names where its own is not known."""
        self.reading.rejected += 1
        named = (clean(text) for text in row)
        days = [day] if day else [_day(text) for text in named if _TIMED.match(text)]
        for one in days:
            if one:
                self.spoilt[one] = min(at, self.spoilt.get(one, at))

    def where(self, at: int, name: str) -> Where:
        """A cell of a column of the shop's day."""
        return self.reading.where(at, *self.reading.matched.columns.get(name, ())[:1])


def _steady_rows(raw: RawTable, matched: HeaderMatch) -> tuple[RawTable, tuple[int, ...]]:
    """Empty rows that are longer than the header, or than most where their end is blank, and name them.

    A comma in an address or a remark has moved their columns.
    """
    width, first = len(matched.headers), matched.row + 1
    if max(map(len, raw.rows[first:]), default=0) <= width:
        return raw, ()
    filled = [(at, row) for at, row in enumerate(raw.rows[first:], first) if any(map(clean, row))]
    usual = max(width, Counter(len(row) for _, row in filled).most_common(1)[0][0] if filled else 0)
    slipped = tuple(at for at, row in filled if len(row) > usual or any(map(clean, row[width:])))
    gone = frozenset(slipped)
    rows = tuple(() if at in gone else row for at, row in enumerate(raw.rows))
    return replace(raw, rows=rows), slipped


def read_order_list(raw: RawTable, matched: HeaderMatch, rules: Orders) -> OrderList:
    """Read every order below the header, paid or not.

    Args:
        raw: the sheet.
        matched: its header.
        rules: what its columns are.
    """
    steady, slipped = _steady_rows(raw, matched)
    reading = Reading(steady, matched, None)
    head = [plain_header(name) for name in reading.matched.headers]
    found, totals = OrderList(reading, rules, dict(_places(head, rules))), Totals.of(reading.matched)
    at_number = found.places["number"]
    for at in slipped:
        reading.report("slipped-row", Level.ERROR, reading.where(at))
        found.refuse(at, raw.rows[at])
    for at, row in enumerate(reading.raw.rows[reading.matched.row + 1 :], reading.matched.row + 1):
        if any(map(clean, row)) and not totals.has(row) and not _is_header(cell(row, at_number), head[at_number]):
            _read_order(found, at, row)
    return found


def _is_header(text: str, header: str) -> bool:
    """Whether a cell repeats the header; most are numbers, which none is."""
    return not clean(text)[:1].isdecimal() and plain_header(text) == header


def _places(head: Sequence[str], rules: Orders) -> Iterator[tuple[str, int]]:
    for rule in ("number", "status", "created", "buyer", "currency"):
        names = [plain_header(name) for name in getattr(rules, rule)]
        position = next((head.index(name) for name in names if name in head), None)
        if position is not None:
            yield rule, position


def _read_order(found: OrderList, at: int, row: Sequence[str]) -> None:
    number, damage = _number(found, row)
    known = found.orders.get(number) if number else None
    further = found.is_further_line(at)
    if known and (found.rules.lines or further) and cells.is_missing(found.figure(at, row, "gmv")):
        _add_line(found, known, at, row)
        return
    if known and further:
        _refuse_line(found, known, at, row)
        return
    _notice_made(found, row)
    day, told = _paid_on(found, row, number)
    if told and day is None and not _is_lost_line(found, at, row, damage):
        _note_unpaid(found, at, row, "" if damage else number)
        return
    if damage:
        found.reading.report(damage, Level.ERROR, found.reading.where(at, found.places["number"]), value=number)
    if not told:
        found.reading.report("order-time", Level.ERROR, found.where(at, "date"))
    order = Order(at, day, buyer=_buyer(found, row), currency=_currency(found, row))
    if damage or day is None or not _fill(found, order, row):
        found.refuse(at, row, day)
        return
    if known and known.day and (known.day, known.amount) != (order.day, order.amount):
        header = clean(found.reading.matched.headers[found.places["number"]])
        found.reading.report("order-twice", Level.ERROR, found.reading.where(at), key=header, row=known.row + 1)
        found.refuse(at, row, day)
        found.refuse(at, row, known.day)
    order.undated = _is_undated(found, row)
    found.orders[number] = order


def _is_undated(found: OrderList, row: Sequence[str]) -> bool:
    """Whether a paid order has no time of payment, and its number does not begin with its day."""
    text = clean(found.cell(row, "date"))
    return not found.rules.dated and (cells.is_missing(text) or text.lower() in _NO_TIME)


def _is_lost_line(found: OrderList, at: int, row: Sequence[str], damage: str) -> bool:
    """Whether a row may be a further item of a paid order, and its number does not tell of which."""
    return bool(damage) and found.rules.lines and cells.is_missing(found.figure(at, row, "gmv"))


def _note_unpaid(found: OrderList, at: int, row: Sequence[str], number: str) -> None:
    """Note an order that is in no sum."""
    status = found.text(row, "status").lower()
    words = (*found.rules.unpaid, *found.rules.closed)
    order = Order(at, None, _asked(found, at, row), waits=next((word for word in words if word in status), ""))
    if number:
        found.orders.setdefault(number, order)
    else:
        found.nameless.append(order)


def _asked(found: OrderList, at: int, row: Sequence[str]) -> float | None:
    """The amount of an order that may not have been paid; it is in no sum, so that one that cannot be read does no harm."""
    try:
        return _figure(found.figure(at, row, "gmv"))
    except ValueError:
        return None


def _number(found: OrderList, row: Sequence[str]) -> tuple[str, str]:
    """The order's number, or what the cell holds of it, and the code of what is wrong with it."""
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
    if not cells.is_missing(text) and text.lower() not in _NO_TIME:
        day = _day(text)
        return day, day is not None
    if status.startswith(found.rules.paid):
        day = _day(found.text(row, "created"))
        return day, day is not None
    if not found.rules.dated or any(word in status for word in found.rules.closed):
        return None, True
    named = _DATED.match(number)
    day = read_day("20" + "".join(named.groups())) if named else None
    return day, day is not None


def _day(text: str) -> date | None:
    return read_day(_OFFSET.sub(r"\1", text))


def _notice_made(found: OrderList, row: Sequence[str]) -> None:
    made = _day(found.text(row, "created"))
    if made and (found.made_last is None or made > found.made_last):
        found.made_last = made


def _fill(found: OrderList, order: Order, row: Sequence[str]) -> bool:
    """Read money and pieces of a paid order; whether it can be counted."""
    figures: dict[str, float | None] = {}
    for name in ("gmv", "items"):
        try:
            figures[name] = _figure(found.figure(order.row, row, name))
            lacks = name == "gmv" and name in found.reading.matched.columns and figures[name] is None
        except ValueError:
            lacks = True
        if lacks:
            found.reading.report("order-figure", Level.ERROR, found.where(order.row, name))
            return False
    order.amount, order.items = figures["gmv"], figures["items"]
    return True


def _figure(text: str) -> float | None:
    value = cells.number(text)
    if value is not None and value < 0:
        raise ValueError(cells.BAD)
    return value


def _add_line(found: OrderList, order: Order, at: int, row: Sequence[str]) -> None:
    """Add a further item of an order whose money stands above."""
    if order.day is None or order.items is None:
        return
    try:
        order.items += _figure(found.figure(at, row, "items")) or 0
    except ValueError:
        found.reading.report("order-figure", Level.ERROR, found.where(at, "items"))
        found.refuse(at, row, order.day)


def _refuse_line(found: OrderList, order: Order, at: int, row: Sequence[str]) -> None:
    """Refuse a further item with an amount of its own: the order's once more, or a part of it."""
    if order.day is not None:
        found.reading.report("order-amounts", Level.ERROR, found.where(at, "gmv"), row=order.row + 1)
        found.refuse(at, row, order.day)


def _currency(found: OrderList, row: Sequence[str]) -> str:
    text = found.text(row, "currency")
    return text if _CURRENCY.fullmatch(text) else ""


def _buyer(found: OrderList, row: Sequence[str]) -> str:
    """Who bought; a name with its middle hidden is no name, for two buyers may share it."""
    name = found.text(row, "buyer")
    folded = "" if _MASK in name else name.casefold()
    return name if folded == name else folded  # the cell's own text, which is in memory anyway
