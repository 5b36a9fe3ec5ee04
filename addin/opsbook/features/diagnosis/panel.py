"""The card of the dashboard that shows what moved the amount."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.charts import waterfall
from opsbook.book.kit.format.styles import DOWN, UP
from opsbook.book.kit.grid import WHY_ROWS
from opsbook.book.kit.panel import Panel, draw_panel
from opsbook.features.diagnosis.conclusion import bridge_finding
from opsbook.model.language import Label


def panel(canvas: Canvas) -> None:
    """The bridge from the same weekday last week to the day shown."""
    keys = (("■", UP, Label("拉高", "Up")), ("■", DOWN, Label("拉低", "Down")))
    chart = waterfall(canvas.draft.places["CalcBridge"])
    title = Label("支付金额归因（万元）", "What moved GMV (CNY thousand)")
    draw_panel(canvas, Panel("dash_bridge", WHY_ROWS, (5, 3), title, bridge_finding(canvas.lang), keys, chart))
