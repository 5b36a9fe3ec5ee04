"""Operators and functions of truth on columns of values; each does what its row-by-row sibling does."""

import operator
from collections.abc import Callable, Sequence
from itertools import compress
from math import isfinite
from typing import TypeAlias

from opsbook.formulas.cells import Cells, CompileSpread, Rows, Spread, Values
from opsbook.formulas.coerce import NEARLY, PLAIN, number
from opsbook.formulas.functions.logic import JUNCTIONS, judging, truth
from opsbook.formulas.functions.ranges import is_reference
from opsbook.formulas.functions.scalars import NUMERIC, on_numbers
from opsbook.formulas.node import Binary, Call
from opsbook.formulas.operators import COMPARISONS, operation

Numbers: TypeAlias = Sequence[float]

_BOOLS = frozenset({bool})
_OR_BLANK = PLAIN | {type(None)}


def binary_spread(node: Binary, compiled: CompileSpread) -> Spread:
    """Compile an operator; columns of nothing but numbers and blanks take a short way."""
    left, right, apply, short = compiled(node.left), compiled(node.right), operation(node), _SHORT.get(node.operator)

    def spread(cells: Cells, rows: Rows) -> Values:
        one, other = left(cells, rows), right(cells, rows)
        if short and (figures := _figures(one)) is not None and (others := _figures(other)) is not None:
            try:
                values = short(figures, others)
            except ArithmeticError:  # the long way finds the row
                values = [float("nan")]
            if all(map(isfinite, values)):
                return values
        return list(map(apply, one, other))

    return spread


def _figures(values: Values) -> Numbers | None:
    """A column as numbers, blank cells as 0; None where something else stands in it."""
    types = set(map(type, values))
    if types <= PLAIN:
        return values  # type: ignore[return-value]
    return [value or 0 for value in values] if types <= _OR_BLANK else None  # type: ignore[misc]


def _only(types: frozenset[type], values: Values) -> bool:
    return types.issuperset(map(type, values))


def _difference(left: Numbers, right: Numbers) -> Numbers:
    return [0 if a == b or abs(a - b) < abs(a) * NEARLY else a - b for a, b in zip(left, right, strict=True)]


def _comparison(sign: str) -> Callable[[Numbers, Numbers], Sequence[bool]]:
    holds = COMPARISONS[sign]
    equal = holds(0, 0)

    def compare(left: Numbers, right: Numbers) -> Sequence[bool]:
        pairs = zip(left, right, strict=True)
        return [equal if a == b or abs(a - b) < abs(a) * NEARLY else holds(a, b) for a, b in pairs]

    return compare


_SHORT: dict[str, Callable[[Numbers, Numbers], Sequence[float]]] = {
    "+": lambda left, right: _difference(left, [-value for value in right]),
    "-": _difference,
    "*": lambda left, right: list(map(operator.mul, left, right)),
    "/": lambda left, right: list(map(operator.truediv, left, right)),
    **{sign: _comparison(sign) for sign in COMPARISONS},
}


def if_spread(node: Call, compiled: CompileSpread) -> Spread:
    """Compile IF; each branch is calculated in the rows that show it."""
    condition, then, otherwise = (compiled(argument) for argument in node.arguments)

    def spread(cells: Cells, rows: Rows) -> Values:
        holds = _truths(node, condition(cells, rows))
        chosen = list(compress(rows, holds))
        if len(chosen) in {0, len(rows)}:
            return (then if chosen else otherwise)(cells, rows)
        others = [row for row, held in zip(rows, holds, strict=True) if not held]
        yes, no = iter(then(cells, chosen)), iter(otherwise(cells, others))
        return [next(yes) if held else next(no) for held in holds]

    return spread


def _truths(node: Call, values: Values) -> Sequence[bool]:
    return values if _only(_BOOLS, values) else [truth(node, value) for value in values]  # type: ignore[return-value]


def junction_spread(node: Call, compiled: CompileSpread) -> Spread:
    """Compile AND or OR."""
    parts = [compiled(argument) for argument in node.arguments]
    combine, judge = JUNCTIONS[node.function], judging(node)

    def spread(cells: Cells, rows: Rows) -> Values:
        columns = [part(cells, rows) for part in parts]
        if all(_only(_BOOLS, values) for values in columns):
            return list(map(combine, zip(*columns, strict=True)))
        return list(map(judge, zip(*columns, strict=True)))

    return spread


def not_spread(node: Call, compiled: CompileSpread) -> Spread:
    """Compile NOT."""
    part = compiled(node.arguments[0])
    return lambda cells, rows: [not held for held in _truths(node, part(cells, rows))]


def is_number_spread(node: Call, compiled: CompileSpread) -> Spread:
    """Compile ISNUMBER of a cell."""
    part = compiled(node.arguments[0])
    return lambda cells, rows: _numbers(part(cells, rows))


def _numbers(values: Values) -> list[bool]:
    return list(map(PLAIN.__contains__, map(type, values)))


def count_spread(node: Call, compiled: CompileSpread) -> Spread:
    """Compile COUNT of single cells and values."""
    parts = [(compiled(argument), is_reference(argument)) for argument in node.arguments]

    def spread(cells: Cells, rows: Rows) -> Values:
        seen = [(part(cells, rows), cell) for part, cell in parts]
        known = [_numbers(values) if cell else [number(value) is not None for value in values] for values, cell in seen]
        return list(map(sum, zip(*known, strict=True)))

    return spread


def numeric_spread(node: Call, compiled: CompileSpread) -> Spread:
    """Compile a function whose arguments are all numbers."""
    parts, function = [compiled(argument) for argument in node.arguments], NUMERIC[node.function]

    def spread(cells: Cells, rows: Rows) -> Values:
        columns = [part(cells, rows) for part in parts]
        return [on_numbers(node, function, values) for values in zip(*columns, strict=True)]

    return spread
