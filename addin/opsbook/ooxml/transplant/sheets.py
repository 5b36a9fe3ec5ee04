"""A whole sheet of one workbook put into another: cells, formats, tables, charts, print titles and names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from opsbook.ooxml.addresses import cell_name, quoted, target
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.package.joining import free_part
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.sheet.tail import inserted
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.drawings import add_drawing
from opsbook.ooxml.transplant.route import Route
from opsbook.ooxml.transplant.rules import with_formulas
from opsbook.ooxml.transplant.table_parts import LINKS, add_table_part, with_table_parts

_SELECTED = re.compile(r'\s(?:tabSelected|codeName)="[^"]*"')
_DRAWING = re.compile(r'<drawing\s[^>]*?r:id="[^"]*"\s*/>')
_LEGACY = re.compile(r"<(?:legacyDrawing|legacyDrawingHF|picture)\s[^>]*/>")
_TABLES = re.compile(r"<tableParts\b[^>]*?(?:/>|>.*?</tableParts>)", re.DOTALL)


def add_sheet(donor: Donor, title: str, at: int, titles: Mapping[str, str]) -> None:
    """Put a sheet among the tabs of the target.

    Args:
        donor: the workbook that has it.
        title: its name, which no sheet of the target has.
        at: how many tabs stand before it.
        titles: what the target calls the sheets that its formulas and charts read, where it calls them otherwise.
    """
    part, route = free_part(donor.target.package, "xl/worksheets/sheet"), Route(title, titles=titles)
    page = copied(donor, title, part, route)
    donor.target.add_sheet(title, part, page, at, hidden=title in donor.source.workbook.hidden())
    tables = [table for table in donor.source.tables.values() if table.sheet == title]
    with_table_parts(page, [add_table_part(donor, table, title, part, route.place) for table in tables])
    draw(donor, title, page, part, route)
    donor.target.workbook.add_names([*_own_names(donor, title, at, route), *new_names(donor, title, title)])


def copied(donor: Donor, title: str, part: str, route: Route) -> SheetXml:
    """The sheet as it reads in the target, without what points to other parts."""
    model = donor.source.sheet(title)
    text = _LEGACY.sub("", _TABLES.sub("", _DRAWING.sub("", _SELECTED.sub("", model.text))))
    page = SheetXml(text, title, donor.target.package.file, part, list)
    for row, line in model.rows.items():
        for column in line.cells:
            page.put(row, column, donor.cell(model.raw(row, column), cell_name(row, column), route))
    page.tail = with_formulas(donor.formats.differences(page.tail), route.formula)
    return page


def draw(donor: Donor, title: str, page: SheetXml, part: str, route: Route) -> None:
    """Lay the sheet's drawing over its cells in the target."""
    for link in donor.source.package.relationships(donor.source.part_of(title)):
        if link.type == "drawing":
            tag = f'<drawing xmlns:r="{LINKS}" r:id="{add_drawing(donor, link.target, part, route)}"/>'
            page.tail = inserted(page.tail, "drawing", tag)


def new_names(donor: Donor, title: str, own: str) -> Iterator[DefinedName]:
    """The workbook's names of the sheet's cells that the target lacks.

    Args:
        donor: the workbook that has them.
        title: the sheet.
        own: what the target calls it.
    """
    known = {one.name.casefold() for one in donor.target.workbook.names()}
    for one in named_cells(donor.source, title):
        if one.name.casefold() not in known:
            yield renamed(one, own)


def named_cells(book: BookXml, title: str) -> Iterator[DefinedName]:
    """The workbook's names of cells of a sheet."""
    for one in book.workbook.names():
        meant = target(one.text) if one.sheet is None else None
        if meant and meant[0] == title:
            yield one


def renamed(name: DefinedName, own: str) -> DefinedName:
    """A name of a cell on a sheet that is called otherwise."""
    meant = target(name.text)
    return replace(name, text=f"{quoted(own)}!{meant[1].fixed}") if meant else name


def _own_names(donor: Donor, title: str, at: int, route: Route) -> Iterator[DefinedName]:
    """Names of the sheet itself, such as its print titles."""
    position = donor.source.workbook.tabs().index(title)
    for one in donor.source.workbook.names():
        if one.sheet == position:
            yield replace(one, text=route.formula(one.text), sheet=at)
