"""The rows of a table in a page, its cells placed where a browser places them.

Source: WHATWG HTML, "Forming a table": cells move right past those that reach down to them, rowspan 0 reaches to the end of
its row group and none reaches further, colspan is 1,000 at most and rowspan 65,534.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from opsbook.exports.reading.merged import WIDEST_SHEET, Grid, Merge, Room, spread

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WIDEST_CELL, _HIGHEST_CELL = 1_000, 65_534
_SPAN = re.compile(r"\s*\+?([0-9]{1,9})")
_GROUPS = ("thead", "tbody", "tfoot", "table")


def page_tables(page: "HtmlElement") -> Iterator[Grid]:
    """Read every table that has rows, a nested one on its own.

    Args:
        page: the whole page.

    Raises:
        FileRefusedError: cells span far more than a report has.
    """
    room = Room()
    for table in page.iter("table"):
        own = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        if own:
            yield _grid(own, room)


def _grid(own: list["HtmlElement"], room: Room) -> Grid:
    rows: list[tuple[str, ...]] = []
    merges: list[Merge] = []
    for _, group in groupby(own, key=_group_of):
        members = list(group)
        end, reach = len(rows) + len(members) - 1, dict[int, int]()
        for row in members:
            rows.append(_placed(row, len(rows), end, reach, merges))
            room.take(len(rows[-1]), rows)
    return spread(tuple(rows), merges)


def _group_of(row: "HtmlElement") -> "HtmlElement | None":
    return next(row.iterancestors(*_GROUPS), None)


def _placed(row: "HtmlElement", at: int, end: int, reach: dict[int, int], merges: list[Merge]) -> tuple[str, ...]:
    """A row's cells.

    Args:
        row: the row.
        at: its index.
        end: index of the last row of its group.
        reach: by column, the last row that a cell above it covers; what this row's cells cover is put in.
        merges: what this row's cells cover is put in.
    """
    cells: list[str] = []
    for cell in row:
        if cell.tag not in {"td", "th"} or len(cells) > WIDEST_SHEET:  # the row is refused
            continue
        while reach.get(len(cells), -1) >= at:
            cells.append("")
        wide, high = max(1, _span(cell, "colspan", _WIDEST_CELL)), _span(cell, "rowspan", _HIGHEST_CELL)
        last = min(at + high - 1, end) if high else end
        if last > at:
            merges.append((at, last, len(cells)))
            reach.update(dict.fromkeys(range(len(cells), len(cells) + wide), last))
        cells += [cell.text_content().strip(), *[""] * (wide - 1)]
    return tuple(cells)


def _span(cell: "HtmlElement", name: str, most: int) -> int:
    found = _SPAN.match(cell.get(name, "1"))
    return min(int(found[1]), most) if found else 1
