"""Work out what every formula of the plan shows, from the facts a workbook holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from opsbook.book.compile.compiled_plan import Formulas
from opsbook.formulas.cells import RowIndex, index_rows, shown
from opsbook.formulas.columns import ColumnCompiler, compile_column
from opsbook.formulas.node import Node
from opsbook.formulas.value import Compiler, compile_value
from opsbook.model.language import Lang
from opsbook.model.values import ErrorValue, Value

NO_NAME = ErrorValue("#NAME?")

Calculate = Callable[["BookCells", int], list[Value]]


@cache
def _compiler(formulas: Formulas) -> ColumnCompiler:
    """What compiles the formulas of a workbook, which share most of their parts."""
    del formulas
    return ColumnCompiler(Compiler())


@cache
def _compiled(formulas: Formulas, table: str, column: str) -> Calculate:
    node = formulas.columns[table, column]
    return _of_each(node, formulas) if isinstance(node, tuple) else compile_column(node, _compiler(formulas))


def _of_each(nodes: tuple[Node, ...], formulas: Formulas) -> Calculate:
    """One formula per row; a row somebody added continues the last."""
    readings = [compile_value(node, _compiler(formulas).single) for node in nodes]
    return lambda cells, height: [shown(readings[min(row, len(readings) - 1)], cells, row) for row in range(height)]


@dataclass(slots=True)
class BookCells:
    """The workbook as formulas see it: facts as read, formulas worked out when first asked for.

    Args:
        lang: the workbook's language.
        formulas: what calculates.
        facts: body cells by table and column id, blank cells as None, dates as serial numbers.
        named: values of the named cells that hold no formula of ours.
        kept: by (table, column id, row) the values of cells where the user replaced a formula.
        kept_names: the same by defined name.
        out_of_sight: by table, positions of hidden body rows.
    """

    lang: Lang
    formulas: Formulas
    facts: Mapping[str, Mapping[str, Sequence[Value]]]
    named: Mapping[str, Value]
    kept: Mapping[tuple[str, str], Mapping[int, Value]] = field(default_factory=dict)
    kept_names: Mapping[str, Value] = field(default_factory=dict)
    out_of_sight: Mapping[str, frozenset[int]] = field(default_factory=dict)
    _columns: dict[tuple[str, str], Sequence[Value]] = field(default_factory=dict)
    _rows: dict[tuple[str, str], RowIndex] = field(default_factory=dict)
    _names: dict[str, Value] = field(default_factory=dict)

    def height(self, table: str) -> int:
        """How many body rows a table has."""
        return len(next(iter(self.facts[table].values())))

    def hidden(self, table: str) -> frozenset[int]:
        """Positions of body rows out of sight."""
        return self.out_of_sight.get(table, frozenset())

    def column(self, table: str, column: str) -> Sequence[Value]:
        """Body cells of a column, in sheet order."""
        known = self._columns.get((table, column))
        if known is None:
            formula = (table, column) in self.formulas.columns
            known = self._worked_out(table, column) if formula else self.facts[table][column]
            self._columns[table, column] = known
        return known

    def _worked_out(self, table: str, column: str) -> Sequence[Value]:
        values = _compiled(self.formulas, table, column)(self, self.height(table))
        for row, value in self.kept.get((table, column), {}).items():
            values[row] = value
        return values

    def rows_by_value(self, table: str, column: str) -> RowIndex:
        """Positions of the body rows by value of a column."""
        key = (table, column)
        if key not in self._rows:
            self._rows[key] = index_rows(self.column(table, column))
        return self._rows[key]

    def name(self, name: str) -> Value:
        """The value of the one cell a defined name points to; #NAME? where the workbook has none of that name."""
        if name in self.kept_names:
            return self.kept_names[name]
        if name not in self._names:
            node = self.formulas.names.get(name)
            self._names[name] = (
                self.named.get(name, NO_NAME)
                if node is None
                else shown(compile_value(node, _compiler(self.formulas).single), self, 0)
            )
        return self._names[name]
