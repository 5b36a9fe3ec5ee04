"""Compare what a workbook's formulas show with what an engine calculates."""

import math
import tempfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from opsbook.hosts.office.blind_copy import POISON, blind, read_book
from opsbook.hosts.office.engine import PATIENCE_SECONDS, Engine, Gap
from opsbook.hosts.office.shown import ABSENT, Place, Shown, ShownCells, shown_cells
from opsbook.model.values import ErrorValue, Value, is_number

TOLERANCE = 1e-9

# What Excel says of a formula that it has understood; an engine that says anything else has not.
_EXCEL_ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NUM!", "#N/A", "#SPILL!", "#CALC!"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One formula cell whose shown value is not what its formula gives.

    Args:
        sheet: sheet name.
        cell: address, such as B7.
        formula: the formula's text without '='; of a formula shared by many cells, the first cell's.
        cached: what the file shows; None when it holds no result at all.
        now: what the engine calculated; for an error cell its name, such as #DIV/0!.
    """

    sheet: str
    cell: str
    formula: str
    cached: Value
    now: Value


@dataclass(frozen=True, slots=True)
class Unchecked:
    """One formula cell of which the engine can say nothing.

    Args:
        sheet: sheet name.
        cell: address, such as B7.
        formula: the formula's text without '='.
        cached: what the file shows.
        gap: why it is known to calculate the formula otherwise; None where it does not understand it.
    """

    sheet: str
    cell: str
    formula: str
    cached: Value
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Recalculated:
    """What a recalculation found.

    Args:
        formulas: how many formula cells the workbook has.
        differences: cells that show another value, in sheet order.
        errors: cells that calculate to an error, in sheet order; they are not repeated in `differences`.
        unchecked: cells that were taken as they are, in sheet order; they stand in neither of the others.
    """

    formulas: int
    differences: tuple[Difference, ...]
    errors: tuple[Difference, ...]
    unchecked: tuple[Unchecked, ...] = ()

    @property
    def off(self) -> tuple[Difference, ...]:
        """Cells that show another value or ought to show an error; programs name errors differently."""
        return (*self.differences, *(one for one in self.errors if not isinstance(one.cached, ErrorValue)))


def no_formula(formula: str) -> bool:
    """Nobody vouches for any formula."""
    del formula
    return False


def recalculate(
    path: Path, engine: Engine, patience: float = PATIENCE_SECONDS, *, must: Callable[[str], bool] = no_formula
) -> Recalculated:
    """Recalculate every formula of a workbook and list the cells whose value differs.

    The engine sees none of the values that the formulas show. What it is known to calculate otherwise, and what it does
    not understand, is handed over as it is shown, so that everything that depends on it is still checked.

    Args:
        path: an .xlsx or .xlsm file; it is only read and may be open in Excel.
        engine: who calculates.
        patience: seconds until the engine is stopped.
        must: whether an engine has to understand a formula, by its text: then an error it answers is an error.

    Returns:
        Numbers that differ by more than 1e-9 (relative or absolute), texts that differ at all, and error cells.

    Raises:
        FileRefusedError: the file is missing, is not a workbook, or the engine cannot calculate it.
    """
    content = read_book(path)
    # An engine may still be closing files when it is stopped; a leftover must not hide the answer.
    with tempfile.TemporaryDirectory(prefix="opsbook-", ignore_cleanup_errors=True) as name:
        copy = Path(name) / path.name

        def calculated(given: Collection[Place]) -> ShownCells:
            copy.write_bytes(blind(content, path.name, given))
            return shown_cells(engine.save_recalculated(copy, copy.parent, patience))

        copy.write_bytes(content)
        shown = {at: one for at, one in shown_cells(copy).items() if one.formula is not None}
        unchecked = _handed_over(shown, engine.gaps)
        after = calculated(unchecked)
        puzzling = {**_explained(shown, after, engine.gaps), **dict.fromkeys(_not_understood(shown, after, must))}
        found = _compare(shown, after, {**unchecked, **puzzling})
        if puzzling and found.off:  # it may be off for no other reason
            found = _compare(shown, calculated({**unchecked, **puzzling}), {**unchecked, **puzzling})
    return found


def _handed_over(shown: ShownCells, gaps: tuple[Gap, ...]) -> dict[Place, Gap]:
    """Cells of which whatever the engine says would count for nothing."""
    return {at: gap for at, one in shown.items() for gap in gaps if gap.explains is None and gap.has(one.formula)}


def _explained(shown: ShownCells, after: ShownCells, gaps: tuple[Gap, ...]) -> dict[Place, Gap]:
    """Cells that show another value than the engine says, and may for a reason."""
    pairs = ((at, one, after.get(at, ABSENT).value) for at, one in shown.items())
    off = [(at, one.formula, one.value, now) for at, one, now in pairs if not _same(one.value, now)]
    return {
        at: gap
        for at, formula, cached, now in off
        for gap in gaps
        if gap.explains and gap.has(formula) and gap.explains(cached, now)
    }


def _not_understood(shown: ShownCells, after: ShownCells, must: Callable[[str], bool]) -> list[Place]:
    """Cells that show a value, and of which the engine knows none; what depends on them is among them."""
    return [
        at
        for at, one in shown.items()
        if not one.error and _is_strange(after.get(at, ABSENT)) and not must(one.formula or "")
    ]


def _is_strange(now: Shown) -> bool:
    return now.value == POISON or (now.error and now.value not in _EXCEL_ERRORS)


def _compare(shown: ShownCells, after: ShownCells, unchecked: Mapping[Place, Gap | None]) -> Recalculated:
    differences, errors = [], []
    for (sheet, cell), one in shown.items():
        now = after.get((sheet, cell), ABSENT)
        found = Difference(sheet, cell, one.formula or "", one.value, now.value)
        if (sheet, cell) in unchecked:
            continue
        if now.error:
            errors.append(found)
        elif one.error or not _same(one.value, now.value):
            differences.append(found)
    left = (Unchecked(*at, one.formula or "", one.value, unchecked[at]) for at, one in shown.items() if at in unchecked)
    return Recalculated(len(shown), tuple(differences), tuple(errors), tuple(left))


def _same(cached: Value, now: Value) -> bool:
    if isinstance(cached, bool) and is_number(now):  # LibreOffice saves TRUE in a number format as 1
        return float(cached) == now
    if isinstance(cached, int | float) and isinstance(now, int | float):
        return math.isclose(cached, now, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return cached == now
