"""A new year's workbook from the old one: its facts, its events, what its operator set."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

from opsbook.engine.history import every_row
from opsbook.engine.imports.gathering import same_shop
from opsbook.engine.imports.importing import years
from opsbook.engine.imports.ledger import read_ledger
from opsbook.engine.imports.reports import FileReport
from opsbook.engine.imports.windows import write_rows
from opsbook.engine.own_shop import add_alias, shops
from opsbook.engine.refresh import refresh
from opsbook.engine.workbook import Workbook
from opsbook.model.errors import UsageError
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.language import Lang
from opsbook.model.reference import resolve
from opsbook.model.schema import Kind
from opsbook.model.values import Value, serial

NOT_CARRIED = {"shop"}  # the command names it
NEW_EVERY_YEAR = {"weekday", "event"}


def check_same(workbook: Workbook, shop: str, lang: Lang) -> None:
    """Make sure that a workbook may be carried over.

    Args:
        workbook: the old one.
        shop: the new one's shop.
        lang: the new one's language.

    Raises:
        UsageError: it is another shop's, or of another language.
    """
    if not any(same_shop(shop, own) for own in shops(workbook)):
        raise UsageError("from-other-shop", found=workbook.text("shop") or "–", own=shop)
    if lang != workbook.lang:
        raise UsageError("from-other-language", found=workbook.lang, asked=lang)


def carry_over(new: Workbook, old: Workbook) -> tuple[tuple[Issue, ...], Mapping[str, int]]:
    """Fill a new workbook from an old one; saves nothing and leaves the old workbook unchanged.

    Facts of the new workbook's two years come along with the cells their operator typed, the record of imports,
    thresholds, settings, events, mappings and competitors; goals do not, but the new weights are fitted on what was sold.

    Args:
        new: a workbook just prepared.
        old: last year's.

    Returns:
        Notes, and by table how many rows came along.

    Raises:
        UsageError: the old workbook has nothing of the new one's two years.
    """
    before, year = years(new)
    first, last = serial(date(before, 1, 1)), serial(date(year, 12, 31))
    _settings(new, old)
    new.upsert("Mapping", typed(old, "Mapping"))  # before the facts: their extra columns are known by it
    there = set(old.host.tables())
    tables = [table.name for table in new.catalog.filled if table.name in there]
    carried = {table: _facts(new, old, table, first, last) for table in tables}
    if not any(carried.values()):
        raise UsageError("from-other-years", found=int(old.number("year") or 0), own=year)
    notes = list(chain.from_iterable(resolve(carry)(new, old) for carry in new.catalog.carries))
    new.upsert("Imports", (row for row in typed(old, "Imports") if _reaches(row, first)))
    refresh(new)
    return (*_left_behind(new, old), *notes), carried


def _settings(new: Workbook, old: Workbook) -> None:
    for one in new.catalog.every_setting:
        if one.yours and one.name not in NOT_CARRIED and old.has(one.name):
            new.host.write_name(one.name, old.setting(one.name))
    if not same_shop(old.text("shop"), new.text("shop")):
        add_alias(new, old.text("shop"))


def _facts(new: Workbook, old: Workbook, table: str, first: float, last: float) -> int:
    """Rows of the new workbook's years; each goes where its window puts it."""
    ledger, source = read_ledger(new, table), FileReport(Path(), "")
    count = 0
    for row in every_row(old, table):
        told = {name: value for name, value in row.items() if value not in {None, ""} and name not in NEW_EVERY_YEAR}
        if isinstance(day := row["date"], int | float) and first <= day <= last and len(told) > 1:
            ledger.upsert(told, source)
            count += 1
    write_rows(new, ledger)
    if new.catalog.tables[table].calendar:
        _own_columns(new, old, table, first, last)
    return count


def _own_columns(new: Workbook, old: Workbook, table: str, first: float, last: float) -> None:
    """Cells of the operator's columns that the new workbook's template has as well."""
    body, date_header = old.host.read_table(table), old.header(table, "date")
    days = [row[body.headers.index(date_header)] for row in body.rows]
    shared = set(new.host.read_table(table).headers)
    for header in _own_headers(old, table):
        typed = old.host.own_cells(table, [header]) if header in shared else ()
        cells = ((days[at], body.rows[at][body.headers.index(header)]) for at in sorted(typed))
        rows = [
            {date_header: day, header: value}
            for day, value in cells
            if isinstance(day, int | float) and first <= day <= last
        ]
        new.host.upsert_rows(table, [date_header], rows)


def _own_headers(workbook: Workbook, table: str) -> list[str]:
    """Columns the operator added."""
    known = {column.label[workbook.lang] for column in workbook.catalog.columns[table]}
    return [header for header in workbook.host.read_table(table).headers if header not in known]


def _left_behind(new: Workbook, old: Workbook) -> Iterable[Issue]:
    """Columns of the operator's own that the new workbook has no place for."""
    there = set(old.host.tables())
    for table in (one for one in old.catalog.facts if one.name in there):
        body = new.host.read_table(table.name)
        lost = tuple(header for header in _own_headers(old, table.name) if header not in body.headers)
        if lost:
            yield Issue("columns-left", Level.INFO, Where(sheet=body.sheet), {"headers": lost})


def typed(workbook: Workbook, table: str) -> list[dict[str, Value]]:
    """Rows of a table without its formulas, placeholders left out."""
    if table not in workbook.host.tables():
        return []
    names = [column.id for column in workbook.catalog.tables[table].columns if column.kind is not Kind.FORMULA]
    rows = [{name: row[name] for name in names if name in row} for row in workbook.rows(table)]
    return [row for row in rows if any(row.get(name) not in {None, ""} for name in workbook.catalog.tables[table].key)]


def _reaches(row: Mapping[str, Value], first: float) -> bool:
    """Whether an imported file had days within the new workbook's years."""
    last = row.get("last")
    return isinstance(last, int | float) and last >= first
