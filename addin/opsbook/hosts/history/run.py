"""What a run is: one command that changed a workbook, and what it changed there."""

import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from opsbook.model.values import Value

Parts = tuple[str, ...]
Cells = Mapping[str, Value]
NAMES = ""
"""The table of named cells, in the record of a run: not the name of a table."""
THIS = "."
"""Stands for the id of the run in hand, until it is kept."""
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"  # in the order of their codes, without those that look alike


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure came from.

    Args:
        file: id of the file's row in Imports.
        sheet: its sheet; empty where the file has none.
        row: row number as Excel counts; 0 where several rows were added up.
    """

    file: str
    sheet: str = ""
    row: int = 0


class What(Enum):
    """What became of a row."""

    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a run did to one row of a table.

    Args:
        table: its name; `NAMES` for named cells, each of them a row with the column `value`.
        key: the row's key as text.
        what: what became of it.
        before: cells by column id, or by header where the column is an extra one; of a changed row those that changed, None
            where one was blank.
        after: the same cells afterwards.
        origins: by column, where it came from; nothing where no file told it.
    """

    table: str
    key: Parts
    what: What
    before: Cells
    after: Cells
    origins: Mapping[str, Origin] = field(default_factory=dict)


class Kind(Enum):
    """What sort of run it was."""

    COMMAND = "command"
    MADE = "made"  # the workbook itself
    UNDO = "undo"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Run:
    """One command that changed a workbook.

    Args:
        id: short, unique, later ones after earlier ones in the order of letters.
        at: when it was saved, as 2026-11-12T09:10:05.
        command: the words typed after `opsbook`, or the button's id.
        kind: what sort it was.
        of: the run that an undo took back; what the workbook's last run was before a restore.
        inputs: names and fingerprints of the files it read.
        backup: file name of the workbook as it was before; empty where it made it.
        changes: row by row.
    """

    id: str
    at: str
    command: tuple[str, ...]
    kind: Kind = Kind.COMMAND
    of: str = ""
    inputs: tuple[tuple[str, str], ...] = ()
    backup: str = ""
    changes: Sequence[RowChange] = ()


@dataclass(frozen=True, slots=True)
class PastRow:
    """One archived row.

    Args:
        cells: by column id; blank ones are left out.
        run: the run that wrote it; empty where none is known.
        origin: the row of a file it came from.
    """

    cells: Cells
    run: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run of the record.

    Args:
        run: the run, its changes left out.
        parent: the run before it; empty for the first.
        inside: whether the workbook went through it; False where its save was cut short or an older version is back.
        undone: whether a later run took it back.
        counts: rows by table and by what became of them.
    """

    run: Run
    parent: str
    inside: bool
    undone: bool
    counts: Mapping[tuple[str, What], int]


def new_run_id() -> str:
    """An id that sorts by the millisecond it was made in, such as 1hr7qp0g4-x7."""
    return f"{_written(time.time_ns() // 1_000_000, 9)}-{_written(secrets.randbelow(32**2), 2)}"


def _written(number: int, length: int) -> str:
    return "".join(_DIGITS[number >> 5 * at & 31] for at in reversed(range(length)))
