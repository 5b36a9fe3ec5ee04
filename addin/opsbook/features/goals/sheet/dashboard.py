"""Goals on the dashboard: was the day's goal met, how does the month stand, how were the last days?"""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.charts import BY_DATE, BY_TEXT, after_a_gap, columns_over_line
from opsbook.book.kit.format.lights import chip_rules
from opsbook.book.kit.format.styles import ACCENT, BAND_TEXT, MID, SOFT
from opsbook.book.kit.grid import MET_ROWS, STATUS_ROW, edges
from opsbook.book.kit.panel import Panel, draw_panel
from opsbook.features.goals.sheet.calc import DAYS_BACK
from opsbook.features.goals.sheet.sentences import days_finding, month_finding, status_text
from opsbook.formulas.node import Name
from opsbook.model.language import Label


def status(canvas: Canvas) -> None:
    """The light of the day's goal, and what is missing."""
    row, (first, last) = STATUS_ROW, edges(6, 2)
    number = canvas.say('"▲ 当日达标";"▼ 当日未达";"● 接近目标"', '"▲ Goal met";"▼ Below goal";"● Close to goal"')
    light = {"num_format": number, "align": "center", "font_size": 13, "bold": True}
    canvas.put(row, first, Name("card_gmv_light"), to=(row, last), name="dash_status", **light)
    said = status_text(canvas.lang)
    soft = {"font_size": 9, "font_color": BAND_TEXT, "align": "center"}
    canvas.put(row + 1, first, said, to=(row + 1, last), name="dash_status_text", **soft)
    canvas.rules.extend(chip_rules((row, first, row, last)))


def month(canvas: Canvas) -> None:
    """The month so far against its goal."""
    keys = (
        ("■", ACCENT, Label("实际", "Actual")),
        ("▨", ACCENT, Label("缺数后", "After a gap")),
        ("■", MID, Label("预计", "Forecast")),
        ("━", SOFT, Label("目标", "Goal")),
    )
    places = canvas.draft.places
    more = after_a_gap(places["CalcMonth"], places["CalcHoles"], 31)
    chart = columns_over_line(places["CalcMonth"], 31, ("actual", "forecast"), BY_DATE, more)
    title = Label("本月累计（万元）", "Month to date (CNY thousand)")
    draw_panel(canvas, Panel("dash_month", MET_ROWS, (0, 4), title, month_finding(canvas.lang), keys, chart))


def days(canvas: Canvas) -> None:
    """The last days: which reached their goal?"""
    keys = (
        ("■", ACCENT, Label("达标日", "Met")),
        ("■", MID, Label("未达日", "Missed")),
        ("━", SOFT, Label("日目标", "Day goal")),
    )
    chart = columns_over_line(canvas.draft.places["CalcDays"], DAYS_BACK, ("met", "missed"), BY_TEXT)
    title = Label("近30天支付金额（万元）", "GMV of 30 days (CNY thousand)")
    draw_panel(canvas, Panel("dash_days", MET_ROWS, (4, 4), title, days_finding(canvas.lang), keys, chart))
