"""Tables that only show: what charts and summaries read, all formulas (the keys and names are facts)."""

from opsbook.model.language import Label
from opsbook.model.schema import Column, Kind, Table
from opsbook.model.units import Unit

STEP = Column("n", Label("序", "No"), Unit.COUNT)


def _shown(name: str, zh: str, en: str, unit: Unit) -> Column:
    return Column(name, Label(zh, en), unit, Kind.FORMULA)


DAY = _shown("day", "日期", "Date", Unit.DATE)

CALC_METRIC = Table(
    "CalcMetric",
    ("key",),
    (
        Column("key", Label("键", "Key"), Unit.ID),
        Column("metric", Label("指标", "Metric"), Unit.TEXT),
        _shown("value", "当日", "Day", Unit.RATIO),
        _shown("previous", "前一日", "Day before", Unit.RATIO),
        _shown("week_ago", "上周同日", "Week ago", Unit.RATIO),
        _shown("mean7", "近7日", "7 days", Unit.RATIO),
    ),
    fixed=True,
)
CALC_MONTH = Table(
    "CalcMonth",
    ("n",),
    (
        STEP,
        DAY,
        _shown("tick", "刻度", "Tick", Unit.COUNT),
        _shown("goal", "目标累计", "Goal to date", Unit.RATIO),
        _shown("actual", "实际累计", "Actual to date", Unit.RATIO),
        _shown("forecast", "预计累计", "Forecast", Unit.RATIO),
        _shown("mark", "标注", "Mark", Unit.RATIO),
    ),
    fixed=True,
)
CALC_DAYS = Table(
    "CalcDays",
    ("n",),
    (
        STEP,
        DAY,
        _shown("sold", "支付金额", "GMV", Unit.AMOUNT),
        _shown("planned", "目标", "Goal", Unit.AMOUNT),
        _shown("tick", "刻度", "Tick", Unit.TEXT),
        _shown("met", "达标日", "Met", Unit.RATIO),
        _shown("missed", "未达日", "Missed", Unit.RATIO),
        _shown("goal", "日目标", "Day goal", Unit.RATIO),
        _shown("mark", "标注", "Mark", Unit.RATIO),
    ),
    fixed=True,
)
SOURCES = 6  # rows of it: the five largest and the rest
CALC_SOURCE = Table(
    "CalcSource",
    ("n",),
    (
        STEP,
        Column("source", Label("来源", "Source"), Unit.TEXT),
        _shown("share", "当日", "Day", Unit.RATE),
        _shown("share7", "近7日", "7 days", Unit.RATE),
    ),
    fixed=True,
)
CALC_FUNNEL = Table(
    "CalcFunnel",
    ("n",),
    (STEP, _shown("stage", "环节", "Stage", Unit.TEXT), _shown("share", "占访客", "Of visitors", Unit.RATE)),
    fixed=True,
)
CALC_BRIDGE = Table(
    "CalcBridge",
    ("n",),
    (
        STEP,
        _shown("item", "项", "Item", Unit.TEXT),
        _shown("effect", "贡献", "Effect", Unit.RATIO),
        _shown("base", "垫底", "Base", Unit.RATIO),
        _shown("start", "基期", "Before", Unit.RATIO),
        _shown("end", "当日", "Day", Unit.RATIO),
        _shown("up", "增", "Up", Unit.RATIO),
        _shown("down", "减", "Down", Unit.RATIO),
    ),
    fixed=True,
)
CALC_URGENT = Table(
    "CalcUrgent",
    ("n",),
    (
        STEP,
        _shown("place", "位置", "Place", Unit.COUNT),
        _shown("light", "灯", "Light", Unit.COUNT),
        _shown("metric", "指标", "Metric", Unit.TEXT),
        _shown("unit", "单位", "Unit", Unit.TEXT),
        _shown("current", "当前", "Now", Unit.TEXT),
        _shown("bound", "界线", "Bound", Unit.TEXT),
        _shown("owner", "负责", "Owner", Unit.TEXT),
        _shown("advice", "建议", "Advice", Unit.TEXT),
    ),
    fixed=True,
)
CALC_DATES = Table("CalcDates", ("n",), (STEP, _shown("day", "可选日期", "Dates", Unit.DATE)), fixed=True)

GOAL_QUARTER = Table(
    "GoalQuarter",
    ("n",),
    (
        Column("n", Label("季度", "Quarter"), Unit.COUNT),
        _shown("span", "起止", "Span", Unit.TEXT),
        _shown("goal", "目标", "Goal", Unit.AMOUNT),
        _shown("actual", "实际", "Actual", Unit.AMOUNT),
        _shown("attainment", "达成率", "Attainment", Unit.RATE),
    ),
    fixed=True,
)
GOAL_WEEK = Table(
    "GoalWeek",
    ("n",),
    (
        Column("n", Label("周", "Week"), Unit.COUNT),
        _shown("span", "起止", "Span", Unit.TEXT),
        _shown("goal", "目标", "Goal", Unit.AMOUNT),
        _shown("actual", "实际", "Actual", Unit.AMOUNT),
        _shown("attainment", "达成率", "Attainment", Unit.RATE),
        _shown("start", "起日", "First day", Unit.DATE),
        _shown("end", "止日", "Last day", Unit.DATE),
    ),
    fixed=True,
)

SHOWN_TABLES: tuple[Table, ...] = (
    *(GOAL_QUARTER, GOAL_WEEK, CALC_METRIC, CALC_MONTH, CALC_DAYS),
    *(CALC_SOURCE, CALC_FUNNEL, CALC_BRIDGE, CALC_DATES, CALC_URGENT),
)
