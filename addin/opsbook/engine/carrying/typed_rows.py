"""Rows of tables that people type into, as the tables' records say; formulas and what a refresh writes stay behind."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from opsbook.engine.carrying.wording import Wording
from opsbook.engine.carrying.written import results
from opsbook.engine.carrying.years import held_days, same_year
from opsbook.engine.workbook import Workbook
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.schema import Kind, Table
from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_name

BLANK = (None, "")
Row = Mapping[str, Value]
Key = tuple[Value, ...]
DAYS = frozenset({"date", "month"})


def carry_rows(new: Workbook, old: Workbook, table: Table, wording: Wording) -> Iterator[Issue]:
    """Carry a table's rows.

    Where rows are the program's, what people typed beside them goes to the rows of the same key. Other rows go as a whole,
    but for what a refresh writes; of rows that it makes itself only those go that somebody typed into.

    Returns:
        Rows that could not go along.
    """
    if table.options or not table.goes.into(same_year=same_year(new, old)):
        return
    yours = [column.id for column in table.columns if column.kind is Kind.YOURS]
    standing = _standing(new, table, yours)
    going: dict[Key, Row] = {}
    for at, row in enumerate(old.rows(table.name)):
        key = _key(table, row)
        if key in standing:
            told = wording.beside(table, key, {name: row[name] for name in yours if name in row})
            going[key] = {**dict(zip(table.key, key, strict=True)), **told}
            continue
        told = _told(new, table, row, yours, wording)
        trouble = _trouble(table, key, told, going, yours)
        if not trouble and standing and told and not wording.allows(table.name, dict(zip(table.key, key, strict=True))):
            trouble = "row-without-place"
        if trouble:
            yield _left(trouble, old, table, at, key)
        elif told and not table.fixed:
            going[key] = told
    new.upsert(table.name, going.values())


def _standing(new: Workbook, table: Table, yours: Sequence[str]) -> Collection[Key]:
    """Keys of the rows that are the program's: they stand in every new workbook, and people type beside them."""
    if {*table.key} & {*yours}:
        return ()
    return {key for row in new.rows(table.name) if not _is_blank(key := _key(table, row))}


def _told(new: Workbook, table: Table, row: Row, yours: Sequence[str], wording: Wording) -> Row:
    """What goes along of a row; nothing where a refresh makes it anew, or where it tells of earlier years alone."""
    anew = results(new.catalog, table)
    names = (one.id for one in table.columns if one.kind is not Kind.FORMULA and one.id not in {*anew} - {*table.key})
    told = {name: wording.cell(table.name, name, row[name]) for name in names if row.get(name) not in BLANK}
    goes = bool(told.keys() & {*yours}) if {*table.key} & {*anew} else bool(told)
    return told if goes and not _is_over(table, row, held_days(new)[0]) else {}


def _trouble(table: Table, key: Key, told: Row, going: Mapping[Key, Row], yours: Sequence[str]) -> str:
    """Why a row that is not among the program's cannot go along; empty where it can, or need not."""
    if table.fixed:  # its rows come and go with the calendar; what was typed beside others has no place
        return "row-without-place" if table.key[0] not in DAYS and told.keys() & {*yours} else ""
    if told and _is_blank(key):
        return "row-without-key"
    return "row-twice" if told and key in going else ""


def _is_over(table: Table, row: Row, first: float) -> bool:
    """Whether a row tells of days before the new workbook's alone."""
    last = row.get(table.until) if table.until else None
    return bool(table.until) and not (isinstance(last, int | float) and last >= first)


def _key(table: Table, row: Row) -> Key:
    return tuple(row.get(name) for name in table.key)


def _is_blank(key: Key) -> bool:
    return all(part in BLANK for part in key)


def _left(code: str, old: Workbook, table: Table, at: int, key: Key) -> Issue:
    body = old.host.read_table(table.name)
    headers = tuple(old.header(table.name, name) for name in table.key)
    shown = tuple(str(part) for part in key if part not in BLANK)
    where = Where(sheet=body.sheet, cell=cell_name(body.first_row + at, body.first_column))
    return Issue(code, Level.WARNING, where, {"key": shown, "headers": headers})
