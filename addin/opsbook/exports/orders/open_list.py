"""A list of orders while it is read: what its columns are, the orders met, and the days that nothing can be said of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple

from opsbook.exports.orders.met_orders import MetOrders
from opsbook.exports.orders.times import ODDLY_TIMED, TIMED, day_of
from opsbook.exports.parse.rows import Reading
from opsbook.exports.parse.shared import SharedFigures
from opsbook.exports.parse.totals import Totals, cell
from opsbook.exports.platforms import cells
from opsbook.exports.platforms.decimals import UNCLEAR
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.model.issues import Where
from opsbook.model.orders import Orders


class Refund(NamedTuple):
    """What was given back of an order.

    Args:
        amount: how much.
        beyond: the order's amount and it are more together than was asked for: it is not off the amount yet.
    """

    amount: float
    beyond: bool


@dataclass(slots=True)
class OrderList:
    """The orders of a sheet.

    Args:
        reading: the sheet, with the problems met.
        rules: what its columns are.
        places: positions of the columns that only orders have, by name of the rule.
        totals: where a row would say that it is no order but a total.
        orders: by number.
        spoilt: days with an order that could not be read, and its row: nothing can be said of them.
        made_last: the day the last order was made, None where nothing says so.
        shops: what stands in the column of the shop, each text once.
        merged: rows with a cell that is merged with one above or below.
        refunds: what was given back of an order, by the row the order stands in.
    """

    reading: Reading
    rules: Orders
    places: Mapping[str, int]
    totals: Totals
    orders: MetOrders = field(default_factory=MetOrders)
    spoilt: dict[date, int] = field(default_factory=dict)
    made_last: date | None = None
    shops: dict[str, None] = field(default_factory=dict)
    merged: frozenset[int] = frozenset()
    refunds: dict[int, Refund] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, rules: Orders) -> "OrderList":
        """The list of a sheet before any of it is read."""
        head = [plain_header(name) for name in reading.matched.headers]
        merged = frozenset(row for row, _ in reading.raw.shared)
        return cls(reading, rules, dict(_places(head, rules)), Totals.of(reading.matched), merged=merged)

    def place(self, name: str) -> int | None:
        """Position of a column: of one that only orders have by its rule, of one of the shop's day by its id."""
        return self.places.get(name, next(iter(self.reading.matched.columns.get(name, ())), None))

    def text(self, row: Sequence[str], rule: str) -> str:
        """What a row holds in a column that only orders have; empty where the export lacks it."""
        return clean(cell(row, self.places[rule])) if rule in self.places else ""

    def cell(self, row: Sequence[str], name: str) -> str:
        """What a row holds in a column, see `place`; empty where the export lacks it."""
        place = self.place(name)
        return cell(row, place) if place is not None else ""

    def is_order(self, row: Sequence[str]) -> bool:
        """Whether a row is more than blanks, a total, or the header once more; most numbers of orders are numbers."""
        number, header = cell(row, self.places["number"]), self.reading.matched.headers[self.places["number"]]
        again = not clean(number)[:1].isdecimal() and plain_header(number) == plain_header(header)
        return any(map(clean, row)) and not self.totals.has(row) and not again

    def is_further_line(self, at: int) -> bool:
        """Whether a row's number is merged with the row above: another item of that order."""
        span = self.reading.raw.shared.get((at, self.places["number"]))
        return span is not None and span[0] < at

    def figure(self, at: int, row: Sequence[str], name: str) -> str:
        """What a row holds of a figure; empty where it stands in the row above, or is one with another order's."""
        if not self.reading.raw.shared:
            return self.cell(row, name)
        place = self.place(name)
        figures = SharedFigures(self.reading.raw, (self.places["number"],), self.reading.one)
        return self.cell(row, name) if place is None or figures.row_of(at, place) == at else ""

    def day_of(self, text: str) -> date | None:
        """The day of a moment, as this list writes it; None where it is none."""
        return day_of(text, day_first=self.reading.days.order.day_first, until=self.reading.days.until)

    def reader(self, name: str) -> Callable[[str], float | None]:
        """What reads the figures of a column, see `figure_of`."""
        written, place = self.reading.decimals, self.place(name)
        position = -1 if place is None else place
        return partial(figure_of, comma=position in written.comma, unclear=partial(written.is_open, position))

    def notice_made(self, day: date | None) -> None:
        """Note that an order was made on a day."""
        if day and (self.made_last is None or day > self.made_last):
            self.made_last = day

    def refuse(self, at: int, row: Sequence[str], day: date | None = None) -> None:
        """Count a row that cannot be used, and spoil its day, or every day that it names where its own is not known."""
        self.reading.rejected += 1
        named = (clean(text) for text in row)
        days = [day] if day else [self.day_of(text) for text in named if TIMED.match(text) or ODDLY_TIMED.match(text)]
        for one in days:
            if one:
                self.spoilt[one] = min(at, self.spoilt.get(one, at))

    def where(self, at: int, name: str) -> Where:
        """A cell of a column, see `place`."""
        return self.reading.where(at, self.place(name))


def figure_of(text: str, *, comma: bool = False, unclear: Callable[[str], bool] | None = None) -> float | None:
    """Read money or pieces, None where nothing is said.

    Args:
        text: the cell.
        comma: whether its column writes 1.234,5.
        unclear: says of a cell whether it may be two numbers.

    Raises:
        ValueError: it is no number, below zero, or may be two.
    """
    value = cells.number(text, comma=comma)
    if value is not None and unclear is not None and ("," in text or "." in text) and unclear(text):
        raise ValueError(UNCLEAR)
    if value is not None and value < 0:
        raise ValueError(cells.BAD)
    return value


def _places(head: Sequence[str], rules: Orders) -> Iterator[tuple[str, int]]:
    for rule in ("number", "status", "created", "buyer", "currency", "refunded", "asked"):
        names = [plain_header(name) for name in getattr(rules, rule)]
        position = next((head.index(name) for name in names if name in head), None)
        if position is not None:
            yield rule, position
