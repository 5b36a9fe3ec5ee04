"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.function import DECISIONS, Function
from opsbook.model.language import Label

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_VERSION", Label("OpsBook 的版本号。", "OpsBook's version."), (), DECISIONS, run="opsbook.features.frame.functions:OPS_VERSION"),
)  # fmt: skip
