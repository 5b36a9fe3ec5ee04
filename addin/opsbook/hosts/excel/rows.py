"""Adding and removing rows of a live table; what the user has beside, below and inside stays."""

from collections.abc import Collection, Iterator, Sequence

import xlwings as xw

from opsbook.hosts.excel.api import cell_values, show_rows, unlocked
from opsbook.hosts.excel.cells import write_formula
from opsbook.hosts.excel.tables import LiveTable
from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import LAST_ROW, Area
from opsbook.ooxml.formula_spelling import same_formula, spelled_out


def check_room(table: LiveTable, height: int) -> None:
    """Make sure that a table can grow.

    Raises:
        WorkbookBrokenError: cells below it are in the way, or the sheet ends.
    """
    first, last = table.bottom + table.totals + 1, table.top + height - 1 + table.totals
    if last < first:
        return
    if last > LAST_ROW:
        raise WorkbookBrokenError("table-full", table=table.name, rows=LAST_ROW)
    right = table.left + table.width - 1
    room = table.sheet.range((first, table.left), (last, right))
    if room.merge_cells is not False:
        _in_the_way(table, Area(first, table.left, last, right))
    for at, row in enumerate(cell_values(room)):
        for over, value in enumerate(row):
            if value is not None:
                place = first + at, table.left + over
                _in_the_way(table, Area(*place, *place))
    for other in table.sheet.tables:
        below = other.range
        if first <= below.row <= last and below.column <= right and table.left < below.column + below.shape[1]:
            _in_the_way(table, Area(below.row, below.column, below.row, below.column))


def _in_the_way(table: LiveTable, area: Area) -> None:
    raise WorkbookBrokenError("cells-in-the-way", table=table.name, cell=f"{table.sheet.name}!{area}")


def grow(table: LiveTable, height: int) -> None:
    """Give a table more rows, with formats and calculated columns of the row above.

    Raises:
        WorkbookBrokenError: cells below it are in the way.
    """
    before = table.height
    if height <= before:
        return
    check_room(table, height)
    continued = list(_calculated(table)) if before else []
    formats = [_cell(table, before - 1, at).number_format for at in range(table.width)] if before else []
    with unlocked(table.sheet):
        table.resize(height)
        _continue_formats(table, before, formats)
    for at, formula in continued:
        _continue_formula(table, before, at, formula)
    table.forget()


def _calculated(table: LiveTable) -> Iterator[tuple[int, str]]:
    """Columns most of whose cells hold the formula of the last row, with that formula."""
    rows = table.formulas()
    last = len(rows) - 1
    for at, text in enumerate(rows[last]):
        if text.startswith("="):
            same = sum(_same(row[at], text, last - index) for index, row in enumerate(rows))
            if same * 2 > len(rows):
                yield at, text[1:]


def _same(formula: str, last: str, rows: int) -> bool:
    return formula == last or same_formula(spelled_out(formula, rows, 0), last)


def _continue_formats(table: LiveTable, before: int, formats: Sequence[str | None]) -> None:
    """Excel carries formats into new rows as a rule; where it did not, a date would show as a number."""
    for at, form in enumerate(formats):
        fresh = _column(table, before, at)
        if form is not None and fresh.number_format != form:
            fresh.number_format = form


def _continue_formula(table: LiveTable, before: int, at: int, formula: str) -> None:
    """Fill a calculated column where Excel itself has not."""
    fresh = _column(table, before, at)
    if all(row[0] is None for row in cell_values(fresh)):
        place = (table.top + before, table.bottom, table.left + at)
        write_formula(table.sheet, place, spelled_out(formula, 1, 0))


def _cell(table: LiveTable, row: int, at: int) -> xw.Range:
    return table.sheet.range((table.top + row, table.left + at))


def _column(table: LiveTable, first: int, at: int) -> xw.Range:
    return table.sheet.range((table.top + first, table.left + at), (table.bottom, table.left + at))


def unfold(table: LiveTable, rows: Collection[int]) -> None:
    """Bring body rows, counted from 0, into sight; what a filter hides stays hidden."""
    folded = sorted(table.hidden().intersection(rows)) if rows and not table.filtered else []
    if not folded:
        return
    with unlocked(table.sheet):
        for first, last in _spans(folded):
            show_rows(table.body(first, last))


def drop(table: LiveTable, gone: set[int]) -> None:
    """Remove body rows by index, counted from 0; one blank row always remains.

    As many blank cells come in below the table as went: what stands below keeps its place, and formats laid over a
    fixed range keep their length.
    """
    table.show_all()
    if len(gone) == table.height:
        _empty_first_row(table)
        gone = gone - {0}
    removed = len(gone)
    if not removed:
        return
    with unlocked(table.sheet):
        for first, last in reversed(list(_spans(sorted(gone)))):
            table.body(first, last).delete(shift="up")
        table.reload()
        below, right = table.bottom + table.totals + 1, table.left + table.width - 1
        table.sheet.range((below, table.left), (below + removed - 1, right)).insert(shift="down")
    table.reload()


def _empty_first_row(table: LiveTable) -> None:
    with unlocked(table.sheet):
        for at, text in enumerate(table.formulas()[0]):
            if not text.startswith("="):
                table.sheet.range((table.top, table.left + at)).clear_contents()
    table.forget()


def _spans(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring rows as first and last."""
    start = rows[0]
    for one, following in zip(rows, [*rows[1:], None], strict=True):
        if following != one + 1:
            yield start, one
            start = following if following is not None else one
