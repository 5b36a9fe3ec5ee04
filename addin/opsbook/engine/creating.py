"""Make a new workbook: a copy of a template, prepared by every feature."""

from collections.abc import Iterable, Mapping
from itertools import chain

from opsbook.engine.refresh import refresh
from opsbook.engine.workbook import Opened, open_book
from opsbook.hosts.host import Host
from opsbook.model.catalog import Catalog
from opsbook.model.issues import Issue
from opsbook.model.reference import resolve
from opsbook.model.values import Value


def prepare(host: Host, catalog: Catalog, shop: str, year: int) -> tuple[Issue, ...]:
    """Turn an opened template into a workbook of a shop and year.

    Args:
        host: the template, not yet saved under its own name.
        catalog: what the product consists of.
        shop: shop name.
        year: calendar year; Daily holds it and the year before.

    Returns:
        Notes, such as a calendar that does not know the year's holidays yet.
    """
    opened = open_book(host, catalog)
    for name, value in (("shop", shop), ("year", year), ("the_day", None), ("year_goal", None)):
        host.write_name(name, value)
    for table in catalog.tables.values():
        if table.emptied:
            keep(opened, table.name, ())
    notes = list(chain.from_iterable(resolve(start)(opened, year) for start in catalog.starts))
    refresh(opened)
    return tuple(notes)


def write_exactly(opened: Opened, table: str, rows: list[Mapping[str, Value]]) -> None:
    """Exactly these rows: placeholders are filled, rows of other days and left-over placeholders go."""
    key = opened.catalog.tables[table].key[0]
    keep(opened, table, ())
    opened.upsert(table, rows)
    keep(opened, table, {row[key] for row in rows}, placeholders=False)


def keep(opened: Opened, table: str, wanted: Iterable[Value], *, placeholders: bool = True) -> None:
    """Drop the rows whose first key is not wanted."""
    keys, kept = [opened.header(table, column) for column in opened.catalog.tables[table].key], set(wanted)
    columns = opened.columns(table)
    rows = list(zip(*(columns[column] for column in opened.catalog.tables[table].key), strict=True))
    gone = [row for row in rows if (row[0] is not None and row[0] not in kept) or (row[0] is None and not placeholders)]
    if gone:
        opened.host.drop_rows(table, list(dict.fromkeys(gone)), keys)
