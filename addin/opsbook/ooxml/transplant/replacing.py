"""A sheet of ours that nobody changed, drawn anew as another workbook has it; what a person typed there stays."""

from collections.abc import Collection, Mapping

from opsbook.model.values import Value
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.sheet.tail import found, inserted, replaced
from opsbook.ooxml.table import TableXml
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.route import Route
from opsbook.ooxml.transplant.sheets import add_sheet, copied, draw, named_cells, new_names, renamed
from opsbook.ooxml.transplant.table_parts import add_table_part, renew_table_part, with_table_parts

_KEPT = ("sheetPr", "sheetViews")  # the tab's colour, the code name that macros know, what is in view
_PRINTED = ("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors")


def replace_sheet(donor: Donor, title: str, titles: Mapping[str, str], typed: Collection[str]) -> None:
    """Put a sheet's new shape in the place of its old one, under its id, name and position.

    Args:
        donor: the workbook that has the new shape.
        title: what that calls it.
        titles: what the target calls its sheets.
        typed: names of cells whose content a person types.
    """
    book, own = donor.target, titles[title]
    values = _values(book, own, typed)
    part, route = book.part_of(own), Route(title, titles=titles)
    old, page = book.sheet(own), copied(donor, title, part, route)
    page.name = own
    page.take_over(old, _KEPT)
    page.tail = _as_set(page.tail, old.tail)
    _remove_drawing(book, part)
    book.put_sheet(own, page)
    with_table_parts(page, _tables(donor, title, own, part, route))
    draw(donor, title, page, part, route)
    if buttons := found(old.tail, "legacyDrawing"):
        page.tail = inserted(page.tail, "legacyDrawing", buttons)
    book.workbook.redefine({one.name: renamed(one, own).text for one in named_cells(donor.source, title)})
    book.workbook.add_names(list(new_names(donor, title, own)))
    for name, value in values.items():
        book.write(*book.cell_named(name), value)


def _as_set(tail: str, old: str) -> str:
    """The new shape's XML after its cells, printed and protected as the old one was."""
    for name in _PRINTED:
        if kept := found(old, name):
            tail = replaced(tail, name, kept)
    protection = found(old, "sheetProtection")
    if protection:
        return replaced(tail, "sheetProtection", protection)
    return tail.replace(found(tail, "sheetProtection"), "", 1)


def put_beside(donor: Donor, title: str, titles: Mapping[str, str], typed: Collection[str], kept: str) -> None:
    """Add a sheet's new shape, and keep its old one beside it, for whoever wants to look.

    Args:
        donor: the workbook that has the new shape.
        title: what that calls it.
        titles: what the target calls its sheets.
        typed: names of cells whose content a person types.
        kept: what the old sheet will be called; its tables become plain cells that hold what they showed.
    """
    book, own = donor.target, titles[title]
    values, place = _values(book, own, typed), book.workbook.tabs().index(own)
    book.rename_sheet(own, kept)
    for table in [one for one in book.tables.values() if one.sheet == kept]:
        _freeze(book, table)
        book.drop_table(table)
    add_sheet(donor, title, place, {old: new for old, new in titles.items() if old != title})
    book.workbook.redefine({one.name: one.text for one in named_cells(donor.source, title)})
    for name, value in values.items():
        book.write(*book.cell_named(name), value)


def _freeze(book: BookXml, table: TableXml) -> None:
    """Let a table's formula cells hold what they show."""
    page, body = book.sheet(table.sheet), table.body
    for row in range(body.top, body.bottom + 1):
        for column in range(body.left, body.right + 1):
            cell = page.cell(row, column)
            if cell is not None and cell.has_formula:
                book.write(page, row, column, page.value(row, column))


def _values(book: BookXml, own: str, typed: Collection[str]) -> Mapping[str, Value]:
    """What the named cells of a sheet hold."""
    held: dict[str, Value] = {}
    for one in named_cells(book, own):
        if one.name in typed:
            page, row, column = book.cell_named(one.name)
            held[one.name] = page.value(row, column)
    return held


def _remove_drawing(book: BookXml, part: str) -> None:
    for link in book.package.relationships(part):
        if link.type == "drawing":
            for shown in book.package.relationships(link.target):
                book.package.remove(shown.target, link.target)
            book.package.remove(link.target, part)


def _tables(donor: Donor, title: str, own: str, part: str, route: Route) -> list[str]:
    """The sheet's arrows to its tables, which keep their numbers."""
    book = donor.target
    arrows = {link.target: link.id for link in book.package.relationships(part)}
    found: list[str] = []
    for source in (table for table in donor.source.tables.values() if table.sheet == title):
        if source.name in book.tables:
            renew_table_part(donor, source)
            found.append(arrows[book.tables[source.name].part])
        else:
            found.append(add_table_part(donor, source, own, part, route.place))
    return found
