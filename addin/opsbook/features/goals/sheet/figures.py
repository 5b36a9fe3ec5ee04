"""Single figures of the month and the day shown: goal, pace, forecast, what is missing."""

from opsbook.book.kit.calc_table import Figure
from opsbook.book.kit.draft import Draft
from opsbook.features.daily.days import over_days
from opsbook.features.daily.derived import attainment, derived
from opsbook.features.frame.holes import Holes, MissingDays, missing_words
from opsbook.features.frame.reading import HAS_DAY, MONTH_START, THE_DAY, figure, metric, of_day, ratio, total
from opsbook.features.goals.sheet.forecast import forecast_figures, usual_error
from opsbook.features.goals.sheet.holes import HOLES
from opsbook.features.goals.sheet.reading import earned, of_month
from opsbook.formulas.node import Column, Name, Node, Operand, both, call, is_num, when
from opsbook.metrics.refer import ANY_NUMBER
from opsbook.model.language import Label, Lang

MONTH_END = call("EOMONTH", THE_DAY, 0)

YEAR_START = call("DATE", call("YEAR", THE_DAY), 1, 1)

AS_OF = Name("as_of")
WEEKS4 = (AS_OF - 27, AS_OF)

FORECAST_DAYS, FORECAST_SHARE = 5, 0.15
"""Days, and part of the month, that must be known before its end is forecast."""


_LOCKED = (Column("GoalDay", "lock"), ANY_NUMBER)


def _in_month(column: str, day: Node, *more: Operand) -> Node:
    """Sum over the month's days up to a day."""
    dates = Column("GoalDay", "date")
    return call("SUMIFS", Column("GoalDay", column), dates, ">=" & MONTH_START, dates, "<=" & day, *more)


def weight_until(day: Node) -> Node:
    """Weight of the month's days up to a day."""
    return _in_month("weight", day)


def share_until(day: Node) -> Node:
    """Part of the month that the days up to a day stand for: manual goals as they are, the rest of its goal by weights.

    By weights alone in a month without a goal. Goals that were kept do not count: they are of an older month's goal.
    """
    left = call("MAX", 0, figure("month_goal") - figure("month_locked"))
    part = ratio(
        weight_until(day) - _in_month("weight", day, *_LOCKED), figure("month_weight") - figure("month_locked_weight")
    )
    due = _in_month("lock", day) + left * call("SUM", part)
    return when(
        call("SUM", figure("month_goal")) > 0,
        ratio(due, figure("month_locked") + left),
        ratio(weight_until(day), figure("month_weight")),
    )


def _target(column: str, usual: str) -> Node:
    """The month's target; where none is set, the last 28 days' ratio of sums."""
    target = of_month(column)
    return when(is_num(target), target, figure(usual))


def _known_28d() -> Node:
    return when(is_num(AS_OF), Holes("visitors", *WEEKS4).known())


def _usual(draft: Draft, name: str) -> Node:
    """The ratio of sums over the last 28 days with data."""
    return when(is_num(AS_OF), over_days(draft.catalog, name, *WEEKS4))


def _left(column: str, *more: Operand) -> Node:
    """Sum over the days of the month after the day shown."""
    dates = Column("GoalDay", "date")
    return call("SUMIFS", Column("GoalDay", column), dates, ">" & THE_DAY, dates, "<=" & MONTH_END, *more)


def _catch_up() -> Node:
    """What the days after the day shown must bring: `amount_left` of `opsbook.features.goals.rules.progress` and their manual goals."""
    missing = figure("month_goal") - call("SUM", figure("month_actual")) - _left("lock")
    share = call("ROUNDUP", call("MAX", 0, call("ROUND", missing, 2)), 0)
    weighed = _left("weight") - _left("weight", *_LOCKED)  # goals that were kept since are no reason not to catch up
    left = _left("lock") + when(weighed.equals(0), 0, share)
    return when(both(is_num(figure("month_goal")), is_num(figure("days_left"))), when(figure("days_left") > 0, left))


def _gap_visitors() -> Node:
    """Visitors that the missing part of the day's goal stands for, at what a visitor brought on the day."""
    gap, value = call("MAX", 0, figure("day_goal") - figure("day_actual")), figure("visitor_value")
    known = both(*(is_num(figure(name)) for name in ("day_goal", "day_actual", "visitor_value")))
    return when(known, when(value > 0, call("ROUNDUP", call("ROUND", gap / value, 6), 0)))


def _gap_budget() -> Node:
    """At what a click cost on the day; without clicks, over the 7 days before."""
    cpc = when(is_num(metric("cpc")), metric("cpc"), metric("cpc", "mean7"))
    return when(both(is_num(figure("gap_visitors")), is_num(cpc)), figure("gap_visitors") * cpc)


def _days_met() -> Node:
    """How many of the 30 days reached their goal."""
    return call("COUNT", Column("CalcDays", "met"))


def figures(draft: Draft) -> tuple[Figure, ...]:
    """Month so far, pace, forecast, goals of the day shown."""
    return (*_month(draft.lang), *_days_and_year(draft.lang), *_day(draft))


def _due() -> Node:
    """Goals of the month's days that have an amount: a day that is missing is neither reached nor missed."""
    dates, actual = Column("GoalDay", "date"), Column("GoalDay", "actual")
    span = (dates, ">=" & MONTH_START, dates, "<=" & THE_DAY)
    found = call("COUNTIFS", *span, Column("GoalDay", "goal"), ANY_NUMBER)
    return when(found.equals(0), "", call("SUMIFS", Column("GoalDay", "goal"), *span, actual, ANY_NUMBER))


def _known_days() -> Node:
    """Days of the month with the amount, closed ones left out."""
    dates = Column("ShopDay", "date")
    span = (dates, ">=" & MONTH_START, dates, "<=" & THE_DAY)
    lacking = call("COUNTIFS", *span, Column("ShopDay", "missing"), 1)
    return when(HAS_DAY, call("COUNTIFS", *span) - lacking)


def _gap_words(lang: Lang) -> Node:
    missing = figure("month_missing")
    return when(is_num(missing), when(missing > 0, missing_words(missing, call("MIN", HOLES), lang)))


def has_forecast() -> Node:
    """Whether enough of the month is known to say how it ends: no day missing, 5 days, 15 % of its weight."""
    enough = both(figure("month_known") >= FORECAST_DAYS, figure("month_share") >= FORECAST_SHARE)
    ready = both(is_num(figure("month_missing")), is_num(figure("month_share")))
    return when(ready, both(figure("month_missing").equals(0), enough), otherwise=False)


def _forecast() -> Node:
    return when(has_forecast(), ratio(figure("month_actual"), figure("month_part")))


def _month(lang: Lang) -> tuple[Figure, ...]:
    """What the month has brought, what was due, what is left."""
    return (
        Figure("month_goal", Label("本月目标", "Month goal"), when(HAS_DAY, of_month("goal"))),
        Figure(
            "month_actual",
            Label("本月累计", "Month to date"),
            when(HAS_DAY, earned(MONTH_START, THE_DAY)),
        ),
        Figure("month_known", Label("本月到齐天数", "Days present"), _known_days()),
        Figure("month_missing", Label("本月缺几天", "Days missing"), when(HAS_DAY, call("COUNT", HOLES))),
        Figure("month_gap", Label("本月缺哪天", "Which are missing"), _gap_words(lang)),
        Figure("month_due", Label("本月应达", "Due to date"), when(HAS_DAY, _due())),
        Figure(
            "month_pace",
            Label("本月进度", "Month pace"),
            attainment(figure("month_actual"), figure("month_due")),
            "0.0000",
        ),
        Figure("month_weight", Label("本月权重", "Month weight"), when(HAS_DAY, weight_until(MONTH_END))),
        Figure("month_locked", Label("本月手工目标", "Manual goals"), when(HAS_DAY, _in_month("lock", MONTH_END))),
        Figure(
            "month_locked_weight",
            Label("其权重", "Their weight"),
            when(HAS_DAY, _in_month("weight", MONTH_END, *_LOCKED)),
        ),
        Figure("month_share", Label("已过比例", "Share past"), when(HAS_DAY, share_until(THE_DAY)), "0.0000"),
        *forecast_figures(),
        Figure("month_forecast", Label("预计月末", "Month forecast"), _forecast()),
        Figure("month_error", Label("预计通常误差", "Usual error"), when(has_forecast(), usual_error()), "0.000"),
        Figure(
            "month_sum",
            Label("各日之和", "Sum of days"),
            when(HAS_DAY, total("GoalDay", "goal", MONTH_START, MONTH_END)),
        ),
        Figure(
            "catch_up",
            Label("剩余追赶", "Catch-up left"),
            _catch_up(),
        ),
    )


def _days_and_year(lang: Lang) -> tuple[Figure, ...]:
    """The days left, and what the year has brought."""
    return (
        Figure("days_left", Label("剩余天数", "Days left"), when(HAS_DAY, MONTH_END - THE_DAY)),
        Figure(
            "year_actual",
            Label("本年累计", "Year to date"),
            when(HAS_DAY, total("GoalDay", "actual", YEAR_START, THE_DAY)),
        ),
        Figure(
            "year_missing",
            Label("本年缺几天", "Days missing"),
            when(HAS_DAY, MissingDays(YEAR_START, THE_DAY).count(lang)),
        ),
        Figure(
            "year_sum",
            Label("各月之和", "Sum of months"),
            when(call("COUNT", Column("GoalMonth", "goal")).equals(0), "", call("SUM", Column("GoalMonth", "goal"))),
        ),
    )


def _day(draft: Draft) -> tuple[Figure, ...]:
    """Goals of the day shown, its targets, and what would have closed the gap."""
    return (
        Figure("day_goal", Label("当日目标", "Day goal"), when(HAS_DAY, of_day("GoalDay", "goal"))),
        Figure("day_actual", Label("当日实际", "Day actual"), when(HAS_DAY, of_day("GoalDay", "actual"))),
        Figure("visitor_goal", Label("当日访客目标", "Visitor goal"), when(HAS_DAY, of_day("GoalDay", "visitor_goal"))),
        Figure("cvr_28d", Label("近28天支付转化率", "Conversion 28 days"), _usual(draft, "cvr"), "0.0000"),
        Figure("aov_28d", Label("近28天客单价", "AOV 28 days"), _usual(draft, "aov")),
        Figure("known_28d", Label("近28天有数天数", "Days known of 28"), _known_28d()),
        Figure(
            "target_cvr",
            Label("当日目标转化率", "Target conversion"),
            when(HAS_DAY, _target("target_cvr", "cvr_28d")),
            "0.0000",
        ),
        Figure("target_aov", Label("当日目标客单价", "Target AOV"), when(HAS_DAY, _target("target_aov", "aov_28d"))),
        Figure(
            "visitor_value",
            Label("当日每位访客", "Worth of a visitor"),
            derived("uv_value", gmv=figure("day_actual"), visitors=metric("visitors")),
        ),
        Figure("gap_visitors", Label("补差额访客", "Visitors of the gap"), _gap_visitors()),
        Figure("gap_budget", Label("补差额推广费", "Ad spend of the gap"), _gap_budget()),
        Figure("days_met", Label("近30天达标天数", "Days met of 30"), _days_met()),
    )


def visitor_attainment(draft: Draft) -> Node:
    """From the day's rows: a cell of the judged column that looked into it would wait for itself."""
    visitors = over_days(draft.catalog, "visitors", THE_DAY, THE_DAY)
    return when(HAS_DAY, ratio(visitors, figure("visitor_goal")))


def month_pace(draft: Draft) -> Node:
    """What the month has reached of what was due; a month that lacks a day is not judged."""
    del draft
    return when(call("SUM", figure("month_missing")).equals(0), figure("month_pace"))


def month_orders(draft: Draft) -> Node:
    """The orders that the month's pace is made of."""
    del draft
    return when(HAS_DAY, total("ShopDay", "orders", MONTH_START, THE_DAY))
