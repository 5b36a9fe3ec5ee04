"""Formulas that several cells share: shared formulas and array formulas of a sheet."""

from collections.abc import Callable

from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import Area, area, cell_name
from opsbook.ooxml.formula_spelling import spelled_out
from opsbook.ooxml.sheet.cell import CellXml, formula_text, with_formula
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.xml_text import attribute


class FormulaGroups:
    """Which cells of a sheet hang together.

    Args:
        sheet: the sheet.
    """

    def __init__(self, sheet: SheetXml) -> None:
        self._sheet = sheet
        self._first: dict[str, tuple[int, int, str]] | None = None
        self._arrays: list[Area] | None = None

    def formula(self, row: int, column: int) -> str | None:
        """The formula of a cell as if it stood alone; None when the cell has none."""
        cell = self._sheet.cell(row, column)
        if cell is None or not cell.has_formula:
            return None
        return formula_text(cell) or self._from_group(cell, row, column)

    def _from_group(self, cell: CellXml, row: int, column: int) -> str:
        first = self._firsts().get(_group(cell))
        return spelled_out(first[2], row - first[0], column - first[1]) if first else ""

    def _firsts(self) -> dict[str, tuple[int, int, str]]:
        if self._first is None:
            shared = self._sheet.formulas_of_type("shared")
            self._first = {
                _group(cell): (row, column, formula_text(cell)) for row, column, cell in shared if cell.formula
            }
        return self._first

    def arrays(self) -> list[Area]:
        """Rectangles filled by one array formula or data table, of more than one cell."""
        if self._arrays is None:
            kinds = ("array", "dataTable")
            places = [area(_reach(cell)) for kind in kinds for _, _, cell in self._sheet.formulas_of_type(kind)]
            self._arrays = [place for place in places if place and not place.is_cell]
        return self._arrays

    def release(self, place: Area) -> None:
        """Make the cells of a rectangle free to be written.

        Shared formulas that reach into it are spelled out in every cell of their group.

        Raises:
            WorkbookBrokenError: an array formula fills several cells and some lie in the rectangle.
        """
        self.refuse_arrays(place)
        self._spell_out(place.holds)

    def refuse_arrays(self, place: Area) -> None:
        """Make sure that no array formula of several cells lies in a rectangle.

        Raises:
            WorkbookBrokenError: one does.
        """
        for filled in self.arrays():
            if filled.meets(place):
                raise WorkbookBrokenError("array-in-the-way", sheet=self._sheet.name, cells=str(filled))

    def release_cell(self, row: int, column: int) -> None:
        """Make one cell free to be written."""
        place = Area(row, column, row, column)
        self.refuse_arrays(place)
        cell = self._sheet.cell(row, column)
        if cell is not None and "shared" in cell.formula_attributes:
            self._spell_out(place.holds)

    def _spell_out(self, wanted: Callable[[int, int], bool]) -> None:
        members = list(self._sheet.formulas_of_type("shared"))
        groups = {_group(cell) for row, column, cell in members if wanted(row, column)}
        meant = [
            (row, column, cell, self.formula(row, column) or "")
            for row, column, cell in members
            if _group(cell) in groups
        ]
        for row, column, cell, formula in meant:
            self._sheet.put(row, column, with_formula(cell, formula, cell_name(row, column)))


def _group(cell: CellXml) -> str:
    return attribute(f" {cell.formula_attributes}", "si") or ""


def _reach(cell: CellXml) -> str:
    return attribute(f" {cell.formula_attributes}", "ref") or ""


def place_of(sheet: SheetXml, row: int, column: int) -> str:
    """A cell as messages name it: sheet and address."""
    return f"{sheet.name}!{cell_name(row, column)}"
