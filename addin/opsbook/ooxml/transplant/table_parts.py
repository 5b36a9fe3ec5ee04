"""Table parts of one workbook in another: under a number of their own, with the formats of the receiving workbook."""

import re
from collections.abc import Callable, Iterable

from opsbook.ooxml.addresses import Area, area
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.package.joining import connect, free_part, join
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.sheet.tail import found, replaced
from opsbook.ooxml.table import TableXml, read_table
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.xml_text import attribute, with_attribute

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
_TABLE = re.compile(r"<table\s[^>]*>")
_REFERENCES = re.compile(r"<(?:table|autoFilter|sortState|sortCondition)\s[^>]*>")
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def add_table_part(donor: Donor, source: TableXml, sheet: str, owner: str, place: Callable[[Area], Area]) -> str:
    """Put a table's part into the target.

    Args:
        donor: the workbook that has the table.
        source: the table.
        sheet: name of the sheet where it will stand.
        owner: that sheet's part.
        place: where its cells stand there.

    Returns:
        What the sheet calls its arrow to the part.
    """
    book, part = donor.target, free_part(donor.target.package, "xl/tables/table")
    text = _REFERENCES.sub(lambda tag: _moved(tag[0], place), _numbered(donor, source, _free_number(book)))
    join(book.package, part, text.encode(), _TYPE)
    _know(book, text, part, sheet)
    return connect(book.package, owner, "table", part)


def renew_table_part(donor: Donor, source: TableXml) -> None:
    """Give a table of the target the columns and the place that the source has, under its own number."""
    old = donor.target.tables[source.name]
    tag = _TABLE.search(old.text)
    number = int(attribute(tag[0], "id") or 0) if tag else 0
    _know(donor.target, _numbered(donor, source, number), old.part, old.sheet)


def _numbered(donor: Donor, source: TableXml, number: int) -> str:
    """The text of a table's part with the target's formats, under a number."""
    text = donor.formats.differences(source.text)
    tag = _TABLE.search(text)
    start = tag[0] if tag else ""
    return text.replace(start, with_attribute(start, "id", str(number)), 1)


def _know(book: BookXml, text: str, part: str, sheet: str) -> None:
    if table := read_table(text, part, sheet):
        book.tables[table.name] = table


def with_table_parts(page: SheetXml, arrows: Iterable[str]) -> None:
    """Let a sheet name more tables."""
    known = re.findall(r"<tablePart\s[^>]*>", found(page.tail, "tableParts"))
    parts = [*known, *(f'<tablePart xmlns:r="{LINKS}" r:id="{arrow}"/>' for arrow in arrows)]
    if parts:
        whole = f'<tableParts count="{len(parts)}">{"".join(parts)}</tableParts>'
        page.tail = replaced(page.tail, "tableParts", whole)


def _free_number(book: BookXml) -> int:
    tags = (_TABLE.search(table.text) for table in book.tables.values())
    return 1 + max((int(attribute(tag[0], "id") or 0) for tag in tags if tag), default=0)


def _moved(tag: str, place: Callable[[Area], Area]) -> str:
    old = area(attribute(tag, "ref") or "")
    return with_attribute(tag, "ref", str(place(old))) if old else tag
