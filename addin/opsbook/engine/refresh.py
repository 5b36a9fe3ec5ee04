"""Recompute what the workbook shows: results first, then every owned cached value."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.workbook import Facts, Workbook, named_inputs
from opsbook.hosts.host import Cached, FormulaCell, FormulaColumn, Overwritten
from opsbook.model.reference import resolve
from opsbook.model.values import Value

PASSES = 4  # a kept cell can only uncover another where formulas build on each other


def cells_of(workbook: Workbook) -> BookCells:
    """The workbook's facts, ready for formulas."""
    facts = {table.name: workbook.columns(table.name) for table in workbook.catalog.tables.values()}
    hidden = {table.name: workbook.host.read_table(table.name).hidden for table in workbook.catalog.tables.values()}
    bare = {place: dict.fromkeys(rows) for place, rows in _bare(workbook, facts).items()}
    return BookCells(workbook.lang, workbook.plan.formulas, facts, named_inputs(workbook), bare, out_of_sight=hidden)


def _bare(workbook: Workbook, facts: Facts) -> Mapping[tuple[str, str], frozenset[int]]:
    """Rows of formula columns in which no formula stands: no ratio is made of sums over a day's rest."""
    found: dict[tuple[str, str], frozenset[int]] = {}
    for table, column in workbook.plan.formulas.columns:
        schema = workbook.catalog.tables.get(table)
        if schema is not None and schema.foremost is not None:
            last = facts[table][schema.key[-1]]
            found[table, column] = frozenset(at for at, part in enumerate(last) if schema.is_others(part))
    return found


def cached_of(workbook: Workbook, cells: BookCells) -> Cached:
    """Every owned formula with the value it shows."""
    formulas, bare = cells.formulas, _bare(workbook, cells.facts)
    columns = {
        (table, workbook.header(table, column)): _column(cells, table, column, bare.get((table, column), frozenset()))
        for table, column in formulas.columns
    }
    names = {name: FormulaCell(formulas.name_texts[name], cells.name(name)) for name in formulas.names}
    return Cached(columns, names)


def _column(cells: BookCells, table: str, column: str, bare: frozenset[int]) -> Sequence[FormulaCell]:
    words, values = cells.formulas.column_texts[table, column], cells.column(table, column)
    if isinstance(words, tuple):
        # a row somebody added continues the last formula
        return [FormulaCell(words[min(at, len(words) - 1)], value) for at, value in enumerate(values)]
    return FormulaColumn(words, values, bare)


def recalculate_cached(workbook: Workbook) -> tuple[BookCells, Sequence[Overwritten]]:
    """Set what every owned formula cell shows; a cell the user changed keeps its value and others build on it."""
    cells = cells_of(workbook)
    kept: Sequence[Overwritten] = ()
    for _ in range(PASSES):
        found = workbook.host.set_cached(cached_of(workbook, cells))
        if len(found) == len(kept):
            break
        kept, cells = found, _with_kept(workbook, found)
    return cells, kept


def _with_kept(workbook: Workbook, kept: Sequence[Overwritten]) -> BookCells:
    """The same facts, with the values of cells in which the user replaced a formula."""
    cells = cells_of(workbook)
    columns: dict[tuple[str, str], dict[int, Value]] = defaultdict(dict)
    columns |= {place: dict(values) for place, values in cells.kept.items()}
    names: dict[str, Value] = {}
    ids = {(table, workbook.header(table, column)): column for table, column in workbook.plan.formulas.columns}
    for one in kept:
        place = one.place
        if place.name:
            names[place.name] = workbook.setting(place.name)
        else:
            column = ids[place.table, place.header]
            columns[place.table, column][place.row] = cells.facts[place.table][column][place.row]
    return BookCells(
        workbook.lang, workbook.plan.formulas, cells.facts, cells.named, columns, names, cells.out_of_sight
    )


def write_results(workbook: Workbook) -> None:
    """What formulas cannot do: every feature's steps, each after those whose results it reads."""
    for step in workbook.catalog.steps:
        resolve(step.run)(workbook)


def refresh(workbook: Workbook) -> tuple[BookCells, Sequence[Overwritten]]:
    """Recompute results and cached values; no new facts."""
    write_results(workbook)
    return recalculate_cached(workbook)
