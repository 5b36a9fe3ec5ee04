"""Lights as conditional formats: green and amber colour the type, red alone gets a fill."""

from opsbook.book.kit.canvas import style
from opsbook.book.kit.format.cells import cell_name, range_name
from opsbook.book.kit.format.highlight import SIDES, JudgedBy, Within, highlight, threshold_cell
from opsbook.book.kit.format.light import light
from opsbook.book.kit.format.styles import ACCENT, BAD, BAD_BG, GOOD, GOOD_BG, MUTE_BG, PAPER, SOFT, WARN, WARN_BG, Look
from opsbook.book.kit.place import Place
from opsbook.book.plan import Box, Rule, Style
from opsbook.formulas.node import Name, both, is_num, when
from opsbook.formulas.text import text

SIGNS: dict[str, tuple[str, Look]] = {
    "green": ("▲", {"font_color": GOOD}),
    "red": ("▼", {"font_color": BAD, "bg_color": BAD_BG, "bold": True}),
    "amber": ("●", {"font_color": WARN}),
}
NUMBER_OF = {"green": 1, "red": -1, "amber": 0}
CHIPS = ((1, GOOD, GOOD_BG), (0, WARN, WARN_BG), (-1, PAPER, BAD))


def light_rules(place: Place, column: str, by: JudgedBy, number: str, found: str = "") -> tuple[Rule, ...]:
    """Three rules that light one column by its threshold row; `* ` in the format pushes the sign to the left edge.

    Args:
        place: where the table lies.
        column: the column.
        by: what judges it.
        number: its number format.
        found: what the header of a found figure adds to that of the typed one; empty where the table has none.
    """
    at = place.column[column]
    box = (place.first, at, place.last, at)
    cell = cell_name(place.first, at, column_fixed=True)
    row = range_name(place.first, place.left, place.first, place.right, rows_fixed=False)
    head = range_name(place.head, place.left, place.head, place.right)
    return tuple(_rule(box, highlight(by, cell, Within(row, head, found), side), side, number) for side in SIDES)


def bound_rules(place: Place, column: str, by: JudgedBy, number: str) -> tuple[Rule, ...]:
    """The same three lights for a table that lacks the base metric: its lines are those of the day shown."""
    at = place.column[column]
    box = (place.first, at, place.last, at)
    cell = Name(cell_name(place.first, at, column_fixed=True))
    found = by.row()
    green, red, direction = (threshold_cell(name, found) for name in ("green_bound", "red_bound", "direction"))
    lit = light(cell, green, red, direction)
    ready = both(is_num(cell), is_num(found))
    rules = (
        (side, when(ready, when(by.is_on(found), lit.equals(NUMBER_OF[side]), otherwise=False), otherwise=False))
        for side in SIDES
    )
    return tuple(_rule(box, text(rule, _no_tables), side, number) for side, rule in rules)


def _no_tables(table: str, column: str) -> str:
    raise KeyError(table, column)


def _rule(box: Box, formula: str, side: str, number: str) -> Rule:
    sign, look = SIGNS[side]
    return Rule(box, formula, style(**look, num_format=f'_."{sign}"* {number}_0'), stop=True)


def chip_rules(box: Box) -> tuple[Rule, ...]:
    """Fill and colour of a light cell by its own number: 1 green, 0 amber, -1 red; grey where words say why there is none."""
    cell = cell_name(box[0], box[1], column_fixed=True)
    lights = tuple(
        Rule(box, f"AND(ISNUMBER({cell}),{cell}={number})", style(font_color=color, bg_color=fill, bold=number < 0))
        for number, color, fill in CHIPS
    )
    return (*lights, Rule(box, f'AND(NOT(ISNUMBER({cell})),{cell}<>"")', style(font_color=SOFT, bg_color=MUTE_BG)))


def day_rules(box: Box) -> tuple[Rule, ...]:
    """Invert the day shown on the dashboard; weekends are blue."""
    cell = cell_name(box[0], box[1], column_fixed=True)
    shown: Style = style(bold=True, font_color=PAPER, bg_color=ACCENT)
    return (
        Rule(box, f'AND({cell}<>"",{cell}=the_day)', shown, stop=True),
        Rule(box, f"AND(ISNUMBER({cell}),WEEKDAY({cell},2)>5)", style(bold=True, font_color=ACCENT), stop=True),
    )
