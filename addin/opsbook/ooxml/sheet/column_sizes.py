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
    model = column_size(head, like)
    return with_column_size(head, column, without_attributes(model, *_FOLDED)) if model else head


def column_size(head: str, column: int) -> str:
    """The tag that says how wide a column is; empty without one."""
    return next((tag for tag in _tags(head) if _covers(tag, column)), "")


def with_column_size(head: str, column: int, tag: str) -> str:
    """The part of a sheet before its cells, a column sized as a tag says, which may be another column's or sheet's.

    An empty tag leaves the column as it is.
    """
    if not tag:
        return head
    found = _COLUMNS.search(head)
    kept = [piece for one in _tags(head) for piece in _around(one, column)]
    ordered = sorted([*kept, _spanning(tag, column, column)], key=lambda one: _span(one)[0])
    whole = f"<cols>{''.join(ordered)}</cols>"
    return head.replace(found[0], whole, 1) if found else f"{head}{whole}"  # they stand right before the cells


def _tags(head: str) -> list[str]:
    found = _COLUMNS.search(head)
    return _COLUMN.findall(found[1]) if found else []


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
