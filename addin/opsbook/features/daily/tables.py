"""The tables of the workbook: names, keys and columns that files, code and users agree on.

Source: the product's interface description. A column is found by its exact header in the
workbook's language; columns that are not listed here are the user's.
"""

from opsbook.features.daily.fields import field_column, field_columns, found_column, typed_column
from opsbook.model.language import Label
from opsbook.model.schema import DATE, STEP, Column, Kind, Table, formula_column, text_column
from opsbook.model.units import Unit

# what people type and files say as well
FOUND_TOO = ("peer_cvr", "violation_points", "negative_reviews", "ship_hours", "main_item_aov", "cogs")

SHOP_DAY = Table(
    "ShopDay",
    ("date",),
    (
        DATE,
        text_column("weekday", "星期", "Weekday"),
        text_column("event", "活动", "Event"),
        *field_columns("visitors", "pageviews", "bounce_rate", "stay_seconds", "fav_users", "cart_users"),
        *field_columns("order_buyers", "order_amount", "buyers", "orders", "items", "gmv", "new_buyers", "old_buyers"),
        *field_columns("refund_amount", "inquiries", "inquiry_buyers"),
        *field_columns("impressions", "clicks", "ad_spend", "ad_gmv", "ad_orders"),
        Column("partial", Label("部分日", "Partial day"), Unit.FLAG),
        *(
            typed_column(name)
            for name in ("presale_buyers", "peer_cvr", "rank", "dsr_item", "dsr_service", "dsr_logistics")
        ),
        *(typed_column(name) for name in ("shop_tier", "violation_points", "negative_reviews", "ship_hours")),
        *(typed_column(name) for name in ("main_item_aov", "cogs")),
        text_column("note", "备注", "Note", Kind.YOURS),
        *(field_column(name, kind=Kind.FORMULA) for name in ("goal", "target_cvr", "target_aov")),
        formula_column("whole_day", "完整日", "Whole day", Unit.DATE),
        *(found_column(name, since=2) for name in FOUND_TOO),
        formula_column("missing", "缺数", "Missing", Unit.COUNT, since=2),
    ),
    metrics=(
        *("cvr", "adj_cvr", "order_cvr", "pay_rate", "aov", "unit_price", "items_per_buyer", "uv_value"),
        *("uv_cost", "uv_profit", "depth", "aov_ratio", "fav_cart_rate", "fav_rate", "cart_rate", "refund_rate"),
        *("old_buyer_share", "inquiry_cvr", "ctr", "cpc", "ad_cvr", "roi", "breakeven_roi", "cpm", "ad_share"),
        *("cac", "net_gmv", "gross_margin", "net_margin", "attainment"),
    ),
    fixed=True,
    daily=True,
    sheet=Label("日报", "Daily"),
)


CALC_METRIC = Table(
    "CalcMetric",
    ("key",),
    (
        Column("key", Label("键", "Key"), Unit.ID),
        text_column("metric", "指标", "Metric", names=True),
        formula_column("value", "当日", "Day", Unit.RATIO),
        formula_column("previous", "前一日", "Day before", Unit.RATIO),
        formula_column("week_ago", "上周同日", "Week ago", Unit.RATIO),
        formula_column("mean7", "近7日", "7 days", Unit.RATIO),
    ),
    fixed=True,
)

CALC_FUNNEL = Table(
    "CalcFunnel",
    ("n",),
    (
        STEP,
        formula_column("stage", "环节", "Stage", Unit.TEXT),
        formula_column("share", "占访客", "Of visitors", Unit.RATE),
    ),
    fixed=True,
)
