"""The shop, a row a day."""

from opsbook.engine.feature import Feature
from opsbook.features.daily.exports import (
    amazon,
    jd,
    pdd,
    pdd_orders,
    refunds,
    service,
    shopify_orders,
    sycm,
    taobao_orders,
)
from opsbook.features.daily.fields import FIELDS
from opsbook.features.daily.function_help import FUNCTIONS
from opsbook.features.daily.metrics import METRICS
from opsbook.features.daily.tables import CALC_FUNNEL, CALC_METRIC, SHOP_DAY
from opsbook.features.daily.thresholds import THRESHOLDS
from opsbook.model.language import Label
from opsbook.model.records.contribution import CalcTable, ColumnName, Report, Sheet, Step, Tile
from opsbook.model.records.threshold import Scope

FEATURE = Feature(
    "daily",
    Label("日报", "Daily"),
    since="0.1.0",
    version=2,
    needs=("frame",),
    tables=(SHOP_DAY, CALC_FUNNEL, CALC_METRIC),
    fields=FIELDS,
    metrics=METRICS,
    scopes=(Scope("shop", Label("店铺", "Shop"), "ShopDay"),),
    thresholds=THRESHOLDS,
    exports=(
        *(sycm.SHOP, service.INQUIRIES, service.RECEPTION, service.ORDER_VALUE, service.SCORES),
        *(jd.SHOP, pdd.TRADE, pdd.GOODS, pdd.SERVICE, amazon.SHOP),
        *(taobao_orders.LIST, taobao_orders.WITH_REFUNDS, taobao_orders.ITEMS, taobao_orders.ITEMS_2025),
        *(pdd_orders.LIST, shopify_orders.LIST),
        *(refunds.TAOBAO, refunds.DOUYIN, refunds.JD, refunds.AMAZON),
    ),
    reports=(
        Report(
            "shop",
            "ShopDay",
            Label("店铺日报", "Shop report"),
            Label("生意参谋 › 自助取数 › 店铺整体", "Sycm: shop overview by day"),
            "as_of",
        ),
    ),
    names={
        "day_row": ColumnName("ShopDay", "date", of_the_day=True),
        "day_dates": ColumnName("ShopDay", "date", since=2),
        "day_orders": ColumnName("ShopDay", "orders", since=2),
    },
    sheets=(Sheet("daily", 3, "opsbook.features.daily.sheet:daily"),),
    calc=(
        CalcTable("CalcFunnel", 4, "opsbook.features.daily.funnel:table"),
        CalcTable("CalcMetric", 8, "opsbook.features.daily.metrics_of_day:table"),
    ),
    tiles=(Tile("why", 2, "opsbook.features.daily.funnel:panel"),),
    steps=(
        Step(
            "weekdays",
            reads=("ShopDay.date", "GoalDay.date"),
            writes=("ShopDay.weekday", "GoalDay.weekday"),
            run="opsbook.features.daily.weekdays:write_weekdays",
        ),
    ),
    functions=FUNCTIONS,
)
