"""What makes two files the same report: their headers, in whatever order and spelling."""

import hashlib
import re
from collections.abc import Iterable

from opsbook.exports.platforms.normalize import plain_header

_DAY = re.compile(r"20\d\d(?:[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?)")
LENGTH = 10


def header_key(header: str) -> str:
    """A header in one spelling; a day in it, which changes from file to file, becomes `#`.

    >>> header_key(" 访客数（2026-06-18）"), header_key("支付金额(元)")
    ('访客数(#)', '支付金额')
    """
    return _DAY.sub("#", plain_header(header))


def signature(headers: Iterable[str]) -> str:
    """Name a report by its headers.

    Args:
        headers: the header row; order, blanks, width, case, units such as (元), repeats and days do not matter.

    Returns:
        Ten hexadecimal digits; a column added, renamed or removed gives others.

    >>> signature(["日期", "成交额(元)"]) == signature(["成交额", " 日期", ""])
    True
    """
    keys = sorted({key for header in headers if (key := header_key(header))})
    return hashlib.sha256("\n".join(keys).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
