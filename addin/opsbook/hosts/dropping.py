"""Taking rows out of a table: the rows below move up inside the table, everything beside it stays."""

from dataclasses import replace

from opsbook.errors import WorkbookBrokenError
from opsbook.hosts.addresses import cell_name
from opsbook.hosts.book_xml import BookXml
from opsbook.hosts.cell_xml import readdress, show, with_formula, write_value
from opsbook.hosts.formula_spelling import moved
from opsbook.hosts.growing import move_totals
from opsbook.hosts.table_xml import TableXml


def drop(book: BookXml, table: TableXml, gone: set[int]) -> None:
    """Remove body rows by index, counted from 0; one blank row always remains.

    Raises:
        WorkbookBrokenError: merged cells, links, comments or array formulas hold the rows in place.
    """
    sheet, body = book.sheet(table.sheet), table.body
    moving = replace(body, top=body.top + min(gone))
    for pinned in book.pinned(table.sheet):
        if pinned.meets(moving):
            raise WorkbookBrokenError("cells-pinned", table=table.name, cell=f"{sheet.name}!{pinned}")
    book.groups(table.sheet).release(body)
    kept = [row for row in range(body.top, body.bottom + 1) if row - body.top not in gone]
    for new, old in enumerate(kept, start=body.top):
        if new != old:
            _move_row(book, table, old, new)
    last = body.top + max(len(kept), 1) - 1
    if not kept:
        _empty_row(book, table, body.top)
    for row in range(last + 1, body.bottom + 1):
        _clear_row(book, table, row)
    move_totals(sheet, table, last)
    book.resize(table, last)


def _move_row(book: BookXml, table: TableXml, old: int, new: int) -> None:
    sheet, body = book.sheet(table.sheet), table.body
    for column in range(body.left, body.right + 1):
        cell, raw = sheet.cell(old, column), ""
        if cell is not None:
            formula, address = book.groups(table.sheet).formula(old, column), cell_name(new, column)
            shifted = moved(formula or "", new - old, body, sheet.name)
            raw = with_formula(cell, shifted, address) if formula else readdress(cell.raw, address)
        sheet.put(new, column, raw)


def _clear_row(book: BookXml, table: TableXml, row: int) -> None:
    sheet = book.sheet(table.sheet)
    for column in range(table.place.left, table.place.right + 1):
        sheet.put(row, column, write_value(cell_name(row, column), sheet.style(row, column), None))


def _empty_row(book: BookXml, table: TableXml, row: int) -> None:
    sheet = book.sheet(table.sheet)
    for column in range(table.place.left, table.place.right + 1):
        cell = sheet.cell(row, column)
        blank = write_value(cell_name(row, column), sheet.style(row, column), None)
        sheet.put(row, column, show(cell, None) if cell is not None and cell.has_formula else blank)
