"""Give columns and sheets of a workbook other names, as Excel does: whatever reads them by name follows."""

import re
from functools import cache

from opsbook.ooxml.book import BookXml
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.renaming.drawn import follow_drawn
from opsbook.ooxml.renaming.headers import rename_headers, renamed_headers
from opsbook.ooxml.renaming.pivots import follow_pivots
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.xml_text import as_bytewise, attribute, bytewise, readable, stored_again, with_attribute

_FORMULA = re.compile(r"(<(f|formula|formula1|formula2|xm:f)(?:\s[^>]*)?>)([^<]+)(</\2>)")
_LINK = re.compile(r"<hyperlink\s[^>]*>")


def call_otherwise(book: BookXml, names: CalledOtherwise) -> None:
    """Rename columns and sheets.

    Formulas of cells, conditional formats, validations, sparklines, tables and defined names follow, and so do links,
    charts, pivot tables and slicers. What cells show is left to whoever calculates.

    Args:
        book: the workbook, no cell of which was changed yet.
        names: what its columns and sheets are called from now on; tables and sheets that it lacks are passed over.
    """
    cells = renamed_headers(book, names)
    for title in book.titles:
        _follow_cells(book, title, names)
    rename_headers(book, names)
    book.workbook.rewrite_names(names.formula)
    for old, new in names.sheets.items():
        if old in book.titles:
            book.rename_sheet(old, new)
    follow_drawn(book, names, cells)
    follow_pivots(book, names)


def _follow_cells(book: BookXml, title: str, names: CalledOtherwise) -> None:
    """Formulas and links of a sheet; one that names nothing renamed keeps its bytes."""
    page = book.sheet(title)
    text = bytewise(page.content())
    tables = [table.name for table in book.tables.values() if table.sheet == title]
    own = tables[0] if len(tables) == 1 else ""  # whose name some programs leave out inside it

    @cache
    def read(stored: str) -> str:
        return stored_again(stored, lambda old: names.formula(old, own))

    def formula(found: re.Match[str]) -> str:
        return f"{found[1]}{read(found[3])}{found[4]}"

    new = _LINK.sub(lambda found: _linked(found[0], names), _FORMULA.sub(formula, text))
    if new != text:
        book.put_sheet(title, SheetXml(new, title, book.package.file, book.part_of(title), lambda: book.strings))


def _linked(tag: str, names: CalledOtherwise) -> str:
    place = attribute(tag, "location")
    old = readable(place, "replace") if place else ""
    new = names.text(old)
    return tag if new == old else with_attribute(tag, "location", as_bytewise(new))
