"""Formulas of ours that somebody replaced and a command wrote back: what they had typed, and the way to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from opsbook.engine.refresh import cached_of, cells_of
from opsbook.engine.runs.changed_rows import VALUE
from opsbook.engine.workbook import Workbook
from opsbook.hosts.history.run import NAMES, Parts, RowChange, What
from opsbook.hosts.host import Cached, FormulaCell, Overwritten, OwnedPlace
from opsbook.hosts.matching import parts_of
from opsbook.model.values import Value

_TEXT = "'"  # before a text that is no formula though it begins like one


def restore_formulas(workbook: Workbook) -> Sequence[Overwritten]:
    """Write every formula of ours back; the run that is watched keeps what the cells held.

    Returns:
        What was replaced.
    """
    cached = cached_of(workbook, cells_of(workbook))
    tables = {table: workbook.columns(table) for table, _ in workbook.plan.formulas.columns}
    names = {name: workbook.setting(name) for name in workbook.plan.formulas.names if workbook.has(name)}
    replaced = workbook.host.restore(cached)
    recorder = workbook.host.history.recorder
    if recorder is not None:
        recorder.replaced(list(_changes(workbook, replaced, tables, names)))
    return replaced


def _changes(
    workbook: Workbook,
    replaced: Iterable[Overwritten],
    tables: Mapping[str, Mapping[str, Sequence[Value]]],
    names: Mapping[str, Value],
) -> Iterator[RowChange]:
    for one in replaced:
        place = one.place
        if place.name:
            held = _held(one, names[place.name])
            yield RowChange(NAMES, (place.name,), What.CHANGED, {VALUE: held}, {VALUE: one.expected})
            continue
        columns = tables[place.table]
        column = _column(workbook, place)
        key = parts_of(columns[name][place.row] for name in workbook.catalog.tables[place.table].key)
        held = _held(one, columns[column][place.row])
        yield RowChange(place.table, key, What.CHANGED, {column: held}, {column: one.expected})


def _column(workbook: Workbook, place: OwnedPlace) -> str:
    return next(name for name, header in workbook.plan.headers[place.table].items() if header == place.header)


def _held(one: Overwritten, value: Value) -> Value:
    """What a cell held: its formula, or its value."""
    if isinstance(value, str) and value == one.found and value.startswith("="):
        return f"{_TEXT}{value}"
    return one.found if one.found.startswith("=") else value


def is_formula(value: Value) -> bool:
    """Whether what a run wrote, or found, is a formula."""
    return isinstance(value, str) and value.startswith("=")


class FormulaCells:
    """Cells that hold a formula of ours again and are to get back what somebody had put there.

    Args:
        workbook: the open workbook.
    """

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._cached = cached_of(workbook, cells_of(workbook))
        held = {one.place for one in workbook.host.overwritten(self._cached)}
        self._changed = {(one.table, one.header, one.row, one.name) for one in held}
        self._formulas: dict[OwnedPlace, str] = {}
        self._values: dict[str, dict[Parts, dict[str, Value]]] = defaultdict(dict)

    def put_back(self, place: OwnedPlace, key: Parts, held: Value) -> bool:
        """Note what a cell is to hold; False where somebody has put something else there since."""
        if (place.table, place.header, place.row, place.name) in self._changed:
            return False
        if is_formula(held):
            self._formulas[place] = str(held)[1:]
        elif place.name:
            self._workbook.host.write_name(place.name, _plain(held))
        else:
            self._values[place.table].setdefault(key, {})[place.header] = _plain(held)
        return True

    def write(self) -> None:
        """Write all of them."""
        host = self._workbook.host
        for table, rows in self._values.items():
            key = [self._workbook.header(table, name) for name in self._workbook.catalog.tables[table].key]
            host.upsert_rows(
                table, key, [{**dict(zip(key, parts, strict=True)), **cells} for parts, cells in rows.items()]
            )
        if self._formulas:
            host.restore(self._with_theirs(), frozenset(self._formulas))

    def _with_theirs(self) -> Cached:
        columns: dict[tuple[str, str], list[FormulaCell]] = {}
        names: dict[str, FormulaCell] = {}
        for place, text in self._formulas.items():
            if place.name:
                names[place.name] = FormulaCell(text, None)
                continue
            spot = place.table, place.header
            columns.setdefault(spot, list(self._cached.columns[spot]))[place.row] = FormulaCell(text, None)
        return Cached(columns, names)


def _plain(held: Value) -> Value:
    return held.removeprefix(_TEXT) if isinstance(held, str) else held
