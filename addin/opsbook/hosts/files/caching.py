"""What owned formula cells show: setting it, finding cells that hold something else, restoring them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import repeat
from typing import TypeVar

from opsbook.formulas.coerce import PLAIN
from opsbook.hosts.host import Cached, FormulaCell, FormulaColumn, Overwritten, OwnedPlace, bare_rows
from opsbook.hosts.showing import shows, spoken
from opsbook.model.values import Value
from opsbook.ooxml.addresses import Area, cell_name
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import same_formula
from opsbook.ooxml.sheet.cell import formula_said, formula_text, show
from opsbook.ooxml.sheet.sheet_xml import SheetXml

_PLAIN = {*PLAIN, str, type(None)}
Part = TypeVar("Part")


class _State(Enum):
    BLANK = "blank"
    OURS = "ours"
    OTHER = "other"


Spot = tuple[SheetXml, int, int, FormulaCell]
Placed = tuple[tuple[str, str, int, str], Spot]  # what an OwnedPlace is made of, should it be needed


def set_cached(book: BookXml, cached: Cached) -> Sequence[Overwritten]:
    """Set what owned formula cells show; returns the cells that were kept because they hold something else."""
    kept: list[Overwritten] = []
    for place, spot in _unsettled(book, cached):
        sheet, row, column, owned = spot
        state = _state(book, spot)
        if state is _State.OTHER:
            kept.append(_report(book, place, spot))
        elif state is _State.BLANK:
            book.write_formula(sheet, row, column, owned.text, owned.value)
        else:
            _show(sheet, row, column, sheet.value(row, column), owned.value)
    return kept


def _show(sheet: SheetXml, row: int, column: int, seen: Value, value: Value) -> None:
    if not shows(seen, value):
        sheet.put(row, column, show(sheet.raw(row, column), value))


def _unsettled(book: BookXml, cached: Cached) -> Iterator[Placed]:
    """Cells that do not plainly hold their formula, to be looked at closely; those that do are made to show their value."""
    bodies: dict[str, tuple[list[Sequence[str | None]], list[Sequence[Value]]]] = {}
    for (name, header), cells in cached.columns.items():
        table = book.table(name)
        sheet, at_column, body = book.sheet(table.sheet), table.column(header), table.body
        if name not in bodies:
            bodies[name] = _turned(sheet.formulas(body)), _turned(sheet.values(body))
        stored, seen = bodies[name][0][at_column], bodies[name][1][at_column]
        for at, plain in _differing(stored, seen, cells):
            row, column, owned = body.top + at, body.left + at_column, cells[at]
            if plain:
                _show(sheet, row, column, seen[at], owned.value)
            else:
                yield (name, header, at, ""), (sheet, row, column, owned)
    for name, owned in cached.names.items():
        sheet, row, column = book.cell_named(name)
        place = Area(row, column, row, column)
        if _spellings(sheet.formulas(place)[0], owned.text):
            _show(sheet, row, column, sheet.value(row, column), owned.value)
        else:
            yield ("", "", 0, name), (sheet, row, column, owned)


def _differing(
    stored: Sequence[str | None], seen: Sequence[Value], cells: Sequence[FormulaCell]
) -> Iterable[tuple[int, bool]]:
    """Positions of cells that do not show their value or do not plainly hold their formula, and whether they hold it."""
    if not isinstance(cells, FormulaColumn):
        formulas: Iterable[tuple[str, ...]] = map(_spellings, zip(stored), [cell.text for cell in cells])
        return _each(stored, formulas, seen, [cell.value for cell in cells])
    held = [formula for at, formula in enumerate(stored) if at not in cells.bare] if cells.bare else stored
    ours = _spellings((*held[:1], *held[-1:]), cells.text)  # older rows and newer ones may be spelled differently
    if sum(map(stored.count, ours)) + len(cells.bare) == len(stored) and _alike(seen, cells.values):
        return ()
    each = _each(stored, repeat(ours, len(stored)), seen, cells.values)
    return ((at, plain) for at, plain in each if at not in cells.bare)


def _spellings(stored: Iterable[str | None], text: str) -> tuple[str, ...]:
    """The ways, among some, in which the file spells a formula of ours."""
    return tuple({one for one in stored if one and _stored_alike(formula_said(one), text)})


def _alike(seen: Sequence[Value], values: Sequence[Value]) -> bool:
    """Whether two columns are the same at a glance; a truth value is no number, nor an error a text."""
    return tuple(seen) == tuple(values) and {*map(type, seen), *map(type, values)} <= _PLAIN


def _each(
    stored: Iterable[str | None], formulas: Iterable[tuple[str, ...]], seen: Iterable[Value], values: Iterable[Value]
) -> Iterator[tuple[int, bool]]:
    for at, (formula, ours, shown, value) in enumerate(zip(stored, formulas, seen, values, strict=True)):
        same = shown == value and (type(shown) is type(value) or (type(shown) in PLAIN and type(value) in PLAIN))
        if not same or formula not in ours:
            yield at, formula in ours


def overwritten(book: BookXml, cached: Cached) -> Sequence[Overwritten]:
    """Owned formula cells that hold something else."""
    spots = _spots(book, cached)
    return [_report(book, place, spot) for place, spot in spots if _state(book, spot) is _State.OTHER]


def stale(book: BookXml, cached: Cached) -> int:
    """How many owned formula cells show something else than they come to."""
    return sum(
        not shows(seen, spot[3].value) and _state(book, spot) is _State.OURS
        for _, spot in _spots(book, cached)
        if (seen := spot[0].value(spot[1], spot[2])) is not None or spot[3].value not in {None, ""}
    )


def restore(book: BookXml, cached: Cached, only: Collection[OwnedPlace] | None = None) -> Sequence[Overwritten]:
    """Write owned formulas over everything else, or over some cells only; returns what was replaced."""
    replaced: list[Overwritten] = []
    for place, spot in _spots(book, cached):
        if (only is None or OwnedPlace(*place) in only) and _state(book, spot) is _State.OTHER:
            replaced.append(_report(book, place, spot))
            sheet, row, column, owned = spot
            book.write_formula(sheet, row, column, owned.text, owned.value)
    return replaced


def _spots(book: BookXml, cached: Cached) -> Iterator[Placed]:
    """Every owned formula cell."""
    for (name, header), cells in cached.columns.items():
        table = book.table(name)
        sheet, column, top = book.sheet(table.sheet), table.body.left + table.column(header), table.body.top
        for at in sorted(set(range(table.body.height)) - bare_rows(cells)):
            yield (name, header, at, ""), (sheet, top + at, column, cells[at])
    for name, owned in cached.names.items():
        yield ("", "", 0, name), (*book.cell_named(name), owned)


def _turned(rows: Iterable[Sequence[Part]]) -> list[Sequence[Part]]:
    """Columns of rows."""
    return list(zip(*rows, strict=True))


def _state(book: BookXml, spot: Spot) -> _State:
    sheet, row, column, owned = spot
    cell = sheet.cell(row, column)
    if cell is None:
        return _State.BLANK
    if cell.formula:
        return _State.OURS if _stored_alike(formula_text(cell), owned.text) else _State.OTHER
    if cell.has_formula:
        same = same_formula(book.groups(sheet.name).formula(row, column) or "", owned.text)
        return _State.OURS if same else _State.OTHER
    return _State.BLANK if sheet.value(row, column) is None else _State.OTHER


@lru_cache(maxsize=65536)
def _stored_alike(stored: str, expected: str) -> bool:
    return same_formula(stored, expected)


def _report(book: BookXml, place: tuple[str, str, int, str], spot: Spot) -> Overwritten:
    sheet, row, column, owned = spot
    formula = book.groups(sheet.name).formula(row, column)
    found = spoken(sheet.value(row, column)) if formula is None else f"={formula}"
    return Overwritten(sheet.name, cell_name(row, column), f"={owned.text}", found, OwnedPlace(*place))
