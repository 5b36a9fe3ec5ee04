"""A list of orders while it is read: what its columns are, the orders met, and the days that nothing can be said of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from opsbook.exports.orders.met_orders import MetOrders
from opsbook.exports.orders.times import TIMED, day_of
from opsbook.exports.parse.rows import Reading
from opsbook.exports.parse.shared import SharedFigures
from opsbook.exports.parse.totals import Totals, cell
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.model.issues import Where
from opsbook.model.orders import Orders


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
        """What a row holds for a column of the shop's day; empty where the export lacks it."""
        hits = self.reading.matched.columns.get(name, ())
        return cell(row, hits[0]) if hits else ""

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
        place = self.reading.matched.columns.get(name, ())[:1]
        figures = SharedFigures(self.reading.raw, (self.places["number"],), self.reading.one)
        return self.cell(row, name) if all(figures.row_of(at, position) == at for position in place) else ""

    def notice_made(self, day: date | None) -> None:
        """Note that an order was made on a day."""
        if day and (self.made_last is None or day > self.made_last):
            self.made_last = day

    def refuse(self, at: int, row: Sequence[str], day: date | None = None) -> None:
        """Count a row that cannot be used, and spoil its day, or every day that it names where its own is not known."""
        self.reading.rejected += 1
        named = (clean(text) for text in row)
        days = [day] if day else [day_of(text) for text in named if TIMED.match(text)]
        for one in days:
            if one:
                self.spoilt[one] = min(at, self.spoilt.get(one, at))

    def where(self, at: int, name: str) -> Where:
        """A cell of a column of the shop's day."""
        return self.reading.where(at, *self.reading.matched.columns.get(name, ())[:1])


def _places(head: Sequence[str], rules: Orders) -> Iterator[tuple[str, int]]:
    for rule in ("number", "status", "created", "buyer", "currency"):
        names = [plain_header(name) for name in getattr(rules, rule)]
        position = next((head.index(name) for name in names if name in head), None)
        if position is not None:
            yield rule, position
