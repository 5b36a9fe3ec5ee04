"""A formula in all rows of its table at once: the same values as row by row, several times as fast.

Parts that only combine cells of a row work on whole columns of values; everything else is asked row by row. The first error
ends the way through columns, and the rows are calculated one by one: errors are rare, and each belongs to its own row.
"""

from collections.abc import Callable

from opsbook.formulas.cells import Cells, ErrorCellError, Reading, Rows, Spread, Values, shown
from opsbook.formulas.conditional import CONDITIONAL, conditional_spread
from opsbook.formulas.logic import JUNCTIONS
from opsbook.formulas.node import Binary, Call, Cell, Column, Node, Position
from opsbook.formulas.scalars import NUMERIC
from opsbook.formulas.spread import (
    binary_spread,
    count_spread,
    if_spread,
    is_number_spread,
    junction_spread,
    not_spread,
    numeric_spread,
)
from opsbook.formulas.value import compile_part
from opsbook.vocabulary.values import Value

_BUILDERS = {
    **dict.fromkeys(CONDITIONAL, conditional_spread),
    **dict.fromkeys(JUNCTIONS, junction_spread),
    **dict.fromkeys(NUMERIC, numeric_spread),
    "COUNT": count_spread,
    "IF": if_spread,
    "ISNUMBER": is_number_spread,
    "NOT": not_spread,
}


def compile_column(node: Node) -> Callable[[Cells, int], list[Value]]:
    """Prepare a formula for calculation in all rows of its table.

    Args:
        node: the formula.

    Returns:
        A function of (cells, height) that gives what the formula shows in each of the table's `height` body rows, errors
        included; a reference to a blank cell shows 0.

    Raises:
        FormulaError: no value can be calculated for some part.
    """
    spread = _compiled(node)

    def column(cells: Cells, height: int) -> list[Value]:
        rows = range(height)
        try:
            values = spread(cells, rows) if rows else ()
        except ErrorCellError:
            single = compile_part(node)
            values = [shown(single, cells, row) for row in rows]
        return [0 if value is None else value for value in values]

    return column


def _compiled(node: Node) -> Spread:
    if not _varies(node):
        return _same(compile_part(node))
    if isinstance(node, Cell):
        return _cell(node)
    if isinstance(node, Binary):
        return binary_spread(node, _compiled)
    if isinstance(node, Call) and node.function in _BUILDERS and _is_plain(node):
        return _BUILDERS[node.function](node, _compiled)
    return _row_by_row(compile_part(node))


def _is_plain(node: Call) -> bool:
    """Whether each argument is one value in each row; ISNUMBER sees an error inside as such, so it takes a cell only."""
    if node.function == "ISNUMBER":
        return isinstance(node.arguments[0], Cell)
    return node.function in CONDITIONAL or not any(isinstance(argument, Column) for argument in node.arguments)


def _varies(node: Node) -> bool:
    """Whether a part may differ from row to row."""
    if isinstance(node, Binary):
        return _varies(node.left) or _varies(node.right)
    if isinstance(node, Call):
        return any(map(_varies, node.arguments))
    return isinstance(node, Cell | Position)


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
