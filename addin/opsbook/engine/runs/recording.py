"""Watch what a command changes in a workbook: its tables and named cells before, compared with those that are saved.

Whoever opens a workbook to change it begins a run, and every host keeps the run with its save. No command has to tell what it
did: whatever it wrote, through whatever calls, is seen in what became of the rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from opsbook.engine.runs.changed_rows import VALUE, changes_of, filled_cell, rows_by_key
from opsbook.engine.workbook import Workbook
from opsbook.exports.privacy.people import mask
from opsbook.hosts.history.archive import Origins
from opsbook.hosts.history.run import NAMES, Kind, Parts, RowChange, Run, What, new_run_id
from opsbook.hosts.host import TableRows
from opsbook.model.schema import Kind as Writer
from opsbook.model.values import Value


@dataclass(slots=True)
class WorkbookRecorder:
    """Watches one run; see `Recorder`.

    Args:
        workbook: the open workbook, as it is before.
        command: the words typed after `opsbook`.
        kind: what sort of run it is.
        of: the run that it takes back, or the last one before a restore.
    """

    workbook: Workbook
    command: tuple[str, ...]
    kind: Kind = Kind.COMMAND
    of: str = ""
    id: str = field(default_factory=new_run_id)
    _replaced: list[RowChange] = field(default_factory=list)
    _tables: Mapping[str, TableRows] = field(init=False)
    _names: Mapping[str, Value] = field(init=False)

    def __post_init__(self) -> None:
        self._tables = _tables(self.workbook)
        self._names = _names(self.workbook)

    def run(self, backup: str, origins: Mapping[str, Origins]) -> Run:
        """The run, when the workbook is about to be saved; see `Recorder`."""
        now = datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 - the user's own clock
        changes = tuple(_merged((*self._changes(origins), *self._replaced)))
        words = tuple(mask(word) for word in self.command)
        return Run(self.id, now, words, self.kind, self.of, _inputs(changes), backup, changes)

    def replaced(self, changes: Sequence[RowChange]) -> None:
        """Be told of formulas that were written back; see `Recorder`."""
        self._replaced += changes

    def next(self) -> "WorkbookRecorder":
        """Watch the next run; see `Recorder`."""
        return WorkbookRecorder(self.workbook, self.command)

    def _changes(self, origins: Mapping[str, Origins]) -> Iterator[RowChange]:
        for name, value in _names(self.workbook).items():
            if name in self._names and self._names[name] != value:
                yield RowChange(NAMES, (name,), What.CHANGED, {VALUE: self._names[name]}, {VALUE: value})
        for table, body in _tables(self.workbook).items():
            before = self._tables.get(table)
            if before is None or before.rows is not body.rows:
                was = rows_by_key(self.workbook, table, before) if before else {}
                yield from changes_of(table, was, rows_by_key(self.workbook, table, body), origins.get(table, {}))


def _merged(changes: Iterable[RowChange]) -> Iterator[RowChange]:
    """One change a row, whatever was seen of it."""
    found: dict[tuple[str, Parts], RowChange] = {}
    for one in changes:
        known = found.get((one.table, one.key))
        if known is not None:
            before, after = {**one.before, **known.before}, {**one.after, **known.after}
            found[one.table, one.key] = replace(known, before=before, after=after)
        else:
            found[one.table, one.key] = one
    yield from found.values()


def begin_run(workbook: Workbook, command: Sequence[str], kind: Kind = Kind.COMMAND, of: str = "") -> None:
    """Watch what is changed in a workbook from here on; its next save keeps the record.

    Args:
        workbook: the open workbook.
        command: the words typed after `opsbook`.
        kind: what sort of run it is.
        of: the run that it takes back, or the last one before a restore.
    """
    workbook.host.history.recorder = WorkbookRecorder(workbook, tuple(command), kind, of)


def _tables(workbook: Workbook) -> Mapping[str, TableRows]:
    """Tables with cells that commands write."""
    there = set(workbook.host.tables())
    written = (
        table.name
        for table in workbook.catalog.tables.values()
        if any(column.kind is not Writer.FORMULA and column.id not in table.key for column in table.columns)
    )
    return {name: workbook.host.read_table(name) for name in written if name in there}


def _names(workbook: Workbook) -> Mapping[str, Value]:
    return {name: filled_cell(workbook.setting(name)) for name in workbook.plan.inputs if workbook.has(name)}


def _inputs(changes: Sequence[RowChange]) -> tuple[tuple[str, str], ...]:
    """Files that the run entered in the record of imports."""
    rows = (one for one in changes if one.table == "Imports" and one.what is not What.DROPPED)
    return tuple((str(one.after.get("file") or ""), str(one.after.get("sha256") or "")) for one in rows)
