"""Columns, sheets and words that were called otherwise: an older workbook calls them as today's does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from opsbook.book.compile.compiled_plan import CompiledPlan
from opsbook.engine.upgrade.named_words import follow_words
from opsbook.engine.upgrade.pieces import Piece, label_pieces, rule_pieces, sheet_pieces
from opsbook.engine.upgrade.released import Released, hash_of
from opsbook.engine.upgrade.structure import sheet_titles
from opsbook.model.catalog import Catalog
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.language import Lang, was_called
from opsbook.model.records.part import PartKind
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.renaming.whole_book import call_otherwise


@dataclass(frozen=True, slots=True)
class Renaming:
    """What an older workbook calls otherwise.

    Args:
        names: its columns and sheets.
        words: labels by which its cells name columns, metrics and the like.
    """

    names: CalledOtherwise = field(default_factory=CalledOtherwise)
    words: Mapping[str, str] = field(default_factory=dict)


def renaming_of(catalog: Catalog, plan: CompiledPlan, held: Mapping[str, int], book: BookXml, lang: Lang) -> Renaming:
    """Find what a workbook calls as versions before today's did.

    Args:
        catalog: what the product consists of.
        plan: the workbook as it would be made today.
        held: the workbook's versions by feature.
        book: its file.
        lang: its language.

    Raises:
        WorkbookBrokenError: a column of the user's is called what one of ours is called from now on.
    """
    columns: dict[str, dict[str, str]] = {}
    for table, column, old in _former_columns(catalog, held, lang):
        if table in book.tables and old in book.table(table).headers:
            columns.setdefault(table, {})[old] = plan.headers[table][column]
    for table, names in columns.items():
        _refuse_taken(book, table, names)
    return Renaming(CalledOtherwise(columns, _sheets(catalog, plan, held, book, lang)), _words(catalog, held, lang))


def _former_columns(catalog: Catalog, held: Mapping[str, int], lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Table, id and former header of every column that the workbook's version called otherwise."""
    there = {
        (part.name, part.column)
        for part in catalog.parts
        if part.kind is PartKind.COLUMN and part.since <= held[part.feature]
    }
    for one in catalog.renamed:
        old = was_called(one.label.former, held[one.feature], lang)
        if old and (one.table, one.column) in there:
            yield one.table, one.column, old


def _refuse_taken(book: BookXml, table: str, names: Mapping[str, str]) -> None:
    known = book.table(table)
    own = {header.casefold() for header in known.headers if header not in names}
    for old, new in names.items():
        if new.casefold() in own:
            raise WorkbookBrokenError("rename-taken", sheet=known.sheet, table=table, header=old, new=new)


def _sheets(
    catalog: Catalog, plan: CompiledPlan, held: Mapping[str, int], book: BookXml, lang: Lang
) -> Mapping[str, str]:
    """Tabs that still say what they said; a name that another sheet has is left to that."""
    titles, taken = sheet_titles(plan, book), {one.casefold() for one in book.workbook.tabs()}
    features = {part.name: part.feature for part in catalog.parts if part.kind is PartKind.SHEET}
    found: dict[str, str] = {}
    for sheet, page in zip(catalog.sheets, plan.sheets, strict=True):
        old = was_called(sheet.former, held[features[sheet.id]], lang)
        if old and titles.get(page.title) == old and page.title.casefold() not in taken:
            found[old] = page.title
    return found


def _words(catalog: Catalog, held: Mapping[str, int], lang: Lang) -> Mapping[str, str]:
    """Today's labels by former ones; one that meant several things is nobody's."""
    found: dict[str, set[str]] = {}
    for one in catalog.renamed:
        if old := was_called(one.label.former, held[one.feature], lang):
            found.setdefault(old, set()).add(one.label[lang])
    return {old: new for old, (new, *others) in found.items() if not others}


def rename(catalog: Catalog, plan: CompiledPlan, book: BookXml, found: Renaming, released: Released) -> Released:
    """Call everything in a workbook as today's does.

    Args:
        catalog: what the product consists of.
        plan: the workbook as it would be made today.
        book: its file, no cell of which was changed yet.
        found: what it calls otherwise.
        released: what earlier versions held.

    Returns:
        What earlier versions held, as it reads under today's names.
    """
    if not found.names and not found.words:
        return released
    headers = former_headers(plan, found)
    ours = {
        (one.kind, one.place) for one in _looks(catalog, replace(plan, headers=headers), book) if released.has(*one)
    }
    call_otherwise(book, found.names)
    follow_words(catalog, plan, book, found.words)
    now = {hash_of(*one) for one in _looks(catalog, plan, book) if (one.kind, one.place) in ours}
    return Released(released.hashes | now, found.names.backwards)


def former_headers(plan: CompiledPlan, found: Renaming) -> Mapping[str, Mapping[str, str]]:
    """Headers by column id as the workbook has them, by table."""
    former = found.names.backwards.columns
    return {
        table: {column: former.get(table, {}).get(header, header) for column, header in columns.items()}
        for table, columns in plan.headers.items()
    }


def _looks(catalog: Catalog, plan: CompiledPlan, book: BookXml) -> Iterator[Piece]:
    """Everything but formulas, which are known one by one."""
    return chain(rule_pieces(plan, book), label_pieces(catalog, plan, book), sheet_pieces(catalog, plan, book))
