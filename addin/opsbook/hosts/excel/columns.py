"""One more column at the right edge of a live table, where the cells are free."""

from opsbook.hosts.excel.api import cell_values, unlocked
from opsbook.hosts.excel.cells import write_cells
from opsbook.hosts.excel.tables import LiveTable
from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import LAST_COLUMN, cell_name


def widen(table: LiveTable, header: str, like: str) -> None:
    """Add a column to a table; its cells are blank and formatted like another column's.

    Args:
        table: the table.
        header: name of the new column.
        like: header of the column whose format and width it gets.

    Raises:
        WorkbookBrokenError: no such column to be like, or cells beside the table are in the way.
    """
    if like not in table.headers:
        raise WorkbookBrokenError("missing-header", table=table.name, header=like, found=table.headers)
    column, model = table.left + table.width, table.left + table.headers.index(like)
    _check_room(table, column)
    head = table.top - 1
    with unlocked(table.sheet):
        table.widen()
        fresh, old = (table.sheet.range((table.top, at), (table.bottom, at)) for at in (column, model))
        form = (
            old.number_format
            if old.number_format is not None
            else table.sheet.range((table.bottom, model)).number_format
        )
        if form is not None:
            fresh.number_format = form
        width = table.sheet.range((head, model)).column_width
        if width:  # a column out of sight has none
            fresh.column_width = width
        write_cells(table.sheet, {(head, column): header})
    table.reload()


def _check_room(table: LiveTable, column: int) -> None:
    top, bottom = table.top - 1, table.bottom + table.totals
    if column > LAST_COLUMN:
        raise WorkbookBrokenError("no-column-free", table=table.name, cell=cell_name(top, LAST_COLUMN))
    room = table.sheet.range((top, column), (bottom, column))
    filled = next((at for at, (value,) in enumerate(cell_values(room)) if value is not None), None)
    beside = any(
        other.range.column <= column < other.range.column + other.range.shape[1]
        and other.range.row <= bottom
        and top < other.range.row + other.range.shape[0]
        for other in table.sheet.tables
        if other.name != table.name
    )
    if filled is not None or beside or room.merge_cells is not False:
        cell = f"{table.sheet.name}!{cell_name(top + (filled or 0), column)}"
        raise WorkbookBrokenError("no-column-free", table=table.name, cell=cell)
