"""Where visitors came from, as the dashboard shows it."""

from opsbook.book.kit.calc_table import calc_drawing, numbered
from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.charts import BARS, flat_bars
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import ACCENT, PCT1, RULE
from opsbook.book.kit.grid import WHY_ROWS
from opsbook.book.kit.panel import Panel, draw_panel
from opsbook.book.kit.table import Drawing
from opsbook.features.frame.dashboard.words import say
from opsbook.features.frame.reading import HAS_DAY, PAST_WEEK, THE_DAY, metric, number, ratio, row, total
from opsbook.features.traffic.tables import CALC_SOURCE, SOURCES
from opsbook.formulas.node import Column, Node, call, is_num, lookup, when
from opsbook.model.language import Label, Lang


def table(draft: Draft) -> Drawing:
    """The largest sources and all the others, on the day and over the 7 days before."""
    del draft
    nodes: dict[str, Node | tuple[Node, ...]] = {"share": _shares(), "share7": _shares7()}
    return calc_drawing(CALC_SOURCE, nodes, numbered(SOURCES, CALC_SOURCE), {"share": PCT1})


def panel(canvas: Canvas) -> None:
    """The card of the dashboard."""
    keys = (("■", ACCENT, Label("当日", "Day")), ("■", RULE, Label("近7日", "7 days")))
    chart = flat_bars(canvas.draft.places["CalcSource"], SOURCES, "source", BARS)
    title = Label("访客来源占比", "Where visitors came from")
    draw_panel(canvas, Panel("dash_sources", WHY_ROWS, (0, 3), title, sources_finding(canvas.lang), keys, chart))


def _source_sum(start: Node, end: Node, *names: Node) -> Node:
    dates = Column("SourceDay", "date")
    span = (dates, ">=" & start, dates, "<=" & end)
    source = tuple(part for name in names for part in (Column("SourceDay", "source1"), name))
    return call("SUMIFS", Column("SourceDay", "visitors"), *span, *source)


def _every_day(dates: Column) -> Node:
    """Whether each of the 7 days before has source rows, as a number above 0: parts of a week are no week."""
    return call("MIN", *(call("COUNTIFS", dates, THE_DAY - back) for back in range(1, 8)))


def _share(start: Node, end: Node, visitors: Node) -> tuple[Node, ...]:
    """Five largest sources, then all the others together; over the shop's own visitors."""
    dates = Column("SourceDay", "date")
    found = call("COUNTIFS", dates, start) if start is end else _every_day(dates)
    name = row("CalcSource", "source")
    own = when(name.equals(""), "", ratio(_source_sum(start, end, name), visitors))
    rest = _source_sum(start, end)
    for place in range(1, SOURCES):
        named = lookup(Column("CalcSource", "source"), place, Column("CalcSource", "n")) & ""
        rest = rest - _source_sum(start, end, named)
    nodes = (*(own,) * (SOURCES - 1), ratio(rest, visitors))
    return tuple(when(HAS_DAY, when(found > 0, node)) for node in nodes)


def _shares() -> tuple[Node, ...]:
    return _share(THE_DAY, THE_DAY, metric("visitors"))


def _shares7() -> tuple[Node, ...]:
    return _share(*PAST_WEEK, total("ShopDay", "visitors", *PAST_WEEK))


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
