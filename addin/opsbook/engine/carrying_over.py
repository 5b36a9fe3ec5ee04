"""A new year's workbook from the old one: its facts, its events, what its operator set."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from opsbook.engine.history import every_row
from opsbook.engine.imports.gathering import same_shop
from opsbook.engine.imports.importing import years
from opsbook.engine.imports.ledger import read_ledger
from opsbook.engine.imports.reports import FileReport
from opsbook.engine.imports.windows import write_rows
from opsbook.engine.own_shop import add_alias, shops
from opsbook.engine.refresh import refresh
from opsbook.engine.workbook import Opened
from opsbook.features.competitors.tables import PEER_LOG, PEER_LOST, PEER_MATCHES, PEERS
from opsbook.features.daily.tables import EVENTS, FACT_TABLES, IMPORTS, MAPPING, SHOP_DAY, TABLE, THRESHOLDS
from opsbook.features.frame.settings_list import SETTINGS
from opsbook.features.goals.goal_setting import refit_weights
from opsbook.metrics.columns import headers
from opsbook.model.errors import UsageError
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.language import Lang
from opsbook.model.schema import Kind
from opsbook.model.values import Value, serial

NOT_CARRIED = {"shop"}  # the command names it
NEW_EVERY_YEAR = {"weekday", "event"}


def check_same(opened: Opened, shop: str, lang: Lang) -> None:
    """Make sure that a workbook may be carried over.

    Args:
        opened: the old one.
        shop: the new one's shop.
        lang: the new one's language.

    Raises:
        UsageError: it is another shop's, or of another language.
    """
    if not any(same_shop(shop, own) for own in shops(opened)):
        raise UsageError("from-other-shop", found=opened.text("shop") or "–", own=shop)
    if lang != opened.lang:
        raise UsageError("from-other-language", found=opened.lang, asked=lang)


def carry_over(new: Opened, old: Opened) -> tuple[tuple[Issue, ...], Mapping[str, int]]:
    """Fill a new workbook with what an old one knows; nothing is saved here, the old one stays as it is.

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
    new.upsert(MAPPING.name, _typed(old, MAPPING.name))  # before the facts: their extra columns are known by it
    there = set(old.host.tables())
    tables = [table.name for table in (*FACT_TABLES, PEER_LOG, PEER_LOST) if table.name in there]
    carried = {table: _facts(new, old, table, first, last) for table in tables}
    if not any(carried.values()):
        raise UsageError("from-other-years", found=int(old.number("year") or 0), own=year)
    new.upsert(EVENTS.name, _typed(old, EVENTS.name))
    _competitors(new, old)
    known = {row["key"] for row in new.rows(THRESHOLDS.name)}
    new.upsert(THRESHOLDS.name, (_lines(row) for row in _typed(old, THRESHOLDS.name) if row["key"] in known))
    new.upsert(IMPORTS.name, (row for row in _typed(old, IMPORTS.name) if _reaches(row, first)))
    notes = refit_weights(new, tuple(date(year, month, 1) for month in range(1, 13)))
    refresh(new)
    return (*_left_behind(new, old), *notes), carried


def _settings(new: Opened, old: Opened) -> None:
    for one in SETTINGS:
        if one.yours and one.name not in NOT_CARRIED and old.has(one.name):
            new.host.write_name(one.name, old.setting(one.name))
    if not same_shop(old.text("shop"), new.text("shop")):
        add_alias(new, old.text("shop"))


def _competitors(new: Opened, old: Opened) -> None:
    """Who is watched, and what the operator said of look-alikes."""
    new.upsert(PEERS.name, _typed(old, PEERS.name))
    yours = [column.id for column in PEER_MATCHES.columns if column.kind is Kind.YOURS]
    judged = (row for row in _typed(old, PEER_MATCHES.name) if any(row[name] not in {None, ""} for name in yours))
    new.upsert(PEER_MATCHES.name, ({name: row[name] for name in (*PEER_MATCHES.key, *yours)} for row in judged))


def _facts(new: Opened, old: Opened, table: str, first: float, last: float) -> int:
    """Rows of the new workbook's years; each goes where its window puts it."""
    ledger, source = read_ledger(new, table), FileReport(Path(), "")
    count = 0
    for row in every_row(old, table):
        told = {name: value for name, value in row.items() if value not in {None, ""} and name not in NEW_EVERY_YEAR}
        if isinstance(day := row["date"], int | float) and first <= day <= last and len(told) > 1:
            ledger.lay(told, source)
            count += 1
    write_rows(new, ledger)
    if table == SHOP_DAY.name:
        _own_columns(new, old, first, last)
    return count


def _own_columns(new: Opened, old: Opened, first: float, last: float) -> None:
    """What stands in columns of the operator's own, where the new workbook's template has them too."""
    body, date_header = old.host.read_table(SHOP_DAY.name), old.header(SHOP_DAY.name, "date")
    days = [row[body.headers.index(date_header)] for row in body.rows]
    shared = set(new.host.read_table(SHOP_DAY.name).headers)
    for header in _own_headers(old, SHOP_DAY.name):
        typed = old.host.own_cells(SHOP_DAY.name, [header]) if header in shared else ()
        cells = ((days[at], body.rows[at][body.headers.index(header)]) for at in sorted(typed))
        rows = [
            {date_header: day, header: value}
            for day, value in cells
            if isinstance(day, int | float) and first <= day <= last
        ]
        new.host.upsert_rows(SHOP_DAY.name, [date_header], rows)


def _own_headers(opened: Opened, table: str) -> list[str]:
    """Columns the operator added."""
    known = set(headers(TABLE[table], opened.lang))
    return [header for header in opened.host.read_table(table).headers if header not in known]


def _left_behind(new: Opened, old: Opened) -> Iterable[Issue]:
    """Columns of the operator's own that the new workbook has no place for."""
    there = set(old.host.tables())
    for table in (one for one in FACT_TABLES if one.name in there):
        body = new.host.read_table(table.name)
        lost = tuple(header for header in _own_headers(old, table.name) if header not in body.headers)
        if lost:
            yield Issue("columns-left", Level.INFO, Where(sheet=body.sheet), {"headers": lost})


def _typed(opened: Opened, table: str) -> list[dict[str, Value]]:
    """Rows of a table without its formulas, placeholders left out."""
    if table not in opened.host.tables():
        return []
    names = [column.id for column in TABLE[table].columns if column.kind is not Kind.FORMULA]
    rows = [{name: row[name] for name in names if name in row} for row in opened.rows(table)]
    return [row for row in rows if any(row.get(name) not in {None, ""} for name in TABLE[table].key)]


def _lines(row: Mapping[str, Value]) -> Mapping[str, Value]:
    """What the operator set of a threshold; what they cleared stays clear."""
    yours = [column.id for column in THRESHOLDS.columns if column.kind is Kind.YOURS and column.id in row]
    return {"key": row["key"], **{name: "" if row[name] is None else row[name] for name in yours}}


def _reaches(row: Mapping[str, Value], first: float) -> bool:
    """Whether an imported file told of the new workbook's years."""
    last = row.get("last")
    return isinstance(last, int | float) and last >= first
