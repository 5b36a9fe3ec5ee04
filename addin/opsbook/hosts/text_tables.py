"""Text files as tables: CSV in the encodings sellers meet, and HTML that calls itself .xls."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from opsbook.errors import FileRefusedError
from opsbook.hosts.sheets import Rows

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from lxml.html import HtmlElement

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (",", "\t", ";")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAMPLE_ROWS, _SAMPLE = 20, 200_000  # rows, characters
_TAB_BEHIND = re.compile(r"\t(?=\"?(?:[,;\r\n]|$))")  # 拼多多 and others write one behind every value
_EXCEL = "{urn:schemas-microsoft-com:office:spreadsheet}"
_WIDEST_SHEET = 20_000
_LONGEST_FIELD = 1_000_000
_WIDEST_CELL = 100
_ROWS_TO_TELL = 3  # a header, a row of data, and the one that may be cut
_END = "\4"


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
        rows = [tuple(row) for row in _split(f"{text}{'' if whole else chr(10)}{_END}", _delimiter(text))]
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


def _split(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """Choose the delimiter that makes the widest rows; a comma when none makes any."""
    sample = _TAB_BEHIND.sub("", text[:_SAMPLE])

    def widths(delimiter: str) -> tuple[int, int]:
        rows = _split(sample, delimiter)
        sizes = [len(row) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False)]
        return max(sizes, default=0), sum(sizes)

    return max(_DELIMITERS, key=widths)


def read_html(text: str) -> tuple[Rows, ...]:
    """Read the tables of an HTML page.

    Args:
        text: the page.

    Returns:
        One set of rows per table, a nested one on its own; a cell over several columns is followed by empty ones.

    Raises:
        FileRefusedError: there is no table in it.
    """
    from lxml import etree, html  # noqa: PLC0415  (only an import of such a file needs it)

    try:
        page = html.document_fromstring(_DECLARATION.sub("", text))
    except etree.ParserError as error:
        raise FileRefusedError("damaged-file") from error
    found = [[_html_row(row) for row in table.iter("tr") if _table_of(row) is table] for table in page.iter("table")]
    tables = tuple(tuple(rows) for rows in found if rows)
    if not tables:
        raise FileRefusedError("page-without-table")
    return tables


def read_xml(text: str) -> tuple[tuple[str, Rows], ...]:
    """Read the sheets of a workbook that Excel 2003 wrote as XML.

    Args:
        text: the file.

    Returns:
        Sheet name and rows; cells that are left out are empty.

    Raises:
        FileRefusedError: it ends before its last sheet does.
    """
    from lxml import etree  # noqa: PLC0415  (only an import of such a file needs it)

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        book = etree.fromstring(_DECLARATION.sub("", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise FileRefusedError("damaged-file") from error
    sheets = ((sheet.get(f"{_EXCEL}Name", ""), _xml_rows(sheet)) for sheet in book.iter(f"{_EXCEL}Worksheet"))
    return tuple((name, rows) for name, rows in sheets if rows)


def _xml_rows(sheet: "Element") -> Rows:
    rows: list[tuple[str, ...]] = []
    for row in sheet.iter(f"{_EXCEL}Row"):
        cells: list[str] = []
        for cell in row.iter(f"{_EXCEL}Cell"):
            cells += [""] * (_place(cell) - 1 - len(cells))
            cells.append("".join(str(text) for data in cell.iter(f"{_EXCEL}Data") for text in data.itertext()))
        rows += [()] * (_place(row) - 1 - len(rows))
        rows.append(tuple(cells))
    return tuple(rows)


def _place(element: "Element") -> int:
    """Where a cell or row says it stands, from 1; 0 for behind the one before."""
    index = element.get(f"{_EXCEL}Index", "")
    return min(int(index), _WIDEST_SHEET) if index.isdecimal() else 0


def _table_of(row: "HtmlElement") -> "HtmlElement | None":
    return next(row.iterancestors("table"), None)


def _html_row(row: "HtmlElement") -> tuple[str, ...]:
    cells: list[str] = []
    for cell in row:
        if cell.tag in {"td", "th"}:
            span = cell.get("colspan", "1")
            cells.append(cell.text_content().strip())
            cells += [""] * (min(int(span), _WIDEST_CELL) - 1 if span.isdecimal() else 0)
    return tuple(cells)
