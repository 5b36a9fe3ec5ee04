"""Widths of columns in a sheet part: one column gets another's."""

import re
from collections.abc import Iterator

from opsbook.ooxml.xml_text import attribute, with_attribute, without_attributes

_COLUMNS = re.compile(r"<cols>(.*?)</cols>", re.DOTALL)
_COLUMN = re.compile(r"<col\s[^>]*?/>")
_FOLDED = ("hidden", "outlineLevel", "collapsed")


def sized(head: str, column: int, like: int) -> str:
    """The part of a sheet before its cells, a column as wide as another and in sight.

    Args:
        head: the XML.
        column: number of the column to size, from 1.
        like: number of the column whose width it gets; where that has none, nothing changes.
    """
    found = _COLUMNS.search(head)
    tags = _COLUMN.findall(found[1]) if found else []
    model = next((tag for tag in tags if _covers(tag, like)), None)
    if found is None or model is None:
        return head
    fresh = _spanning(without_attributes(model, *_FOLDED), column, column)
    kept = [piece for tag in tags for piece in _around(tag, column)]
    ordered = sorted([*kept, fresh], key=lambda tag: _span(tag)[0])
    return head.replace(found[0], f"<cols>{''.join(ordered)}</cols>", 1)


def _span(tag: str) -> tuple[int, int]:
    return int(attribute(tag, "min") or 0), int(attribute(tag, "max") or 0)


def _covers(tag: str, column: int) -> bool:
    first, last = _span(tag)
    return first <= column <= last


def _spanning(tag: str, first: int, last: int) -> str:
    return with_attribute(with_attribute(tag, "min", str(first)), "max", str(last))


def _around(tag: str, column: int) -> Iterator[str]:
    """What is left of a tag when one column gets its own."""
    first, last = _span(tag)
    if not first <= column <= last:
        yield tag
        return
    if first < column:
        yield _spanning(tag, first, column - 1)
    if column < last:
        yield _spanning(tag, column + 1, last)
