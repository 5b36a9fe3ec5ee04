"""Pivot tables and slicers: they know the columns they are made of by name."""

import re
from collections.abc import Iterator, Mapping

from opsbook.ooxml.addresses import area
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.package.parts import Relationship
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.table import TableXml
from opsbook.ooxml.xml_text import attribute, shown, with_attribute

_SOURCE = re.compile(r"<worksheetSource\s[^>]*>")
_FIELD = re.compile(r"<cacheField\s[^>]*>")
_SHOWN = re.compile(r"<dataField\s[^>]*>")
_WORD = re.compile(r"'(?:[^']|'')*'|[^\W\d][\w.]*(?![\w.]*\()")
_CACHE = re.compile(r"<pivotCache\s[^>]*>")
_SLICED = re.compile(r'\spivotCacheId="(\d+)"|<(?:\w+:)?tableSlicerCache\s[^>]*?\btableId="(\d+)"')
_SLICER = re.compile(r"<(?:\w+:)?slicerCacheDefinition\s[^>]*>")
_ID = re.compile(r'<table\s[^>]*?\sid="(\d+)"')
Headers = Mapping[str, str]


def follow_pivots(book: BookXml, names: CalledOtherwise) -> None:
    """Let pivot tables and slicers know columns and sheets by their new names.

    Args:
        book: the workbook, in which they have them already.
        names: what they are called from now on.
    """
    tables = {_number(book.tables[name]): columns for name, columns in names.columns.items() if name in book.tables}
    caches = {}
    for number, link in _caches(book):
        source = _SOURCE.search(book.package.read(link.target))
        if source:
            new = _with_sheet(source[0], names)
            caches[number] = columns = _columns(book, new, names)
            text = book.package.read(link.target).replace(source[0], new, 1)
            book.package.write(link.target, _FIELD.sub(lambda tag: _field(tag[0], columns), text))  # noqa: B023
            _free_captions(book, link.target, columns)
    for part in (one for one in book.package.names() if one.startswith("xl/slicerCaches/slicerCache")):
        book.package.write(part, _sliced(book.package.read(part), caches, tables))


def _caches(book: BookXml) -> Iterator[tuple[str, Relationship]]:
    """The number and the part of what each pivot table keeps of its source."""
    links = {link.id: link for link in book.package.relationships(book.workbook.part)}
    for tag in _CACHE.findall(book.package.read(book.workbook.part)):
        arrow = re.search(r'\s\w+:id="([^"]*)"', tag)
        if arrow and arrow[1] in links:
            yield attribute(tag, "cacheId") or "", links[arrow[1]]


def _with_sheet(source: str, names: CalledOtherwise) -> str:
    title = attribute(source, "sheet") or ""
    return with_attribute(source, "sheet", names.sheets[title]) if title in names.sheets else source


def _columns(book: BookXml, source: str, names: CalledOtherwise) -> Headers:
    """The renamed columns of the table that a source names, or whose headers are the first row of its cells."""
    name, sheet, place = attribute(source, "name"), attribute(source, "sheet"), area(attribute(source, "ref") or "")
    for table in (one for one in book.tables.values() if one.name in names.columns):
        headers = place and place.top == table.place.top and place.meets(table.place) and sheet == table.sheet
        if headers or (name and name.casefold() == table.name.casefold()):
            return names.columns[table.name]
    return {}


def _field(tag: str, columns: Headers) -> str:
    """A field by its column's new name; a calculated one with the new names in its formula."""
    name, formula = shown(attribute(tag, "name") or ""), attribute(tag, "formula")
    if formula:
        tag = with_attribute(tag, "formula", _WORD.sub(lambda word: _word(word[0], columns), formula))
    return with_attribute(tag, "name", columns[name]) if name in columns else tag


def _word(word: str, columns: Headers) -> str:
    if word.startswith("'"):
        name = word[1:-1].replace("''", "'")
        return "'" + columns[name].replace("'", "''") + "'" if name in columns else word
    return "'" + columns[word].replace("'", "''") + "'" if word in columns else word


def _free_captions(book: BookXml, cache: str, columns: Headers) -> None:
    """What a pivot table calls its sums may not be what a field is called: Excel puts a blank behind such a name."""
    new = {name.casefold() for name in columns.values()}
    for part in (one for one in book.package.names() if one.startswith("xl/pivotTables/pivotTable")):
        if any(link.target == cache for link in book.package.relationships(part)):
            text = _SHOWN.sub(lambda tag: _caption(tag[0], new), book.package.read(part))
            book.package.write(part, text)


def _caption(tag: str, taken: set[str]) -> str:
    name = attribute(tag, "name") or ""
    return with_attribute(tag, "name", f"{name} ") if name.casefold() in taken else tag


def _sliced(text: str, caches: Mapping[str, Headers], tables: Mapping[str, Headers]) -> str:
    """A slicer under its column's new name."""
    for cache, table in _SLICED.findall(text):
        columns = caches.get(cache, {}) if cache else tables.get(table, {})
        tag = _SLICER.search(text)
        source = attribute(tag[0], "sourceName") or "" if tag else ""
        if tag and source in columns:
            return text.replace(tag[0], with_attribute(tag[0], "sourceName", columns[source]), 1)
    return text


def _number(table: TableXml) -> str:
    found = _ID.search(table.text)
    return found[1] if found else ""
