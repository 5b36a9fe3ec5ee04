"""The words that names of figures are made of, in Chinese and English, and what each says of the figure.

A word that is not here may change the figure, so a name that holds one is not read.

Source: headers of the reports of fourteen back-ends and ad managers, as half of `tests/importers/header_names.csv` has them.
"""

from collections.abc import Mapping
from functools import cache

NEUTRAL = ""  # a word that changes nothing

# What is said, with the words that say it.
_CHINESE: Mapping[str, str] = {
    NEUTRAL: "的 总 总计 合计 整体 全部 每日 日 实际 已",
    "shop": "店铺 全店 本店 店",
    "item": "商品 宝贝 单品 产品 货品 商详",
    "count": "数 量 总数 总量 数量 次数",
    "people": "买家 客户 用户 顾客 消费者 人 客",
    "people count": "人数",
    "visit": "访问 进店 到访",
    "visit people": "访客",
    "views": "浏览量 浏览次数 页面浏览量 pv",
    "bounce": "跳失率",
    "mean stay": "平均停留时长 平均停留时间 人均停留时长 人均停留时间",
    "fav": "收藏",
    "cart": "加购 加入购物车 加购物车 购物车",
    "ordered": "下单 拍下",
    "paid": "支付 付款 成交 实付 购买",
    "orders": "订单 子订单 单 笔",
    "pieces": "件",
    "sold": "销售 营业",
    "sold count": "销量 销售量",
    "money": "金额 额 总额 总金额",
    "deal": "交易额",
    "new": "新",
    "old": "老",
    "refund": "退款",
    "done": "成功",
    "ask": "询单",
    "in the end": "最终",
    "shown": "展现 曝光 展示",
    "clicked": "点击",
    "ad": "推广 广告 投放 营销",
    "spent": "花费 消耗 支出 投入",
    "fee": "费 费用",
    "consumed": "消费",
    "direct": "直接",
    "conversion": "转化",
    "value": "价值",
    "day": "日期 时间",
    "of report": "统计 数据 报表 业务",
    "plan": "计划 广告系列",
    "scene": "场景",
    "keyword": "关键词 搜索词",
    "source": "来源 流量来源",
    "level1": "一级",
    "level2": "二级",
    "level3": "三级",
    "id": "编号",
    "name": "名称 名字",
    "title": "标题 品名",
    "code": "货号 款号",
}
_ENGLISH: Mapping[str, tuple[str, ...]] = {
    NEUTRAL: ("total", "of", "the", "sum", "overall"),
    "shop": ("shop", "store", "online store", "ecommerce"),
    "item": ("item", "product", "listing", "goods"),
    "count": ("count", "number of", "num"),
    "visit people": ("visitor", "visitors", "uv"),
    "visit": ("visit",),
    "user": ("user", "users"),
    "unique": ("unique",),
    "active": ("active",),
    "views": ("page views", "page view", "pageviews", "pageview", "screen page views", "views", "pv"),
    "bounce": ("bounce rate",),
    "fav": ("wishlist", "favorite", "favourite"),
    "cart": ("add to cart", "added to cart", "cart"),
    "asked for": ("ordered",),
    "paid": ("paid", "paying"),
    "buyer": ("buyer", "buyers", "purchaser", "purchasers"),
    "customer": ("customer", "customers"),
    "orders count": ("order", "orders"),
    "money of an order": ("order total", "orders total"),  # a sum of money, whether paid or ordered nobody knows
    "transactions": ("transactions",),
    "purchase": ("purchase", "purchases", "purchased"),
    "pieces count": ("unit", "units", "items", "pieces", "qty", "quantity"),
    "sold": ("sold",),
    "sales": ("sales",),
    "money": ("amount",),
    "earned": ("revenue",),
    "gmv": ("gmv", "gross merchandise value"),
    "gross": ("gross",),
    "new": ("new", "first time"),
    "old": ("returning", "repeat", "existing"),
    "refund": ("refund", "refunds", "refunded"),
    "shown": ("impression", "impressions", "impr"),
    "clicked": ("click", "clicks"),
    "ad": ("ad", "ads", "advertising", "marketing"),
    "spend": ("spend", "spent", "expense", "expenditure"),
    "cost": ("cost", "costs"),
    "fees": ("fees",),
    "direct": ("direct",),
    "conversion": ("conversion", "conversions", "conv"),
    "value": ("value",),
    "day": ("date", "day"),
    "of report": ("report", "stat"),
    "transaction": ("transaction",),
    "plan": ("campaign",),
    "keyword": ("keyword", "search term", "search keyword", "keyword text", "customer search term"),
    "source": ("source", "traffic source", "session source", "channel", "sales channel", "channel group"),
    "defaulted": ("default", "session default"),
    "id": ("id",),
    "name": ("name",),
    "title": ("title",),
    "sku": ("sku",),
    "whose": ("merchant", "seller", "parent"),
    "variant": ("variant",),
}
CHINESE: Mapping[str, str] = {word: said for said, words in _CHINESE.items() for word in words.split()}
ENGLISH: Mapping[tuple[str, ...], str] = {
    tuple(phrase.split()): said for said, phrases in _ENGLISH.items() for phrase in phrases
}

# What a figure is, as sets of what its name says: one alternative a line or after a bar.
_SHOP: Mapping[str, str] = {
    "date": "day | day of report | day paid | day paid orders | day transaction",
    "visitors": "visit people | user | active user",
    "pageviews": "views",
    "bounce_rate": "bounce",
    "stay_seconds": "mean stay",
    "fav_users": "fav people | fav people item | fav user",
    "cart_users": "cart people | cart people item | cart user",
    "order_buyers": "ordered people",
    "order_amount": "ordered money",
    "buyers": "paid people | buyer | paid buyer | paid customer | active buyer",
    "orders": "orders count | paid orders count | transactions | purchase",
    "items": "paid pieces count | sold pieces count | sold count | asked for pieces count | purchase pieces count"
    " | paid pieces count item | paid count pieces orders",
    "gmv": "paid money | sold money | sales | earned | gmv | paid gmv | paid sales | paid sales orders count"
    " | asked for item sales | purchase earned | gross purchase earned | orders count earned | paid earned | sales money",
    "new_buyers": "new paid people | new buyer | new customer",
    "old_buyers": "old paid people | old buyer | old customer",
    "refund_amount": "refund money | refund done money | refund",
    "inquiries": "ask people",
    "inquiry_buyers": "ask paid people | ask in the end paid people",
    "impressions": "shown | ad shown",
    "clicks": "clicked | ad clicked",
    "ad_spend": "spent | ad spent | ad fee | ad spend | ad cost | ad consumed",
    "ad_gmv": "ad paid money | ad sold money | ad sales",
    "ad_orders": "ad orders count | ad paid orders count",
}
_ITEM: Mapping[str, str] = {
    "item_id": "item id",
    "title": "item name | item title | title | item",
    "sku_code": "code | item code | whose sku | item sku | variant sku",
    "cart_users": "cart visit people",
}
_SOURCE: Mapping[str, str] = {
    "source1": "source | level1 source | defaulted source",
    "source2": "level2 source",
    "source3": "level3 source",
    "new_visitors": "new visit people",
}
_ADS: Mapping[str, str] = {
    "date": "day | day of report",
    "impressions": "shown",
    "clicks": "clicked",
    "ad_spend": "spent | spent money | fee | spend | spend money | cost | consumed | fees",
    "ad_gmv": "paid money | sold money | sales | earned | gross earned | gmv | deal | purchase value | conversion value"
    " | purchase conversion value",
    "direct_gmv": "direct paid money | direct sales | direct earned | direct gmv",
    "ad_orders": "orders count | paid orders count | purchase | sku orders count",
    "cart_users": "cart count",
    "fav_users": "fav count | fav item count",
    "plan_id": "plan id",
    "plan": "plan | plan name",
    "scene": "scene | scene name",
    "keyword": "keyword | keyword name",
}
_PARTS: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "ShopDay": (_SHOP,),
    "ItemDay": (_SHOP, _ITEM),
    "SourceDay": (_SHOP, _SOURCE),
    "PlanDay": (_ADS,),
    "KeywordDay": (_ADS,),
}
SAYS_NOTHING_MORE: Mapping[str, frozenset[str]] = {
    "ItemDay": frozenset({"item"}),
    "PlanDay": frozenset({"ad", "window"}),
    "KeywordDay": frozenset({"ad", "window"}),
}


@cache
def figures(table: str) -> Mapping[frozenset[str], str]:
    """The fields of a table by what their names say; empty where a table's names are never read word by word.

    >>> figures("ShopDay")[frozenset({"visit", "people"})]
    'visitors'
    """
    return {
        frozenset(said.split()): field
        for part in _PARTS.get(table, ())
        for field, alternatives in part.items()
        for said in alternatives.split("|")
    }
