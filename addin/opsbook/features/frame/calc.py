"""Calc: everything charts read, by formula, for the day shown. Charts never read a table the user can sort."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.place import Place
from opsbook.book.kit.styles import DAY_LONG, PCT1, RULE
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.book.plan import Box
from opsbook.features.competitors.sheet.history import LINES as PEER_LINES
from opsbook.features.competitors.sheet.history import WEEKS, history_nodes, line_nodes
from opsbook.features.competitors.tables import CALC_PEER_HISTORY, CALC_PEER_LINES
from opsbook.features.daily.days import over_days
from opsbook.features.daily.fields import FIELD
from opsbook.features.daily.metrics import METRIC
from opsbook.features.daily.tables import SHOP_DAY, Table
from opsbook.features.diagnosis.bridge_formulas import bridge_nodes
from opsbook.features.frame.calc_tables import (
    CALC_BRIDGE,
    CALC_DATES,
    CALC_DAYS,
    CALC_FUNNEL,
    CALC_METRIC,
    CALC_MONTH,
    CALC_SOURCE,
    CALC_URGENT,
    SOURCES,
)
from opsbook.features.frame.figures import draw_figures, share_until
from opsbook.features.frame.reading import (
    CHART_UNIT,
    HAS_DAY,
    MONTH_START,
    THE_DAY,
    earned,
    figure,
    metric,
    of_day,
    ratio,
    row,
    total,
)
from opsbook.features.thresholds.defaults import FIGURES as JUDGED
from opsbook.features.thresholds.urgency import LINES, urgency_nodes
from opsbook.formulas.node import Column, Literal, Name, Node, both, call, is_num, lookup, when
from opsbook.model.language import Label, Lang

NOTHING = Label("", "")
DAYS_BACK, LIST_LENGTH = 30, 60
# a day without a typed cost falls back to the cost rate: sums of a week would mix both; attainment is not a mean
NO_WEEK = {"gross_margin", "net_margin", "uv_profit", "breakeven_roi", "attainment"}
LOOKED_UP = {"attainment", "goal", "target_cvr", "target_aov"}  # their row already knows
PAST_WEEK = (THE_DAY - 7, THE_DAY - 1)


def calc(lang: Lang) -> tuple[Canvas, dict[str, Place]]:
    """The Calc sheet and where its tables stand, for the charts."""
    canvas = Canvas("calc", "计算" if lang == "zh" else "Calc", RULE, lang)
    canvas.columns([16])
    note = canvas.say(
        "图表的数据都在这里，由公式按「查看日期」取数；请不要在此改动。",
        "What the charts read, by formula for the day shown. Please do not edit.",
    )
    places, left = {}, 1
    for drawing in _drawings(lang):
        places[drawing.table.name] = place = draw_table(canvas, 2, left, drawing)
        canvas.columns([24], place.right + 1)
        left = place.right + 2
    draw_figures(canvas, 2, left)
    canvas.columns([148, 96, 16], left)
    band(canvas, note, left + 2)
    way_back(canvas, left + 1)
    canvas.rows([12], 1)
    canvas.freeze = (3, 0)
    canvas.row_height = 20
    printed(canvas, repeat=(2, 2))
    return canvas, places


def box(place: Place, column: str, rows: int) -> Box:
    """Body of a Calc column as a chart range."""
    at = place.column[column]
    return place.first, at, place.first + rows - 1, at


def _drawings(lang: Lang) -> tuple[Drawing, ...]:
    return (
        _drawing(CALC_MONTH, _month_nodes(lang), _numbered(31, CALC_MONTH), {"day": DAY_LONG, "tick": DAY_LONG}),
        _drawing(CALC_DAYS, _days_nodes(lang), _numbered(DAYS_BACK, CALC_DAYS), {"day": DAY_LONG}),
        _drawing(
            CALC_SOURCE, {"share": _shares(), "share7": _shares7()}, _numbered(SOURCES, CALC_SOURCE), {"share": PCT1}
        ),
        _drawing(CALC_FUNNEL, _funnel_nodes(lang), _numbered(4, CALC_FUNNEL), {"share": PCT1}, {"stage": 132}),
        _drawing(CALC_BRIDGE, bridge_nodes(lang), _numbered(5, CALC_BRIDGE), {}, {"item": 104}),
        _drawing(CALC_URGENT, urgency_nodes(), _numbered(LINES, CALC_URGENT), {}, {"metric": 120, "advice": 300}),
        _drawing(
            CALC_DATES,
            {"day": when(is_num(Name("as_of")), Name("as_of") - row("CalcDates", "n") + 1)},
            _numbered(LIST_LENGTH, CALC_DATES),
            {"day": DAY_LONG},
        ),
        _drawing(CALC_METRIC, _metric_nodes(), _metric_rows(lang), {}, {"key": 120, "metric": 132}),
        _drawing(CALC_PEER_LINES, line_nodes(lang), _numbered(PEER_LINES, CALC_PEER_LINES), {}, {"shop": 132}),
        _drawing(CALC_PEER_HISTORY, history_nodes(), _numbered(WEEKS, CALC_PEER_HISTORY), {"day": DAY_LONG}),
    )


def _drawing(
    table: Table,
    nodes: dict[str, Node | tuple[Node, ...]],
    body: tuple[tuple[float | str | None, ...], ...],
    formats: dict[str, str],
    widths: dict[str, int] | None = None,
) -> Drawing:
    columns = tuple(column.id for column in table.columns)
    wide = {"day": 84, "tick": 84, **(widths or {})}
    return Drawing(table, (Group(NOTHING, columns),), nodes, formats=formats, widths=wide, body=body, reach=len(body))


def _numbered(rows: int, table: Table) -> tuple[tuple[float | str | None, ...], ...]:
    return tuple((number + 1, *(None for _ in table.columns[1:])) for number in range(rows))


# ---------------------------------------------------------------- metrics of the day
def metric_names() -> tuple[str, ...]:
    """Every number of a day that a threshold or a card may ask for: base fields of the shop's day, then metrics."""
    fields = tuple(column.id for column in SHOP_DAY.columns if column.unit.is_number)
    return tuple(dict.fromkeys((*fields, *SHOP_DAY.metrics)))


def _metric_rows(lang: Lang) -> tuple[tuple[str | None, ...], ...]:
    labels = {name: METRIC[name].label if name in METRIC else FIELD[name].label for name in metric_names()}
    return tuple((name, label[lang], None, None, None, None) for name, label in {**labels, **JUDGED}.items())


def _metric_nodes() -> dict[str, Node | tuple[Node, ...]]:
    names, not_compared = metric_names(), (Literal(""),) * len(JUDGED)
    judged = {"visitor_attainment": _visitor_attainment(), "month_pace": figure("month_pace")}
    return {
        "value": (*(_on(name, THE_DAY) for name in names), *(judged[name] for name in JUDGED)),
        "previous": (*(_on(name, THE_DAY - 1) for name in names), *not_compared),
        "week_ago": (*(_on(name, THE_DAY - 7) for name in names), *not_compared),
        "mean7": (*(_mean7(name) for name in names), *not_compared),
    }


def _visitor_attainment() -> Node:
    """From the day's rows: a cell of this column that looked into it would wait for itself."""
    return when(HAS_DAY, ratio(over_days("visitors", THE_DAY, THE_DAY), figure("visitor_goal")))


def _on(name: str, day: Node) -> Node:
    """One day's figure: ratios from the day's totals, base fields as they stand."""
    if name in LOOKED_UP:
        return when(HAS_DAY, of_day("ShopDay", name, day))
    return when(HAS_DAY, over_days(name, day, day))


def _mean7(name: str) -> Node:
    """The 7 days before: ratios of sums; amounts and counts as the mean of the days that have one."""
    if name in NO_WEEK:
        return Literal("")
    additive = name in FIELD or name == "net_gmv"
    if not additive:
        return when(HAS_DAY, over_days(name, *PAST_WEEK))
    dates, values = Column("ShopDay", "date"), Column("ShopDay", name)
    span = (dates, ">=" & PAST_WEEK[0], dates, "<=" & PAST_WEEK[1])
    found = call("COUNTIFS", *span, values, ">=-1E+300")
    return when(HAS_DAY, when(found.equals(0), "", call("AVERAGEIFS", values, *span)))


# ---------------------------------------------------------------- month and days
def _month_nodes(lang: Lang) -> dict[str, Node | tuple[Node, ...]]:
    n, day = row("CalcMonth", "n"), row("CalcMonth", "day")
    until, month_end = MONTH_START + n - 1, call("EOMONTH", THE_DAY, 0)
    goal = (
        call(
            "SUMIFS",
            Column("GoalDay", "goal"),
            Column("GoalDay", "month"),
            MONTH_START,
            Column("GoalDay", "date"),
            "<=" & until,
        )
        / CHART_UNIT[lang]
    )
    done = earned(MONTH_START, day)
    share = share_until(day)
    ahead = both(is_num(day), is_num(figure("month_forecast")))
    forecast = when(is_num(share), figure("month_forecast") * share / CHART_UNIT[lang])
    return {
        "day": when(HAS_DAY, when(until > month_end, "", until)),
        "tick": when(HAS_DAY, call("MIN", until, month_end)),  # a short month ends where it ends
        "goal": when(HAS_DAY, goal, 0),
        "actual": when(is_num(day), when(day > THE_DAY, "", when(is_num(done), done / CHART_UNIT[lang]))),
        "forecast": when(ahead, when(day > THE_DAY, forecast)),
        "mark": when(is_num(day), when(day.equals(THE_DAY), row("CalcMonth", "actual"))),
    }


def _days_nodes(lang: Lang) -> dict[str, Node | tuple[Node, ...]]:
    n, day = row("CalcDays", "n"), row("CalcDays", "day")
    sold, planned = row("CalcDays", "sold"), row("CalcDays", "planned")
    counted = of_day("GoalDay", "actual", day)  # sold, or net of refunds, as the goal is set
    reached = both(is_num(counted), is_num(planned), counted >= planned)
    tick = call("MONTH", day) & "." & call("DAY", day)
    return {
        "day": when(HAS_DAY, THE_DAY - DAYS_BACK + n),
        "sold": when(is_num(day), of_day("ShopDay", "gmv", day)),
        "planned": when(is_num(day), of_day("ShopDay", "goal", day)),
        "tick": when(is_num(day), when(call("WEEKDAY", day, 2).equals(1), tick)),
        "met": when(reached, sold / CHART_UNIT[lang]),
        "missed": when(is_num(sold), when(reached, "", sold / CHART_UNIT[lang])),
        "goal": when(is_num(planned), planned / CHART_UNIT[lang], 0),
        "mark": when(both(is_num(sold), n.equals(DAYS_BACK)), sold / CHART_UNIT[lang]),
    }


# ---------------------------------------------------------------- sources and funnel
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
    for number in range(1, SOURCES):
        named = lookup(Column("CalcSource", "source"), number, Column("CalcSource", "n")) & ""
        rest = rest - _source_sum(start, end, named)
    nodes = (*(own,) * (SOURCES - 1), ratio(rest, visitors))
    return tuple(when(HAS_DAY, when(found > 0, node)) for node in nodes)


def _shares() -> tuple[Node, ...]:
    return _share(THE_DAY, THE_DAY, metric("visitors"))


def _shares7() -> tuple[Node, ...]:
    return _share(*PAST_WEEK, total("ShopDay", "visitors", *PAST_WEEK))


def _funnel_nodes(lang: Lang) -> dict[str, Node | tuple[Node, ...]]:
    fav_cart = when(
        both(is_num(metric("fav_users")), is_num(metric("cart_users"))), metric("fav_users") + metric("cart_users")
    )
    words = ("访客", "收藏加购", "下单", "支付") if lang == "zh" else ("Visitors", "Fav + cart", "Ordered", "Paid")
    figures = (metric("visitors"), fav_cart, metric("order_buyers"), metric("buyers"))
    stages = tuple(
        when(is_num(figure), f"{word} " & call("TEXT", figure, "#,##0"), word)
        for word, figure in zip(words, figures, strict=True)
    )
    return {"stage": stages, "share": tuple(ratio(figure, metric("visitors")) for figure in figures)}
