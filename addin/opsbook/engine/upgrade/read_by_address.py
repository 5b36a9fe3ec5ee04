"""Sheets that keep their shape although nobody changed them: somebody's formula or chart reads their cells by address."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from opsbook.book.compile.compiled_plan import CompiledPlan
from opsbook.engine.upgrade.structure import sheet_titles
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.readers import readers
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.meaning import Shape, same_meaning


def pinned_sheets(
    plan: CompiledPlan, donor: Donor, drawn: Collection[str], differing: Sequence[str]
) -> Mapping[str, str]:
    """Which sheets would show other things at addresses that are read, were they drawn anew.

    One that stays may itself read another's cells, or be read by another's new shape: what belongs together stays together.

    Args:
        plan: the workbook as it would be made today.
        donor: today's template, and the workbook.
        drawn: titles of the sheets that would be drawn anew.
        differing: titles of all sheets that today's template draws otherwise.

    Returns:
        By title, who reads it: a cell, a name, or the sheet with the chart.
    """
    titles, going, found = sheet_titles(plan, donor.target), set(drawn), dict[str, str]()
    while pinned := dict(_pinned(plan, donor, titles, going, differing)):
        found |= pinned
        going -= pinned.keys()
    return found


def _pinned(
    plan: CompiledPlan, donor: Donor, titles: Mapping[str, str], going: Collection[str], differing: Sequence[str]
) -> Iterator[tuple[str, str]]:
    ours = set(plan.names)
    for title in going:
        old, new = Shape(donor.target, titles[title]), Shape(donor.source, title)
        apart = {*(titles[one] for one in going), *ours}
        outside = readers(donor.target, titles[title], apart)
        where = next((one.where for one in outside if not same_meaning(old, new, one.cells)), "")
        if where or (where := _reads_what_stays(donor, titles, title, [one for one in differing if one not in going])):
            yield title, where


def _reads_what_stays(donor: Donor, titles: Mapping[str, str], title: str, staying: Sequence[str]) -> str:
    """A sheet that stays, of which this one's new shape would read other cells than it should."""
    for other in staying:
        old, new = Shape(donor.target, titles[other]), Shape(donor.source, other)
        reads = (one.cells for one in readers(donor.source, other, _all_but(donor.source, title)))
        if any(not same_meaning(old, new, cells) for cells in reads):
            return titles[other]
    return ""


def _all_but(book: BookXml, title: str) -> set[str]:
    """Every sheet and name of a workbook but one sheet."""
    return {*(one for one in book.titles if one != title), *(one.name for one in book.workbook.names())}
