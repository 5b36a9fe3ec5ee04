"""A metric made of metrics: it reads the cells of its parts, so that each is calculated in one place only."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from opsbook.metrics.expr import Expr, Total
from opsbook.model.records.metric import Metric


def in_terms_of(expr: Expr, names: Iterable[str], metrics: Mapping[str, Metric]) -> Expr:
    """Put metrics in the place of the expressions that define them.

    Args:
        expr: a metric's expression.
        names: ids of metrics whose values are known; other names are passed over.
        metrics: every metric by its id.

    Returns:
        The expression, with a total of the metric's id wherever one of them occurs.
    """
    named = {metrics[name].expr: name for name in names if name in metrics}
    return _named(expr, named)


def _named(expr: Expr, named: dict[Expr, str]) -> Expr:
    if expr in named:
        return Total(named[expr])
    parts = {part.name: getattr(expr, part.name) for part in fields(expr)}  # type: ignore[arg-type]
    changed = {name: _named(part, named) for name, part in parts.items() if isinstance(part, Expr)}
    return replace(expr, **changed)  # type: ignore[type-var]
