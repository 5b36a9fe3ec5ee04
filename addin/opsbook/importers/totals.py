"""Rows that add other rows up, and so must not be added again."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter

from opsbook.importers.bind import Bound
from opsbook.importers.cells import is_missing
from opsbook.importers.importer import Repeat
from opsbook.importers.normalize import clean
from opsbook.vocabulary.tables import TABLE
from opsbook.vocabulary.units import Unit

SHOP_AS_A_WHOLE = "全店"
_TOTAL = re.compile(
    r"总计|合计|汇总|总和|小计|全店合?计|同行.*|店铺平均值|店铺汇总值|平均值|итого|total", re.IGNORECASE
)


def cell(row: Sequence[str], position: int) -> str:
    """A cell of a ragged row; empty where the row ends earlier."""
    return row[position] if position < len(row) else ""


@dataclass(frozen=True, slots=True)
class Totals:
    """Where a total row of one sheet would say so.

    Args:
        dates: positions of date columns.
        ids: positions of id columns.
        texts: positions of text columns.
        labels: words that mark a row anywhere, where the rows below the shop's own are its agents and peers.
    """

    dates: tuple[int, ...]
    ids: tuple[int, ...]
    texts: tuple[int, ...]
    labels: bool = False

    @classmethod
    def of(cls, bound: Bound) -> "Totals":
        """The places of a header."""

        def positions(unit: Unit) -> tuple[int, ...]:
            ids = [column.id for column in TABLE[bound.importer.table].columns if column.unit is unit]
            return tuple(at for name in ids for at in bound.columns.get(name, ()))

        importer = bound.importer
        named = {name for _, text in importer.fixed for _, name, _, _ in Formatter().parse(text) if name}
        ids = (*positions(Unit.ID), *(at for name in sorted(named) for at in bound.columns.get(name, ())))
        return cls(positions(Unit.DATE), ids, positions(Unit.TEXT), importer.repeat is Repeat.FIRST)

    def has(self, row: Sequence[str]) -> bool:
        """Whether a row is a total, a peer's line or an average.

        It says so in its first cell, its date, its id, or in a name while its id is missing.

        Args:
            row: cells of a data row.
        """
        if self.labels and any(_says_total(text) or clean(text) == SHOP_AS_A_WHOLE for text in row):
            return True
        first = next((text for text in row if clean(text)), "")
        places = [*self.dates, *self.ids]
        if self.ids and all(is_missing(cell(row, at)) for at in self.ids):
            places += self.texts
        return any(map(_says_total, [first, *(cell(row, at) for at in places)]))


def _says_total(text: str) -> bool:
    bare = clean(text)
    # Dates and ids are most of what is asked about; none of them can be a total.
    return not bare[:1].isdecimal() and _TOTAL.fullmatch(unicodedata.normalize("NFKC", bare)) is not None
