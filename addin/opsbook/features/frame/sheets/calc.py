"""Calc: everything charts read, by formula, for the day shown. Charts never read a table the user can sort."""

from collections.abc import Iterator

from opsbook.book.kit.calc_table import Figure, calc_drawing, numbered
from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import ACCENT, DAY_LONG, FORMULA_BG, LINE, RULE, TINT, Look, figure, side
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.table import Drawing, draw_table
from opsbook.features.frame.reading import row
from opsbook.features.frame.tables import CALC_DATES
from opsbook.formulas.node import Name, Node, both, is_num, when
from opsbook.model.language import Label
from opsbook.model.reference import resolve
from opsbook.model.values import FIRST_DAY, LAST_DAY

LIST_LENGTH = 60


def calc(draft: Draft) -> Canvas:
    """The Calc sheet: the tables of all features, then single figures."""
    canvas = Canvas("calc", draft.say("计算", "Calc"), RULE, draft)
    canvas.columns([16])
    note = canvas.say(
        "图表的数据都在这里，由公式按「查看日期」取数；请不要在此改动。",
        "What the charts read, by formula for the day shown. Please do not edit.",
    )
    left = 1
    for table in draft.catalog.calc:
        place = draw_table(canvas, 2, left, resolve(table.draw)(draft))
        canvas.columns([24], place.right + 1)
        left = place.right + 2
    _figures(canvas, 2, left)
    canvas.columns([148, 96, 16], left)
    band(canvas, note, left + 2)
    way_back(canvas, left + 1)
    canvas.rows([12], 1)
    canvas.freeze = (3, 0)
    canvas.row_height = 20
    printed(canvas, repeat=(2, 2))
    return canvas


def dates(draft: Draft) -> Drawing:
    """The days that may be chosen, newest first."""
    del draft
    day = when(is_num(Name("as_of")), Name("as_of") - row("CalcDates", "n") + 1)
    return calc_drawing(CALC_DATES, {"day": day}, numbered(LIST_LENGTH, CALC_DATES), {"day": DAY_LONG})


def shown_day(draft: Draft) -> tuple[Figure, ...]:
    """The day that everything else is worked out for."""
    del draft
    return (Figure("shown_day", Label("查看日期", "Day shown"), _shown_day(), DAY_LONG),)


def _shown_day() -> Node:
    """The date cell's day; empty where somebody put something there that is no date: DAY and MONTH would fail on it."""
    typed = Name("the_day")
    return when(both(is_num(typed), typed >= FIRST_DAY, typed <= LAST_DAY), typed)


def _figures(canvas: Canvas, row: int, column: int) -> None:
    """A list of figures: what each one is, and its value under a defined name."""
    head: Look = {"bg_color": TINT, "font_size": 9, "bold": True, "bottom": 2, "bottom_color": ACCENT}
    canvas.put(row, column, canvas.say("数字", "Figure"), **head, **side("left"))
    canvas.put(row, column + 1, canvas.say("数值", "Value"), **head, **side("right"))
    look: Look = {"bottom": 1, "bottom_color": LINE}
    for offset, one in enumerate(_listed(canvas.draft), 1):
        canvas.put(row + offset, column, one.label[canvas.lang], **look, **side("left"))
        shown = {"bg_color": FORMULA_BG, **look, **figure(one.number)}
        canvas.put(row + offset, column + 1, one.node, name=one.name, **shown)


def _listed(draft: Draft) -> Iterator[Figure]:
    for figures in draft.catalog.figures:
        yield from resolve(figures.list)(draft)
