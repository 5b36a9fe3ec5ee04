"""Every row of a table: those in the workbook and those archived in its history."""

from collections.abc import Collection, Mapping, Sequence

from opsbook.engine.mapping.mappings import kept_columns
from opsbook.engine.workbook import Rows, Workbook
from opsbook.hosts.history.run import Parts
from opsbook.hosts.host import Key
from opsbook.hosts.matching import parts_of, stored_value
from opsbook.model.schema import Kind
from opsbook.model.values import Value


def every_row(workbook: Workbook, table: str, days: Collection[float] | None = None) -> Rows:
    """Read a table from the workbook and its history; whoever analyses items, plans or keywords asks here.

    Args:
        workbook: the open workbook.
        table: name of a fact table.
        days: serial numbers; None asks for every day.

    Returns:
        Cells by column id, formulas left out, ordered by key. Where both hold a row, the workbook's counts.

    Raises:
        FileRefusedError: the history cannot be read.
    """
    found = {**past_rows(workbook, table, days), **own_rows(workbook, table, days)}
    return [found[parts] for parts in sorted(found, key=lambda parts: (_number(parts[0]), parts))]


def own_rows(
    workbook: Workbook, table: str, days: Collection[float] | None = None
) -> Mapping[Parts, Mapping[str, Value]]:
    """Rows of the workbook by key as text, without placeholder rows; extra columns are keyed by their headers.

    The sum of a day's rest is left out: what it adds up lies in the history, row by row.
    """
    cells, schema = workbook.columns(table), workbook.catalog.tables[table]
    facts = (column.id for column in schema.columns if column.kind is not Kind.FORMULA)
    names = [name for name in facts if name in cells]
    cells = {**{name: cells[name] for name in names}, **_kept_cells(workbook, table)}
    at = list(cells).index("date")
    rows = (row for row in zip(*cells.values(), strict=True) if row[at] not in {None, ""})
    wanted = (dict(zip(cells, row, strict=True)) for row in rows if days is None or row[at] in days)
    keyed = ((parts_of(row.get(name) for name in schema.key), row) for row in wanted)
    return {parts: row for parts, row in keyed if not schema.is_others(parts[-1])}


def _kept_cells(workbook: Workbook, table: str) -> Mapping[str, Sequence[Value]]:
    """Cells of the extra columns that imports fill, by header."""
    kept = kept_columns(workbook, table)
    if not kept:
        return {}
    body = workbook.host.read_table(table)
    return {header: [row[body.headers.index(header)] for row in body.rows] for header in kept}


def past_rows(
    workbook: Workbook, table: str, days: Collection[float] | None = None
) -> Mapping[Parts, Mapping[str, Value]]:
    """Rows that lie in the history, by key as text; every column is there."""
    if not workbook.catalog.tables[table].window:
        return {}
    blank = dict.fromkeys(column.id for column in workbook.catalog.tables[table].columns)
    return {parts: {**blank, **row} for parts, row in workbook.host.history.rows(table, days).items()}


def archive(workbook: Workbook, table: str, rows: Mapping[Key, Mapping[str, Value]]) -> None:
    """Put rows into the history, every cell as the workbook would hold it, ids as text."""
    worded = {
        parts_of(key): {
            **{name: stored_value(value) for name, value in row.items()},
            **dict(zip(workbook.catalog.tables[table].key, key, strict=True)),
        }
        for key, row in rows.items()
    }
    workbook.host.history.put(table, worded)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:  # somebody's word in place of a day
        return float("inf")
