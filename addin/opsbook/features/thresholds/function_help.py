"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.language import Label
from opsbook.model.records.function import DIAGNOSIS, Function, given, maybe

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_STATUS", Label("一个值的灯：▲ 达标、● 留意、▼ 未达。", "The light of a value: met, near or low."), (
        given("value", "指标的值，一格或一列", "values of the metric: one cell or a range"),
        given("metric_id", "指标代号或名称，例如 refund_rate", "id or name of a metric, such as refund_rate"),
        maybe("thresholds", "绿线、红线两格，或「阈值」整张表（含表头）；默认用内置界线", "two cells, green and red line, or the Thresholds table with its headers; built-in lines by default"),
    ), DIAGNOSIS, run="opsbook.features.thresholds.functions:OPS_STATUS"),
)  # fmt: skip
