"""Formulas of one workbook as they read in another whose tables hold other rows, stand elsewhere, or are headed in another language."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from opsbook.ooxml.addresses import LAST_ROW, Area, column_letters, column_number, quoted
from opsbook.ooxml.table import TableXml

_PART = re.compile(
    r'(?P<text>"(?:[^"]|"")*")'
    r"|(?P<table>[^\W\d][\w.\\]*)?(?P<columns>\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\])"
    r"|(?P<prefix>(?:'(?:[^']|'')*'|(?<![\w.#])[\w.]+(?::[\w.]+)?)!)?(?:(?<![\w.$])(?P<cells>"
    r"(?P<c1>\$?)(?P<left>[A-Z]{1,3})(?P<r1>\$?)(?P<top>\d{1,7})(?::(?P<c2>\$?)(?P<right>[A-Z]{1,3})(?P<r2>\$?)(?P<bottom>\d{1,7}))?"
    r"|(?P<c3>\$?)(?P<first>[A-Z]{1,3}):(?P<c4>\$?)(?P<last>[A-Z]{1,3})"
    r"|\$?\d{1,7}:\$?\d{1,7}"
    r")(?![\w.(!\[]))?",
)
_INNER = re.compile(r"\[((?:[^\[\]']|'.)*)\]")
_SPECIAL = re.compile(r"(['#@\[\]])")
_EXTERNAL = re.compile(
    r"(?<![\w\[\],:])\[(?:\d+|[^\[\]]*\.xl\w+)\][^\s,;()+*/&=<>^-]*", re.IGNORECASE
)  # of another workbook
Cell = tuple[str, int, int]


class Followed(NamedTuple):
    """A formula's text in the target; `lost` names the first thing it reads that is not there, empty where all is."""

    text: str
    lost: str = ""


@dataclass(frozen=True, slots=True)
class TableMove:
    """A table of both workbooks.

    Args:
        source: as it stands in the source.
        target: as it stands in the target.
        headers: the target's header by the source's; columns that the target lacks are left out.
        rows: the target's row number by the source's, for rows of one key.
    """

    source: TableXml
    target: TableXml
    headers: Mapping[str, str]
    rows: Mapping[int, int]

    def column(self, number: int) -> int | None:
        """The number of a sheet's column in the target; None where the target lacks it."""
        header = self.headers.get(self.source.headers[number - self.source.place.left])
        return self.target.place.left + self.target.headers.index(header) if header in self.target.headers else None

    def place(self, area: Area) -> Area | None:
        """Where cells inside the table stand in the target: under the same headers, in the rows of the same keys."""
        columns, rows = self._columns(area), self._rows(area)
        return Area(rows[0], columns[0], rows[1], columns[1]) if columns and rows else None

    def _columns(self, area: Area) -> tuple[int, int] | None:
        old, new = self.source.place, self.target.place
        if (area.left, area.right) == (old.left, old.right) and area.left != area.right:
            return new.left, new.right
        left, right = self.column(area.left), self.column(area.right)
        fits = left is not None and right is not None and right - left == area.right - area.left
        return (left, right) if fits and left is not None and right is not None else None

    def _rows(self, area: Area) -> tuple[int, int] | None:
        """The rows; those above the table stay, and what ends with the table or beyond it does so in the target."""
        old, new = self.source, self.target
        if area.top <= old.body.top and area.bottom >= old.body.bottom and area.bottom > area.top:
            first = new.body.top if area.top == old.body.top else self._row(area.top)
            return (first, min(LAST_ROW, new.body.bottom + area.bottom - old.body.bottom)) if first else None
        top, bottom = self._row(area.top), self._row(area.bottom)
        return (top, bottom) if top and bottom and bottom - top == area.bottom - area.top else None

    def _row(self, number: int) -> int | None:
        """Where a row stands: by its key, or with the table's header."""
        old, new = self.source.place.top, self.target.place.top
        if number > old:
            return self.rows.get(number)
        return new if number == old else (number if old == new else None)


@dataclass(frozen=True, slots=True)
class Following:
    """How formulas change from one workbook to another.

    Args:
        moves: tables of both, by name.
        titles: what the target calls sheets, by what the source does; sheets that it lacks are left out.
        cells: places of named cells in the target, by those in the source.
        still: sheets of the source on which cells outside tables stand where they stand in the target.
        gone: names that the target lacks, in lower case.
    """

    moves: Mapping[str, TableMove]
    titles: Mapping[str, str]
    cells: Mapping[Cell, tuple[int, int]] = field(default_factory=dict)
    still: Collection[str] = ()
    gone: Collection[str] = ()

    def formula(self, text: str, sheet: str) -> Followed:
        """A formula's text in the target.

        Args:
            text: without '='.
            sheet: the sheet of the source that references without a sheet name mean.
        """
        lost = list(_EXTERNAL.findall(_without_texts(text)))

        def follow(found: re.Match[str]) -> str:
            new = self._part(found, sheet)
            if new is None:
                lost.append(found[0])
            return found[0] if new is None else new

        new = _PART.sub(follow, text)
        lost += [word for word in re.findall(r"[^\W\d][\w.]*", _without_texts(text)) if word.casefold() in self.gone]
        return Followed(new, lost[0] if lost else "")

    def place(self, sheet: str, area: Area) -> Area | None:
        """Where cells of a sheet of the source stand in the target; None where they do not."""
        if sheet not in self.titles:
            return None
        if area.is_cell and (named := self.cells.get((sheet, area.top, area.left))):
            return Area(named[0], named[1], named[0], named[1])
        move = self._table_at(sheet, area)
        if move is not None:
            return move.place(area)
        still = sheet in self.still and not any(one.source.place.meets(area) for one in self._tables_of(sheet))
        return area if still else None

    def _tables_of(self, sheet: str) -> list[TableMove]:
        return [one for one in self.moves.values() if one.source.sheet == sheet]

    def _table_at(self, sheet: str, area: Area) -> TableMove | None:
        """The table that some cells meet and in whose columns they begin and end."""
        places = ((one, one.source.place) for one in self._tables_of(sheet))
        inside = (
            one for one, place in places if place.meets(area) and place.left <= area.left and area.right <= place.right
        )
        return next(inside, None)

    def _part(self, found: re.Match[str], sheet: str) -> str | None:
        if found["columns"]:
            return self._structured(found["table"] or "", found["columns"])
        if found["text"] or not (found["prefix"] or found["cells"]):
            return found[0]
        title = _title(found["prefix"]) if found["prefix"] else sheet
        if title not in self.titles:
            return None if found["prefix"] else found[0]
        where = f"{quoted(self.titles[title])}!" if found["prefix"] else ""
        cells = self._cells(found, title) if found["cells"] else ""
        return None if cells is None else where + cells

    def _structured(self, table: str, columns: str) -> str | None:
        move = self.moves.get(table)
        if move is None:
            return table + columns
        if "[" not in columns[1:-1]:
            inner = self._header(move, columns[1:-1])
            return None if inner is None else f"{table}[{inner}]"
        heads = [self._header(move, one) for one in _INNER.findall(columns[1:-1])]
        if None in heads:
            return None
        new = iter(heads)
        return f"{table}[{_INNER.sub(lambda _: f'[{next(new)}]', columns[1:-1])}]"

    @staticmethod
    def _header(move: TableMove, spelled: str) -> str | None:
        """A header inside brackets; None where the target lacks it."""
        if not spelled or spelled.startswith("#") or spelled == "@":
            return spelled
        row, header = ("@", spelled[1:]) if spelled.startswith("@") else ("", spelled)
        new = move.headers.get(re.sub(r"'(.)", r"\1", header))
        return None if new is None or new not in move.target.headers else row + _SPECIAL.sub(r"'\1", new)

    def _cells(self, found: re.Match[str], title: str) -> str | None:
        if found["first"]:
            ends = [self._whole_column(title, column_number(found[name])) for name in ("first", "last")]
            if ends[0] is None or ends[1] is None:
                return None
            return f"{found['c3']}{column_letters(ends[0])}:{found['c4']}{column_letters(ends[1])}"
        if not found["left"]:
            return found["cells"] if title in self.still and not self._tables_of(title) else None
        top, left = int(found["top"]), column_number(found["left"])
        bottom, right = int(found["bottom"] or top), column_number(found["right"] or found["left"])
        new = self.place(title, Area(top, left, bottom, right))
        if new is None:
            return None
        first = f"{found['c1']}{column_letters(new.left)}{found['r1']}{new.top}"
        return f"{first}:{found['c2']}{column_letters(new.right)}{found['r2']}{new.bottom}" if found["right"] else first

    def _whole_column(self, title: str, number: int) -> int | None:
        """Where a sheet's column stands: that of the table that is in it."""
        tables = (one for one in self._tables_of(title) if one.source.place.left <= number <= one.source.place.right)
        move = next(tables, None)
        if move is not None:
            return move.column(number)
        return number if title in self.still else None


def _without_texts(text: str) -> str:
    return re.sub(r'"(?:[^"]|"")*"', '""', text)


def _title(prefix: str) -> str:
    name = prefix[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
