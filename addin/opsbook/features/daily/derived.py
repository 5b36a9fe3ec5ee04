"""Metrics of the daily sheet written over cells that hold their parts, wherever such cells stand."""

from opsbook.features.daily.metrics import METRIC
from opsbook.formulas.node import Node
from opsbook.metrics.derived import in_terms_of
from opsbook.metrics.formula import over_cells


def derived(name: str, **cells: Node) -> Node:
    """Write a metric as a formula over cells that show a number or "".

    Args:
        name: id of the metric.
        cells: by id of a field or of a metric inside it, the cell that holds its value, in the order of checking.

    Returns:
        A formula that shows "" where a cell holds no number or a divisor is zero.
    """
    return over_cells(in_terms_of(METRIC[name].expr, cells, METRIC), cells)


def attainment(reached: Node, goal: Node) -> Node:
    """How much of a goal is reached, both in the measure goals are set in: paid, or net of refunds."""
    return derived("attainment", gmv=reached, goal=goal)
