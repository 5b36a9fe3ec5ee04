"""Text with tags as tables: HTML that calls itself .xls, and the XML of Excel 2003."""

import re
from typing import TYPE_CHECKING

from opsbook.exports.reading.merged import WIDEST_SHEET, Grid, Merge, Room, spread
from opsbook.exports.reading.page_rows import page_tables
from opsbook.model.errors import FileRefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_EXCEL = "{urn:schemas-microsoft-com:office:spreadsheet}"
_LONGEST_SHEET = 1_048_576
_DIGITS = 9  # more than any place has; thousands of them Python refuses to read


def read_html(text: str) -> tuple[Grid, ...]:
    """Read the tables of an HTML page.

    Args:
        text: the page.

    Returns:
        The cells of each table, a nested one on its own; one over several columns is followed by empty ones, one over several
        rows stands in each of them.

    Raises:
        FileRefusedError: there is no table in it, or cells span far more than a report has.
    """
    from lxml import etree, html  # noqa: PLC0415  (only an import of such a file needs it)

    try:
        page = html.document_fromstring(_DECLARATION.sub("", text))
    except etree.ParserError as error:
        raise FileRefusedError("damaged-file") from error
    tables = tuple(page_tables(page))
    if not tables:
        raise FileRefusedError("page-without-table")
    return tables


def read_xml(text: str) -> tuple[tuple[str, Grid], ...]:
    """Read the sheets of a workbook that Excel 2003 wrote as XML.

    Args:
        text: the file.

    Returns:
        Sheet name and cells; those that are left out are empty, one merged over several rows stands in each of them.

    Raises:
        FileRefusedError: it ends before its last sheet does, or cells span far more than a report has.
    """
    from lxml import etree  # noqa: PLC0415  (only an import of such a file needs it)

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        book = etree.fromstring(_DECLARATION.sub("", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise FileRefusedError("damaged-file") from error
    room = Room()
    sheets = ((sheet.get(f"{_EXCEL}Name", ""), _xml_grid(sheet, room)) for sheet in book.iter(f"{_EXCEL}Worksheet"))
    return tuple((name, grid) for name, grid in sheets if grid.rows)


def _xml_grid(sheet: "Element", room: Room) -> Grid:
    rows: list[tuple[str, ...]] = []
    merges: list[Merge] = []
    for row in sheet.iter(f"{_EXCEL}Row"):
        rows += [()] * (_number(row, "Index", _LONGEST_SHEET) - 1 - len(rows))
        rows.append(_xml_cells(row, len(rows), merges))
        room.take(len(rows[-1]), rows)
    return spread(tuple(rows), merges)


def _xml_cells(row: "Element", at: int, merges: list[Merge]) -> tuple[str, ...]:
    """A row's cells, each behind what the one before covers; what they cover below is put into the merges."""
    cells: list[str] = []
    for cell in row.iter(f"{_EXCEL}Cell"):
        if len(cells) > WIDEST_SHEET:  # the row is refused
            break
        cells += [""] * (_number(cell, "Index", WIDEST_SHEET) - 1 - len(cells))
        if down := _number(cell, "MergeDown", _LONGEST_SHEET):
            merges.append((at, at + down, len(cells)))
        cells.append("".join(str(text) for data in cell.iter(f"{_EXCEL}Data") for text in data.itertext()))
        cells += [""] * _number(cell, "MergeAcross", WIDEST_SHEET)
    return tuple(cells)


def _number(element: "Element", name: str, most: int) -> int:
    """What a cell or row says of itself: where it stands, from 1, or how far it reaches beyond itself; 0 where it is silent."""
    said = element.get(f"{_EXCEL}{name}", "")
    return min(int(said[:_DIGITS]), most) if said.isdecimal() else 0
