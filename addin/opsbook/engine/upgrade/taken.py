"""Names of the user's that something new would have: they are the user's, and nothing is added before they are free."""

from collections.abc import Iterable, Iterator, Mapping

from opsbook.book.compile.compiled_plan import CompiledPlan
from opsbook.engine.upgrade.lacking import Lacking
from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import target
from opsbook.ooxml.transplant.donor import Donor


def refuse_taken(plan: CompiledPlan, new: Lacking, donor: Donor, sheets: Mapping[str, str]) -> None:
    """Refuse to add what the user already has something of that name for.

    Args:
        plan: the workbook as it would be made today.
        new: what it lacks.
        donor: today's template, and the workbook.
        sheets: what the workbook calls the sheets that are drawn anew, by their titles.

    Raises:
        WorkbookBrokenError: a sheet, table, defined name or column of the user's is called as a new one.
    """
    book = donor.target
    for title in _shared(new.sheets, book.workbook.tabs()):
        raise WorkbookBrokenError("sheet-taken", sheet=title)
    for table, headers in new.columns.items():
        for header in _shared(headers, book.table(table).headers):
            raise WorkbookBrokenError("header-taken", sheet=book.table(table).sheet, table=table, header=header)
    tables = [*new.tables, *(name for page in plan.sheets if page.title in new.sheets for name in page.tables)]
    known = [*book.tables, *(one.name for one in book.workbook.names() if one.sheet is None)]
    for name in _moved_away(plan, donor, sheets):
        raise WorkbookBrokenError("name-taken", name=name)
    for name in _shared([*tables, *new.names, *new.options, *_cells_named(new, donor)], known):
        raise WorkbookBrokenError("name-taken", name=name)


def _moved_away(plan: CompiledPlan, donor: Donor, sheets: Mapping[str, str]) -> Iterator[str]:
    """Names of cells on sheets that are drawn anew, where the workbook means something else by them."""
    known = {one.name.casefold() for one in donor.target.workbook.names() if one.sheet is None}
    for page in (page for page in plan.sheets if page.title in sheets):
        for name in page.names:
            place = donor.target.workbook.cell_named(name)
            if name.casefold() in known and (place is None or place[0] != sheets[page.title]):
                yield name


def _shared(wanted: Iterable[str], taken: Iterable[str]) -> Iterator[str]:
    """Names that are taken, as Excel compares them."""
    known = {one.casefold() for one in taken}
    return (one for one in wanted if one.casefold() in known)


def _cells_named(new: Lacking, donor: Donor) -> Iterator[str]:
    """The workbook's names of cells on new sheets, and in new tables' columns."""
    boxes = [donor.source.table(name) for name in new.tables]
    for one in donor.source.workbook.names():
        meant = target(one.text) if one.sheet is None else None
        if meant is None:
            continue
        sheet, place = meant
        beside = any(box.sheet == sheet and box.place.left <= place.left <= box.place.right for box in boxes)
        if sheet in new.sheets or beside:
            yield one.name
