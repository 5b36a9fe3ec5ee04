"""Sentences of the dashboard as formulas: they answer for whichever day is shown."""

from opsbook.book.kit.styles import SIGNED
from opsbook.features.diagnosis.bridge_formulas import effect
from opsbook.features.frame.reading import (
    CHART_UNIT,
    HAS_DAY,
    THE_DAY,
    change,
    figure,
    has_goals,
    is_net,
    metric,
    no_goals,
    number,
    ratio,
)
from opsbook.features.thresholds.urgency import URGENCY, urgent
from opsbook.formulas.node import Column, Name, Node, both, call, either, is_num, lookup, when
from opsbook.model.language import Lang


def say(lang: Lang, zh: str, en: str) -> str:
    """One of two texts."""
    return zh if lang == "zh" else en


def money(value: Node, lang: Lang, beside: Node | None = None) -> Node:
    """A sum of money in a sentence: 12.85 万, below 1 万 697 元; English spells it out.

    Args:
        value: yuan.
        lang: language to speak.
        beside: the sum that chooses the unit; the value itself without.
    """
    if lang == "en":
        return number(value, "#,##0")
    small = call("ABS", value if beside is None else beside) < CHART_UNIT[lang]
    return when(small, number(value, "#,##0") & " 元", number(value / CHART_UNIT[lang], "0.00") & " 万")


def _measured(lang: Lang, paid: str, net: str) -> Node:
    """Words for what counts towards the goal: paid, or net of refunds."""
    return when(is_net(lang), net, paid)


def signed(value: Node, lang: Lang) -> Node:
    """An effect (in units of the charts) with its sign, in the unit of the day's own sum; English spells it out."""
    spelt = number(value * CHART_UNIT[lang], '+#,##0;"−"#,##0;0')
    if lang == "en":
        return spelt
    return when(metric("gmv") < CHART_UNIT[lang], spelt & " 元", number(value, SIGNED) & " 万")


def weekday(day: Node, lang: Lang) -> Node:
    """Name of the weekday."""
    if lang == "zh":
        return "周" & call("MID", "一二三四五六日", call("WEEKDAY", day, 2), 1)
    return call("MID", "MonTueWedThuFriSatSun", call("WEEKDAY", day, 2) * 3 - 2, 3)


def day_text(day: Node, lang: Lang) -> Node:
    """A date in a sentence, without locale codes."""
    if lang == "zh":
        return call("MONTH", day) & "月" & call("DAY", day) & "日"
    return call("MONTH", day) & "/" & call("DAY", day)


def under_date(lang: Lang) -> Node:
    """What stands under the date: weekday, and how far data goes."""
    as_of = Name("as_of")
    until = when(
        is_num(as_of),
        say(lang, " · 数据已到 ", " · data to ") & day_text(as_of, lang),
        say(lang, " · 还没有数据", " · no data yet"),
    )
    none = when(
        Name("the_day").equals(""),
        say(lang, "请先导入报表，再选日期", "Import reports, then pick a date"),
        say(lang, "这不是日期，请重新选一天", "This is no date: pick a day"),
    )
    return when(HAS_DAY, weekday(THE_DAY, lang) & until, none)


def status_text(lang: Lang) -> Node:
    """Attainment of the day and the gap in yuan."""
    share = ratio(figure("day_actual"), figure("day_goal"))
    gap = figure("day_actual") - figure("day_goal")
    over = say(lang, "，超目标 ", ", above goal by ") & number(gap, "#,##0")
    under = say(lang, "，差 ", ", short by ") & number(0 - gap, "#,##0")
    tail = when(gap >= 0, over, under) & say(lang, " 元", "")
    said = (
        _measured(lang, say(lang, "达成 ", "Attainment "), say(lang, "净额达成 ", "Net attainment "))
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


LIGHTS = Column("Thresholds", "light")


def conclusion(lang: Lang) -> Node:
    """Two sentences: what happened against last week and why; what to do first."""
    paid = say(lang, "支付 ", " sold ") & money(metric("gmv"), lang)
    share = ratio(figure("day_actual"), figure("day_goal"))
    goal = when(
        is_num(share),
        _measured(lang, say(lang, "，达成 ", ", attainment "), say(lang, "，净额达成 ", ", net attainment "))
        & number(share, "0.0%"),
    )
    sentence = (
        day_text(THE_DAY, lang)
        & paid
        & goal
        & _against_week(lang)
        & say(lang, "。", ".")
        & when(either(_is_short(), call("COUNT", LIGHTS) >= 1), "\n")  # what happened, and below it what to do
        & _gap(lang)
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
        _measured(lang, say(lang, "按当日访客价值 ", "At "), say(lang, "按当日每位访客净额 ", "At net "))
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
    either_word = _measured(
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


def month_finding(lang: Lang) -> Node:
    """Under the month chart: so far, due, pace, forecast."""
    done, due, pace = figure("month_actual"), figure("month_due"), figure("month_pace")
    said = (
        _measured(lang, say(lang, "累计 ", "To date "), say(lang, "净额累计 ", "Net to date "))
        & money(done, lang)
        & when(is_num(due), say(lang, "，应达 ", ", due ") & money(due, lang))
        & when(is_num(pace), say(lang, "，进度 ", ", pace ") & number(pace, "0.0%"))
        & when(
            is_num(figure("month_forecast")),
            say(lang, "；照此预计月末 ", "; forecast ") & money(figure("month_forecast"), lang),
        )
        & when(is_num(figure("month_goal")), say(lang, "，月目标 ", ", goal ") & money(figure("month_goal"), lang))
        & when(has_goals(), "", say(lang, "；", "; ") & no_goals(lang))
    )
    return when(is_num(done), said, say(lang, "本月还没有数据", "No data this month yet"))


def days_finding(lang: Lang) -> Node:
    """Under the 30-day chart: how many days reached their goal."""
    known = call("COUNT", Column("CalcDays", "sold"))
    reached = _measured(lang, say(lang, " 天达标", " met their goal"), say(lang, " 天净额达标", " met their net goal"))
    met = say(lang, " ", "") & figure("days_met") & reached
    held = when(call("COUNT", Column("CalcDays", "planned")) > 0, met, say(lang, "都没有日目标", "none has a goal"))
    said = known & say(lang, " 天里", " days, ") & held & say(lang, "；日期标在周一", "; Mondays are dated")
    return when(known > 0, said, say(lang, "这 30 天还没有数据", "No data in these 30 days"))


def sources_finding(lang: Lang) -> Node:
    """Under the sources chart: the largest source against its week; sums may pass 100%."""
    first, week = (lookup(Column("CalcSource", column), 1, Column("CalcSource", "n")) for column in ("share", "share7"))
    name = lookup(Column("CalcSource", "source"), 1, Column("CalcSource", "n"))
    gap = (first - week) * 100
    turn = when(
        gap >= 0, say(lang, "比近7日高 ", " above its 7 days by "), say(lang, "比近7日低 ", " below its 7 days by ")
    )
    said = (
        name
        & turn
        & number(call("ABS", gap), "0.0")
        & "pp"
        & say(lang, "；一人可从多处进店", "; one visitor may come several ways")
    )
    alone = say(lang, "近7日来源不全，暂不比较；一人可从多处进店", "The 7 days before lack sources: not compared")
    return when(
        is_num(first), when(is_num(week), said, alone), say(lang, "这一天没有来源数据", "No source data for this day")
    )


def funnel_finding(lang: Lang) -> Node:
    """Under the funnel: orders that were paid, against last week."""
    now, before = metric("pay_rate"), metric("pay_rate", "week_ago")
    turn = when(
        both(is_num(now), is_num(before)),
        say(lang, "，较上周同日 ", ", vs last week ") & number((now - before) * 100, '+0.0;"−"0.0;0.0') & "pp",
    )
    return when(
        is_num(now),
        say(lang, "下单支付率 ", "Orders paid ") & number(now, "0.0%") & turn,
        say(lang, "缺下单或支付数据", "Orders or payments missing"),
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


def change_text(name: str, before: str, lang: Lang) -> Node:
    """A tile's note: the change of a metric against another day."""
    moved = change(metric(name), metric(name, before))
    return when(
        is_num(moved),
        say(lang, "较上周同日 ", "vs last week ") & number(moved, '"▲ "0.0%;"▼ "0.0%;0.0%'),
        say(lang, "上周同日无数据", "no data last week"),
    )
