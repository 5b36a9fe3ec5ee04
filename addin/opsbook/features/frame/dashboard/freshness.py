"""The dashboard's list of data: is everything here for the day shown, and what to fetch if not."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.format.lights import chip_rules
from opsbook.book.kit.format.styles import DAY, PAPER, SOFT, Look
from opsbook.book.kit.grid import NOW_ROW, edges
from opsbook.book.kit.listing import CENTER, HEADING, RIGHT, list_line
from opsbook.features.frame.reading import HAS_DAY, THE_DAY, figure
from opsbook.formulas.node import Column, Name, Node, call, is_num, when


def newest(table: str) -> Node:
    """The last date of a table; empty when it holds none."""
    dates = Column(table, "date")
    return when(call("COUNT", dates).equals(0), "", call("MAX", dates))


def draw_freshness(canvas: Canvas) -> None:
    """Heading, one line per report and the goal on modules 4 to 7."""
    row, say, reports = NOW_ROW, canvas.say, canvas.catalog.reports
    heads = (
        (1, say("数据", "Data"), "", CENTER),
        (2, say("报表", "Report"), "", {"indent": 1}),
        (9, say("最新一天", "Latest"), "", RIGHT),
        (13, say("缺几天", "Behind"), "", RIGHT),
        (14, say("从哪里导出", "Export it from"), "", {"indent": 1}),
    )
    list_line(canvas, row, 4, heads, **HEADING)
    for offset, one in enumerate(reports, 1):
        words = one.label[canvas.lang], one.source[canvas.lang]
        _line(canvas, row + offset, one.id, words, Name(one.newest))
    _goal_line(canvas, row + len(reports) + 1)
    left = edges(4, 1)[0] + 1
    canvas.rules.extend(chip_rules((row + 1, left, row + len(reports) + 1, left)))


def _chip(canvas: Canvas) -> Look:
    number = canvas.say('"▲已到";"▼缺";"●旧"', '"▲ here";"▼ none";"● old"')
    return {"num_format": number, "bottom": 5, "bottom_color": PAPER, **CENTER}


def _line(canvas: Canvas, row: int, name: str, words: tuple[str, str], last: Node) -> None:
    state = when(HAS_DAY, when(is_num(last), when(last >= THE_DAY, 1, 0), -1))
    behind = when(HAS_DAY, when(is_num(last), call("MAX", 0, THE_DAY - last)))
    cells = (
        (1, state, f"data_{name}_state", _chip(canvas)),
        (2, words[0], "", {"indent": 1}),
        (9, last, f"data_{name}_last", {**RIGHT, "num_format": DAY}),
        (
            13,
            behind,
            f"data_{name}_behind",
            {**RIGHT, "num_format": canvas.say('0" 天";;"–"', '0" d";;"–"'), "font_color": SOFT},
        ),
        (14, words[1], "", {"indent": 1, "font_color": SOFT}),
    )
    list_line(canvas, row, 4, cells)


def _goal_line(canvas: Canvas, row: int) -> None:
    state = when(HAS_DAY, when(is_num(figure("day_goal")), 1, -1))
    words = canvas.say("「目标分解」填年目标，或 opsbook goal", "Goals sheet: year goal, or opsbook goal")
    cells = (
        (1, state, "data_goal_state", _chip(canvas)),
        (2, canvas.say("日目标", "Day goal"), "", {"indent": 1}),
        (9, figure("day_goal"), "data_goal", {**RIGHT, "num_format": "#,##0"}),
        (14, words, "", {"indent": 1, "font_color": SOFT}),
    )
    list_line(canvas, row, 4, cells)
