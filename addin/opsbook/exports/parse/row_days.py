"""Which day a row is about: what is decided once for all dates of a sheet, and what a cell then says."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from opsbook.exports.parse.totals import cell
from opsbook.exports.platforms.cells import currency, is_missing
from opsbook.exports.platforms.dates import (
    Span,
    exported_on,
    lacks_year,
    read_span,
    span_in_name,
    span_in_notes,
)
from opsbook.exports.platforms.day_order import UNASKED, Order, day_order
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.exports.platforms.spelled_dates import is_period, is_utc_moment
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.model.units import Unit

OWN = "own-"  # kinds of reports that only their operator knows begin so
DAY_FIRST = frozenset("£€₹")  # where these are paid, the day is written before the month
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_ENDS = (
    *(("开始", "结束"), ("开始", "截止"), ("开始", "终止"), ("起始", "结束"), ("起始", "截止"), ("起始", "终止")),
    *(("starts", "ends"), ("start", "end"), ("begin", "end"), ("from", "to")),
)


@dataclass(frozen=True, slots=True)
class Days:
    """How the dates of a sheet are read.

    Args:
        order: whether the day comes before the month.
        until: the last day that a date without a year can be; None where nothing tells its year.
        other: position of the column with the last day where the row's date is its first, or the other way round; None without.
    """

    order: Order = UNASKED
    until: date | None = None
    other: int | None = None

    @classmethod
    def of(cls, raw: RawTable, matched: HeaderMatch, texts: Sequence[str] | None = None) -> "Days":
        """Decide for a sheet.

        Args:
            raw: the sheet.
            matched: its header.
            texts: the dates that may ask; None for all of the table's columns of dates.
        """
        named = span_in_notes(raw.rows[: matched.row]) or span_in_name(raw.file, raw.exported)
        asking = [text for _, _, text in date_cells(raw, matched)] if texts is None else texts
        return cls(_order(raw, matched, named, asking), _until(raw, named), _other_end(matched))

    def span(self, text: str) -> Span | None:
        """What a cell says, None where it is no date."""
        return read_span(text, day_first=self.order.day_first, until=self.until)

    def whole(self, text: str, beside: str) -> Span | None:
        """What a row is about, by its date and the other end of its period: all days between them, if there are several.

        Args:
            text: the row's date.
            beside: the other end, empty without one.
        """
        one, other = self.span(text), self.span(beside)
        if one is None or other is None:
            return one
        both = Span(min(one.first, other.first), max(one.last, other.last))
        over_midnight = ":" in text + beside and both.last - both.first <= timedelta(days=1)
        return one if over_midnight else both

    def why_none(self, text: str) -> str:
        """The code of what is wrong with a cell that is no date."""
        bare = unicodedata.normalize("NFKC", clean(text))
        if is_missing(text):
            return "blank-date"
        if lacks_year(text):
            return "day-without-year"
        if is_utc_moment(bare):
            return "utc-moment"
        return "no-single-day" if is_period(bare) else "bad-date"


def currencies(raw: RawTable, matched: HeaderMatch) -> tuple[str, ...]:
    """The currencies that the cells of money show."""
    money = [column.id for column in matched.importer.table.columns if column.unit is Unit.AMOUNT]
    positions = [position for name in money for position in matched.columns.get(name, ())]
    below = raw.rows[matched.row + 1 :]
    seen = (currency(cell(row, position)) for row in below for position in positions)
    return tuple(dict.fromkeys(sign for sign in seen if sign))


def date_cells(raw: RawTable, matched: HeaderMatch) -> Iterator[tuple[int, int, str]]:
    """Row, position and text of every date below the header, by row."""
    dates = [column.id for column in matched.importer.table.columns if column.unit is Unit.DATE]
    positions = [position for name in dates for position in matched.columns.get(name, ())]
    for at, row in enumerate(raw.rows[matched.row + 1 :], matched.row + 1):
        yield from ((at, position, cell(row, position)) for position in positions)


def _order(raw: RawTable, matched: HeaderMatch, named: Span | None, texts: Sequence[str]) -> Order:
    foreign = matched.importer.foreign
    return day_order(
        texts,
        named=named,
        usual=_usual(currencies(raw, matched)) if foreign else None,
        at_home=not foreign and not matched.importer.id.startswith(OWN),
    )


def _usual(signs: tuple[str, ...]) -> bool | None:
    """What the country of a currency writes first; None where no cell shows one."""
    return bool(DAY_FIRST & set(signs)) if signs else None


def _until(raw: RawTable, named: Span | None) -> date | None:
    """The last day that a date without a year can be: by the days or the year in the file's name, else by the workbook's year."""
    if named is not None:
        return named.last
    if (stamp := exported_on(raw.file)) is not None:
        return stamp
    if years := _YEAR.findall(raw.file):
        return date(int(years[-1]), 12, 31)
    if raw.year is None:
        return None
    last = date(raw.year, 12, 31)
    return min(last, raw.exported) if raw.exported and raw.exported.year >= raw.year else last


def _other_end(matched: HeaderMatch) -> int | None:
    """The column that says where a period ends whose beginning is the row's date, or the other way round."""
    if not (hits := matched.columns.get("date")):
        return None
    headers = [plain_header(text) for text in matched.headers]
    own = headers[hits[0]]
    named = [own.replace(one, two) for one, two in _ENDS] + [own.replace(two, one) for one, two in _ENDS]
    return next((headers.index(name) for name in named if name != own and name in headers), None)
