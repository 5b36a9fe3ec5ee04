"""Rows of the past in a SQLite file beside the workbook.

One table holds them all and is easy to query with any SQLite tool:

    select day, cells ->> '$.gmv' from past where name = 'ItemDay' and day >= '2026-11-01'

Its journal is the plain one that goes with the transaction (no WAL): the file can be copied or carried along as it is.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from opsbook.hosts.files.former_folder import HISTORY, Belongs, begin_anew, own_folder, take_over
from opsbook.hosts.history.archive import Parts, Past
from opsbook.model.errors import FileRefusedError
from opsbook.model.values import Value, from_serial

if TYPE_CHECKING:
    import sqlite3

SCHEMA = """
create table past (
  name text not null,  -- the workbook's table, such as ItemDay
  key text not null,   -- JSON list of the key as text, the day's serial number first
  day text not null,   -- the day as 2026-11-12
  cells text not null, -- JSON object: cell by column id, blank ones left out
  primary key (name, key)
) without rowid;
create index past_day on past (name, day);
"""
VERSION = 1
WAIT_SECONDS = 1.0  # for another program that reads the file
DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}
TAKEN = {"SQLITE_BUSY", "SQLITE_LOCKED"}


class HistoryFile:
    """The history of a workbook on disk; the file is made with its first row.

    Args:
        path: where it lies.
        book: the workbook it belongs to.
    """

    def __init__(self, path: Path, book: Path | None = None) -> None:
        self.path, self._book = path, book

    def take_over(self, belongs: Belongs) -> None:
        """Begin with the rows kept under a former name; see `Store`.

        Raises:
            FileRefusedError: they cannot be copied.
        """
        if self._book is not None:
            take_over(self._book, belongs)

    def begin_anew(self) -> None:
        """Never take over what an earlier workbook kept under a former name."""
        if self._book is not None:
            begin_anew(self._book)

    def read(self, table: str, days: Collection[float] | None) -> dict[Parts, Mapping[str, Value]]:
        """Rows of a table; see `Store`.

        Raises:
            FileRefusedError: the file is damaged, in use, or of a newer version.
        """
        if not self.path.exists() or (days is not None and not days):
            return {}
        text, given = "select key, cells from past where name = ?", [table]
        if days is not None:
            wanted = sorted({_day(day) for day in days})
            text, given = f"{text} and day in ({', '.join('?' * len(wanted))})", [table, *wanted]
        with self._opened() as base:
            found = base.execute(f"{text} order by day, key", given).fetchall()
        return {tuple(json.loads(key)): json.loads(cells, parse_int=float) for key, cells in found}

    def newest(self, table: str) -> float | None:
        """The last day of a table; see `Store`.

        Raises:
            FileRefusedError: the file is damaged, in use, or of a newer version.
        """
        if not self.path.exists():
            return None
        with self._opened() as base:
            last = "select key from past where name = ? order by day desc limit 1"
            found = base.execute(last, (table,)).fetchone()
        return float(json.loads(found[0])[0]) if found else None

    def holding(self, table: str, keys: Collection[Parts]) -> set[Parts]:
        """Keys that are there; see `Store`.

        Raises:
            FileRefusedError: the file is damaged, in use, or of a newer version.
        """
        if not self.path.exists():
            return set()
        with self._opened() as base:
            asked = "select 1 from past where name = ? and key = ?"
            return {parts for parts in keys if base.execute(asked, (table, _json(parts))).fetchone()}

    def write(self, put: Mapping[str, Past], gone: Mapping[str, Collection[Parts]]) -> None:
        """Put rows in, take rows out in one transaction; see `Store`.

        Raises:
            FileRefusedError: the file is damaged, in use, of a newer version, or the disk refuses; nothing was written.
        """
        if not put and not self.path.exists():
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        rows = [
            (table, _json(parts), _day(float(parts[0])), _json(_plain(row)))
            for table, past in put.items()
            for parts, row in past.items()
        ]
        with self._opened() as base, base:
            base.executemany("insert or replace into past (name, key, day, cells) values (?, ?, ?, ?)", rows)
            keys = [(table, _json(parts)) for table, all_gone in gone.items() for parts in all_gone]
            base.executemany("delete from past where name = ? and key = ?", keys)

    @contextmanager
    def _opened(self) -> "Iterator[sqlite3.Connection]":
        """Open the file with its schema in place; SQLite errors become errors of OpsBook."""
        import sqlite3  # noqa: PLC0415 - most books have no past yet

        try:
            with closing(sqlite3.connect(self.path, timeout=WAIT_SECONDS)) as base:
                self._know(base)
                yield base
        except sqlite3.Error as problem:
            raise self._refused(getattr(problem, "sqlite_errorname", ""), problem) from None

    def _know(self, base: "sqlite3.Connection") -> None:
        (version,) = base.execute("pragma user_version").fetchone()
        if version > VERSION:
            raise FileRefusedError("history-newer", file=self.path)
        if version < VERSION:
            base.executescript(f"begin; {SCHEMA} pragma user_version = {VERSION}; commit;")

    def _refused(self, name: str, problem: Exception) -> FileRefusedError:
        if any(name.startswith(code) for code in DAMAGED):
            return FileRefusedError("history-damaged", file=self.path)
        if any(name.startswith(code) for code in TAKEN):
            return FileRefusedError("history-busy", file=self.path)
        return FileRefusedError("history-refused", file=self.path, reason=str(problem))


def history_of(book: Path) -> HistoryFile:
    """The history of a workbook: like its backups it belongs to the file's name, and moves only when it is moved along."""
    resolved = book.resolve()
    return HistoryFile(own_folder(resolved) / HISTORY, resolved)


def set_aside(history: HistoryFile) -> HistoryFile:
    """Rename what a workbook of the same name has left behind: a new one begins without a past, and takes none over."""
    history.begin_anew()
    if history.path.exists():
        moment = datetime.now(tz=UTC).astimezone().strftime("%Y%m%d-%H%M%S-%f")
        history.path.rename(history.path.with_name(f"history-{moment}.sqlite"))
    return history


def _day(number: float) -> str:
    return from_serial(number).isoformat()


def _plain(row: Mapping[str, Value]) -> dict[str, Value]:
    """Whole numbers as such, the way people write them into a query."""
    return {
        name: int(value) if isinstance(value, float) and value.is_integer() else value for name, value in row.items()
    }


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, which no UTF-8 text can hold
        return json.dumps(value, separators=(",", ":"))
    return text
