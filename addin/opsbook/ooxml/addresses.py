"""Cell addresses as Excel writes them: A1, B2:D9, 'My sheet'!$A$1."""

import re
from dataclasses import dataclass
from functools import cache

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # Excel's limits
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
_TARGET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!\[\](),:]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)")


@cache
def column_number(letters: str) -> int:
    """The number of a column.

    >>> column_number("AA")
    27
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@cache
def column_letters(number: int) -> str:
    """The letters of a column.

    >>> column_letters(27)
    'AA'
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """A cell as Excel shows it, such as B12."""
    return f"{column_letters(column)}{row}"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells; rows and columns count from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        corner = cell_name(self.top, self.left)
        return corner if self.is_cell else f"{corner}:{cell_name(self.bottom, self.right)}"

    @property
    def fixed(self) -> str:
        """The rectangle as defined names spell it, such as $B$2:$D$9."""
        first, last = (f"${column_letters(column)}${row}" for row, column in self._corners)
        return first if self.is_cell else f"{first}:{last}"

    @property
    def _corners(self) -> tuple[tuple[int, int], tuple[int, int]]:
        return (self.top, self.left), (self.bottom, self.right)

    @property
    def is_cell(self) -> bool:
        """Whether it is one cell."""
        return (self.top, self.left) == (self.bottom, self.right)

    @property
    def height(self) -> int:
        """How many rows it has."""
        return self.bottom - self.top + 1

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies inside."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def meets(self, other: "Area") -> bool:
        """Whether two rectangles share a cell."""
        rows = self.top <= other.bottom and other.top <= self.bottom
        return rows and self.left <= other.right and other.left <= self.right


def area(text: str) -> Area | None:
    """A rectangle from its text; None when the text is anything else.

    >>> area("B2:D9")
    Area(top=2, left=2, bottom=9, right=4)
    """
    found = _AREA.fullmatch(text)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    return Area(int(top), column_number(left), int(bottom or top), column_number(right or left))


def cell_address(text: str) -> tuple[int, int]:
    """Row and column of a cell.

    >>> cell_address("B12")
    (12, 2)

    Raises:
        ValueError: the text is no cell.
    """
    place = area(text)
    if place is None or not place.is_cell:
        raise ValueError(text)
    return place.top, place.left


def target(text: str) -> tuple[str, Area] | None:
    """Sheet name and rectangle of a reference; None when it is anything else.

    >>> target("'It''s'!$A$1")
    ("It's", Area(top=1, left=1, bottom=1, right=1))
    """
    found = _TARGET.fullmatch(text.strip())
    place = area(found[3]) if found else None
    if found is None or place is None:
        return None
    return (found[1].replace("''", "'") if found[1] else found[2]), place


def quoted(title: str) -> str:
    """A sheet's name as a formula spells it."""
    return "'" + title.replace("'", "''") + "'"
