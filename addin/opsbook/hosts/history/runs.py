"""Runs in the history file: their record, and archived rows that follow the workbook back and forth.

A workbook names the last run that wrote it, every run the one before it: that chain is what the workbook went through. A run
whose save was cut short is in no chain, nor are those that an older version of the file, put back, knows nothing of. Each run
keeps the archived rows it replaced. `settle` exchanges them for those it wrote, newest run first, where it is not in the
chain; the same exchange in the other order brings them forth again, so nothing is lost on the way.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from opsbook.hosts.history.run import Kind, Origin, Parts, PastRow, PastRun, RowChange, Run, What
from opsbook.model.values import Value

if TYPE_CHECKING:
    import sqlite3

_PUT = "insert or replace into past (name, key, day, cells, run, file, sheet, row) values (?, ?, ?, ?, ?, ?, ?, ?)"
_HELD = "select day, cells, run, file, sheet, row from past where name = ? and key = ?"


def as_json(value: object) -> str:
    """Compact JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, which no UTF-8 text can hold
        return json.dumps(value, separators=(",", ":"))
    return text


def plain(row: Mapping[str, Value]) -> dict[str, Value]:
    """Whole numbers as such, the way people write them into a query."""
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def newest_run(base: "sqlite3.Connection") -> str:
    """The last run whose archived rows are there; empty without any."""
    found = base.execute("select id from run where applied = 1 order by number desc limit 1").fetchone()
    return str(found[0]) if found else ""


def is_behind(base: "sqlite3.Connection", head: str) -> bool:
    """Whether archived rows are those of another state than the workbook's.

    Args:
        base: the history file.
        head: the run the workbook names; one the file does not know says nothing.
    """
    return is_known(base, head) and newest_run(base) != head


def is_known(base: "sqlite3.Connection", run: str) -> bool:
    """Whether a run is in the record."""
    return base.execute("select 1 from run where id = ?", (run,)).fetchone() is not None


def chain(base: "sqlite3.Connection", head: str) -> list[str]:
    """The runs a workbook went through, the last one first."""
    parents = dict(base.execute("select id, parent from run").fetchall())
    found: list[str] = []
    while head in parents:
        found.append(head)
        head = parents.pop(head)
    return found


def settle(base: "sqlite3.Connection", head: str) -> None:
    """Make archived rows those of a workbook that names a run; empty for the time before all runs."""
    inside = chain(base, head)
    there = [one for (one,) in base.execute("select id from run where applied = 1 order by number desc")]
    for run in (one for one in there if one not in set(inside)):
        _exchange(base, run, 0)
    for run in (one for one in reversed(inside) if one not in set(there)):
        _exchange(base, run, 1)


def _exchange(base: "sqlite3.Connection", run: str, applied: int) -> None:
    rows = base.execute("select name, key, day, cells, wrote, file, sheet, row from former where run = ?", (run,))
    for name, key, *row in rows.fetchall():
        keep_former(base, run, name, key, row[0])
        if row[1] is None:
            base.execute("delete from past where name = ? and key = ?", (name, key))
        else:
            base.execute(_PUT, (name, key, *row))
    base.execute("update run set applied = ? where id = ?", (applied, run))


def keep_former(base: "sqlite3.Connection", run: str, name: str, key: str, day: str) -> None:
    """Keep an archived row, or that there is none, as what stands on the other side of a run."""
    held = base.execute(_HELD, (name, key)).fetchone() or (day, None, None, None, None, None)
    base.execute("insert or replace into former values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (run, name, key, *held))


def put_row(base: "sqlite3.Connection", name: str, key: str, day: str, row: PastRow) -> None:
    """Archive a row."""
    origin = row.origin
    told = (None, None, None) if origin is None else (origin.file, origin.sheet, origin.row)
    base.execute(_PUT, (name, key, day, as_json(plain(row.cells)), row.run or None, *told))


def origin_known(base: "sqlite3.Connection", name: str, key: str) -> Origin | None:
    """Where a row that leaves the workbook came from: the last file that a run, not taken back since, took it from."""
    told = """
      select origins from change join run on run.id = change.run
      where name = ? and key = ? and origins <> '[]' and applied = 1
        and run.id not in (select target from run where kind = 'undo' and applied = 1)
      order by number desc limit 1"""
    found = base.execute(told, (name, key)).fetchone()
    return Origin(*json.loads(found[0])[-1][:3]) if found else None


def add_run(base: "sqlite3.Connection", run: Run, parent: str, *, applied: bool) -> None:
    """Record a run and what it changed.

    Args:
        base: the history file.
        run: the run.
        parent: the run before it.
        applied: whether archived rows are already those after it.
    """
    inputs = as_json([list(one) for one in run.inputs])
    words = as_json(list(run.command))
    base.execute(
        "insert into run (id, parent, at, command, kind, target, inputs, backup, applied) values (?,?,?,?,?,?,?,?,?)",
        (run.id, parent, run.at, words, run.kind.value, run.of, inputs, run.backup, int(applied)),
    )
    rows = ((run.id, one.table, as_json(one.key), one.what.value, *_told(one)) for one in run.changes)
    base.executemany("insert or replace into change values (?, ?, ?, ?, ?, ?)", rows)


def _told(change: RowChange) -> tuple[str, str]:
    both = {
        column: [_plain(change.before.get(column)), _plain(change.after.get(column))]
        for column in {**change.before, **change.after}
    }
    columns: dict[Origin, list[str]] = {}
    for column, origin in change.origins.items():
        columns.setdefault(origin, []).append(column)
    origins = [[origin.file, origin.sheet, origin.row, names] for origin, names in columns.items()]
    return as_json(both), as_json(origins)


def read_changes(base: "sqlite3.Connection", run: str) -> Iterator[RowChange]:
    """What a run changed, row by row."""
    for name, key, what, cells, origins in base.execute(
        "select name, key, what, cells, origins from change where run = ?", (run,)
    ).fetchall():
        both = json.loads(cells, parse_int=float)
        told = {column: Origin(file, sheet, row) for file, sheet, row, names in json.loads(origins) for column in names}
        before, after = ({column: pair[side] for column, pair in both.items()} for side in (0, 1))
        yield RowChange(name, tuple(json.loads(key)), What(what), before, after, told)


def read_former(base: "sqlite3.Connection", run: str) -> dict[str, dict[Parts, PastRow | None]]:
    """Archived rows as they were before a run, by table; None where there was none."""
    found: dict[str, dict[Parts, PastRow | None]] = {}
    query = "select name, key, cells, wrote, file, sheet, row from former where run = ?"
    for name, key, cells, wrote, file, sheet, row in base.execute(query, (run,)).fetchall():
        origin = None if file is None else Origin(file, sheet, row)
        held = None if cells is None else PastRow(json.loads(cells, parse_int=float), wrote or "", origin)
        found.setdefault(name, {})[tuple(json.loads(key))] = held
    return found


def read_runs(base: "sqlite3.Connection", head: str) -> Sequence[PastRun]:
    """Every run of the record, the oldest first, as the workbook stands to them."""
    inside = set(chain(base, head if is_known(base, head) else newest_run(base)))
    counts = _counts(base)
    text = "select id, parent, at, command, kind, target, inputs, backup from run order by number"
    found = base.execute(text).fetchall()
    undone = _undone([(id_, kind, target) for id_, _, _, _, kind, target, *_ in found if id_ in inside])
    return [PastRun(_run(row), row[1], row[0] in inside, row[0] in undone, counts.get(row[0], {})) for row in found]


def _undone(inside: Iterable[tuple[str, str, str]]) -> Collection[str]:
    return {target for _, kind, target in inside if kind == Kind.UNDO.value}


def _run(row: Sequence[str]) -> Run:
    id_, _, at, command, kind, target, inputs, backup = row
    files = tuple((name, sha) for name, sha in json.loads(inputs))
    return Run(id_, at, tuple(json.loads(command)), Kind(kind), target, files, backup)


def _counts(base: "sqlite3.Connection") -> dict[str, dict[tuple[str, What], int]]:
    found: dict[str, dict[tuple[str, What], int]] = {}
    for run, name, what, count in base.execute("select run, name, what, count(*) from change group by run, name, what"):
        found.setdefault(run, {})[name, What(what)] = count
    return found
