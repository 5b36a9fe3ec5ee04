"""The shop's own events and days off, below the settings."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.format.styles import DAY_LONG, SOFT
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.features.frame.sheets.settings import heading
from opsbook.features.goals.tables import EVENTS
from opsbook.model.language import Label

EVENT_ROWS = 12


def draw_events(canvas: Canvas) -> None:
    """A title, what the table is for, and its rows."""
    top = canvas.cursor - 1
    heading(canvas, top, canvas.say("自己的活动与放假安排", "Your own events and days off"))
    hint = canvas.say(
        "大促日历自带，写在这里的优先。系数是平日的倍数，可空。没营业的日子「阶段」填休业。",
        "These rows go first. Lift: times an ordinary day, or blank. Phase closed: no sales that day.",
    )
    canvas.put(top, 3, hint, font_size=9, font_color=SOFT)
    draw_table(canvas, top + 1, 1, _events())


def _events() -> Drawing:
    group = Group(Label("", ""), tuple(column.id for column in EVENTS.columns))
    body = ((None,) * len(EVENTS.columns),) * EVENT_ROWS
    widths = {"event": 148, "phase": 208, "start": 96, "end": 96, "lift": 84, "note": 240}
    return Drawing(EVENTS, (group,), widths=widths, formats={"start": DAY_LONG, "end": DAY_LONG}, body=body, reach=500)
