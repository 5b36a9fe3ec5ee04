"""One more column at the right edge of a table in a file, where the cells are free."""

from dataclasses import replace

from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import LAST_COLUMN, Area, cell_name
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.growing import first_filled
from opsbook.ooxml.sheet.cell import write_value
from opsbook.ooxml.table import TableXml


def widen(book: BookXml, table: TableXml, header: str, like: str) -> None:
    """Add a column to a table; its cells are blank and formatted like another column's.

    Args:
        book: the workbook.
        table: the table.
        header: name of the new column.
        like: header of the column whose formats and width it gets.

    Raises:
        WorkbookBrokenError: no such column to be like, or cells beside the table are in the way.
    """
    sheet, place = book.sheet(table.sheet), table.place
    column, model = place.right + 1, place.left + table.column(like)
    open_column(book, table)
    for row in range(place.top, place.bottom + 1):
        value = header if row < table.body.top else None
        sheet.put(row, column, write_value(cell_name(row, column), sheet.style(row, model), value))
    sheet.size_column(column, model)
    book.tables[table.name] = table.widened(header)


def open_column(book: BookXml, table: TableXml) -> None:
    """Make sure that the column beside a table is free; what stands above the table goes on over it, such as a title band.

    Raises:
        WorkbookBrokenError: cells are in the way.
    """
    sheet, place, column = book.sheet(table.sheet), table.place, table.place.right + 1
    _check_room(book, table, Area(place.top, column, place.bottom, column))
    for row in range(1, place.top):
        if style := sheet.style(row, place.right):
            sheet.put(row, column, sheet.raw(row, column) or write_value(cell_name(row, column), style, None))


def _check_room(book: BookXml, table: TableXml, room: Area) -> None:
    sheet = book.sheet(table.sheet)
    if room.right > LAST_COLUMN:
        raise WorkbookBrokenError(
            "no-column-free", table=table.name, cell=f"{sheet.name}!{replace(room, left=LAST_COLUMN)}"
        )
    taken = [*book.neighbours(table), *sheet.merged(), *book.groups(table.sheet).arrays()]
    meeting = next((f"{sheet.name}!{area}" for area in taken if area.meets(room)), "") or first_filled(sheet, room)
    if meeting:
        raise WorkbookBrokenError("no-column-free", table=table.name, cell=meeting)
