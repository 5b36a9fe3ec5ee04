"""Charts, text boxes and form controls: what they show is read by name, and what they show of headers is kept in them."""

import re
from collections.abc import Iterator

from opsbook.ooxml.addresses import target
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.renaming.headers import Renamed
from opsbook.ooxml.xml_text import bytewise, readable, stored_again, unescaped

_PARTS = re.compile(r"xl/(?:charts|drawings|chartsheets|ctrlProps)/[^/]+\.(?:xml|vml)")
_READ = re.compile(r"(<(?:(?:c|cx|c15|xm):f|x:Fmla\w+)(?:\s[^>]*)?>)([^<]+)")
_LINKED = re.compile(r'(\s(?:textlink|fmla\w+)=")([^"]+)')
_SHOWN = re.compile(r"<c:strRef>\s*<c:f>([^<]*)</c:f>.*?</c:strRef>", re.DOTALL)
_VALUE = re.compile(r"(<c:v>)([^<]*)")


def follow_drawn(book: BookXml, names: CalledOtherwise, headers: Renamed) -> None:
    """Let everything that is drawn read columns and sheets under their new names.

    Args:
        book: the workbook.
        names: what they are called from now on.
        headers: cells of headers that changed.
    """
    for part in filter(_PARTS.fullmatch, book.package.names()):
        content = book.package.content(part)
        text = bytewise(content)
        for pattern in (_READ, _LINKED):
            text = pattern.sub(lambda found: f"{found[1]}{stored_again(found[2], names.formula)}", text)
        text = _SHOWN.sub(lambda found: _told(found, headers), text)
        if (new := text.encode("latin-1")) != content:
            book.package.replace(part, new)


def _told(found: re.Match[str], headers: Renamed) -> str:
    """What a chart keeps of the texts of cells, such as a header that names a series."""
    said = dict(_headers_in(unescaped(readable(found[1], "replace")), headers))
    return _VALUE.sub(lambda one: f"{one[1]}{stored_again(one[2], lambda old: said.get(old, old))}", found[0])


def _headers_in(reference: str, headers: Renamed) -> Iterator[tuple[str, str]]:
    meant = target(reference)
    for (sheet, row, column), change in headers.items():
        if meant and meant[0] == sheet and meant[1].holds(row, column):
            yield change
