"""Sentences of the dashboard as formulas: they answer for whichever day is shown."""

from opsbook.book.kit.format.styles import SIGNED
from opsbook.features.frame.holes import short_day
from opsbook.features.frame.reading import CHART_UNIT, HAS_DAY, THE_DAY, change, figure, metric, number
from opsbook.formulas.node import Name, Node, call, is_num, when
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
    missing, to = figure("month_missing"), call("SUM", as_of)
    lacks = (
        say(lang, " · 已到 ", " · to ")
        & short_day(to)
        & say(lang, "，缺 ", ", gap ")
        & missing
        & say(lang, " 天", " d")
    )
    return when(HAS_DAY, weekday(THE_DAY, lang) & when(figure("month_gap").equals(""), until, lacks), none)


def change_text(name: str, before: str, lang: Lang) -> Node:
    """A tile's note: the change of a metric against another day."""
    moved = change(metric(name), metric(name, before))
    return when(
        is_num(moved),
        say(lang, "较上周同日 ", "vs last week ") & number(moved, '"▲ "0.0%;"▼ "0.0%;0.0%'),
        say(lang, "上周同日无数据", "no data last week"),
    )
