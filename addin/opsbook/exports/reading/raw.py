"""A sheet of a file as text, before anybody knows what it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class RawTable:
    """One sheet of text cells.

    Args:
        file: file name without its folder; for a zip member "outer.zip/inner.csv".
        sheet: sheet name; empty for text files.
        rows: every row from the first row of the sheet, cells as text exactly as shown; ragged. Those of a long text are read
            anew at each pass over them, see `exports.reading.long_rows`.
        exported: the day the file itself was made (from its name, else its modification time); None when unknown.
        shared: of a cell merged over several rows, whose text stands in each of them, the first and the last of these rows; by
            row and column of each, from 0.
        year: the workbook's year, to which days without one belong; None without a workbook.
        own: the names the workbook's shop goes by, see `plain_shop`: of several shops' rows its own are taken; empty without a workbook.
    """

    file: str
    sheet: str
    rows: Sequence[tuple[str, ...]]
    exported: date | None = None
    shared: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    year: int | None = None
    own: frozenset[str] = frozenset()

    def in_memory(self) -> "RawTable":
        """The same sheet with all of its rows at hand, for who goes through them again and again."""
        return self if isinstance(self.rows, tuple) else replace(self, rows=tuple(self.rows[:]))
