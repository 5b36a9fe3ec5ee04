"""The place of a table on its sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

from opsbook.book.plan import Box


@dataclass(frozen=True, slots=True)
class Place:
    """Header row, first body row, edges, last row that formats cover, and each column's number."""

    head: int
    first: int
    left: int
    right: int
    last: int
    column: Mapping[str, int]


def box(place: Place, column: str, rows: int) -> Box:
    """Body of a Calc column as a chart range."""
    at = place.column[column]
    return place.first, at, place.first + rows - 1, at
