"""Bring a workbook file up to date: everything new is added in memory, and saved with the command's own changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from opsbook.engine.refresh import recalculate_cached, refresh
from opsbook.engine.upgrade.known_versions import known_versions
from opsbook.engine.upgrade.lacking import Lacking, lacking
from opsbook.engine.upgrade.refit import Refitted, refit_formulas
from opsbook.engine.upgrade.refit_looks import changed_rules, old_rules, refit_labels, refit_rules
from opsbook.engine.upgrade.released import read_released
from opsbook.engine.upgrade.renaming import rename, renaming_of
from opsbook.engine.upgrade.retired import mark_retired
from opsbook.engine.upgrade.structure import add_structure
from opsbook.engine.upgrade.taken import refuse_taken
from opsbook.engine.upgrade.whole_sheets import WholeSheet, add_figures, differing_sheets, replace_sheets
from opsbook.engine.workbook import KEPT_SHEETS, Workbook, know_book, open_book
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.blank import blank_book
from opsbook.model.catalog import Catalog
from opsbook.model.errors import UsageError
from opsbook.model.schema import Kind
from opsbook.model.versions import PROPERTY, told_versions
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.transplant.donor import Donor


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did.

    Args:
        added: what the workbook got.
        replaced: sheets that were drawn anew.
        kept: sheets that would have been, but were changed by somebody, or are read by address.
        refitted: formulas of earlier versions that became today's.
        looks: lights, guards and labels of earlier versions that became today's.
        beside: what a changed sheet is called that stands beside its new shape; empty without one.
        readers: who reads a kept sheet by address, by the sheet's name.
        renamed: columns and sheets that are called otherwise from now on.
        moved: places of formulas that became today's and show another figure.
        own: places that have a new formula, light or guard but hold one of somebody's, which stays.
    """

    added: Lacking
    replaced: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    refitted: tuple[Refitted, ...] = ()
    looks: tuple[str, ...] = ()
    beside: str = ""
    readers: Mapping[str, str] = field(default_factory=dict)
    renamed: CalledOtherwise = field(default_factory=CalledOtherwise)
    moved: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


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
    blank = blank_book(catalog, workbook.lang)
    donor = Donor(blank.book, host.book)
    differing = differing_sheets(catalog, plan, donor, released, again)
    if again and again not in {one.own for one in differing}:
        raise UsageError("nothing-to-replace", sheet=again, found=tuple(one.own for one in differing) or "–")
    refuse_taken(plan, new, donor, {one.title: one.own for one in differing if one.ours or one.own == again})
    rules, own_rules = old_rules(plan, donor, released), changed_rules(plan, donor, released)
    add_structure(plan, new, donor)
    beside = replace_sheets(workbook, donor, differing, again)
    kept = tuple(one for one in differing if not one.ours and one.own != again)
    add_figures(plan, donor, kept)
    refit_rules(plan, donor, rules)
    labels = *refit_labels(catalog, plan, donor, released), *mark_retired(catalog, host.book, workbook.lang)
    donor.finish()
    _tell(host, told_versions(held, catalog), kept)
    workbook = open_book(host, catalog)
    fresh = open_book(blank, catalog)
    _print_rows(workbook, fresh)
    _fill_columns(workbook, fresh, new)
    refitted, own_formulas = refit_formulas(workbook, host.book, released)
    recalculate_cached(workbook)  # what formulas show of the same facts, before results are worked out anew
    moved = tuple(one.place for one in refitted if one.moved(host.book))
    refresh(workbook)
    replaced = tuple(one.own for one in differing if one not in kept)
    stay, read = tuple(one.own for one in kept), {one.own: one.reader for one in kept if one.reader}
    own = tuple(dict.fromkeys((*own_formulas, *own_rules)))
    return Upgraded(new, replaced, stay, refitted, (*rules, *labels), beside, read, renaming.names, moved, own)


def _print_rows(workbook: Workbook, blank: Workbook) -> None:
    """Rows of the program's own words that came later."""
    for table in workbook.catalog.tables.values():
        if table.printed:
            standing = {row[table.key[0]] for row in workbook.rows(table.name)}
            workbook.upsert(table.name, [row for row in blank.rows(table.name) if row[table.key[0]] not in standing])


def _fill_columns(workbook: Workbook, blank: Workbook, new: Lacking) -> None:
    """Give rows that a new workbook has, too, what it says there in columns that came later."""
    for table, headers in new.columns.items():
        key = workbook.catalog.tables[table].key
        later = [
            one.id
            for one in workbook.catalog.columns[table]
            if one.label[workbook.lang] in headers and one.kind is not Kind.FORMULA
        ]
        standing = {tuple(row[part] for part in key) for row in workbook.rows(table)} if later else set()
        rows = (row for row in blank.rows(table) if tuple(row[part] for part in key) in standing)
        said = (
            {part: row[part] for part in (*key, *later)} for row in rows if any(row[one] is not None for one in later)
        )
        workbook.upsert(table, list(said))


def _tell(host: FilesHost, versions: str, kept: Sequence[WholeSheet]) -> None:
    """Let the workbook tell its versions, and which sheets are its user's."""
    host.write_property(PROPERTY, versions)
    if kept or host.read_property(KEPT_SHEETS):
        host.write_property(KEPT_SHEETS, " ".join(one.id for one in kept) or "-")
