"""Where a table came to stand on its sheet."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Header row, first body row, edges, last row that formats cover, and each column's number."""

    head: int
    first: int
    left: int
    right: int
    last: int
    column: Mapping[str, int]
