"""The pieces of a workbook's own that an upgrade may renew, each with its place and the text by which it is known again."""

from collections.abc import Iterator
from typing import NamedTuple

from opsbook.book.compile.compiled_plan import CompiledPlan, CompiledSheet
from opsbook.engine.upgrade.structure import sheet_titles
from opsbook.model.catalog import Catalog
from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import plain_formula
from opsbook.ooxml.styles.style_sheet import StyleSheet
from opsbook.ooxml.transplant.column_rules import rules_text
from opsbook.ooxml.transplant.portrait import portrait


class Piece(NamedTuple):
    """Something of a template.

    Args:
        kind: formula, rule, label or sheet.
        place: where it belongs.
        text: what it is known by.
    """

    kind: str
    place: str
    text: str


def pieces(catalog: Catalog, plan: CompiledPlan, book: BookXml) -> Iterator[Piece]:
    """Every piece of a template."""
    yield from formula_pieces(plan)
    yield from rule_pieces(plan, book)
    yield from label_pieces(catalog, plan, book)
    yield from sheet_pieces(catalog, plan, book)


def formula_pieces(plan: CompiledPlan) -> Iterator[Piece]:
    """Formulas of columns, row by row where rows differ, and of named cells."""
    for (table, column), words in plan.formulas.column_texts.items():
        for text in {words} if isinstance(words, str) else dict.fromkeys(words):
            yield Piece("formula", f"{table}.{column}", plain_formula(text))
    for name, text in plan.formulas.name_texts.items():
        yield Piece("formula", name, plain_formula(text))


def rule_pieces(plan: CompiledPlan, book: BookXml) -> Iterator[Piece]:
    """Lights and guards of columns."""
    styles = StyleSheet(book.styles())
    for table in (one for page in plan.sheets for one in page.tables if one in book.tables):
        known = book.table(table)
        ours = sum(header in known.headers for header in plan.headers[table].values())
        for column, header in plan.headers[table].items():
            if header in known.headers:
                yield Piece("rule", f"{table}.{column}", rules_text(book, known, header, styles, ours))


def label_pieces(catalog: Catalog, plan: CompiledPlan, book: BookXml) -> Iterator[Piece]:
    """Texts beside tables on sheets that are not drawn anew as a whole, where the first table stands where it always stood."""
    titles = sheet_titles(plan, book)
    for sheet, page in zip(catalog.sheets, plan.sheets, strict=True):
        if not sheet.whole and page.title in titles:
            for row, column, text in _labels(book, titles[page.title]):
                yield Piece("label", f"{sheet.id}!{cell_name(row, column)}", text)


def _labels(book: BookXml, title: str) -> Iterator[tuple[int, int, str]]:
    """Typed texts outside tables."""
    page, tables = book.sheet(title), [table.place for table in book.tables.values() if table.sheet == title]
    last = max((place.top for place in tables), default=0)
    for row in sorted(number for number in page.rows if number <= last):
        for column, raw in page.rows[row].cells.items():
            text = page.value(row, column)
            if isinstance(text, str) and "<f" not in raw and not any(place.holds(row, column) for place in tables):
                yield row, column, text


def sheet_pieces(catalog: Catalog, plan: CompiledPlan, book: BookXml) -> Iterator[Piece]:
    """Sheets that are drawn anew as a whole."""
    styles, titles = StyleSheet(book.styles()), sheet_titles(plan, book)
    for sheet, page in zip(catalog.sheets, plan.sheets, strict=True):
        if sheet.whole and page.title in titles:
            apart = {*_typed(page, plan, book), *_results(page, plan, book)}
            names = {own: title for title, own in titles.items()}
            yield Piece("sheet", sheet.id, portrait(book, titles[page.title], styles, apart, names))


def _typed(page: CompiledSheet, plan: CompiledPlan, book: BookXml) -> Iterator[tuple[int, int]]:
    """Named cells that hold no formula of ours."""
    for name in page.names:
        place = book.workbook.cell_named(name)
        if place and name not in plan.formulas.names:
            yield place[1].top, place[1].left


def _results(page: CompiledSheet, plan: CompiledPlan, book: BookXml) -> Iterator[tuple[int, int]]:
    """Cells of tables that hold no formula of ours: every refresh writes them anew."""
    for table in (book.tables[name] for name in page.tables if name in book.tables):
        calculated = {plan.headers[table.name][column] for name, column in plan.formulas.columns if name == table.name}
        for at, header in enumerate(table.headers):
            if header not in calculated:
                yield from ((row, table.body.left + at) for row in range(table.body.top, table.body.bottom + 1))
