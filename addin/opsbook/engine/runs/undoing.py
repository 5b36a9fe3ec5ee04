"""Take back what the last run changed, cell by cell: what somebody changed since stays as it is.

Only cells that still hold what the run wrote get back what they held before. A row it added goes unless somebody typed into
it, a row it took out comes back, and so do the rows of the history that it replaced.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from opsbook.engine.imports.ledger import same
from opsbook.engine.runs.changed_rows import VALUE
from opsbook.engine.runs.formula_cells import FormulaCells, is_formula
from opsbook.engine.runs.rows_back import TableRowsBack
from opsbook.engine.runs.undone import KeptCell, Undone
from opsbook.engine.workbook import Workbook
from opsbook.hosts.history.run import NAMES, Kind, Parts, PastRow, PastRun, RowChange
from opsbook.hosts.host import OwnedPlace
from opsbook.hosts.matching import parts_of
from opsbook.model.errors import UsageError
from opsbook.model.values import Value


def last_run(workbook: Workbook) -> PastRun:
    """The run that an undo takes back: the last that the workbook went through and that was not taken back yet.

    Raises:
        UsageError: there is none, or it brought an older version back, which another restore takes back.
    """
    inside = [one for one in workbook.host.history.store.runs() if one.inside and not one.undone]
    for one in reversed(inside):
        if one.run.kind is Kind.RESTORE:
            raise UsageError("undo-restore", at=one.run.at.replace("T", " "))
        if one.run.kind is Kind.COMMAND and one.counts:  # others, such as an upgrade, changed no figure
            return one
    raise UsageError("nothing-to-undo")


def undo(workbook: Workbook, last: PastRun) -> Undone:
    """Take a run back; nothing is refreshed or saved here.

    Args:
        workbook: the open workbook.
        last: the run.

    Returns:
        What became of its cells and rows.
    """
    done, store = Undone(last), workbook.host.history.store
    by_table: dict[str, list[RowChange]] = defaultdict(list)
    for change in store.changes(last.run.id):
        by_table[change.table].append(change)
    there = set(workbook.host.tables())
    for table, changes in by_table.items():
        if table == NAMES:
            _names(workbook, changes, done)
        elif table in there:
            TableRowsBack(workbook, table, done).take_back(changes)
    _formulas(workbook, by_table, done)
    _archived(workbook, last.run.id, done)
    return done


def _names(workbook: Workbook, changes: Iterable[RowChange], done: Undone) -> None:
    for change in changes:
        (name,) = change.key
        if not workbook.has(name) or name in workbook.plan.formulas.names:
            continue
        wrote, holds = change.after[VALUE], workbook.setting(name)
        if same(wrote, holds):
            workbook.host.write_name(name, change.before[VALUE])
            done.cells += 1
        elif not same(change.before[VALUE], holds):
            done.kept.append(KeptCell(NAMES, change.key, name, wrote, holds))


def _formulas(workbook: Workbook, by_table: Mapping[str, Sequence[RowChange]], done: Undone) -> None:
    """Cells in which the run wrote a formula of ours back hold again what somebody had put there."""
    found = [
        (change, column)
        for table, changes in by_table.items()
        for change in changes
        for column, wrote in change.after.items()
        if is_formula(wrote) and (table == NAMES or (table, column) in workbook.plan.formulas.columns)
    ]
    if not found:
        return
    cells = FormulaCells(workbook)
    for change, column in found:
        place = _place(workbook, change, column)
        if place is not None and cells.put_back(place, change.key, change.before.get(column)):
            done.cells += 1
        else:
            name = change.key[0] if change.table == NAMES else column
            done.kept.append(
                KeptCell(change.table, change.key, name, change.after[column], _holds(workbook, change, place))
            )
    cells.write()


def _holds(workbook: Workbook, change: RowChange, place: OwnedPlace | None) -> Value:
    if place is None:
        return None
    if place.name:
        return workbook.setting(place.name)
    body = workbook.host.read_table(change.table)
    return body.rows[place.row][body.headers.index(place.header)]


def _place(workbook: Workbook, change: RowChange, column: str) -> OwnedPlace | None:
    """Where a cell with a formula of ours stands by now; None where its row is gone."""
    if change.table == NAMES:
        return OwnedPlace(name=change.key[0])
    columns = workbook.columns(change.table)
    keys = zip(*(columns[name] for name in workbook.catalog.tables[change.table].key), strict=True)
    at = next((at for at, key in enumerate(keys) if parts_of(key) == change.key), None)
    return None if at is None else OwnedPlace(change.table, workbook.header(change.table, column), at)


def _archived(workbook: Workbook, run: str, done: Undone) -> None:
    """Rows of the history become what they were before the run."""
    history = workbook.host.history
    for table, rows in history.store.former(run).items():
        back: dict[Parts, PastRow] = {parts: row for parts, row in rows.items() if row is not None}
        history.put_back(table, back)
        history.drop(table, rows.keys() - back.keys())
        done.archived += len(rows)
