"""Named figures of one workbook's list below the same list in another: their label, their formula, their name."""

from collections.abc import Sequence

from opsbook.ooxml.addresses import Area, cell_name, quoted
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.route import Route


def append_figures(donor: Donor, below: Sequence[str], names: Sequence[str]) -> None:
    """Add figures below those that are there.

    Args:
        donor: the workbook that has them.
        below: names of figures that both have, all on one sheet.
        names: those that the target lacks, in the order of the list.
    """
    places = [place for name in below if (place := donor.target.workbook.cell_named(name))]
    if not places:
        return
    page, column = donor.target.sheet(places[0][0]), places[0][1].left
    beside = (column - 1, column)  # the label stands left of its figure
    last = max(row for row, line in page.rows.items() if any(at in line.cells for at in beside))
    for row, name in enumerate(names, last + 1):
        model, from_row, from_column = donor.source.cell_named(name)
        route = Route(model.name)
        for at, from_at in zip(beside, (from_column - 1, from_column), strict=True):
            page.put(row, at, donor.cell(model.raw(from_row, from_at), cell_name(row, at), route))
        cell = Area(row, column, row, column)
        donor.target.workbook.add_names([DefinedName(name, f"{quoted(page.name)}!{cell.fixed}")])
