"""Rows that refresh works out anew: those that hold no longer go, unless somebody wrote beside them."""

from collections.abc import Iterable, Mapping, Sequence

from opsbook.errors import WorkbookBrokenError
from opsbook.hosts.host import Key
from opsbook.hosts.matching import parts_of
from opsbook.vocabulary.record import Kind
from opsbook.vocabulary.tables import TABLE
from opsbook.vocabulary.values import Value
from opsbook.workflows.opened import Opened

Row = Mapping[str, Value]


def replace_rows(opened: Opened, table: str, rows: Iterable[Row]) -> None:
    """Make a table hold these rows and no others; cells of the operator's stay with their rows.

    A row that is no longer among them goes, unless somebody typed into it, or cells pin the table's rows in place.

    Args:
        opened: the workbook.
        table: its name.
        rows: cells by column id; None makes a cell blank.
    """
    wanted = list(rows)
    _drop(opened, table, {parts_of(row[name] for name in TABLE[table].key) for row in wanted})
    if wanted:
        opened.upsert(table, ({name: "" if value is None else value for name, value in row.items()} for row in wanted))


def _drop(opened: Opened, table: str, wanted: set[tuple[str, ...]]) -> None:
    body = opened.host.read_table(table)
    headers = [opened.header(table, name) for name in TABLE[table].key]
    places = [body.headers.index(header) for header in headers]
    keys = [tuple(row[place] for place in places) for row in body.rows]
    stale = [at for at, key in enumerate(keys) if any(parts := parts_of(key)) and parts not in wanted]
    if not stale:
        return
    ours = {opened.header(table, column.id) for column in TABLE[table].columns if column.kind is not Kind.YOURS}
    typed = opened.host.own_cells(table, [header for header in body.headers if header not in ours])
    if gone := [keys[at] for at in stale if at not in typed]:
        _try_to_drop(opened, table, gone, headers)


def _try_to_drop(opened: Opened, table: str, gone: Sequence[Key], headers: Sequence[str]) -> None:
    try:
        opened.host.drop_rows(table, gone, headers)
    except WorkbookBrokenError as problem:
        if problem.code != "cells-pinned":
            raise
