"""Words of a threshold row."""

from opsbook.model.language import Label
from opsbook.model.units import Unit

UNIT_WORD: dict[Unit, Label] = {
    Unit.COUNT: Label("个", "count"),
    Unit.AMOUNT: Label("元", "yuan"),
    Unit.PRICE: Label("元", "yuan"),
    Unit.RATE: Label("%", "%"),
    Unit.CONVERSION: Label("%", "%"),
    Unit.RATIO: Label("倍", "times"),
    Unit.SECONDS: Label("秒", "seconds"),
    Unit.HOURS: Label("小时", "hours"),
    Unit.SCORE: Label("分", "points"),
}
"""The unit of a threshold row."""
