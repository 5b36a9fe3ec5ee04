"""Settings: what the operator may change is a cell with a name; below, the shop's own events."""

from opsbook.layout.canvas import Canvas, style
from opsbook.layout.heading import band, printed, way_back
from opsbook.layout.plan import Validation
from opsbook.layout.settings_list import GOAL_MEASURES, SETTINGS, Setting
from opsbook.layout.styles import DAY_LONG, FORMULA_BG, INK, KINDS, LINE, NAVY, SOFT, YOURS_LINE
from opsbook.layout.tables import Drawing, Group, draw_table
from opsbook.vocabulary.language import Label, Lang
from opsbook.vocabulary.tables import EVENTS, Kind

TOP = 3
EVENT_ROWS = 12
COUNTED = ("window_items", "window_plans", "window_keywords", "backups")


def settings(lang: Lang) -> Canvas:
    """The Settings sheet."""
    canvas = Canvas("settings", "设置" if lang == "zh" else "Settings", YOURS_LINE, lang)
    canvas.columns([16])
    for offset, one in enumerate(SETTINGS):
        _line(canvas, TOP + offset, one)
    _choices(canvas)
    canvas.rows([12, 30], 1)
    canvas.put(2, 1, canvas.say("店铺与口径", "Shop and measures"), bold=True, font_size=13, font_color=NAVY)
    top = TOP + len(SETTINGS)
    canvas.rows([14, 30], top)
    canvas.put(
        top + 1,
        1,
        canvas.say("自己的活动与放假安排", "Your own events and days off"),
        bold=True,
        font_size=13,
        font_color=NAVY,
    )
    hint = canvas.say(
        "大促日历自带；平台改期、店庆、节假日调休写在这里，优先于自带日历。系数是平日的倍数，可空。",
        "Big promotions are built in. Moved dates, shop days and days off go here and win. Lift: times an ordinary day, may be blank.",
    )
    canvas.put(top + 1, 3, hint, font_size=9, font_color=SOFT)
    place = draw_table(canvas, top + 2, 1, _events())
    band(
        canvas,
        canvas.say("黄底可改，灰底由程序写入。", "Yellow is yours; grey is written by the program."),
        place.right + 1,
    )
    way_back(canvas, place.right)
    canvas.columns([16], place.right + 1)
    canvas.freeze = (1, 0)
    printed(canvas)
    return canvas


def _line(canvas: Canvas, row: int, one: Setting) -> None:
    look = KINDS[Kind.YOURS] if one.yours else {"bg_color": FORMULA_BG, "font_color": INK}
    edge = YOURS_LINE if one.yours else LINE
    canvas.put(row, 1, one.label[canvas.lang], indent=1, bottom=1, bottom_color=LINE)
    canvas.put(
        row,
        2,
        one.content(canvas.lang),
        name=one.name,
        align="left",
        indent=1,
        num_format=one.number,
        bottom=1,
        bottom_color=edge,
        **look,
    )
    canvas.put(row, 3, one.note[canvas.lang], indent=1, font_size=9, font_color=SOFT)


def _choices(canvas: Canvas) -> None:
    at = {one.name: TOP + offset for offset, one in enumerate(SETTINGS)}
    measures = style(validate="list", source=tuple(label[canvas.lang] for label in GOAL_MEASURES))
    canvas.validations.append(Validation((at["goal_metric"], 2, at["goal_metric"], 2), measures))
    share = style(
        validate="decimal",
        criteria="between",
        minimum=0,
        maximum=1,
        error_message=canvas.say("请填 0 到 100% 之间的数。", "Between 0 and 100%."),
    )
    canvas.validations.append(Validation((at["cost_rate"], 2, at["cost_rate"], 2), share))
    whole = style(
        validate="integer",
        criteria="between",
        minimum=0,
        maximum=400,
        error_message=canvas.say("请填 0 到 400 的整数。", "A whole number from 0 to 400."),
    )
    for name in COUNTED:
        canvas.validations.append(Validation((at[name], 2, at[name], 2), whole))


def _events() -> Drawing:
    group = Group(Label("", ""), tuple(column.id for column in EVENTS.columns))
    body = ((None,) * len(EVENTS.columns),) * EVENT_ROWS
    widths = {"event": 148, "phase": 208, "start": 96, "end": 96, "lift": 84, "note": 240}
    return Drawing(EVENTS, (group,), widths=widths, formats={"start": DAY_LONG, "end": DAY_LONG}, body=body, reach=500)
