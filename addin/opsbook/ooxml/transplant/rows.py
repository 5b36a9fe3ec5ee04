"""Rows of one workbook's table at the end of the same table in another, each with a named cell."""

from opsbook.ooxml.addresses import Area, cell_name, quoted
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.growing import grow
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.route import Route, by_header
from opsbook.ooxml.transplant.rules import blocks, with_blocks


def append_row(donor: Donor, table: str, name: str) -> None:
    """Add the row in which a defined name's cell stands, with its formats, what may be typed into it, and the name.

    Args:
        donor: the workbook that has it.
        table: name of the table in both workbooks.
        name: the defined name, which the target does not have.

    Raises:
        WorkbookBrokenError: cells below the table are in the way.
    """
    book, source = donor.target, donor.source.table(table)
    model, row, column = donor.source.cell_named(name)
    grow(book, book.table(table), book.table(table).body.height + 1, {})
    target = book.table(table)
    page, last = book.sheet(target.sheet), target.body.bottom
    route = Route(source.sheet, by_header(source, target))
    for at, header in enumerate(source.headers):
        if header in target.headers:
            number = target.place.left + target.column(header)
            raw = donor.cell(model.raw(row, source.place.left + at), cell_name(last, number), route)
            page.put(last, number, raw)
    cell = Area(row, column, row, column)
    left = route.place(cell).left
    place = Area(last, left, last, left)
    rules = [block for block in blocks(model.tail) if cell in block.areas]
    page.tail = with_blocks(
        page.tail, [one.at([place], route.formula).told(donor.formats.differences) for one in rules]
    )
    book.workbook.add_names([DefinedName(name, f"{quoted(page.name)}!{place.fixed}")])
