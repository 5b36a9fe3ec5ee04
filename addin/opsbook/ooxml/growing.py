"""Make room for new rows at the end of a table, and stretch the formats and validations that cover it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import Value
from opsbook.ooxml.addresses import LAST_ROW, Area, area, cell_name
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import spelled_out
from opsbook.ooxml.sheet.cell import readdress, write_formula, write_value
from opsbook.ooxml.sheet.formula_groups import place_of
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.table import TableXml


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column gives to each new row: its format, and its formula when Excel continues it."""

    number: int
    style: str
    formula: str
    from_row: int  # where the formula's relative addresses hold; 0 when it has none


def grow(book: BookXml, table: TableXml, height: int, values: Mapping[tuple[int, int], Value]) -> None:
    """Add rows to a table until its body is `height` rows high, formatted like its last row.

    Args:
        book: the workbook.
        table: the table.
        height: how many body rows it will have.
        values: what the new rows hold, by row and column index of the body, counted from 0.

    Raises:
        WorkbookBrokenError: cells below the table are in the way.
    """
    sheet, body = book.sheet(table.sheet), table.body
    last = body.top + height - 1
    if last <= body.bottom:
        return
    _check_room(book, table, replace(table.place, top=table.place.bottom + 1, bottom=last + table.totals))
    move_totals(sheet, table, last)
    columns = [_column(book, table, number) for number in range(body.left, body.right + 1)]
    for row in range(body.bottom + 1, last + 1):
        places = zip(columns, ((row - body.top, at) for at in range(len(columns))), strict=True)
        cells = {one.number: _new_cell(sheet, one, row, values, place) for one, place in places}
        sheet.put_row(row, cells, body.bottom)
    sheet.tail = follow(sheet.tail, body, last)
    book.resize(table, last)


def _check_room(book: BookXml, table: TableXml, room: Area) -> None:
    sheet = book.sheet(table.sheet)
    if room.bottom > LAST_ROW:
        raise WorkbookBrokenError("table-full", table=table.name, rows=LAST_ROW)
    for other in (*book.neighbours(table), *sheet.merged(), *book.groups(table.sheet).arrays()):
        if other.meets(room):
            raise WorkbookBrokenError("cells-in-the-way", table=table.name, cell=f"{sheet.name}!{other}")
    if filled := first_filled(sheet, room):
        raise WorkbookBrokenError("cells-in-the-way", table=table.name, cell=filled)


def first_filled(sheet: SheetXml, room: Area) -> str:
    """Where the first cell of a rectangle holds something, as messages name it; empty where all are blank."""
    return next((place_of(sheet, row, column) for row, column in _filled(sheet, room)), "")


def _filled(sheet: SheetXml, room: Area) -> Iterable[tuple[int, int]]:
    for row in sorted(number for number in sheet.rows if room.top <= number <= room.bottom):
        yield from ((row, column) for column in filled_columns(sheet, row, room))


def filled_columns(sheet: SheetXml, row: int, room: Area) -> Sequence[int]:
    """The columns of a rectangle that hold something in a row, left to right."""
    place = replace(room, top=row, bottom=row)
    (values,), (calculating,) = sheet.values(place), sheet.calculating(place)
    cells = enumerate(zip(values, calculating, strict=True), room.left)
    return [column for column, (value, calculates) in cells if value is not None or calculates]


def move_totals(sheet: SheetXml, table: TableXml, last_body_row: int) -> None:
    """Carry the totals row to its new place; the old one is left blank."""
    if not table.totals or table.body.bottom == last_body_row:
        return
    old, new = table.place.bottom, last_body_row + table.totals
    for column in range(table.place.left, table.place.right + 1):
        cell = sheet.cell(old, column)
        sheet.put(new, column, readdress(cell.raw, cell_name(new, column)) if cell else "")
        sheet.put(old, column, "")


def _column(book: BookXml, table: TableXml, number: int) -> _Column:
    last = table.body.bottom
    style = book.sheet(table.sheet).style(last, number)
    formula = table.calculated.get(table.headers[number - table.body.left], "")
    if spelled_out(formula, 1, 1) == formula:
        return _Column(number, style, formula, 0)
    above = book.groups(table.sheet).formula(last, number)
    return _Column(number, style, above or formula, last if above else 0)


def _new_cell(
    sheet: SheetXml, column: _Column, row: int, values: Mapping[tuple[int, int], Value], place: tuple[int, int]
) -> str:
    address, style = cell_name(row, column.number), column.style or sheet.style(row, column.number)
    if place in values or not column.formula:
        return write_value(address, style, values.get(place))
    formula = spelled_out(column.formula, row - column.from_row, 0) if column.from_row else column.formula
    return write_formula(address, style, formula, None)


_PLAIN = re.compile(r'(<(?:conditionalFormatting|dataValidation)\s[^>]*?\bsqref=")([^"]*)(")')
_EXTENDED = re.compile(r"<x14:(conditionalFormatting|dataValidation)\b.*?</x14:\1>", re.DOTALL)
_WITHIN = re.compile(r"(<xm:sqref>)([^<]*)(</xm:sqref>)")


def follow(tail: str, body: Area, last_row: int) -> str:
    """Stretch every format and validation that covered a table's body down to its new last row.

    Args:
        tail: the sheet's XML after its cells.
        body: the table's body before it grew.
        last_row: the new last row; ranges that reach further stay as they are.
    """

    def stretch(found: re.Match[str]) -> str:
        areas = " ".join(_stretched(text, body, last_row) for text in found[2].split())
        return f"{found[1]}{areas}{found[3]}" if areas != found[2] else found[0]

    tail = _PLAIN.sub(stretch, tail)
    return _EXTENDED.sub(lambda block: _WITHIN.sub(stretch, block[0]), tail)


def _stretched(text: str, body: Area, last_row: int) -> str:
    place = area(text)
    if place is None or place.top > body.top or not body.bottom <= place.bottom < last_row:
        return text
    if place.right < body.left or place.left > body.right:
        return text
    return str(replace(place, bottom=last_row))
