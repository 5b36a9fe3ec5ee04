"""Columns, tables, sheets and names that a workbook gets from today's template."""

from collections.abc import Mapping

from opsbook.book.compile.compiled_plan import CompiledPlan, CompiledSheet
from opsbook.engine.upgrade.lacking import Lacking
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.transplant.columns import append_columns
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.rows import append_row
from opsbook.ooxml.transplant.sheets import add_sheet
from opsbook.ooxml.transplant.tables import add_table


def add_structure(plan: CompiledPlan, new: Lacking, donor: Donor) -> None:
    """Add what is new to a workbook.

    Args:
        plan: the workbook as it would be made today.
        new: what it lacks.
        donor: today's template, and the workbook.

    Raises:
        WorkbookBrokenError: something stands in the way.
    """
    for table, headers in new.columns.items():
        append_columns(donor, table, headers)
    for table in new.tables:
        add_table(donor, table, _first_table(plan, table))
    for option in new.options:
        append_row(donor, table_of(donor.source, option), option)
    for title in new.sheets:
        titles = sheet_titles(plan, donor.target)
        add_sheet(donor, title, _place(plan, title, titles, donor.target), titles)
    meant = {one.name: one for one in donor.source.workbook.names()}
    donor.target.workbook.add_names([meant[name] for name in new.names])


def table_of(book: BookXml, name: str) -> str:
    """The table in which a named cell stands.

    Raises:
        WorkbookBrokenError: there is no such name.
    """
    page, row, column = book.cell_named(name)
    return next(one.name for one in book.tables.values() if one.sheet == page.name and one.place.holds(row, column))


def sheet_titles(plan: CompiledPlan, book: BookXml) -> Mapping[str, str]:
    """What a workbook calls its sheets, by the names they have in a new workbook; those it lacks are left out."""
    found = {page.title: _title(page, book) for page in plan.sheets}
    return {title: own for title, own in found.items() if own}


def _title(page: CompiledSheet, book: BookXml) -> str:
    """The sheet that has one of the tables or named cells of ours."""
    tables = (book.tables[name].sheet for name in page.tables if name in book.tables)
    places = (book.workbook.cell_named(name) for name in page.names)
    return next(tables, "") or next((place[0] for place in places if place), "")


def _first_table(plan: CompiledPlan, table: str) -> str:
    """The first table of the sheet on which a table stands."""
    return next(page.tables[0] for page in plan.sheets if table in page.tables)


def _place(plan: CompiledPlan, title: str, titles: Mapping[str, str], book: BookXml) -> int:
    """How many tabs stand before a new sheet: it follows the one that it follows in a new workbook."""
    tabs, order = book.workbook.tabs(), [page.title for page in plan.sheets]
    before = [titles[one] for one in order[: order.index(title)] if one in titles]
    return tabs.index(before[-1]) + 1 if before else 0
