"""Two sentences as formulas: what happened and why, and what to do first."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.grid import CONCLUSION_ROW, LAST
from opsbook.features.daily.derived import attainment
from opsbook.features.diagnosis.bridge_formulas import effect
from opsbook.features.frame.dashboard.words import day_text, money, say, signed
from opsbook.features.frame.reading import CHART_UNIT, HAS_DAY, THE_DAY, figure, metric, number
from opsbook.features.goals.sheet.holes import NAMED, first_days
from opsbook.features.goals.sheet.sentences import measured
from opsbook.features.thresholds.urgency import URGENCY, urgent
from opsbook.formulas.node import Column, Name, Node, both, call, either, is_num, when
from opsbook.model.language import Lang

LIGHTS = Column("Thresholds", "light")


def tile(canvas: Canvas) -> None:
    """The conclusion on the dashboard."""
    row = CONCLUSION_ROW
    look = {"font_size": 11, "text_wrap": True, "align": "left", "indent": 1}
    said = conclusion(canvas.lang)
    canvas.put(row, 3, said, to=(row, LAST - 1), name="dash_conclusion", **look)


def conclusion(lang: Lang) -> Node:
    """Two sentences: what happened against last week and why; what to do first."""
    paid = say(lang, "支付 ", " sold ") & money(metric("gmv"), lang)
    share = attainment(figure("day_actual"), figure("day_goal"))
    goal = when(
        is_num(share),
        measured(lang, say(lang, "，达成 ", ", attainment "), say(lang, "，净额达成 ", ", net attainment "))
        & number(share, "0.0%"),
    )
    sentence = (
        day_text(THE_DAY, lang)
        & paid
        & goal
        & _against_week(lang)
        & say(lang, "。", ".")
        & when(either(_is_short(), is_short_of_days(), call("COUNT", LIGHTS) >= 1), "\n")  # below it, what to do
        & when(is_short_of_days(), _missing(lang), _gap(lang))
        & _first_thing(lang)
    )
    missing = say(
        lang, "这一天还没有支付金额，先导入店铺日报。", "No sales figure for this day yet: import the shop report."
    )
    strange = say(
        lang,
        "「查看日期」里不是日期，请点开日期格重新选一天。",
        "Day shown holds no date: pick a day from its list.",
    )
    typed = Name("the_day")
    return when(is_num(metric("gmv")), sentence, when(either(HAS_DAY, typed.equals("")), missing, strange))


def is_short_of_days() -> Node:
    """Whether the month lacks a day."""
    return figure("month_gap").differs("")


def _missing(lang: Lang) -> Node:
    """Which days the month lacks, and what is therefore made of the others."""
    days, known = first_days(lang), figure("month_known")
    if lang == "zh":
        days = days & when(figure("month_missing") > NAMED, "", " ")
        return days & "没有店铺日报：本月按到齐的 " & known & " 天算，补齐后再估月末。"
    return "No shop report for " & days & ": the month counts the days present (" & known & "), no forecast yet. "


def _against_week(lang: Lang) -> Node:
    gap = metric("gmv") - metric("gmv", "week_ago")
    more = when(gap >= 0, say(lang, "，比上周同日多 ", ", up "), say(lang, "，比上周同日少 ", ", down ")) & money(
        call("ABS", gap), lang, metric("gmv")
    )
    tail = say(lang, "", " on the same day last week")
    why = when(is_num(effect(2)), _effects(lang))
    return when(is_num(metric("gmv", "week_ago")), more & tail & why)


def _gap(lang: Lang) -> Node:
    """What would have closed the gap to the goal: visitors and their price, or what they leave of it."""
    goal = figure("visitor_goal")
    enough = when(is_num(goal), metric("visitors") >= goal, otherwise=False)
    return when(_is_short(), when(enough, _not_visitors(lang), _visitors(lang)))


def _is_short() -> Node:
    """Whether visitors would have closed a gap."""
    missing = figure("gap_visitors")
    return when(is_num(missing), missing > 0, otherwise=False)


def _visitors(lang: Lang) -> Node:
    """Visitors of the gap at what one brought on the day, and at what a click costs their price."""
    budget = figure("gap_budget")
    worth = (
        measured(lang, say(lang, "按当日访客价值 ", "At "), say(lang, "按当日每位访客净额 ", "At net "))
        & number(figure("visitor_value"), "#,##0.00")
        & say(lang, " 元，补上差额约需访客 ", " yuan per visitor, the gap takes ")
    )
    needed = worth & number(figure("gap_visitors"), "#,##0") & say(lang, " 人", " more visitors")
    paid = say(lang, "、推广费 ", ", ad spend ") & number(budget, "#,##0") & say(lang, " 元", " yuan")
    return needed & when(is_num(budget), paid) & say(lang, "。", ". ")


def _not_visitors(lang: Lang) -> Node:
    """There were visitors enough: what is below its target; with both on target, what was refunded."""
    pairs = ((metric(name), figure(f"target_{name}")) for name in ("cvr", "aov"))
    cvr, aov = (both(is_num(now), is_num(target), now < target) for now, target in pairs)
    either_word = measured(
        lang, say(lang, "转化率或客单价", "conversion or order value"), say(lang, "退款", "net amount after refunds")
    )
    low = (
        when(cvr, say(lang, "转化率", "conversion"))
        & when(both(cvr, aov), say(lang, "和", " and "))
        & when(aov, say(lang, "客单价", "order value"))
    )
    said = say(lang, "访客已够，差在", "Visitors suffice; too low: ") & when(either(cvr, aov), low, either_word)
    return said & say(lang, "。", ". ")


def _effects(lang: Lang) -> Node:
    names = say(lang, "访客 ,转化 ,客单 ", "visitors ,conversion ,AOV ").split(",")
    parts = [name & signed(effect(step), lang) for name, step in zip(names, (2, 3, 4), strict=True)]
    comma = say(lang, "、", ", ")
    return say(lang, "：", ": ") & parts[0] & comma & parts[1] & comma & parts[2]


def _first_thing(lang: Lang) -> Node:
    most = (
        urgent("metric", 1)
        & say(lang, "亮灯（", " is lit (")
        & urgent("owner", 1)
        & say(lang, "）：", "): ")
        & urgent("advice", 1)
    )
    fine = say(lang, "各项指标都在线内，照计划走。", "Every light is green: carry on as planned.")
    return when(
        call("COUNT", URGENCY) >= 1,
        most & say(lang, "。", "."),
        when(call("COUNT", LIGHTS) >= 1, fine),
    )


def bridge_finding(lang: Lang) -> Node:
    """Under the bridge: the gap is exactly the sum of three effects."""
    gap = (metric("gmv") - metric("gmv", "week_ago")) / CHART_UNIT[lang]
    said = say(lang, "上周同日 → 当日，差额 ", "Week ago → day, gap ") & signed(gap, lang) & _effects(lang)
    return when(
        is_num(effect(2)),
        said,
        say(
            lang,
            "两天的访客、转化、客单要都有且大于 0 才能拆分",
            "Needs visitors, conversion and AOV above 0 on both days",
        ),
    )
