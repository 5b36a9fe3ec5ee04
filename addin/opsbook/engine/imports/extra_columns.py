"""Extra columns of a file, kept beside a table's own: filled by key, with an issue for every figure replaced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from opsbook.engine.imports.ledger import BLANK, row_key, same
from opsbook.engine.imports.reports import FileReport
from opsbook.engine.workbook import Workbook
from opsbook.exports.mapping.custom_report import kept_unit
from opsbook.hosts.host import Key, TableRows
from opsbook.hosts.matching import parts_of
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.facts import Fact
from opsbook.model.issues import Issue, Level
from opsbook.model.schema import Kind
from opsbook.model.units import Unit
from opsbook.model.values import Value, day_words, is_number

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
        issues: columns that could not be filled.
    """

    cells: Mapping[str, int] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def fill_extras(workbook: Workbook, table: str, laid: Laid) -> Filled:
    """Write what files say in columns that are kept; rows that went to the history took it along.

    Args:
        workbook: the workbook, the rows themselves already written.
        table: a fact table.
        laid: rows of the files, in the order they were laid.
    """
    told = dict.fromkeys(name for _, fact, _ in laid for name, value in fact.extra.items() if value is not None)
    names, issues = _ready(workbook, table, {name: [fact.extra.get(name) for _, fact, _ in laid] for name in told})
    return Filled(_write(workbook, table, names, laid) if names else {}, issues)


def put_extras(workbook: Workbook, table: str, rows: Mapping[Key, Mapping[str, Value]]) -> None:
    """Write cells of extra columns that come with their rows, from the history or an older workbook.

    Args:
        workbook: the workbook, the rows themselves already written.
        table: a fact table.
        rows: cells by header, by the key of their row; a column there is no room for is left out.
    """
    told = dict.fromkeys(name for row in rows.values() for name, value in row.items() if value not in BLANK)
    names, _ = _ready(workbook, table, {name: [row.get(name) for row in rows.values()] for name in told})
    keys = [workbook.header(table, name) for name in workbook.catalog.tables[table].key]
    cells = [
        {
            **dict(zip(keys, key, strict=True)),
            **{header: row[name] for name, header in names.items() if row.get(name) not in BLANK},
        }
        for key, row in rows.items()
    ]
    if names:
        workbook.host.upsert_rows(table, keys, cells)


def _ready(
    workbook: Workbook, table: str, told: Mapping[str, Sequence[Value]]
) -> tuple[dict[str, str], tuple[Issue, ...]]:
    """Headers of the columns to write into, by name, made where they are not there; and those that cannot be filled."""
    found: dict[str, str] = {}
    issues: list[Issue] = []
    for name, values in told.items():
        header = _header(workbook, table, name)
        problem = _formulas(workbook, table, header) if header else _add(workbook, table, name, values)
        if problem:
            issues.append(problem)
        else:
            found[name] = header or name
    return found, tuple(issues)


def _header(workbook: Workbook, table: str, name: str) -> str:
    """The column of that name, as it is spelled there: to Excel capitals make no other name; empty without one."""
    headers = workbook.host.read_table(table).headers
    return next((header for header in headers if header.casefold() == name.casefold()), "")


def _add(workbook: Workbook, table: str, name: str, values: Sequence[Value]) -> Issue | None:
    try:
        workbook.host.add_column(table, name, _like(workbook, table, values))
    except WorkbookBrokenError as problem:
        if problem.code != "no-column-free":
            raise
        return Issue(problem.code, Level.WARNING, seen=problem.seen)
    return None


def _formulas(workbook: Workbook, table: str, header: str) -> Issue | None:
    """Whether a column is one the operator calculates, which nothing may be written into."""
    body = workbook.host.read_table(table)
    at = body.headers.index(header)
    filled = {position for position, row in enumerate(body.rows) if row[at] not in BLANK}
    if filled - workbook.host.own_cells(table, [header]):
        return Issue("extra-is-formula", Level.WARNING, seen={"sheet": body.sheet, "header": header})
    return None


def _like(workbook: Workbook, table: str, values: Sequence[Value]) -> str:
    """The column whose formats suit a new one: of the same unit, a fact rather than a formula."""
    unit = kept_unit(values)
    most = max((abs(value) for value in values if isinstance(value, int | float)), default=0)
    wanted = _LIKE[Unit.AMOUNT if unit is Unit.RATIO and most >= LARGE else unit]
    known = workbook.catalog.columns[table]
    for facts_only in (True, False):
        for one in wanted:
            for column in known:
                if column.unit is one and (column.kind is Kind.FACT or not facts_only):
                    return column.label[workbook.lang]
    return known[0].label[workbook.lang]


def _write(workbook: Workbook, table: str, names: Mapping[str, str], laid: Laid) -> dict[str, int]:
    body = workbook.host.read_table(table)
    keys = [workbook.header(table, name) for name in workbook.catalog.tables[table].key]
    standing = _standing(body, keys)
    cells: dict[tuple[str, ...], dict[str, Value]] = {}
    count = dict.fromkeys(names.values(), 0)
    for report, fact, older in laid:
        key = row_key(workbook.catalog.tables[table], fact.values)
        now = standing.get(parts_of(key), {})
        for name, header in names.items() if now else ():
            value, old = fact.extra.get(name), now.get(header)
            if value is None or same(old, value) or (older and old not in BLANK):
                continue
            if old not in BLANK:
                report.changes.append(f"{_named(key)} {header} {_said(old)} → {_said(value)}")
            now[header] = value
            count[header] += 1
            cells.setdefault(parts_of(key), dict(zip(keys, key, strict=True)))[header] = value
    workbook.host.upsert_rows(table, keys, cells.values())
    return {header: number for header, number in count.items() if number}


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
