"""A formula as the value it shows, with Excel's own semantics."""

from functools import singledispatch

from opsbook.errors import FormulaError
from opsbook.formulas import arrays, conditional, logic, ranges, scalars
from opsbook.formulas.cells import Cells, Reading
from opsbook.formulas.node import Binary, Call, Cell, Column, Literal, Name, Node
from opsbook.formulas.operators import operation
from opsbook.formulas.text import show
from opsbook.vocabulary.values import Value

_BUILDERS = {
    **dict.fromkeys(scalars.NUMERIC, scalars.numeric),
    **dict.fromkeys(scalars.TEXTUAL, scalars.textual),
    **dict.fromkeys(ranges.AGGREGATES, ranges.aggregate),
    **dict.fromkeys(("SUMIFS", "COUNTIFS", "AVERAGEIFS"), conditional.conditional),
    **dict.fromkeys(("LARGE", "SMALL"), ranges.ranked),
    "AND": logic.and_,
    "CHOOSE": logic.choose,
    "COUNTA": ranges.count_all,
    "IF": logic.if_,
    "INDEX": ranges.index,
    "ISNUMBER": logic.is_number_,
    "MATCH": ranges.match,
    "NOT": logic.not_,
    "OR": logic.or_,
    "SUBTOTAL": ranges.subtotal,
    "SUMPRODUCT": arrays.sumproduct,
}


def compile_value(node: Node) -> Reading:
    """Prepare a formula for calculation in many rows.

    Args:
        node: the formula.

    Returns:
        A function of (cells, row) that gives what the cell shows: `row` counts the body rows of the formula's own
        table from 0; a reference to a blank cell shows 0. It raises FormulaError where the cell would show an error:
        formulas of a plan must not.

    Raises:
        FormulaError: no value can be calculated for some part.

    >>> compile_value(Literal(1) / 4)(None, 0)
    0.25
    """
    part = _compiled(node)

    def reading(cells: Cells, row: int) -> Value:
        shown = part(cells, row)
        return 0 if shown is None else shown

    return reading


@singledispatch
def _compiled(node: Node) -> Reading:
    raise FormulaError("formula-unreadable", formula=type(node).__name__)


@_compiled.register
def _(node: Literal) -> Reading:
    value = node.value
    return lambda _cells, _row: value


@_compiled.register
def _(node: Name) -> Reading:
    name = node.name
    return lambda cells, _row: cells.name(name)


@_compiled.register
def _(node: Cell) -> Reading:
    table, column = node.table, node.column
    return lambda cells, row: cells.column(table, column)[row]


@_compiled.register
def _(node: Column) -> Reading:
    raise FormulaError("formula-unreadable", formula=show(node))


@_compiled.register
def _(node: Binary) -> Reading:
    left, right, apply = _compiled(node.left), _compiled(node.right), operation(node)
    return lambda cells, row: apply(left(cells, row), right(cells, row))


@_compiled.register
def _(node: Call) -> Reading:
    if node.function not in _BUILDERS:
        raise FormulaError("formula-function", function=node.function)
    return _BUILDERS[node.function](node, _compiled)
