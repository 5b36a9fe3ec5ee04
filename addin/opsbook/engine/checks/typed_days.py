"""Dates that somebody typed as text: named, kept from doubling rows, and turned into dates when asked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from opsbook.engine.workbook import Workbook
from opsbook.exports.platforms.typed_day import day_typed
from opsbook.hosts.matching import key_part
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.schema import Table
from opsbook.model.units import Unit
from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_name


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A date that stands in its cell as text.

    Args:
        table: name of the table.
        column: id of the column.
        at: position of the row in the body, from 0.
        text: what stands there.
        day: the date it says, as a serial number.
        where: the cell.
    """

    table: str
    column: str
    at: int
    text: str
    day: int
    where: Where


def typed_days(workbook: Workbook) -> Iterator[TypedDay]:
    """Every date typed as text in a workbook's tables of days, table by table."""
    for table in (one for one in workbook.catalog.tables.values() if one.name in workbook.plan.headers):
        columns = workbook.columns(table.name)
        for column in (one.id for one in table.columns if one.unit is Unit.DATE and one.id in columns):
            found = {at: day for at, value in enumerate(columns[column]) if (day := day_typed(value)) is not None}
            yield from (_placed(workbook, table.name, column, at, day) for at, day in found.items())


def _placed(workbook: Workbook, table: str, column: str, at: int, day: int) -> TypedDay:
    body, header = workbook.host.read_table(table), workbook.header(table, column)
    position = body.headers.index(header)
    cell = cell_name(body.first_row + at, body.first_column + position)
    text = str(body.rows[at][position])
    return TypedDay(table, column, at, text, day, Where(sheet=body.sheet, cell=cell))


def make_days(workbook: Workbook) -> tuple[list[TypedDay], list[Issue]]:
    """Turn dates typed as text into dates.

    Returns:
        What was turned, and an issue for each that stays, for its table would have two rows of one key then.
    """
    turned: list[TypedDay] = []
    issues: list[Issue] = []
    by_column: dict[tuple[str, str], dict[int, Value]] = defaultdict(dict)
    for one in typed_days(workbook):
        other = _same_row(workbook, workbook.catalog.tables[one.table], one)
        if other is None:
            turned.append(one)
            by_column[one.table, one.column][one.at] = one.day
        else:
            issues.append(Issue("typed-day-twice", Level.WARNING, one.where, {"seen": one.text, "row": other}))
    for (table, column), cells in by_column.items():
        like = next(
            (at for at, value in enumerate(workbook.columns(table)[column]) if isinstance(value, int | float)), 0
        )
        workbook.host.put_cells(table, workbook.header(table, column), cells, like)
    return turned, issues


def _same_row(workbook: Workbook, table: Table, one: TypedDay) -> int | None:
    """The row (as Excel counts) that has the key a row would have; None without one."""
    if one.column not in table.key or table.sightings:
        return None
    columns = workbook.columns(table.name)
    rows = zip(*(columns[name] for name in table.key), strict=True)
    place = table.key.index(one.column)
    keys = [_key(row, place) for row in rows]
    other = next((at for at, key in enumerate(keys) if at != one.at and key == keys[one.at]), None)
    return None if other is None else workbook.host.read_table(table.name).first_row + other


def _key(row: tuple[Value, ...], place: int) -> tuple[str, ...]:
    day = day_typed(row[place])
    return tuple(key_part(day if at == place and day is not None else value) for at, value in enumerate(row))


def waiting_tables(workbook: Workbook) -> Mapping[str, tuple[Issue, ...]]:
    """Tables that no file may fill before their days are dates: a file's row would stand beside the typed one."""
    found: dict[str, list[Issue]] = defaultdict(list)
    filled = {table.name: table.key for table in workbook.catalog.filled}
    for one in typed_days(workbook):
        if one.column in filled.get(one.table, ()) and not workbook.catalog.tables[one.table].sightings:
            seen = {"label": workbook.header(one.table, one.column), "seen": one.text}
            found[one.table].append(Issue("typed-day-waits", Level.ERROR, one.where, seen))
    return {table: tuple(issues) for table, issues in found.items()}
