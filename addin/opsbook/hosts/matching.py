"""Finding rows by key and deciding which cells change; the same for every host."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from opsbook.hosts.host import Change, Key, Upserted
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import Value, is_number
from opsbook.ooxml.xml_text import shortened


@dataclass(frozen=True, slots=True)
class Body:
    """A table's body while it is matched.

    Args:
        table: name of the table.
        headers: left to right.
        rows: values, in sheet order.
    """

    table: str
    headers: tuple[str, ...]
    rows: Sequence[Sequence[Value]]

    def column(self, header: str) -> int:
        """Position of a header, counted from 0."""
        if header not in self.headers:
            raise WorkbookBrokenError("missing-header", table=self.table, header=header, found=tuple(self.headers))
        return self.headers.index(header)


@dataclass(frozen=True, slots=True)
class Upsert:
    """What an upsert will do.

    Args:
        cells: new values by (row index, column index), counted from 0; indices past the body are new rows; None is blank.
        height: rows of the body afterwards.
        report: what the caller hears.
        filled: indices of placeholders that become rows.
    """

    cells: Mapping[tuple[int, int], Value]
    height: int
    report: Upserted
    filled: frozenset[int] = frozenset()


def key_part(value: Value) -> str:
    """A key value as text, so that 123 and '123' are the same key.

    >>> key_part(123.0) == key_part("123")
    True
    """
    if type(value) is str:
        return value
    if value is None:
        return ""
    if is_number(value):
        number = float(value)
        return str(int(number)) if number.is_integer() else repr(number)
    return str(value)


def parts_of(key: Iterable[Value]) -> tuple[str, ...]:
    """A whole key as text.

    >>> parts_of((46338.0, "600000000001")) == parts_of((46338, 600000000001.0))
    True
    """
    return tuple(map(key_part, key))


def same_value(one: Value, other: Value) -> bool:
    """Whether two cell values are the same: numbers to a billionth, texts exactly."""
    if type(one) is type(other) and one == other:
        return True
    if is_number(one) and is_number(other):
        return math.isclose(float(one or 0), float(other or 0), rel_tol=1e-9)
    return False


def stored_value(value: Value) -> Value:
    """What a cell holds after a value was written into it: an empty text makes it blank."""
    if isinstance(value, str):
        return shortened(value) or None
    return float(value) if is_number(value) and value is not None else value


def index_by_key(body: Body, key: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Row index by key; the first of equal keys counts, rows without a key are left out."""
    columns = [body.column(header) for header in key]
    cells = (map(key_part, [row[column] for row in body.rows]) for column in columns)
    found: dict[tuple[str, ...], int] = {}
    for position, parts in enumerate(zip(*cells, strict=True)):
        if any(parts):
            found.setdefault(parts, position)
    return found


def rows_of(body: Body, key: Sequence[str], keys: Iterable[Key]) -> set[int]:
    """Indices of all rows that carry one of the keys."""
    columns = [body.column(header) for header in key]
    wanted = set(map(parts_of, keys))
    return {at for at, row in enumerate(body.rows) if parts_of(row[column] for column in columns) in wanted}


def plan_upsert(
    body: Body, key: Sequence[str], rows: Iterable[Mapping[str, Value]], is_free: Callable[[int], bool]
) -> Upsert:
    """Decide which cells change.

    Args:
        body: the table before the change.
        key: headers that together name a row.
        rows: values by header; None leaves a cell as it is, "" makes it blank.
        is_free: whether a row, by its index, holds nothing typed; with a blank key it is a placeholder to fill first.

    Returns:
        The cells to write and what to report.

    Raises:
        WorkbookBrokenError: a header is missing.
    """
    matcher = _Matcher(body, key, is_free)
    for row in rows:
        matcher.take(row)
    return matcher.plan()


def _keyless(body: Body, key: Sequence[str]) -> Iterator[int]:
    """Indices of rows whose key is blank."""
    columns = [body.column(header) for header in key]
    return (at for at, row in enumerate(body.rows) if all(row[column] is None for column in columns))


class _Matcher:
    """Rows taken one after the other; a later row sees what an earlier one wrote."""

    def __init__(self, body: Body, key: Sequence[str], is_free: Callable[[int], bool]) -> None:
        self._body, self._key = body, key
        self._index = index_by_key(body, key)
        self._free = [at for at in _keyless(body, key) if is_free(at)]
        self._height = len(body.rows)
        self._filled: set[int] = set()
        self._cells: dict[tuple[int, int], Value] = {}
        self._columns: dict[str, int] = {}
        self._changes: list[Change] = []
        self._added = self._updated = self._unchanged = 0

    def take(self, row: Mapping[str, Value]) -> None:
        key = tuple(row.get(header) for header in self._key)
        parts = parts_of(key)
        if not any(parts):
            message = f"a row for {self._body.table} has no value in {', '.join(self._key)}"
            raise ValueError(message)
        at = self._index.get(parts)
        if at is None:
            self._add(row, parts)
        else:
            self._change(row, key, at)

    def _add(self, row: Mapping[str, Value], parts: tuple[str, ...]) -> None:
        at = self._free.pop(0) if self._free else self._height
        if at < len(self._body.rows):
            self._filled.add(at)
        self._height = max(self._height, at + 1)
        self._index[parts] = at
        for header, value in row.items():
            column = self._column(header)
            if value is not None:
                self._cells[at, column] = stored_value(value)
        self._added += 1

    def _change(self, row: Mapping[str, Value], key: Key, at: int) -> None:
        before = len(self._changes)
        for header, value in row.items():
            column = self._column(header)
            if value is None or header in self._key:
                continue
            old, new = self._value(at, column), stored_value(value)
            if not same_value(old, new):
                self._cells[at, column] = new
                self._changes.append(Change(key, header, old, new))
        if len(self._changes) > before:
            self._updated += 1
        else:
            self._unchanged += 1

    def _column(self, header: str) -> int:
        if header not in self._columns:
            self._columns[header] = self._body.column(header)
        return self._columns[header]

    def _value(self, at: int, column: int) -> Value:
        if (at, column) in self._cells or at >= len(self._body.rows):
            return self._cells.get((at, column))
        return self._body.rows[at][column]

    def plan(self) -> Upsert:
        report = Upserted(self._added, self._updated, self._unchanged, tuple(self._changes))
        return Upsert(self._cells, self._height, report, frozenset(self._filled))
