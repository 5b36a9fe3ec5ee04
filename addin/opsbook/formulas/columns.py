"""A formula in all rows of its table at once: the same values as row by row, several times as fast.

Parts that only combine cells of a row work on whole columns of values; everything else is asked row by row. The first error
ends the way through columns, and the rows are calculated one by one: errors are rare, and each belongs to its own row.
"""

from collections.abc import Callable

from opsbook.formulas.cells import Cells, ErrorCellError, Reading, Rows, Spread, Values, shown
from opsbook.formulas.functions.conditional import CONDITIONAL, conditional_spread
from opsbook.formulas.functions.logic import JUNCTIONS
from opsbook.formulas.functions.scalars import NUMERIC
from opsbook.formulas.functions.spread import (
    binary_spread,
    count_spread,
    if_spread,
    is_number_spread,
    junction_spread,
    not_spread,
    numeric_spread,
)
from opsbook.formulas.node import Binary, Call, Cell, Column, Node, Position
from opsbook.formulas.value import Compiler
from opsbook.model.values import Value

_BUILDERS = {
    **dict.fromkeys(CONDITIONAL, conditional_spread),
    **dict.fromkeys(JUNCTIONS, junction_spread),
    **dict.fromkeys(NUMERIC, numeric_spread),
    "COUNT": count_spread,
    "IF": if_spread,
    "ISNUMBER": is_number_spread,
    "NOT": not_spread,
}


class ColumnCompiler:
    """Compiles parts of formulas for whole columns; a part that several formulas share is compiled once.

    Args:
        single: compiles parts for one row.
    """

    __slots__ = ("_known", "_variety", "single")

    def __init__(self, single: Compiler) -> None:
        self.single = single
        self._known: dict[int, tuple[Node, Spread]] = {}  # the node, too: its number is its own while it lives
        self._variety: dict[int, tuple[Node, bool]] = {}

    def __call__(self, node: Node) -> Spread:
        """Prepare a part of a formula."""
        if id(node) not in self._known:
            self._known[id(node)] = (node, self._compiled(node))
        return self._known[id(node)][1]

    def _compiled(self, node: Node) -> Spread:
        if not self._varies(node):
            return _same(self.single(node))
        if isinstance(node, Cell):
            return _cell(node)
        if isinstance(node, Binary):
            return binary_spread(node, self)
        if isinstance(node, Call) and node.function in _BUILDERS and _is_plain(node):
            return _BUILDERS[node.function](node, self)
        return _row_by_row(self.single(node))

    def _varies(self, node: Node) -> bool:
        """Whether a part may differ from row to row."""
        if id(node) not in self._variety:
            self._variety[id(node)] = (node, self._has_row(node))
        return self._variety[id(node)][1]

    def _has_row(self, node: Node) -> bool:
        if isinstance(node, Binary):
            return self._varies(node.left) or self._varies(node.right)
        if isinstance(node, Call):
            return any(map(self._varies, node.arguments))
        return isinstance(node, Cell | Position)


def compile_column(node: Node, compiled: ColumnCompiler | None = None) -> Callable[[Cells, int], list[Value]]:
    """Prepare a formula for calculation in all rows of its table.

    Args:
        node: the formula.
        compiled: what compiled other formulas of the workbook; None for a formula by itself.

    Returns:
        A function of (cells, height) that gives what the formula shows in each of the table's `height` body rows, errors
        included; a reference to a blank cell shows 0.

    Raises:
        FormulaError: no value can be calculated for some part.
    """
    compiled = compiled or ColumnCompiler(Compiler())
    spread, single = compiled(node), compiled.single

    def column(cells: Cells, height: int) -> list[Value]:
        rows = range(height)
        try:
            values = spread(cells, rows) if rows else ()
        except ErrorCellError:
            values = [shown(single(node), cells, row) for row in rows]
        return [0 if value is None else value for value in values]

    return column


def _is_plain(node: Call) -> bool:
    """Whether each argument is one value in each row; ISNUMBER sees an error inside as such, so it takes a cell only."""
    if node.function == "ISNUMBER":
        return isinstance(node.arguments[0], Cell)
    return node.function in CONDITIONAL or not any(isinstance(argument, Column) for argument in node.arguments)


def _same(reading: Reading) -> Spread:
    return lambda cells, rows: [reading(cells, rows[0])] * len(rows)


def _cell(node: Cell) -> Spread:
    table, column = node.table, node.column

    def spread(cells: Cells, rows: Rows) -> Values:
        values = cells.column(table, column)
        return values if len(rows) == len(values) else [values[row] for row in rows]

    return spread


def _row_by_row(reading: Reading) -> Spread:
    return lambda cells, rows: [reading(cells, row) for row in rows]
