"""京东 (JD): the shop's days and items from 商智, paid promotion from 京准通.

Source: programs that read the daily reports (2024-2026): 商智 店铺 in two layouts, 自助报表 with -全部渠道, SKU lists; 京准通.
"""

from opsbook.model.export import Importer, Repeat, Source

_ITEM_IDS = ("SKU", "SKUID", "SKU编号", "商品编号", "SPU", "SPUID", "spu_id")
_OTHER_LEVELS = (
    *("商品ID", "计划ID", "推广计划", "计划名称", "单元ID", "推广单元"),
    *("关键词", "搜索词", "创意ID", "素材ID"),
)

SHOP = Importer(
    id="jd-shop",
    name="京东商智 店铺",
    table="ShopDay",
    needs=("visitors", "buyers", "gmv", "date"),
    never=(*_ITEM_IDS, "商品ID", "商品访客数", "一级渠道", "流量来源", "来源名称", "省份", "城市"),
    columns=(
        Source("date", ("日期", "时间", "统计日期")),
        Source("visitors", ("店铺访客数", "访客数")),
        Source("pageviews", ("店铺浏览量", "浏览量")),
        Source("bounce_rate", ("跳失率",)),
        Source("stay_seconds", ("平均停留时长", "平均停留时间")),
        Source("cart_users", ("加购客户数",)),
        Source("order_buyers", ("下单客户数",)),
        Source("order_amount", ("下单金额",)),  # not paid
        Source("buyers", ("成交客户数",)),
        Source("orders", ("成交单量",)),
        Source("items", ("成交商品件数",)),
        Source("gmv", ("成交金额",)),
        Source("refund_amount", ("取消及售后退款金额",)),
    ),
    aside=(
        *("人均浏览量", "店铺成交转化率", "成交转化率", "客单价", "UV价值", "下单单量", "下单商品件数", "下单转化率"),
        *("加购商品件数", "老客成交占比", "关注店铺人数", "商品关注数", "终端", "渠道"),
    ),
)

ITEMS = Importer(
    id="jd-items",
    name="京东商智 商品明细",
    table="ItemDay",
    needs=("item_id", "visitors", "gmv"),
    never=("计划ID", "推广计划", "关键词", "搜索词", "花费"),
    columns=(
        Source("date", ("日期", "时间", "统计日期")),
        # A row per SKU names its SPU too; a row per SPU has no SKU.
        Source("item_id", _ITEM_IDS),
        Source("title", ("商品名称", "SKU名称", "SPU名称")),
        Source("sku_code", ("货号",)),
        Source("visitors", ("商品访客数", "访客数")),
        Source("pageviews", ("商品浏览量", "浏览量")),
        Source("stay_seconds", ("平均停留时长", "平均停留时间")),
        Source("cart_users", ("加购客户数", "加购人数")),
        Source("order_buyers", ("下单客户数",)),
        Source("order_amount", ("下单金额",)),
        Source("buyers", ("成交客户数", "成交人数")),
        Source("items", ("成交商品件数",)),
        Source("gmv", ("成交金额",)),
        Source("refund_amount", ("取消及售后退款金额",)),
    ),
    aside=(
        *("一级类目", "二级类目", "三级类目", "品牌", "成交单量", "下单单量", "搜索曝光次数", "搜索点击次数"),
        *("商品曝光次数", "商品曝光人数", "最近上架时间", "人均浏览量", "成交转化率", "商品成交转化率", "客单价"),
        *("下单商品件数", "加购商品件数", "商品关注数", "渠道", "终端"),
    ),
)

SITEWIDE = Importer(
    id="jd-ads",
    name="京准通 全站营销",
    table="PlanDay",
    needs=("ad_gmv", "ad_orders", "ad_spend", "date"),
    never=(*_OTHER_LEVELS, *_ITEM_IDS, "展现量", "点击量"),
    columns=(
        Source("date", ("日期",)),
        Source("plan", ("产品线",)),
        Source("impressions", ("核心位置展现量",)),
        Source("clicks", ("核心位置点击量",)),
        Source("ad_spend", ("花费",)),
        Source("ad_gmv", ("全站交易额",)),
        Source("ad_orders", ("全站订单行",)),
    ),
    aside=("全站投产比", "全站订单成本", "全站费比", "180天未购新客数", "当前时间", "账户名"),
    # The export has no plans: a product line is one, else all of it is.
    fixed=(("scene", "京准通"), ("plan", "全站营销"), ("plan_id", "京准通-{plan}")),
)

CLICKS = Importer(
    id="jd-cpc",
    name="京准通 非全站推广",
    table="PlanDay",
    needs=("impressions", "clicks", "ad_gmv", "ad_spend", "date"),
    never=(*_OTHER_LEVELS, "全站交易额", "曝光数"),
    columns=(
        Source("date", ("点击时间", "日期")),
        Source("impressions", ("展现数",)),
        Source("clicks", ("点击数",)),
        Source("ad_spend", ("花费", "总费用")),
        Source("ad_gmv", ("总订单金额",)),
        Source("ad_orders", ("总订单行",)),
        Source("direct_gmv", ("直接订单金额",)),
        Source("cart_users", ("总加购数", "总购物车数")),
        Source("fav_users", ("总收藏数",)),
    ),
    aside=(
        *("点击率", "平均点击成本", "千次展现成本", "直接订单行"),
        *("间接订单行", "间接订单金额", "直接加购数", "间接加购数"),
        *("投产比", "总订单成本", "转化率", "下单新客数", "产品线"),
        *("触发SKU ID", "跟单SKU ID", "触发sku_id", "跟单sku_id"),
        *("店铺关注数", "优惠券领取数", "当前时间"),
    ),
    # Hours of a day, or its items: all of them together are the day. 全站营销 is charged apart and is another plan.
    repeat=Repeat.PARTS,
    fixed=(("scene", "京准通"), ("plan", "非全站推广"), ("plan_id", "京准通-{plan}")),
)
