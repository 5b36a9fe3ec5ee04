"""Where a table came to stand on its sheet."""

from collections.abc import Mapping

from opsbook.vocabulary.records import record


@record
class Place:
    """Header row, first body row, edges, last row that formats cover, and each column's number."""

    head: int
    first: int
    left: int
    right: int
    last: int
    column: Mapping[str, int]
