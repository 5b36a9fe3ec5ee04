"""The GMV bridge of the dashboard: additive log-mean Divisia over visitors, conversion and order value.

Source: Ang (2005), The LMDI approach to decomposition analysis, Energy Policy 33. Where a factor is missing or 0 the
native bridge stays empty.
"""

from opsbook.book.kit.calc_table import calc_drawing, numbered
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import SIGNED
from opsbook.book.kit.table import Drawing
from opsbook.features.diagnosis.tables import CALC_BRIDGE
from opsbook.features.frame.reading import CHART_UNIT, metric, row
from opsbook.formulas.node import Column, Literal, Node, both, call, is_num, lookup, when
from opsbook.model.language import Lang

FACTORS = ("visitors", "cvr", "aov")


def effect(step: int) -> Node:
    """A factor's effect on the gap to the same weekday last week, in units of the charts (step 2 to 4)."""
    return lookup(Column("CalcBridge", "effect"), step, Column("CalcBridge", "n"))


def table(draft: Draft) -> Drawing:
    """The steps of the bridge, as the waterfall reads them."""
    return calc_drawing(CALC_BRIDGE, bridge_nodes(draft.lang), numbered(5, CALC_BRIDGE), {}, {"item": 104})


def bridge_nodes(lang: Lang) -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of the CalcBridge table: before, three effects, the day."""
    return {
        "item": _items(lang),
        "effect": (Literal(""), *(_effect(name, lang) for name in FACTORS), Literal("")),
        "base": (Literal(""), *(_base(step, lang) for step in (2, 3, 4)), Literal("")),
        "start": (_amount("week_ago", lang), *(Literal(""),) * 4),
        "end": (*(Literal(""),) * 4, _amount("value", lang)),
        "up": (Literal(""), *(_signed(up=True) for _ in FACTORS), Literal("")),
        "down": (Literal(""), *(_signed(up=False) for _ in FACTORS), Literal("")),
    }


def _known() -> Node:
    """All six factors are there and above 0: only then logarithms exist."""
    both_days = [metric(name, column) for name in FACTORS for column in ("value", "week_ago")]
    return both(*(is_num(one) for one in both_days))


def _positive() -> Node:
    return call("MIN", *(metric(name, column) for name in FACTORS for column in ("value", "week_ago"))) > 0


def _effect(name: str, lang: Lang) -> Node:
    now, before = metric("gmv"), metric("gmv", "week_ago")
    mean = when(now.equals(before), now, (now - before) / call("LN", now / before))
    return when(
        _known(), when(_positive(), mean * call("LN", metric(name) / metric(name, "week_ago")) / CHART_UNIT[lang])
    )


def _amount(column: str, lang: Lang) -> Node:
    return when(is_num(metric("gmv", column)), metric("gmv", column) / CHART_UNIT[lang])


def _level(step: int, lang: Lang) -> Node:
    """Height reached after the effects up to a step."""
    steps = call("SUMIFS", Column("CalcBridge", "effect"), Column("CalcBridge", "n"), f"<={step}")
    return metric("gmv", "week_ago") / CHART_UNIT[lang] + steps


def _base(step: int, lang: Lang) -> Node:
    return when(is_num(row("CalcBridge", "effect")), call("MIN", _level(step - 1, lang), _level(step, lang)))


def _signed(*, up: bool) -> Node:
    own = row("CalcBridge", "effect")
    wanted, size = (own >= 0, own) if up else (own < 0, 0 - own)
    return when(is_num(own), when(wanted, size))


def _items(lang: Lang) -> tuple[Node, ...]:
    words = (
        ("上周同日", "访客", "转化", "客单", "当日")
        if lang == "zh"
        else ("Week ago", "Visitors", "Conversion", "AOV", "Day")
    )
    own = row("CalcBridge", "effect")
    ends = tuple(
        _two_lines(word, metric("gmv", column), "0.00", CHART_UNIT[lang])
        for word, column in ((words[0], "week_ago"), (words[4], "value"))
    )
    middle = tuple(_two_lines(word, own, SIGNED, 1) for word in words[1:4])
    return (ends[0], *middle, ends[1])


def _two_lines(word: str, figure: Node, number: str, unit: int) -> Node:
    scaled = figure / unit if unit != 1 else figure
    return when(is_num(figure), f"{word}\n" & call("TEXT", scaled, number), word)
