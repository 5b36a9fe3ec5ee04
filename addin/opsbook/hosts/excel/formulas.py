"""Owned formula cells of a live workbook: filling empty ones, finding those that hold something else, restoring them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

import xlwings as xw

from opsbook.hosts.excel.api import cell_values
from opsbook.hosts.excel.cells import write_formula
from opsbook.hosts.excel.tables import LiveTable
from opsbook.hosts.host import Cached, FormulaCell, Overwritten, OwnedPlace, bare_rows
from opsbook.hosts.showing import spoken
from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.formula_spelling import same_formula


class LiveBook(Protocol):
    """What is needed of a live workbook: its tables, and the cells its names point to."""

    def table(self, name: str) -> LiveTable:
        """A table by name."""

    def cell_named(self, name: str) -> tuple[xw.Sheet, int, int]:
        """Sheet, row and column of a named cell."""


class _State(Enum):
    BLANK = "blank"
    OURS = "ours"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Spot:
    """One owned cell: its place, the formula it should hold and the one it holds."""

    sheet: xw.Sheet
    row: int
    column: int
    owned: FormulaCell
    place: OwnedPlace
    formula: str
    value: Value

    @property
    def state(self) -> _State:
        if self.formula.startswith("="):
            return _State.OURS if same_formula(self.formula[1:], self.owned.text) else _State.OTHER
        return _State.BLANK if self.value is None else _State.OTHER

    def told(self) -> Overwritten:
        """What is said of the cell."""
        found = self.formula if self.formula.startswith("=") else spoken(self.value)
        address = cell_name(self.row, self.column)
        return Overwritten(self.sheet.name, address, f"={self.owned.text}", found, self.place)


def fill(book: LiveBook, cached: Cached) -> Sequence[Overwritten]:
    """Write owned formulas into empty cells; returns the cells that hold something else, which are kept."""
    found = [(spot.state, spot) for spot in _spots(book, cached)]
    _write(book, [spot for state, spot in found if state is _State.BLANK])
    return [spot.told() for state, spot in found if state is _State.OTHER]


def overwritten(book: LiveBook, cached: Cached) -> Sequence[Overwritten]:
    """Owned formula cells that hold something else."""
    return [spot.told() for spot in _spots(book, cached) if spot.state is _State.OTHER]


def restore(book: LiveBook, cached: Cached, only: Collection[OwnedPlace] | None = None) -> Sequence[Overwritten]:
    """Write owned formulas over everything else, or over some cells only; returns what was replaced."""
    wanted = (spot for spot in _spots(book, cached) if only is None or spot.place in only)
    others = [spot for spot in wanted if spot.state is _State.OTHER]
    _write(book, others)
    return [spot.told() for spot in others]


def _spots(book: LiveBook, cached: Cached) -> Iterator[_Spot]:
    for (name, header), cells in cached.columns.items():
        table = book.table(name)
        at, bare = table.headers.index(header), bare_rows(cells)
        rows = zip(cells, table.formulas(), table.values(), strict=True)
        for index, (owned, formulas, values) in enumerate(rows):
            if index in bare:
                continue
            place = OwnedPlace(name, header, index)
            yield _Spot(table.sheet, table.top + index, table.left + at, owned, place, formulas[at], values[at])
    for name, owned in cached.names.items():
        sheet, row, column = book.cell_named(name)
        cell = sheet.range((row, column))
        yield _Spot(sheet, row, column, owned, OwnedPlace(name=name), str(cell.formula), cell_values(cell)[0][0])


def _write(book: LiveBook, spots: list[_Spot]) -> None:
    """Write formulas, neighbours with the same text in one go."""
    columns: dict[tuple[str, int, str], list[_Spot]] = defaultdict(list)
    for spot in spots:
        columns[spot.sheet.name, spot.column, spot.owned.text].append(spot)
    for (_, column, text), found in columns.items():
        for run in _runs(found, alike="[[#This Row]" in text or "!" not in text):
            write_formula(run[0].sheet, (run[0].row, run[-1].row, column), text)
    for name in {spot.place.table for spot in spots if spot.place.table}:
        book.table(name).forget()


def _runs(spots: list[_Spot], *, alike: bool) -> Iterator[list[_Spot]]:
    run: list[_Spot] = []
    for spot in spots:
        if run and (not alike or spot.row != run[-1].row + 1):
            yield run
            run = []
        run.append(spot)
    if run:
        yield run
