"""Where the tables, sheets and named cells of an older workbook stand in the new one."""

from collections.abc import Collection, Iterable, Mapping

from opsbook.engine.upgrade.structure import sheet_titles
from opsbook.engine.workbook import Workbook
from opsbook.hosts.matching import parts_of
from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.own_parts.following import Cell, Following, TableMove

LONGEST_TITLE = 31  # Excel's limit


def our_titles(new: Workbook, old: Workbook, book: BookXml, old_book: BookXml) -> Mapping[str, str]:
    """What the new workbook calls our sheets, by what the old one calls them."""
    here, there = sheet_titles(new.plan, book), sheet_titles(old.plan, old_book)
    pairs = zip(old.plan.sheets, new.plan.sheets, strict=True)
    return {there[one.title]: here[other.title] for one, other in pairs if one.title in there and other.title in here}


def own_titles(book: BookXml, old_book: BookXml, ours: Collection[str]) -> Mapping[str, str]:
    """What sheets that a person made will be called, by what they are called; a name that is taken gets a number."""
    taken, titles = {one.casefold() for one in book.workbook.tabs()}, dict[str, str]()
    for title in (one for one in old_book.sheet_names if one not in ours):
        numbered = (f"{title[: LONGEST_TITLE - 3]} {number}" for number in range(2, 100))
        titles[title] = next(one for one in (title, *numbered) if one.casefold() not in taken)
        taken.add(titles[title].casefold())
    return titles


def table_moves(new: Workbook, old: Workbook, book: BookXml, old_book: BookXml) -> Mapping[str, TableMove]:
    """Tables of both workbooks, with the columns and rows they share."""
    return {
        name: TableMove(old_book.table(name), book.table(name), _headers(new, old, name, book), _rows(new, old, name))
        for name in new.catalog.tables
        if name in old_book.tables and name in book.tables
    }


def _headers(new: Workbook, old: Workbook, table: str, book: BookXml) -> Mapping[str, str]:
    ours = {header: new.header(table, column) for column, header in old.plan.headers[table].items()}
    own = {*book.table(table).headers} - {*new.plan.headers[table].values()}
    return {**{header: header for header in own}, **ours}


def _rows(new: Workbook, old: Workbook, table: str) -> Mapping[int, int]:
    here = _numbered(new, table)
    return {number: here[key] for key, number in _numbered(old, table).items() if key in here}


def _numbered(workbook: Workbook, table: str) -> Mapping[tuple[str, ...], int]:
    """Row numbers of a table's rows by key; of several rows with one key the first counts."""
    cells, body = workbook.columns(table), workbook.host.read_table(table)
    names = workbook.catalog.tables[table].key
    if any(name not in cells for name in names):
        return {}
    keys = (parts_of(key) for key in zip(*(cells[name] for name in names), strict=True))
    numbered = [(key, number) for number, key in enumerate(keys, body.first_row) if any(key)]
    return dict(reversed(numbered))


def named_places(book: BookXml, old_book: BookXml) -> Mapping[Cell, tuple[int, int]]:
    """Where the old workbook's named cells stand in the new one."""
    found = {}
    for one in (name for name in old_book.workbook.names() if name.sheet is None):
        places = _cell(old_book, one.name), _cell(book, one.name)
        if places[0] and places[1]:
            found[places[0]] = places[1][1:]
    return found


def _cell(book: BookXml, name: str) -> Cell | None:
    try:
        page, row, column = book.cell_named(name)
    except WorkbookBrokenError:
        return None
    return page.name, row, column


def still_sheets(
    titles: Mapping[str, str], places: Mapping[Cell, tuple[int, int]], moves: Iterable[TableMove]
) -> Collection[str]:
    """Sheets on which everything known stands where it stood: so, then, do the cells between."""
    moved = {cell[0] for cell, place in places.items() if cell[1:] != place}
    for one in moves:
        old, new = one.source.place, one.target.place
        if (old.top, old.left) != (new.top, new.left):
            moved.add(one.source.sheet)
    return frozenset(title for title in titles if title not in moved)


def following_of(
    moves: Mapping[str, TableMove], titles: Mapping[str, str], places: Mapping[Cell, tuple[int, int]]
) -> Following:
    """How formulas change."""
    return Following(moves, titles, places, still_sheets(titles, places, moves.values()))
