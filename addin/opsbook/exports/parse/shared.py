"""Figures in a cell merged over several rows: one figure, which must not count once per row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from opsbook.exports.parse.totals import cell
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.reading.raw import RawTable


@dataclass(slots=True)
class SharedFigures:
    """Whose figures the merged cells of a sheet are.

    Args:
        raw: the sheet.
        keys: positions of the columns that name what a row is about.
        one: whether rows are about one thing, by first and last of them.
    """

    raw: RawTable
    keys: Sequence[int]
    one: dict[tuple[int, int], bool] = field(default_factory=dict)

    def row_of(self, at: int, position: int) -> int | None:
        """The row in which the figure of a cell counts.

        Args:
            at: the cell's row, from 0.
            position: its column, from 0.

        Returns:
            The row itself where nothing is merged; the first of several rows about one thing (two sizes of an item, two lines
            of an order); None where rows about several things share the figure: nobody can tell how.
        """
        span = self.raw.shared.get((at, position))
        if span is None:
            return at
        if span not in self.one:
            self.one[span] = self._are_one(*span)
        return span[0] if self.one[span] else None

    def _are_one(self, first: int, last: int) -> bool:
        rows = [row for row in self.raw.rows[first : last + 1] if any(map(clean, row))]
        return len({tuple(clean(cell(row, position)) for position in self.keys) for row in rows}) == 1


def last_header_row(raw: RawTable, row: int, columns: Mapping[str, Sequence[int]]) -> int:
    """The row to which a header reaches down.

    Args:
        raw: the sheet.
        row: index of the header row.
        columns: positions of its columns by id; a note beside the table may reach further.
    """
    spots = (raw.shared.get((row, position)) for hits in columns.values() for position in hits)
    return max((span[1] for span in spots if span), default=row)
