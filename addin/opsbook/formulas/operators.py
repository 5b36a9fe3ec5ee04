"""The operators + - * / & and the comparisons, on values."""

import operator
from collections.abc import Callable

from opsbook.formulas.cells import error_cell
from opsbook.formulas.coerce import compare, joined, number, subtract
from opsbook.formulas.node import Binary
from opsbook.vocabulary.values import Value

ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": lambda left, right: subtract(left, -right),
    "-": subtract,
    "*": operator.mul,
    "/": operator.truediv,
}
_COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def apply(node: Binary, left: Value, right: Value) -> Value:
    """Two values under an operator; a text in arithmetic and a division by zero are error cells."""
    if node.operator == "&":
        return joined(left) + joined(right)
    if node.operator in _COMPARISONS:
        return _COMPARISONS[node.operator](compare(left, right), 0)
    one, other = number(left), number(right)
    if one is None or other is None:
        raise error_cell(node, "#VALUE!", left if one is None else right)
    if node.operator == "/" and other == 0:
        raise error_cell(node, "#DIV/0!", left)
    return ARITHMETIC[node.operator](one, other)
