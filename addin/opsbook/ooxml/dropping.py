"""Taking rows out of a table: the rows below move up inside the table, everything beside it stays."""

import re
from collections.abc import Sequence
from dataclasses import replace

from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import cell_name, column_letters
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import moved
from opsbook.ooxml.growing import move_totals
from opsbook.ooxml.sheet.cell import formula_said, readdress, show, with_formula, write_value
from opsbook.ooxml.sheet.row import Between
from opsbook.ooxml.table import TableXml

_HELD = re.compile(r'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?)[^>]*?(?:/>|>.*?</c>)', re.DOTALL)  # of plain cells


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


class _Mover:
    """Rows of a table on their way up, as text; a cell is looked at where its formula depends on where it stands."""

    def __init__(self, book: BookXml, table: TableXml) -> None:
        self._sheet, self._groups = book.sheet(table.sheet), book.groups(table.sheet)
        self._body = table.body
        self._letters = [column_letters(column) for column in range(self._body.left, self._body.right + 1)]
        self._stays: dict[tuple[str, int], bool] = {}

    def move(self, old: int, new: int) -> None:
        """Carry one row of the table to another place."""
        left, right = self._body.left, self._body.right
        cells = self._sheet.between(old, left, right)
        formulas = self._sheet.formulas(replace(self._body, top=old, bottom=old))[0]
        if cells is not None and self._stay(formulas, new - old):
            cells = cells._replace(text=self._readdressed(cells.text, old, new))
        else:
            cells = Between("".join(self._at(old, column, new) for column in range(left, right + 1)))
        self._sheet.put_between(new, left, right, cells)

    def _readdressed(self, text: str, old: int, new: int) -> str:
        for letters in self._letters:
            text = text.replace(f'<c r="{letters}{old}"', f'<c r="{letters}{new}"', 1)
        return text

    def _stay(self, formulas: Sequence[str | None], by: int) -> bool:
        """Whether formulas say the same in another row; one that many rows share is asked once."""
        return all(self._stays_same(one, by) for one in formulas if one is not None)

    def _stays_same(self, stored: str, by: int) -> bool:
        if (stored, by) not in self._stays:
            known = formula_said(stored)
            self._stays[stored, by] = moved(known, by, self._body, self._sheet.name) == known
        return self._stays[stored, by]

    def _at(self, old: int, column: int, new: int) -> str:
        """A cell's XML in its new row."""
        cell, address = self._sheet.cell(old, column), cell_name(new, column)
        if cell is None:
            return ""
        formula = self._groups.formula(old, column)
        shifted = moved(formula or "", new - old, self._body, self._sheet.name)
        return with_formula(cell, shifted, address) if formula else readdress(cell.raw, address)


def _clear_row(book: BookXml, table: TableXml, row: int) -> None:
    """Leave nothing of a row but its formats."""
    sheet, left, right = book.sheet(table.sheet), table.place.left, table.place.right
    cells = sheet.between(row, left, right)
    if cells is not None:
        sheet.put_between(row, left, right, Between(_HELD.sub(r"\1/>", cells.text)))
        return
    for column in range(left, right + 1):
        sheet.put(row, column, write_value(cell_name(row, column), sheet.style(row, column), None))


def _empty_row(book: BookXml, table: TableXml, row: int) -> None:
    sheet = book.sheet(table.sheet)
    for column in range(table.place.left, table.place.right + 1):
        cell = sheet.cell(row, column)
        blank = write_value(cell_name(row, column), sheet.style(row, column), None)
        sheet.put(row, column, show(cell.raw, None) if cell is not None and cell.has_formula else blank)
