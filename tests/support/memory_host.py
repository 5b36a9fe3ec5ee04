"""A workbook that lives in memory only: a host for tests, without a file."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from opsbook.hosts.history.archive import History, MemoryStore
from opsbook.hosts.host import Cached, FormulaCell, Key, Overwritten, OwnedPlace, TableRows, Upserted, bare_rows
from opsbook.hosts.matching import Body, plan_upsert, rows_of, stored_value
from opsbook.hosts.showing import shows, spoken
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.formula_spelling import same_formula


@dataclass(slots=True)
class MemoryCell:
    """One cell: what it shows, and its formula when it has one."""

    value: Value = None
    formula: str | None = None


@dataclass(slots=True)
class MemoryTable:
    """One table.

    Args:
        headers: left to right.
        rows: body rows, left to right as the headers.
        sheet: name of its sheet.
        first_row: row number of the first body row.
        first_column: number of the first column.
        calculated: formula by header of columns that are continued in new rows.
    """

    headers: tuple[str, ...]
    rows: list[list[MemoryCell]]
    sheet: str = "Sheet1"
    first_row: int = 2
    first_column: int = 1
    calculated: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class MemoryName:
    """One named cell and where it stands."""

    cell: MemoryCell
    sheet: str = "Sheet1"
    address: str = "A1"


Place = tuple[str, str, int, int]  # table, header, row and column; or a name alone
Spot = tuple[MemoryCell, FormulaCell, Place]


class MemoryHost:
    """Tables and names without a file.

    Args:
        tables: by name.
        names: by defined name.
    """

    def __init__(self, tables: Mapping[str, MemoryTable], names: Mapping[str, MemoryName] | None = None) -> None:
        self._tables = dict(tables)
        self._names = {name.casefold(): named for name, named in (names or {}).items()}
        self.saves = 0
        self.properties: dict[str, str] = {}
        self.hidden: set[str] = set()
        self.history = History(MemoryStore())

    def tables(self) -> Sequence[str]:
        """Names of all tables."""
        return tuple(self._tables)

    def read_table(self, name: str) -> TableRows:
        """The body of a table; see `Host`."""
        table = self._table(name)
        rows = tuple(tuple(cell.value for cell in row) for row in table.rows)
        return TableRows(table.headers, rows, table.sheet, table.first_row, first_column=table.first_column)

    def upsert_rows(self, table: str, key: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> Upserted:
        """Write rows by key; see `Host`."""
        place = self._table(table)
        plan = plan_upsert(self._body(table), key, rows, lambda at: _is_free(place.rows[at]))
        while len(place.rows) < plan.height:
            place.rows.append([MemoryCell(formula=place.calculated.get(header)) for header in place.headers])
        for (row, column), value in plan.cells.items():
            place.rows[row][column] = MemoryCell(value)
        return plan.report

    def put_cells(self, table: str, header: str, values: Mapping[int, Value], like: int) -> None:  # noqa: ARG002 - no formats
        """Put values into cells of a column; see `Host`."""
        column = self._body(table).column(header)
        for at, value in values.items():
            self._table(table).rows[at][column] = MemoryCell(stored_value(value))

    def add_column(self, table: str, header: str, like: str) -> None:
        """Add a column at the right edge; see `Host`."""
        place = self._table(table)
        self._body(table).column(like)
        for other in self._tables.values():
            beside = place.first_column + len(place.headers) == other.first_column and place.sheet == other.sheet
            rows = range(place.first_row - 1, place.first_row + len(place.rows))
            if beside and set(rows) & set(range(other.first_row - 1, other.first_row + len(other.rows))):
                cell = f"{place.sheet}!{cell_name(other.first_row - 1, other.first_column)}"
                raise WorkbookBrokenError("no-column-free", table=table, cell=cell)
        place.headers = (*place.headers, header)
        for row in place.rows:
            row.append(MemoryCell())

    def drop_rows(self, table: str, keys: Iterable[Key], key: Sequence[str]) -> int:
        """Remove rows by key; see `Host`."""
        place = self._table(table)
        gone = rows_of(self._body(table), key, keys)
        blank = [MemoryCell(formula=cell.formula) for cell in place.rows[0]]
        place.rows = [row for at, row in enumerate(place.rows) if at not in gone] or [blank]
        return len(gone)

    def own_cells(self, table: str, headers: Sequence[str]) -> frozenset[int]:
        """Rows where somebody typed into one of the columns; see `Host`."""
        place, body = self._table(table), self._body(table)
        columns = [(body.column(header), header in place.calculated) for header in headers]
        return frozenset(
            at
            for at, row in enumerate(place.rows)
            if any(row[column].formula is None and row[column].value is not None for column, _ in columns)
            or any(row[column].formula is not None and not calculated for column, calculated in columns)
        )

    def read_name(self, name: str) -> Value:
        """The value of a named cell; see `Host`."""
        return self._name(name).cell.value

    def read_property(self, name):
        """The text of a custom document property; see `Host`."""
        return self.properties.get(name, "")

    def locate(self, name: str) -> tuple[str, str]:
        """Sheet and address of a named cell; see `Host`."""
        named = self._name(name)
        return named.sheet, named.address

    def write_name(self, name: str, value: Value) -> None:
        """Set a named cell; see `Host`."""
        self._name(name).cell = MemoryCell(stored_value(value))

    def in_sight(self, table: str) -> bool:
        """Whether the sheet of a table can be seen; see `Host`."""
        return self._table(table).sheet not in self.hidden

    def show_sheet(self, table: str, *, shown: bool) -> None:
        """Bring the sheet of a table into sight, or put it out of sight; see `Host`."""
        (self.hidden.discard if shown else self.hidden.add)(self._table(table).sheet)

    def set_cached(self, cached: Cached) -> Sequence[Overwritten]:
        """Set what owned formula cells show; see `Host`."""
        kept: list[Overwritten] = []
        for cell, owned, place in self._spots(cached):
            if _holds_other(cell, owned):
                kept.append(self._report(cell, owned, place))
            else:
                cell.formula = owned.text if cell.formula is None else cell.formula
                cell.value = cell.value if shows(cell.value, owned.value) else owned.value
        return kept

    def stale(self, cached: Cached) -> int:
        """How many formula cells show something else than they come to; see `Host`."""
        spots = [(cell, owned) for cell, owned, _ in self._spots(cached) if not _holds_other(cell, owned)]
        return sum(
            (cell.value or "") != (owned.value or "") and not shows(cell.value, owned.value) for cell, owned in spots
        )

    def plain_bars(self, sheets: Collection[str]) -> int:
        """None; see `Host`."""
        del sheets
        return 0

    def mend_bars(self, sheets: Collection[str]) -> int:
        """None; see `Host`."""
        return self.plain_bars(sheets)

    def overwritten(self, cached: Cached) -> Sequence[Overwritten]:
        """Owned formula cells that do not hold their formula; see `Host`."""
        return [self._report(*spot) for spot in self._spots(cached) if _holds_other(*spot[:2])]

    def restore(self, cached: Cached, only: Collection[OwnedPlace] | None = None) -> Sequence[Overwritten]:
        """Write owned formulas back; see `Host`."""
        replaced = [one for one in self.overwritten(cached) if only is None or one.place in only]
        places = {one.place for one in replaced}
        for cell, owned, spot in self._spots(cached):
            if self._report(cell, owned, spot).place in places:
                cell.formula, cell.value = owned.text, owned.value
        return replaced

    def save(self) -> None:
        """Count the saves; only the history has something to keep."""
        self.saves += 1
        self.history.keep()
        self.history.tidy()

    def _body(self, name: str) -> Body:
        table = self._table(name)
        return Body(name, table.headers, [[cell.value for cell in row] for row in table.rows])

    def _table(self, name: str) -> MemoryTable:
        if name not in self._tables:
            raise WorkbookBrokenError("missing-table", table=name, found=tuple(self._tables) or "-")
        return self._tables[name]

    def _name(self, name: str) -> MemoryName:
        if name.casefold() not in self._names:
            raise WorkbookBrokenError("missing-name", name=name)
        return self._names[name.casefold()]

    def _spots(self, cached: Cached) -> Iterator[Spot]:
        for (name, header), cells in cached.columns.items():
            table = self._table(name)
            column = Body(name, table.headers, ()).column(header)
            for at, (row, owned) in enumerate(zip(table.rows, cells, strict=True)):
                if at not in bare_rows(cells):
                    yield row[column], owned, (name, header, at, column)
        for name, owned in cached.names.items():
            yield self._name(name).cell, owned, (name, "", 0, 0)

    def _report(self, cell: MemoryCell, owned: FormulaCell, spot: Place) -> Overwritten:
        name, header, at, column = spot
        if header:
            table = self._table(name)
            sheet, address = table.sheet, cell_name(table.first_row + at, table.first_column + column)
            place = OwnedPlace(name, header, at)
        else:
            (sheet, address), place = self.locate(name), OwnedPlace(name=name)
        found = spoken(cell.value) if cell.formula is None else f"={cell.formula}"
        return Overwritten(sheet, address, f"={owned.text}", found, place)


def _holds_other(cell: MemoryCell, owned: FormulaCell) -> bool:
    if cell.formula is None:
        return cell.value is not None
    return not same_formula(cell.formula, owned.text)


def _is_free(row: Sequence[MemoryCell]) -> bool:
    """Whether a row holds nothing typed."""
    return all(cell.value is None or cell.formula is not None for cell in row)
