"""Sentences about goals as formulas."""

from opsbook.features.daily.days import is_net
from opsbook.features.daily.derived import attainment
from opsbook.features.frame.dashboard.words import money, say
from opsbook.features.frame.reading import figure, number
from opsbook.features.goals.sheet.calc import LACKING
from opsbook.features.goals.sheet.figures import FORECAST_DAYS
from opsbook.features.goals.sheet.reading import has_goals, no_goals
from opsbook.formulas.node import Column, Name, Node, both, call, is_num, when
from opsbook.model.language import Lang


def measured(lang: Lang, paid: str, net: str) -> Node:
    """Words for what counts towards the goal: paid, or net of refunds."""
    return when(is_net(lang), net, paid)


def status_text(lang: Lang) -> Node:
    """Attainment of the day and the gap in yuan."""
    share = attainment(figure("day_actual"), figure("day_goal"))
    gap = figure("day_actual") - figure("day_goal")
    over = say(lang, "，超目标 ", ", above goal by ") & number(gap, "#,##0")
    under = say(lang, "，差 ", ", short by ") & number(0 - gap, "#,##0")
    tail = when(gap >= 0, over, under) & say(lang, " 元", "")
    said = (
        measured(lang, say(lang, "达成 ", "Attainment "), say(lang, "净额达成 ", "Net attainment "))
        & number(share, "0.0%")
        & tail
    )
    return when(
        both(is_num(figure("day_actual")), is_num(figure("day_goal"))),
        when(is_num(share), said),
        when(has_goals(), _lacking(lang), no_goals(lang)),
    )


def _lacking(lang: Lang) -> Node:
    """Why the day shown is not judged: it has a goal and no sales, or sales and no goal."""
    unfilled = say(lang, "还没填年目标，到「目标分解」填", "No year goal yet: fill it in on Goals")
    goal = when(is_num(Name("year_goal")), say(lang, "缺日目标", "No goal for the day"), unfilled)
    return when(is_num(figure("day_goal")), say(lang, "缺当日金额", "No sales for the day"), goal)


def month_finding(lang: Lang) -> Node:
    """Under the month chart: so far, due, pace, forecast; of a month that lacks a day, over the days that are there."""
    done, due, pace, lacks = (figure(f"month_{name}") for name in ("actual", "due", "pace", "gap"))
    present = say(lang, "到齐的 ", "The ") & figure("month_known") & say(lang, " 天", " days present, ")
    said = (
        when(
            lacks.equals(""),
            measured(lang, say(lang, "累计 ", "To date "), say(lang, "净额累计 ", "Net to date ")),
            present & measured(lang, say(lang, "累计 ", "in all "), say(lang, "净额累计 ", "net in all ")),
        )
        & money(done, lang)
        & when(is_num(due), say(lang, "，应达 ", ", due ") & money(due, lang))
        & when(is_num(pace), say(lang, "，进度 ", ", pace ") & number(pace, "0.0%"))
        & when(lacks.equals(""), _ahead(lang), say(lang, "；", "; ") & lacks & say(lang, "，不估月末", ", no forecast"))
        & when(is_num(figure("month_goal")), say(lang, "，月目标 ", ", goal ") & money(figure("month_goal"), lang))
        & when(has_goals(), "", say(lang, "；", "; ") & no_goals(lang))
    )
    return when(is_num(done), said, say(lang, "本月还没有数据", "No data this month yet"))


def _ahead(lang: Lang) -> Node:
    """How the month ends if the rest goes as the days so far, or how many days more it takes to say so."""
    more = say(lang, "；照此预计月末 ", "; forecast ") & money(figure("month_forecast"), lang) & _give_or_take(lang)
    return when(is_num(figure("month_forecast")), more, say(lang, "；", "; ") & too_early(lang))


def _give_or_take(lang: Lang) -> Node:
    """How far off it usually is; nothing once that is under half a percent."""
    error = figure("month_error")
    said = say(lang, "（通常 ±", " (usually ±") & number(error, "0%") & say(lang, "）", ")")
    return when(call("SUM", error) >= 0.005, said)


def too_early(lang: Lang) -> Node:
    """Why the month's end is not forecast yet though no day is missing."""
    wait = FORECAST_DAYS - figure("month_known")
    days = say(lang, "再有 ", "forecast in ") & wait & say(lang, " 天估月末", " days")
    early = say(lang, "月初，先不估月末", "too early for a forecast")
    return when(call("SUM", figure("month_known")) < FORECAST_DAYS, days, early)


def days_finding(lang: Lang) -> Node:
    """Under the 30-day chart: how many days reached their goal."""
    known = call("COUNT", Column("CalcDays", "sold"))
    reached = measured(lang, say(lang, " 天达标", " met their goal"), say(lang, " 天净额达标", " met their net goal"))
    met = say(lang, " ", "") & figure("days_met") & reached
    held = when(call("COUNT", Column("CalcDays", "planned")) > 0, met, say(lang, "都没有日目标", "none has a goal"))
    there = say(lang, "到齐 ", "") & known & say(lang, " 天里", " days present, ")
    lacks = call("COUNTIFS", Column("CalcDays", "tick"), LACKING[lang]) > 0
    start = when(lacks, there, known & say(lang, " 天里", " days, "))
    said = start & held & say(lang, "；日期标在周一", "; Mondays are dated")
    return when(known > 0, said, say(lang, "这 30 天还没有数据", "No data in these 30 days"))
