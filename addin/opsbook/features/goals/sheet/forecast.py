"""How far the month is, by weight and by number of days, and how far off its forecast usually is.

`part_gone` of `opsbook.features.goals.rules.progress` is the same rule in Python.
"""

from opsbook.book.kit.calc_table import Figure, calc_drawing, numbered
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import DAY_LONG
from opsbook.book.kit.table import Drawing
from opsbook.features.frame.reading import HAS_DAY, MONTH_START, THE_DAY, figure, of_day, row
from opsbook.features.goals.rules.progress import RUN_RATE_DAYS
from opsbook.features.goals.tables import CALC_FORECAST
from opsbook.formulas.node import Column, Node, Operand, both, call, either, is_num, when
from opsbook.model.language import Label

MARGIN = 1.2
"""The spread of single days tells nothing of levels that drift; with this the month ends within in two of three months."""

MONTH_END = call("EOMONTH", THE_DAY, 0)
PART, SPREAD = Column("CalcForecast", "part"), Column("CalcForecast", "spread")


def _days(last: Node, *more: Operand) -> Node:
    """Days of the month up to one that are no closed days, and of which more holds."""
    dates, weights = Column("GoalDay", "date"), Column("GoalDay", "weight")
    return call("COUNTIFS", dates, ">=" & MONTH_START, dates, "<=" & last, weights, ">0", *more)


def table(_draft: Draft) -> Drawing:
    """The month day by day as far as the day shown: what part of the month each stands for, and what it sold of that."""
    until = MONTH_START + row("CalcForecast", "n") - 1
    nodes: dict[str, Node | tuple[Node, ...]] = {
        "day": when(HAS_DAY, when(until > THE_DAY, "", until)),
        "part": part_of_day(),
        "spread": spread_of_day(),
    }
    return calc_drawing(CALC_FORECAST, nodes, numbered(31, CALC_FORECAST), {"day": DAY_LONG, "part": "0.0000"})


def forecast_figures() -> tuple[Figure, ...]:
    """Days of business, how far weights are believed, and the part of the month that is over."""
    return (
        Figure("month_days", Label("本月营业天数", "Days of business"), when(HAS_DAY, _days(MONTH_END))),
        Figure("days_gone", Label("已过营业天数", "Of these over"), when(HAS_DAY, _days(THE_DAY))),
        Figure(
            "days_empty",
            Label("其中没有成交", "Of these without sales"),
            when(HAS_DAY, _days(THE_DAY, Column("GoalDay", "actual"), "0")),
        ),
        Figure("month_trust", Label("权重可信度", "Trust in weights"), _trust(), "0.0000"),
        Figure("month_part", Label("已过部分", "Part over"), _part(), "0.0000"),
    )


def _trust() -> Node:
    """The more days have sold the more; days without sales take from it, all of it where every second one sold nothing."""
    gone, empty = figure("days_gone"), figure("days_empty")
    sold = gone - empty
    trust = call("MAX", 0, 1 - 2 * empty / gone) * sold / (sold + RUN_RATE_DAYS)
    return when(call("SUM", gone) > 0, trust)


def _part() -> Node:
    share, trust = figure("month_share"), figure("month_trust")
    mixed = trust * share + (1 - trust) * figure("days_gone") / figure("month_days")
    return when(both(is_num(share), is_num(trust)), mixed, share)


def part_of_day() -> Node:
    """The part of the month that one of its days stands for, as far as the day shown; empty for days without business."""
    day, trust = row("CalcForecast", "day"), figure("month_trust")
    weight = of_day("GoalDay", "weight", day)
    part = trust * weight / figure("month_weight") + (1 - trust) / figure("month_days")
    known = both(is_num(day), is_num(trust), call("SUM", figure("month_weight")) > 0)
    return when(known, when(is_num(weight), when(weight > 0, part)))


def spread_of_day() -> Node:
    """Square of what a day sold over the part of the month it stands for."""
    part, sold = row("CalcForecast", "part"), of_day("GoalDay", "actual", row("CalcForecast", "day"))
    return when(is_num(part), when(is_num(sold), sold * sold / part))


def usual_error() -> Node:
    """How far off the forecast is, as a share of it, in two of three months: by how much the month's days differ so far.

    A month whose days sell level x part of the month, give or take the same for each yuan, has that level from the days known,
    and the days left have their own chance: variance x (1 - known) / known.
    """
    sold, known, count = figure("month_actual"), call("SUM", PART), call("COUNT", SPREAD)
    variance = call("MAX", 0, call("SUM", SPREAD) - sold * sold / known) / (count - 1)
    error = MARGIN * call("SQRT", variance * call("MAX", 0, 1 - known) / known) * known / sold
    return when(both(is_num(sold), count > 1), when(either(sold <= 0, known.equals(0)), "", error))
