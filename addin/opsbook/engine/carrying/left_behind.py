"""What a person added to sheets of ours outside our tables, and formulas of ours that they replaced: told, for it stays behind."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from itertools import chain

from opsbook.engine.carrying.movement import named_places, our_titles, still_sheets, table_moves
from opsbook.engine.refresh import cached_of, cells_of
from opsbook.engine.upgrade.retired import said_beside_retired
from opsbook.engine.workbook import Workbook, know_book
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.blank import blank_book
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.language import Label
from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.own_parts.sheets import commented, drawn
from opsbook.ooxml.own_parts.transfer import Lost
from opsbook.ooxml.sheet.sheet_xml import SheetXml

SAID = re.compile(r'"([^"<>]+)"')
PARTS = {
    "pivotTable": Label("数据透视表", "a pivot table"),
    "slicer": Label("切片器", "a slicer"),
    "timeline": Label("日程表", "a timeline"),
    "queryTable": Label("外部数据查询", "a query of external data"),
    "oleObject": Label("嵌入的文件", "an embedded file"),
    "control": Label("控件", "a control"),
    "ctrlProp": Label("控件", "a control"),
}
"""Parts that stay behind, by the word for their kind; any other is named by that word."""


def left_beside(old: Workbook, host: FilesHost) -> Iterator[Lost]:
    """What stands on our sheets and is not ours: cells, charts and pictures, comments; sheets that hold a chart alone."""
    start = blank_book(old.catalog, old.lang)
    blank, book = know_book(start, old.catalog), host.book
    titles = our_titles(blank, old, start.book, book)
    moves = table_moves(blank, old, start.book, book)
    retired = {*said_beside_retired(old.catalog, book, old.lang)}
    still = still_sheets(titles, named_places(start.book, book), moves.values())
    for title, there in titles.items():
        yield from _cells(book, title, start.book.sheet(there), retired, is_still=title in still)
        if (more := drawn(book, title) - drawn(start.book, there)) > 0:
            yield Lost("own-drawings-left", title, count=more)
        if notes := commented(book, title):
            yield Lost("own-comments-left", title, str(notes[0]), count=len(notes))
    for title in book.workbook.tabs():
        if title not in book.sheet_names:
            yield Lost("own-chart-sheet-left", title)


def _cells(
    book: BookXml, title: str, blank: SheetXml, ours: Collection[tuple[str, int, int]], *, is_still: bool
) -> Iterator[Lost]:
    """Filled cells outside tables that are blank in a new workbook, and not ours: of an older one, or beside what moved.

    Where things moved, nobody can tell a formula of ours from one of theirs by its place: there values alone are told.
    """
    page = book.sheet(title)
    words = set(chain.from_iterable(_words(blank, *spot) for spot in _filled(blank)))
    tables = [one.place for one in book.tables.values() if one.sheet == title]
    named = {place[1:] for one in book.workbook.names() if (place := _named(book, one.name)) and place[0] == title}
    own = [
        (row, column)
        for row, column in _filled(page)
        if not (_is_filled(blank, row, column) if is_still else _is_formula(page, row, column))
        and not any(place.holds(row, column) for place in tables)
        and (row, column) not in named
        and (title, row, column) not in ours
        and not (isinstance(text := page.value(row, column), str) and text in words)
    ]
    if own:
        yield Lost("own-cells-left", title, cell_name(*own[0]), count=len(own))


def _words(blank: SheetXml, row: int, column: int) -> Iterable[Value]:
    """What a cell of a new workbook says; a formula may say what an older one said in plain words."""
    if not _is_formula(blank, row, column):
        return (blank.value(row, column),)
    return SAID.findall(unescape(blank.raw(row, column)))


def _filled(page: SheetXml) -> Iterator[tuple[int, int]]:
    """Cells of a sheet that hold something, row by row."""
    spots = ((row, column) for row, line in sorted(page.rows.items()) for column in sorted(line.cells))
    return (spot for spot in spots if _is_filled(page, *spot))


def _is_filled(page: SheetXml, row: int, column: int) -> bool:
    return page.value(row, column) is not None or _is_formula(page, row, column)


def _is_formula(page: SheetXml, row: int, column: int) -> bool:
    return "<f" in page.raw(row, column)


def _named(book: BookXml, name: str) -> tuple[str, int, int] | None:
    where = book.workbook.cell_named(name)
    return (where[0], where[1].top, where[1].left) if where and where[1].is_cell else None


def replaced_formulas(old: Workbook) -> Iterator[Lost]:
    """Formulas of ours that the operator replaced: in the new workbook they are ours again."""
    if not {*old.catalog.tables} <= {*old.host.tables()}:  # without all of its tables nothing can be calculated
        return
    found: dict[tuple[str, str], list[str]] = {}
    for one in old.host.overwritten(cached_of(old, cells_of(old))):
        found.setdefault((one.sheet, one.place.header), []).append(one.cell)
    for (sheet, header), cells in found.items():
        yield Lost("own-replaced-left", sheet, cells[0], header, count=len(cells))


def as_issue(lost: Lost) -> Issue:
    """What is said of something that could not go."""
    where = Where(sheet=lost.sheet, column=lost.column, cell=lost.cell)
    reads = PARTS.get(lost.reads, lost.reads) if lost.code == "own-part-left" else lost.reads
    return Issue(lost.code, Level.WARNING, where, {"reads": reads or "–", "count": lost.count})
