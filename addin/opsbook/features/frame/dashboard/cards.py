"""The eight cards of the dashboard: value, goal, light and what it is compared with."""

from opsbook.book.kit.canvas import Canvas, rich, style
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.lights import chip_rules
from opsbook.book.kit.format.styles import (
    BAD,
    DELTA,
    DELTA_PP,
    FAINT,
    GOOD,
    GROUND,
    INK,
    MID,
    PAPER,
    SHARE,
    SOFT,
    Look,
    big,
)
from opsbook.book.kit.grid import edges
from opsbook.book.plan import Content, Rule
from opsbook.features.frame.dashboard.card_list import CARDS, Card, light_note
from opsbook.features.frame.holes import Holes
from opsbook.features.frame.reading import HAS_DAY, PAST_WEEK, THE_DAY, change, difference, figure, metric, ratio
from opsbook.formulas.node import Name, Node, both, call, is_num, when
from opsbook.model.language import Label, Lang

TOP = 8  # first row of the cards
LAST_WEEK = {"zh": ("较上周", "一二三四五六日", 1), "en": ("last ", "MonTueWedThuFriSatSun", 3)}


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
    light = _month_light(card, canvas.lang) if card.id == "month" else card.light
    canvas.put(TOP + 1, column + 2, light, name=f"card_{card.id}_light", num_format=number, align="center", font_size=9)
    canvas.rules.extend(chip_rules((TOP + 1, column + 2, TOP + 1, column + 2)))


def _month_light(card: Card, lang: Lang) -> Node:
    """The month's light; of a month that lacks days, how many."""
    count = figure("month_missing")
    words = "缺 " & count & " 天" if lang == "zh" else "gap " & count & " d"
    return when(figure("month_gap").equals(""), card.light, words)


def _figures(canvas: Canvas, column: int, card: Card) -> None:
    canvas.put(
        TOP + 2,
        column,
        card.value,
        to=(TOP + 2, column + 2),
        name=f"card_{card.id}",
        num_format=card.number or big(canvas.lang),
        font_size=22,
        bold=True,
        align="left",
    )
    _goal(canvas, column, card)
    own, goal = Name(f"card_{card.id}"), Name(f"card_{card.id}_goal")
    excess = when(both(is_num(own), is_num(goal)), (own - goal) * 100)
    met = ratio(own if card.reached is None else card.reached, goal)
    share, number = (excess, '"+"0.0"pp";"−"0.0"pp";0.0"pp"') if card.ceiling else (met, SHARE)
    look: Look = {"num_format": number, "font_size": 9, "bold": True, "align": "right"}
    canvas.put(TOP + 3, column + 2, share, name=f"card_{card.id}_share", **look)
    if card.judged:
        note, place = light_note(card, canvas.lang), (TOP + 5, column + 2)
        canvas.put(TOP + 5, column, note, to=place, name=f"card_{card.id}_note", font_size=8, font_color=SOFT)


def _goal(canvas: Canvas, column: int, card: Card) -> None:
    """What the figure is held against, and the word that says what that is."""
    box = (TOP + 3, column, TOP + 3, column + 1)
    number = _goal_format(card, card.word, canvas.lang)
    look: Look = {"num_format": number, "font_size": 9, "font_color": SOFT, "align": "left"}
    canvas.put(TOP + 3, column, card.goal, to=box[2:], name=f"card_{card.id}_goal", **look)
    cell = cell_name(TOP + 3, column, column_fixed=True)
    for word, holds in card.otherwise(cell, canvas.draft) if card.otherwise else ():
        canvas.rules.append(Rule(box, holds, style(num_format=_goal_format(card, word, canvas.lang)), stop=True))


def _goal_format(card: Card, word: Label, lang: Lang) -> str:
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
        HAS_DAY,
        words & call("MID", letters, call("WEEKDAY", THE_DAY, 2) * size - size + 1, size),
    )
    labels: tuple[tuple[Content, str], ...] = (
        (canvas.say("较前一日", "prev. day"), ""),
        (weekday, f"card_{card.id}_weekday"),
        (canvas.say("较7日均", "7 days"), ""),
    )
    for line, (label, before) in enumerate(zip(labels, ("previous", "week_ago", "mean7"), strict=True)):
        canvas.put(TOP + 6 + line, column, label[0], name=label[1], font_size=9, font_color=SOFT)
        node = compare(metric(card.id), metric(card.id, before))
        if before == "mean7":
            node = _of_whole_week(card, node, canvas.lang)
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


def _of_whole_week(card: Card, node: Node, lang: Lang) -> Node:
    """A comparison with the 7 days before; where a day of them lacks, which one instead."""
    lacks = Holes(card.field or card.id, *PAST_WEEK).words(lang)
    return when(HAS_DAY, when(lacks.equals(""), node, when(is_num(metric(card.id)), lacks)))


def _delta_colors(canvas: Canvas, column: int, card: Card) -> None:
    box = (TOP + 6, column + 1, TOP + 8, column + 2)
    first = cell_name(TOP + 6, column + 1, column_fixed=True)
    good, bad = ("<", ">") if card.ceiling else (">", "<")
    for sign, color in ((good, GOOD), (bad, BAD)):
        canvas.rules.append(Rule(box, f"AND(ISNUMBER({first}),ROUND({first},4){sign}0)", style(font_color=color)))


def _month_lines(canvas: Canvas, column: int) -> None:
    """What stands behind the month's share: of an incomplete month over how many days, and why it has no forecast."""
    lacks, to_date = figure("month_gap").differs(""), canvas.say("累计", "To date")
    present = canvas.say("累计 ", "") & figure("month_known") & canvas.say(" 天", " days")
    over = when(lacks, present, to_date)
    later = when(lacks, canvas.say("补齐后算", "once complete"), canvas.say("天数不够", "too early"))
    ahead = when(
        is_num(figure("month_forecast")), figure("month_forecast"), when(is_num(figure("month_actual")), later)
    )
    lines: tuple[tuple[Content, str, Node], ...] = (
        (over, "month_actual", figure("month_actual")),
        (canvas.say("月目标", "Goal"), "month_goal", figure("month_goal")),
        (canvas.say("预计月末", "Forecast"), "month_forecast", ahead),
    )
    for line, (label, key, shown) in enumerate(lines):
        name = "" if isinstance(label, str) else f"month_line_{key}_label"
        canvas.put(TOP + 6 + line, column, label, name=name, font_size=9, font_color=SOFT)
        canvas.put(
            TOP + 6 + line,
            column + 1,
            shown,
            to=(TOP + 6 + line, column + 2),
            name=f"month_line_{key}",
            num_format=big(canvas.lang),
            font_size=9,
            align="right",
            font_color=INK,
        )
