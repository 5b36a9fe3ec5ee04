"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.language import Label
from opsbook.model.records.function import DECISIONS, Function

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_VERSION", Label("OpsBook 的版本号。", "OpsBook's version."), (), DECISIONS, run="opsbook.features.frame.functions:OPS_VERSION"),
)  # fmt: skip
