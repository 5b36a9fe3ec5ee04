"""Who reads a sheet's cells by their address: formulas, names, charts, rules and controls anywhere in a workbook."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import NamedTuple

from opsbook.ooxml.addresses import LAST_COLUMN, LAST_ROW, Area, area, column_number, quoted
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.xml_text import as_bytewise, attribute, bytewise, escaped

_CELLS = r"(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)(?![\w.(])"
_CELL = re.compile(r'<c\s[^>]*?\br="([A-Z]+\d+)"')
_IN_CELL = re.compile(r"<f[\s>]")
_SPREAD = re.compile(r'<f\s[^>]*?\bref="([^"]*)"')


class Reader(NamedTuple):
    """Something that reads cells of a sheet.

    Args:
        where: a cell with its sheet, a defined name, or the sheet on which the chart or control lies.
        cells: what it reads.
    """

    where: str
    cells: Area


def readers(book: BookXml, title: str, apart: Collection[str] = ()) -> Iterator[Reader]:
    """Everything outside a sheet that reads its cells by their address.

    Args:
        book: the workbook.
        title: the sheet.
        apart: sheets whose cells and drawings do not count, and defined names that do not.
    """
    book.write_sheets()
    spelled = "|".join(dict.fromkeys(re.escape(as_bytewise(escaped(one))) for one in (quoted(title), title)))
    pattern = re.compile(rf"(?<![\w'\x80-\xff])(?:{spelled})!{_CELLS}")
    owners = dict(_owned(book))
    for part in (one for one in book.package.names() if one.endswith((".xml", ".vml")) and one in owners):
        if owners[part] not in {title, *apart}:
            yield from _in_part(book, part, owners[part], pattern)
    for name in (one for one in book.workbook.names() if one.sheet is None and one.name not in apart):
        for found in pattern.finditer(as_bytewise(escaped(name.text))):
            yield Reader(name.name, _area(found[1]))


def _owned(book: BookXml) -> Iterator[tuple[str, str]]:
    """Every part that belongs to a sheet, with the sheet's name; chart sheets under no name."""
    for sheet in book.titles:
        yield from ((part, sheet) for part in _below(book, book.part_of(sheet), set()))
    for link in book.package.relationships(book.workbook.part):
        if link.type in {"chartsheet", "pivotCacheDefinition"} and link.target in book.package:
            yield from ((part, "–") for part in _below(book, link.target, set()))


def _below(book: BookXml, part: str, seen: set[str]) -> Iterator[str]:
    if part in seen or part not in book.package:
        return
    seen.add(part)
    yield part
    for link in book.package.relationships(part):
        if link.type not in {"slide", "hyperlink", "worksheet", "pivotCacheDefinition"}:
            yield from _below(book, link.target, seen)


def _in_part(book: BookXml, part: str, sheet: str, pattern: re.Pattern[str]) -> Iterator[Reader]:
    text = bytewise(book.package.content(part))
    for found in pattern.finditer(text):
        tag = text[text.rfind("<", 0, found.start()) : found.start()]
        cell = _CELL.match(text, text.rfind("<c ", 0, found.start())) if _IN_CELL.match(tag) else None
        yield Reader(f"{sheet}!{cell[1]}" if cell else sheet, _spread(tag, found[1]))


def _spread(tag: str, text: str) -> Area:
    """The cells a formula reads, with those that the cells read to which a shared formula goes on."""
    place, shared = _area(text), _SPREAD.match(tag)
    over = area(shared[1]) if shared and attribute(tag, "t") == "shared" else None
    if over is None:
        return place
    last = text.rpartition(":")[2]
    down = 0 if "$" in last[1:] else over.height - 1
    right = 0 if last.startswith("$") else over.right - over.left
    return replace(place, bottom=place.bottom + down, right=place.right + right)


def _area(text: str) -> Area:
    """Cells, whole columns, or whole rows."""
    plain = text.replace("$", "")
    if place := area(plain):
        return place
    first, last = plain.split(":")
    if first.isdigit():
        return Area(int(first), 1, int(last), LAST_COLUMN)
    return Area(1, column_number(first), LAST_ROW, column_number(last))
