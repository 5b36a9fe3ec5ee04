"""The operators + - * / & and the comparisons, on values."""

import operator
from collections.abc import Callable
from math import isfinite

from opsbook.formulas.cells import error_cell, refuse_errors
from opsbook.formulas.coerce import NEARLY, PLAIN, compare, joined, number, subtract
from opsbook.formulas.node import Binary
from opsbook.model.values import Value

ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": lambda left, right: subtract(left, -right),
    "-": subtract,
    "*": operator.mul,
    "/": operator.truediv,
}
COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def operation(node: Binary) -> Callable[[Value, Value], Value]:
    """Prepare an operator; a text in arithmetic, a division by zero and an overflow are error cells."""
    if node.operator == "&":
        return _joining(node)
    return _comparison(node) if node.operator in COMPARISONS else _arithmetic(node)


def _joining(node: Binary) -> Callable[[Value, Value], str]:
    def apply(left: Value, right: Value) -> str:
        refuse_errors(node, (left, right))
        return joined(left) + joined(right)

    return apply


def _comparison(node: Binary) -> Callable[[Value, Value], bool]:
    holds = COMPARISONS[node.operator]
    equal = holds(0, 0)

    def apply(left: Value, right: Value) -> bool:
        if type(left) in PLAIN and type(right) in PLAIN:
            # `nearly`, spelled out: most cells that are compared are numbers
            same = left == right or abs(left - right) < abs(left) * NEARLY  # type: ignore[operator, arg-type]
            return equal if same else holds(left, right)  # type: ignore[arg-type]
        if type(left) is str and type(right) is str:
            return holds(left.lower(), right.lower())  # type: ignore[arg-type]
        refuse_errors(node, (left, right))
        return holds(compare(left, right), 0)

    return apply


def _arithmetic(node: Binary) -> Callable[[Value, Value], Value]:
    calculate, divides = ARITHMETIC[node.operator], node.operator == "/"

    def apply(left: Value, right: Value) -> Value:
        one, other = number(left), number(right)
        if one is None or other is None:
            raise error_cell(node, "#VALUE!", left if one is None else right)
        if divides and other == 0:
            raise error_cell(node, "#DIV/0!", left)
        result = calculate(one, other)
        if not isfinite(result):
            raise error_cell(node, "#NUM!", left)
        return result

    return apply
