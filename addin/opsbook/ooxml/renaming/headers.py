"""Headers of tables: the cell, the column's name in the table, and the formulas that Excel goes on with."""

import re
from collections.abc import Iterator, Mapping

from opsbook.ooxml.book import BookXml
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.table import TableXml, read_table
from opsbook.ooxml.xml_text import attribute, escaped, shown, storable, unescaped

_FORMULA = re.compile(r"(<(calculatedColumnFormula|totalsRowFormula)\b[^>]*>)([^<]+)(</\2>)")
_COLUMN = re.compile(r"<tableColumn\s[^>]*>")
_NAME = re.compile(r'\sname\s*=\s*(?:"[^"]*"|\'[^\']*\')')
Cell = tuple[str, int, int]
Renamed = Mapping[Cell, tuple[str, str]]


def renamed_headers(book: BookXml, names: CalledOtherwise) -> Renamed:
    """Cells of headers that change, by sheet as it will be called, row and column: what they say, and will say."""
    return {
        (names.sheets.get(table.sheet, table.sheet), table.place.top, table.place.left + at): (header, new)
        for table, at, header, new in _changing(book, names)
        if table.header_rows
    }


def rename_headers(book: BookXml, names: CalledOtherwise) -> None:
    """Rename columns in cells and tables; a table that has none of them keeps its bytes."""
    for table, at, _, new in list(_changing(book, names)):
        if table.header_rows:
            book.write(book.sheet(table.sheet), table.place.top, table.place.left + at, new)
    for table in list(book.tables.values()):
        text = _FORMULA.sub(lambda found, own=table.name: _followed(found, names, own), table.text)  # type: ignore[misc]
        columns = names.columns.get(table.name, {})
        renamed = read_table(_COLUMN.sub(lambda tag: _named(tag[0], columns), text), table.part, table.sheet)  # noqa: B023
        if renamed and renamed.text != table.text:
            book.tables[table.name] = renamed


def _changing(book: BookXml, names: CalledOtherwise) -> Iterator[tuple[TableXml, int, str, str]]:
    for name, columns in names.columns.items():
        if name in book.tables:
            table = book.tables[name]
            for at, header in enumerate(table.headers):
                if header in columns:
                    yield table, at, header, columns[header]


def _followed(found: re.Match[str], names: CalledOtherwise, own: str) -> str:
    old = unescaped(found[3])
    new = names.formula(old, own)
    return found[0] if new == old else f"{found[1]}{escaped(new)}{found[4]}"


def _named(tag: str, columns: Mapping[str, str]) -> str:
    header = shown(attribute(tag, "name") or "")
    return _NAME.sub(lambda _: f' name="{storable(columns[header])}"', tag, count=1) if header in columns else tag
