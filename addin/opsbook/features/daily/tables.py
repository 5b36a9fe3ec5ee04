"""The tables of the workbook: names, keys and columns that files, code and users agree on.

Source: the product's interface description. A column is found by its exact header in the
workbook's language; columns that are not listed here are the user's.
"""

from opsbook.features.competitors.tables import PEER_TABLES
from opsbook.features.daily.fields import FIELD
from opsbook.features.frame.calc_tables import SHOWN_TABLES
from opsbook.features.frame.mapping_tables import MAPPING, MAPPING_FIELDS
from opsbook.model.language import Label
from opsbook.model.schema import Column, Kind, Table
from opsbook.model.units import Unit

__all__ = [
    "DATE",
    "EVENTS",
    "FACT_TABLES",
    "GOAL_DAY",
    "GOAL_MONTH",
    "IMPORTS",
    "ITEM_DAY",
    "KEYWORD_DAY",
    "MAPPING",
    "MAPPING_FIELDS",
    "PLAN_DAY",
    "SHOP_DAY",
    "SOURCE_DAY",
    "TABLE",
    "TABLES",
    "THRESHOLDS",
    "Column",
    "Kind",
    "Table",
]


def _field(name: str, zh: str = "", en: str = "", kind: Kind = Kind.FACT) -> Column:
    field = FIELD[name]
    return Column(name, Label(zh or field.label.zh, en or field.label.en), field.unit, kind)


def _yours(name: str) -> Column:
    return _field(name, kind=Kind.YOURS)


def _text(name: str, zh: str, en: str, kind: Kind = Kind.FACT) -> Column:
    return Column(name, Label(zh, en), Unit.TEXT, kind)


def _fields(*names: str) -> tuple[Column, ...]:
    return tuple(_field(name) for name in names)


def _formula(name: str, zh: str, en: str, unit: Unit) -> Column:
    return Column(name, Label(zh, en), unit, Kind.FORMULA)


DATE = Column("date", Label("日期", "Date"), Unit.DATE)
MONTH = Column("month", Label("月份", "Month"), Unit.DATE)
LOCK = Column("lock", Label("手工目标", "Manual goal"), Unit.AMOUNT, Kind.YOURS)
WEIGHT = Column("weight", Label("权重", "Weight"), Unit.COUNT)
FREE_WEIGHT = _formula("free_weight", "可分权重", "Free weight", Unit.COUNT)

SHOP_DAY = Table(
    "ShopDay",
    ("date",),
    (
        DATE,
        _text("weekday", "星期", "Weekday"),
        _text("event", "活动", "Event"),
        *_fields("visitors", "pageviews", "bounce_rate", "stay_seconds", "fav_users", "cart_users"),
        *_fields("order_buyers", "order_amount", "buyers", "orders", "items", "gmv", "new_buyers", "old_buyers"),
        *_fields("refund_amount", "inquiries", "inquiry_buyers"),
        *_fields("impressions", "clicks", "ad_spend", "ad_gmv", "ad_orders"),
        Column("partial", Label("部分日", "Partial day"), Unit.FLAG),
        *(_yours(name) for name in ("presale_buyers", "peer_cvr", "rank", "dsr_item", "dsr_service", "dsr_logistics")),
        *(_yours(name) for name in ("shop_tier", "violation_points", "negative_reviews", "ship_hours")),
        *(_yours(name) for name in ("main_item_aov", "cogs")),
        _text("note", "备注", "Note", Kind.YOURS),
        *(_field(name, kind=Kind.FORMULA) for name in ("goal", "target_cvr", "target_aov")),
        _formula("whole_day", "完整日", "Whole day", Unit.DATE),
    ),
    metrics=(
        *("cvr", "adj_cvr", "order_cvr", "pay_rate", "aov", "unit_price", "items_per_buyer", "uv_value"),
        *("uv_cost", "uv_profit", "depth", "aov_ratio", "fav_cart_rate", "fav_rate", "cart_rate", "refund_rate"),
        *("old_buyer_share", "inquiry_cvr", "ctr", "cpc", "ad_cvr", "roi", "breakeven_roi", "cpm", "ad_share"),
        *("cac", "net_gmv", "gross_margin", "net_margin", "attainment"),
    ),
    fixed=True,
)

SOURCE_DAY = Table(
    "SourceDay",
    ("date", "source1", "source2", "source3"),
    (
        DATE,
        _text("source1", "一级来源", "Source level 1"),
        _text("source2", "二级来源", "Source level 2"),
        _text("source3", "三级来源", "Source level 3"),
        *_fields(
            "visitors", "order_buyers", "order_amount", "buyers", "gmv", "fav_users", "cart_users", "new_visitors"
        ),
    ),
    metrics=("cvr", "aov", "uv_value"),
)

ITEM_DAY = Table(
    "ItemDay",
    ("date", "item_id"),
    (
        DATE,
        Column("item_id", Label("商品ID", "Item ID"), Unit.ID),
        _text("title", "商品名称", "Item title"),
        _text("sku_code", "货号", "Item code"),
        *_fields("visitors", "pageviews", "stay_seconds", "exit_rate", "fav_users", "cart_users", "order_buyers"),
        *_fields("order_amount", "buyers", "items", "gmv", "new_buyers", "old_buyers", "refund_amount"),
    ),
    metrics=("cvr", "aov", "unit_price", "uv_value", "fav_cart_rate", "refund_rate"),
)

_AD_FACTS = (
    *_fields("impressions", "clicks", "ad_spend"),
    _field("ad_gmv", "总成交金额", "Total GMV"),
    _field("ad_orders", "总成交笔数", "Total orders"),
    _field("direct_gmv"),
    _field("cart_users", "加购数", "Carts"),
    _field("fav_users", "收藏数", "Favourites"),
)
_PLAN = (
    DATE,
    _text("scene", "场景", "Scene"),
    Column("plan_id", Label("计划ID", "Plan ID"), Unit.ID),
    _text("plan", "计划名称", "Plan"),
)
_AD_METRICS = ("ctr", "cpc", "cpm", "ad_cvr", "roi")

PLAN_DAY = Table("PlanDay", ("date", "plan_id"), (*_PLAN, *_AD_FACTS), metrics=_AD_METRICS)

KEYWORD_DAY = Table(
    "KeywordDay",
    ("date", "plan_id", "keyword"),
    (*_PLAN, _text("keyword", "关键词", "Keyword"), *_AD_FACTS),
    metrics=_AD_METRICS,
)

GOAL_MONTH = Table(
    "GoalMonth",
    ("month",),
    (
        MONTH,
        _formula("goal", "月目标", "Month goal", Unit.AMOUNT),
        LOCK,
        _formula("actual", "实际", "Actual", Unit.AMOUNT),
        _formula("attainment", "达成率", "Attainment", Unit.RATE),
        _yours("target_cvr"),
        _yours("target_aov"),
        _formula("check", "检查", "Check", Unit.TEXT),
        WEIGHT,
        FREE_WEIGHT,
    ),
    fixed=True,
)

GOAL_DAY = Table(
    "GoalDay",
    ("date",),
    (
        DATE,
        _text("weekday", "星期", "Weekday"),
        _formula("goal", "日目标", "Day goal", Unit.AMOUNT),
        LOCK,
        _formula("visitor_goal", "访客目标", "Visitor goal", Unit.COUNT),
        _formula("actual", "实际", "Actual", Unit.AMOUNT),
        _formula("attainment", "达成率", "Attainment", Unit.RATE),
        _formula("catch_up", "追赶目标", "Catch-up goal", Unit.AMOUNT),
        _formula("month", "月份", "Month", Unit.DATE),
        WEIGHT,
        FREE_WEIGHT,
        _formula("left_amount", "待分金额", "Amount left", Unit.AMOUNT),
        _formula("left_weight", "待分权重", "Weight left", Unit.COUNT),
        _formula("from_weight", "权重起", "Weight from", Unit.COUNT),
        _formula("to_weight", "权重止", "Weight to", Unit.COUNT),
        _formula("open_amount", "待追金额", "Amount to catch up", Unit.AMOUNT),
        _formula("past_weight", "已过权重", "Weight past", Unit.COUNT),
        _formula("used_cvr", "采用转化率", "Conversion used", Unit.CONVERSION),
        _formula("used_aov", "采用客单价", "AOV used", Unit.PRICE),
    ),
    fixed=True,
)

THRESHOLDS = Table(
    "Thresholds",
    ("key",),
    (
        Column("key", Label("键", "Key"), Unit.ID),
        _text("metric", "指标", "Metric"),
        _text("scope", "范围", "Scope"),
        Column("direction", Label("方向", "Direction"), Unit.COUNT),  # 1 higher is better, -1 lower is better
        Column("green", Label("绿线", "Green"), Unit.RATIO, Kind.YOURS),
        _text("green_base", "绿线基准", "Green base", Kind.YOURS),
        Column("red", Label("红线", "Red"), Unit.RATIO, Kind.YOURS),
        _text("red_base", "红线基准", "Red base", Kind.YOURS),
        _text("unit", "单位", "Unit"),
        _formula("current", "当前值", "Current", Unit.RATIO),
        _formula("green_bound", "绿线界", "Green bound", Unit.RATIO),
        _formula("red_bound", "红线界", "Red bound", Unit.RATIO),
        _formula("light", "灯", "Light", Unit.COUNT),
        _text("owner", "负责部门", "Owner", Kind.YOURS),
        _text("advice", "建议", "Advice", Kind.YOURS),
        _text("on", "启用", "On", Kind.YOURS),
        Column("order", Label("顺序", "Order"), Unit.COUNT),
        _formula("urgency", "次序", "Urgency", Unit.COUNT),
    ),
)

IMPORTS = Table(
    "Imports",
    ("id",),
    (
        Column("id", Label("编号", "ID"), Unit.ID),
        Column("at", Label("时间", "Time"), Unit.DATE),
        _text("file", "文件", "File"),
        _text("sha256", "指纹", "SHA256"),
        _text("kind", "类型", "Kind"),
        Column("exported", Label("导出日期", "Exported"), Unit.DATE),
        Column("first", Label("首日", "First day"), Unit.DATE),
        Column("last", Label("末日", "Last day"), Unit.DATE),
        Column("rows", Label("行数", "Rows"), Unit.COUNT),
        Column("added", Label("新增", "Added"), Unit.COUNT),
        Column("updated", Label("更新", "Updated"), Unit.COUNT),
        Column("unchanged", Label("未变", "Unchanged"), Unit.COUNT),
        Column("rejected", Label("拒收", "Rejected"), Unit.COUNT),
        _text("issues", "问题", "Issues"),
    ),
)

EVENTS = Table(
    "Events",
    ("event", "start"),
    (
        _text("event", "活动", "Event", Kind.YOURS),
        _text("phase", "阶段", "Phase", Kind.YOURS),
        Column("start", Label("开始", "Start"), Unit.DATE, Kind.YOURS),
        Column("end", Label("结束", "End"), Unit.DATE, Kind.YOURS),
        Column("lift", Label("系数", "Lift"), Unit.RATIO, Kind.YOURS),
        _text("note", "备注", "Note", Kind.YOURS),
    ),
)

FACT_TABLES: tuple[Table, ...] = (SHOP_DAY, SOURCE_DAY, ITEM_DAY, PLAN_DAY, KEYWORD_DAY)
TABLES: tuple[Table, ...] = (
    *(*FACT_TABLES, *PEER_TABLES, GOAL_MONTH, GOAL_DAY, THRESHOLDS),
    *(IMPORTS, MAPPING, MAPPING_FIELDS, EVENTS, *SHOWN_TABLES),
)
TABLE: dict[str, Table] = {table.name: table for table in TABLES}
