"""What a command reminds of at its end: cells of the user's that deserve a look, goals that do not know the shop yet."""

from collections.abc import Sequence

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.checks.checking import fixed_figures
from opsbook.engine.checks.input_checks import check_inputs
from opsbook.engine.console.printing import Console
from opsbook.engine.workbook import Workbook
from opsbook.hosts.host import Overwritten
from opsbook.model.values import is_number

ENOUGH = 56  # days with sales: `FEW_DAYS` of `opsbook.features.goals.rules.weights`, whose calendars are slow to load


def count_strange(workbook: Workbook, cells: BookCells) -> int:
    """How many cells hold something strange."""
    return len(check_inputs(workbook, cells.facts, cells))


def tell_fixed(kept: Sequence[Overwritten], book: object, console: Console) -> bool:
    """Say first, before any figure, that some do not follow the facts any more; returns whether it is so."""
    fixed = fixed_figures(kept)
    if fixed:
        sheets = tuple(dict.fromkeys(one.sheet for one in fixed))
        console.tell("fixed-figures", count=len(fixed), sheets=sheets, file=book)
    return bool(fixed)


def remind(kept: Sequence[Overwritten], strange: int, console: Console) -> None:
    """Say how many formulas were kept as the user changed them, and how many cells hold something strange."""
    if formulas := len(kept) - len(fixed_figures(kept)):
        console.tell("kept-formulas", count=formulas)
    if strange:
        console.tell("strange-cells", count=strange)


def days_sold(workbook: Workbook) -> int:
    """How many days have sales."""
    return sum(map(is_number, workbook.columns("ShopDay")["gmv"]))


def remind_of_history(workbook: Workbook, before: int, book: str, console: Console) -> None:
    """Say once, when history has come into a book with goals, that weights of the days do not follow it yet.

    Args:
        workbook: the workbook, after the import.
        before: days with sales before it.
        book: its path, as the command was given it.
        console: who says it.
    """
    goal, year = workbook.number("year_goal"), workbook.number("year")
    if goal is not None and year is not None and before < ENOUGH <= days_sold(workbook):
        console.tell("goals-know-no-history", book=book, year=int(year), goal=f"{goal:.0f}")
