"""Archived rows of a workbook and the record of its runs: the interface of a history, independent of its storage.

A row lies under its key, as text, the day first. What is put or dropped counts at once for whoever reads, and is kept
before the workbook is replaced, together with the record of the run. A process killed in between leaves a run that the workbook
does not name: readers see the rows as they were before it. Where a workbook names no run at all, rows are dropped after the
save only: that leaves a row in both places, never in none; readers then let the workbook's row win.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Protocol

from opsbook.hosts.history.run import THIS, Cells, Origin, Parts, PastRow, PastRun, RowChange, Run
from opsbook.model.values import Value

Past = Mapping[Parts, Cells]
Origins = Mapping[Parts, Mapping[str, Origin]]
Laid = Mapping[str, Mapping[Parts, PastRow]]
Gone = Mapping[str, Collection[Parts]]


class Recorder(Protocol):
    """Watches what one run changes in a workbook."""

    id: str

    def run(self, backup: str, origins: Mapping[str, Origins]) -> Run:
        """The run, when the workbook is about to be saved.

        Args:
            backup: file name of the workbook as it is before.
            origins: by table, row and column, where figures came from.
        """

    def replaced(self, changes: Sequence[RowChange]) -> None:
        """Be told of formulas of ours that were written over what somebody had put there."""

    def next(self) -> "Recorder":
        """Watch the next run, from here on."""


class Store(Protocol):
    """Where rows of the past are kept."""

    def read(self, table: str, days: Collection[float] | None) -> dict[Parts, Mapping[str, Value]]:
        """Rows of a table, oldest first; of some days only, where days (serial numbers) are named."""

    def newest(self, table: str) -> float | None:
        """The last day of a table (serial number), None without rows."""

    def holding(self, table: str, keys: Collection[Parts]) -> set[Parts]:
        """Those of some keys that a table has rows of."""

    def write(self, put: Laid, gone: Gone, run: str) -> None:
        """Put rows in, take rows out, and keep what a run replaced so; all of it or nothing."""

    def record(self, run: Run, put: Laid, gone: Gone, before: str | None = None) -> bool:
        """Record a run, put its rows in and take others out, all of it or nothing.

        Args:
            run: the run.
            put: rows to put in, by table.
            gone: keys of rows to take out, by table.
            before: the run before it, where that is not the workbook's last one.

        Returns:
            Whether rows were taken out: only where a save that is cut short can be told by the run that the workbook names.
        """

    def belonging(self, belongs: Callable[[str, str], bool]) -> None:
        """Be told whether rows of a table (its name) and a day (2026-11-12) are the workbook's own, should it be asked."""

    def runs(self) -> Sequence[PastRun]:
        """Every run of the record, the oldest first."""

    def changes(self, run: str) -> Sequence[RowChange]:
        """What a run changed, row by row."""

    def former(self, run: str) -> Mapping[str, Mapping[Parts, PastRow | None]]:
        """Archived rows as they were before a run, by table; None where there was none."""


class History:
    """Archived rows of a workbook, including changes not yet saved.

    Args:
        store: where it is kept.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.recorder: Recorder | None = None
        self._put: dict[str, dict[Parts, PastRow]] = defaultdict(dict)
        self._gone: dict[str, set[Parts]] = defaultdict(set)
        self._origins: dict[str, Origins] = {}
        self._saved = ""

    def rows(self, table: str, days: Collection[float] | None = None) -> dict[Parts, Mapping[str, Value]]:
        """Rows of a table by key, cells by column id; blank cells are left out.

        Args:
            table: its name.
            days: serial numbers; None asks for every day.
        """
        found = self.store.read(table, days)
        wanted = None if days is None else set(days)
        put = {parts: row.cells for parts, row in self._put[table].items()}
        found |= {parts: row for parts, row in put.items() if wanted is None or row["date"] in wanted}
        return {parts: row for parts, row in found.items() if parts not in self._gone[table]}

    def newest(self, table: str) -> float | None:
        """The last day a table has rows of (serial number), those just put among them; None without any."""
        if self._gone[table]:  # the last day may be among them
            return max((float(parts[0]) for parts in self.rows(table)), default=None)
        days = [day for row in self._put[table].values() if isinstance(day := row.cells["date"], int | float)]
        return max((*days, *(day for day in (self.store.newest(table),) if day is not None)), default=None)

    def holding(self, table: str, keys: Collection[Parts]) -> set[Parts]:
        """Those of some keys that lie in the history: cheaper than to read their rows."""
        known = self.store.holding(table, keys) - self._gone[table]
        return known | (self._put[table].keys() & set(keys))

    def put(self, table: str, rows: Past) -> None:
        """Lay rows away, cells as the workbook holds them; a row of the same key is replaced."""
        self.put_back(table, {parts: PastRow(row, THIS) for parts, row in rows.items()})

    def put_back(self, table: str, rows: Mapping[Parts, PastRow]) -> None:
        """Lay rows away, those that an earlier run wrote as its own."""
        self._gone[table] -= rows.keys()
        self._put[table] |= {parts: PastRow(_told(row.cells), row.run, row.origin) for parts, row in rows.items()}

    def drop(self, table: str, keys: Iterable[Parts]) -> None:
        """Delete archived rows that are in the workbook again."""
        for parts in keys:
            self._put[table].pop(parts, None)
            self._gone[table].add(parts)

    def tell(self, table: str, origins: Origins) -> None:
        """Say where figures came from that are written into the workbook or laid away."""
        self._origins[table] = {**self._origins.get(table, {}), **origins}

    def keep(self, backup: str | None = None) -> None:
        """Keep the rows put, and the record of the run, before the workbook is saved.

        Args:
            backup: file name of the workbook as it was before; None where it stays as it is, which is no run.

        Raises:
            FileRefusedError: they cannot be kept; then the workbook must not be saved either.
        """
        if self.recorder is not None and backup is not None:
            self._saved = self.recorder.id
            if self.store.record(self.recorder.run(backup, self._origins), self._rows_put(), self._gone):
                self._gone.clear()
        elif any(self._put.values()):
            self.store.write(self._rows_put(), {}, "")
        self._put.clear()

    def _rows_put(self) -> dict[str, dict[Parts, PastRow]]:
        run = self.recorder.id if self.recorder is not None else ""
        return {
            table: {parts: self._written(table, parts, row, run) for parts, row in rows.items()}
            for table, rows in self._put.items()
            if rows
        }

    def _written(self, table: str, parts: Parts, row: PastRow, run: str) -> PastRow:
        if row.run != THIS:
            return row
        told = self._origins.get(table, {}).get(parts, {})
        return PastRow(row.cells, run, next(reversed(tuple(told.values())), None))

    def tidy(self) -> None:
        """Take the dropped rows out, after the workbook that holds them was saved; what follows is another run.

        Raises:
            FileRefusedError: they stay for now, which does no harm.
        """
        if self._saved and self.recorder is not None:
            self.recorder = self.recorder.next()
        gone = {table: set(keys) for table, keys in self._gone.items() if keys}
        if gone:
            self.store.write({}, gone, self._saved)
            self._gone.clear()


def _told(cells: Cells) -> dict[str, Value]:
    return {name: value for name, value in cells.items() if value is not None}


class MemoryStore:
    """Rows of the past in memory, for tests; it records no runs."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[Parts, Mapping[str, Value]]] = defaultdict(dict)

    def read(self, table: str, days: Collection[float] | None) -> dict[Parts, Mapping[str, Value]]:
        """Rows of a table; see `Store`."""
        rows = self.kept[table].items()
        chosen = ((parts, row) for parts, row in rows if days is None or row["date"] in days)
        return dict(sorted(chosen, key=lambda one: (float(one[0][0]), one[0])))

    def newest(self, table: str) -> float | None:
        """The last day of a table; see `Store`."""
        return max((float(parts[0]) for parts in self.kept[table]), default=None)

    def holding(self, table: str, keys: Collection[Parts]) -> set[Parts]:
        """Keys that are there; see `Store`."""
        return set(keys) & self.kept[table].keys()

    def write(self, put: Laid, gone: Gone, run: str) -> None:
        """Put rows in, take rows out; see `Store`."""
        del run
        for table, rows in put.items():
            self.kept[table].update({parts: row.cells for parts, row in rows.items()})
        for table, keys in gone.items():
            for parts in keys:
                self.kept[table].pop(parts, None)

    def record(self, run: Run, put: Laid, gone: Gone, before: str | None = None) -> bool:
        """Put rows in; see `Store`."""
        del before, gone
        self.write(put, {}, run.id)
        return False

    def belonging(self, belongs: Callable[[str, str], bool]) -> None:
        """Every row is the workbook's own; see `Store`."""

    def runs(self) -> Sequence[PastRun]:
        """There are none; see `Store`."""
        return ()

    def changes(self, run: str) -> Sequence[RowChange]:
        """There are none; see `Store`."""
        del run
        return ()

    def former(self, run: str) -> Mapping[str, Mapping[Parts, PastRow | None]]:
        """There are none; see `Store`."""
        del run
        return {}
