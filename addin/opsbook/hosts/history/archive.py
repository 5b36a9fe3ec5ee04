"""Archived rows of a workbook: the interface of a history, independent of its storage.

A row lies under its key, as text, the day first. What is put or dropped counts at once for whoever reads, and is kept
in two steps around a save of the workbook: rows put before it, rows dropped after it. A process killed in between
leaves a row in both places, never in none; readers then let the workbook's row win.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

from opsbook.model.values import Value

Parts = tuple[str, ...]
Past = Mapping[Parts, Mapping[str, Value]]


class Store(Protocol):
    """Where rows of the past are kept."""

    def take_over(self, belongs: Callable[[str, str], bool]) -> None:
        """Begin with the rows that were kept under a former name.

        Args:
            belongs: whether rows of a table (its name) and a day (2026-11-12) are the workbook's own.
        """

    def read(self, table: str, days: Collection[float] | None) -> dict[Parts, Mapping[str, Value]]:
        """Rows of a table, oldest first; of some days only, where days (serial numbers) are named."""

    def newest(self, table: str) -> float | None:
        """The last day of a table (serial number), None without rows."""

    def holding(self, table: str, keys: Collection[Parts]) -> set[Parts]:
        """Those of some keys that a table has rows of."""

    def write(self, put: Mapping[str, Past], gone: Mapping[str, Collection[Parts]]) -> None:
        """Put rows in, take rows out; all of it or nothing."""


class History:
    """Archived rows of a workbook, including changes not yet saved.

    Args:
        store: where it is kept.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._put: dict[str, dict[Parts, Mapping[str, Value]]] = defaultdict(dict)
        self._gone: dict[str, set[Parts]] = defaultdict(set)

    def rows(self, table: str, days: Collection[float] | None = None) -> dict[Parts, Mapping[str, Value]]:
        """Rows of a table by key, cells by column id; blank cells are left out.

        Args:
            table: its name.
            days: serial numbers; None asks for every day.
        """
        found = self.store.read(table, days)
        wanted = None if days is None else set(days)
        found |= {parts: row for parts, row in self._put[table].items() if wanted is None or row["date"] in wanted}
        return {parts: row for parts, row in found.items() if parts not in self._gone[table]}

    def newest(self, table: str) -> float | None:
        """The last day a table has rows of (serial number), those just put among them; None without any."""
        days = [day for row in self._put[table].values() if isinstance(day := row["date"], int | float)]
        return max((*days, *(day for day in (self.store.newest(table),) if day is not None)), default=None)

    def holding(self, table: str, keys: Collection[Parts]) -> set[Parts]:
        """Those of some keys that lie in the history: cheaper than to read their rows."""
        known = self.store.holding(table, keys) - self._gone[table]
        return known | (self._put[table].keys() & set(keys))

    def put(self, table: str, rows: Past) -> None:
        """Lay rows away, cells as the workbook holds them; a row of the same key is replaced."""
        self._gone[table] -= rows.keys()
        self._put[table] |= {
            parts: {name: value for name, value in row.items() if value is not None} for parts, row in rows.items()
        }

    def drop(self, table: str, keys: Iterable[Parts]) -> None:
        """Delete archived rows that are in the workbook again."""
        for parts in keys:
            self._put[table].pop(parts, None)
            self._gone[table].add(parts)

    def keep(self) -> None:
        """Keep the rows put, before the workbook without them is saved.

        Raises:
            FileRefusedError: they cannot be kept; then the workbook must not be saved either.
        """
        put = {table: dict(rows) for table, rows in self._put.items() if rows}
        if put:
            self.store.write(put, {})
            self._put.clear()

    def tidy(self) -> None:
        """Take the dropped rows out, after the workbook that holds them was saved.

        Raises:
            FileRefusedError: they stay for now, which does no harm.
        """
        gone = {table: set(keys) for table, keys in self._gone.items() if keys}
        if gone:
            self.store.write({}, gone)
            self._gone.clear()


class MemoryStore:
    """Rows of the past in memory, for tests."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[Parts, Mapping[str, Value]]] = defaultdict(dict)

    def take_over(self, belongs: Callable[[str, str], bool]) -> None:
        """Nothing was kept before; see `Store`."""

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

    def write(self, put: Mapping[str, Past], gone: Mapping[str, Collection[Parts]]) -> None:
        """Put rows in, take rows out; see `Store`."""
        for table, rows in put.items():
            self.kept[table].update(rows)
        for table, keys in gone.items():
            for parts in keys:
                self.kept[table].pop(parts, None)
