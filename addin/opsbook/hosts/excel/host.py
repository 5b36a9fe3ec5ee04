"""The host for a workbook that is open in Excel: the same promises as for files, through open-source xlwings."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import xlwings as xw

from opsbook.hosts.excel import formulas as excel_formulas
from opsbook.hosts.excel.api import (
    VISIBLE,
    cell_values,
    counts_from_1904,
    custom_property,
    file_of,
    read_only,
    structure_locked,
    unlocked,
)
from opsbook.hosts.excel.cells import write_cells
from opsbook.hosts.excel.columns import widen
from opsbook.hosts.excel.properties import write_property
from opsbook.hosts.excel.rows import drop, grow, unfold
from opsbook.hosts.excel.tables import LiveTable, find_tables
from opsbook.hosts.files.backups import Keeping
from opsbook.hosts.files.claims import ID, RUN, State, property_in
from opsbook.hosts.files.home import Home
from opsbook.hosts.files.save import back_up
from opsbook.hosts.history.archive import History, MemoryStore
from opsbook.hosts.history.file import HistoryFile
from opsbook.hosts.host import Cached, Key, Overwritten, OwnedPlace, TableRows, Upserted
from opsbook.hosts.matching import Body, plan_upsert, rows_of, stored_value
from opsbook.model.errors import FileRefusedError, WorkbookBrokenError
from opsbook.model.reasons import why
from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_name, target


class ExcelHost:
    """A workbook that is open in Excel.

    Formula cells show what Excel calculated last; `set_cached` lets it calculate first.

    Args:
        book: the open workbook.
        keeping: which old versions stay beside its file; may be set until `save`.

    Raises:
        FileRefusedError: its dates count from 1904.
    """

    def __init__(self, book: xw.Book, *, keeping: Keeping = Keeping()) -> None:  # noqa: B008 - frozen
        if counts_from_1904(book):
            raise FileRefusedError("book-1904", file=book.name)
        self.book, self.keeping = book, keeping
        self.backup: Path | None = None
        self.home = _home(book)
        self.history = History(MemoryStore() if self.home is None else HistoryFile(self.home))
        self._tables = find_tables(book)
        self._names: dict[str, tuple[xw.Sheet, int, int]] = {}
        self._stale = False
        self._calculation = book.app.calculation

    def __str__(self) -> str:
        """The workbook's name, as messages show it."""
        return str(self.book.name)

    def tables(self) -> Sequence[str]:
        """Names of all tables in the workbook, in the order of the tabs."""
        return tuple(self._tables)

    def read_table(self, name: str) -> TableRows:
        """The body of a table; see `Host`."""
        table = self.table(name)
        rows = tuple(table.values())
        return TableRows(table.headers, rows, table.sheet.name, table.top, table.hidden(), table.left)

    def upsert_rows(self, table: str, key: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> Upserted:
        """Write rows by key; see `Host`. An empty text makes a cell blank."""
        place = self.table(table)
        plan = plan_upsert(_body(place), key, rows, lambda at: not _typed(place, at))
        grow(place, plan.height)
        write_cells(place.sheet, {(place.top + at, place.left + over): one for (at, over), one in plan.cells.items()})
        unfold(place, plan.filled)
        self._changed(place)
        return plan.report

    def put_cells(self, table: str, header: str, values: Mapping[int, Value], like: int) -> None:
        """Put values into cells of a column; see `Host`."""
        place = self.table(table)
        column = place.left + place.headers.index(header)
        with unlocked(place.sheet):
            form = place.sheet.range((place.top + like, column)).number_format
            for at in values:
                place.sheet.range((place.top + at, column)).number_format = form
        write_cells(place.sheet, {(place.top + at, column): value for at, value in values.items()})
        self._changed(place)

    def add_column(self, table: str, header: str, like: str) -> None:
        """Add a column at the right edge; see `Host`."""
        place = self.table(table)
        widen(place, header, like)
        self._changed(place)

    def drop_rows(self, table: str, keys: Iterable[Key], key: Sequence[str]) -> int:
        """Remove rows by key; see `Host`. The user's cells in the table's columns travel with their row."""
        place = self.table(table)
        gone = rows_of(_body(place), key, keys)
        if gone:
            drop(place, gone)
            self._changed(place)
        return len(gone)

    def own_cells(self, table: str, headers: Sequence[str]) -> frozenset[int]:
        """Rows where somebody typed into one of the columns; see `Host`.

        Excel does not tell which formula fills a column: one that stands in most of its cells is taken for it.
        """
        place = self.table(table)
        found: set[int] = set()
        for column in (place.headers.index(header) for header in headers):
            filled = [row[column].startswith("=") for row in place.formulas()]
            calculated = 2 * sum(filled) > len(filled)
            values = (row[column] for row in place.values())
            found |= {
                at
                for at, (formula, value) in enumerate(zip(filled, values, strict=True))
                if (not calculated if formula else value is not None)
            }
        return frozenset(found)

    def read_name(self, name: str) -> Value:
        """The value of the one cell a defined name points to; see `Host`."""
        sheet, row, column = self.cell_named(name)
        return cell_values(sheet.range((row, column)))[0][0]

    def read_property(self, name: str) -> str:
        """The text of a custom document property; see `Host`."""
        return custom_property(self.book, name)

    def locate(self, name: str) -> tuple[str, str]:
        """Sheet and address of the one cell a defined name points to; see `Host`."""
        sheet, row, column = self.cell_named(name)
        return sheet.name, cell_name(row, column)

    def write_name(self, name: str, value: Value) -> None:
        """Set the one cell a defined name points to; see `Host`."""
        sheet, row, column = self.cell_named(name)
        write_cells(sheet, {(row, column): stored_value(value)})
        self._stale = True

    def in_sight(self, table: str) -> bool:
        """Whether the sheet of a table can be seen; see `Host`."""
        return self.table(table).sheet.visible in {True, VISIBLE}

    def show_sheet(self, table: str, *, shown: bool) -> None:
        """Bring the sheet of a table into sight, or put it out of sight; see `Host`."""
        sheet = self.table(table).sheet
        if (shown or sheet.name != self.book.sheets.active.name) and not structure_locked(self.book):
            sheet.visible = shown

    def set_cached(self, cached: Cached) -> Sequence[Overwritten]:
        """Let Excel calculate, then fill owned formula cells that are empty; see `Host`."""
        self._calculate()
        kept = excel_formulas.fill(self, cached)
        self._stale = True
        return kept

    def stale(self, cached: Cached) -> int:
        """None: Excel calculates by itself; see `Host`."""
        del cached
        return 0

    def plain_bars(self, sheets: Collection[str]) -> int:
        """None; see `Host`."""
        del sheets
        return 0

    def mend_bars(self, sheets: Collection[str]) -> int:
        """None; see `Host`."""
        return self.plain_bars(sheets)

    def overwritten(self, cached: Cached) -> Sequence[Overwritten]:
        """Owned formula cells that do not hold their formula; see `Host`."""
        return excel_formulas.overwritten(self, cached)

    def restore(self, cached: Cached, only: Collection[OwnedPlace] | None = None) -> Sequence[Overwritten]:
        """Write owned formulas back; see `Host`."""
        replaced = excel_formulas.restore(self, cached, only)
        self._stale = bool(replaced)
        self._calculate()
        return replaced

    def is_alone(self) -> bool:
        """Whether no folder beside it is its own: it was mailed, copied without it, or is new."""
        return self.home is not None and self.home.claim.state is State.ALONE

    def write_property(self, name: str, value: str) -> bool:
        """Set a custom document property; returns whether this Excel lets it be set."""
        return write_property(self.book, name, value)

    def back_up(self) -> Path:
        """Keep a copy of the workbook's file beside it, once; returns where.

        Raises:
            FileRefusedError: the workbook has no file yet, is read-only, or the disk refuses.
        """
        if self.backup is None:
            path = self._path()
            home = self.home or Home(path, "", "")
            if read_only(self.book):
                raise FileRefusedError("book-read-only", file=path.name)
            try:
                self.backup = back_up(home, path.read_bytes(), self.keeping)
            except OSError as problem:
                raise FileRefusedError("book-not-saved", file=path.name, reason=why(problem)) from None
        return self.backup

    def save(self) -> None:
        """Save the workbook in Excel, after a backup of its file; see `Host`.

        Calculation is put back first: a workbook remembers how it was calculated when it was saved.
        """
        backup = self.back_up()
        try:
            self.book.app.calculation = self._calculation
            self._mark()
            self.history.keep(backup.name)
            self.book.save()
        except FileRefusedError:
            raise
        except Exception as problem:  # every engine has its own errors
            raise FileRefusedError("book-not-saved", file=self.book.name, reason=type(problem).__name__) from problem
        with suppress(FileRefusedError):  # what is left lies in both places and is passed over
            self.history.tidy()

    def _mark(self) -> None:
        """Give the workbook its id and the run's; where Excel lets nobody set them, what is saved is no run."""
        if self.home is not None:
            self.write_property(ID, self.home.id)
        recorder = self.history.recorder
        if recorder is not None and not self.write_property(RUN, recorder.id):
            self.history.recorder = None

    def table(self, name: str) -> LiveTable:
        """A table by name.

        Raises:
            WorkbookBrokenError: there is no such table.
        """
        if name not in self._tables:
            raise WorkbookBrokenError("missing-table", table=name, found=tuple(self._tables) or "-")
        return self._tables[name]

    def cell_named(self, name: str) -> tuple[xw.Sheet, int, int]:
        """Sheet, row and column of the one cell a defined name points to.

        Raises:
            WorkbookBrokenError: there is no such name, or it is not one cell.
        """
        if name not in self._names:
            refers = self.book.names[name].refers_to if name in self.book.names else None
            place = target((refers or "").removeprefix("="))
            if place is None or not place[1].is_cell:
                raise WorkbookBrokenError("missing-name", name=name)
            self._names[name] = (self.book.sheets[place[0]], place[1].top, place[1].left)
        return self._names[name]

    def _path(self) -> Path:
        path = file_of(self.book)
        if path is None:
            raise FileRefusedError("book-without-file", file=self.book.name)
        return path

    def _changed(self, table: LiveTable) -> None:
        table.forget()
        self._stale = True

    def _calculate(self) -> None:
        """Let formulas see what was written; what was read of them is no longer true."""
        if self._stale:
            self.book.app.calculate()
            for table in self._tables.values():
                table.forget()
            self._stale = False


def _home(book: xw.Book) -> Home | None:
    """The folder of an open workbook; one without a file has none, and cannot be saved either."""
    path = file_of(book)
    return None if path is None else Home(path.resolve(), property_in(path, ID), property_in(path, RUN))


def _body(table: LiveTable) -> Body:
    return Body(table.name, table.headers, table.values())


def _typed(table: LiveTable, at: int) -> bool:
    """Whether a row holds anything but formulas."""
    cells = zip(table.values()[at], table.formulas()[at], strict=True)
    return any(value is not None and not formula.startswith("=") for value, formula in cells)
