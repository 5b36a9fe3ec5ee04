"""What every host can do: read and write named things. No policy lives here.

A host knows headers, never column ids or languages: its caller translates.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, overload

from opsbook.hosts.history.archive import History
from opsbook.model.values import Value

Key = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class TableRows:
    """The body of a table, in sheet order.

    Args:
        headers: every column's header, the user's own included, left to right.
        rows: one list of values per row, as wide as `headers`; blank cells are None, dates are serial numbers.
        sheet: name of the table's sheet, for messages.
        first_row: row number of the first body row as Excel counts.
        hidden: positions (from 0) of body rows out of sight: filtered or folded away.
        first_column: number of the first column as Excel counts.
        below: the first cell right under the last row that holds something, such as B9; empty without one, and where the
            program itself takes such rows into the table.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    sheet: str
    first_row: int
    hidden: frozenset[int] = frozenset()
    first_column: int = 1
    below: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One cell of an existing row that got another value."""

    key: Key
    header: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class Upserted:
    """What an upsert did: rows added, rows in which something changed, rows left as they were."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    changes: tuple[Change, ...] = ()


class FormulaCell(NamedTuple):
    """What an owned formula cell holds.

    Args:
        text: the formula as a file stores it, without '='.
        value: what it shows until the next recalculation.
    """

    text: str
    value: Value


class FormulaColumn(Sequence[FormulaCell]):
    """A column of cells that all hold one formula; a cell is put together when somebody asks for it.

    Args:
        text: the formula as a file stores it, without '='.
        values: what the cells show until the next recalculation, in sheet order.
        bare: positions of rows without the formula; their cells are left alone.
    """

    __slots__ = ("bare", "text", "values")

    def __init__(self, text: str, values: Sequence[Value], bare: frozenset[int] = frozenset()) -> None:
        self.text, self.values, self.bare = text, values, bare

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, at: int) -> FormulaCell: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[FormulaCell]: ...
    def __getitem__(self, at: int | slice) -> FormulaCell | Sequence[FormulaCell]:
        if isinstance(at, slice):
            return [FormulaCell(self.text, value) for value in self.values[at]]
        return FormulaCell(self.text, self.values[at])


def bare_rows(cells: Sequence[FormulaCell]) -> frozenset[int]:
    """Positions of a column's rows that hold no formula of ours."""
    return cells.bare if isinstance(cells, FormulaColumn) else frozenset()


@dataclass(frozen=True, slots=True)
class Cached:
    """Owned formulas with their values.

    Args:
        columns: by (table, header): one FormulaCell per body row, in sheet order; a FormulaColumn where all are alike.
        names: by defined name of one cell.
    """

    columns: Mapping[tuple[str, str], Sequence[FormulaCell]] = field(default_factory=dict)
    names: Mapping[str, FormulaCell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnedPlace:
    """Where an owned formula belongs: a body row (from 0) of a table's column, or a defined name."""

    table: str = ""
    header: str = ""
    row: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Overwritten:
    """An owned formula cell that holds something else: the user's formula or a typed value."""

    sheet: str
    cell: str
    expected: str
    found: str
    place: OwnedPlace = OwnedPlace()


class Host(Protocol):
    """A workbook that can be read and changed by name.

    Args:
        history: rows that left it; kept with every save.
    """

    history: History

    def tables(self) -> Sequence[str]:
        """Names of all tables in the workbook."""

    def read_table(self, name: str) -> TableRows:
        """The body of a table.

        Raises:
            WorkbookBrokenError: there is no such table.
        """

    def upsert_rows(self, table: str, key: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> Upserted:
        """Write rows by key.

        A row is found by the values of its key headers, wherever it stands; an unknown key becomes a new last row.
        Only the headers a row names are written; None leaves the cell as it is, an empty text makes it blank, also in a
        calculated column of a new row. New rows take the formats of the row above them; the user's calculated columns are
        continued. Empty placeholder rows (blank key) are filled first;
        those behind an outline's [+] come into sight.

        Raises:
            WorkbookBrokenError: no such table or header, or cells below the table are in the way.
        """

    def put_cells(self, table: str, header: str, values: Mapping[int, Value], like: int) -> None:
        """Put values into cells of a column, those of the key as well.

        Args:
            table: its name.
            header: the column's.
            values: by position of the row in the body, from 0.
            like: position of the row whose format the cells take.
        """

    def add_column(self, table: str, header: str, like: str) -> None:
        """Add a column at the right edge of a table, its cells blank, formatted like another column of it.

        Raises:
            WorkbookBrokenError: no such table or column to be like, or cells beside the table are in the way.
        """

    def drop_rows(self, table: str, keys: Iterable[Key], key: Sequence[str]) -> int:
        """Remove rows by key; rows below move up inside the table. Returns how many went."""

    def own_cells(self, table: str, headers: Sequence[str]) -> frozenset[int]:
        """Positions (from 0) of body rows where somebody typed into one of the columns.

        A cell that its column's calculated formula fills is nobody's; a value typed over it, or a formula of its own, is.
        """

    def read_name(self, name: str) -> Value:
        """The value of the one cell a defined name points to.

        Raises:
            WorkbookBrokenError: there is no such name, or it is not one cell.
        """

    def read_property(self, name: str) -> str:
        """The text of a custom document property; empty without one, and where the program tells of none."""

    def locate(self, name: str) -> tuple[str, str]:
        """Sheet and address of the one cell a defined name points to.

        Raises:
            WorkbookBrokenError: there is no such name, or it is not one cell.
        """

    def write_name(self, name: str, value: Value) -> None:
        """Set the one cell a defined name points to; None makes it blank."""

    def in_sight(self, table: str) -> bool:
        """Whether the sheet of a table can be seen."""

    def show_sheet(self, table: str, *, shown: bool) -> None:
        """Bring the sheet of a table into sight, or put it out of sight; the one in front stays."""

    def set_cached(self, cached: Cached) -> Sequence[Overwritten]:
        """Set what owned formula cells show.

        Where an owned cell is empty its formula is written. Where the user put another formula or a value, the cell is
        kept and reported. In live Excel there are no caches to set: only empty cells are filled.
        """

    def overwritten(self, cached: Cached) -> Sequence[Overwritten]:
        """Owned formula cells that do not hold their formula, without changing anything."""

    def stale(self, cached: Cached) -> int:
        """How many owned formula cells show something else than they come to, so that nobody calculated them anew.

        Blank and empty text are one. In live Excel there is none: it calculates by itself.
        """

    def plain_bars(self, sheets: Collection[str]) -> int:
        """How many data bars of some sheets lost what makes them solid, because another program saved the workbook.

        In live Excel there is none to be told of: it draws what the file held.
        """

    def mend_bars(self, sheets: Collection[str]) -> int:
        """Make them solid again; returns how many."""

    def restore(self, cached: Cached, only: Collection[OwnedPlace] | None = None) -> Sequence[Overwritten]:
        """Write the owned formula back into every cell `overwritten` would name; returns what was replaced.

        Args:
            cached: the formulas.
            only: the cells that may be written; None for all.
        """

    def save(self) -> None:
        """Keep the changes, all or nothing.

        Raises:
            FileRefusedError: the file is open elsewhere, read-only or gone.
        """
