"""A formula as the value it shows, with Excel's own semantics."""

from collections.abc import Callable
from typing import Any

from opsbook.errors import FormulaError
from opsbook.formulas import arrays, conditional, logic, ranges, scalars
from opsbook.formulas.cells import Cells, Reading
from opsbook.formulas.node import Binary, Call, Cell, Column, Literal, Name, Node, Position
from opsbook.formulas.operators import operation
from opsbook.formulas.text import show
from opsbook.vocabulary.values import Value

_BUILDERS = {
    **dict.fromkeys(scalars.NUMERIC, scalars.numeric),
    **dict.fromkeys(scalars.TEXTUAL, scalars.textual),
    **dict.fromkeys(ranges.AGGREGATES, ranges.aggregate),
    **dict.fromkeys(conditional.CONDITIONAL, conditional.conditional),
    **dict.fromkeys(("LARGE", "SMALL"), ranges.ranked),
    **dict.fromkeys(logic.JUNCTIONS, logic.junction),
    "CHOOSE": logic.choose,
    "COUNTA": ranges.count_all,
    "IF": logic.if_,
    "INDEX": ranges.index,
    "ISNUMBER": logic.is_number_,
    "MATCH": ranges.match,
    "NOT": logic.not_,
    "ROWS": ranges.height,
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
    part = compile_part(node)

    def reading(cells: Cells, row: int) -> Value:
        shown = part(cells, row)
        return 0 if shown is None else shown

    return reading


def compile_part(node: Node) -> Reading:
    """Prepare a part of a formula; a reference to a blank cell is blank."""
    build = _COMPILERS.get(type(node))
    if build is None:
        raise FormulaError("formula-unreadable", formula=type(node).__name__)
    return build(node)


def _literal(node: Literal) -> Reading:
    value = node.value
    return lambda _cells, _row: value


def _name(node: Name) -> Reading:
    name = node.name
    return lambda cells, _row: cells.name(name)


def _cell(node: Cell) -> Reading:
    table, column = node.table, node.column
    return lambda cells, row: cells.column(table, column)[row]


def _column(node: Column) -> Reading:
    raise FormulaError("formula-unreadable", formula=show(node))


def _position(node: Position) -> Reading:
    del node
    return lambda _cells, row: row + 1


def _binary(node: Binary) -> Reading:
    left, right, apply = compile_part(node.left), compile_part(node.right), operation(node)
    return lambda cells, row: apply(left(cells, row), right(cells, row))


def _call(node: Call) -> Reading:
    if node.function not in _BUILDERS:
        raise FormulaError("formula-function", function=node.function)
    return _BUILDERS[node.function](node, compile_part)


# A table and not singledispatch for the reason given in text.py.
_COMPILERS: dict[type[Node], Callable[[Any], Reading]] = {
    Literal: _literal,
    Name: _name,
    Cell: _cell,
    Column: _column,
    Position: _position,
    Binary: _binary,
    Call: _call,
}
