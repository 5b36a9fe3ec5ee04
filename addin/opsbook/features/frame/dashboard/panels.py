"""The dashboard's white cards with a chart: title, finding and colour keys are cell text above it."""

from dataclasses import dataclass, replace

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.charts import BY_DATE, BY_TEXT, columns_over_line, flat_bars, put_chart, waterfall
from opsbook.book.kit.grid import edges
from opsbook.book.kit.heading import keys
from opsbook.book.kit.place import Place
from opsbook.book.kit.styles import ACCENT, DOWN, MID, PAPER, RULE, SOFT, UP
from opsbook.book.plan import Chart, Content
from opsbook.features.frame.dashboard.words import (
    bridge_finding,
    days_finding,
    funnel_finding,
    month_finding,
    sources_finding,
)
from opsbook.formulas.node import Node
from opsbook.model.language import Label

MET_ROWS, WHY_ROWS = (19, 30), (33, 44)
BARS = (("share", ACCENT, True), ("share7", RULE, False))


@dataclass(frozen=True, slots=True)
class Panel:
    """One card.

    Args:
        name: defined name of its finding.
        rows: first and last row.
        modules: first module and how many it spans.
        title: what it shows.
        finding: the answer in figures, by formula.
        marks: sign, colour and word of each colour key.
        chart: what is drawn.
    """

    name: str
    rows: tuple[int, int]
    modules: tuple[int, int]
    title: Label
    finding: Node
    marks: tuple[tuple[str, str, Label], ...]
    chart: Chart


def met_panels(canvas: Canvas, calc: dict[str, Place]) -> tuple[Panel, ...]:
    """Did we meet it: the month so far, the last 30 days."""
    month = (
        ("■", ACCENT, Label("实际", "Actual")),
        ("■", MID, Label("预计", "Forecast")),
        ("━", SOFT, Label("目标", "Goal")),
    )
    days = (
        ("■", ACCENT, Label("达标日", "Met")),
        ("■", MID, Label("未达日", "Missed")),
        ("━", SOFT, Label("日目标", "Day goal")),
    )
    month_title = Label("本月累计（万元）", "Month to date (CNY thousand)")
    days_title = Label("近30天支付金额（万元）", "GMV of 30 days (CNY thousand)")
    month_chart = columns_over_line(calc["CalcMonth"], 31, ("actual", "forecast"), BY_DATE)
    days_chart = columns_over_line(calc["CalcDays"], 30, ("met", "missed"), BY_TEXT)
    return (
        Panel("dash_month", MET_ROWS, (0, 4), month_title, month_finding(canvas.lang), month, month_chart),
        Panel("dash_days", MET_ROWS, (4, 4), days_title, days_finding(canvas.lang), days, days_chart),
    )


def why_panels(canvas: Canvas, calc: dict[str, Place]) -> tuple[Panel, ...]:
    """Why: sources, funnel, bridge."""
    lang = canvas.lang
    sources = (("■", ACCENT, Label("当日", "Day")), ("■", RULE, Label("近7日", "7 days")))
    bridge = (("■", UP, Label("拉高", "Up")), ("■", DOWN, Label("拉低", "Down")))
    source_chart = flat_bars(calc["CalcSource"], 6, "source", BARS)
    funnel_chart = flat_bars(calc["CalcFunnel"], 4, "stage", BARS[:1], top=1.25)
    source_title = Label("访客来源占比", "Where visitors came from")
    funnel_title = Label("转化漏斗（占访客）", "Funnel (of visitors)")
    bridge_title = Label("支付金额归因（万元）", "What moved GMV (CNY thousand)")
    return (
        Panel("dash_sources", WHY_ROWS, (0, 3), source_title, sources_finding(lang), sources, source_chart),
        Panel("dash_funnel", WHY_ROWS, (3, 2), funnel_title, funnel_finding(lang), (), funnel_chart),
        Panel(
            "dash_bridge", WHY_ROWS, (5, 3), bridge_title, bridge_finding(lang), bridge, waterfall(calc["CalcBridge"])
        ),
    )


def draw_panel(canvas: Canvas, panel: Panel) -> None:
    """Card, title, finding, keys, chart."""
    (top, bottom), (first, modules) = panel.rows, panel.modules
    left, right = edges(first, modules)
    canvas.area((top, left, bottom, right), bg_color=PAPER)
    canvas.frame((top, left, bottom, right))
    canvas.put(top, left + 1, panel.title[canvas.lang], bold=True, font_size=11)
    canvas.put(top + 1, left + 1, panel.finding, name=panel.name, font_size=9, font_color=SOFT)
    if panel.marks:
        keyed: Content = keys(tuple((sign, color, word[canvas.lang]) for sign, color, word in panel.marks))
        canvas.put(top, right - 1, keyed, align="right")
    put_chart(canvas, replace(panel.chart, alt=panel.title[canvas.lang]), top + 2, first, modules)
