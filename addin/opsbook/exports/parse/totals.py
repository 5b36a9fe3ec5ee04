"""Rows that add other rows up, and so must not be added again."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import Formatter

from opsbook.exports.platforms.cells import is_missing
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.model.records.export import Repeat
from opsbook.model.units import Unit

SHOP_AS_A_WHOLE = "全店"
_TOTAL = re.compile(
    r"(?:总\s*计|合\s*计|汇\s*总|总\s*和|小\s*计|全店合?计|同行.*|店铺平均值|店铺汇总值|平均值|итого|(?:(?:grand|sub)[ -]?)?totals?|sum):?",
    re.IGNORECASE,
)


def cell(row: Sequence[str], position: int) -> str:
    """A cell of a ragged row; empty where the row ends earlier."""
    return row[position] if position < len(row) else ""


def named_in(text: str) -> set[str]:
    """The values that a fixed text speaks of: plan in 千川-{plan}."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@dataclass(frozen=True, slots=True)
class Totals:
    """Where a total row of one sheet would say so.

    Args:
        dates: positions of date columns, and of the first level of a hierarchy.
        ids: positions of id columns, and of the names that stand in for an id.
        texts: positions of text columns.
        parts: positions of the lower levels of a hierarchy, where 汇总 means a whole channel.
        labels: words that mark a row anywhere, where the rows below the shop's own are its agents and peers.
    """

    dates: tuple[int, ...]
    ids: tuple[int, ...]
    texts: tuple[int, ...]
    parts: frozenset[int] = frozenset()
    labels: bool = False

    @classmethod
    def of(cls, matched: HeaderMatch) -> "Totals":
        """The places of a header."""

        def positions(unit: Unit) -> tuple[int, ...]:
            ids = [column.id for column in matched.importer.table.columns if column.unit is unit]
            return tuple(at for name in ids for at in matched.columns.get(name, ()))

        importer = matched.importer
        named = {name for _, text in importer.fixed for name in named_in(text)}
        ids = (*positions(Unit.ID), *(at for name in sorted(named) for at in matched.columns.get(name, ())))
        top, *lower = [matched.columns.get(name, ()) for name in importer.tree] or [()]
        parts = frozenset(at for hits in lower for at in hits)
        dates = (*positions(Unit.DATE), *top)
        return cls(dates, ids, positions(Unit.TEXT), parts, importer.repeat is Repeat.FIRST)

    def has(self, row: Sequence[str]) -> bool:
        """Whether a row is a total, a peer's line or an average.

        It says so in its first cell, its date, its id, or in a name while its id is missing.

        Args:
            row: cells of a data row.
        """
        if self.labels and any(says_total(text) or clean(text) == SHOP_AS_A_WHOLE for text in row):
            return True
        first = next((text for at, text in enumerate(row) if clean(text) and at not in self.parts), "")
        places = [*self.dates, *self.ids]
        if self.ids and all(is_missing(cell(row, at)) for at in self.ids):
            places += self.texts
        return any(map(says_total, [first, *(cell(row, at) for at in places)]))


def says_again(matched: HeaderMatch, rows: Sequence[Sequence[str]]) -> Callable[[Sequence[str]], bool]:
    """Tell the rows that say once more, counted otherwise, what other rows of the sheet say.

    Args:
        matched: the header.
        rows: all rows below it; where every one is of the same count, none is left out; the header pasted again is no count.
    """
    header, word = matched.importer.again
    at = next((at for at, name in enumerate(matched.headers) if header and plain_header(name) == header), None)
    counts = {plain_header(cell(row, at)) for row in rows} - {"", header} if at is not None else set()
    if at is None or all(word in count for count in counts):
        return lambda _: False
    return lambda row: word in cell(row, at)


def says_total(text: str) -> bool:
    """Whether a cell calls its row a total, an average or a peer's line."""
    bare = clean(text)
    # Dates and ids are most of what is asked about; none of them can be a total.
    return not bare[:1].isdecimal() and _TOTAL.fullmatch(unicodedata.normalize("NFKC", bare)) is not None
