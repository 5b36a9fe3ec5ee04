"""What the cells of a column look like, whatever its header says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from opsbook.exports.platforms import cells
from opsbook.exports.platforms.dates import is_any_date
from opsbook.exports.platforms.normalize import clean
from opsbook.model.units import Unit

LOOKED_AT = 200  # filled cells that tell what a column is
MOST = 0.8  # of them that must agree
FEW = 5  # times the words of a column of categories come again, on average
_BARE_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_LONG = re.compile(r"\d{9,}")


class Look(Enum):
    """What most cells of a column are."""

    NOTHING = "nothing"
    DAYS = "days"
    NUMBERS = "numbers"
    RATES = "rates"
    DURATIONS = "durations"
    IDS = "ids"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Profile:
    """A column below its header.

    Args:
        look: what most of its cells are.
        broken: whether most of its numbers have decimals.
        example: its first cell that is so.
        repeats: whether its cells are a few words that come again and again.
    """

    look: Look
    broken: bool = False
    example: str = ""
    repeats: bool = False

    @property
    def tells_figures(self) -> bool:
        """Whether it holds numbers of any kind."""
        return self.look in {Look.NUMBERS, Look.RATES, Look.DURATIONS}


# What a field of a unit may look like; anything may be words.
FITS: dict[Unit, frozenset[Look]] = {
    Unit.DATE: frozenset({Look.DAYS, Look.NUMBERS}),
    Unit.COUNT: frozenset({Look.NUMBERS}),
    Unit.AMOUNT: frozenset({Look.NUMBERS}),
    Unit.PRICE: frozenset({Look.NUMBERS}),
    Unit.RATE: frozenset({Look.RATES, Look.NUMBERS}),
    Unit.CONVERSION: frozenset({Look.RATES, Look.NUMBERS}),
    Unit.RATIO: frozenset({Look.NUMBERS}),
    Unit.SECONDS: frozenset({Look.DURATIONS, Look.NUMBERS}),
    Unit.HOURS: frozenset({Look.NUMBERS}),
    Unit.SCORE: frozenset({Look.NUMBERS}),
    Unit.ID: frozenset({Look.IDS, Look.NUMBERS, Look.WORDS}),
    Unit.TEXT: frozenset(Look),
}


def fits(unit: Unit, profile: Profile) -> bool:
    """Whether the cells of a column can be what a field holds; an empty column can be anything."""
    if profile.look is Look.NOTHING:
        return True
    if unit is Unit.COUNT and profile.broken:
        return False
    return profile.look in FITS.get(unit, frozenset())


def profile(column: Sequence[str]) -> Profile:
    """Look at the filled cells of a column.

    Args:
        column: its cells below the header, as text.
    """
    filled = list(islice((text for text in column if not cells.is_missing(text)), LOOKED_AT))
    if not filled:
        return Profile(Look.NOTHING)
    found = [_look(text) for text in filled]
    for look in (Look.DAYS, Look.IDS, Look.DURATIONS):
        if found.count(look) >= MOST * len(found):
            return Profile(look, example=_first(filled, found, look))
    rates = found.count(Look.RATES)
    if rates + found.count(Look.NUMBERS) >= MOST * len(found):
        numbers = [text for text, look in zip(filled, found, strict=True) if look is Look.NUMBERS]
        broken = sum(map(_has_decimals, numbers)) * 2 > len(numbers)
        look = Look.RATES if rates * 2 > len(found) else Look.NUMBERS
        return Profile(look, broken, _first(filled, found, Look.RATES, Look.NUMBERS))
    if found.count(Look.IDS) + found.count(Look.NUMBERS) >= MOST * len(found):
        return Profile(Look.IDS, example=_first(filled, found, Look.IDS, Look.NUMBERS))
    several = len(set(map(clean, filled)))
    return Profile(Look.WORDS, example=clean(filled[0]), repeats=several * FEW <= len(filled))


def _first(filled: Sequence[str], found: Sequence[Look], *looks: Look) -> str:
    """The first cell that is what the column is: another one may have slipped into it."""
    return next((clean(text) for text, look in zip(filled, found, strict=True) if look in looks), "")


def _look(text: str) -> Look:
    bare = clean(text)
    # Five bare digits may be a day as Excel counts, but in a report of one's own they are rather an amount.
    if not _BARE_SERIAL.fullmatch(bare) and is_any_date(bare):
        return Look.DAYS
    if _LONG.fullmatch(bare):
        return Look.IDS
    if cells.has_percent(bare):
        return Look.RATES if _reads(bare.rstrip("%％")) else Look.WORDS
    if _reads(bare):
        return Look.NUMBERS
    try:
        cells.seconds(bare)
    except ValueError:
        return Look.WORDS
    return Look.DURATIONS


def _has_decimals(text: str) -> bool:
    return not isinstance(cells.number(text, comma=not _reads_as(text, comma=False)), int)


def _reads(text: str) -> bool:
    """Whether a cell is a number, written 1,234.5 or 1.234,5."""
    return _reads_as(text, comma=False) or _reads_as(text, comma=True)


def _reads_as(text: str, *, comma: bool) -> bool:
    try:
        return cells.number(text, comma=comma) is not None
    except ValueError:
        return False
