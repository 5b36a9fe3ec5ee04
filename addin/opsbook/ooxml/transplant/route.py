"""Where the cells of one workbook stand in another, and formulas that follow them there."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from zlib import crc32

from opsbook.ooxml.addresses import Area, column_letters, column_number, quoted
from opsbook.ooxml.formula_spelling import spelled_out
from opsbook.ooxml.table import TableXml

_REFERENCE = re.compile(
    r"\"(?:[^\"]|\"\")*\"|\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
    r"|((?:'(?:[^']|'')*'|[\w.]+)!)?(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})"
    r"(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\w.(!\[])",
)
Spot = tuple[int, int]


def same_place(place: Area) -> Area:
    """Cells that stand where they stood."""
    return place


@dataclass(frozen=True, slots=True)
class Route:
    """How references change from one workbook to another.

    Args:
        sheet: the sheet that references without a sheet name mean.
        place: where cells of that sheet stand in the target.
        titles: names of sheets in the target, by their name in the source.
    """

    sheet: str
    place: Callable[[Area], Area] = same_place
    titles: Mapping[str, str] = field(default_factory=dict)

    def formula(self, text: str) -> str:
        """A formula's text in the target."""
        return _REFERENCE.sub(self._reference, text)

    def _reference(self, found: re.Match[str]) -> str:
        prefix, fixed_left, left, fixed_top, top, fixed_right, right, fixed_bottom, bottom = found.groups()
        if left is None:
            return found[0]
        title = _title(prefix) if prefix else self.sheet
        area = Area(int(top), column_number(left), int(bottom or top), column_number(right or left))
        new = self.place(area) if title == self.sheet else area
        where = f"{quoted(self.titles.get(title, title))}!" if prefix else ""
        first = f"{fixed_left}{column_letters(new.left)}{fixed_top}{new.top}"
        last = f":{fixed_right}{column_letters(new.right)}{fixed_bottom}{new.bottom}" if right else ""
        return f"{where}{first}{last}"


def beside(rows: int, columns: int) -> Callable[[Area], Area]:
    """Cells that all move by as many rows and columns."""
    return lambda area: Area(area.top + rows, area.left + columns, area.bottom + rows, area.right + columns)


def by_header(source: TableXml, target: TableXml, headers: Mapping[str, str] | None = None) -> Callable[[Area], Area]:
    """Cells of a table that stand under the same headers elsewhere; the whole width stays the whole width.

    Args:
        source: the table where the cells stand.
        target: the table elsewhere.
        headers: the target's headers by the source's, where they are not the same.
    """

    def column(number: int) -> int:
        header = source.headers[number - source.place.left]
        return target.place.left + target.column((headers or {}).get(header, header))

    def place(area: Area) -> Area:
        inside = source.place.left <= area.left and area.right <= source.place.right and area.top >= source.place.top
        if not inside:
            return area
        down = target.place.top - source.place.top
        if (area.left, area.right) == (source.place.left, source.place.right):
            return Area(area.top + down, target.place.left, area.bottom + down, target.place.right)
        ends = sorted((column(area.left), column(area.right)))
        return Area(area.top + down, ends[0], area.bottom + down, ends[1])

    return place


def by_offset(table: TableXml, column: int, ours: int) -> Callable[[Area], Area]:
    """Cells of a table as seen from one of its columns: other columns under numbers that their headers decide, not places.

    Args:
        table: the table.
        column: number of the column.
        ours: how many of its columns a person did not add: a range as wide as these is the whole row.
    """

    def number(at: int) -> int:
        return 1000 if at == column else 1001 + crc32(table.headers[at - table.place.left].encode()) % 8000

    def place(area: Area) -> Area:
        if not (table.place.left <= area.left and area.right <= table.place.right and area.top >= table.place.top):
            return area
        rows = 1000 - table.place.top
        if area.left == table.place.left and area.right - area.left + 1 >= ours:
            return Area(area.top + rows, 999, area.bottom + rows, 9999)
        ends = sorted((number(area.left), number(area.right)))
        return Area(area.top + rows, ends[0], area.bottom + rows, ends[1])

    return place


def further_right(route: Route, columns: int) -> Callable[[str], str]:
    """How a rule's formula, written for the first of the cells it covers, reads for one further right, in the target."""
    return lambda formula: route.formula(spelled_out(formula, 0, columns))


def _title(prefix: str) -> str:
    name = prefix[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
