"""A metric over days as a formula: ratios of sums, means of what has no sum."""

from opsbook.features.daily.fields import FIELD
from opsbook.features.daily.metrics import METRIC
from opsbook.formulas.node import Column, Node, call, when
from opsbook.metrics.formula import formula
from opsbook.metrics.refer import matching


def over_days(name: str, start: Node, end: Node) -> Node:
    """A metric over days: a ratio of sums, never a mean of ratios."""
    if name in METRIC and name not in FIELD:
        return formula(METRIC[name].expr, matching("ShopDay", start, None if start is end else end))
    dates, values = Column("ShopDay", "date"), Column("ShopDay", name)
    span = (dates, start) if start is end else (dates, ">=" & start, dates, "<=" & end)
    found = call("COUNTIFS", *span, values, ">=-1E+300")
    return when(found.equals(0), "", call("AVERAGEIFS", values, *span))
