"""Make a new workbook: a copy of a template, prepared by every feature."""

from collections.abc import Iterable, Mapping
from itertools import chain

from opsbook.engine.refresh import refresh
from opsbook.engine.workbook import Workbook, open_book
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
    workbook = open_book(host, catalog)
    for name, value in (("shop", shop), ("year", year), ("the_day", None), ("year_goal", None)):
        host.write_name(name, value)
    for table in catalog.tables.values():
        if table.emptied:
            keep(workbook, table.name, ())
    notes = list(chain.from_iterable(resolve(start)(workbook, year) for start in catalog.starts))
    refresh(workbook)
    return tuple(notes)


def write_exactly(workbook: Workbook, table: str, rows: list[Mapping[str, Value]]) -> None:
    """Exactly these rows: placeholders are filled, rows of other days and left-over placeholders go."""
    key = workbook.catalog.tables[table].key[0]
    keep(workbook, table, ())
    workbook.upsert(table, rows)
    keep(workbook, table, {row[key] for row in rows}, placeholders=False)


def keep(workbook: Workbook, table: str, wanted: Iterable[Value], *, placeholders: bool = True) -> None:
    """Drop the rows whose first key is not wanted."""
    keys, kept = [workbook.header(table, column) for column in workbook.catalog.tables[table].key], set(wanted)
    columns = workbook.columns(table)
    rows = list(zip(*(columns[column] for column in workbook.catalog.tables[table].key), strict=True))
    gone = [row for row in rows if (row[0] is not None and row[0] not in kept) or (row[0] is None and not placeholders)]
    if gone:
        workbook.host.drop_rows(table, list(dict.fromkeys(gone)), keys)
