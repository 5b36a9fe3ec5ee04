"""The dashboard's list of lit thresholds: what is wrong, how far, who acts, how."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.format.lights import chip_rules
from opsbook.book.kit.format.styles import PAPER, SOFT, Look
from opsbook.book.kit.grid import NOW_ROW, edges
from opsbook.book.kit.listing import CENTER, HEADING, INDENT, RIGHT, list_line
from opsbook.features.thresholds.urgency import LINES, urgent


def draw_urgent(canvas: Canvas) -> None:
    """Heading and six lines on modules 0 to 3."""
    row, say = NOW_ROW, canvas.say
    heads = (
        (1, say("级别", "Level"), "", CENTER),
        (2, say("预警", "Alert"), "", {"indent": 1}),
        (7, say("当前", "Now"), "", RIGHT),
        (9, say("界线", "Bound"), "", RIGHT),
        (11, say("负责", "Owner"), "", {"align": "left"}),
        (14, say("建议", "Advice"), "", {"indent": 1}),
    )
    list_line(canvas, row, 0, heads, **HEADING)
    for rank in range(1, LINES + 1):
        _line(canvas, row + rank, rank)
    left = edges(0, 1)[0] + 1
    canvas.rules.extend(chip_rules((row + 1, left, row + LINES, left)))


def _line(canvas: Canvas, row: int, rank: int) -> None:
    number = canvas.say('"▲正常";"▼严重";"●留意"', '"▲ fine";"▼ red";"● near"')
    soft: Look = {"font_color": SOFT}
    chip: Look = {"num_format": number, "bottom": 5, "bottom_color": PAPER, **CENTER}
    cells = (
        (1, urgent("light", rank), f"alert_{rank}_light", chip),
        (2, urgent("metric", rank), f"alert_{rank}_metric", INDENT),
        (7, urgent("current", rank), f"alert_{rank}_now", {**RIGHT, "bold": True}),
        (9, urgent("bound", rank), f"alert_{rank}_bound", {**RIGHT, **soft}),
        (11, urgent("owner", rank), f"alert_{rank}_owner", {"align": "left", **soft}),
        (14, urgent("advice", rank), f"alert_{rank}_advice", INDENT),
    )
    list_line(canvas, row, 0, cells)
