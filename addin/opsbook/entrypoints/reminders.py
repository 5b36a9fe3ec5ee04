"""What a command reminds of at its end: cells of the user's that deserve a look."""

from opsbook.entrypoints.console import Console
from opsbook.layout.calculate import BookCells
from opsbook.workflows.opened import Opened
from opsbook.workflows.strange_cells import strange_cells


def remind(opened: Opened, cells: BookCells, kept: int, console: Console) -> None:
    """Say how many formulas were kept as the user changed them, and how many cells hold something strange."""
    if kept:
        console.tell("kept-formulas", count=kept)
    strange = len(strange_cells(opened, cells.facts, cells))
    if strange:
        console.tell("strange-cells", count=strange)
