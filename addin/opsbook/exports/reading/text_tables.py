"""Text files as tables: CSV in the encodings sellers meet, and HTML that calls itself .xls."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from opsbook.exports.reading.merged import WIDEST_SHEET, Grid, Merge, Room, Rows, spread
from opsbook.exports.reading.page_rows import page_tables
from opsbook.model.errors import FileRefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (",", "\t", ";")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAMPLE_ROWS, _SAMPLE = 20, 200_000  # rows, characters
_TAB_BEHIND = re.compile(r"\t(?=\"?(?:[,;\r\n]|$))")  # 拼多多 and others write one behind every value
_EXCEL = "{urn:schemas-microsoft-com:office:spreadsheet}"
_LONGEST_SHEET = 1_048_576
_DIGITS = 9  # more than any place has; thousands of them Python refuses to read
_LONGEST_FIELD = 1_000_000
_ROWS_TO_TELL = 3  # a header, a row of data, and the one that may be cut
_END = "\4"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_MOST_SHARED = 50_000  # cells remembered at a time: numbers of orders are all different


def decode(data: bytes) -> str:
    """Turn bytes into text.

    Args:
        data: the file.

    Returns:
        The text without BOM: UTF-8, UTF-16 with BOM, else GB18030 (which holds GBK and GB2312).

    Raises:
        FileRefusedError: none of them fits; the message names those that were tried. Or the last sign is cut off: then the
            last row is, too.
    """
    marked = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    encodings = (marked,) if marked else ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.reason == "unexpected end of data" and not data[: error.start].isascii():
                raise FileRefusedError("damaged-file") from error
    raise FileRefusedError("unknown-encoding", tried=tuple(name.upper() for name in encodings))


def read_csv(text: str) -> Rows:
    """Read delimited text.

    Args:
        text: the file; quotes and line breaks inside quotes are understood.

    Returns:
        Rows as Excel would show them; blank lines are empty rows.

    Raises:
        FileRefusedError: a quote that never ends swallows the file, or its last row breaks off: 1,008 cut to 100 is a wrong
            number that nobody would notice.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    whole = text.endswith(("\r", "\n"))
    try:
        rows = list(_shared(_split(chain(_lines(text), [_END]), _delimiter(text))))
    except csv.Error as error:
        raise FileRefusedError("damaged-file") from error
    is_open = rows.pop() != (_END,)  # a quote that is still open has swallowed it
    if is_open or (not whole and _breaks_off(rows)):
        raise FileRefusedError("damaged-file")
    return tuple(rows)


def _breaks_off(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the last row begins like the two above it, which are of one width, and has fewer cells."""
    if len(rows) < _ROWS_TO_TELL:
        return False
    *_, one, other, last = rows
    if not 1 < len(last) < len(one) == len(other):
        return False
    first, above = (row[0].lstrip("=\"'\t ") for row in (last, other))
    return bool(first) and (first == above or (first[0].isdecimal() and above[:1].isdecimal()))


def _split(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=delimiter)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one after the other: a large file need not be in memory twice."""
    return (found[0] for found in _LINE.finditer(text))


def _shared(rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The same rows; cells that say the same, as most of a large export do, are one object."""
    known: dict[str, str] = {}
    for row in rows:
        if len(known) > _MOST_SHARED:
            known.clear()
        yield tuple([known.setdefault(cell, cell) for cell in row])


def _delimiter(text: str) -> str:
    """Choose the delimiter that makes the widest rows; a comma when none makes any."""
    sample = _TAB_BEHIND.sub("", text[:_SAMPLE])

    def widths(delimiter: str) -> tuple[int, int]:
        rows = _split(_lines(sample), delimiter)
        sizes = [len(row) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False)]
        return max(sizes, default=0), sum(sizes)

    return max(_DELIMITERS, key=widths)


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
