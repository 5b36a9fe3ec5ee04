"""Which day a row, a note or a file name speaks of."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from opsbook.exports.platforms.normalize import clean
from opsbook.model.values import from_serial

_CLOCK = r"(?:\s*T?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_LONG = re.compile(rf"(20\d\d)(?:-|/|\.|年)(\d{{1,2}})(?:-|/|\.|月)(\d{{1,2}})日?{_CLOCK}")
_PACKED = re.compile(r"(20\d\d)(\d\d)(\d\d)(?:\d{6})?")
_AMERICAN = re.compile(rf"(\d{{1,2}})[-/](\d{{1,2}})[-/](\d\d){_CLOCK}")
_ABROAD = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](?:20)?(\d\d){_CLOCK}")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_BETWEEN = re.compile(r"\s*(?:~|至|到|—|–| - )\s*")
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


def read_day(text: str, *, day_first: bool | None = None) -> date | None:
    """Read one date as exports write it.

    Args:
        text: `2026-06-18`, `2026/6/18 0:00`, `20260618`, `2026年06月07日 12:39:34`, `12-29-25` and `6/7/26 13:40`
            (month first), an Excel serial number.
        day_first: in an export from abroad, whether the day comes before the month; None at home.

    Returns:
        The day, or None when it is no date.
    """
    bare = unicodedata.normalize("NFKC", clean(text))
    if found := _LONG.fullmatch(bare) or _PACKED.fullmatch(bare):
        return _day(found[1], found[2], found[3])
    if found := (_AMERICAN if day_first is None else _ABROAD).fullmatch(bare):
        month, day = (found[2], found[1]) if day_first else (found[1], found[2])
        return _day(f"20{found[3]}", month, day)
    if (found := _SERIAL.fullmatch(bare)) and _FIRST_SERIAL <= int(found[1]) <= _LAST_SERIAL:
        return from_serial(int(found[1]))
    return None


def starts_with_day(column: Sequence[str], *, otherwise: bool) -> bool:
    """Decide whether a column of dates from abroad writes the day before the month.

    Args:
        column: every cell of the column below the header.
        otherwise: what holds where no cell has a number above 12 to tell by.
    """
    found = _from_abroad(column)
    if any(int(match[1]) > _MONTHS for match in found):
        return True
    return otherwise and not any(int(match[2]) > _MONTHS for match in found)


def leaves_order_open(column: Sequence[str]) -> bool:
    """Whether a column has dates such as 06/07/2026 and none of them shows by a number above 12 which part is the day.

    >>> leaves_order_open(["日期", "06/07/2026"]), leaves_order_open(["06/07/2026", "06/13/2026"])
    (True, False)
    """
    found = _from_abroad(column)
    return bool(found) and all(int(part) <= _MONTHS for match in found for part in (match[1], match[2]))


def _from_abroad(column: Sequence[str]) -> list[re.Match[str]]:
    return [match for text in column if (match := _ABROAD.fullmatch(unicodedata.normalize("NFKC", clean(text))))]


@lru_cache(maxsize=4096)  # one day stands in thousands of rows
def read_span(text: str, *, day_first: bool | None = None) -> Span | None:
    """Read a date or a range such as `2024-01-01 ~ 2024-01-31`; None when it is neither."""
    ends = [read_day(part, day_first=day_first) for part in _BETWEEN.split(unicodedata.normalize("NFKC", clean(text)))]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last is None or last < first:
        return None
    return Span(first, last)


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
