"""Goals: year to month to day, adding up exactly by native formulas; quarters and weeks are sums on display."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.lights import day_rules
from opsbook.book.kit.format.styles import ACCENT, DAY_LONG, PAPER
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.book.plan import Rule
from opsbook.features.daily.derived import attainment
from opsbook.features.frame.reading import HAS_DAY, MONTH_START, THE_DAY, row, total
from opsbook.features.goals.sheet.formulas import day_nodes, kept_nodes, month_nodes
from opsbook.features.goals.sheet.holes import if_complete
from opsbook.features.goals.sheet.tiles import goal_tiles
from opsbook.features.goals.tables import GOAL_DAY, GOAL_KEPT, GOAL_MONTH, GOAL_QUARTER, GOAL_WEEK
from opsbook.formulas.node import Column, Name, Node, both, call, is_num, when
from opsbook.model.language import Label, Lang

DAYS = 366
WEEK_FORMATS = {"start": DAY_LONG, "end": DAY_LONG}
MONTH_GROUPS = (
    Group(Label("月目标", "Month goal"), ("month", "goal", "lock")),
    Group(Label("完成", "Done"), ("actual", "attainment")),
    Group(Label("参数", "Targets"), ("target_cvr", "target_aov")),
    Group(Label("检查", "Check"), ("check",)),
    Group(Label("权重（勿改）", "Weights (keep)"), ("weight", "free_weight"), folded=True),
)
DAY_GROUPS = (
    Group(Label("日目标", "Day goal"), ("date", "weekday", "goal", "lock", "visitor_goal")),
    Group(
        Label("完成（追赶从数据最新一天之后算）", "Done (catch-up: after the newest day)"),
        ("actual", "attainment", "catch_up"),
    ),
    Group(Label("权重（勿改）", "Weights (keep)"), ("weight", "free_weight")),
    Group(
        Label("分摊过程", "Working"),
        (
            *("month", "left_amount", "left_weight", "from_weight", "to_weight"),
            *("open_amount", "past_weight", "used_cvr", "used_aov"),
        ),
        folded=True,
    ),
)
TOP = 6


def goals(draft: Draft) -> Canvas:
    """The Goals sheet."""
    canvas = Canvas("goals", draft.say("目标分解", "Goals"), ACCENT, draft)
    canvas.columns([16])
    months = draw_table(canvas, TOP, 1, _month_drawing(draft))
    quarters = draw_table(canvas, months.last + 2, 1, _quarter_drawing(draft.lang))
    draw_table(canvas, quarters.last + 2, 1, _week_drawing(draft.lang))
    canvas.columns([24], months.right + 1)
    days = draw_table(canvas, TOP, months.right + 2, _day_drawing(draft))
    goal_tiles(canvas, months.column, days.column)
    note = canvas.say(
        "年 → 月 → 日逐级相加，分毫不差。只填黄底：手工目标一填即锁定，其余按权重自动重分。",
        "Year → month → day add up exactly. Fill yellow only: a manual goal locks, the rest is split again.",
    )
    band(canvas, note, days.right + 1)
    way_back(canvas, days.right, ("goal_row", canvas.say("↓ 查看日期", "↓ Day shown")))
    canvas.rows([12], 1)
    canvas.rules.extend(day_rules((days.first, days.left, days.last, days.left + 1)))
    canvas.rules.append(_shown_month(months))
    canvas.columns([16], days.right + 1)
    kept = Group(
        Label("已定目标（勿改）", "Kept goals (keep)"), tuple(one.id for one in GOAL_KEPT.columns), folded=True
    )
    draw_table(
        canvas, TOP, days.right + 2, Drawing(GOAL_KEPT, (kept,), kept_nodes(), widths={"date": 92}, reach=DAYS + 12)
    )
    canvas.freeze = (days.first, 0)
    printed(canvas, repeat=(TOP, TOP + 1))
    return canvas


def _month_drawing(draft: Draft) -> Drawing:
    return Drawing(
        GOAL_MONTH,
        MONTH_GROUPS,
        month_nodes(draft),
        {"attainment": "attainment|shop"},
        widths={"month": 76, "goal": 104, "lock": 104, "actual": 104, "attainment": 92, "check": 156},
        formats={"month": "yyyy-mm", "target_aov": "0.0"},
        body=((None,) * len(GOAL_MONTH.columns),) * 12,
        reach=12,
        span=lambda cell: (cell("month"), call("EOMONTH", cell("month"), 0)),
    )


def _day_drawing(draft: Draft) -> Drawing:
    return Drawing(
        GOAL_DAY,
        DAY_GROUPS,
        day_nodes(draft),
        {"attainment": "attainment|shop"},
        widths={
            "date": 92,
            "weekday": 52,
            "goal": 100,
            "lock": 100,
            "actual": 100,
            "catch_up": 100,
            "left_amount": 104,
        },
        formats={"date": DAY_LONG, "month": "yyyy-mm"},
        body=((None,) * len(GOAL_DAY.columns),) * DAYS,
        reach=DAYS,
        span=lambda cell: (cell("date"), cell("date")),
    )


def _quarter_drawing(lang: Lang) -> Drawing:
    first, last = _quarter(row("GoalQuarter", "n"))
    known = is_num(Name("year"))
    ended = both(is_num(Name("as_of")), Name("as_of") >= last)
    actual = row("GoalQuarter", "actual")
    share = when(is_num(actual), if_complete(lang, first, last, attainment(actual, row("GoalQuarter", "goal"))))
    nodes: dict[str, Node | tuple[Node, ...]] = {
        "span": (row("GoalQuarter", "n") * 3 - 2) & "–" & (row("GoalQuarter", "n") * 3),
        "goal": when(known, _sum_of_months(first, last)),
        "actual": when(known, total("GoalDay", "actual", first, last)),
        "attainment": when(known, when(ended, share)),
    }
    group = Group(
        Label("季度（元，各月相加，不另设目标）", "Quarters (sums of months)"),
        tuple(column.id for column in GOAL_QUARTER.columns),
    )
    body = tuple((quarter, None, None, None, None) for quarter in (1, 2, 3, 4))
    lights = {"attainment": "attainment|shop"}
    return Drawing(
        GOAL_QUARTER,
        (group,),
        nodes,
        lights,
        body=body,
        reach=4,
        head_height=22,
        span=lambda cell: _quarter(cell("n")),
    )


def _quarter(n: Node) -> tuple[Node, Node]:
    """First and last day of a quarter."""
    return call("DATE", Name("year"), n * 3 - 2, 1), call("EOMONTH", call("DATE", Name("year"), n * 3, 1), 0)


def _sum_of_months(first: Node, last: Node) -> Node:
    months = Column("GoalMonth", "month")
    span = (months, ">=" & first, months, "<=" & last)
    found = call("COUNTIFS", *span, Column("GoalMonth", "goal"), ">=-1E+300")
    return when(found.equals(0), "", call("SUMIFS", Column("GoalMonth", "goal"), *span))


def _week_drawing(lang: Lang) -> Drawing:
    n, start, end = (row("GoalWeek", name) for name in ("n", "start", "end"))
    monday = MONTH_START - call("WEEKDAY", MONTH_START, 2) + 1 + (n - 1) * 7
    month_end = call("EOMONTH", THE_DAY, 0)
    span = call("MONTH", start) & "/" & call("DAY", start) & "–" & call("MONTH", end) & "/" & call("DAY", end)
    ended = both(is_num(Name("as_of")), Name("as_of") >= end)
    actual = row("GoalWeek", "actual")
    share = when(is_num(actual), if_complete(lang, start, end, attainment(actual, row("GoalWeek", "goal"))))
    nodes: dict[str, Node | tuple[Node, ...]] = {
        "span": when(is_num(start), span),
        "goal": when(is_num(start), total("GoalDay", "goal", start, end)),
        "actual": when(is_num(start), total("GoalDay", "actual", start, end)),
        "attainment": when(is_num(start), when(ended, share)),
        "start": when(HAS_DAY, when(monday > month_end, "", call("MAX", monday, MONTH_START))),
        "end": when(HAS_DAY, when(monday > month_end, "", call("MIN", monday + 6, month_end))),
    }
    group = Group(
        Label("查看月各周（元，周一起）", "Weeks of the month shown (Monday first)"),
        ("n", "span", "goal", "actual", "attainment"),
    )
    working = Group(Label("起止日", "Dates"), ("start", "end"))
    body = tuple((week, *(None,) * 6) for week in range(1, 7))
    lights = {"attainment": "attainment|shop"}
    return Drawing(
        GOAL_WEEK,
        (group, working),
        nodes,
        lights,
        formats=WEEK_FORMATS,
        body=body,
        reach=6,
        head_height=22,
        span=lambda cell: (cell("start"), cell("end")),
    )


def _shown_month(months: Place) -> Rule:
    cell = cell_name(months.first, months.left, column_fixed=True)
    box = (months.first, months.left, months.last, months.left)
    return Rule(
        box,
        f"AND(ISNUMBER(the_day),{cell}=the_day-DAY(the_day)+1)",
        style(bold=True, font_color=PAPER, bg_color=ACCENT),
    )
