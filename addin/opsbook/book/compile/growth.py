"""Older workbooks get new columns at a table's right edge: a table that has another beside it cannot grow."""

from collections.abc import Iterator

from opsbook.book.plan import BookPlan, SheetPlan, TablePlan
from opsbook.model.catalog import Catalog, CatalogError
from opsbook.model.records.part import PartKind


def refuse_growth(catalog: Catalog, book: BookPlan) -> None:
    """Refuse columns that came later in a table with a neighbour: what it needs further is a table of its own.

    Raises:
        CatalogError: there is one.
    """
    late = _late_columns(catalog)
    for sheet in book.sheets:
        for table, neighbour in _neighbours(sheet):
            if columns := late.get(table.name):
                raise CatalogError("growing-table-with-neighbour", table.name, neighbour.name, *columns)


def _late_columns(catalog: Catalog) -> dict[str, list[str]]:
    """Columns that came after their table, by table."""
    first = {part.name: part for part in catalog.parts if part.kind is PartKind.TABLE}
    late: dict[str, list[str]] = {}
    for part in catalog.parts:
        if part.kind is PartKind.COLUMN:
            table = first[part.name]
            own = part.feature == table.feature
            if part.since > (table.since if own else 1) or not (own or part.feature in catalog.founding):
                late.setdefault(part.name, []).append(part.column)
    return late


def _neighbours(sheet: SheetPlan) -> Iterator[tuple[TablePlan, TablePlan]]:
    """Each table with one that stands right of it in some of its rows."""
    for table in sheet.tables:
        for other in sheet.tables:
            apart = other.row > table.row + len(table.body) or other.row + len(other.body) < table.row
            if other.column > table.column and not apart:
                yield table, other
