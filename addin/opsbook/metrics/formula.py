"""A metric as a worksheet formula. When a metric is empty is decided here and nowhere else.

Empty means: an operand is missing, or a divisor is zero. Native Excel shows "" then, never 0 and never an error.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import TypeVar

from opsbook.formulas.node import Binary, Call, Literal, Name, Node, both, call, either, is_num, when
from opsbook.metrics.expr import Constant, Difference, Expr, FirstKnown, Product, Ratio, Setting, Sum, Total
from opsbook.metrics.refer import Refer, given
from opsbook.model.errors import FormulaError

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a formula and what must hold before it may be calculated.

    Args:
        node: the arithmetic.
        fields: operands that must be known.
        settings: named cells that must hold a number.
        choices: parts that are themselves "" when unknown.
        guards: conditions, each safe once those before it are false, of which none may be true.
        risky: whether the arithmetic shows an error unless everything before it was checked.
    """

    node: Node
    fields: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    choices: tuple[Node, ...] = ()
    guards: tuple[tuple[Node, bool], ...] = ()
    risky: bool = False


def formula(expr: Expr, refer: Refer) -> Node:
    """Write a metric as a formula.

    Args:
        expr: the metric's expression.
        refer: how its totals are referred to: `same_row`, `matching` or `filtered`.

    Returns:
        A formula that shows "" where an operand is missing or a divisor is zero.

    Raises:
        FormulaError: a field cannot be added up over those rows.
    """
    return _guarded(_part(expr, refer), refer)


def over_cells(expr: Expr, cells: Mapping[str, Node]) -> Node:
    """Write a metric over cells that show a number or "": other formulas, on any sheet.

    Args:
        expr: the metric's expression.
        cells: what to read for each of its totals, in the order in which they are checked.

    Returns:
        A formula that shows "" where a cell holds no number or a divisor is zero.

    Raises:
        FormulaError: no cell is given for a total, or the expression chooses or reads settings: give it the chosen cell.
    """
    part = _part(expr, given(cells))
    if part.settings or part.choices:
        raise FormulaError("formula-unwritable", formula=type(expr).__name__)
    shown = part.node
    for guard, _ in reversed(part.guards):
        shown = when(guard, "", shown)
    known = [is_num(cell) for name, cell in cells.items() if name in part.fields]
    return when(known[0] if len(known) == 1 else both(*known), shown)


def _guarded(part: _Part, refer: Refer) -> Node:
    """The missing rule: `IF(OR(COUNT(operands)<n,under=0),"",over/under)`."""
    missing = (
        refer.missing(part.fields, part.settings)
        if part.fields
        else tuple(call("NOT", is_num(Name(name))) for name in part.settings)
    )
    first = [*missing, *(call("COUNT", choice).equals(0) for choice in part.choices)]
    first += [guard for guard, risky in part.guards if not risky]
    shown = part.node
    for guard, risky in reversed(part.guards):
        if risky:  # OR calculates all its parts, so such a guard waits for its own IF
            shown = when(guard, "", shown)
    if not first:
        return shown
    return when(first[0] if len(first) == 1 else either(*first), "", shown)


@singledispatch
def _part(expr: Expr, refer: Refer) -> _Part:
    del refer
    raise FormulaError("formula-unwritable", formula=type(expr).__name__)


@_part.register
def _(expr: Total, refer: Refer) -> _Part:
    total = refer.total(expr.field)
    return _Part(total, fields=(expr.field,), risky=_is_mean(total))


def _is_mean(total: Node) -> bool:
    """A mean of nothing is #DIV/0!, a sum of nothing is 0."""
    if isinstance(total, Binary):
        return total.operator == "/"
    return isinstance(total, Call) and (total.function == "AVERAGEIFS" or total.arguments[0] == Literal(101))


@_part.register
def _(expr: Setting, refer: Refer) -> _Part:
    del refer
    return _Part(Name(expr.name), settings=(expr.name,))


@_part.register
def _(expr: Constant, refer: Refer) -> _Part:
    del refer
    return _Part(Literal(expr.number))


@_part.register
def _(expr: Sum, refer: Refer) -> _Part:
    left, right = _part(expr.left, refer), _part(expr.right, refer)
    return _joined(left.node + right.node, left, right)


@_part.register
def _(expr: Difference, refer: Refer) -> _Part:
    left, right = _part(expr.left, refer), _part(expr.right, refer)
    return _joined(left.node - right.node, left, right)


@_part.register
def _(expr: Product, refer: Refer) -> _Part:
    left, right = _part(expr.left, refer), _part(expr.right, refer)
    return _joined(left.node * right.node, left, right)


@_part.register
def _(expr: Ratio, refer: Refer) -> _Part:
    over, under = _part(expr.over, refer), _part(expr.under, refer)
    empty = under.node <= 0 if expr.positive else under.node.equals(0)
    return _joined(over.node / under.node, over, under, guard=(empty, under.risky))


@_part.register
def _(expr: FirstKnown, refer: Refer) -> _Part:
    if not isinstance(expr.first, Total):
        raise FormulaError("formula-unwritable", formula=type(expr.first).__name__)
    choice = refer.known_or(expr.first.field, _guarded(_part(expr.second, refer), refer))
    return _Part(choice, choices=(choice,), risky=True)


def _joined(node: Node, left: _Part, right: _Part, guard: tuple[Node, bool] | None = None) -> _Part:
    guards = (*left.guards, *right.guards, *((guard,) if guard else ()))
    return _Part(
        node,
        _once(left.fields + right.fields),
        _once(left.settings + right.settings),
        _once(left.choices + right.choices),
        _once(guards),
        left.risky or right.risky or guard is not None,
    )


def _once(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
    return tuple(dict.fromkeys(items))
