"""The host for workbooks on disk: an existing .xlsx or .xlsm is patched in place, everything else keeps its bytes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from opsbook.hosts.files import caching
from opsbook.hosts.files.backups import Keeping
from opsbook.hosts.files.claims import ID, RUN, State
from opsbook.hosts.files.home import Home
from opsbook.hosts.files.save import replace_book
from opsbook.hosts.files.whole_files import write_new
from opsbook.hosts.history.archive import History
from opsbook.hosts.history.file import HistoryFile
from opsbook.hosts.host import Cached, Key, Overwritten, OwnedPlace, TableRows, Upserted
from opsbook.hosts.matching import Body, plan_upsert, rows_of, stored_value
from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import why
from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.dropping import drop
from opsbook.ooxml.growing import filled_columns, grow
from opsbook.ooxml.sheet import bars
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.table import TableXml
from opsbook.ooxml.widening import widen


class FilesHost:
    """A workbook file.

    Args:
        path: the .xlsx or .xlsm file.
        keeping: which old versions stay beside it; may be set until `save`.

    Raises:
        FileRefusedError: there is no such file, or it is not a workbook OpsBook can patch.
    """

    def __init__(self, path: str | Path, *, keeping: Keeping = Keeping()) -> None:  # noqa: B008 - frozen
        self.path, self.keeping = Path(path), keeping
        self._content = _content(self.path)
        self.book = BookXml(self._content, self.path.name)
        self._read: dict[str, tuple[int, TableXml, TableRows]] = {}
        self.home = Home(self.path.resolve(), self.read_property(ID), self.read_property(RUN))
        self.history = History(HistoryFile(self.home))

    def tables(self) -> Sequence[str]:
        """Names of all tables in the workbook, in the order of the tabs."""
        return tuple(self.book.tables)

    def read_table(self, name: str) -> TableRows:
        """The body of a table; see `Host`."""
        table = self.book.table(name)
        sheet, known = self.book.sheet(table.sheet), self._read.get(name)
        if known is None or known[0] != sheet.changes or known[1] is not table:
            known = self._read[name] = (sheet.changes, table, self._rows(table, sheet))
        return known[2]

    def _rows(self, table: TableXml, sheet: SheetXml) -> TableRows:
        body, under = table.body, table.place.bottom + 1
        hidden = sheet.hidden_rows(body.top, body.bottom)
        below = next((cell_name(under, column) for column in filled_columns(sheet, under, body)), "")
        return TableRows(table.headers, self.book.values(table), table.sheet, body.top, hidden, body.left, below)

    def upsert_rows(self, table: str, key: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> Upserted:
        """Write rows by key; see `Host`. An empty text makes a cell blank."""
        place = self.book.table(table)
        sheet, body = self.book.sheet(place.sheet), place.body
        plan = plan_upsert(
            self._body(place), key, rows, lambda at: not sheet.holds_typed(body.top + at, body.left, body.right)
        )
        standing = {at: value for at, value in plan.cells.items() if at[0] < body.height}
        self.book.check_free(place, standing)
        grow(self.book, place, plan.height, plan.cells)
        self.book.write_cells(place, standing)
        for at in plan.filled:
            sheet.unfold(body.top + at)
        return plan.report

    def put_cells(self, table: str, header: str, values: Mapping[int, Value], like: int) -> None:
        """Put values into cells of a column; see `Host`."""
        place = self.book.table(table)
        column = place.body.left + place.column(header)
        for at, value in values.items():
            self.book.write_like(
                self.book.sheet(place.sheet), (place.body.top + at, column), value, place.body.top + like
            )

    def add_column(self, table: str, header: str, like: str) -> None:
        """Add a column at the right edge; see `Host`."""
        widen(self.book, self.book.table(table), header, like)

    def drop_rows(self, table: str, keys: Iterable[Key], key: Sequence[str]) -> int:
        """Remove rows by key; see `Host`. The user's cells in the table's columns travel with their row."""
        place = self.book.table(table)
        gone = rows_of(self._body(place), key, keys)
        if gone:
            drop(self.book, place, gone)
        return len(gone)

    def own_cells(self, table: str, headers: Sequence[str]) -> frozenset[int]:
        """Rows where somebody typed into one of the columns; see `Host`."""
        place = self.book.table(table)
        sheet, body = self.book.sheet(place.sheet), place.body
        columns = [(place.column(header), header in place.calculated) for header in headers]
        rows = zip(self.book.values(place), sheet.calculating(body), strict=True)
        return frozenset(
            at
            for at, (values, formulas) in enumerate(rows)
            if any(not calculated if formulas[one] else values[one] is not None for one, calculated in columns)
        )

    def read_name(self, name: str) -> Value:
        """The value of the one cell a defined name points to; see `Host`."""
        sheet, row, column = self.book.cell_named(name)
        return sheet.value(row, column)

    def locate(self, name: str) -> tuple[str, str]:
        """Sheet and address of the one cell a defined name points to; see `Host`."""
        sheet, row, column = self.book.cell_named(name)
        return sheet.name, cell_name(row, column)

    def write_name(self, name: str, value: Value) -> None:
        """Set the one cell a defined name points to; see `Host`."""
        sheet, row, column = self.book.cell_named(name)
        cell, old, new = sheet.cell(row, column), sheet.value(row, column), stored_value(value)
        if (cell is not None and cell.has_formula) or type(old) is not type(new) or old != new:
            self.book.write(sheet, row, column, value)

    def in_sight(self, table: str) -> bool:
        """Whether the sheet of a table can be seen; see `Host`."""
        return self.book.table(table).sheet not in self.book.workbook.hidden()

    def show_sheet(self, table: str, *, shown: bool) -> None:
        """Bring the sheet of a table into sight, or put it out of sight; see `Host`."""
        title = self.book.table(table).sheet
        if shown or title != self.book.workbook.viewed():
            self.book.workbook.show_sheet(title, shown=shown)

    def is_alone(self) -> bool:
        """Whether no folder beside it is its own: it was mailed, copied without it, or is new."""
        return self.home.claim.state is State.ALONE

    def read_property(self, name: str) -> str:
        """The text of a custom document property; empty without one."""
        return self.book.read_property(name)

    def write_property(self, name: str, value: str) -> None:
        """Set a custom document property, such as the shop's name; it is added where the workbook lacks it."""
        self.book.write_property(name, value)

    def set_cached(self, cached: Cached) -> Sequence[Overwritten]:
        """Set what owned formula cells show; see `Host`. Sheets seldom change after that: they are written meanwhile."""
        kept = caching.set_cached(self.book, cached)
        self.book.write_sheets()
        return kept

    def stale(self, cached: Cached) -> int:
        """How many owned formula cells show something else than they come to; see `Host`."""
        return caching.stale(self.book, cached)

    def plain_bars(self, sheets: Collection[str]) -> int:
        """How many data bars lost what makes them solid; see `Host`."""
        return sum(bars.plain_bars(self.book.sheet(title).tail) for title in sheets)

    def mend_bars(self, sheets: Collection[str]) -> int:
        """Make them solid again; see `Host`."""
        count = self.plain_bars(sheets)
        for page in map(self.book.sheet, sheets):
            page.tail = bars.with_solid_bars(page.tail)
        return count

    def overwritten(self, cached: Cached) -> Sequence[Overwritten]:
        """Owned formula cells that do not hold their formula; see `Host`."""
        return caching.overwritten(self.book, cached)

    def restore(self, cached: Cached, only: Collection[OwnedPlace] | None = None) -> Sequence[Overwritten]:
        """Write owned formulas back; see `Host`."""
        return caching.restore(self.book, cached, only)

    def save(self) -> None:
        """Replace the file when something changed; see `Host`."""
        after = self.book.to_bytes()
        if after is None or after == self._content:
            self.history.keep()
        else:
            self._replace(self._marked())
        with suppress(FileRefusedError):  # what is left lies in both places and is passed over
            self.history.tidy()

    def choose_home(self) -> None:
        """Keep the workbook with the id of its folder, as somebody chose it; nothing else was changed here.

        Raises:
            FileRefusedError: it cannot be saved.
        """
        if self.read_property(RUN) != self.home.head:
            self.write_property(RUN, self.home.head)
        after = self._marked()
        if after != self._content:
            self._replace(after)

    def _marked(self) -> bytes:
        """The file with its id and the run that wrote it."""
        self.write_property(ID, self.home.coming)
        if self.history.recorder is not None:
            self.write_property(RUN, self.history.recorder.id)
        return self.book.to_bytes() or self._content

    def _replace(self, after: bytes) -> None:
        replace_book(self.home, self._content, after, self.keeping, self.history.keep)
        self._content, self.home.head = after, self.read_property(RUN)

    def save_as(self, path: str | Path) -> None:
        """Keep the workbook as a new file with a folder of its own; the file it was read from stays as it is.

        Raises:
            FileRefusedError: there is a file of that name already, or the disk refuses.
        """
        new = Path(path)
        self.home.book = new.resolve()
        self.home.begin()
        if self.read_property(RUN):
            self.write_property(RUN, "")
        after = self._marked()
        if not new.exists() and new.parent.is_dir():
            self.home.to_write()
            self.history.keep("")
        write_new(new, after)
        self.path, self._content, self.home.head = new, after, self.read_property(RUN)
        self.history.tidy()

    def _body(self, table: TableXml) -> Body:
        return Body(table.name, table.headers, self.book.values(table))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise FileRefusedError("no-file", file=path.name) from None
    except OSError as problem:
        raise FileRefusedError("book-unreadable", file=path.name, reason=why(problem)) from None
