"""Bring a workbook file up to date: everything new is added in memory, and saved with the command's own changes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from opsbook.engine.refresh import refresh
from opsbook.engine.upgrade.known_versions import known_versions
from opsbook.engine.upgrade.lacking import Lacking, lacking
from opsbook.engine.upgrade.refit import Refitted, refit_formulas
from opsbook.engine.upgrade.refit_looks import old_rules, refit_labels, refit_rules
from opsbook.engine.upgrade.released import read_released
from opsbook.engine.upgrade.renaming import rename, renaming_of
from opsbook.engine.upgrade.retired import mark_retired
from opsbook.engine.upgrade.structure import add_structure
from opsbook.engine.upgrade.taken import refuse_taken
from opsbook.engine.upgrade.whole_sheets import WholeSheet, differing_sheets, replace_sheets
from opsbook.engine.workbook import KEPT_SHEETS, know_book, open_book
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.blank import blank_book
from opsbook.model.catalog import Catalog
from opsbook.model.errors import UsageError
from opsbook.model.versions import PROPERTY, told_versions
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.transplant.donor import Donor


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did.

    Args:
        added: what the workbook got.
        replaced: sheets that were drawn anew.
        kept: sheets that would have been, but were changed by somebody.
        refitted: formulas of earlier versions that became today's.
        looks: lights, guards and labels of earlier versions that became today's.
        beside: what a changed sheet is called that stands beside its new shape; empty without one.
        renamed: columns and sheets that are called otherwise from now on.
    """

    added: Lacking
    replaced: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    refitted: tuple[Refitted, ...] = ()
    looks: tuple[str, ...] = ()
    beside: str = ""
    renamed: CalledOtherwise = field(default_factory=CalledOtherwise)


def upgrade(host: FilesHost, catalog: Catalog, again: str = "") -> Upgraded:
    """Give a workbook what it lacks because it is older; nothing is saved.

    Args:
        host: the workbook.
        catalog: what the product consists of.
        again: name of a sheet that somebody changed, to get its new shape nevertheless; theirs is kept beside it.

    Returns:
        What was done.

    Raises:
        WorkbookBrokenError: something of the user's is in the way.
        UsageError: the sheet is none that has a new shape.
    """
    workbook = know_book(host, catalog)
    held, plan = known_versions(host, catalog, workbook.lang), workbook.plan
    renaming, new = renaming_of(catalog, plan, held, host.book, workbook.lang), lacking(catalog, plan, held)
    released = rename(catalog, plan, host.book, renaming, read_released(workbook.lang))
    donor = Donor(blank_book(catalog, workbook.lang).book, host.book)
    differing = tuple(differing_sheets(catalog, plan, donor, released))
    if again and again not in {one.own for one in differing}:
        raise UsageError("nothing-to-replace", sheet=again, found=tuple(one.own for one in differing) or "–")
    refuse_taken(plan, new, donor, {one.title: one.own for one in differing if one.ours or one.own == again})
    rules = old_rules(plan, donor, released)
    add_structure(plan, new, donor)
    beside = replace_sheets(workbook, donor, differing, again)
    refit_rules(plan, donor, rules)
    labels = *refit_labels(catalog, plan, donor, released), *mark_retired(catalog, host.book, workbook.lang)
    donor.finish()
    kept = tuple(one for one in differing if not one.ours and one.own != again)
    _tell(host, told_versions(held, catalog), kept)
    workbook = open_book(host, catalog)
    refitted = refit_formulas(workbook, host.book, released)
    refresh(workbook)
    replaced = tuple(one.own for one in differing if one not in kept)
    stay = tuple(one.own for one in kept)
    return Upgraded(new, replaced, stay, refitted, (*rules, *labels), beside, renaming.names)


def _tell(host: FilesHost, versions: str, kept: Sequence[WholeSheet]) -> None:
    """Let the workbook tell its versions, and which sheets are its user's."""
    host.write_property(PROPERTY, versions)
    if kept or host.read_property(KEPT_SHEETS):
        host.write_property(KEPT_SHEETS, " ".join(one.id for one in kept) or "-")
