"""Formulas of released versions become today's; whatever somebody changed stays and is listed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import isclose
from typing import NamedTuple

from opsbook.engine.refresh import cached_of, cells_of
from opsbook.engine.upgrade.released import Released
from opsbook.engine.workbook import Workbook
from opsbook.hosts.host import Overwritten
from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_address
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import plain_formula


class Refitted(NamedTuple):
    """A column or named cell with today's formula.

    Args:
        place: the defined name, or table and column id.
        shown: what each of its cells showed before, by sheet and cell.
    """

    place: str
    shown: Mapping[tuple[str, str], Value]

    def moved(self, book: BookXml) -> bool:
        """Whether a cell shows something else now; one that showed nothing was not calculated."""
        return any(
            not _alike(old, book.sheet(sheet).value(*cell_address(cell))) for (sheet, cell), old in self.shown.items()
        )


def refit_formulas(
    workbook: Workbook, book: BookXml, released: Released
) -> tuple[tuple[Refitted, ...], tuple[str, ...]]:
    """Write today's formula into every cell that holds one of ours of an earlier version.

    Args:
        workbook: the workbook, with all its parts.
        book: its file.
        released: what earlier versions held.

    Returns:
        What was written, place by place; places that got a new formula but hold one of somebody's own, which stays.
    """
    written: dict[str, dict[tuple[str, str], Value]] = defaultdict(dict)
    stay: dict[str, None] = {}
    for cell in workbook.host.overwritten(cached_of(workbook, cells_of(workbook))):
        place = _place(workbook, cell)
        if cell.found.startswith("=") and released.has_formula(place, cell.found):
            row, column = cell_address(cell.cell)
            written[place][cell.sheet, cell.cell] = book.sheet(cell.sheet).value(row, column)
            book.write_formula(book.sheet(cell.sheet), row, column, cell.expected.removeprefix("="), None)
        elif not released.has_formula(place, cell.expected):
            stay[place] = None
    _continue_columns(workbook, book, released)
    return tuple(Refitted(place, shown) for place, shown in written.items()), tuple(stay)


def _alike(old: Value, new: Value) -> bool:
    if isinstance(old, int | float) and isinstance(new, int | float):
        return isclose(old, new, rel_tol=1e-9, abs_tol=1e-9)
    return old is None or old == (new or "")


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
