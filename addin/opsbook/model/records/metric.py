"""One figure the operator steers by."""

from dataclasses import dataclass
from typing import Any

from opsbook.model.language import Label
from opsbook.model.units import Direction, Unit

NOTHING = Label("", "")


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure the operator steers by.

    Args:
        id: name in code, worksheet functions and settings.
        label: name in the workbook.
        unit: what one value is measured in; rates are 0 to 1.
        direction: which way is better.
        expr: how it is made of totals, an expression of `opsbook.metrics`.
        source: where its fields come from.
        note: what to know before reading it.
        since: version of its feature that brought it.
    """

    id: str
    label: Label
    unit: Unit
    direction: Direction
    expr: Any
    source: str
    note: Label = NOTHING
    since: int = 1


SYCM = "生意参谋 (Taobao/Tmall Business Advisor)"

ADS = "万相台 (Alimama promotion reports)"

OPERATOR = "the operator's own columns"
