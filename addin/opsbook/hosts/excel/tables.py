"""Tables of a live workbook: their places and cells, each table read in one block."""

from typing import cast

import xlwings as xw

from opsbook.hosts.excel.api import cell_values
from opsbook.model.values import Value

Formulas = list[tuple[str, ...]]


class LiveTable:
    """One table of an open workbook; what was read is kept until `forget`.

    Args:
        table: the table as xlwings gives it.
    """

    def __init__(self, table: "xw.main.Table") -> None:
        self.name, self.sheet = str(table.name), table.parent
        self._table = table
        self._values: list[tuple[Value, ...]] | None = None
        self._formulas: Formulas | None = None
        self._hidden: frozenset[int] | None = None
        self._locate()

    def _locate(self) -> None:
        place, header = self._table.range, self._table.header_row_range
        self.totals = 1 if self._table.show_totals else 0
        self.left, self.width = place.column, place.shape[1]
        self.top = place.row + (header is not None)
        empty = self._table.data_body_range is None
        self.height = 0 if empty else place.shape[0] - (header is not None) - self.totals
        self.headers = () if header is None else tuple(str(one) for one in cell_values(header)[0])

    @property
    def bottom(self) -> int:
        """Row number of the last body row."""
        return self.top + self.height - 1

    def forget(self) -> None:
        """Forget what was read; the next access reads again."""
        self._values = self._formulas = self._hidden = None

    def values(self) -> list[tuple[Value, ...]]:
        """Body cells, row by row."""
        if self._values is None:
            self._values = cell_values(self.body()) if self.height else []
        return self._values

    def formulas(self) -> Formulas:
        """What the cells hold as typed: a formula begins with '=', and a text that does with an apostrophe before it."""
        if self._formulas is None:
            rows = _rows(self.body().formula, (self.height, self.width)) if self.height else []
            pairs = zip(rows, self.values(), strict=True)
            self._formulas = [tuple(map(_as_typed, row, values)) for row, values in pairs]
        return self._formulas

    def body(self, first: int = 0, last: int | None = None) -> xw.Range:
        """Body rows from one to another, counted from 0; all of them by default."""
        end = self.height - 1 if last is None else last
        return self.sheet.range((self.top + first, self.left), (self.top + end, self.left + self.width - 1))

    def hidden(self) -> frozenset[int]:
        """Positions of body rows out of sight."""
        if self._hidden is None:
            self._hidden = self._out_of_sight() if self.height else frozenset()
        return self._hidden

    def _out_of_sight(self) -> frozenset[int]:
        """Rows of one height are settled by one question; the header, always in sight, makes the other safe to ask."""
        height = self.body().row_height
        if isinstance(height, int | float):
            return frozenset() if height else frozenset(range(self.height))
        place = self.body(-1 if self.headers else 0)
        areas = cast("list[xw.Range]", place.get_special_cells("visible"))  # xlwings Lite alone answers later
        seen = {row for area in areas for row in range(area.row, area.row + area.shape[0])}
        return frozenset(at for at in range(self.height) if self.top + at not in seen)

    @property
    def filtered(self) -> bool:
        """Whether the table carries filter buttons."""
        return bool(self._table.show_autofilter)

    def resize(self, height: int) -> None:
        """Give the table another number of body rows."""
        totals = bool(self.totals)
        if totals:  # Excel keeps what the totals row shows and puts it back below the new last row
            self._table.show_totals = False
        corner = (self.top - 1, self.left)
        self._table.resize(self.sheet.range(corner, (self.top + height - 1, self.left + self.width - 1)))
        if totals:
            self._table.show_totals = True
        self.reload()

    def widen(self) -> None:
        """Take in the column at the right edge."""
        corner = (self.top - 1, self.left)
        end = (self.bottom + self.totals, self.left + self.width)
        self._table.resize(self.sheet.range(corner, end))
        self.reload()

    def show_all(self) -> None:
        """Take the filter off: rows out of sight can be neither moved nor deleted."""
        if self.hidden() and self.filtered:
            self._table.autofilter.clear()

    def reload(self) -> None:
        """Look the table up again after its rows changed."""
        self._table = self.sheet.tables[self.name]
        self.forget()
        self._locate()


def find_tables(book: xw.Book) -> dict[str, LiveTable]:
    """Every table of a workbook by name, in the order of the tabs."""
    tables = (LiveTable(table) for sheet in book.sheets for table in sheet.tables)
    return {table.name: table for table in tables}


def _as_typed(formula: str, value: Value) -> str:
    """A text that begins like a formula shows what it holds; no formula does."""
    return f"'{formula}" if formula == value and formula.startswith("=") else formula


def _rows(found: object, shape: tuple[int, int]) -> Formulas:
    """Formulas of a rectangle: Excel gives one cell as a text, the rest as rows."""
    if isinstance(found, str):
        return [(found,)]
    rows = found if isinstance(found, list | tuple) else ()
    if rows and not isinstance(rows[0], list | tuple):
        rows = [rows] if shape[0] == 1 else [(one,) for one in rows]
    return [tuple(str(one) for one in row) for row in rows]
