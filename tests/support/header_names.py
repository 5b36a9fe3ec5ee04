"""Column names that people meet, what each stands for, and how many of them are proposed right.

The names of `tests/importers/header_names.csv` are those of back-ends and of tables that people keep themselves, each with the table
its report fills. `field` is the id of our column; empty where nothing may be proposed, `?` where it may be asked about but never sure.
One half is there to build with, the other to measure on; a name's hash says which, so nobody chooses.
"""

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from opsbook.exports.mapping.guess import is_sure
from opsbook.exports.reading.raw import RawTable
from support.house import propose

NAMES = Path(__file__).parents[1] / "importers" / "header_names.csv"
BUILD, MEASURE = "build", "measure"
ASK = "?"
CELLS = {
    "count": ("1,234", "56", "789"),
    "amount": ("1,234.50", "56.70", "789.15"),
    "rate": ("3.51%", "4.20%", "12.05%"),
    "seconds": ("00:01:23", "00:02:05", "00:00:41"),
    "id": ("601234567890123", "601234567890124", "601234567890125"),
    "words": ("棉麻四件套", "Linen throw", "夏凉被"),
    "day": ("2026-11-09", "2026-11-10", "2026-11-11"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A column's name and what it stands for."""

    header: str
    platform: str
    table: str
    field: str
    cells: str

    @property
    def half(self) -> str:
        """Which half it belongs to, by the hash of its letters."""
        letters = "".join(sign for sign in self.header.casefold() if sign.isalnum())
        return (BUILD, MEASURE)[hashlib.sha256(letters.encode()).digest()[0] % 2]


@dataclass(frozen=True, slots=True)
class Judged:
    """A name and what was proposed for it."""

    name: Name
    field: str
    sure: bool

    @property
    def right(self) -> bool:
        """The right column and sure of it; nothing where there is none."""
        if self.name.field == ASK:
            return not self.sure
        return self.field == self.name.field and (self.sure or not self.field)

    @property
    def wrong(self) -> bool:
        """Sure of another column: who follows it has a wrong number."""
        return self.sure and self.field != self.name.field


@cache
def names(half: str) -> tuple[Name, ...]:
    """The names of one half, in the order of the list."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        found = tuple(Name(**row) for row in csv.DictReader(file))
    return tuple(name for name in found if name.half == half)


def judge(name: Name) -> Judged:
    """What is proposed for a column of that name in a file of one day, beside a column that says nothing."""
    rows = ((name.header, "Q"), *((cell, "1") for cell in CELLS[name.cells]))
    proposal = propose(RawTable("x_2026-11-09_2026-11-09.csv", "", rows), table=name.table)
    guess = next((one for one in proposal.guesses if one.header != "Q"), None) if proposal else None
    return Judged(name, guess.field if guess else "", guess is not None and is_sure(guess))


def share_right(judged: Iterable[Judged]) -> float:
    """How many of them are right, 0 to 1."""
    told = [one.right for one in judged]
    return sum(told) / len(told)
