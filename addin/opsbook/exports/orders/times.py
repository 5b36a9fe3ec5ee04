"""Times of orders: the day on the shop's own clock, and cells that say there is none."""

import re
from datetime import date
from functools import lru_cache

from opsbook.exports.platforms.cells import is_missing
from opsbook.exports.platforms.dates import read_day

TIMED = re.compile(r"20\d\d[-/.年]\d")
ODDLY_TIMED = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d(?!\d)")  # 06/07/2026
_OFFSET = re.compile(r"(:\d{2})\s*(?:[+-]\d{2}:?\d{2}|Z|UTC)$")
_MOMENT = re.compile(r"[ \t]*([^ ]*) [0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?: ?[+-][0-9]{2}:?[0-9]{2})?)?[ \t]*")
_NO_TIME = frozenset({"null", "0000-00-00 00:00:00"})


def day_of(text: str, *, day_first: bool | None = None, until: date | None = None) -> date | None:
    """Read the day of a moment; an offset behind it is the shop's own clock.

    Args:
        text: `2026-01-05 10:00:00`, `2026-01-05 23:30:00 +0800`, and whatever else is a date.
        day_first: how the file writes dates such as 06/07/2026, see `dates.read_day`.
        until: the last day that a date without a year can be.

    Returns:
        The day, None where it is no date.
    """
    return _read(at_midnight(text), day_first, until)


def at_midnight(text: str) -> str:
    """A moment with the clock at 0:00, anything else as it is: a list has a million moments and few days, to be read once."""
    moment = _MOMENT.fullmatch(text)
    return f"{moment[1]} 0:00" if moment else text


@lru_cache(maxsize=4096)
def _read(text: str, day_first: bool | None, until: date | None) -> date | None:  # noqa: FBT001
    return read_day(_OFFSET.sub(r"\1", text), day_first=day_first, until=until)


def is_untold(text: str) -> bool:
    """Whether a cell says that there is no time."""
    return is_missing(text) or text.lower() in _NO_TIME
