"""Take back what a run did to the rows of one table."""

from collections import Counter
from collections.abc import Mapping, Sequence

from opsbook.engine.imports.ledger import same
from opsbook.engine.runs.changed_rows import own_columns, rows_by_key
from opsbook.engine.runs.undone import KeptCell, Undone
from opsbook.engine.workbook import Workbook
from opsbook.hosts.history.run import Parts, RowChange, What
from opsbook.hosts.matching import parts_of
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import Value


class TableRowsBack:
    """One table while a run's changes to it are taken back."""

    def __init__(self, workbook: Workbook, table: str, done: Undone) -> None:
        self._workbook, self._table, self._done = workbook, table, done
        self._body = workbook.host.read_table(table)
        self._rows = rows_by_key(workbook, table, self._body)
        self._columns = own_columns(workbook, table, self._body.headers)
        self._key = [workbook.header(table, name) for name in workbook.catalog.tables[table].key]

    def take_back(self, changes: Sequence[RowChange]) -> None:
        """Take back what a run did here, as far as nobody changed it since."""
        writes: dict[Parts, dict[str, Value]] = {}
        gone: list[Parts] = []
        typed = self._typed()
        for change in changes:
            if change.what is What.DROPPED:
                self._return(change, writes)
            elif change.key in self._rows:
                cells = self._cells(change)
                if change.what is What.ADDED and not self._is_touched(change, typed):
                    gone.append(change.key)
                    continue
                if change.what is What.ADDED:
                    self._done.kept.append(KeptCell(self._table, change.key, ""))
                if cells:
                    writes[change.key] = cells
                    self._done.cells += len(cells)
        self._write(writes)
        self._drop(gone)

    def _cells(self, change: RowChange) -> dict[str, Value]:
        """Cells that still hold what the run wrote, with what they held before; others are kept and told."""
        found: dict[str, Value] = {}
        key = self._workbook.catalog.tables[self._table].key
        for column, wrote in change.after.items():
            if column not in self._columns or column in key:
                continue
            holds, was = self._rows[change.key].get(column), change.before.get(column)
            if same(wrote, holds):
                found[column] = "" if was is None else was
            elif not same(was, holds):
                self._done.kept.append(KeptCell(self._table, change.key, column, wrote, holds))
        return found

    def _is_touched(self, change: RowChange, typed: frozenset[Parts]) -> bool:
        """Whether somebody typed into a row that the run added: into a cell it left blank, or into a column of their own."""
        row = self._rows[change.key]
        return change.key in typed or any(not same(change.after.get(name), value) for name, value in row.items())

    def _typed(self) -> frozenset[Parts]:
        """Rows with something in a column that commands do not write, and rows whose key stands there twice."""
        own = [header for at, header in enumerate(self._body.headers) if at not in set(self._columns.values())]
        at = [self._body.headers.index(header) for header in self._key]
        keys = [parts_of(row[place] for place in at) for row in self._body.rows]
        typed = self._workbook.host.own_cells(self._table, own) if own else ()
        return frozenset(keys[row] for row in typed) | {key for key, count in Counter(keys).items() if count > 1}

    def _return(self, change: RowChange, writes: dict[Parts, dict[str, Value]]) -> None:
        """A row that the run took out comes back; of one that somebody typed anew, only the blank cells are filled."""
        standing = self._rows.get(change.key, {})
        cells = {name: value for name, value in change.before.items() if name in self._columns}
        writes[change.key] = {name: value for name, value in cells.items() if standing.get(name) is None}
        self._done.returned += not standing

    def _write(self, writes: Mapping[Parts, Mapping[str, Value]]) -> None:
        headers = {name: self._body.headers[at] for name, at in self._columns.items()}
        key = self._workbook.catalog.tables[self._table].key
        rows = []
        for parts, cells in writes.items():
            row = self._rows.get(parts, cells)
            named = {header: row[name] for header, name in zip(self._key, key, strict=True)}
            rows.append({**named, **{headers[name]: value for name, value in cells.items()}})
        if rows:
            self._workbook.host.upsert_rows(self._table, self._key, rows)

    def _drop(self, gone: Sequence[Parts]) -> None:
        if not gone:
            return
        try:
            self._workbook.host.drop_rows(self._table, gone, self._key)
            self._done.added += len(gone)
        except WorkbookBrokenError as problem:
            if problem.code != "cells-pinned":
                raise
            self._done.kept += [KeptCell(self._table, parts, "") for parts in gone]
