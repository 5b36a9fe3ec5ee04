"""Cells that name columns, metrics and the like by their labels, and lists of such names to choose from."""

import re
from collections.abc import Iterator, Mapping

from opsbook.book.compile.compiled_plan import CompiledPlan
from opsbook.model.catalog import Catalog
from opsbook.ooxml.addresses import Area
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.transplant.rules import blocks
from opsbook.ooxml.xml_text import stored_again

_LIST = re.compile(r"(<formula1>)([^<]*)")
Spot = tuple[SheetXml, int, int]


def follow_words(catalog: Catalog, plan: CompiledPlan, book: BookXml, words: Mapping[str, str]) -> None:
    """Let cells that name something by a former label name it by today's.

    Args:
        catalog: what the product consists of.
        plan: the workbook as it would be made today.
        book: the workbook, whose columns are called as today.
        words: today's labels by former ones.
    """
    if not words:
        return
    chosen = list(_chosen(catalog, book))
    for page, row, column in (*_naming(catalog, plan, book), *chosen):
        word = page.value(row, column)
        if isinstance(word, str) and word in words and "<f" not in page.raw(row, column):
            book.write(page, row, column, words[word])
    for page, row, column in chosen:
        _offer(page, Area(row, column, row, column), words)


def _naming(catalog: Catalog, plan: CompiledPlan, book: BookXml) -> Iterator[Spot]:
    """Cells of columns that hold names."""
    for table, columns in catalog.columns.items():
        known = book.tables.get(table)
        for header in [plan.headers[table][one.id] for one in columns if one.names] if known else ():
            if known and header in known.headers:
                page, column = book.sheet(known.sheet), known.place.left + known.column(header)
                yield from ((page, row, column) for row in range(known.body.top, known.body.bottom + 1))


def _chosen(catalog: Catalog, book: BookXml) -> Iterator[Spot]:
    """Cells of settings that hold one of some names."""
    for one in catalog.every_setting:
        if one.choices and book.workbook.cell_named(one.name):
            yield book.cell_named(one.name)


def _offer(page: SheetXml, cell: Area, words: Mapping[str, str]) -> None:
    """Let a cell's list offer today's names."""

    def renamed(listed: str) -> str:
        return (
            '"' + ",".join(words.get(one, one) for one in listed[1:-1].split(",")) + '"'
            if listed[:1] == '"'
            else listed
        )

    for block in list(blocks(page.tail)):
        if block.validates and cell in block.areas:
            new = _LIST.sub(lambda found: f"{found[1]}{stored_again(found[2], renamed)}", block.text)
            page.tail = page.tail.replace(block.text, new, 1)
