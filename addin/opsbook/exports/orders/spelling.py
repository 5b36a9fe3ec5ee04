"""How a list of orders writes its days and its figures: decided once for the file, before any order is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from opsbook.exports.orders.times import TIMED
from opsbook.exports.parse.row_days import Days
from opsbook.exports.parse.totals import cell
from opsbook.exports.platforms.day_order import asks
from opsbook.exports.platforms.decimals import Decimals, decimals
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.reading.long_rows import LongRows
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import HeaderMatch

_USUAL_DAY = "-/年"  # behind a year of four digits: nearly every moment of a list
FIGURES = ("gmv", "items", "refunded", "asked")
_Place = tuple[int, int]  # row and column, from 0


@dataclass(frozen=True, slots=True)
class Spelling:
    """How the cells of a list are to be read.

    Args:
        days: the order of day and month.
        decimals: where a comma begins decimals.
        dates: the moments that are not simply year, month, day: place and text.
    """

    days: Days
    decimals: Decimals
    dates: tuple[tuple[_Place, str], ...] = ()


def spelling(raw: RawTable, matched: HeaderMatch, dates: Sequence[int], figures: Mapping[str, int]) -> Spelling:
    """Look through a list.

    Of a text too long to be held some rows tell: where none of them asks, what an odd one says is refused by itself.

    Args:
        raw: the sheet.
        matched: its header.
        dates: positions of its moments.
        figures: positions of its figures, by what they are; `items` counts.
    """
    if isinstance(raw.rows, LongRows):
        some = _decided(raw, matched, chain(raw.rows.head, raw.rows.few), dates, figures)
        if not some.dates and not some.decimals.comma and not some.decimals.both:
            return some
    return _decided(raw, matched, raw.rows, dates, figures)


def _decided(
    raw: RawTable,
    matched: HeaderMatch,
    rows: Iterable[Sequence[str]],
    dates: Sequence[int],
    figures: Mapping[str, int],
) -> Spelling:
    asking: list[tuple[_Place, str]] = []
    parted: dict[int, set[str]] = {position: set() for position in figures.values()}
    width = len(matched.headers)
    for at, row in islice(enumerate(rows), matched.row + 1, None):
        if len(row) > width and any(map(clean, row[width:])):
            continue  # it has slipped: what stands in its columns belongs elsewhere
        for position in dates:
            text = cell(row, position)
            if (
                text
                and not (text[:4].isdecimal() and text[4:5] in _USUAL_DAY)
                and not TIMED.search(text)
                and asks(text)
            ):
                asking.append(((at, position), text))
        for position, found in parted.items():
            text = cell(row, position)
            if "," in text or "." in text:
                found.add(text)
    whole = [position for name, position in figures.items() if name == "items"]
    days = Days.of(raw, matched, [text for _, text in asking])
    return Spelling(days, decimals(parted, whole), tuple(asking))
