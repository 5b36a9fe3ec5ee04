"""Making room for new rows at the end of a table."""

from collections.abc import Iterable
from dataclasses import replace

from opsbook.errors import WorkbookBrokenError
from opsbook.hosts.addresses import LAST_ROW, Area, cell_name
from opsbook.hosts.book_xml import BookXml
from opsbook.hosts.cell_xml import readdress, write_formula, write_value
from opsbook.hosts.covering import follow
from opsbook.hosts.formula_groups import place_of
from opsbook.hosts.formula_spelling import spelled_out
from opsbook.hosts.sheet_xml import SheetXml
from opsbook.hosts.table_xml import TableXml


def grow(book: BookXml, table: TableXml, height: int) -> None:
    """Add rows to a table until its body is `height` rows high, formatted like its last row.

    Raises:
        WorkbookBrokenError: cells below the table are in the way.
    """
    sheet, body = book.sheet(table.sheet), table.body
    last = body.top + height - 1
    if last <= body.bottom:
        return
    _check_room(book, table, replace(table.place, top=table.place.bottom + 1, bottom=last + table.totals))
    move_totals(sheet, table, last)
    for row in range(body.bottom + 1, last + 1):
        _new_row(book, table, row)
    sheet.tail = follow(sheet.tail, body, last)
    book.resize(table, last)


def _check_room(book: BookXml, table: TableXml, room: Area) -> None:
    sheet = book.sheet(table.sheet)
    if room.bottom > LAST_ROW:
        raise WorkbookBrokenError("table-full", table=table.name, rows=LAST_ROW)
    for other in (*book.neighbours(table), *sheet.merged(), *book.groups(table.sheet).arrays()):
        if other.meets(room):
            raise WorkbookBrokenError("cells-in-the-way", table=table.name, cell=f"{sheet.name}!{other}")
    for row, column in _filled(sheet, room):
        raise WorkbookBrokenError("cells-in-the-way", table=table.name, cell=place_of(sheet, row, column))


def _filled(sheet: SheetXml, room: Area) -> Iterable[tuple[int, int]]:
    for row in sorted(number for number in sheet.rows if room.top <= number <= room.bottom):
        for column in range(room.left, room.right + 1):
            cell = sheet.cell(row, column)
            if cell is not None and (cell.has_formula or sheet.value(row, column) is not None):
                yield row, column


def move_totals(sheet: SheetXml, table: TableXml, last_body_row: int) -> None:
    """Carry the totals row to its new place; the old one is left blank."""
    if not table.totals or table.body.bottom == last_body_row:
        return
    old, new = table.place.bottom, last_body_row + table.totals
    for column in range(table.place.left, table.place.right + 1):
        cell = sheet.cell(old, column)
        sheet.put(new, column, readdress(cell.raw, cell_name(new, column)) if cell else "")
        sheet.put(old, column, "")


def _new_row(book: BookXml, table: TableXml, row: int) -> None:
    sheet, body = book.sheet(table.sheet), table.body
    for column, header in enumerate(table.headers, start=body.left):
        style = sheet.style(body.bottom, column) or sheet.style(row, column)
        formula = _continued(book, table, header, column, row)
        address = cell_name(row, column)
        sheet.put(
            row, column, write_formula(address, style, formula, None) if formula else write_value(address, style, None)
        )
    sheet.take_height(row, body.bottom)


def _continued(book: BookXml, table: TableXml, header: str, column: int, row: int) -> str:
    """The formula a calculated column has in a new row; empty for other columns."""
    formula, last = table.calculated.get(header, ""), table.body.bottom
    if spelled_out(formula, 1, 1) == formula:
        return formula
    above = book.groups(table.sheet).formula(last, column)
    return spelled_out(above, row - last, 0) if above else formula
