"""Taking rows out of a table: the rows below move up inside the table, everything beside it stays."""

from dataclasses import replace

from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import cell_name, column_letters
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import moved
from opsbook.ooxml.growing import move_totals
from opsbook.ooxml.sheet.cell import formula_text, read_cell, readdress, show, with_formula, write_value
from opsbook.ooxml.sheet.row import RowXml
from opsbook.ooxml.table import TableXml


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
    mover = _Mover(book, table)
    for new, old in enumerate(kept, start=body.top):
        if new != old:
            mover.move(old, new)
    last = body.top + max(len(kept), 1) - 1
    if not kept:
        _empty_row(book, table, body.top)
    for row in range(last + 1, body.bottom + 1):
        _clear_row(book, table, row)
    move_totals(sheet, table, last)
    book.resize(table, last)


_QUOTE = '"'


class _Mover:
    """Cells of a table on their way up; a formula that many rows share is worked out once."""

    def __init__(self, book: BookXml, table: TableXml) -> None:
        self._sheet, self._groups = book.sheet(table.sheet), book.groups(table.sheet)
        self._body = table.body
        self._columns = [(column, column_letters(column)) for column in range(self._body.left, self._body.right + 1)]
        self._stays: dict[tuple[str, int], bool] = {}

    def move(self, old: int, new: int) -> None:
        """Carry one row of the table to another place."""
        below, line = self._sheet.rows.get(old), self._sheet.rows.setdefault(new, RowXml("", ""))
        cells = below.cells if below else {}
        placed = line.touch()
        for column, letters in self._columns:
            raw = cells.get(column)
            if raw:
                placed[column] = self._at(raw, old, column, f"{letters}{new}", new - old)
            else:
                placed.pop(column, None)
        self._sheet.changes += 1

    def _at(self, raw: str, old: int, column: int, address: str, by: int) -> str:
        """A cell's XML at its new address."""
        start = raw.find("<f")
        if start < 0:
            return _readdressed(raw, address)
        end = raw.find("</f>", start)
        if raw.startswith("<f>", start) and end > 0:
            text = raw[start + 3 : end]
            if (text, by) not in self._stays:
                known = formula_text(read_cell(raw))
                self._stays[text, by] = moved(known, by, self._body, self._sheet.name) == known
            if self._stays[text, by]:
                return _readdressed(raw, address)
        cell = read_cell(raw)
        formula = self._groups.formula(old, column)
        shifted = moved(formula or "", by, self._body, self._sheet.name)
        return with_formula(cell, shifted, address) if formula else readdress(raw, address)


def _readdressed(raw: str, address: str) -> str:
    """The same cell at another address; nearly all begin with theirs."""
    if raw.startswith('<c r="'):
        return f'<c r="{address}{raw[raw.index(_QUOTE, 6) :]}'
    return readdress(raw, address)


def _clear_row(book: BookXml, table: TableXml, row: int) -> None:
    sheet = book.sheet(table.sheet)
    for column in range(table.place.left, table.place.right + 1):
        sheet.put(row, column, write_value(cell_name(row, column), sheet.style(row, column), None))


def _empty_row(book: BookXml, table: TableXml, row: int) -> None:
    sheet = book.sheet(table.sheet)
    for column in range(table.place.left, table.place.right + 1):
        cell = sheet.cell(row, column)
        blank = write_value(cell_name(row, column), sheet.style(row, column), None)
        sheet.put(row, column, show(cell.raw, None) if cell is not None and cell.has_formula else blank)
