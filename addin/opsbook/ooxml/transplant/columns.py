"""Columns of one workbook's table at the right edge of the same table in another, where the cells are free."""

from collections.abc import Iterator, Sequence

from opsbook.ooxml.addresses import Area, cell_name
from opsbook.ooxml.sheet.cell import write_value
from opsbook.ooxml.table import TableXml
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.route import Route, by_header, further_right
from opsbook.ooxml.transplant.rules import Block, blocks, with_blocks
from opsbook.ooxml.widening import open_column
from opsbook.ooxml.xml_text import without_attributes


def append_columns(donor: Donor, table: str, headers: Sequence[str]) -> None:
    """Add columns with their formats, widths, formulas, lights and validations; formula cells wait to be filled.

    Args:
        donor: the workbook that has them.
        table: name of the table in both workbooks.
        headers: of the new columns, left to right.

    Raises:
        WorkbookBrokenError: cells beside the table are in the way.
    """
    titles = [_band(donor, donor.source.table(table), header) for header in headers]
    for at, header in enumerate(headers):
        source = donor.source.table(table)
        append_column(donor, source, header, source.calculated.get(header, ""))
        _put_band(donor, table, header, "" if at and titles[at] == titles[at - 1] else titles[at])
    source, target = donor.source.table(table), donor.target.table(table)
    page = donor.target.sheet(target.sheet)
    page.tail = with_blocks(
        page.tail, [one for header in headers for one in column_blocks(donor, source, target, header)]
    )


def append_column(donor: Donor, source: TableXml, header: str, calculated: str) -> None:
    """Add one column with its formats and width, its cells blank.

    Args:
        donor: the workbook that has it.
        source: its table there.
        header: its header.
        calculated: the formula that Excel continues in it, as it reads in the target; empty without one.

    Raises:
        WorkbookBrokenError: cells beside the table are in the way.
    """
    book, table = donor.target, donor.target.table(source.name)
    page, model = book.sheet(table.sheet), donor.source.sheet(source.sheet)
    number, from_number = table.place.right + 1, source.place.left + source.column(header)
    open_column(book, table)
    head, body = (donor.formats.cell(model.style(row, from_number)) for row in (source.place.top, source.body.top))
    for row in range(table.place.top, table.place.bottom + 1):
        above = row < table.body.top
        page.put(row, number, write_value(cell_name(row, number), head if above else body, header if above else None))
    page.size_column_as(number, without_attributes(model.column_size(from_number), "style"))
    book.tables[table.name] = table.widened(header, calculated)


def _band(donor: Donor, source: TableXml, header: str) -> str:
    """The title of the band above a column: it stands above the first of its columns."""
    page, row = donor.source.sheet(source.sheet), source.place.top - 1
    column = source.place.left + source.column(header)
    shown = (page.value(row, at) for at in range(column, source.place.left - 1, -1)) if row else ()
    return next((str(one) for one in shown if one is not None), "")


def _put_band(donor: Donor, table: str, header: str, title: str) -> None:
    """Draw the band above a new column, where the source has one."""
    source, target = donor.source.table(table), donor.target.table(table)
    style = donor.source.sheet(source.sheet).style(source.place.top - 1, source.place.left + source.column(header))
    if source.place.top > 1 and style:
        row, column = target.place.top - 1, target.place.right
        cell = write_value(cell_name(row, column), donor.formats.cell(style), title or None)
        donor.target.sheet(target.sheet).put(row, column, cell)


def column_blocks(
    donor: Donor, source: TableXml, target: TableXml, header: str, route: Route | None = None
) -> Iterator[Block]:
    """Lights and validations of a column, as they read in the target.

    Raises:
        WorkbookBrokenError: they read a column that the target lacks.
    """
    route = route or Route(source.sheet, by_header(source, target))
    column, new = source.place.left + source.column(header), target.place.left + target.column(header)
    for block in blocks(donor.source.sheet(source.sheet).tail):
        place = next((one for one in block.areas if one.holds(source.body.top, column)), None)
        if place is not None:
            moved = block.at([_stretch(place, source, target, new)], further_right(route, column - place.left))
            yield moved.plain().told(donor.formats.differences)


def _stretch(place: Area, source: TableXml, target: TableXml, column: int) -> Area:
    """The cells of the new column that a rule covers: to the table's end, or as far below it as in the source."""
    top = target.body.top + place.top - source.body.top
    end = target.body.bottom if place.bottom == source.body.bottom else top + place.bottom - place.top
    return Area(top, column, end, column)
