"""Paid promotion, a row a plan or keyword and day."""

from opsbook.features.daily.fields import field_column, field_columns
from opsbook.model.language import Label
from opsbook.model.schema import DATE, Column, Table, text_column
from opsbook.model.units import Unit

_AD_FACTS = (
    *field_columns("impressions", "clicks", "ad_spend"),
    field_column("ad_gmv", "总成交金额", "Total GMV"),
    field_column("ad_orders", "总成交笔数", "Total orders"),
    field_column("direct_gmv"),
    field_column("cart_users", "加购数", "Carts"),
    field_column("fav_users", "收藏数", "Favourites"),
)

_PLAN = (
    DATE,
    text_column("scene", "场景", "Scene"),
    Column("plan_id", Label("计划ID", "Plan ID"), Unit.ID),
    text_column("plan", "计划名称", "Plan"),
)

_AD_METRICS = ("ctr", "cpc", "cpm", "ad_cvr", "roi")

PLAN_DAY = Table(
    "PlanDay",
    ("date", "plan_id"),
    (*_PLAN, *_AD_FACTS),
    metrics=_AD_METRICS,
    daily=True,
    sheet=Label("推广计划", "Ad plans"),
    emptied=True,
    window="window_plans",
)

KEYWORD_DAY = Table(
    "KeywordDay",
    ("date", "plan_id", "keyword"),
    (*_PLAN, text_column("keyword", "关键词", "Keyword"), *_AD_FACTS),
    metrics=_AD_METRICS,
    daily=True,
    sheet=Label("推广关键词", "Ad keywords"),
    emptied=True,
    window="window_keywords",
)
