"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.language import Label
from opsbook.model.records.function import DIAGNOSIS, Function, given

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_METRIC", Label("任意指标：先合计各列，再相除，不是比率的平均。", "Any metric of a table: a ratio of sums, never a mean of ratios."), (
        given("metric_id", "指标代号或名称，例如 cvr 或「支付转化率」", "id or name of a metric, such as cvr"),
        given("data", "一片带表头的区域，每天一行", "a range with its header row, one row per day"),
    ), DIAGNOSIS, run="opsbook.features.daily.metric_table:OPS_METRIC"),
)  # fmt: skip
