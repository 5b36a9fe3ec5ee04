"""Goals: year to month to day, adding up exactly by native formulas; quarters and weeks are sums on display."""

from collections.abc import Mapping

from opsbook.formulas.node import Column, Name, Node, both, call, either, is_num, when
from opsbook.layout.canvas import Canvas, style
from opsbook.layout.cells import cell_name
from opsbook.layout.goal_formulas import day_nodes, month_nodes
from opsbook.layout.heading import Tile, band, printed, tiles, way_back
from opsbook.layout.lights import day_rules
from opsbook.layout.place import Place
from opsbook.layout.plan import Rule
from opsbook.layout.reading import HAS_DAY, MONTH_START, THE_DAY, figure, number, ratio, row, total
from opsbook.layout.styles import ACCENT, DAY_LONG, INT, PAPER
from opsbook.layout.tables import Drawing, Group, draw_table
from opsbook.layout.words import money, say
from opsbook.vocabulary.calc_tables import GOAL_QUARTER, GOAL_WEEK
from opsbook.vocabulary.language import Label, Lang
from opsbook.vocabulary.tables import GOAL_DAY, GOAL_MONTH

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
    Group(Label("完成", "Done"), ("actual", "attainment", "catch_up")),
    Group(Label("权重（勿改）", "Weights (keep)"), ("weight", "free_weight")),
    Group(
        Label("分摊过程", "Working"), ("month", "left_amount", "left_weight", "from_weight", "to_weight"), folded=True
    ),
)
TOP = 6


def goals(lang: Lang) -> Canvas:
    """The Goals sheet."""
    canvas = Canvas("goals", "目标分解" if lang == "zh" else "Goals", ACCENT, lang)
    canvas.columns([16])
    months = draw_table(canvas, TOP, 1, _month_drawing(lang))
    quarters = draw_table(canvas, months.last + 2, 1, _quarter_drawing())
    draw_table(canvas, quarters.last + 2, 1, _week_drawing())
    canvas.columns([24], months.right + 1)
    days = draw_table(canvas, TOP, months.right + 2, _day_drawing(lang))
    _tiles(canvas, months, days)
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
    canvas.freeze = (days.first, 0)
    printed(canvas, repeat=(TOP, TOP + 1))
    return canvas


def _month_drawing(lang: Lang) -> Drawing:
    return Drawing(
        GOAL_MONTH,
        MONTH_GROUPS,
        month_nodes(lang),
        {"attainment": "attainment|shop"},
        widths={"month": 76, "goal": 104, "lock": 104, "actual": 104, "attainment": 92, "check": 176},
        formats={"month": "yyyy-mm", "target_aov": "0.0"},
        body=((None,) * len(GOAL_MONTH.columns),) * 12,
        reach=12,
    )


def _day_drawing(lang: Lang) -> Drawing:
    return Drawing(
        GOAL_DAY,
        DAY_GROUPS,
        day_nodes(lang),
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
    )


def _quarter_drawing() -> Drawing:
    n = row("GoalQuarter", "n")
    first, last = (call("DATE", Name("year"), n * 3 - 2, 1), call("EOMONTH", call("DATE", Name("year"), n * 3, 1), 0))
    known = is_num(Name("year"))
    ended = both(is_num(Name("as_of")), Name("as_of") >= last)
    share = ratio(row("GoalQuarter", "actual"), row("GoalQuarter", "goal"))
    nodes: dict[str, Node | tuple[Node, ...]] = {
        "span": (n * 3 - 2) & "–" & (n * 3),
        "goal": when(known, _sum_of_months(first, last)),
        "actual": when(known, total("GoalDay", "actual", first, last)),
        "attainment": when(known, when(ended, share)),
    }
    group = Group(
        Label("季度（元，各月相加，不另设目标）", "Quarters (sums of months)"),
        tuple(column.id for column in GOAL_QUARTER.columns),
    )
    body = tuple((quarter, None, None, None, None) for quarter in (1, 2, 3, 4))
    return Drawing(GOAL_QUARTER, (group,), nodes, {"attainment": "attainment|shop"}, body=body, reach=4, head_height=22)


def _sum_of_months(first: Node, last: Node) -> Node:
    months = Column("GoalMonth", "month")
    span = (months, ">=" & first, months, "<=" & last)
    found = call("COUNTIFS", *span, Column("GoalMonth", "goal"), ">=-1E+300")
    return when(found.equals(0), "", call("SUMIFS", Column("GoalMonth", "goal"), *span))


def _week_drawing() -> Drawing:
    n, start, end = (row("GoalWeek", name) for name in ("n", "start", "end"))
    monday = MONTH_START - call("WEEKDAY", MONTH_START, 2) + 1 + (n - 1) * 7
    month_end = call("EOMONTH", THE_DAY, 0)
    span = call("MONTH", start) & "/" & call("DAY", start) & "–" & call("MONTH", end) & "/" & call("DAY", end)
    ended = both(is_num(Name("as_of")), Name("as_of") >= end)
    share = ratio(row("GoalWeek", "actual"), row("GoalWeek", "goal"))
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
    return Drawing(GOAL_WEEK, (group, working), nodes, lights, formats=WEEK_FORMATS, body=body, reach=6, head_height=22)


def _shown_month(months: Place) -> Rule:
    cell = cell_name(months.first, months.left, column_fixed=True)
    box = (months.first, months.left, months.last, months.left)
    return Rule(
        box,
        f"AND(ISNUMBER(the_day),{cell}=the_day-DAY(the_day)+1)",
        style(bold=True, font_color=PAPER, bg_color=ACCENT),
    )


def _tiles(canvas: Canvas, months: Place, days: Place) -> None:
    tiles(canvas, 2, (*_year_tiles(canvas.lang, months.column), *_month_tiles(canvas.lang, days.column)))


def _year_tiles(lang: Lang, at: Mapping[str, int]) -> tuple[Tile, ...]:
    """The year: its goal (yours), what is done, whether the months add up."""
    done = _share_note(ratio(figure("year_actual"), Name("year_goal")), lang)
    equal = _equal_note(figure("year_sum"), Name("year_goal"), lang, year=True)
    goal, so_far, whole = (
        Label("年目标（元）", "Year goal (CNY)"),
        Label("年累计（元）", "Year to date"),
        Label("各月之和", "Sum of months"),
    )
    hint = say(lang, "改这里，12 个月随之重分", "change it: 12 months follow")
    return (
        Tile(at["month"], at["goal"], goal[lang], None, INT, hint, "year_goal", yours=True),
        Tile(at["lock"], at["actual"], so_far[lang], figure("year_actual"), INT, done, "tile_year", "tile_year_note"),
        Tile(
            at["attainment"],
            at["check"],
            whole[lang],
            figure("year_sum"),
            INT,
            equal,
            "tile_months",
            "tile_months_note",
        ),
    )


def _month_tiles(lang: Lang, at: Mapping[str, int]) -> tuple[Tile, ...]:
    """The month shown: goal, done, what is left to catch up, whether the days add up."""
    equal = _equal_note(figure("month_sum"), figure("month_goal"), lang, year=False)
    goal, so_far = Label("查看月目标（元）", "Goal of month shown"), Label("本月累计（元）", "Month to date")
    left, whole = Label("剩余追赶（元）", "Catch-up left"), Label("各日之和", "Sum of days")
    return (
        Tile(
            at["date"],
            at["goal"],
            goal[lang],
            figure("month_goal"),
            INT,
            _due_note(lang),
            "tile_month",
            "tile_month_note",
        ),
        Tile(
            at["lock"],
            at["visitor_goal"],
            so_far[lang],
            figure("month_actual"),
            INT,
            _pace_note(lang),
            "tile_done",
            "tile_done_note",
        ),
        Tile(
            at["actual"],
            at["attainment"],
            left[lang],
            figure("catch_up"),
            INT,
            _left_note(lang),
            "tile_left",
            "tile_left_note",
        ),
        Tile(
            at["catch_up"],
            at["free_weight"],
            whole[lang],
            figure("month_sum"),
            INT,
            equal,
            "tile_days",
            "tile_days_note",
        ),
    )


def _share_note(share: Node, lang: Lang) -> Node:
    return when(
        is_num(share),
        say(lang, "完成全年 ", "of the year ") & number(share, "0.0%"),
        say(lang, "还没有年目标", "no year goal yet"),
    )


def _equal_note(left: Node, right: Node, lang: Lang, *, year: bool) -> Node:
    same = (
        say(lang, "✓ 与年目标相等", "✓ equals the year goal")
        if year
        else say(lang, "✓ 与月目标相等", "✓ equals the month goal")
    )
    off = say(lang, "✗ 与目标不等，看「检查」列", "✗ differs: see Check")
    nothing = say(lang, "没有目标", "no goal")
    return when(
        either(call("NOT", is_num(left)), call("NOT", is_num(right))), nothing, when(left.equals(right), same, off)
    )


def _due_note(lang: Lang) -> Node:
    return when(
        is_num(figure("month_due")),
        say(lang, "应达 ", "due ") & number(figure("month_due"), "#,##0"),
        say(lang, "还没有月目标", "no month goal yet"),
    )


def _pace_note(lang: Lang) -> Node:
    said = say(lang, "进度 ", "pace ") & number(figure("month_pace"), "0.0%")
    forecast = when(
        is_num(figure("month_forecast")), say(lang, "，预计 ", " → ") & money(figure("month_forecast"), lang)
    )
    return when(is_num(figure("month_pace")), said & forecast)


def _left_note(lang: Lang) -> Node:
    return when(
        is_num(figure("days_left")), say(lang, "还有 ", "") & figure("days_left") & say(lang, " 天", " days left")
    )
