"""Which rows of items, plans and keywords stand in the workbook; the others lie in the history beside it.

A window counts back from the newest day the table has ever had, never from the clock: the same files give the same
book, whenever and in whatever order they come. Of a day's rows a table may hold the foremost only, and one row for the rest.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from opsbook.engine.history import archive, own_rows
from opsbook.engine.imports.extra_columns import put_extras
from opsbook.engine.imports.foremost_rows import others_row
from opsbook.engine.imports.ledger import BLANK, Ledger, in_order
from opsbook.engine.imports.places import Places, day_of, places_of
from opsbook.engine.workbook import Workbook
from opsbook.hosts.host import Key
from opsbook.hosts.matching import parts_of
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.schema import Table
from opsbook.model.values import FIRST_DAY, Value, serial

ALWAYS = float("-inf")
Cells = Mapping[str, Value]
Extras = Mapping[Key, Sequence[tuple[Cells, bool]]]


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of rows that leave the workbook: how many went to the history, and why others stay."""

    rows: int = 0
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Left:
    """What was taken out of the workbook: whole rows, sums of a day's rest, and why others stay."""

    rows: Mapping[Key, Cells] = field(default_factory=dict)
    sums: Collection[Key] = ()
    issues: tuple[Issue, ...] = ()


def write_rows(workbook: Workbook, ledger: Ledger, extras: Extras | None = None) -> Moved:
    """Write what changed: rows that belong into the workbook there, all others into its history.

    A row of the history that an export tells of again is updated where it lies. Rows that grew older than the window, or
    are no longer among the foremost of their day, leave the workbook; one in which somebody typed stays.

    Args:
        workbook: the open workbook.
        ledger: a table with the rows of the files upserted.
        extras: what files say in extra columns, in the order it was laid, and whether a later export told of the row before.

    Returns:
        What went to the history.
    """
    changed = ledger.changed()
    places = places_of(workbook, ledger, changed, first_day(workbook, ledger))
    left = _let_go(workbook, places)
    here, past = _placed(places, changed, left.rows)
    _write_here(workbook, ledger, here, _sums(workbook, places, here, left))
    history = workbook.host.history
    history.drop(ledger.table, (parts for key in here if (parts := parts_of(key)) in ledger.past))
    history.drop(ledger.table, ledger.twice)
    told = extras or {}
    archive(workbook, ledger.table, {key: _with(row, told.get(key, ())) for key, row in {**past, **left.rows}.items()})
    aside = sum(not places.is_old(key) and parts_of(key) not in ledger.past for key in past)
    return Moved(len(left.rows) + aside, left.issues)


def _with(row: Cells, told: Sequence[tuple[Cells, bool]]) -> Cells:
    """A row with what files say in extra columns; what was told late only fills blanks."""
    cells = dict(row)
    for extra, late in told:
        cells |= {
            name: one for name, one in extra.items() if one is not None and not (late and cells.get(name) not in BLANK)
        }
    return cells


def _placed(
    places: Places, changed: Mapping[Key, Cells], gone: Collection[Key]
) -> tuple[dict[Key, Cells], dict[Key, Cells]]:
    """Cells to be written into the workbook, and whole rows for its history."""
    ledger = places.ledger
    here: dict[Key, Cells] = {}
    past: dict[Key, Cells] = {}
    for key, cells in changed.items():
        if key in gone:
            continue
        if ledger.stands(key):
            here[key] = cells
        elif places.belongs(key):
            here[key] = ledger.rows[key]
        else:
            past[key] = ledger.rows[key]
    for key in places.foremost:
        if parts_of(key) in ledger.past:  # it has risen
            here[key] = ledger.rows[key]
    return here, past


def _sums(workbook: Workbook, places: Places, here: Collection[Key], left: _Left) -> dict[Key, Cells]:
    """The rows that stand for the rest of a day, where it has one or had one."""
    ledger = places.ledger
    rule, found = ledger.schema.foremost, dict[Key, Cells]()
    for day, rows in places.ranked.items() if rule else ():
        rest = [row for key, row in rows.items() if key not in here and (key in left.rows or not ledger.stands(key))]
        key = ledger.others.get(day)
        if rule and (rest or (key and key not in left.sums)):
            cells = others_row(rest, ledger.schema, workbook.catalog.fields, workbook.lang)
            bare = {} if key else dict.fromkeys(ledger.schema.metrics, "")  # no ratio is made of them
            key = key or (day, *[""] * (len(ledger.key) - 2), rule.others[workbook.lang])
            found[key] = {**dict(zip(ledger.key, key, strict=True)), **cells, **bare}
    return found


def _write_here(workbook: Workbook, ledger: Ledger, here: Mapping[Key, Cells], sums: Mapping[Key, Cells]) -> None:
    if not here and not sums:
        return
    table, own = ledger.schema, {column.id for column in ledger.schema.columns}
    rows = {key: {name: value for name, value in row.items() if name in own} for key, row in here.items()}
    workbook.upsert(table.name, in_order({**rows, **sums}))
    extras = {key: _extra(table, row) for key, row in here.items()}
    put_extras(workbook, table.name, {key: extra for key, extra in extras.items() if extra})


def _extra(table: Table, row: Cells) -> Cells:
    """The cells of extra columns, which come with a row from elsewhere."""
    own = {column.id for column in table.columns}
    return {name: value for name, value in row.items() if name not in own}


def first_day(workbook: Workbook, ledger: Ledger) -> float:
    """The first day that stays (serial number); before all days where the setting is 0, blank or no number."""
    setting, year = workbook.catalog.tables[ledger.table].window, workbook.number("year")
    window = workbook.number(setting) if setting else None
    if window is None or window < 1:
        return ALWAYS
    last = serial(date(int(year or 0), 12, 31)) if year and 1900 < year < 2200 else float("inf")
    newest = workbook.host.history.newest(ledger.table)
    days = [day for key in ledger.rows if FIRST_DAY <= (day := day_of(key)) <= last]
    return max((*days, *(day for day in (newest,) if day is not None)), default=ALWAYS) - window + 1


def _let_go(workbook: Workbook, places: Places) -> _Left:
    """Take rows that do not belong there out of the workbook."""
    leaving, sums = places.leaving(), places.sums_leaving()
    ledger = places.ledger
    if not leaving and not sums:
        return _Left()
    standing = own_rows(workbook, ledger.table)
    gone = {key: {**ledger.rows[key], **_extra(ledger.schema, standing.get(parts_of(key), {}))} for key in leaving}
    headers = [workbook.header(ledger.table, name) for name in ledger.key]
    try:
        workbook.host.drop_rows(ledger.table, [*leaving, *sums], headers)
    except WorkbookBrokenError as problem:
        if problem.code != "cells-pinned":
            raise
        sheet = workbook.host.read_table(ledger.table).sheet
        seen = {"sheet": sheet, "count": len(gone), "cell": problem.seen["cell"]}
        return _Left(issues=(Issue("rows-stay", Level.INFO, Where(), seen),))
    return _Left(gone, sums)
