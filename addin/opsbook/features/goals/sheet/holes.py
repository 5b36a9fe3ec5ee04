"""What goals are held against has holes: days of a span without the amount that counts towards them."""

from opsbook.book.kit.calc_table import calc_drawing, numbered
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import DAY_LONG
from opsbook.book.kit.table import Drawing
from opsbook.features.frame.holes import MissingDays, short_day
from opsbook.features.frame.reading import CHART_UNIT, HAS_DAY, MONTH_START, THE_DAY, row
from opsbook.features.goals.sheet.reading import earned
from opsbook.features.goals.tables import CALC_HOLES
from opsbook.formulas.node import Column, Node, both, call, is_num, when
from opsbook.model.language import Lang

HOLES = Column("CalcHoles", "hole")
NAMED = 3  # missing days that a sentence names one by one


def if_complete(lang: Lang, first: Node, last: Node, figure: Node) -> Node:
    """A figure of a span that is over, or in its place which days the span lacks."""
    missing = MissingDays(first, last)
    return when(missing.count(lang).equals(0), figure, missing.words(lang))


def table(draft: Draft) -> Drawing:
    """The month day by day: which day has no amount, and what is added up after one."""
    return calc_drawing(CALC_HOLES, _nodes(draft.lang), numbered(31, CALC_HOLES), {"day": DAY_LONG, "hole": DAY_LONG})


def _nodes(lang: Lang) -> dict[str, Node | tuple[Node, ...]]:
    n, day, hole = (row("CalcHoles", name) for name in ("n", "day", "hole"))
    until = MONTH_START + n - 1
    done = earned(MONTH_START, day)
    after = both(is_num(day), call("NOT", is_num(hole)), gaps_until(day) > 0)
    return {
        "day": when(HAS_DAY, when(until > THE_DAY, "", until)),
        "hole": when(is_num(day), when(MissingDays(day, day).count(lang) > 0, day)),
        "after": when(after, when(is_num(done), done / CHART_UNIT[lang])),
    }


def gaps_until(day: Node) -> Node:
    """How many days of the month lack the amount, up to a day."""
    return call("COUNTIFS", HOLES, "<=" & day)


def first_days(lang: Lang) -> Node:
    """The days that the month lacks: 11-03, 11-06; of many the first three and their number."""
    comma, count = ("、" if lang == "zh" else ", "), call("COUNT", HOLES)
    said: Node = short_day(call("SMALL", HOLES, 1))
    for at in range(2, NAMED + 1):
        said = said & when(count >= at, comma & short_day(call("SMALL", HOLES, at)))
    many = (" 等 " & count & " 天") if lang == "zh" else (" … (" & count & " days)")
    return when(count > 0, said & when(count > NAMED, many))
