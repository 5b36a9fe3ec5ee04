"""A sheet part as rows of text: only rows that are asked for are taken apart, only changed rows are written anew."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from opsbook.model.errors import FileRefusedError
from opsbook.model.values import Value
from opsbook.ooxml.addresses import Area, area
from opsbook.ooxml.sheet import tail as following
from opsbook.ooxml.sheet.cell import CellXml, read_cell
from opsbook.ooxml.sheet.column_sizes import column_size, sized, with_column_size
from opsbook.ooxml.sheet.row import RowXml, Texts
from opsbook.ooxml.xml_text import attribute, with_attribute

_DATA = re.compile(r"<sheetData\b[^>]*?(?:/>|>)")
_END = "</row>"
_ROW = re.compile(r"\s*<row\b([^<>]*)>")
_SHOWN = {None, "0", "false"}  # what `hidden` says of a row in sight
_DIMENSION = re.compile(r"<dimension\s[^>]*>")
_MERGED = re.compile(r'<mergeCell\s[^>]*?ref="([^"]*)"')
_LINKED = re.compile(r'<hyperlink\s[^>]*?ref="([^"]*)"')


class SheetXml:
    """The cells of one sheet.

    Args:
        text: the sheet part's XML, bytewise.
        name: the sheet's name.
        file: file name for messages.
        part: the part's name for messages.
        strings: reads the workbook's shared strings when first needed.

    Raises:
        FileRefusedError: the part is damaged, or its element names carry a prefix.
    """

    def __init__(self, text: str, name: str, file: str, part: str, strings: Callable[[], Sequence[str]]) -> None:
        data = _DATA.search(text)
        self.name, self._texts = name, Texts(strings)
        self._damaged = FileRefusedError("book-damaged", file=file, part=part)
        if data is None:  # a NUL: UTF-16
            raise self._damaged if "\0" in text else FileRefusedError("book-prefixed", file=file, part=part)
        end = data.end() if data[0].endswith("/>") else text.rfind("</sheetData>", data.end())
        if end < 0:
            raise self._damaged
        self.head = text[: data.start()]
        self.tail = text[end:].removeprefix("</sheetData>")
        self._tag = data[0].replace("/>", ">")
        self.text, self._tail_before = text, self.tail
        self.rows = dict(_split(text, data.end(), end))
        self._reached: Area | None = None
        self.changes = 0  # what was read before the last one may no longer hold

    def value(self, row: int, column: int) -> Value:
        """What a cell shows; None when blank."""
        return self.values(Area(row, column, row, column))[0][0]

    def values(self, place: Area) -> list[tuple[Value, ...]]:
        """What the cells of a rectangle show, row by row."""
        blank: tuple[Value, ...] = (None,) * (place.right - place.left + 1)
        rows = (self.rows.get(number) for number in range(place.top, place.bottom + 1))
        try:
            return [row.values(place.left, place.right, self._texts) if row else blank for row in rows]
        except (ValueError, IndexError):
            raise self._damaged from None

    def formulas(self, place: Area) -> list[Sequence[str | None]]:
        """The formulas of a rectangle as stored, row by row; None for a cell that has none, or a shared one."""
        blank = (None,) * (place.right - place.left + 1)
        rows = (self.rows.get(number) for number in range(place.top, place.bottom + 1))
        return [row.formulas(place.left, place.right, self._texts) if row else blank for row in rows]

    def holds_typed(self, row: int, left: int, right: int) -> bool:
        """Whether anything but formulas stands in some cells of a row."""
        found = self.rows.get(row)
        return found is not None and found.holds_typed(left, right, self._texts)

    def hidden_rows(self, top: int, bottom: int) -> frozenset[int]:
        """Positions, counted from the top one, of rows that a filter or a person put out of sight."""
        return frozenset(number - top for number in self._hidden if top <= number <= bottom)

    def unfold(self, row: int) -> None:
        """Bring a row into sight that an outline folded away; what a filter hides stays hidden."""
        line = self.rows.get(row)
        if row in self._hidden and line and attribute(line.attributes, "outlineLevel"):
            line.show()
            self._hidden.discard(row)
            self.changes += 1

    @cached_property
    def _hidden(self) -> set[int]:
        """Rows out of sight; nothing that is written hides a row."""
        marked = ((number, row.attributes) for number, row in self.rows.items() if "hidden" in row.attributes)
        return {number for number, attributes in marked if attribute(attributes, "hidden") not in _SHOWN}

    def raw(self, row: int, column: int) -> str:
        """A cell's XML; empty where the file has no cell."""
        found = self.rows.get(row)
        return found.cells.get(column, "") if found else ""

    def cell(self, row: int, column: int) -> CellXml | None:
        """The pieces of a cell's XML; None where the file has no cell."""
        raw = self.raw(row, column)
        return read_cell(raw) if raw else None

    def style(self, row: int, column: int) -> str:
        """Index of a cell's format; empty for the default."""
        cell = self.cell(row, column)
        return cell.style if cell else ""

    def put(self, row: int, column: int, raw: str) -> None:
        """Replace a cell by its XML; an empty text removes it."""
        if raw == self.raw(row, column):
            return
        line = self.rows.get(row) or self.rows.setdefault(row, RowXml("", ""))
        cells = line.touch()
        self.changes += 1
        if not raw:
            cells.pop(column, None)
            return
        if column not in cells:
            self._reach(row, column)
        cells[column] = raw

    def size_column(self, column: int, like: int) -> None:
        """Make a column as wide as another, and bring it into sight."""
        self._take_head(sized(self.head, column, like))

    def column_size(self, column: int) -> str:
        """The tag that says how wide a column is; empty without one."""
        return column_size(self.head, column)

    def size_column_as(self, column: int, tag: str) -> None:
        """Make a column as wide as the tag of another, folded if that is."""
        self._take_head(with_column_size(self.head, column, tag))

    def _take_head(self, head: str) -> None:
        self.changes += head != self.head
        self.head = head

    def put_row(self, row: int, cells: Mapping[int, str], model: int) -> None:
        """Replace the cells of a row by their XML, left to right; a row without a height takes that of another."""
        if row in self.rows:
            for column, raw in cells.items():
                self.put(row, column, raw)
        else:
            self.rows[row] = RowXml(f' r="{row}"', "".join(cells.values()))
            for column in (min(cells), max(cells)):
                self._reach(row, column)
        line, height = self.rows[row], _height(self.rows[model].attributes if model in self.rows else "")
        if height and attribute(line.attributes, "ht") is None:
            line.heighten(height)
        self.changes += 1

    @property
    def used(self) -> Area:
        """The smallest rectangle from A1 that holds every cell with a content, and every merged one."""
        cells = [
            Area(row, column, row, column) for row, line in self.rows.items() for column in self._filled(row, line)
        ]
        places = [*cells, *self.merged()]
        return Area(1, 1, max((one.bottom for one in places), default=1), max((one.right for one in places), default=1))

    def _filled(self, number: int, line: RowXml) -> Iterator[int]:
        """The last cell of a row that holds something."""
        for column in sorted(line.cells, reverse=True):
            cell = self.cell(number, column)
            if cell is not None and (cell.has_formula or self.value(number, column) is not None):
                yield column
                return

    def pinned(self) -> Iterator[Area]:
        """Merged cells and links: what stays in its place when cells move."""
        for found in (*_MERGED.findall(self.tail), *_LINKED.findall(self.tail)):
            place = area(found)
            if place:
                yield place

    def merged(self) -> Iterator[Area]:
        """Merged cells."""
        return (place for place in map(area, _MERGED.findall(self.tail)) if place)

    def take_over(self, other: "SheetXml", names: Sequence[str]) -> None:
        """Have elements before the cells as another sheet has them."""
        for name in names:
            old, new = (following.found(head[head.find(f"<{name}") :], name) for head in (self.head, other.head))
            if old and new:
                self._take_head(self.head.replace(old, new, 1))

    def merge(self, places: Sequence[Area]) -> None:
        """Merge the cells of each of some rectangles."""
        if places:
            known = following.inner(following.found(self.tail, "mergeCells"))
            cells = known + "".join(f'<mergeCell ref="{place}"/>' for place in places)
            count = len(_MERGED.findall(cells))
            self.tail = following.replaced(self.tail, "mergeCells", f'<mergeCells count="{count}">{cells}</mergeCells>')

    @property
    def state(self) -> tuple[int, str]:
        """Differs whenever the sheet part does."""
        return self.changes, self.tail

    def xml(self) -> str:
        """The sheet part, unchanged rows as they were."""
        if not self.changes and self.tail == self._tail_before:
            return self.text
        return "".join([self._dimensioned(), self._tag, *self._rows_written(), "</sheetData>", self.tail])

    def _rows_written(self) -> Iterator[str]:
        """The rows as text; those that stand together as they were are cut out together."""
        start = end = 0
        for number in sorted(self.rows):
            row = self.rows[number]
            if row.whole and row.whole[0] == end:
                end = row.whole[1]
                continue
            yield self.text[start:end]
            start, end = row.whole or (0, 0)
            if not row.whole:
                yield row.xml(number)
        yield self.text[start:end]

    @cached_property
    def _special(self) -> frozenset[str]:
        """Types of formulas the sheet came with, such as shared or array."""
        return frozenset(kind for row in self.rows.values() for kind in row.formula_types())

    def formulas_of_type(self, kind: str) -> Iterator[tuple[int, int, CellXml]]:
        """Row, column and XML of every cell whose formula has a type, such as shared or array."""
        mark = f't="{kind}"'
        if kind not in self._special:
            return
        for number, row in self.rows.items():
            if row.changed or mark in row.inner:
                cells = ((column, read_cell(raw)) for column, raw in row.cells.items() if mark in raw)
                yield from ((number, column, cell) for column, cell in cells if mark in cell.formula_attributes)

    def _reach(self, row: int, column: int) -> None:
        old = self._reached or Area(row, column, row, column)
        self._reached = Area(
            min(old.top, row),
            min(old.left, column),
            max(old.bottom, row),
            max(old.right, column),
        )

    def _dimensioned(self) -> str:
        found = _DIMENSION.search(self.head)
        old = area(attribute(found[0], "ref") or "") if found else None
        if found is None or old is None or self._reached is None:
            return self.head
        new = self._reached
        whole = Area(
            min(old.top, new.top), min(old.left, new.left), max(old.bottom, new.bottom), max(old.right, new.right)
        )
        return self.head.replace(found[0], with_attribute(found[0], "ref", str(whole)), 1)


def _height(attributes: str) -> str:
    found = {name: attribute(attributes, name) for name in ("ht", "customHeight")}
    return "".join(f' {name}="{value}"' for name, value in found.items() if value)


def _split(text: str, at: int, end: int) -> Iterator[tuple[int, RowXml]]:
    """The rows between two places of a sheet's text; whatever else stands between them is passed over."""
    last = 0
    while 0 <= at < end:
        tag = _ROW.match(text, at, end)
        if tag is None:
            at = text.find("<row", at + 1, end)
            continue
        first = stop = after = tag.end()
        if not tag[1].endswith("/"):
            close = text.find(_END, first, end)
            stop, after = (close, close + len(_END)) if close >= 0 else (end, end)
        attributes, number = tag[1].removesuffix("/"), attribute(tag[1], "r")
        last = int(number or last + 1)
        whole = (at, after) if number and (after > stop or stop == first) else None  # else a part is missing
        yield last, RowXml(attributes if number else f' r="{last}"{attributes}', text, (first, stop), whole)
        at = after
