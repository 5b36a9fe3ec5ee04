"""Dashboard: three questions down one page, for whichever day the date cell shows."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import (
    ACCENT,
    BAND_TEXT,
    DAY_LONG,
    FAINT,
    GROUND,
    NAVY,
    PAPER,
    SOFT,
    WARN,
    WARN_BG,
    YOURS,
    YOURS_BG,
    YOURS_LINE,
    Look,
)
from opsbook.book.kit.grid import LAST, edges, widths
from opsbook.book.plan import Content, PageSetup, Rule, Validation
from opsbook.features.frame.dashboard.cards import draw_cards
from opsbook.features.frame.dashboard.words import under_date
from opsbook.features.frame.reading import figure
from opsbook.formulas.node import Column, Literal, Name, call, when
from opsbook.model.reference import resolve

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
BOTTOM = 56


def dashboard(draft: Draft) -> Canvas:
    """The first page: met? why? what now?"""
    canvas = Canvas("dashboard", draft.say("今日看板", "Dashboard"), ACCENT, draft)
    canvas.columns(widths())
    canvas.rows(HEIGHTS)
    canvas.area((0, 0, BOTTOM, LAST), bg_color=GROUND)
    _band(canvas)
    _date(canvas)
    _tiles(canvas, "status")
    _conclusion(canvas)
    _met(canvas)
    _why(canvas)
    _what_now(canvas)
    canvas.page = PageSetup(tall=1, area=(0, 0, BOTTOM, LAST))
    canvas.freeze = (4, 0)
    canvas.protected = True
    return canvas


def _tiles(canvas: Canvas, slot: str) -> None:
    """What features show in a slot; one that is off leaves it blank."""
    for tile in canvas.catalog.tiles:
        if tile.slot == slot:
            resolve(tile.draw)(canvas)


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


def _conclusion(canvas: Canvas) -> None:
    canvas.area((5, 1, 5, LAST - 1), bg_color=PAPER)
    canvas.frame((5, 1, 5, LAST - 1))
    word, lacks = canvas.say("结论", "Brief"), figure("month_missing")
    short = Literal(f"{word}\n") & canvas.say("缺 ", "gap ") & lacks & canvas.say(" 天", "")
    label = when(figure("month_gap").equals(""), word, short)
    look: Look = {"bg_color": ACCENT, "font_color": PAPER, "bold": True, "align": "center", "font_size": 11}
    canvas.put(5, 1, label, to=(5, 2), name="dash_label", text_wrap=True, **look)
    canvas.rules.append(Rule((5, 1, 5, 2), 'month_gap<>""', style(font_color=WARN, bg_color=WARN_BG)))
    _tiles(canvas, "conclusion")


def _met(canvas: Canvas) -> None:
    note = canvas.say(
        "▲ 达标　● 留意　▼ 未达　　目标、应达看「目标分解」，绿线、上限看「阈值」",
        "▲ met　● near　▼ low　　Goal, Due: see Goals. Line, Max: see Thresholds",
    )
    _section(canvas, 7, canvas.say("达标了吗", "Did we meet it?"), note)
    draw_cards(canvas)
    _tiles(canvas, "met")


def _why(canvas: Canvas) -> None:
    note = canvas.say(
        "支付金额 = 访客 × 转化率 × 客单价，三项贡献相加正好等于差额",
        "GMV = visitors × conversion × AOV; the three effects add up to the gap",
    )
    _section(canvas, 32, canvas.say("为什么", "Why?"), note)
    _tiles(canvas, "why")


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
    _tiles(canvas, "now")
    _tiles(canvas, "foot")
    foot = canvas.say(
        "口径见「使用说明」。金额为支付口径；空白表示当天没有数据，不是 0。",
        "Definitions: Guide. Amounts are paid amounts; blank means no data, not 0.",
    )
    canvas.put(BOTTOM, 1, foot, font_size=9, font_color=FAINT)
