"""The workbook that pieces come from, with the formats of its cells as the receiving workbook has them."""

from collections.abc import Sequence
from functools import cached_property

from opsbook.ooxml.book import BookXml
from opsbook.ooxml.sheet.cell import formula_text, read_cell, readdress, with_formula
from opsbook.ooxml.styles.matching import Matching
from opsbook.ooxml.styles.style_sheet import StyleSheet
from opsbook.ooxml.transplant.route import Route
from opsbook.ooxml.xml_text import without_attributes


class Donor:
    """A source of pieces.

    Args:
        source: the workbook they come from.
        target: the workbook they go to.
    """

    def __init__(self, source: BookXml, target: BookXml) -> None:
        self.source, self.target = source, target

    @cached_property
    def formats(self) -> Matching:
        """Formats of the source as the target has them."""
        return Matching(StyleSheet(self.source.styles()), StyleSheet(self.target.styles()))

    def finish(self) -> None:
        """Give the target the formats it lacked."""
        if "formats" in self.__dict__:
            self.target.write_styles(self.formats.target.text)

    def cell(self, raw: str, address: str, route: Route) -> str:
        """A cell as it reads in the target: formats and texts of its own, formulas that follow."""
        if not raw:
            return ""
        cell = read_cell(raw)
        if cell.has_formula:
            raw = with_formula(cell, route.formula(formula_text(cell)), address)
        elif cell.type == "s":
            raw = _inline(raw, cell.stored, self.source.rich_strings)
        return self.formats.cells(readdress(raw, address))

    def words(self, source: tuple[str, int, int], style: str) -> str:
        """The text of a cell with its runs of type, in a format of the target's.

        Args:
            source: sheet, row and column of the cell; it holds no formula.
            style: index of the target's format.
        """
        title, row, column = source
        raw = self.source.sheet(title).raw(row, column)
        cell = read_cell(raw)
        raw = _inline(raw, cell.stored, self.source.rich_strings) if cell.type == "s" else raw
        end = raw.index(">")
        return f'{without_attributes(raw[:end], "s")} s="{style or 0}"{raw[end:]}'


def _inline(raw: str, number: str, strings: Sequence[str]) -> str:
    """A cell whose text stands in the workbook's list of texts, with the text in the cell itself."""
    start = without_attributes(raw[: raw.index(">")], "t")
    return f'{start} t="inlineStr"><is>{strings[int(number)]}</is></c>'
