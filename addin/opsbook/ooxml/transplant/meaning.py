"""Whether the same address means the same thing in two shapes of a sheet: a table's cell, a named one, a text, a formula."""

from collections.abc import Iterator
from typing import NamedTuple

from opsbook.ooxml.addresses import Area
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import plain_formula
from opsbook.ooxml.sheet.cell import read_cell
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.table import TableXml


class Shape(NamedTuple):
    """A sheet of one workbook.

    Args:
        book: the workbook.
        title: what it calls the sheet.
    """

    book: BookXml
    title: str


def same_meaning(old: Shape, new: Shape, cells: Area) -> bool:
    """Whether all of some cells mean in a sheet's new shape what they meant in its old one."""
    spots = {*_used(old, cells), *_used(new, cells)}
    was, now = _Names(old), _Names(new)
    return all(_same(was, now, row, column) for row, column in spots)


def _used(shape: Shape, cells: Area) -> Iterator[tuple[int, int]]:
    """The cells among some that the file has."""
    rows = shape.book.sheet(shape.title).rows
    for row in (one for one in rows if cells.top <= one <= cells.bottom):
        yield from ((row, column) for column in rows[row].cells if cells.left <= column <= cells.right)


class _Names:
    """What the cells of a sheet are known by."""

    def __init__(self, shape: Shape) -> None:
        self.page = shape.book.sheet(shape.title)
        self.tables = [one for one in shape.book.tables.values() if one.sheet == shape.title]
        places = ((one.name, shape.book.workbook.cell_named(one.name)) for one in shape.book.workbook.names())
        self.names = {
            (place[1].top, place[1].left): name for name, place in places if place and place[0] == shape.title
        }

    def table(self, row: int, column: int) -> TableXml | None:
        """The table that a cell belongs to."""
        return next((one for one in self.tables if one.place.holds(row, column)), None)


def _same(old: _Names, new: _Names, row: int, column: int) -> bool:
    was, now = old.table(row, column), new.table(row, column)
    if was is None or now is None:
        known, name = old.names.get((row, column)), new.names.get((row, column))
        same = known == name if known or name else _content(old.page, row, column) == _content(new.page, row, column)
        return was is now and same
    same_column = was.headers[column - was.place.left] == now.headers[column - now.place.left]
    key = _content(new.page, row, now.place.left)
    same_row = row - was.place.top == row - now.place.top and key in {"", _content(old.page, row, was.place.left)}
    return was.name == now.name and same_column and same_row


def _content(page: SheetXml, row: int, column: int) -> str:
    raw = page.raw(row, column)
    if raw and read_cell(raw).has_formula:
        found = page.formulas(Area(row, column, row, column))[0][0]
        return "shared" if found is None else f"={plain_formula(found)}"
    value = page.value(row, column)
    return "" if value is None else repr(float(value) if isinstance(value, int | float) else str(value))
