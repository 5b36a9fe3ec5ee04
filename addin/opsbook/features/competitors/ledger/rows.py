"""Rows that refresh works out anew: those that hold no longer go, unless somebody wrote beside them."""

from collections.abc import Iterable, Mapping, Sequence

from opsbook.engine.workbook import Workbook
from opsbook.hosts.host import Key
from opsbook.hosts.matching import parts_of
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.schema import Kind
from opsbook.model.values import Value

Row = Mapping[str, Value]


def replace_rows(workbook: Workbook, table: str, rows: Iterable[Row]) -> None:
    """Make a table hold these rows and no others; cells of the operator's stay with their rows.

    A row that is no longer among them goes, unless somebody typed into it, or cells pin the table's rows in place.

    Args:
        workbook: the open workbook.
        table: its name.
        rows: cells by column id; None makes a cell blank.
    """
    wanted = list(rows)
    _drop(workbook, table, {parts_of(row[name] for name in workbook.catalog.tables[table].key) for row in wanted})
    if wanted:
        workbook.upsert(table, map(_blanked, wanted))


def fill_places(workbook: Workbook, table: str, rows: Sequence[Row]) -> None:
    """Lay rows on a table's numbered places, from the first on; places that are left over hold nothing.

    Args:
        workbook: the open workbook.
        table: its name.
        rows: facts by column id, without the number; None makes a cell blank. Those beyond the last place are left out.
    """
    places = [number for number in workbook.columns(table)["n"] if number]
    facts = [
        column.id for column in workbook.catalog.tables[table].columns if column.kind is Kind.FACT and column.id != "n"
    ]
    nothing: Row = {}
    laid = zip(places, (*rows[: len(places)], *[nothing] * (len(places) - len(rows))), strict=True)
    workbook.upsert(table, ({"n": place, **_blanked({name: row.get(name) for name in facts})} for place, row in laid))


def _blanked(row: Row) -> Row:
    """A row that wipes out what it does not tell."""
    return {name: "" if value is None else value for name, value in row.items()}


def _drop(workbook: Workbook, table: str, wanted: set[tuple[str, ...]]) -> None:
    body = workbook.host.read_table(table)
    headers = [workbook.header(table, name) for name in workbook.catalog.tables[table].key]
    places = [body.headers.index(header) for header in headers]
    keys = [tuple(row[place] for place in places) for row in body.rows]
    stale = [at for at, key in enumerate(keys) if any(parts := parts_of(key)) and parts not in wanted]
    if not stale:
        return
    ours = {
        workbook.header(table, column.id)
        for column in workbook.catalog.tables[table].columns
        if column.kind is not Kind.YOURS
    }
    typed = workbook.host.own_cells(table, [header for header in body.headers if header not in ours])
    if gone := [keys[at] for at in stale if at not in typed]:
        _try_to_drop(workbook, table, gone, headers)


def _try_to_drop(workbook: Workbook, table: str, gone: Sequence[Key], headers: Sequence[str]) -> None:
    try:
        workbook.host.drop_rows(table, gone, headers)
    except WorkbookBrokenError as problem:
        if problem.code != "cells-pinned":
            raise
