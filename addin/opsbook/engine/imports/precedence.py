"""Which export wins for a day: the one exported last, in any order of import."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from opsbook.engine.workbook import Workbook
from opsbook.model.records.export import Importer
from opsbook.model.values import is_number


def columns_told(importer: Importer) -> frozenset[str]:
    """The ShopDay columns that an export may fill; none where its rows are orders or belong to another table."""
    tells = importer.table.name == "ShopDay" and importer.orders is None
    return frozenset(source.id for source in importer.columns) if tells else frozenset()


@dataclass(frozen=True, slots=True)
class Covered:
    """An imported file: day of export, first and last day of its data, as serial numbers."""

    exported: float
    first: float
    last: float

    def has(self, day: float) -> bool:
        """Whether its data includes a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Precedence:
    """What was imported before, by kind of export.

    Args:
        known: files by what the record calls their kind.
        told: ShopDay columns that a kind of export may fill.
        orders: kinds whose rows are orders.
        net: those of them whose amounts lack what was given back.
    """

    known: Mapping[str, Sequence[Covered]]
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    orders: tuple[str, ...] = ()
    net: tuple[str, ...] = ()

    def is_older(self, kind: str, exported: float, day: float) -> bool:
        """Whether a later export of the same kind includes a day: then this one may only fill blanks."""
        return any(one.exported > exported and one.has(day) for one in self.known.get(kind, ()))

    def tells(self, day: float, column: str) -> bool:
        """Whether a platform report, not a list of orders, may have filled a column of the shop's day."""
        kinds = (kind for kind in self.known if column in self.told.get(kind, ()))
        return any(one.has(day) for kind in kinds for one in self.known[kind])

    def has_orders(self, day: float) -> bool:
        """Whether a list of orders includes a day."""
        return self._has(self.orders, day)

    def has_net_orders(self, day: float) -> bool:
        """Whether all lists of orders that include a day tell it net of refunds."""
        gross = tuple(kind for kind in self.orders if kind not in self.net)
        return self._has(self.net, day) and not self._has(gross, day)

    def _has(self, kinds: Iterable[str], day: float) -> bool:
        return any(one.has(day) for kind in kinds for one in self.known.get(kind, ()))


def read_precedence(workbook: Workbook, own: Mapping[str, frozenset[str]]) -> Precedence:
    """Read earlier imports from the Imports sheet; rows a person emptied are skipped.

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
    told = {name: columns_told(one) for one in exports for name in one.names}
    orders = tuple(name for one in exports if one.orders for name in one.names)
    net = tuple(name for one in exports if one.orders and one.orders.net for name in one.names)
    return Precedence(known, {**told, **own}, orders, net)
