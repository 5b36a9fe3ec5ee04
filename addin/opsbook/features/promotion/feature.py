"""Paid promotion, a row a plan or keyword and day."""

from opsbook.engine.feature import Feature
from opsbook.features.daily.thresholds import AD_ORDERS, CLICKS, IMPRESSIONS
from opsbook.features.promotion.exports import douyin, jd, pdd, taobaoke, wxt
from opsbook.features.promotion.function_help import FUNCTIONS
from opsbook.features.promotion.tables import KEYWORD_DAY, PLAN_DAY
from opsbook.model.departments import PROMOTION
from opsbook.model.language import Label
from opsbook.model.records.contribution import Laying, Report, Sheet
from opsbook.model.records.threshold import Scope, Threshold

THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("roi", "plan", PROMOTION, Label("低于红线先降预算，再换词换图", "cut its budget, then new words, pictures"), 1, 0.8, "breakeven_roi", least=CLICKS, least_orders=AD_ORDERS),
    Threshold("ctr", "plan", PROMOTION, Label("换创意图，检查人群", "change the creative; check the audience"), least=IMPRESSIONS),
    Threshold("cpc", "plan", PROMOTION, Label("降低出价，观察三天", "lower the bid and watch for three days"), least=CLICKS, least_orders=AD_ORDERS),
    Threshold("roi", "keyword", PROMOTION, Label("低于红线降价，数据够多仍不成交就删词", "bid less; delete it if it never sells"), 1, 0.8, "breakeven_roi", least=CLICKS, least_orders=AD_ORDERS),
    Threshold("ctr", "keyword", PROMOTION, Label("检查词与商品是否相关，换创意标题", "does the word fit the item? new title"), least=IMPRESSIONS),
)  # fmt: skip


FEATURE = Feature(
    "promotion",
    Label("推广", "Promotion"),
    since="0.1.0",
    needs=("frame", "daily"),
    tables=(PLAN_DAY, KEYWORD_DAY),
    scopes=(
        Scope("plan", Label("计划", "Plan"), "PlanDay"),
        Scope("keyword", Label("关键词", "Keyword"), "KeywordDay"),
    ),
    thresholds=THRESHOLDS,
    exports=(wxt.PLANS, wxt.KEYWORDS, taobaoke.DAYS, jd.SITEWIDE, jd.CLICKS, pdd.ADS, douyin.ADS),
    reports=(
        Report(
            "plans",
            "PlanDay",
            Label("推广计划", "Ad plans"),
            Label("万相台 › 报表 › 计划（勾选分日）", "Wanxiangtai: plan report, by day"),
            "plans_to",
        ),
        Report(
            "keywords",
            "KeywordDay",
            Label("推广关键词", "Ad keywords"),
            Label("万相台 › 报表 › 关键词（勾选分日）", "Wanxiangtai: keyword report, by day"),
            "keywords_to",
        ),
    ),
    sheets=(Sheet("promotion", 6, "opsbook.features.promotion.sheet:promotion"),),
    layings=(Laying("ShopDay", "opsbook.features.promotion.shop_days:upsert_shop_days", reads=("PlanDay",)),),
    functions=FUNCTIONS,
)
