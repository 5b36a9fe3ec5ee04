"""A metric over days as a formula: ratios of sums, means of what has no sum."""

from opsbook.features.daily.metrics import METRIC
from opsbook.formulas.node import Column, Name, Node, Operand, when
from opsbook.metrics.formula import formula
from opsbook.metrics.refer import Days, matching
from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang


def over_days(catalog: Catalog, name: str, start: Node, end: Node) -> Node:
    """A metric over days: a ratio of sums, never a mean of ratios."""
    if name in catalog.metrics and name not in catalog.fields:
        rows = matching(catalog, "ShopDay", start, None if start is end else end)
        return formula(catalog.metrics[name].expr, rows)
    dates = Column("ShopDay", "date")
    span: tuple[Operand, ...] = (dates, start) if start is end else (dates, ">=" & start, dates, "<=" & end)
    days = Days(catalog, "ShopDay", name, span)
    return when(days.count().equals(0), "", days.mean())


def is_net(lang: Lang) -> Node:
    """Whether goals are set in what remains after refunds, as Settings say."""
    return Name("goal_metric").equals(METRIC["net_gmv"].label[lang])
