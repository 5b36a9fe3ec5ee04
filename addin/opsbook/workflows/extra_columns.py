"""Columns of a file that are kept beside a table's own: filled by key, the old figure told where one is replaced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from opsbook.errors import WorkbookBrokenError
from opsbook.hosts.host import Key, TableRows
from opsbook.hosts.matching import parts_of
from opsbook.importers.own import kept_unit
from opsbook.vocabulary.facts import Fact
from opsbook.vocabulary.issues import Issue, Level
from opsbook.vocabulary.record import Kind
from opsbook.vocabulary.tables import TABLE
from opsbook.vocabulary.units import Unit
from opsbook.vocabulary.values import Value, day_words, is_number
from opsbook.workflows.ledger import BLANK, row_key, same
from opsbook.workflows.opened import Opened
from opsbook.workflows.reports import FileReport

LARGE = 100  # figures from here on are shown as amounts, without decimals
# Columns to be like, best first: those of the second kind stand in where a table has none of the first.
_LIKE: Mapping[Unit, tuple[Unit, ...]] = {
    Unit.RATE: (Unit.RATE, Unit.CONVERSION),
    Unit.RATIO: (Unit.RATIO, Unit.PRICE, Unit.AMOUNT),
    Unit.AMOUNT: (Unit.AMOUNT, Unit.COUNT),
    Unit.COUNT: (Unit.COUNT, Unit.AMOUNT),
    Unit.TEXT: (Unit.TEXT, Unit.ID),
}

Laid = Sequence[tuple[FileReport, Fact, bool]]  # file, row, whether a later export told of its day before


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of the extra columns of a table.

    Args:
        cells: how many cells were filled or changed, by column.
        added: columns that are new.
        issues: columns that could not be filled.
    """

    cells: Mapping[str, int] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


def fill_extras(opened: Opened, table: str, laid: Laid) -> Filled:
    """Write what files say in columns that are kept; rows that went to the history have none.

    Args:
        opened: the workbook, the rows themselves already written.
        table: a fact table.
        laid: rows of the files, in the order they were laid.
    """
    names = dict.fromkeys(name for _, fact, _ in laid for name, value in fact.extra.items() if value is not None)
    if not names:
        return Filled()
    issues, added = [], []
    for name in list(names):
        problem, new = _prepare(opened, table, name, [fact.extra.get(name) for _, fact, _ in laid])
        if problem:
            issues.append(problem)
            del names[name]
        elif new:
            added.append(name)
    return Filled(_write(opened, table, list(names), laid) if names else {}, tuple(added), tuple(issues))


def put_extras(opened: Opened, table: str, rows: Mapping[Key, Mapping[str, Value]]) -> None:
    """Write cells of extra columns that come with their rows, from the history or an older workbook.

    Args:
        opened: the workbook, the rows themselves already written.
        table: a fact table.
        rows: cells by header, by the key of their row; a column there is no room for is left out.
    """
    names = dict.fromkeys(name for row in rows.values() for name, value in row.items() if value not in BLANK)
    ready = [name for name in names if not _prepare(opened, table, name, [row.get(name) for row in rows.values()])[0]]
    keys = [opened.header(table, name) for name in TABLE[table].key]
    cells = [
        {**dict(zip(keys, key, strict=True)), **{name: row[name] for name in ready if row.get(name) not in BLANK}}
        for key, row in rows.items()
    ]
    if ready:
        opened.host.upsert_rows(table, keys, cells)


def _prepare(opened: Opened, table: str, name: str, values: Sequence[Value]) -> tuple[Issue | None, bool]:
    """Make sure that there is a column of that name to write into; whether it is new."""
    body = opened.host.read_table(table)
    if name not in body.headers:
        try:
            opened.host.add_column(table, name, _like(opened, table, values))
        except WorkbookBrokenError as problem:
            if problem.code != "no-column-free":
                raise
            return Issue(problem.code, Level.WARNING, seen=problem.seen), False
        return None, True
    at = body.headers.index(name)
    filled = {position for position, row in enumerate(body.rows) if row[at] not in BLANK}
    if filled - opened.host.own_cells(table, [name]):
        return Issue("extra-is-formula", Level.WARNING, seen={"sheet": body.sheet, "header": name}), False
    return None, False


def _like(opened: Opened, table: str, values: Sequence[Value]) -> str:
    """The column whose formats suit a new one: of the same unit, a fact rather than a formula."""
    from opsbook.metrics.columns import columns  # noqa: PLC0415 - metrics take time to load, and new columns are rare

    unit = kept_unit(values)
    most = max((abs(value) for value in values if isinstance(value, int | float)), default=0)
    wanted = _LIKE[Unit.AMOUNT if unit is Unit.RATIO and most >= LARGE else unit]
    known = columns(TABLE[table])
    for facts_only in (True, False):
        for one in wanted:
            for column in known:
                if column.unit is one and (column.kind is Kind.FACT or not facts_only):
                    return column.label[opened.lang]
    return known[0].label[opened.lang]


def _write(opened: Opened, table: str, names: Sequence[str], laid: Laid) -> dict[str, int]:
    body = opened.host.read_table(table)
    keys = [opened.header(table, name) for name in TABLE[table].key]
    standing = _standing(body, keys)
    cells: dict[tuple[str, ...], dict[str, Value]] = {}
    count = dict.fromkeys(names, 0)
    for report, fact, older in laid:
        key = row_key(table, fact.values)
        now = standing.get(parts_of(key))
        for name in names if now is not None else ():
            value, old = fact.extra.get(name), (now or {}).get(name)
            if value is None or same(old, value) or (older and old not in BLANK):
                continue
            if old not in BLANK:
                report.changes.append(f"{_named(key)} {name} {_said(old)} → {_said(value)}")
            (now or {})[name] = value
            count[name] += 1
            cells.setdefault(parts_of(key), dict(zip(keys, key, strict=True)))[name] = value
    opened.host.upsert_rows(table, keys, cells.values())
    return {name: number for name, number in count.items() if number}


def _standing(body: TableRows, keys: Sequence[str]) -> dict[tuple[str, ...], dict[str, Value]]:
    """Cells of the table's rows by key as text, then by header."""
    at = [body.headers.index(key) for key in keys]
    found: dict[tuple[str, ...], dict[str, Value]] = {}
    for row in body.rows:
        found.setdefault(parts_of(row[column] for column in at), dict(zip(body.headers, row, strict=True)))
    return found


def _named(key: Iterable[Value]) -> str:
    day, *others = key
    return " ".join([day_words(day), *map(str, others)])


def _said(value: Value) -> str:
    return f"{value:.10g}" if isinstance(value, int | float) and is_number(value) else str(value)
