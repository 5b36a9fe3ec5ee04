"""Year to quarter to month to day."""

from opsbook.engine.feature import Feature
from opsbook.features.goals.buttons import BUTTONS
from opsbook.features.goals.command_records import COMMANDS
from opsbook.features.goals.function_help import FUNCTIONS
from opsbook.features.goals.market_setting import MARKET
from opsbook.features.goals.messages import GOALS
from opsbook.features.goals.tables import (
    CALC_DAYS,
    CALC_FORECAST,
    CALC_HOLES,
    CALC_MONTH,
    EVENTS,
    GOAL_DAY,
    GOAL_KEPT,
    GOAL_MONTH,
    GOAL_QUARTER,
    GOAL_WEEK,
)
from opsbook.model.language import Label
from opsbook.model.records.contribution import (
    CalcTable,
    CellCheck,
    Check,
    ColumnName,
    FigureList,
    InputCell,
    Judged,
    Sentence,
    Sheet,
    Step,
    Tile,
    Typed,
)
from opsbook.model.schema import Goes
from opsbook.model.units import Unit
from opsbook.model.values import YEARS

FEATURE = Feature(
    "goals",
    Label("目标", "Goals"),
    since="0.1.0",
    version=2,
    needs=("frame", "daily", "books"),
    tables=(
        GOAL_MONTH,
        GOAL_DAY,
        GOAL_QUARTER,
        GOAL_WEEK,
        GOAL_KEPT,
        EVENTS,
        CALC_MONTH,
        CALC_DAYS,
        CALC_HOLES,
        CALC_FORECAST,
    ),
    judged=(
        Judged(
            "visitor_attainment",
            Label("访客达成率", "Visitor attainment"),
            "opsbook.features.goals.sheet.figures:visitor_attainment",
        ),
        Judged("month_pace", Label("本月进度", "Month pace"), "opsbook.features.goals.sheet.figures:month_pace"),
        Judged(
            "month_orders",
            Label("本月订单", "Orders of the month"),
            "opsbook.features.goals.sheet.figures:month_orders",
            Unit.COUNT,
        ),
    ),
    options=(MARKET,),
    inputs=(
        InputCell("year_goal", Label("年目标", "Year goal"), number=True, goes=Goes.SAME_YEAR),
        InputCell(
            *("year", Label("年份", "Year")),
            number=True,
            needed=True,
            whole=True,
            least=YEARS[0],
            most=YEARS[1],
            check="opsbook.features.goals.checks:year_of_goals",
            goes=Goes.NEVER,
        ),
    ),
    names={"goal_row": ColumnName("GoalDay", "date", of_the_day=True)},
    sheets=(Sheet("goals", 2, "opsbook.features.goals.sheet.layout:goals"),),
    calc=(
        CalcTable("CalcMonth", 1, "opsbook.features.goals.sheet.calc:month"),
        CalcTable("CalcDays", 2, "opsbook.features.goals.sheet.calc:days"),
        CalcTable("CalcHoles", 11, "opsbook.features.goals.sheet.holes:table"),
        CalcTable("CalcForecast", 12, "opsbook.features.goals.sheet.forecast:table"),
    ),
    figures=(FigureList(2, "opsbook.features.goals.sheet.figures:figures"),),
    tiles=(
        Tile("settings", 1, "opsbook.features.goals.sheet.events_table:draw_events"),
        Tile("status", 1, "opsbook.features.goals.sheet.dashboard:status"),
        Tile("met", 1, "opsbook.features.goals.sheet.dashboard:month"),
        Tile("met", 2, "opsbook.features.goals.sheet.dashboard:days"),
    ),
    steps=(
        Step(
            "events",
            reads=("Events", "ShopDay.date", "ShopDay.gmv", "GoalDay.date", "GoalMonth.month"),
            writes=("ShopDay.event", "GoalDay.weight", "GoalMonth.weight"),
            run="opsbook.features.goals.events:write_events",
        ),
        Step(
            "kept",
            reads=("ShopDay", "GoalDay", "GoalMonth"),
            writes=("GoalKept.kept",),
            run="opsbook.features.goals.keeping:keep_goals",
        ),
    ),
    cell_checks=(CellCheck("GoalMonth", "opsbook.features.goals.checks:contradictions"),),
    checks=(
        Check(20, "opsbook.features.goals.checks:own_events"),
        Check(50, "opsbook.features.goals.checks:calendar"),
    ),
    brief=(
        Sentence(1, "opsbook.features.goals.sheet.brief:attained", "daily-goal"),
        Sentence(2, "opsbook.features.goals.sheet.brief:pace", "daily-pace"),
    ),
    starts=("opsbook.features.goals.start:start",),
    carries=("opsbook.features.goals.carry:carry",),
    buttons=BUTTONS,
    functions=FUNCTIONS,
    messages=GOALS,
    typed=(
        Typed(
            "events",
            Label("「设置」里自己的活动的一行", "a row of your own events on Settings"),
            "Events",
            "opsbook.features.goals.rules.event_row:EventRow",
        ),
    ),
    commands=COMMANDS,
)
