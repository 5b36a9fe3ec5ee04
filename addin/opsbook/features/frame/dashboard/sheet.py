"""Dashboard: three questions down one page, for whichever day the date cell shows."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.grid import LAST, edges, widths
from opsbook.book.kit.heading import link
from opsbook.book.kit.lights import chip_rules
from opsbook.book.kit.place import Place
from opsbook.book.kit.styles import (
    ACCENT,
    BAND_TEXT,
    DAY_LONG,
    FAINT,
    GROUND,
    NAVY,
    PAPER,
    SOFT,
    YOURS,
    YOURS_BG,
    YOURS_LINE,
    Look,
)
from opsbook.book.plan import Content, PageSetup, Validation
from opsbook.features.competitors.sheet.sentences import dashboard_line
from opsbook.features.frame.dashboard.cards import draw_cards
from opsbook.features.frame.dashboard.freshness import draw_freshness
from opsbook.features.frame.dashboard.panels import draw_panel, met_panels, why_panels
from opsbook.features.frame.dashboard.words import conclusion, status_text, under_date
from opsbook.features.thresholds.urgent import draw_urgent
from opsbook.formulas.node import Column, Name, call, when
from opsbook.model.language import Lang

CHART_ROWS = [30, 20, *[20] * 9, 8]
HEIGHTS = [
    10,
    32,
    20,
    8,
    12,
    44,
    4,
    34,
    8,
    22,
    40,
    20,
    7,
    16,
    19,
    19,
    19,
    8,
    12,
    *CHART_ROWS[:11],
    8,
    4,
    34,
    *CHART_ROWS,
    4,
    34,
    24,
    *[26] * 6,
    *(6, 30),
    26,
]
PEERS, BOTTOM = 55, 56


def dashboard(lang: Lang, calc: dict[str, Place]) -> Canvas:
    """The first page: met? why? what now?"""
    canvas = Canvas("dashboard", "今日看板" if lang == "zh" else "Dashboard", ACCENT, lang)
    canvas.columns(widths())
    canvas.rows(HEIGHTS)
    canvas.area((0, 0, BOTTOM, LAST), bg_color=GROUND)
    _band(canvas)
    _date(canvas)
    _status(canvas)
    _conclusion(canvas)
    _met(canvas, calc)
    _why(canvas, calc)
    _what_now(canvas)
    canvas.page = PageSetup(tall=1, area=(0, 0, BOTTOM, LAST))
    canvas.freeze = (4, 0)
    canvas.protected = True
    return canvas


def _band(canvas: Canvas) -> None:
    canvas.area((0, 0, 3, LAST), bg_color=NAVY)
    canvas.put(1, 1, canvas.title, name="go_dashboard", font_size=18, bold=True, font_color=PAPER)
    shop, platform = Name("shop"), Name("platform")
    node = when(
        shop.equals(""),
        canvas.say("未命名店铺", "Unnamed shop"),
        shop & when(platform.equals(""), "", " · " & platform),
    )
    canvas.put(2, 1, node, name="dash_shop", font_size=9, font_color=BAND_TEXT)


def _date(canvas: Canvas) -> None:
    first, last = edges(5, 1)
    canvas.put(1, first - 2, canvas.say("查看日期", "Day shown"), font_size=9, font_color=BAND_TEXT, align="right")
    look = {
        "num_format": DAY_LONG,
        "align": "center",
        "font_size": 12,
        "bold": True,
        "bg_color": YOURS_BG,
        "font_color": YOURS,
    }
    canvas.put(1, first, None, to=(1, last), name="the_day", locked=False, **look)
    canvas.frame((1, first, 1, last), YOURS_LINE)
    canvas.put(
        2,
        first,
        under_date(canvas.lang),
        to=(2, last),
        name="dash_under_date",
        font_size=9,
        font_color=BAND_TEXT,
        align="center",
    )
    prompt = canvas.say("选一天，整页随之重算。", "Pick a day: the page follows.")
    error = canvas.say("请选一个有数据的日期。", "Pick a date that has data.")
    options = style(
        validate="list",
        source="=day_list",
        input_title=canvas.say("查看日期", "Day shown"),
        input_message=prompt,
        error_message=error,
    )
    canvas.validations.append(Validation((1, first, 1, first), options))


def _status(canvas: Canvas) -> None:
    first, last = edges(6, 2)
    number = canvas.say('"▲ 当日达标";"▼ 当日未达";"● 接近目标"', '"▲ Goal met";"▼ Below goal";"● Close to goal"')
    canvas.put(
        1,
        first,
        Name("card_gmv_light"),
        to=(1, last),
        name="dash_status",
        num_format=number,
        align="center",
        font_size=13,
        bold=True,
    )
    canvas.put(
        2,
        first,
        status_text(canvas.lang),
        to=(2, last),
        name="dash_status_text",
        font_size=9,
        font_color=BAND_TEXT,
        align="center",
    )
    canvas.rules.extend(chip_rules((1, first, 1, last)))


def _conclusion(canvas: Canvas) -> None:
    canvas.area((5, 1, 5, LAST - 1), bg_color=PAPER)
    canvas.frame((5, 1, 5, LAST - 1))
    canvas.put(
        5,
        1,
        canvas.say("结论", "Brief"),
        to=(5, 2),
        bg_color=ACCENT,
        font_color=PAPER,
        bold=True,
        align="center",
        font_size=11,
    )
    canvas.put(
        5,
        3,
        conclusion(canvas.lang),
        to=(5, LAST - 1),
        name="dash_conclusion",
        font_size=11,
        text_wrap=True,
        align="left",
        indent=1,
    )


def _met(canvas: Canvas, calc: dict[str, Place]) -> None:
    note = canvas.say(
        "▲ 达标　● 留意　▼ 未达　　目标、应达看「目标分解」，绿线、上限看「阈值」",
        "▲ met　● near　▼ low　　Goal, Due: see Goals. Line, Max: see Thresholds",
    )
    _section(canvas, 7, canvas.say("达标了吗", "Did we meet it?"), note)
    draw_cards(canvas)
    for panel in met_panels(canvas, calc):
        draw_panel(canvas, panel)


def _why(canvas: Canvas, calc: dict[str, Place]) -> None:
    note = canvas.say(
        "支付金额 = 访客 × 转化率 × 客单价，三项贡献相加正好等于差额",
        "GMV = visitors × conversion × AOV; the three effects add up to the gap",
    )
    _section(canvas, 32, canvas.say("为什么", "Why?"), note)
    for panel in why_panels(canvas, calc):
        draw_panel(canvas, panel)


def _section(canvas: Canvas, row: int, title: str, note: Content, name: str = "") -> None:
    """A question, and on its right what answers it."""
    canvas.put(row, 1, title, font_size=13, bold=True, font_color=NAVY)
    canvas.put(row, LAST - 1, note, name=name, font_size=9, font_color=SOFT, align="right")


def _what_now(canvas: Canvas) -> None:
    red, amber = (call("COUNTIFS", Column("Thresholds", "light"), light) for light in (-1, 0))
    said = (
        canvas.say("店铺指标：红灯 ", "Shop lights: ")
        & red
        & canvas.say(" 项，黄灯 ", " red, ")
        & amber
        & canvas.say(
            " 项，卡片上的都在内；列最要紧的 6 项", " amber, those of the cards among them; the six most urgent"
        )
    )
    _section(canvas, 46, canvas.say("怎么办", "What now?"), said, "dash_now")
    draw_urgent(canvas, 47)
    draw_freshness(canvas, 47)
    _peers(canvas)
    foot = canvas.say(
        "口径见「使用说明」。金额为支付口径；空白表示当天没有数据，不是 0。",
        "Definitions: Guide. Amounts are paid amounts; blank means no data, not 0.",
    )
    canvas.put(BOTTOM, 1, foot, font_size=9, font_color=FAINT)


def _peers(canvas: Canvas) -> None:
    """How our prices stand beside the peers', and what moved there."""
    canvas.area((PEERS, 1, PEERS, LAST - 1), bg_color=PAPER)
    canvas.frame((PEERS, 1, PEERS, LAST - 1))
    label: Look = {"bg_color": SOFT, "font_color": PAPER, "bold": True, "align": "center"}
    canvas.put(PEERS, 1, canvas.say("竞店", "Peers"), to=(PEERS, 2), **label)
    canvas.put(PEERS, 3, dashboard_line(canvas.lang), name="dash_peers", indent=1, align="left")
    words = canvas.say("竞店 →", "Competitors →")
    to_sheet = link("go_competitors", words)
    canvas.put(PEERS, LAST - 2, to_sheet, name="dash_to_peers", font_size=9, font_color=ACCENT, align="right")
