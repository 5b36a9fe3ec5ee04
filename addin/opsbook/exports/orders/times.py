"""Times of orders: the day on the shop's own clock, and cells that say there is none."""

import re
from datetime import date
from functools import lru_cache

from opsbook.exports.platforms.cells import is_missing
from opsbook.exports.platforms.dates import read_day

TIMED = re.compile(r"20\d\d[-/.年]\d")
_OFFSET = re.compile(r"(:\d{2})\s*(?:[+-]\d{2}:?\d{2}|Z|UTC)$")
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?: ?[+-][0-9]{2}:?[0-9]{2})?)?")
_NO_TIME = frozenset({"null", "0000-00-00 00:00:00"})


def day_of(text: str) -> date | None:
    """Read the day of a moment; an offset behind it is the shop's own clock.

    Args:
        text: `2026-01-05 10:00:00`, `2026-01-05 23:30:00 +0800`, and whatever else is a date.

    Returns:
        The day, None where it is no date.
    """
    day, _, clock = text.partition(" ")
    # A list has a million moments and few days: each of them is read once.
    return _read(f"{day} 0:00" if _CLOCK.fullmatch(clock) else text)


@lru_cache(maxsize=4096)
def _read(text: str) -> date | None:
    return read_day(_OFFSET.sub(r"\1", text))


def is_untold(text: str) -> bool:
    """Whether a cell says that there is no time."""
    return is_missing(text) or text.lower() in _NO_TIME
