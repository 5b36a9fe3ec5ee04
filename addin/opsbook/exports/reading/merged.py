"""Cells that several rows share: a day merged over three rows stands in each of them, as a reader of the sheet sees it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from opsbook.model.errors import FileRefusedError

Rows = tuple[tuple[str, ...], ...]
Merge = tuple[int, int, int]  # first row, last row, leftmost column; from 0

WIDEST_SHEET = 20_000
MOST_CELLS, MOST_SHARED = 20_000_000, 2_000_000  # of a file; of a sheet, those that stand in several rows


@dataclass(slots=True)
class Room:
    """How many cells may still come: a few bytes can say that a cell spans more than any memory holds.

    Args:
        cells: as many.
    """

    cells: int = field(default_factory=lambda: MOST_CELLS)

    def take(self, count: int, rows: Sequence[Sequence[str]]) -> None:
        """Count cells of a table's row.

        Args:
            count: so many.
            rows: the table as far as it is read.

        Raises:
            FileRefusedError: these are far more than a report has.
        """
        self.cells -= count
        if self.cells < 0 or count > WIDEST_SHEET:
            raise FileRefusedError("too-wide", rows=len(rows), columns=max(map(len, rows), default=0))


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's cells.

    Args:
        rows: from its first row, ragged.
        shared: first and last row of the cell that stands in several rows, by row and column of each of them.
    """

    rows: Rows
    shared: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def spread(rows: Rows, merges: Iterable[Merge]) -> Grid:
    """Let a merged cell's text stand in each row it covers.

    A row without any text of its own stays blank: it belongs to the row above. A covered cell that holds a text of its own, as
    programs leave it there, keeps it. Columns that a merge covers to its right stay blank: two of one name would be two columns.

    Args:
        rows: the sheet; the text of a merge in its first cell.
        merges: those of several rows count.

    Raises:
        FileRefusedError: the merges cover far more than a report has.
    """
    covering = _covering(rows, merges)
    if not covering:
        return Grid(rows)
    full, shared, room = list(rows), {}, Room()
    for at, spots in covering.items():
        if not any(map(str.strip, rows[at])):
            continue
        cells = [*rows[at], *[""] * (max(spots) + 1 - len(rows[at]))]
        room.take(len(cells), rows)
        for column, span in spots.items():
            if not cells[column].strip():
                first, _ = span
                cells[column] = rows[first][column]
                shared[at, column] = shared[first, column] = span
        full[at] = tuple(cells)
    return Grid(tuple(full), shared)


def _covering(rows: Rows, merges: Iterable[Merge]) -> dict[int, dict[int, tuple[int, int]]]:
    """What covers a row from above: first and last row by column, by row."""
    covering: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    room = Room(MOST_SHARED)
    for first, last, column in merges:
        below = range(first + 1, min(last, len(rows) - 1) + 1)
        if not below or column >= len(rows[first]):
            continue
        span = (first, below[-1])
        for at in below:
            room.take(1, rows)
            covering[at][column] = span
    return covering
