"""Which days of items, plans and keywords stay in the workbook; older rows go to the history beside it.

A window counts back from the newest day the table has ever had, never from the clock: the same files give the same
book, whenever and in whatever order they come.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from opsbook.engine.history import archive, own_rows
from opsbook.engine.imports.extra_columns import put_extras
from opsbook.engine.imports.ledger import Ledger, Row, in_order
from opsbook.engine.mapping.mappings import kept_columns
from opsbook.engine.workbook import Workbook
from opsbook.hosts.host import Key
from opsbook.hosts.matching import parts_of
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.schema import Kind, Table
from opsbook.model.values import FIRST_DAY, Value, serial

ALWAYS = float("-inf")


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of rows older than their window: how many went to the history, and why others stay."""

    rows: int = 0
    issues: tuple[Issue, ...] = ()


def write_rows(workbook: Workbook, ledger: Ledger) -> Moved:
    """Write what changed: rows of the window into the workbook, older ones into its history.

    A row of the history that an export tells of again is updated where it lies. Rows that grew older than the window
    leave the workbook; one in which somebody typed stays.

    Args:
        workbook: the open workbook.
        ledger: a table with the rows of the files upserted.

    Returns:
        What left the workbook.
    """
    first, history = first_day(workbook, ledger), workbook.host.history
    here: dict[Key, Mapping[str, Value]] = {}
    past: dict[Key, Row] = {}
    for key, cells in ledger.changed().items():
        if ledger.stands(key):
            here[key] = cells
        elif _day(key) < first:
            past[key] = ledger.rows[key]
        else:
            here[key] = ledger.rows[key]
    if here:
        workbook.upsert(ledger.table, in_order({key: _own(ledger.schema, row) for key, row in here.items()}))
        put_extras(
            workbook, ledger.table, {key: extra for key, row in here.items() if (extra := _extra(ledger.schema, row))}
        )
    archive(workbook, ledger.table, past)
    history.drop(ledger.table, (parts for key in here if (parts := parts_of(key)) in ledger.past))
    history.drop(ledger.table, ledger.twice)
    return _let_go(workbook, ledger, first)


def _own(table: Table, row: Mapping[str, Value]) -> Mapping[str, Value]:
    """The cells of the table's own columns."""
    ids = {column.id for column in table.columns}
    return {name: value for name, value in row.items() if name in ids}


def _extra(table: Table, row: Mapping[str, Value]) -> Mapping[str, Value]:
    """The cells of extra columns, which come with a row from elsewhere."""
    return {name: value for name, value in row.items() if name not in _own(table, row)}


def first_day(workbook: Workbook, ledger: Ledger) -> float:
    """The first day that stays (serial number); before all days where the setting is 0, blank or no number."""
    setting, year = workbook.catalog.tables[ledger.table].window, workbook.number("year")
    window = workbook.number(setting) if setting else None
    if window is None or window < 1:
        return ALWAYS
    last = serial(date(int(year or 0), 12, 31)) if year and 1900 < year < 2200 else float("inf")
    newest = workbook.host.history.newest(ledger.table)
    days = [day for key in ledger.rows if FIRST_DAY <= (day := _day(key)) <= last]
    return max((*days, *(day for day in (newest,) if day is not None)), default=ALWAYS) - window + 1


def _day(key: Key) -> float:
    """The day of a row; one whose day is a word is never old."""
    return float(key[0]) if isinstance(key[0], int | float) else float("inf")


def _let_go(workbook: Workbook, ledger: Ledger, first: float) -> Moved:
    """Rows older than the window leave the workbook for its history."""
    old = {key: row for key, row in ledger.rows.items() if FIRST_DAY <= _day(key) < first and ledger.stands(key)}
    if not old:
        return Moved()
    held = _held(workbook, ledger)
    standing = own_rows(workbook, ledger.table)
    gone = {
        key: {**row, **_extra(ledger.schema, standing.get(parts_of(key), {}))}
        for key, row in old.items()
        if parts_of(key) not in held
    }
    headers = [workbook.header(ledger.table, name) for name in ledger.key]
    try:
        workbook.host.drop_rows(ledger.table, list(gone), headers)
    except WorkbookBrokenError as problem:
        if problem.code != "cells-pinned":
            raise
        sheet = workbook.host.read_table(ledger.table).sheet
        seen = {"sheet": sheet, "count": len(gone), "cell": problem.seen["cell"]}
        return Moved(0, (Issue("rows-stay", Level.INFO, Where(), seen),))
    archive(workbook, ledger.table, gone)
    return Moved(len(gone))


def _held(workbook: Workbook, ledger: Ledger) -> set[tuple[str, ...]]:
    """Keys of rows that are never archived: a person typed into them, or two rows share the key."""
    table, body = ledger.table, workbook.host.read_table(ledger.table)
    facts = {
        workbook.header(table, column.id)
        for column in workbook.catalog.tables[table].columns
        if column.kind is Kind.FACT
    }
    facts |= set(kept_columns(workbook, table))
    typed = workbook.host.own_cells(table, [header for header in body.headers if header not in facts])
    at = [body.headers.index(workbook.header(table, name)) for name in ledger.key]
    held, seen = set(), set()
    for position, row in enumerate(body.rows):
        parts = parts_of(row[column] for column in at)
        if position in typed or parts in seen:
            held.add(parts)
        seen.add(parts)
    return held
