"""Every number of the day shown that a card or a threshold may ask for, as the table CalcMetric."""

from opsbook.book.kit.calc_table import calc_drawing
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.table import Drawing
from opsbook.features.daily.days import over_days
from opsbook.features.daily.tables import CALC_METRIC
from opsbook.features.frame.reading import HAS_DAY, PAST_WEEK, THE_DAY, of_day
from opsbook.formulas.node import Column, Literal, Node, when
from opsbook.metrics.refer import Days
from opsbook.model.catalog import Catalog
from opsbook.model.reference import resolve

# a day without a typed cost falls back to the cost rate: sums of a week would mix both; attainment is not a mean
NO_WEEK = {"gross_margin", "net_margin", "uv_profit", "breakeven_roi", "attainment"}

LOOKED_UP = {"attainment", "goal", "target_cvr", "target_aov"}  # their row already knows


def table(draft: Draft) -> Drawing:
    """Base fields of the shop's day, then metrics, then what else thresholds judge."""
    widths = {"key": 120, "metric": 132}
    return calc_drawing(CALC_METRIC, _nodes(draft), _rows(draft), {}, widths)


def metric_names(catalog: Catalog) -> tuple[str, ...]:
    """Every number of a day that a threshold or a card may ask for: base fields of the shop's day, then metrics."""
    shop = catalog.tables["ShopDay"]
    fields = tuple(column.id for column in shop.columns if column.unit.is_number and column.id in catalog.fields)
    return tuple(dict.fromkeys((*fields, *shop.metrics)))


def _rows(draft: Draft) -> tuple[tuple[str | None, ...], ...]:
    names = (*metric_names(draft.catalog), *draft.catalog.judged)
    return tuple((name, draft.catalog.label_of(name)[draft.lang], None, None, None, None) for name in names)


def _nodes(draft: Draft) -> dict[str, Node | tuple[Node, ...]]:
    names, judged = metric_names(draft.catalog), draft.catalog.judged.values()
    not_compared = (Literal(""),) * len(judged)
    catalog = draft.catalog
    return {
        "value": (*(_on(catalog, name, THE_DAY) for name in names), *(resolve(one.node)(draft) for one in judged)),
        "previous": (*(_on(catalog, name, THE_DAY - 1) for name in names), *not_compared),
        "week_ago": (*(_on(catalog, name, THE_DAY - 7) for name in names), *not_compared),
        "mean7": (*(_mean7(catalog, name) for name in names), *not_compared),
    }


def _on(catalog: Catalog, name: str, day: Node) -> Node:
    """One day's figure: ratios from the day's totals, base fields as they stand."""
    if name in LOOKED_UP:
        return when(HAS_DAY, of_day("ShopDay", name, day))
    return when(HAS_DAY, over_days(catalog, name, day, day))


def _mean7(catalog: Catalog, name: str) -> Node:
    """The 7 days before: ratios of sums; amounts and counts as the mean of the days that have one."""
    if name in NO_WEEK:
        return Literal("")
    additive = name in catalog.fields or name == "net_gmv"
    if not additive:
        return when(HAS_DAY, over_days(catalog, name, *PAST_WEEK))
    dates = Column("ShopDay", "date")
    days = Days(catalog, "ShopDay", name, (dates, ">=" & PAST_WEEK[0], dates, "<=" & PAST_WEEK[1]))
    return when(HAS_DAY, when(days.count().equals(0), "", days.mean()))
