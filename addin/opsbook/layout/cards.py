"""The eight cards of the dashboard: value, goal, light and what it is compared with."""

from dataclasses import dataclass

from opsbook.formulas.node import Name, Node, both, call, is_num, when
from opsbook.layout.canvas import Canvas, rich, style
from opsbook.layout.cells import cell_name
from opsbook.layout.grid import edges
from opsbook.layout.lights import chip_rules
from opsbook.layout.plan import Content, Rule
from opsbook.layout.reading import change, difference, figure, metric, ratio, threshold
from opsbook.layout.styles import (
    BAD,
    DECIMAL,
    DELTA,
    DELTA_PP,
    FAINT,
    GOOD,
    GROUND,
    INK,
    MID,
    PAPER,
    PCT1,
    PCT2,
    RATIO,
    SHARE,
    SOFT,
    big,
)
from opsbook.vocabulary.language import Label, Lang

TOP = 8  # first row of the cards
LAST_WEEK = {"zh": ("较上周", "一二三四五六日", 1), "en": ("last ", "MonTueWedThuFriSatSun", 3)}


@dataclass(frozen=True, slots=True)
class Card:
    """One card.

    Args:
        id: metric id, or 'month'.
        label: name on the card.
        unit: small unit beside the name.
        value: the big figure.
        number: its format; empty for money and counts, which shorten themselves.
        goal: what it is held against.
        light: 1, 0, -1 or empty.
        reached: what counts towards the goal, where that need not be the value: a goal may be net of refunds.
        ceiling: lower is better: the goal is an upper limit.
        points: compared in percentage points instead of relative change.
    """

    id: str
    label: Label
    unit: Label
    value: Node
    number: str
    goal: Node
    light: Node
    reached: Node | None = None
    ceiling: bool = False
    points: bool = False


YUAN, NO_UNIT = Label("元", "CNY"), Label("", "")


def _against(share: Node) -> Node:
    """A light for goals without a threshold row of their own: the bounds of attainment."""
    green, red = threshold("attainment|shop", "green_bound"), threshold("attainment|shop", "red_bound")
    inner = when(call("ROUND", share - green, 12) >= 0, 1, when(call("ROUND", share - red, 12) < 0, -1, 0))
    return when(both(is_num(share), is_num(green), is_num(red)), inner)


def _lit(key: str) -> Node:
    return threshold(key, "light")


CARDS: tuple[Card, ...] = (
    Card(
        "gmv",
        Label("支付金额", "GMV"),
        YUAN,
        metric("gmv"),
        "",
        figure("day_goal"),
        _against(Name("card_gmv_share")),
        reached=figure("day_actual"),
    ),
    Card(
        "visitors",
        Label("访客数", "Visitors"),
        NO_UNIT,
        metric("visitors"),
        "",
        figure("visitor_goal"),
        _against(Name("card_visitors_share")),
    ),
    Card(
        "cvr",
        Label("支付转化率", "Conversion"),
        NO_UNIT,
        metric("cvr"),
        PCT2,
        figure("target_cvr"),
        _lit("cvr|shop"),
        points=True,
    ),
    Card("aov", Label("客单价", "AOV"), YUAN, metric("aov"), DECIMAL, figure("target_aov"), _lit("aov|shop")),
    Card(
        "fav_cart_rate",
        Label("收藏加购率", "Fav + cart"),
        NO_UNIT,
        metric("fav_cart_rate"),
        PCT1,
        threshold("fav_cart_rate|shop", "green_bound"),
        _lit("fav_cart_rate|shop"),
        points=True,
    ),
    Card(
        "refund_rate",
        Label("退款率", "Refund rate"),
        NO_UNIT,
        metric("refund_rate"),
        PCT1,
        threshold("refund_rate|shop", "green_bound"),
        _lit("refund_rate|shop"),
        ceiling=True,
        points=True,
    ),
    Card(
        "roi",
        Label("推广ROI", "Ad ROI"),
        NO_UNIT,
        metric("roi"),
        RATIO,
        threshold("roi|shop", "green_bound"),
        _lit("roi|shop"),
    ),
    Card(
        "month",
        Label("本月达成", "Month"),
        NO_UNIT,
        ratio(figure("month_actual"), figure("month_goal")),
        PCT1,
        ratio(figure("month_due"), figure("month_goal")),
        _against(Name("card_month_share")),
    ),
)


def draw_cards(canvas: Canvas) -> None:
    """All cards, left to right."""
    for module, card in enumerate(CARDS):
        _card(canvas, module, card)


def _card(canvas: Canvas, module: int, card: Card) -> None:
    first, last = edges(module, 1)
    column = first + 1
    canvas.area((TOP, first, TOP + 9, last), bg_color=PAPER)
    canvas.frame((TOP, first, TOP + 9, last))
    _title(canvas, column, card)
    _figures(canvas, column, card)
    _bar(canvas, column, card)
    if card.id == "month":
        _month_lines(canvas, column)
    else:
        _deltas(canvas, column, card)


def _title(canvas: Canvas, column: int, card: Card) -> None:
    name, unit = card.label[canvas.lang], card.unit[canvas.lang]
    words = (
        rich(({"bold": True, "font_color": SOFT}, name), ({"font_size": 9, "font_color": FAINT}, f"  {unit}"))
        if unit
        else name
    )
    canvas.put(TOP + 1, column, words, bold=True, font_color=SOFT)
    number = canvas.say('"▲达标";"▼未达";"●留意"', '"▲ met";"▼ low";"● near"')
    if card.ceiling:
        number = canvas.say('"▲达标";"▼超限";"●留意"', '"▲ ok";"▼ over";"● near"')
    canvas.put(
        TOP + 1, column + 2, card.light, name=f"card_{card.id}_light", num_format=number, align="center", font_size=9
    )
    canvas.rules.extend(chip_rules((TOP + 1, column + 2, TOP + 1, column + 2)))


def _figures(canvas: Canvas, column: int, card: Card) -> None:
    own, goal = Name(f"card_{card.id}"), Name(f"card_{card.id}_goal")
    number = card.number or big(canvas.lang)
    canvas.put(
        TOP + 2,
        column,
        card.value,
        to=(TOP + 2, column + 2),
        name=f"card_{card.id}",
        num_format=number,
        font_size=22,
        bold=True,
        align="left",
    )
    canvas.put(
        TOP + 3,
        column,
        card.goal,
        to=(TOP + 3, column + 1),
        name=f"card_{card.id}_goal",
        num_format=_goal_format(card, canvas.lang),
        font_size=9,
        font_color=SOFT,
        align="left",
    )
    excess = when(both(is_num(own), is_num(goal)), (own - goal) * 100)
    met = ratio(own if card.reached is None else card.reached, goal)
    share, look = (excess, '"+"0.0"pp";"−"0.0"pp";0.0"pp"') if card.ceiling else (met, SHARE)
    canvas.put(
        TOP + 3, column + 2, share, name=f"card_{card.id}_share", num_format=look, font_size=9, bold=True, align="right"
    )


def _goal_format(card: Card, lang: Lang) -> str:
    word = Label("目标 ", "Goal ")
    if card.ceiling:
        word = Label("上限 ", "Max ")
    elif card.id == "month":
        word = Label("应达 ", "Due ")
    return f'"{word[lang]}"{card.number}' if card.number else big(lang, word[lang])


def _bar(canvas: Canvas, column: int, card: Card) -> None:
    """A thin bar, full when met; for limits it is limit over actual."""
    own, goal, share = Name(f"card_{card.id}"), Name(f"card_{card.id}_goal"), Name(f"card_{card.id}_share")
    reached = ratio(goal, own) if card.ceiling else share
    node = when(is_num(reached), call("MAX", 0, call("MIN", 1, reached)))
    box = (TOP + 4, column, TOP + 4, column + 2)
    canvas.put(
        TOP + 4, column, node, to=box[2:], name=f"card_{card.id}_bar", num_format=";;;", font_size=6, bg_color=GROUND
    )
    canvas.rules.append(Rule(box, "", style(bar_color=MID), bar=True))


def _deltas(canvas: Canvas, column: int, card: Card) -> None:
    compare, number = (difference, DELTA_PP) if card.points else (change, DELTA)
    words, letters, size = LAST_WEEK[canvas.lang]
    weekday = when(
        is_num(Name("the_day")),
        words & call("MID", letters, call("WEEKDAY", Name("the_day"), 2) * size - size + 1, size),
    )
    labels: tuple[tuple[Content, str], ...] = (
        (canvas.say("较前一日", "prev. day"), ""),
        (weekday, f"card_{card.id}_weekday"),
        (canvas.say("较7日均", "7 days"), ""),
    )
    for line, (label, before) in enumerate(zip(labels, ("previous", "week_ago", "mean7"), strict=True)):
        canvas.put(TOP + 6 + line, column, label[0], name=label[1], font_size=9, font_color=SOFT)
        node = compare(metric(card.id), metric(card.id, before))
        place = (TOP + 6 + line, column + 2)
        canvas.put(
            TOP + 6 + line,
            column + 1,
            node,
            to=place,
            name=f"card_{card.id}_vs_{before}",
            num_format=number,
            font_size=9,
            align="right",
        )
    _delta_colors(canvas, column, card)


def _delta_colors(canvas: Canvas, column: int, card: Card) -> None:
    box = (TOP + 6, column + 1, TOP + 8, column + 2)
    first = cell_name(TOP + 6, column + 1, column_fixed=True)
    good, bad = ("<", ">") if card.ceiling else (">", "<")
    for sign, color in ((good, GOOD), (bad, BAD)):
        canvas.rules.append(Rule(box, f"AND(ISNUMBER({first}),ROUND({first},4){sign}0)", style(font_color=color)))


def _month_lines(canvas: Canvas, column: int) -> None:
    lines = (
        (canvas.say("累计", "To date"), "month_actual"),
        (canvas.say("月目标", "Goal"), "month_goal"),
        (canvas.say("预计月末", "Forecast"), "month_forecast"),
    )
    for line, (label, key) in enumerate(lines):
        canvas.put(TOP + 6 + line, column, label, font_size=9, font_color=SOFT)
        canvas.put(
            TOP + 6 + line,
            column + 1,
            figure(key),
            to=(TOP + 6 + line, column + 2),
            name=f"month_line_{key}",
            num_format=big(canvas.lang),
            font_size=9,
            align="right",
            font_color=INK,
        )
