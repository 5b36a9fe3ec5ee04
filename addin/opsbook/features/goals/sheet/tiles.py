"""The figures above the goal tables: the year, the month shown, and whether everything adds up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.format.styles import INT
from opsbook.book.kit.heading import Tile, tiles
from opsbook.book.plan import Style, Validation
from opsbook.features.daily.days import is_net
from opsbook.features.daily.derived import attainment
from opsbook.features.frame.dashboard.words import money, say
from opsbook.features.frame.reading import HAS_DAY, figure, number
from opsbook.features.goals.sheet.reading import has_goals, no_goals
from opsbook.formulas.node import Name, Node, call, either, is_num, when
from opsbook.model.language import Label, Lang

TOP = 2  # row of the figures' labels


@dataclass(frozen=True, slots=True)
class GoalTile:
    """One figure over some columns of a goal table, under the name `tile_...`, and what is said of it."""

    name: str
    first: str
    last: str
    label: Label
    figure: str
    note: Callable[[Lang], Node]


def goal_tiles(canvas: Canvas, months: Mapping[str, int], days: Mapping[str, int]) -> None:
    """Draw the year's figures over the month table and the month's over the day table."""
    lang = canvas.lang
    goal = say(lang, "年目标（元）", "Year goal (CNY)")
    hint = say(lang, "改这里，12 个月随之重分", "change it: 12 months follow")
    yours = Tile(months["month"], months["goal"], goal, None, INT, hint, "year_goal", yours=True)
    year = tuple(_tile(one, months, lang) for one in YEAR)
    tiles(canvas, TOP, (yours, *year, *(_tile(one, days, lang) for one in MONTH)))
    box = (TOP + 1, months["month"], TOP + 1, months["month"])
    canvas.validations.append(Validation(box, _whole_yuan(canvas)))


def _whole_yuan(canvas: Canvas) -> Style:
    """Parts of a yuan, or 3800万 as text, would leave months that do not add up."""
    message = canvas.say("年目标请填整数（元），如 38000000，或清空。", "Whole yuan such as 38000000, or nothing.")
    title = canvas.say("请填数字", "A number, please")
    return style(
        validate="integer", criteria="between", minimum=0, maximum=1e13, error_title=title, error_message=message
    )


def _tile(one: GoalTile, at: Mapping[str, int], lang: Lang) -> Tile:
    place = (at[one.first], at[one.last])
    return Tile(*place, one.label[lang], figure(one.figure), INT, one.note(lang), one.name, f"{one.name}_note")


def _of_the_year(lang: Lang) -> Node:
    share = attainment(figure("year_actual"), Name("year_goal"))
    lacks = figure("year_missing")
    short = say(lang, "，缺 ", ", gap ") & lacks & say(lang, " 天", " d")
    gaps = when(call("SUM", lacks) > 0, short)
    said = say(lang, "完成全年 ", "of the year ") & number(share, "0.0%") & gaps
    return when(is_num(share), said, _none(lang, say(lang, "还没有年目标", "no year goal yet")))


def _months_equal(lang: Lang) -> Node:
    return _equal(figure("year_sum"), Name("year_goal"), lang, say(lang, "✓ 与年目标相等", "✓ equals the year goal"))


def _days_equal(lang: Lang) -> Node:
    same = say(lang, "✓ 与月目标相等", "✓ equals the month goal")
    return _equal(figure("month_sum"), figure("month_goal"), lang, same)


def _equal(left: Node, right: Node, lang: Lang, same: str) -> Node:
    off = say(lang, "✗ 与目标不等，看「检查」列", "✗ differs: see Check")
    nothing = say(lang, "没有目标", "no goal")
    unknown = either(call("NOT", is_num(left)), call("NOT", is_num(right)))
    return when(unknown, nothing, when(left.equals(right), same, off))


def _due(lang: Lang) -> Node:
    said = (
        say(lang, "应达 ", "due ")
        & number(figure("month_due"), "#,##0")
        & when(is_net(lang), say(lang, "（净额）", " (net)"))
    )
    return when(is_num(figure("month_due")), said, _none(lang, say(lang, "还没有月目标", "no month goal yet")))


def _none(lang: Lang, not_yet: str) -> Node:
    """No goal yet, or a day of a year that has none in this book."""
    elsewhere = when(HAS_DAY, call("NOT", has_goals()), otherwise=False)
    return when(elsewhere, no_goals(lang), not_yet)


def _pace(lang: Lang) -> Node:
    said = say(lang, "进度 ", "pace ") & number(figure("month_pace"), "0.0%")
    ahead = say(lang, "，预计 ", " → ") & money(figure("month_forecast"), lang)
    lacks = when(figure("month_gap").differs(""), say(lang, "，", ", ") & figure("month_gap"))
    return when(is_num(figure("month_pace")), said & when(is_num(figure("month_forecast")), ahead, lacks))


def _left(lang: Lang) -> Node:
    """The days that are left; what a missing day sold is not known, so what is to catch up is too much."""
    said = say(lang, "还有 ", "after the day shown: ") & figure("days_left") & say(lang, " 天（查看日期之后）", " d")
    lacks = say(lang, "还有 ", "") & figure("days_left") & say(lang, " 天；", " d left; ") & figure("month_gap")
    return when(
        is_num(figure("days_left")),
        when(figure("month_gap").equals(""), said, lacks & say(lang, "，偏高", ", too high")),
    )


YEAR = (
    GoalTile("tile_year", "lock", "actual", Label("年累计（元）", "Year to date"), "year_actual", _of_the_year),
    GoalTile("tile_months", "attainment", "check", Label("各月之和", "Sum of months"), "year_sum", _months_equal),
)
MONTH = (
    GoalTile("tile_month", "date", "goal", Label("查看月目标（元）", "Goal of month shown"), "month_goal", _due),
    GoalTile("tile_done", "lock", "visitor_goal", Label("本月累计（元）", "Month to date"), "month_actual", _pace),
    GoalTile("tile_left", "actual", "attainment", Label("剩余追赶（元）", "Catch-up left"), "catch_up", _left),
    GoalTile("tile_days", "catch_up", "free_weight", Label("各日之和", "Sum of days"), "month_sum", _days_equal),
)
