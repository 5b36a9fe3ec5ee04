"""A table of one workbook put on an old sheet of another: right of everything that is used there."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from opsbook.ooxml.addresses import Area, cell_name, quoted, target
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.table import TableXml
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.route import Route, beside, further_right
from opsbook.ooxml.transplant.rules import Block, blocks, with_blocks
from opsbook.ooxml.transplant.table_parts import add_table_part, with_table_parts
from opsbook.ooxml.xml_text import without_attributes


def add_table(donor: Donor, name: str, anchor: str) -> None:
    """Put a table with its title, formats, widths, rules and names on the sheet of another.

    One blank column stands between it and what was there; its header stands in the row of the other's header.

    Args:
        donor: the workbook that has it.
        name: the table.
        anchor: the first table of its sheet, which both workbooks have.

    Raises:
        WorkbookBrokenError: the sheet is as wide as Excel allows.
    """
    table, beside_it = donor.source.table(name), donor.target.table(anchor)
    page = donor.target.sheet(beside_it.sheet)
    box = Area(1, table.place.left, max(donor.source.sheet(table.sheet).rows), table.place.right)
    down = beside_it.place.top - donor.source.table(anchor).place.top
    route = Route(table.sheet, _inside(box, down, page.used.right + 2 - box.left), {table.sheet: page.name})
    _copy_cells(donor, table.sheet, page.name, box, route)
    page.tail = with_blocks(page.tail, list(_rules(donor, table.sheet, box, route)))
    arrow = add_table_part(donor, table, page.name, donor.target.part_of(page.name), route.place)
    with_table_parts(page, [arrow])
    donor.target.workbook.add_names(list(_names(donor, table, box, page.name, route)))


def _inside(box: Area, rows: int, columns: int) -> Callable[[Area], Area]:
    """Cells of the box move; all others stay."""
    moved = beside(rows, columns)
    return lambda area: moved(area) if box.left <= area.left and area.right <= box.right else area


def _copy_cells(donor: Donor, sheet: str, to_sheet: str, box: Area, route: Route) -> None:
    model, page = donor.source.sheet(sheet), donor.target.sheet(to_sheet)
    for row, line in model.rows.items():
        for column in (one for one in line.cells if box.left <= one <= box.right):
            at = route.place(Area(row, column, row, column))
            if at.top >= 1:
                page.put(at.top, at.left, donor.cell(model.raw(row, column), cell_name(at.top, at.left), route))
    for column in range(box.left, box.right + 1):
        to = route.place(Area(1, column, 1, column)).left
        page.size_column_as(to, without_attributes(model.column_size(column), "style"))
    page.merge([route.place(one) for one in model.merged() if box.left <= one.left and one.right <= box.right])


def _rules(donor: Donor, sheet: str, box: Area, route: Route) -> Iterator[Block]:
    """Lights and validations of the box, as they read in the target."""
    for block in blocks(donor.source.sheet(sheet).tail):
        inside = [one for one in block.areas if one.meets(box)]
        if inside:
            cut = [Area(one.top, max(one.left, box.left), one.bottom, min(one.right, box.right)) for one in inside]
            reader = further_right(route, cut[0].left - block.areas[0].left)
            yield block.at(map(route.place, cut), reader).plain().told(donor.formats.differences)


def _names(donor: Donor, table: TableXml, box: Area, title: str, route: Route) -> Iterator[DefinedName]:
    """The workbook's names of cells in the box that the target lacks."""
    known = {one.name.casefold() for one in donor.target.workbook.names()}
    for one in donor.source.workbook.names():
        meant = target(one.text)
        if one.sheet is None and meant and meant[0] == table.sheet and one.name.casefold() not in known:
            place = meant[1]
            if box.left <= place.left and place.right <= box.right:
                new = route.place(place)
                yield replace(one, text=f"{quoted(title)}!{new.fixed}")
