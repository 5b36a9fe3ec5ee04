"""Orders by their number while a list of them is read: each once, however often it is listed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

# What an order says that was read with many others.
SAID = ("day", "amount", "items", "buyer", "currency", "waits")


@dataclass(slots=True)
class Order:
    """One order while a file is read; nothing of it is kept but what its day adds up.

    Args:
        row: index of the row it stands in, from 0; of an order listed several times the last of them.
        day: the day it was paid; None when it never was.
        amount: what was paid; None where the export has no money.
        items: how many pieces; None where nothing says so.
        buyer: who bought, empty where that is hidden or not said.
        currency: what was paid in, empty where nothing says so.
        waits: of one that was not paid, the part of its state that says so; empty where none does.
        undated: it was paid, and stands on the day it was made, for no time of payment is told.
        first: index of the row in which its number was met first.
    """

    row: int
    day: date | None
    amount: float | None = None
    items: float | None = None
    buyer: str = ""
    currency: str = ""
    waits: str = ""
    undated: bool = False
    first: int = -1

    def __post_init__(self) -> None:
        """An order is met first where it stands, unless it was met before."""
        self.first = self.row if self.first < 0 else self.first


def as_frame(orders: Iterable[Order]) -> pd.DataFrame:
    """Orders as columns of a frame; what is missing stays None."""
    listed = tuple(orders)
    columns = {name: pd.Series([getattr(one, name) for one in listed], dtype="object") for name in SAID}
    numbers = {name: pd.Series([getattr(one, name) for one in listed], dtype="int64") for name in ("row", "first")}
    return pd.DataFrame(columns | numbers).assign(undated=pd.Series([one.undated for one in listed], dtype="bool"))


@dataclass(slots=True)
class MetOrders:
    """The orders of a list by number.

    What many rows say that were read at once stays in columns; an order of them that comes again below is taken out.

    Args:
        single: orders read one by one.
        nameless: orders that were not paid and whose number is lost, which does no harm.
        rows: of those read at once, the row by number.
        many: what they say, row by row of the sheet; nothing where a row was not read at once.
    """

    single: dict[str, Order] = field(default_factory=dict)
    nameless: list[Order] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    many: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in SAID})

    def __contains__(self, number: object) -> bool:
        """Whether an order was met."""
        return number in self.rows or number in self.single

    def __len__(self) -> int:
        """How many orders there are, whose number is known."""
        return len(self.rows) + len(self.single)

    def met(self, numbers: Iterable[str]) -> set[str]:
        """Those of some numbers that were met."""
        asked = set(numbers)
        return (self.rows.keys() & asked) | (self.single.keys() & asked)

    def get(self, number: str) -> Order | None:
        """The order of a number, None before it was met."""
        if number in self.rows:
            row = self.rows.pop(number)
            self.single[number] = Order(row, *(self.many[name][row] for name in SAID))
            self.many["waits"][row] = None
        return self.single.get(number)

    def put(self, number: str, order: Order) -> None:
        """Keep an order as it is listed last, in the place where it was met first."""
        known = self.get(number)
        order.first = known.first if known else order.first
        self.single[number] = order

    def put_many(self, orders: pd.DataFrame) -> None:
        """Keep orders that were not met before.

        Args:
            orders: what they say, and their numbers; the index is the row in the sheet.
        """
        if orders.empty:
            return
        self.rows.update(zip(orders["number"], orders.index.tolist(), strict=True))
        for name, column in self.many.items():
            column.extend(orders[name].reindex(range(len(column), orders.index[-1] + 1)).tolist())

    def hand_over(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The orders that were paid, as columns, and those that were not.

        Both in the order they were met in, those without a number last. Numbers are forgotten: a million take much room.
        """
        self.rows.clear()
        many = pd.DataFrame({name: pd.Series(self.many.pop(name), dtype="object") for name in SAID})
        many = many[many["waits"].notna()]
        named = _joined([many.assign(row=many.index, first=many.index, undated=False), as_frame(self.single.values())])
        if self.single:
            named = named.sort_values("first", kind="stable")
        orders = _joined([named, as_frame(self.nameless)])
        paid = orders["day"].notna()
        return orders[paid], orders[~paid]


def _joined(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Orders of several frames below each other."""
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if len(filled) > 1 else next(iter(filled), as_frame(()))
