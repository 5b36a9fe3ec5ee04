"""A sheet that a person made, put into another workbook with everything on it: charts, pictures, comments, links, tables."""

import re
from collections.abc import Iterator
from dataclasses import replace

from opsbook.ooxml.addresses import Area, area, cell_name, quoted, target
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.own_parts.shown_cells import ShownCells
from opsbook.ooxml.own_parts.transfer import Lost, Spot, Transfer
from opsbook.ooxml.package.copying import PartCopies
from opsbook.ooxml.package.joining import connect, free_part
from opsbook.ooxml.package.parts import links_of
from opsbook.ooxml.sheet.cell import formula_said, read_cell, readdress
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.sheet.tail import elements
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.route import same_place
from opsbook.ooxml.transplant.rules import with_formulas
from opsbook.ooxml.transplant.table_parts import add_table_part, with_table_parts
from opsbook.ooxml.xml_text import as_bytewise, attribute, escaped, readable, with_attribute

_SELECTED = re.compile(r'\s(?:tabSelected|codeName)="[^"]*"')
_STYLED = re.compile(r'(<(?:row|col)\s[^>]*?\s(?:s|style)=")(\d+)(")')
_PRINTER = re.compile(r'(<pageSetup\s[^>]*?)\sr:id="[^"]*"')
_ARRAY = re.compile(r"(<f\b[^>]*?>)([^<]*)(</f>)")
_EXTENSION = re.compile(r"<ext\s.*?</ext>", re.DOTALL)
_EXTENDED = re.compile(r"(<xm:f>)([^<]*)(</xm:f>)")
_LINK = re.compile(r"<hyperlink\s[^>]*>")
_RELATIONSHIP = re.compile(r"<Relationship\s[^>]*>")
_MARKS = re.compile(r'\s(?:cm|vm)="\d+"')
_GOING = {"drawing", "comments", "threadedComment", "vmlDrawing", "hyperlink", "image"}
_SILENT = {"table", "printerSettings"}  # tables follow by themselves; printers are a computer's own
_STAYING = {"oleObjects", "controls", "customProperties", "webPublishItems", "mc:AlternateContent"}


def add_own_sheet(transfer: Transfer, title: str, new: str, at: int) -> None:
    """Put a sheet among the tabs of the target.

    Args:
        transfer: the way between the workbooks.
        title: its name in the source.
        new: its name in the target, which no sheet of it has.
        at: how many tabs stand before it.
    """
    donor, shown = transfer.donor, ShownCells(transfer, title)
    part = free_part(donor.target.package, "xl/worksheets/sheet")
    page = _page(transfer, title, part)
    page.tail = _tail(donor, page.tail, shown)
    _copy_parts(donor, title, part, shown)
    donor.target.add_sheet(new, part, page, at)
    page.name = new
    _add_tables(transfer, title, new, part)
    donor.target.workbook.add_names([*_own_names(donor, title, at, shown)])
    if state := donor.source.workbook.state(title):
        donor.target.workbook.hide(new, state)


def _page(transfer: Transfer, title: str, part: str) -> SheetXml:
    """The sheet's cells as they read in the target."""
    donor, model = transfer.donor, transfer.donor.source.sheet(title)
    text = _STYLED.sub(lambda one: f"{one[1]}{donor.formats.cell(one[2]) or 0}{one[3]}", _SELECTED.sub("", model.xml()))
    page = SheetXml(text, title, donor.target.package.file, part, list)
    for row, line in model.rows.items():
        for column in list(line.cells):
            page.put(row, column, _cell(transfer, title, (row, column)))
    return page


def _cell(transfer: Transfer, title: str, spot: Spot) -> str:
    """A cell in the target; an array formula fills the cells it filled."""
    donor, address = transfer.donor, cell_name(*spot)
    cell = read_cell(donor.source.sheet(title).raw(*spot))
    kind, raw = attribute(f" {cell.formula_attributes}", "t"), _unmarked(readdress(cell.raw, address))
    if kind == "dataTable":
        return donor.formats.cells(raw)
    if kind == "array":
        said = transfer.following.formula(formula_said(cell.formula), title)
        if not said.lost:
            text = as_bytewise(escaped(said.text))
            return donor.formats.cells(_ARRAY.sub(lambda one: f"{one[1]}{text}{one[3]}", raw, count=1))
    return _unmarked(transfer.cell(title, spot, spot))


def _unmarked(raw: str) -> str:
    """A cell without what it says of a part of the workbook that stays behind: a spilling formula becomes an array formula."""
    end = raw.find(">")
    return _MARKS.sub("", raw[:end]) + raw[end:] if end >= 0 else raw


def _tail(donor: Donor, tail: str, shown: ShownCells) -> str:
    """What follows the cells: rules and links that follow, without what cannot go."""
    for one in reversed(list(elements(tail))):
        if one.name in _STAYING:
            shown.lost.append(Lost("own-control-left", shown.sheet))
        if one.name in {*_STAYING, "tableParts"}:
            tail = tail[: one.start] + tail[one.end :]
    tail = with_formulas(donor.formats.differences(_PRINTER.sub(r"\1", tail)), shown.formula)
    tail = _EXTENSION.sub(lambda one: "" if "r:id=" in one[0] else one[0], tail)
    tail = tail.replace("<extLst></extLst>", "")
    tail = _EXTENDED.sub(lambda one: f"{one[1]}{shown.stored(one[2])}{one[3]}", tail)
    return _LINK.sub(lambda one: _linked(one[0], shown), tail)


def _linked(tag: str, shown: ShownCells) -> str:
    """A link to a place in the workbook, under that place's name in the target."""
    stored = attribute(tag, "location")
    place = target(readable(stored)) if stored else None
    if not stored or place is None:
        return tag
    return with_attribute(tag, "location", as_bytewise(shown.formula(f"{quoted(place[0])}!{place[1]}")))


def _copy_parts(donor: Donor, title: str, part: str, shown: ShownCells) -> None:
    """What lies over the cells, and what they point to."""
    source, owner = donor.source.package, donor.source.part_of(title)
    if links_of(owner) not in source:
        return
    going = []
    for tag in _RELATIONSHIP.findall(source.read(links_of(owner))):
        kind = (attribute(tag, "Type") or "").rpartition("/")[2]
        if kind in _GOING:
            going.append(tag)
        elif kind not in _SILENT:
            shown.lost.append(Lost("own-part-left", title, reads=kind))
    copies = PartCopies(source, donor.target.package, shown.part)
    copies.link(owner, part, going)
    if any("threadedComment" in tag for tag in going):
        _copy_people(donor, copies)


def _copy_people(donor: Donor, copies: PartCopies) -> None:
    """Those who wrote the comments, unless the target knows some already."""
    book, new = donor.source.workbook, donor.target.workbook
    kind = "person"
    if any(link.type == kind for link in donor.target.package.relationships(new.part)):
        return
    for link in donor.source.package.relationships(book.part):
        if link.type == kind:
            people = copies.copy(link.target)
            connect(
                donor.target.package,
                new.part,
                kind,
                people,
                "http://schemas.microsoft.com/office/2017/10/relationships/",
            )


def _add_tables(transfer: Transfer, title: str, new: str, part: str) -> None:
    """The sheet's own tables; one whose name is taken becomes plain cells."""
    donor, arrows = transfer.donor, list[str]()
    names = (one.name for one in donor.target.workbook.names())
    taken = {one.casefold() for one in (*donor.target.tables, *names)}
    for table in [one for one in donor.source.tables.values() if one.sheet == title]:
        if table.name.casefold() in taken:
            transfer.lost.append(Lost("own-table-left", title, str(table.place), reads=table.name))
            continue
        going = table
        for header, formula in table.calculated.items():
            said = transfer.following.formula(formula, title)
            going = going.uncontinued(header) if said.lost else going.continued(header, said.text)
        arrows.append(add_table_part(donor, going, new, part, same_place))
    with_table_parts(donor.target.sheet(new), arrows)


def _own_names(donor: Donor, title: str, at: int, shown: ShownCells) -> Iterator[DefinedName]:
    """Names of the sheet itself, such as its print titles."""
    position = donor.source.workbook.tabs().index(title)
    for one in donor.source.workbook.names():
        if one.sheet == position:
            yield replace(one, text=shown.formula(one.text), sheet=at)


def drawn(book: BookXml, title: str) -> int:
    """How many charts, pictures and shapes lie over a sheet's cells."""
    drawings = (one for one in book.package.relationships(book.part_of(title)) if one.type == "drawing")
    return sum(
        len(re.findall(r"<(?:xdr:)?(?:twoCellAnchor|oneCellAnchor|absoluteAnchor)\b", book.package.read(one.target)))
        for one in drawings
    )


def commented(book: BookXml, title: str) -> list[Area]:
    """Cells of a sheet that have a comment."""
    notes = (one for one in book.package.relationships(book.part_of(title)) if one.type == "comments")
    places = (
        area(ref)
        for one in notes
        for ref in re.findall(r'<comment\s[^>]*?\bref="([^"]*)"', book.package.read(one.target))
    )
    return [place for place in places if place]
