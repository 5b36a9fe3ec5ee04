"""Sheets that are drawn anew as a whole: where nobody changed what a released template held."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from opsbook.book.compile.compiled_plan import CompiledPlan
from opsbook.engine.upgrade.pieces import sheet_pieces
from opsbook.engine.upgrade.read_by_address import pinned_sheets
from opsbook.engine.upgrade.released import Released
from opsbook.engine.upgrade.structure import sheet_titles
from opsbook.engine.workbook import Workbook
from opsbook.model.catalog import Catalog
from opsbook.model.language import Label, Lang
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.figures import append_figures
from opsbook.ooxml.transplant.replacing import put_beside, replace_sheet

OLD = Label("旧", "old")
FIRST_FIGURE = "shown_day"
"""Name of the figure that stands first in the list of all."""


class WholeSheet(NamedTuple):
    """A sheet that today's template draws otherwise.

    Args:
        id: of the sheet.
        title: what a new workbook calls it.
        own: what this one calls it.
        ours: nobody changed it, and nobody reads cells of it that would move.
        reader: who does: a cell, a name, or the sheet with the chart; empty for nobody.
    """

    id: str
    title: str
    own: str
    ours: bool
    reader: str = ""


def differing_sheets(
    catalog: Catalog, plan: CompiledPlan, donor: Donor, released: Released, again: str = ""
) -> tuple[WholeSheet, ...]:
    """Sheets of the workbook that today's template draws otherwise, in the order of the tabs.

    Args:
        catalog: what the product consists of.
        plan: the workbook as it would be made today.
        donor: today's template, and the workbook.
        released: what earlier versions held.
        again: what the workbook calls a sheet that gets its new shape in any case; empty for none.
    """
    found = tuple(_differing(catalog, plan, donor, released))
    drawn = [one.title for one in found if one.ours and one.own != again]
    staying = [one.title for one in found if one.own != again]
    pinned = pinned_sheets(plan, donor, drawn, staying)
    return tuple(one._replace(ours=False, reader=pinned[one.title]) if one.title in pinned else one for one in found)


def _differing(catalog: Catalog, plan: CompiledPlan, donor: Donor, released: Released) -> Iterator[WholeSheet]:
    today = {one.place: one for one in sheet_pieces(catalog, plan, donor.source)}
    titles = dict(zip((sheet.id for sheet in catalog.sheets), (page.title for page in plan.sheets), strict=True))
    names = sheet_titles(plan, donor.target)
    for piece in sheet_pieces(catalog, plan, donor.target):
        if piece != today[piece.place]:
            title = titles[piece.place]
            yield WholeSheet(piece.place, title, names[title], released.has(*piece))


def replace_sheets(workbook: Workbook, donor: Donor, differing: Iterable[WholeSheet], again: str) -> str:
    """Draw sheets anew that nobody changed, and one that somebody did where that is asked for.

    Args:
        workbook: the workbook.
        donor: today's template, and the workbook.
        differing: sheets that today's template draws otherwise.
        again: what the workbook calls a sheet that gets its new shape though somebody changed it; empty for none.

    Returns:
        What the changed sheet is called from now on; empty without one.
    """
    beside = ""
    for sheet in differing:
        if sheet.own == again:
            beside = put_new_beside(workbook.plan, donor, again, workbook.lang)
        elif sheet.ours:
            replace(workbook.plan, donor, sheet.title)
    return beside


def add_figures(plan: CompiledPlan, donor: Donor, kept: Iterable[WholeSheet]) -> None:
    """Add to the list of figures on a sheet that stays as somebody changed it those that came later: others read them."""
    for sheet in kept:
        page = next(page for page in plan.sheets if page.title == sheet.title)
        if page.title == donor.source.cell_named(FIRST_FIGURE)[0].name:
            there = {name: donor.target.workbook.cell_named(name) is not None for name in page.names}
            list_of = [name for name in page.names if name in plan.formulas.names]
            lacking = [name for name in list_of if not there[name]]
            append_figures(donor, [name for name in list_of if there[name]], lacking)


def put_new_beside(plan: CompiledPlan, donor: Donor, own: str, lang: Lang) -> str:
    """Give a sheet that somebody changed its new shape, and keep theirs beside it.

    Args:
        plan: the workbook as it would be made today.
        donor: today's template, and the workbook.
        own: what the workbook calls the sheet.
        lang: its language.

    Returns:
        What theirs is called from now on.
    """
    titles = sheet_titles(plan, donor.target)
    title = next(one for one, name in titles.items() if name == own)
    taken = {one.casefold() for one in donor.target.workbook.tabs()}
    names = (f"{own[:24]} {OLD[lang]}{number or ''}" for number in count())
    kept = next(name for name in names if name.casefold() not in taken)
    put_beside(donor, title, titles, _typed(plan, title), kept)
    return kept


def replace(plan: CompiledPlan, donor: Donor, sheet: str) -> None:
    """Draw a sheet anew; what its named cells hold stays."""
    replace_sheet(donor, sheet, sheet_titles(plan, donor.target), _typed(plan, sheet))


def _typed(plan: CompiledPlan, sheet: str) -> list[str]:
    """Named cells of a sheet that hold no formula of ours."""
    page = next(page for page in plan.sheets if page.title == sheet)
    return [name for name in page.names if name not in plan.formulas.names]
