"""Whether 1.234 is a thousand or little more than one: decided for a whole column, never cell by cell."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from opsbook.exports.platforms.cells import amount, has_percent
from opsbook.exports.platforms.normalize import clean

_COMMA = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:[ ']\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,})")
_POINT = re.compile(
    r"[+-]?(?:\d*\.(?:\d{1,2}|\d{4,})|0*\.\d+|\d{4,}\.\d+|\d{1,3}(?:[, ']\d{3})+\.\d*|\d{1,3}(?:,\d{3}){2,}"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d*)?)(?:e[+-]?\d+)?"
)
_SLIP = re.compile(
    r"[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0+,\d{3}|\d{4,},\d+)"
)  # a slip of the hand makes it of 12.5 or 1,250
_PARTED = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")  # thousands at home, and where commas begin decimals a rare fraction
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")

UNCLEAR = "unclear-number"
Vote = tuple[bool, bool]  # whether a comma begins decimals; whether no slip of the hand can look so


@dataclass(frozen=True, slots=True)
class Decimals:
    """How the figures of a sheet are written.

    Args:
        comma: positions of columns that write 1.234,56.
        both: positions of columns where both ways stand, or which only a file tells that has both.
    """

    comma: frozenset[int] = frozenset()
    both: frozenset[int] = frozenset()

    def is_open(self, position: int, text: str) -> bool:
        """Whether a cell may be two numbers, and its column does not tell which."""
        return position in self.both and _EITHER.fullmatch(_figure(text)) is not None


def decimals(columns: Mapping[int, Iterable[str]], whole: Collection[int] = ()) -> Decimals:
    """Decide how figures are written: by the cells of their column, else by those of all columns.

    Where nothing tells, a point begins decimals, as everywhere at home.

    Args:
        columns: cells of the columns of figures, by position.
        whole: positions of columns that count: 1,5 in one of them is a slip of the hand.
    """
    found = {position: votes(cells) for position, cells in columns.items()}
    said = {at: some - {(True, False)} if at in whole else some for at, some in found.items()}
    if not any(comma for some in said.values() for comma, _ in some):
        return Decimals()
    meant = {position: _meant(some, said.values()) for position, some in said.items()}
    return Decimals(
        frozenset(position for position, ways in meant.items() if ways == {True}),
        frozenset(position for position, ways in meant.items() if len(ways) > 1),
    )


def _meant(own: frozenset[Vote], of_all: Collection[frozenset[Vote]]) -> set[bool]:
    """The ways a column may be written: what surely shows in it; else what seems so there and surely shows elsewhere."""
    if sure := {comma for comma, strong in own if strong}:
        return sure | {False} if (False, False) in own else sure
    if own:
        return {comma for comma, _ in own} | {comma for some in of_all for comma, strong in some if strong and comma}
    return {comma for some in of_all for comma, _ in some}


def votes(cells: Iterable[str]) -> frozenset[Vote]:
    """What the cells of a column show.

    >>> sorted(votes(["1.234,56", "5", "1.234"])), sorted(votes(["1,5", "1.5"])), sorted(votes(["1,234", "7.125"]))
    ([(True, True)], [(False, True), (True, False)], [(False, False)])
    """
    return frozenset(vote for text in cells if "," in text or "." in text if (vote := _vote(text)) is not None)


@lru_cache(maxsize=65536)  # the same figures fill an export
def _vote(text: str) -> Vote | None:
    bare = _figure(text)
    ways = ((_COMMA, (True, True)), (_POINT, (False, True)), (_SLIP, (True, False)), (_PARTED, (False, False)))
    return next((vote for pattern, vote in ways if pattern.fullmatch(bare)), None)


def _figure(text: str) -> str:
    return amount(clean(text).rstrip("%％") if has_percent(text) else text)[0]
