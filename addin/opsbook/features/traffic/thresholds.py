"""The thresholds a new workbook starts with. Only defaults: every one is a row the operator edits."""

from opsbook.model.departments import OPERATIONS
from opsbook.model.language import Label
from opsbook.model.threshold import Threshold

THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("cvr", "source", OPERATIONS, Label("低于红线的来源减少投入，高的多给流量", "move spend to sources above the line")),
    Threshold("uv_value", "source", OPERATIONS, Label("访客价值低的来源先查人群是否对口", "check the audience of weak sources")),
)  # fmt: skip
