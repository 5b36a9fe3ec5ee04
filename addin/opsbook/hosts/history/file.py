"""Rows of the past and the record of runs in a SQLite file beside the workbook.

One table holds the rows and is easy to query with any SQLite tool:

    select day, cells ->> '$.gmv' from past where name = 'ItemDay' and day >= '2026-11-01'

Its journal is the plain one that goes with the transaction (no WAL): the file can be copied or carried along as it is.
Reading never writes: a file of an earlier version, or one whose rows are those of another state of the workbook, is read
through a copy in memory until a command that writes settles it.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeGuard

from opsbook.hosts.history import runs
from opsbook.hosts.history.archive import Gone, Laid
from opsbook.hosts.history.run import Parts, PastRow, PastRun, RowChange, Run
from opsbook.hosts.history.schema import VERSION, bring_up_to_date, version_of
from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import why
from opsbook.model.values import Value, from_serial

if TYPE_CHECKING:
    import sqlite3

WAIT_SECONDS = 1.0  # for another program that reads the file
DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}
TAKEN = {"SQLITE_BUSY", "SQLITE_LOCKED"}
HISTORY = "history.sqlite"
Belongs = Callable[[str, str], bool]


class Place(Protocol):
    """Where a workbook's history lies.

    Args:
        head: the last run that the workbook names; empty where it names none.
        belongs: whether rows of a table and a day are the workbook's own.
    """

    head: str
    belongs: Belongs | None

    def to_read(self) -> Path | None:
        """The folder to read from; None where there is none."""

    def to_write(self) -> Path:
        """The workbook's own folder, made by now.

        Raises:
            OSError: it cannot be made.
        """

    @property
    def shared(self) -> bool:
        """Whether rows of another workbook lie in the folder as well."""


class HistoryFile:
    """The history of a workbook on disk; the file is made with its first row or run.

    Args:
        place: where it lies.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._settled: sqlite3.Connection | None = None

    @property
    def path(self) -> Path | None:
        """The file that is read; None where there is none."""
        folder = self._place.to_read()
        path = None if folder is None else folder / HISTORY
        return path if path is not None and path.exists() else None

    def belonging(self, belongs: Belongs) -> None:
        """Be told which rows are the workbook's own; see `Store`.

        Raises:
            FileRefusedError: two folders claim the workbook.
        """
        self._place.belongs = belongs
        self._place.to_read()

    def read(self, table: str, days: Collection[float] | None) -> dict[Parts, Mapping[str, Value]]:
        """Rows of a table; see `Store`.

        Raises:
            FileRefusedError: the file is damaged, in use, or of a newer version.
        """
        if days is not None and not days:
            return {}
        text, given = "select key, day, cells from past where name = ?", [table]
        if days is not None:
            wanted = sorted({_day(day) for day in days})
            text, given = f"{text} and day in ({', '.join('?' * len(wanted))})", [table, *wanted]
        with self._reading() as base:
            found = base.execute(f"{text} order by day, key", given).fetchall() if base else ()
        belongs = self._place.belongs if self._place.shared else None
        own = {day: belongs is None or belongs(table, day) for day in {day for _, day, _ in found}}
        return {tuple(json.loads(key)): json.loads(cells, parse_int=float) for key, day, cells in found if own[day]}

    def newest(self, table: str) -> float | None:
        """The last day of a table; see `Store`.

        Raises:
            FileRefusedError: the file is damaged, in use, or of a newer version.
        """
        if self._place.shared:
            return max((float(parts[0]) for parts in self.read(table, None)), default=None)
        with self._reading() as base:
            last = "select key from past where name = ? order by day desc limit 1"
            found = base.execute(last, (table,)).fetchone() if base else None
        return float(json.loads(found[0])[0]) if found else None

    def holding(self, table: str, keys: Collection[Parts]) -> set[Parts]:
        """Keys that are there; see `Store`.

        Raises:
            FileRefusedError: the file is damaged, in use, or of a newer version.
        """
        if self._place.shared:
            return set(keys) & self.read(table, {float(parts[0]) for parts in keys}).keys()
        with self._reading() as base:
            asked = "select 1 from past where name = ? and key = ?"
            return {parts for parts in keys if base and base.execute(asked, (table, runs.as_json(parts))).fetchone()}

    def write(self, put: Laid, gone: Gone, run: str) -> None:
        """Put rows in, take rows out in one transaction; see `Store`.

        Raises:
            FileRefusedError: the file is damaged, in use, of a newer version, or the disk refuses; nothing was written.
        """
        if not put and self.path is None:
            return
        with self._writing() as base:
            self._lay(base, put, run)
            self._take_out(base, gone, run)

    def record(self, run: Run, put: Laid, gone: Gone, before: str | None = None) -> bool:
        """Record a run, put its rows in and take others out, in one transaction; see `Store`.

        Raises:
            FileRefusedError: the file is damaged, in use, of a newer version, or the disk refuses; nothing was written.
        """
        with self._writing() as base:
            told = runs.is_known(base, self._place.head)
            head = self._place.head if before is None else before
            if told and (before is not None or runs.is_behind(base, head)):
                runs.settle(base, head)
            parent = runs.newest_run(base) if told or before is None else before
            # A workbook that names no run could not tell that its restore was cut short: its rows follow once it names this one.
            runs.add_run(base, run, parent, applied=told or before is None)
            self._lay(base, put, run.id)
            self._take_out(base, gone if told else {}, run.id)
        return told

    @staticmethod
    def _take_out(base: "sqlite3.Connection", gone: Gone, run: str) -> None:
        for table, keys in gone.items():
            for parts in keys:
                key = runs.as_json(parts)
                if run:
                    runs.keep_former(base, run, table, key, _day(float(parts[0])))
                base.execute("delete from past where name = ? and key = ?", (table, key))

    @staticmethod
    def _lay(base: "sqlite3.Connection", put: Laid, run: str) -> None:
        for table, rows in put.items():
            for parts, row in rows.items():
                key, day = runs.as_json(parts), _day(float(parts[0]))
                if run:
                    runs.keep_former(base, run, table, key, day)
                if row.run == run and row.origin is None:
                    row = PastRow(row.cells, run, runs.origin_known(base, table, key))  # noqa: PLW2901
                runs.put_row(base, table, key, day, row)

    def runs(self) -> Sequence[PastRun]:
        """Every run of the record; see `Store`."""
        with self._reading() as base:
            return runs.read_runs(base, self._place.head) if _has_runs(base) else ()

    def changes(self, run: str) -> Sequence[RowChange]:
        """What a run changed; see `Store`."""
        with self._reading() as base:
            return tuple(runs.read_changes(base, run)) if _has_runs(base) else ()

    def former(self, run: str) -> Mapping[str, Mapping[Parts, PastRow | None]]:
        """Archived rows as they were before a run; see `Store`."""
        with self._reading() as base:
            return runs.read_former(base, run) if _has_runs(base) else {}

    @contextmanager
    def _reading(self) -> "Iterator[sqlite3.Connection | None]":
        """The file as the workbook stands to it; None where there is none, or nothing in it yet."""
        path = self.path
        if self._settled is not None or path is None:
            yield self._settled
            return
        with self._opened(path) as base:
            if not version_of(base):  # killed after it was made and before its tables were: nothing was kept yet
                yield None
            elif _has_runs(base) and runs.is_behind(base, self._place.head):
                self._settled = _copied(base)
                runs.settle(self._settled, self._place.head)
                yield self._settled
            else:
                yield base

    @contextmanager
    def _writing(self) -> "Iterator[sqlite3.Connection]":
        try:
            path = self._place.to_write() / HISTORY
        except OSError as problem:
            raise FileRefusedError("history-refused", file=HISTORY, reason=why(problem)) from None
        if self._settled is not None:
            self._settled.close()
            self._settled = None
        with self._opened(path) as base:
            bring_up_to_date(base)
            with base:
                yield base

    @contextmanager
    def _opened(self, path: Path) -> "Iterator[sqlite3.Connection]":
        """Open the file; SQLite errors become errors of OpsBook."""
        import sqlite3  # noqa: PLC0415 - not every command looks back

        try:
            with closing(sqlite3.connect(path, timeout=WAIT_SECONDS)) as base:
                if version_of(base) > VERSION:
                    raise FileRefusedError("history-newer", file=path)
                yield base
        except sqlite3.Error as problem:
            raise _refused(path, getattr(problem, "sqlite_errorname", ""), problem) from None


def _has_runs(base: "sqlite3.Connection | None") -> "TypeGuard[sqlite3.Connection]":
    """Whether a file has a record of runs: those of the first version have none."""
    return base is not None and version_of(base) == VERSION


def _copied(base: "sqlite3.Connection") -> "sqlite3.Connection":
    import sqlite3  # noqa: PLC0415 - as above

    memory = sqlite3.connect(":memory:")
    base.backup(memory)
    return memory


def _refused(path: Path, name: str, problem: Exception) -> FileRefusedError:
    if any(name.startswith(code) for code in DAMAGED):
        return FileRefusedError("history-damaged", file=path)
    if any(name.startswith(code) for code in TAKEN):
        return FileRefusedError("history-busy", file=path)
    return FileRefusedError("history-refused", file=path, reason=str(problem))


def _day(number: float) -> str:
    return from_serial(number).isoformat()
