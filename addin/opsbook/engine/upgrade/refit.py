"""Formulas of released versions become today's; whatever somebody changed stays and is listed."""

from collections.abc import Iterator
from typing import NamedTuple

from opsbook.engine.refresh import cached_of, cells_of
from opsbook.engine.upgrade.released import Released
from opsbook.engine.workbook import Workbook
from opsbook.hosts.host import Overwritten
from opsbook.ooxml.addresses import cell_address
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import plain_formula


class Refitted(NamedTuple):
    """A column or named cell with today's formula.

    Args:
        place: the defined name, or table and column id.
        cells: how many cells were written.
    """

    place: str
    cells: int


def refit_formulas(workbook: Workbook, book: BookXml, released: Released) -> tuple[Refitted, ...]:
    """Write today's formula into every cell that holds one of ours of an earlier version.

    Args:
        workbook: the workbook, with all its parts.
        book: its file.
        released: what earlier versions held.

    Returns:
        What was written, place by place.
    """
    written: dict[str, int] = {}
    for cell in workbook.host.overwritten(cached_of(workbook, cells_of(workbook))):
        place = _place(workbook, cell)
        if cell.found.startswith("=") and released.has_formula(place, cell.found):
            row, column = cell_address(cell.cell)
            book.write_formula(book.sheet(cell.sheet), row, column, cell.expected.removeprefix("="), None)
            written[place] = written.get(place, 0) + 1
    _continue_columns(workbook, book, released)
    return tuple(Refitted(place, cells) for place, cells in written.items())


def _place(workbook: Workbook, cell: Overwritten) -> str:
    """The place under which a formula is known."""
    at = cell.place
    if at.name:
        return at.name
    column = next(one for one, header in workbook.plan.headers[at.table].items() if header == at.header)
    return f"{at.table}.{column}"


def _continue_columns(workbook: Workbook, book: BookXml, released: Released) -> None:
    """Let Excel continue columns with today's formula in rows to come."""
    for table, column, text in _columns(workbook):
        header = workbook.header(table, column)
        known = book.table(table).calculated.get(header, "")
        ours = released.has_formula(f"{table}.{column}", known)
        if ours and plain_formula(known) != plain_formula(text):
            book.tables[table] = book.table(table).continued(header, text)


def _columns(workbook: Workbook) -> Iterator[tuple[str, str, str]]:
    """Columns in which all rows have one formula."""
    for (table, column), text in workbook.plan.formulas.column_texts.items():
        if isinstance(text, str):
            yield table, column, text
