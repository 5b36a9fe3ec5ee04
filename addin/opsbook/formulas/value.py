"""A formula as the value it shows, with Excel's own semantics."""

from collections.abc import Callable
from typing import Any

from opsbook.formulas.cells import Cells, Compile, Reading
from opsbook.formulas.functions import arrays, conditional, logic, ranges, scalars
from opsbook.formulas.node import Binary, Call, Cell, Column, Literal, Name, Node, Position
from opsbook.formulas.operators import operation
from opsbook.formulas.text import show
from opsbook.model.errors import FormulaError
from opsbook.model.values import Value

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


class Compiler:
    """Compiles parts of formulas; a part that several formulas share is compiled once."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[int, tuple[Node, Reading]] = {}  # the node, too: its number is its own while it lives

    def __call__(self, node: Node) -> Reading:
        """Prepare a part of a formula; a reference to a blank cell is blank."""
        known = self._known.get(id(node))
        if known is None:
            build = _COMPILERS.get(type(node))
            if build is None:
                raise FormulaError("formula-unreadable", formula=type(node).__name__)
            known = self._known[id(node)] = (node, build(node, self))
        return known[1]


def compile_value(node: Node, compiled: Compiler | None = None) -> Reading:
    """Prepare a formula for calculation in many rows.

    Args:
        node: the formula.
        compiled: what compiled other formulas of the workbook; None for a formula by itself.

    Returns:
        A function of (cells, row) that gives what the cell shows: `row` counts the body rows of the formula's own
        table from 0; a reference to a blank cell shows 0. It raises FormulaError where the cell would show an error:
        formulas of a plan must not.

    Raises:
        FormulaError: no value can be calculated for some part.

    >>> compile_value(Literal(1) / 4)(None, 0)
    0.25
    """
    part = (compiled or Compiler())(node)

    def reading(cells: Cells, row: int) -> Value:
        shown = part(cells, row)
        return 0 if shown is None else shown

    return reading


def _literal(node: Literal, _: Compile) -> Reading:
    value = node.value
    return lambda _cells, _row: value


def _name(node: Name, _: Compile) -> Reading:
    name = node.name
    return lambda cells, _row: cells.name(name)


def _cell(node: Cell, _: Compile) -> Reading:
    table, column = node.table, node.column
    return lambda cells, row: cells.column(table, column)[row]


def _column(node: Column, _: Compile) -> Reading:
    raise FormulaError("formula-unreadable", formula=show(node))


def _position(_: Position, __: Compile) -> Reading:
    return lambda _cells, row: row + 1


def _binary(node: Binary, compiled: Compile) -> Reading:
    left, right, apply = compiled(node.left), compiled(node.right), operation(node)
    return lambda cells, row: apply(left(cells, row), right(cells, row))


def _call(node: Call, compiled: Compile) -> Reading:
    if node.function not in _BUILDERS:
        raise FormulaError("formula-function", function=node.function)
    return _BUILDERS[node.function](node, compiled)


# A table and not singledispatch for the reason given in text.py.
_COMPILERS: dict[type[Node], Callable[[Any, Compile], Reading]] = {
    Literal: _literal,
    Name: _name,
    Cell: _cell,
    Column: _column,
    Position: _position,
    Binary: _binary,
    Call: _call,
}
