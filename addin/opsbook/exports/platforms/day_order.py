"""Whether 06/07/2026 is the 6th of July or the 7th of June: decided once for all dates of a file, never guessed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opsbook.exports.platforms.dates import Span, read_day
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.platforms.spelled_dates import CLOCK, ends_of_range, without_weekday

_NUMERIC = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})[-/.]((?:20)?\d\d){CLOCK}")
_MONTHS = 12
_FULL_YEAR = 4


@dataclass(frozen=True, slots=True)
class Order:
    """How a file writes its dates.

    Args:
        day_first: whether the day stands before the month; None where no date asks, or the platform's own way holds.
        open: positions of cells that nothing decides: one of them where all may be read both ways, two that contradict each
            other otherwise; empty where the order is known.
    """

    day_first: bool | None = None
    open: tuple[int, ...] = ()


UNASKED = Order()


@dataclass(frozen=True, slots=True)
class _Date:
    at: int
    text: str
    first: int
    second: int
    sign: str
    full: bool

    def says(self, *, trusted: bool) -> bool | None:
        """Whether its numbers show that the day comes first; None where both may be months, or none."""
        if (self.first > _MONTHS) == (self.second > _MONTHS):
            return None
        if self.second > _MONTHS:
            return False
        # 26-11-09 is rather a year in front than the 26th.
        return True if self.full or self.sign == "/" or trusted else None


def day_order(
    cells: Sequence[str], *, named: Span | None = None, usual: bool | None = None, at_home: bool = False
) -> Order:
    """Decide the order of day and month by all dates of a file.

    A number above 12 is a day. Dots before a year of four digits stand in 09.11.2026 only. Days that the file names elsewhere
    may leave one way to read its cells. Then the country of its currency decides.

    Args:
        cells: every cell of its date columns.
        named: the days that notes or the file's name speak of.
        usual: what is usual where the file is from; None where nothing tells.
        at_home: whether a year of two digits is behind month and day, as platforms at home write it.
    """
    dates = list(_dates(cells))
    asked = [one for one in dates if one.full or not at_home]
    votes = {said: one.at for one in reversed(dates) if (said := one.says(trusted=usual is not None)) is not None}
    if len(votes) > 1:
        return Order(open=(votes[True], votes[False]))
    if not asked:
        return Order(usual)
    if votes:
        return Order(next(iter(votes)))
    if all(one.full and one.sign == "." for one in asked):
        return Order(day_first=True)
    if (fitting := _fitting(asked, named)) is not None:
        return Order(fitting)
    return Order(usual) if usual is not None else Order(open=(asked[0].at,))


def asks(text: str) -> bool:
    """Whether a cell is a date whose order of day and month has to be decided, or shows it.

    >>> asks("06/07/2026 10:05"), asks("2026-07-06"), asks("示例路 6 号")
    (True, False, False)
    """
    return next(_dates([text]), None) is not None


def _dates(cells: Sequence[str]) -> Iterator[_Date]:
    for at, text in enumerate(cells):
        if text[:4].isdecimal() and text[4:5] in "-/年":  # nearly every cell
            continue
        for part in ends_of_range(without_weekday(unicodedata.normalize("NFKC", clean(text)))):
            if found := _NUMERIC.fullmatch(part):
                yield _Date(at, part, int(found[1]), int(found[3]), found[2], len(found[4]) == _FULL_YEAR)


def _fitting(dates: Sequence[_Date], named: Span | None) -> bool | None:
    """The one order in which all dates lie in the days that the file names."""
    if named is None:
        return None
    inside = [first for first in (True, False) if all(_lies_in(one, named, day_first=first) for one in dates)]
    return inside[0] if len(inside) == 1 else None


def _lies_in(one: _Date, named: Span, *, day_first: bool) -> bool:
    day = read_day(one.text, day_first=day_first)
    return day is not None and named.first <= day <= named.last
