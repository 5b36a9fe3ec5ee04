"""A fact table in memory: files upsert rows into it one after the other, then only cells that changed are written."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from opsbook.engine.history import past_rows
from opsbook.engine.imports.day_limits import unsettled_days
from opsbook.engine.imports.reports import FileReport
from opsbook.engine.workbook import Workbook
from opsbook.hosts.history.run import Origin, Parts
from opsbook.hosts.host import Key
from opsbook.hosts.matching import key_part, parts_of
from opsbook.model.issues import Where
from opsbook.model.schema import Table
from opsbook.model.values import Value, is_number

Row = dict[str, Value]
BLANK = (None, "")
NOWHERE = Where()
Moved = Mapping[str, tuple[Value, Value]]


def same(old: Value, new: Value) -> bool:
    """Whether two cells say the same; numbers within the noise of floats."""
    if isinstance(old, int | float) and isinstance(new, int | float) and is_number(old) and is_number(new):
        return abs(old - new) <= 1e-9 * max(1.0, abs(new))
    return (old if old is not None else "") == (new if new is not None else "")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row.

    Args:
        key: which row.
        fresh: it had no figures before.
        moved: cells that differ from before, with old and new value.
        by: by changed cell, the file that had the last word.
        files: every file that named the row, in the order of the import.
    """

    key: Key
    fresh: bool
    moved: Moved
    by: Mapping[str, FileReport]
    files: tuple[FileReport, ...]


@dataclass(slots=True)
class _Upserts:
    """One row that files upserted: its cells before the first file, and which file wrote which cell."""

    before: Row
    by: dict[str, FileReport] = field(default_factory=dict)
    files: list[FileReport] = field(default_factory=list)
    where: dict[FileReport, Where] = field(default_factory=dict)


@dataclass(slots=True)
class Ledger:
    """The rows of a fact table by key.

    Args:
        schema: the table.
        rows: cells by column id, after the files upserted so far.
        standing: keys of the workbook's rows, as text.
        past: keys of rows that lie in its history only, as text.
        twice: keys of rows that lie in both, as text: a save was cut short, or a backup was put back.
        others: by day, keys of the workbook's rows that are sums of a day's rest; they are none of the rows.
        unsettled: days on which more or fewer rows stand in the workbook than should.
    """

    schema: Table
    rows: dict[Key, Row]
    standing: frozenset[Parts] = frozenset()
    past: frozenset[Parts] = frozenset()
    twice: frozenset[Parts] = frozenset()
    others: Mapping[Value, Key] = field(default_factory=dict)
    unsettled: frozenset[float] = frozenset()
    _upserts: dict[Key, _Upserts] = field(default_factory=dict)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.schema.name

    @property
    def key(self) -> tuple[str, ...]:
        """Ids of the key columns."""
        return self.schema.key

    def stands(self, key: Key) -> bool:
        """Whether a row is in the workbook."""
        return parts_of(key) in self.standing

    def upsert(
        self,
        fact: Mapping[str, Value],
        file: FileReport,
        *,
        where: Where = NOWHERE,
        named: bool = True,
        blanks: bool = False,
    ) -> None:
        """Upsert one row; blank cells of the file leave the cell as it is.

        Args:
            fact: cells by column id.
            file: where they come from.
            where: the row of the file.
            blanks: only what is blank so far is filled: a newer export was upserted before.
            named: the row is in the file; False where it is calculated from other rows of the file.
        """
        key = row_key(self.schema, fact)
        row = self.rows.setdefault(key, dict(zip(self.key, key, strict=True)))
        upserts = self._upserts.setdefault(key, _Upserts(dict(row)))
        if named and file not in upserts.files:
            upserts.files.append(file)
        if where.row or file not in upserts.where:
            upserts.where[file] = where
        for name, value in fact.items():
            if value is not None and name not in self.key and not (blanks and row.get(name) not in BLANK):
                upserts.by[name] = file
                if not same(row.get(name), value):
                    row[name] = value

    def former(self) -> Mapping[Key, Row]:
        """The rows as they stood before the first file; new ones hold their key alone."""
        return {key: self._upserts[key].before if key in self._upserts else row for key, row in self.rows.items()}

    def last_files(self) -> Mapping[Value, FileReport]:
        """The last file that named a row, by day, for the days that files upserted."""
        return {key[0]: upserts.files[-1] for key, upserts in self._upserts.items() if upserts.files}

    def outcomes(self) -> Iterator[Outcome]:
        """Compare every upserted row with its cells before the first file."""
        for key, upserts in self._upserts.items():
            row = self.rows[key]
            moved = {
                name: (upserts.before.get(name), row.get(name))
                for name in upserts.by
                if not same(upserts.before.get(name), row.get(name))
            }
            yield Outcome(
                key,
                self._is_fresh(key, upserts),
                moved,
                {name: upserts.by[name] for name in moved},
                tuple(upserts.files),
            )

    def _is_fresh(self, key: Key, upserts: _Upserts) -> bool:
        """Whether a row is new, or one of the calendar's days without figures so far."""
        if self.schema.fixed:
            return not any(is_number(upserts.before.get(name)) for name in upserts.by)
        parts = parts_of(key)
        return parts not in self.standing and parts not in self.past

    def origins(self) -> Mapping[Parts, Mapping[str, Origin]]:
        """Where the cells that differ from before came from, by row and column; those a person entered came from no file."""
        return {
            parts_of(one.key): {name: self._origin(one.key, file) for name, file in one.by.items() if file.sha256}
            for one in self.outcomes()
            if one.by
        }

    def _origin(self, key: Key, file: FileReport) -> Origin:
        where = self._upserts[key].where[file]
        return Origin(file.id, where.sheet, where.row or 0)

    def fresh(self) -> Iterator[Row]:
        """The upserted rows that did not exist before the import."""
        return (self.rows[key] for key, upserts in self._upserts.items() if self._is_fresh(key, upserts))

    def changed(self) -> dict[Key, Mapping[str, Value]]:
        """The cells that differ from before, with those of the key, by row."""
        return {
            one.key: {
                **dict(zip(self.key, one.key, strict=True)),
                **{name: new for name, (_, new) in one.moved.items()},
            }
            for one in self.outcomes()
            if one.moved
        }


def _plain(value: Value) -> Value:
    if value is None:
        return ""
    return float(value) if isinstance(value, int | float) and is_number(value) else value


def row_key(table: Table, row: Mapping[str, Value]) -> Key:
    """What names a row: its day, then texts, whatever Excel has made of an id."""
    day, *others = table.key
    return (_plain(row.get(day)), *(key_part(row.get(name)) for name in others))


def read_ledger(workbook: Workbook, table: str, days: Collection[float] = ()) -> Ledger:
    """The table as it stands in the workbook, placeholder rows left out; days that files tell of with their history."""
    schema = workbook.catalog.tables[table]
    names = [column.id for column in schema.columns]
    cells = workbook.columns(table)
    day, *others = schema.key
    keys = zip(map(_plain, cells[day]), *(map(key_part, cells[name]) for name in others), strict=True)
    standing_rows = zip(keys, zip(*(cells[name] for name in names), strict=True), strict=True)
    rows: dict[Key, Row] = {key: dict(zip(names, row, strict=True)) for key, row in standing_rows if key[0] != ""}
    sums = {key[0]: key for key in rows if schema.is_others(key[-1])}
    rows = {key: row for key, row in rows.items() if sums.get(key[0]) != key} if sums else rows
    standing = frozenset(map(parts_of, rows))
    unsettled = unsettled_days(workbook, table, rows, sums)
    wanted = {*days, *unsettled}
    if schema.foremost is None:  # the history holds whole days, and few of those that stand here
        wanted |= {float(key[0]) for key in rows if isinstance(key[0], int | float)}
    past = past_rows(workbook, table, wanted)
    for parts, gone in past.items():
        if parts not in standing:
            rows[row_key(schema, gone)] = dict(gone)
    twice = workbook.host.history.holding(table, standing) if schema.foremost else standing & past.keys()
    return Ledger(schema, rows, standing, frozenset(past.keys() - standing), frozenset(twice), sums, unsettled)


def in_order(rows: Mapping[Key, Mapping[str, Value]]) -> Iterable[Mapping[str, Value]]:
    """Rows by key, so that new ones stand in order at the end."""
    return [rows[key] for key in sorted(rows, key=_order)]


def _order(key: Key) -> tuple[tuple[bool, float, str], ...]:
    return tuple(
        (isinstance(part, str), 0.0 if isinstance(part, str) or part is None else float(part), str(part))
        for part in key
    )
