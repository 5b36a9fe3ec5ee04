"""Answers of log, undo and restore in JSON."""

from typing import Literal

from opsbook.features.books.answers.answer import Answer


class ChangedRows(Answer):
    """What a run did to a table.

    Args:
        table: its name; empty for single cells such as settings.
        changed: rows in which cells changed.
        added: rows that are new.
        dropped: rows that left the table.
    """

    table: str
    changed: int
    added: int
    dropped: int


class InputFile(Answer):
    """A file that a run read.

    Args:
        file: its name.
        sha256: fingerprint of its bytes.
    """

    file: str
    sha256: str


class LoggedRun(Answer):
    """One command that changed the workbook.

    Args:
        id: short and unique.
        at: when, as 2026-11-12T09:10:05.
        command: its words.
        kind: a command, the making of the workbook, an undo or a restore.
        state: done; undone, taken back since; outside, not in this workbook: an older version is back, or the save was cut short.
        undoes: the run it took back; empty but for an undo.
        backup: name of the workbook as it was before; empty where it made it.
        inputs: files it read.
        tables: what it changed.
    """

    id: str
    at: str
    command: list[str]
    kind: Literal["command", "made", "undo", "restore"]
    state: Literal["done", "undone", "outside"]
    undoes: str
    backup: str
    inputs: list[InputFile]
    tables: list[ChangedRows]


class Logged(Answer):
    """The record of runs.

    Args:
        book: path of the workbook.
        runs: the oldest first.
    """

    book: str
    runs: list[LoggedRun]


class KeptCell(Answer):
    """What an undo left alone, for it was changed since.

    Args:
        table: its table; empty for a single cell.
        key: its row.
        column: its column id or header; empty where the whole row stays.
        wrote: what the run wrote.
        holds: what it holds.
    """

    table: str
    key: list[str]
    column: str
    wrote: float | str | bool | None
    holds: float | str | bool | None


class TakenBack(Answer):
    """A run was taken back.

    Args:
        book: path of the workbook.
        run: the run.
        cells: cells that got back what they held.
        added: rows it had added, gone again.
        returned: rows it had taken out, back again.
        archived: rows of the history that changed back.
        kept: what stays.
    """

    book: str
    run: LoggedRun
    cells: int
    added: int
    returned: int
    archived: int
    kept: list[KeptCell]


class BackupFile(Answer):
    """An old version of a workbook.

    Args:
        at: when it was made: until then the workbook looked like this.
        file: its name.
        bytes: its size.
        before: words of the command it was made for; none where that is not known.
    """

    at: str
    file: str
    bytes: int
    before: list[str]


class BackupList(Answer):
    """Old versions of a workbook.

    Args:
        book: path of the workbook.
        backups: the oldest first.
    """

    book: str
    backups: list[BackupFile]


class BroughtBack(Answer):
    """An old version was brought back.

    Args:
        book: path of the workbook.
        at: when that version was put away.
        backup: name of what it replaced, among the backups.
        out: ids of the runs that are not in the workbook any more.
        again: ids of the runs that are in it again.
    """

    book: str
    at: str
    backup: str
    out: list[str]
    again: list[str]
