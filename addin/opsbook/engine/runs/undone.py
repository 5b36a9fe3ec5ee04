"""What an undo did, and what it left alone."""

from dataclasses import dataclass, field

from opsbook.hosts.history.run import Parts, PastRun
from opsbook.model.values import Value


@dataclass(frozen=True, slots=True)
class KeptCell:
    """A cell that a run wrote and that holds something else by now.

    Args:
        table: its table; `NAMES` for a named cell.
        key: its row.
        column: its column id or extra header; the name of a named cell; empty where a whole row stays.
        wrote: what the run wrote.
        holds: what it holds.
    """

    table: str
    key: Parts
    column: str
    wrote: Value = None
    holds: Value = None


@dataclass(slots=True)
class Undone:
    """What an undo did.

    Args:
        run: the run that was taken back.
        cells: how many cells got back what they held.
        added: how many rows the run had added are gone again.
        returned: how many rows it had taken out are back.
        archived: how many rows of the history changed back.
        kept: what was changed since and stays.
    """

    run: PastRun
    cells: int = 0
    added: int = 0
    returned: int = 0
    archived: int = 0
    kept: list[KeptCell] = field(default_factory=list)
