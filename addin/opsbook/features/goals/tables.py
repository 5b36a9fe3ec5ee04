"""Goals of months and days, and the operator's own events."""

from opsbook.features.daily.fields import typed_column
from opsbook.model.language import Label
from opsbook.model.schema import DATE, SHOWN_DAY, STEP, Column, Goes, Kind, Table, formula_column, text_column
from opsbook.model.units import Unit

MONTH = Column("month", Label("月份", "Month"), Unit.DATE)

LOCK = Column("lock", Label("手工目标", "Manual goal"), Unit.AMOUNT, Kind.YOURS)

WEIGHT = Column("weight", Label("权重", "Weight"), Unit.COUNT)

FREE_WEIGHT = formula_column("free_weight", "可分权重", "Free weight", Unit.COUNT)

GOAL_MONTH = Table(
    "GoalMonth",
    ("month",),
    (
        MONTH,
        formula_column("goal", "月目标", "Month goal", Unit.AMOUNT),
        LOCK,
        formula_column("actual", "实际", "Actual", Unit.AMOUNT),
        formula_column("attainment", "达成率", "Attainment", Unit.RATE),
        typed_column("target_cvr"),
        typed_column("target_aov"),
        formula_column("check", "检查", "Check", Unit.TEXT),
        WEIGHT,
        FREE_WEIGHT,
    ),
    fixed=True,
    goes=Goes.SAME_YEAR,
)

GOAL_DAY = Table(
    "GoalDay",
    ("date",),
    (
        DATE,
        text_column("weekday", "星期", "Weekday"),
        formula_column("goal", "日目标", "Day goal", Unit.AMOUNT),
        LOCK,
        formula_column("visitor_goal", "访客目标", "Visitor goal", Unit.COUNT),
        formula_column("actual", "实际", "Actual", Unit.AMOUNT),
        formula_column("attainment", "达成率", "Attainment", Unit.RATE),
        formula_column("catch_up", "追赶目标", "Catch-up goal", Unit.AMOUNT),
        formula_column("month", "月份", "Month", Unit.DATE),
        WEIGHT,
        FREE_WEIGHT,
        formula_column("left_amount", "待分金额", "Amount left", Unit.AMOUNT),
        formula_column("left_weight", "待分权重", "Weight left", Unit.COUNT),
        formula_column("from_weight", "权重起", "Weight from", Unit.COUNT),
        formula_column("to_weight", "权重止", "Weight to", Unit.COUNT),
        formula_column("open_amount", "待追金额", "Amount to catch up", Unit.AMOUNT),
        formula_column("past_weight", "已过权重", "Weight past", Unit.COUNT),
        formula_column("used_cvr", "采用转化率", "Conversion used", Unit.CONVERSION),
        formula_column("used_aov", "采用客单价", "AOV used", Unit.PRICE),
    ),
    fixed=True,
    goes=Goes.SAME_YEAR,
)

EVENTS = Table(
    "Events",
    ("event", "start"),
    (
        text_column("event", "活动", "Event", Kind.YOURS),
        text_column("phase", "阶段", "Phase", Kind.YOURS),
        Column("start", Label("开始", "Start"), Unit.DATE, Kind.YOURS),
        Column("end", Label("结束", "End"), Unit.DATE, Kind.YOURS),
        Column("lift", Label("系数", "Lift"), Unit.RATIO, Kind.YOURS),
        text_column("note", "备注", "Note", Kind.YOURS),
    ),
    judged_elsewhere=True,
)


GOAL_QUARTER = Table(
    "GoalQuarter",
    ("n",),
    (
        Column("n", Label("季度", "Quarter"), Unit.COUNT),
        formula_column("span", "起止", "Span", Unit.TEXT),
        formula_column("goal", "目标", "Goal", Unit.AMOUNT),
        formula_column("actual", "实际", "Actual", Unit.AMOUNT),
        formula_column("attainment", "达成率", "Attainment", Unit.RATE),
    ),
    fixed=True,
)

GOAL_WEEK = Table(
    "GoalWeek",
    ("n",),
    (
        Column("n", Label("周", "Week"), Unit.COUNT),
        formula_column("span", "起止", "Span", Unit.TEXT),
        formula_column("goal", "目标", "Goal", Unit.AMOUNT),
        formula_column("actual", "实际", "Actual", Unit.AMOUNT),
        formula_column("attainment", "达成率", "Attainment", Unit.RATE),
        formula_column("start", "起日", "First day", Unit.DATE),
        formula_column("end", "止日", "Last day", Unit.DATE),
    ),
    fixed=True,
)

GOAL_KEPT = Table(
    "GoalKept",
    ("date", "grain"),
    (
        Column("date", Label("日期", "Date"), Unit.DATE),
        text_column("grain", "粒度", "Grain"),
        Column("kept", Label("已定目标", "Kept goal"), Unit.AMOUNT),
        formula_column("counted", "计入", "Counted", Unit.AMOUNT),
    ),
    label=Label("已定目标", "Kept goals"),
    emptied=True,
    judged_elsewhere=True,
    goes=Goes.SAME_YEAR,
    lasting=True,
    since=2,
)


CALC_MONTH = Table(
    "CalcMonth",
    ("n",),
    (
        STEP,
        SHOWN_DAY,
        formula_column("tick", "刻度", "Tick", Unit.COUNT),
        formula_column("goal", "目标累计", "Goal to date", Unit.RATIO),
        formula_column("actual", "实际累计", "Actual to date", Unit.RATIO),
        formula_column("forecast", "预计累计", "Forecast", Unit.RATIO),
        formula_column("mark", "标注", "Mark", Unit.RATIO),
    ),
    fixed=True,
)

CALC_HOLES = Table(
    "CalcHoles",
    ("n",),
    (
        STEP,
        SHOWN_DAY,
        formula_column("hole", "缺的日子", "Day missing", Unit.DATE),
        formula_column("after", "缺数后累计", "To date after it", Unit.RATIO),
    ),
    label=Label("缺的日子", "Missing days"),
    fixed=True,
    since=2,
)

CALC_FORECAST = Table(
    "CalcForecast",
    ("n",),
    (
        STEP,
        SHOWN_DAY,
        formula_column("part", "占全月", "Part of month", Unit.RATIO),
        formula_column("spread", "离散", "Spread", Unit.RATIO),
    ),
    label=Label("预计的依据", "Ground of the forecast"),
    fixed=True,
    since=2,
)

CALC_DAYS = Table(
    "CalcDays",
    ("n",),
    (
        STEP,
        SHOWN_DAY,
        formula_column("sold", "支付金额", "GMV", Unit.AMOUNT),
        formula_column("planned", "目标", "Goal", Unit.AMOUNT),
        formula_column("tick", "刻度", "Tick", Unit.TEXT),
        formula_column("met", "达标日", "Met", Unit.RATIO),
        formula_column("missed", "未达日", "Missed", Unit.RATIO),
        formula_column("goal", "日目标", "Day goal", Unit.RATIO),
        formula_column("mark", "标注", "Mark", Unit.RATIO),
    ),
    fixed=True,
)
