"""The season board: what to do about each season, as a chip, and why."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.styles import (
    ACCENT,
    GOOD,
    GOOD_BG,
    GROUND,
    LINE,
    PAPER,
    SOFT,
    TINT,
    WARN,
    WARN_BG,
    Look,
    side,
)
from opsbook.book.plan import Box, Rule
from opsbook.features.competitors.words import VERDICTS
from opsbook.formulas.node import Column, Node, call, when
from opsbook.model.language import Lang

SHOWN = 6
CHIPS = {"launch": ("▲", GOOD, GOOD_BG), "watch": ("●", WARN, WARN_BG), "hold": ("■", SOFT, GROUND)}
ROW = 36  # pixels: two lines of small type


def draw_seasons(canvas: Canvas, row: int, last: int) -> None:
    """A header and six lines; reasons take the room up to a column."""
    heads = (canvas.say("季节", "Season"), canvas.say("建议", "Verdict"), canvas.say("依据", "Why"))
    canvas.rows([28, *[ROW] * SHOWN], row)
    canvas.area((row, 1, row, last), bg_color=TINT, font_size=9, bold=True, bottom=2, bottom_color=ACCENT)
    for column, (head, align) in enumerate(zip(heads, ("left", "center", "left"), strict=True), 1):
        canvas.put(row, column, head, **side(align))
    for number in range(1, SHOWN + 1):
        _line(canvas, row + number, number, last)
    canvas.rules.extend(_chips((row + 1, 2, row + SHOWN, 2), canvas.lang))


def _line(canvas: Canvas, row: int, number: int, last: int) -> None:
    canvas.area((row, 1, row, last), bg_color=PAPER, bottom=1, bottom_color=LINE)
    canvas.put(row, 1, _cell("season", number), name=f"season_{number}", bold=True, **side("left"))
    canvas.put(row, 2, _cell("verdict", number), name=f"season_{number}_verdict", **side("center"))
    why: Look = {"font_size": 9, "text_wrap": True, **side("left")}
    said = _cell("evidence", number)
    if number == 1:
        said = when(_cell("season", number).equals(""), _awaited(canvas), said)
    canvas.put(row, 3, said, to=(row, last), name=f"season_{number}_why", **why)


def _awaited(canvas: Canvas) -> str:
    return canvas.say(
        "名单里有竞店、日志的「季节标签」填了（如 秋冬），这里就说要不要跟着上新",
        "With shops in the list and seasons in the log (such as autumn), this says whether to launch",
    )


def _cell(column: str, number: int) -> Node:
    cells = Column("PeerSeasons", column)
    return when(call("ROWS", cells) < number, "", call("INDEX", cells, number) & "")


def _chips(box: Box, lang: Lang) -> tuple[Rule, ...]:
    """Fill, colour and sign of a verdict by its word."""
    cell = cell_name(box[0], box[1], column_fixed=True)
    return tuple(
        Rule(
            box,
            f'{cell}="{VERDICTS[verdict][lang]}"',
            style(font_color=color, bg_color=fill, bold=True, num_format=f'"{sign} "@'),
        )
        for verdict, (sign, color, fill) in CHIPS.items()
    )
