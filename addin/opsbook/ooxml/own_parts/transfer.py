"""What a person made on its way from one workbook into another, and what of it is lost there."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.own_parts.following import Following
from opsbook.ooxml.sheet.cell import with_formula, write_value
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.route import Route

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that has no place in the target.

    Args:
        code: of the message that tells of it.
        sheet: name of its sheet in the source.
        cell: address of the cell, the first of several; empty where it is none.
        column: header of its column; empty where it stands in none of a table.
        reads: what it reads or is in the way.
        count: how many there are.
    """

    code: str
    sheet: str
    cell: str = ""
    column: str = ""
    reads: str = ""
    count: int = 1


@dataclass(slots=True)
class Transfer:
    """A way between two workbooks.

    Args:
        donor: both workbooks.
        following: how formulas change.
        lost: what could not go so far.
    """

    donor: Donor
    following: Following = field(default_factory=lambda: Following({}, {}))
    lost: list[Lost] = field(default_factory=list)

    def cell(self, sheet: str, spot: Spot, to: Spot, column: str = "") -> str:
        """A cell's XML in the target; one whose formula reads what is not there holds what it showed.

        Args:
            sheet: its sheet in the source.
            spot: its row and column there.
            to: its row and column in the target.
            column: header of the column, to be told where the formula is lost.
        """
        page, address = self.donor.source.sheet(sheet), cell_name(*to)
        cell = page.cell(*spot)
        if cell is None:
            return ""
        if not cell.has_formula:
            return self.donor.cell(cell.raw, address, Route(sheet))
        said = self.following.formula(self.donor.source.groups(sheet).formula(*spot) or "", sheet)
        if said.lost:
            self.lost.append(Lost("own-formula-left", sheet, cell_name(*spot), column, said.lost))
            style = self.donor.formats.cell(cell.style) if cell.style else ""
            return write_value(address, style, page.value(*spot))
        return self.donor.formats.cells(with_formula(cell, said.text, address))

    def all_lost(self) -> Iterator[Lost]:
        """What could not go; things of one place and reason as one, with the first of their cells."""
        known = list(dict.fromkeys(one.sheet for one in self.lost))
        ordered = sorted(self.lost, key=lambda one: (known.index(one.sheet), one.code, one.column, one.reads))
        for _, group in groupby(ordered, key=lambda one: (one.code, one.sheet, one.column, one.reads)):
            several = list(group)
            yield replace(several[0], count=sum(one.count for one in several))
