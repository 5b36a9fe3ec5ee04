"""A metric over days as a formula: ratios of sums, means of what has no sum."""

from opsbook.features.daily.metrics import METRIC
from opsbook.formulas.node import Column, Name, Node, call, when
from opsbook.metrics.formula import formula
from opsbook.metrics.refer import matching
from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang


def over_days(catalog: Catalog, name: str, start: Node, end: Node) -> Node:
    """A metric over days: a ratio of sums, never a mean of ratios."""
    if name in catalog.metrics and name not in catalog.fields:
        rows = matching(catalog, "ShopDay", start, None if start is end else end)
        return formula(catalog.metrics[name].expr, rows)
    dates, values = Column("ShopDay", "date"), Column("ShopDay", name)
    span = (dates, start) if start is end else (dates, ">=" & start, dates, "<=" & end)
    found = call("COUNTIFS", *span, values, ">=-1E+300")
    return when(found.equals(0), "", call("AVERAGEIFS", values, *span))


def is_net(lang: Lang) -> Node:
    """Whether goals are set in what remains after refunds, as Settings say."""
    return Name("goal_metric").equals(METRIC["net_gmv"].label[lang])
