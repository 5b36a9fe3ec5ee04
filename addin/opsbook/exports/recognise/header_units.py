"""The unit a header or a note above it speaks of: 支付金额（万元） holds 1.23 for 12,300 yuan."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from opsbook.exports.platforms.normalize import clean

_TIMES = {"元": 1, "千元": 1_000, "万": 10_000, "万元": 10_000, "亿": 100_000_000, "亿元": 100_000_000}
_IN_HEADER = re.compile(r"\((元|千元|万元?|亿元?)\)$|(?<=.)(千元|万元|亿元)$")
_IN_NOTE = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*(千元|万元|亿元)")
_PERCENT = re.compile(r"\(%\)$")
_OWN_UNIT = ("万", "亿", "元", "w", "W")


@lru_cache(maxsize=4096)
def _plain(header: str) -> str:
    return "".join(unicodedata.normalize("NFKC", clean(header)).split())


def times(header: str) -> int | None:
    """Say how many yuan, people or pieces one of a column is.

    Args:
        header: the column's name as the file holds it.

    Returns:
        The number to multiply by; None where the header names no such unit.

    >>> times("支付金额（万元）"), times("成交额-千元"), times("支付金额(元)"), times("支付金额")
    (10000, 1000, 1, None)
    """
    found = _IN_HEADER.search(_plain(header))
    return _TIMES[found[1] or found[2]] if found else None


def times_in_notes(notes: Sequence[Sequence[str]]) -> int:
    """Say how many yuan one of an amount is by the lines above the header, such as 单位：万元; 1 where they say nothing.

    Args:
        notes: rows of cells above the header.
    """
    lines = (unicodedata.normalize("NFKC", " ".join(row)) for row in notes)
    return next((_TIMES[found[1]] for line in lines if (found := _IN_NOTE.search(line))), 1)


def in_percent(header: str) -> bool:
    """Whether a header says that its bare numbers are percent points: 跳失率(%)."""
    return _PERCENT.search(_plain(header)) is not None


def says_unit(text: str) -> bool:
    """Whether a cell says its own unit, whatever the header says: 1.23万, 12,300元."""
    return _plain(text).endswith(_OWN_UNIT)
