"""Which day a row, a note or a file name speaks of."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from opsbook.exports.platforms.normalize import clean
from opsbook.exports.platforms.spelled_dates import (
    CLOCK,
    ends_of_range,
    in_words,
    is_utc_moment,
    whole_month,
    without_weekday,
)
from opsbook.model.values import from_serial

_LONG = re.compile(rf"(20\d\d)(?:-|/|\.|年)(\d{{1,2}})(?:-|/|\.|月)(\d{{1,2}})[日号]?{CLOCK}")
_PACKED = re.compile(r"(20\d\d)(\d\d)(\d\d)(?:\d{6})?")
_AMERICAN = re.compile(rf"(\d{{1,2}})[-/](\d{{1,2}})[-/](\d\d){CLOCK}")
_ABROAD = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](?:20)?(\d\d){CLOCK}")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_STAMP = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)[_-]?([01]\d|2[0-3])[0-5]\d[0-5]\d(?!\d)")
_ORDERS_STAMP = re.compile(r"ExportOrder[A-Za-z]*(20\d\d)(\d\d)(\d\d)\d{4}(?!\d)")
_IN_TEXT = re.compile(r"(?<!\d)(20\d\d)(?:([-/._])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d\d)(\d\d))(?!\d)")
_NOTE = re.compile(r"日期|时间|周期|date", re.IGNORECASE)
_NOT_THE_DAY = re.compile(r"导出|下载|生成|更新|创建|制表")
_MONTHS = 12
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050  # 2000 to 2099


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of what a cell, note or name says."""

    first: date
    last: date

    @property
    def one_day(self) -> bool:
        """Whether it speaks of a single day."""
        return self.first == self.last


@lru_cache(maxsize=4096)  # the rows of an export are of a few days, at a million different times
def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_day(text: str, *, day_first: bool | None = None, until: date | None = None) -> date | None:
    """Read one date as exports write it.

    Args:
        text: `2026-06-18`, `2026/6/18 0:00`, `20260618`, `2026年06月07日 12:39:34`, `2026-06-18T00:00:00+08:00`, `Jun 18, 2026`,
            `12-29-25` and `6/7/26 13:40` (month first), an Excel serial number; a weekday beside it says nothing.
        day_first: how the file writes dates such as 06/07/2026, see `day_order`; None where they are month first with a year
            of two digits, as at home, and otherwise no date.
        until: the last day that a date without a year (`6月18日`) can be; None where nothing tells the year.

    Returns:
        The day, or None when it is no date. A moment on the clock of Greenwich is none, unless it is midnight: here it may
        be the day after.
    """
    bare = unicodedata.normalize("NFKC", clean(text))
    if found := _LONG.fullmatch(bare) or _PACKED.fullmatch(bare):
        return None if is_utc_moment(bare) else _day(found[1], found[2], found[3])
    if found := (_AMERICAN if day_first is None else _ABROAD).fullmatch(bare):
        month, day = (found[2], found[1]) if day_first else (found[1], found[2])
        return _day(f"20{found[3]}", month, day)
    if (found := _SERIAL.fullmatch(bare)) and _FIRST_SERIAL <= int(found[1]) <= _LAST_SERIAL:
        return from_serial(int(found[1]))
    # Most cells asked about are figures of all kinds; what is left of them has a letter.
    return _spelled(bare, until, day_first=day_first) if any(sign.isalpha() for sign in bare) else None


def _spelled(bare: str, until: date | None, *, day_first: bool | None) -> date | None:
    """A date with a weekday beside it, the name of its month, or no year."""
    without = without_weekday(bare)
    if without != bare:
        return read_day(without, day_first=day_first, until=until) if without else None
    if (said := in_words(bare)) is None:
        return None
    year, month, day = said
    return _day(year, month, day) if year else _latest(month, day, until)


def _latest(month: str, day: str, until: date | None) -> date | None:
    """The last such day that is not after another one."""
    if until is None:
        return None
    both = (_day(str(year), month, day) for year in (until.year, until.year - 1))
    return next((one for one in both if one and one <= until), None)


def lacks_year(text: str) -> bool:
    """Whether a cell is a day but for its year: 11月3日, Nov 3.

    >>> lacks_year("11月3日"), lacks_year("Nov 3"), lacks_year("2026年11月3日"), lacks_year("13月3日")
    (True, True, False, False)
    """
    leap = date(2028, 12, 31)  # has every day of any year
    return read_day(text, until=leap) is not None and read_day(text) is None


def leaves_order_open(column: Sequence[str]) -> bool:
    """Whether a column has dates such as 06/07/2026 and none of them shows by a number above 12 which part is the day.

    >>> leaves_order_open(["日期", "06/07/2026"]), leaves_order_open(["06/07/2026", "06/13/2026"])
    (True, False)
    """
    found = [match for text in column if (match := _ABROAD.fullmatch(unicodedata.normalize("NFKC", clean(text))))]
    return bool(found) and all(int(part) <= _MONTHS for match in found for part in (match[1], match[2]))


@lru_cache(maxsize=4096)  # one day stands in thousands of rows
def read_span(text: str, *, day_first: bool | None = None, until: date | None = None) -> Span | None:
    """Read a date, a month such as `2026年11月` or a range such as `2024-01-01 ~ 2024-01-31`; None when it is none of them.

    Args:
        text: the cell.
        day_first: see `read_day`.
        until: see `read_day`.
    """
    bare = unicodedata.normalize("NFKC", clean(text))
    if (month := whole_month(bare)) is not None:
        last = monthrange(*month)[1]
        return Span(date(*month, 1), date(*month, last))
    ends = [read_day(part, day_first=day_first, until=until) for part in ends_of_range(bare)]
    first, last_day = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last_day is None or last_day < first:
        return None
    return Span(first, last_day)


def is_any_date(text: str) -> bool:
    """Whether a cell is a date, a month or a range, in whatever order of day and month, with its year or without.

    >>> is_any_date("11/09/2026"), is_any_date("23.11.2026"), is_any_date("11月3日"), is_any_date("1.2")
    (True, True, True, False)
    """
    leap = date(2028, 12, 31)
    return any(read_span(text, day_first=first, until=leap) is not None for first in (None, False, True))


def _days_in(text: str) -> Iterator[date]:
    for found in _IN_TEXT.finditer(text):
        month, day = found[3] or found[5] or found[7], found[4] or found[6] or found[8]
        if (said := _day(found[1], month, day)) is not None:
            yield said


def span_in_notes(notes: Sequence[Sequence[str]]) -> Span | None:
    """Find the day or range that the lines above a header name.

    Only lines that speak of a date, time or period count, and none that says when the file was exported.

    Args:
        notes: rows of cells above the header.
    """
    lines = [" ".join(cell for cell in row if cell) for row in notes]
    days = [day for line in lines if _NOTE.search(line) and not _NOT_THE_DAY.search(line) for day in _days_in(line)]
    return Span(min(days), max(days)) if days else None


def span_in_name(file: str, exported: date | None) -> Span | None:
    """Find the day or range that a file name names.

    A stamp with a time (`_20260619_110330`) says when the file was made, never what it covers; a lone date equal to
    the day of the export is taken for such a stamp too.

    Args:
        file: file name; for a zip member the inner name counts first.
        exported: the day the file was made.
    """
    for name in reversed(file.split("/")):
        days = list(_days_in(_STAMP.sub(" ", name)))
        if len(days) == 1 and days[0] == exported:
            continue
        if days:
            return Span(min(days), max(days))
    return None


def exported_on(name: str) -> date | None:
    """Read the day a file was made from the stamp in its name; None when it carries none."""
    found = _STAMP.search(name) or _ORDERS_STAMP.search(name)
    return _day(found[1], found[2], found[3]) if found else None
