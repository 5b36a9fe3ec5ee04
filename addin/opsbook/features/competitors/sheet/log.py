"""The competitor ledger's growing lists: the log with its events and lost customers, and the alike items on their own sheet."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.lights import day_rules
from opsbook.book.kit.format.styles import ACCENT, MID
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Drawing, draw_table
from opsbook.book.plan import Rule, Style, Validation
from opsbook.features.competitors.sheet.drawings import events, log, lost, matches, seasons
from opsbook.features.competitors.words import COMPLAINTS, SAME_STYLE
from opsbook.formulas.node import Column, call, is_num, when
from opsbook.model.values import FIRST_DAY, LAST_DAY

TOP = 2
COUNTED = ("list_price", "price", "monthly_sales", "reviews", "rank")


def same_style(draft: Draft) -> Canvas:
    """The Same style sheet."""
    canvas = Canvas("matches", draft.say("同款比对", "Same style"), MID, draft)
    canvas.columns([16])
    place = draw_table(canvas, TOP, 1, matches(draft.lang))
    note = canvas.say(
        "一行一对疑似同款：是同款填「是」，价格对比就用它；不是填「否」，不再采用。抄款的记投诉状态。价差 = 竞品价 ÷ 本店价 − 1。",
        "Yes takes a pair into the comparison, No rules it out. Price gap: theirs ÷ ours − 1.",
    )
    _finish(canvas, note, place)
    for name, words in (("same", SAME_STYLE), ("complaint", COMPLAINTS)):
        at = place.column[name]
        options = style(validate="list", source=tuple(label[draft.lang] for label in words.values()))
        canvas.validations.append(Validation((place.first, at, place.last, at), options))
    way_back(canvas, place.column["note"], ("go_competitors", canvas.say("竞店 →", "Competitors →")))
    canvas.freeze = (place.first, 2)
    return canvas


def peer_log(draft: Draft) -> Canvas:
    """The Peer log sheet."""
    canvas = Canvas("peer_log", draft.say("竞品日志", "Peer log"), MID, draft)
    canvas.columns([16])
    logged = draw_table(canvas, TOP, 1, log())
    changed = _beside(canvas, logged, events())
    gone = _beside(canvas, changed, lost())
    timed = _beside(canvas, gone, seasons())
    note = canvas.say(
        "一天一款一行，只增不改：手填、粘贴、导入都行，本店自己的款也可以记。右边的动态由日志自动比出。",
        "One row per item and day, typed or imported.",
    )
    _finish(canvas, note, timed)
    jumps = (
        ("go_competitors", canvas.say("竞店 →", "Competitors →")),
        ("go_peer_events", canvas.say("动态 →", "Events →")),
        ("go_peer_lost", canvas.say("流失 →", "Lost →")),
    )
    way_back(canvas, logged.right, *jumps)
    canvas.put(1, changed.left, "", name="go_peer_events")
    canvas.put(1, gone.left, "", name="go_peer_lost")
    days, prices = Column("PeerLog", "date"), Column("PeerLog", "price")
    # An error among the prices is what every look-up would be.
    errors = when(is_num(call("SUMPRODUCT", (prices < "") * 1)), 0, 1)
    spoiled = call("COUNTA", days) - call("COUNT", days) + errors
    canvas.put(1, logged.left, spoiled, name="peer_strange_days", num_format=";;")
    _log_guards(canvas, logged)
    for place in (logged, changed, gone):
        canvas.rules.extend(day_rules((place.first, place.left, place.last, place.left)))
    canvas.rules.append(_own_rows(logged))
    canvas.freeze = (logged.first, 0)
    return canvas


def _own_rows(place: Place) -> Rule:
    """Our own items among the others."""
    at = place.column["shop"]
    cell = cell_name(place.first, at, column_fixed=True)
    return Rule((place.first, at, place.last, at), f'AND({cell}<>"",{cell}=shop)', style(bold=True, font_color=ACCENT))


def _beside(canvas: Canvas, place: Place, drawing: Drawing) -> Place:
    canvas.columns([24], place.right + 1)
    return draw_table(canvas, TOP, place.right + 2, drawing)


def _finish(canvas: Canvas, note: str, last: Place) -> None:
    band(canvas, note, last.right + 1)
    canvas.rows([14], 1)
    canvas.columns([16], last.right + 1)
    printed(canvas, repeat=(last.head - 1, last.head))


def _log_guards(canvas: Canvas, place: Place) -> None:
    """Rows are typed by hand: a date must be one, a figure must be a number."""
    for name in ("date", "listed_on"):
        at = place.column[name]
        canvas.validations.append(Validation((place.first, at, place.last, at), _date(canvas)))
    for name in COUNTED:
        at = place.column[name]
        canvas.validations.append(Validation((place.first, at, place.last, at), _figure(canvas)))


def _date(canvas: Canvas) -> Style:
    return style(
        validate="date",
        criteria="between",
        minimum=FIRST_DAY,
        maximum=LAST_DAY,
        error_title=canvas.say("请填日期", "A date, please"),
        error_message=canvas.say("请写成 2026-11-12 这样的日期。", "Write a date such as 2026-11-12."),
    )


def _figure(canvas: Canvas) -> Style:
    return style(
        validate="decimal",
        criteria="between",
        minimum=0,
        maximum=1e12,
        error_title=canvas.say("请填数字", "A number, please"),
        error_message=canvas.say(
            "请填不小于 0 的数，不带单位；没有就空着。", "A number from 0 up, without a unit; or nothing."
        ),
    )
