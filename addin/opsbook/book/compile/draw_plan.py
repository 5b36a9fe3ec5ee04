"""The compiled plan, collected from drawn sheets: what commands run on where no printed one is at hand."""

from functools import cache

from opsbook.book.compile.book import plan_book
from opsbook.book.compile.compiled_plan import CompiledPlan, CompiledSheet, Formulas
from opsbook.book.compile.growth import refuse_growth
from opsbook.book.compile.input_rules import sheet_rules
from opsbook.book.plan import BookPlan, SheetPlan
from opsbook.formulas.node import Node
from opsbook.formulas.text import text
from opsbook.model.catalog import Catalog, CatalogError
from opsbook.model.language import Lang


@cache
def draw_plan(catalog: Catalog, lang: Lang) -> CompiledPlan:
    """Draw every sheet and collect what commands need."""
    book = plan_book(catalog, lang)
    refuse_growth(catalog, book)
    shown = {table.name: {column.id: column.header for column in table.columns} for table in book.tables}
    labels = {name: {one.id: one.label[lang] for one in columns} for name, columns in catalog.columns.items()}
    if missing := sorted(labels.keys() - shown.keys()):
        raise CatalogError("table-on-no-sheet", *missing)
    return CompiledPlan(tuple(map(_sheet, book.sheets)), labels, formulas_of(book), sheet_rules(catalog, book))


def _sheet(sheet: SheetPlan) -> CompiledSheet:
    tables = tuple(table.name for table in sheet.tables)
    return CompiledSheet(sheet.title, tables, tuple(cell.name for cell in sheet.cells.values() if cell.name))


def formulas_of(book: BookPlan) -> Formulas:
    """Every formula of a plan, as a tree and as text."""
    header = book.labels()
    trees = {
        (table.name, column.id): column.node
        for table in book.tables
        for column in table.columns
        if column.node is not None
    }
    texts = {
        place: tuple(text(one, header) for one in node) if isinstance(node, tuple) else text(node, header)
        for place, node in trees.items()
    }
    cells = (cell for sheet in book.sheets for cell in sheet.cells.values() if cell.name)
    names = {cell.name: cell.content for cell in cells if isinstance(cell.content, Node)}
    return Formulas(trees, names, texts, {name: text(node, header) for name, node in names.items()})
