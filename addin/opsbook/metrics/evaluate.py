"""A metric as a number, from totals that are already added up."""

import math
import operator
from collections.abc import Callable, Mapping
from functools import singledispatch

from opsbook.metrics.expr import Constant, Difference, Expr, FirstKnown, Product, Ratio, Setting, Sum, Total
from opsbook.model.errors import FormulaError

Totals = Mapping[str, float | None]


@singledispatch
def evaluate(expr: Expr, totals: Totals) -> float | None:
    """Calculate a metric from totals.

    Args:
        expr: the metric's expression.
        totals: value by field id (and `cost_rate`), added up over the rows in question; absent or None is unknown.

    Returns:
        The value, or None where an operand is missing, a divisor is zero or a step goes beyond the largest number.

    >>> evaluate(Ratio(Total("buyers"), Total("visitors")), {"buyers": 3, "visitors": 100})
    0.03
    """
    del totals
    raise FormulaError("formula-unreadable", formula=type(expr).__name__)


@evaluate.register
def _(expr: Total, totals: Totals) -> float | None:
    return totals.get(expr.field)


@evaluate.register
def _(expr: Setting, totals: Totals) -> float | None:
    return totals.get(expr.name)


@evaluate.register
def _(expr: Constant, totals: Totals) -> float | None:
    del totals
    return expr.number


@evaluate.register
def _(expr: Sum, totals: Totals) -> float | None:
    return _known(operator.add, expr.left, expr.right, totals)


@evaluate.register
def _(expr: Difference, totals: Totals) -> float | None:
    return _known(operator.sub, expr.left, expr.right, totals)


@evaluate.register
def _(expr: Product, totals: Totals) -> float | None:
    return _known(operator.mul, expr.left, expr.right, totals)


@evaluate.register
def _(expr: Ratio, totals: Totals) -> float | None:
    over, under = evaluate(expr.over, totals), evaluate(expr.under, totals)
    if over is None or under is None or under == 0 or (expr.positive and under < 0):
        return None
    return _counted(over / under)


@evaluate.register
def _(expr: FirstKnown, totals: Totals) -> float | None:
    first = evaluate(expr.first, totals)
    return evaluate(expr.second, totals) if first is None else first


def _known(combine: Callable[[float, float], float], left: Expr, right: Expr, totals: Totals) -> float | None:
    one, other = evaluate(left, totals), evaluate(right, totals)
    return None if one is None or other is None else _counted(combine(one, other))


def _counted(number: float) -> float | None:
    """A step's result; beyond 1.8E+308 it is no number to a spreadsheet, and what follows must not make one of it."""
    return number if math.isfinite(number) else None
