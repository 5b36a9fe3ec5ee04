"""What released templates held, read from the templates themselves: later versions know their own pieces again by it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from opsbook.book.compile.compiled_plan import CompiledPlan
from opsbook.engine.upgrade.known_versions import known_versions
from opsbook.engine.upgrade.pieces import Piece, label_pieces, rule_pieces, sheet_pieces
from opsbook.engine.upgrade.released import hash_of, packed
from opsbook.engine.upgrade.renaming import former_headers, renaming_of
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.shipped import compiled_plan
from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import plain_formula


def released_file(catalog: Catalog, lang: Lang, templates: Iterable[Path]) -> bytes:
    """The content of a language's `.released` file.

    Args:
        catalog: what the product consists of.
        lang: the language.
        templates: of every released version.
    """
    return packed(hash_of(*piece) for path in templates for piece in released_pieces(catalog, lang, path))


def released_pieces(catalog: Catalog, lang: Lang, template: Path) -> Iterator[Piece]:
    """Every piece of a template, columns under the names they had in its version."""
    host = FilesHost(template)
    plan, held = compiled_plan(catalog, lang), known_versions(host, catalog, lang)
    was = replace(plan, headers=former_headers(plan, renaming_of(catalog, plan, held, host.book, lang)))
    book = host.book
    looks = chain(rule_pieces(was, book), label_pieces(catalog, was, book), sheet_pieces(catalog, was, book))
    yield from chain(_column_formulas(was, book), _named_formulas(was, book), looks)


def _column_formulas(plan: CompiledPlan, book: BookXml) -> Iterator[Piece]:
    """Formulas of columns: those of the cells, and those that Excel continues."""
    for name, columns in plan.headers.items():
        for column, header in columns.items():
            if name in book.tables and header in book.table(name).headers:
                texts = dict.fromkeys(filter(None, _formulas(book, name, header)))
                yield from (Piece("formula", f"{name}.{column}", plain_formula(text)) for text in texts)


def _formulas(book: BookXml, name: str, header: str) -> Iterator[str | None]:
    table = book.table(name)
    at, groups = table.place.left + table.column(header), book.groups(table.sheet)
    yield table.calculated.get(header)
    yield from (groups.formula(row, at) for row in range(table.body.top, table.body.bottom + 1))


def _named_formulas(plan: CompiledPlan, book: BookXml) -> Iterator[Piece]:
    for name in plan.names:
        if book.workbook.cell_named(name):
            page, row, column = book.cell_named(name)
            if text := book.groups(page.name).formula(row, column):
                yield Piece("formula", name, plain_formula(text))


def kept_templates(folder: Path, lang: Lang) -> Mapping[str, Path]:
    """The templates of released versions in a folder, by version."""
    return {path.parent.name: path for path in sorted(folder.glob(f"*/template-{lang}.xlsx"))}
