"""Lights, guards and labels of released versions become today's; whatever somebody changed stays."""

from collections.abc import Iterable

from opsbook.book.compile.compiled_plan import CompiledPlan
from opsbook.engine.upgrade.pieces import Piece, label_pieces, rule_pieces
from opsbook.engine.upgrade.released import Released
from opsbook.engine.upgrade.structure import sheet_titles
from opsbook.model.catalog import Catalog
from opsbook.ooxml.addresses import cell_address
from opsbook.ooxml.transplant.column_rules import renew_rules
from opsbook.ooxml.transplant.donor import Donor


def old_rules(plan: CompiledPlan, donor: Donor, released: Released) -> tuple[str, ...]:
    """Columns that have the lights and guards of an earlier version, as long as the workbook is as it was.

    Args:
        plan: the workbook as it would be made today.
        donor: today's template, and the workbook.
        released: what earlier versions held.

    Returns:
        Table and column id of each.
    """
    today = {piece.place: piece for piece in rule_pieces(plan, donor.source)}
    return tuple(one.place for one in rule_pieces(plan, donor.target) if _is_ours(one, today, released))


def changed_rules(plan: CompiledPlan, donor: Donor, released: Released) -> tuple[str, ...]:
    """Columns that got new lights or guards but have some of somebody's own, which stay; by table and column id."""
    today = {piece.place: piece for piece in rule_pieces(plan, donor.source)}
    new = {place for place, piece in today.items() if not released.has(*piece)}
    found = (one for one in rule_pieces(plan, donor.target) if one.place in new and one != today[one.place])
    return tuple(one.place for one in found if not released.has(*one))


def refit_rules(plan: CompiledPlan, donor: Donor, places: Iterable[str]) -> None:
    """Renew the lights and guards of columns; those of a sheet that was drawn anew are today's already."""
    for place in places:
        table, _, column = place.partition(".")
        renew_rules(donor, table, plan.headers[table][column])


def refit_labels(catalog: Catalog, plan: CompiledPlan, donor: Donor, released: Released) -> tuple[str, ...]:
    """Renew texts beside tables that are those of an earlier version, where today's template has another one.

    Returns:
        Sheet and cell of each, as messages name them.
    """
    today = {piece.place: piece for piece in label_pieces(catalog, plan, donor.source)}
    titles, names = (
        sheet_titles(plan, donor.target),
        {one.id: page.title for one, page in zip(catalog.sheets, plan.sheets, strict=True)},
    )
    written = []
    for piece in list(label_pieces(catalog, plan, donor.target)):
        if piece.place in today and _is_ours(piece, today, released):
            sheet, _, cell = piece.place.partition("!")
            page, place = donor.target.sheet(titles[names[sheet]]), cell_address(cell)
            donor.target.groups(page.name).release_cell(*place)
            page.put(*place, donor.words((names[sheet], *place), page.style(*place)))
            written.append(f"{page.name}!{cell}")
    return tuple(written)


def _is_ours(piece: Piece, today: dict[str, Piece], released: Released) -> bool:
    """Whether a piece is one of an earlier version and another one today."""
    return piece.place in today and piece != today[piece.place] and released.has(*piece)
