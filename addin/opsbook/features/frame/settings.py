"""Settings: what the operator may change is a cell with a name; below, the shop's own events."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.styles import DAY_LONG, FORMULA_BG, INK, KINDS, LINE, NAVY, SOFT, YOURS_LINE
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.book.plan import Style, Validation
from opsbook.features.competitors.settings import PEER_SETTINGS
from opsbook.features.daily.tables import EVENTS, Kind
from opsbook.features.frame.settings_list import GENERAL, GOAL_MEASURES
from opsbook.model.language import Label, Lang
from opsbook.model.setting import Setting

TOP = 3
EVENT_ROWS = 12
PEERS_TOP = TOP + len(GENERAL) + 2
COUNTED = (
    *("window_items", "window_plans", "window_keywords", "backups"),
    *("peer_absent", "peer_rank_step", "peer_image_distance", "peer_price_days", "season_peers", "season_weeks"),
)
SHARES = ("cost_rate", "peer_list_share", "style_similarity", "style_image")
FIGURES = ("peer_jump", "peer_jump_floor", "season_sales")


def settings(lang: Lang) -> Canvas:
    """The Settings sheet."""
    canvas = Canvas("settings", "设置" if lang == "zh" else "Settings", YOURS_LINE, lang)
    canvas.columns([16])
    canvas.rows([12], 1)
    _heading(canvas, TOP - 1, "店铺与口径", "Shop and measures")
    _lines(canvas, TOP, GENERAL)
    _heading(canvas, PEERS_TOP - 1, "竞店", "Competitors")
    _lines(canvas, PEERS_TOP, PEER_SETTINGS)
    _choices(canvas)
    top = PEERS_TOP + len(PEER_SETTINGS) + 1
    _heading(canvas, top, "自己的活动与放假安排", "Your own events and days off")
    hint = canvas.say(
        "大促日历自带；平台改期、店庆、节假日调休写在这里，优先于自带日历。系数是平日的倍数，可空。",
        "Rows here win over the built-in promotions and days off. Lift: times an ordinary day, or blank.",
    )
    canvas.put(top, 3, hint, font_size=9, font_color=SOFT)
    place = draw_table(canvas, top + 1, 1, _events())
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


def _heading(canvas: Canvas, row: int, zh: str, en: str) -> None:
    """A title, with room above it."""
    canvas.rows([12 if row < TOP else 14, 30], row - 1)
    canvas.put(row, 1, canvas.say(zh, en), bold=True, font_size=13, font_color=NAVY)


def _lines(canvas: Canvas, top: int, listed: tuple[Setting, ...]) -> None:
    for offset, one in enumerate(listed):
        _line(canvas, top + offset, one)


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
    """What may be typed into each cell."""
    say = canvas.say
    measures = style(validate="list", source=tuple(label[canvas.lang] for label in GOAL_MEASURES))
    share = _between("decimal", 1, say("请填 0 到 100% 之间的数。", "Between 0 and 100%."))
    whole = _between("integer", 400, say("请填 0 到 400 的整数。", "A whole number from 0 to 400."))
    number = _between("decimal", 1e6, say("请填 0 到 100 万之间的数。", "A number from 0 to a million."))
    choices = {"goal_metric": measures, **dict.fromkeys(SHARES, share)}
    choices |= {**dict.fromkeys(COUNTED, whole), **dict.fromkeys(FIGURES, number)}
    for top, listed in ((TOP, GENERAL), (PEERS_TOP, PEER_SETTINGS)):
        for row, one in enumerate(listed, top):
            if one.name in choices:
                canvas.validations.append(Validation((row, 2, row, 2), choices[one.name]))


def _between(kind: str, most: float, message: str) -> Style:
    return style(validate=kind, criteria="between", minimum=0, maximum=most, error_message=message)


def _events() -> Drawing:
    group = Group(Label("", ""), tuple(column.id for column in EVENTS.columns))
    body = ((None,) * len(EVENTS.columns),) * EVENT_ROWS
    widths = {"event": 148, "phase": 208, "start": 96, "end": 96, "lift": 84, "note": 240}
    return Drawing(EVENTS, (group,), widths=widths, formats={"start": DAY_LONG, "end": DAY_LONG}, body=body, reach=500)
