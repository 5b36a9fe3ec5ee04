"""Conditional formats and validations that follow a growing table."""

import re
from dataclasses import replace

from opsbook.ooxml.addresses import Area, area

_PLAIN = re.compile(r'(<(?:conditionalFormatting|dataValidation)\s[^>]*?\bsqref=")([^"]*)(")')
_EXTENDED = re.compile(r"<x14:(conditionalFormatting|dataValidation)\b.*?</x14:\1>", re.DOTALL)
_WITHIN = re.compile(r"(<xm:sqref>)([^<]*)(</xm:sqref>)")


def follow(tail: str, body: Area, last_row: int) -> str:
    """Stretch every format and validation that covered a table's body down to its new last row.

    Args:
        tail: the sheet's XML after its cells.
        body: the table's body before it grew.
        last_row: the new last row; ranges that reach further stay as they are.
    """

    def stretch(found: re.Match[str]) -> str:
        areas = " ".join(_stretched(text, body, last_row) for text in found[2].split())
        return f"{found[1]}{areas}{found[3]}" if areas != found[2] else found[0]

    tail = _PLAIN.sub(stretch, tail)
    return _EXTENDED.sub(lambda block: _WITHIN.sub(stretch, block[0]), tail)


def _stretched(text: str, body: Area, last_row: int) -> str:
    place = area(text)
    if place is None or place.top > body.top or not body.bottom <= place.bottom < last_row:
        return text
    if place.right < body.left or place.left > body.right:
        return text
    return str(replace(place, bottom=last_row))
