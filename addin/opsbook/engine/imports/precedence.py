"""Which export has the last word on a day: the one made last, in whatever order they are imported."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from opsbook.engine.workbook import Workbook
from opsbook.model.export import Importer
from opsbook.model.values import is_number


def columns_told(importer: Importer) -> frozenset[str]:
    """The columns of the shop's day that an export may tell; none where its rows are orders or something else's."""
    tells = importer.table.name == "ShopDay" and importer.orders is None
    return frozenset(source.id for source in importer.columns) if tells else frozenset()


@dataclass(frozen=True, slots=True)
class Covered:
    """An imported file: the day it was made, the first and last day it tells of (serial numbers)."""

    exported: float
    first: float
    last: float

    def has(self, day: float) -> bool:
        """Whether it tells of a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Precedence:
    """What was imported before, by kind of export.

    Args:
        known: files by what the record calls their kind.
        told: columns of the shop's day that a kind may tell.
        orders: kinds whose rows are orders.
    """

    known: Mapping[str, Sequence[Covered]]
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    orders: tuple[str, ...] = ()

    def is_older(self, kind: str, exported: float, day: float) -> bool:
        """Whether a later export of the same kind has told of a day: then this one may only fill blanks."""
        return any(one.exported > exported and one.has(day) for one in self.known.get(kind, ()))

    def tells(self, day: float, column: str) -> bool:
        """Whether a report of the platform, no list of orders, may have told a figure of the shop's day."""
        kinds = (kind for kind in self.known if column in self.told.get(kind, ()))
        return any(one.has(day) for kind in kinds for one in self.known[kind])

    def has_orders(self, day: float) -> bool:
        """Whether a list of orders told of a day."""
        return any(one.has(day) for kind in self.orders for one in self.known.get(kind, ()))


def read_precedence(workbook: Workbook, own: Mapping[str, frozenset[str]]) -> Precedence:
    """What the Imports sheet tells of earlier imports; rows a person emptied tell nothing.

    Args:
        workbook: the open workbook.
        own: columns of the shop's day that reports of one's own may tell, by what the record calls them.
    """
    known: dict[str, list[Covered]] = defaultdict(list)
    for row in workbook.rows("Imports"):
        days = [float(row[name]) for name in ("exported", "first", "last") if is_number(row[name])]  # type: ignore[arg-type]
        if len(days) == 3:
            known[str(row["kind"])].append(Covered(*days))
    exports = workbook.catalog.exports.values()
    told = {one.name: columns_told(one) for one in exports}
    return Precedence(known, {**told, **own}, tuple(one.name for one in exports if one.orders))
