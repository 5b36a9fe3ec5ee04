"""The working part of the plan, taken from the drawn sheets."""

from opsbook.book.compile.book import plan_book
from opsbook.book.compile.compiled_plan import Formulas, WorkingPlan, WorkingSheet
from opsbook.book.compile.input_rules import expected
from opsbook.book.plan import SheetPlan
from opsbook.features.daily.tables import TABLES
from opsbook.formulas.node import Node
from opsbook.formulas.text import text
from opsbook.metrics.columns import columns, labels
from opsbook.model.language import Lang


def draw_plan(lang: Lang) -> WorkingPlan:
    """Draw every sheet and collect what commands need."""
    sheets = tuple(_sheet(sheet) for sheet in plan_book(lang).sheets)
    headers = {table.name: {column.id: column.label[lang] for column in columns(table)} for table in TABLES}
    return WorkingPlan(sheets, headers, _formulas(lang), expected(lang))


def _sheet(sheet: SheetPlan) -> WorkingSheet:
    tables = tuple(table.name for table in sheet.tables)
    return WorkingSheet(sheet.title, tables, tuple(cell.name for cell in sheet.cells.values() if cell.name))


def _formulas(lang: Lang) -> Formulas:
    book, header = plan_book(lang), labels(lang)
    tables = [table for sheet in book.sheets for table in sheet.tables]
    trees = {
        (table.name, column.id): column.node for table in tables for column in table.columns if column.node is not None
    }
    texts = {
        place: tuple(text(one, header) for one in node) if isinstance(node, tuple) else text(node, header)
        for place, node in trees.items()
    }
    cells = (cell for sheet in book.sheets for cell in sheet.cells.values() if cell.name)
    names = {cell.name: cell.content for cell in cells if isinstance(cell.content, Node)}
    return Formulas(trees, names, texts, {name: text(node, header) for name, node in names.items()})
