"""Rows of a table by key, and how two states of them differ."""

from collections.abc import Iterator, Mapping, Sequence

from opsbook.engine.mapping.mappings import kept_columns
from opsbook.engine.workbook import Workbook
from opsbook.hosts.history.archive import Origins
from opsbook.hosts.history.run import Cells, Parts, RowChange, What
from opsbook.hosts.host import TableRows
from opsbook.hosts.matching import parts_of
from opsbook.model.schema import Kind as Writer
from opsbook.model.values import Value

VALUE = "value"
"""The one column of a named cell."""
Body = Mapping[Parts, Cells]


def changes_of(table: str, before: Body, after: Body, origins: Origins) -> Iterator[RowChange]:
    """Rows that differ between two states of a table."""
    for parts, row in after.items():
        told = origins.get(parts, {})
        if parts not in before:
            yield RowChange(table, parts, What.ADDED, {}, _filled(row), told)
        elif row != before[parts]:
            was = before[parts]
            names = [name for name in {**was, **row} if was.get(name) != row.get(name)]
            old, new = ({name: side.get(name) for name in names} for side in (was, row))
            yield RowChange(table, parts, What.CHANGED, old, new, {name: told[name] for name in names if name in told})
    for parts, row in before.items():
        if parts not in after:
            yield RowChange(table, parts, What.DROPPED, _filled(row), {})


def own_columns(workbook: Workbook, table: str, headers: Sequence[str]) -> Mapping[str, int]:
    """Positions of the columns that commands write: by column id, extra ones by header."""
    kinds = {column.id: column.kind for column in workbook.catalog.tables[table].columns}
    known = workbook.plan.headers[table]
    ids = {header: name for name, header in known.items() if kinds.get(name, Writer.FORMULA) is not Writer.FORMULA}
    ids |= {header: header for header in kept_columns(workbook, table)}
    return {ids[header]: at for at, header in enumerate(headers) if header in ids}


def rows_by_key(workbook: Workbook, table: str, body: TableRows) -> dict[Parts, Cells]:
    """Cells that commands write, by key as text; placeholders are left out, and of equal keys the first counts."""
    at = own_columns(workbook, table, body.headers)
    key = [at[name] for name in workbook.catalog.tables[table].key if name in at]
    found: dict[Parts, Cells] = {}
    for row in body.rows:
        parts = parts_of(row[place] for place in key)
        if any(parts) and parts not in found:
            found[parts] = {name: filled_cell(row[place]) for name, place in at.items()}
    return found


def filled_cell(value: Value) -> Value:
    """What a cell holds: an empty text is nothing."""
    return None if value == "" else value


def _filled(row: Cells) -> Cells:
    return {name: value for name, value in row.items() if value is not None}
