"""Settings that nothing reads any more: they stay where they are, in grey, and say so."""

from collections.abc import Iterator

from opsbook.model.catalog import Catalog
from opsbook.model.language import Label, Lang
from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.sheet.cell import write_value

GONE = Label("（不再使用）", " (no longer used)")


def mark_retired(catalog: Catalog, book: BookXml, lang: Lang) -> tuple[str, ...]:
    """Let the labels of such settings say that nothing reads them, and their notes where to look.

    A label or note that somebody changed is theirs and stays.

    Returns:
        Sheet and cell of each label, as messages name them.
    """
    marked = []
    for one in catalog.retired:
        if one.retired and book.workbook.cell_named(one.name):
            page, row, column = book.cell_named(one.name)
            if page.value(row, column - 1) != one.label[lang]:
                continue
            grey = page.style(row, column + 1)  # the note's: small and grey, on no colour
            page.put(row, column - 1, write_value(cell_name(row, column - 1), grey, one.label[lang] + GONE[lang]))
            page.put(row, column, write_value(cell_name(row, column), grey, page.value(row, column)))
            if page.value(row, column + 1) == one.note[lang]:
                book.write(page, row, column + 1, one.retired[lang])
            marked.append(f"{page.name}!{cell_name(row, column - 1)}")
    return tuple(marked)


def said_beside_retired(catalog: Catalog, book: BookXml, lang: Lang) -> Iterator[tuple[str, int, int]]:
    """Sheet, row and column of what the program, not a person, says beside settings that nothing reads any more."""
    for one in catalog.retired:
        if one.retired and book.workbook.cell_named(one.name):
            page, row, column = book.cell_named(one.name)
            if page.value(row, column - 1) in {one.label[lang], one.label[lang] + GONE[lang]}:
                yield page.name, row, column - 1
            if page.value(row, column + 1) in {one.note[lang], one.retired[lang]}:
                yield page.name, row, column + 1
