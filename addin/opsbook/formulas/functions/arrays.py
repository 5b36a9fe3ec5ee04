"""SUMPRODUCT, and the column arithmetic inside it."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TypeAlias

from opsbook.formulas.cells import Cells, Compile, Reading, added, refuse_errors
from opsbook.formulas.functions.largest import largest_product
from opsbook.formulas.functions.scalars import NUMERIC, on_numbers
from opsbook.formulas.node import Binary, Call, Column, Node
from opsbook.formulas.operators import operation
from opsbook.formulas.text import show
from opsbook.model.errors import FormulaError
from opsbook.model.values import Value, is_number

Spread: TypeAlias = Callable[[Cells, int], Sequence[Value]]
"""A compiled part that gives one value per row of a column."""

_EXTREMES: dict[str, Callable[[Iterable[float]], float]] = {"MAX": max, "MIN": min, "SUM": math.fsum}


def sumproduct(node: Call, compiled: Compile) -> Reading:
    """Compile SUMPRODUCT over one or more columns of equal height."""
    parts = [_spread(argument, compiled) for argument in node.arguments]

    def reading(cells: Cells, row: int) -> Value:
        seen = [part(cells, row) for part in parts]
        refuse_errors(node, chain(*seen))
        columns = [[value if is_number(value) else 0 for value in values] for values in seen]
        return added(node, (math.prod(values) for values in zip(*columns, strict=True)))

    return largest_product(node, compiled, reading)


def _spread(node: Node, compiled: Compile) -> Spread:
    if not _has_column(node):
        single = compiled(node)
        return lambda cells, row: (single(cells, row),)
    if isinstance(node, Column):
        return lambda cells, _row: cells.column(node.table, node.column)
    if isinstance(node, Binary):
        return _binary(node, compiled)
    if isinstance(node, Call) and len(node.arguments) == 1:
        return _call(node, _spread(node.arguments[0], compiled))
    raise FormulaError("formula-unreadable", formula=show(node))


def _binary(node: Binary, compiled: Compile) -> Spread:
    left, right, apply = _spread(node.left, compiled), _spread(node.right, compiled), operation(node)

    def reading(cells: Cells, row: int) -> Sequence[Value]:
        one, other = left(cells, row), right(cells, row)
        height = max(len(one), len(other)) if one and other else 0
        pairs = zip(_tall(one, height), _tall(other, height), strict=True)
        return [apply(a, b) for a, b in pairs]

    return reading


def _call(node: Call, part: Spread) -> Spread:
    if node.function == "ISNUMBER":
        return lambda cells, row: [is_number(value) for value in part(cells, row)]
    if node.function in NUMERIC:
        function = NUMERIC[node.function]
        return lambda cells, row: [on_numbers(node, function, (value,)) for value in part(cells, row)]
    if node.function in _EXTREMES:
        return _extreme(node, part)
    raise FormulaError("formula-unreadable", formula=show(node))


def _extreme(node: Call, part: Spread) -> Spread:
    extreme = _EXTREMES[node.function]

    def reading(cells: Cells, row: int) -> Sequence[Value]:
        values = part(cells, row)
        refuse_errors(node, values)
        figures: list[float] = [value for value in values if is_number(value)]  # type: ignore[misc]
        return (added(node, figures) if node.function == "SUM" else extreme(figures or [0]),)

    return reading


def _tall(values: Sequence[Value], height: int) -> Sequence[Value]:
    """A single value stands beside every row."""
    return values * height if len(values) == 1 and isinstance(values, tuple) else values


def _has_column(node: Node) -> bool:
    """Whether a part gives a column and not one value; look-ups and conditional sums take columns but give a value."""
    if isinstance(node, Binary):
        return _has_column(node.left) or _has_column(node.right)
    if isinstance(node, Call) and (
        node.function in _EXTREMES or node.function in NUMERIC or node.function == "ISNUMBER"
    ):
        return any(_has_column(argument) for argument in node.arguments)
    return isinstance(node, Column)
