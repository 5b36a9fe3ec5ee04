"""Formulas that read goals: their measure, months, and days without any."""

from opsbook.features.daily.days import is_net
from opsbook.features.frame.reading import HAS_DAY, MONTH_START, THE_DAY, _of, total
from opsbook.formulas.node import Column, Node, call, either, is_num, when
from opsbook.model.language import LANGS, Lang


def of_month(column: str, month: Node = MONTH_START) -> Node:
    """A figure of the month table for the month of the day shown."""
    return _of("GoalMonth", column, "month", month)


def earned(start: Node, end: Node) -> Node:
    """What counts towards the goal from a day to a day, of last year too, which has no rows of goals."""
    goals = total("GoalDay", "actual", start, end)
    net = either(*(is_net(lang) for lang in LANGS))
    sold = when(net, total("ShopDay", "net_gmv", start, end), total("ShopDay", "gmv", start, end))
    return when(is_num(goals), goals, sold)


def has_goals() -> Node:
    """Whether the day shown lies in a year this book has goals for."""
    return call("COUNTIFS", Column("GoalDay", "date"), THE_DAY) > 0


def no_goals(lang: Lang) -> Node:
    """Words for a day of another year than the book's, and for no day at all."""
    year = call("YEAR", THE_DAY)
    if lang == "zh":
        return when(HAS_DAY, "本书没有 " & year & " 年的目标", "还没有选日期")
    return when(HAS_DAY, "this book has no goals for " & year, "no day is chosen")
