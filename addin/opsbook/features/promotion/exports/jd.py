"""京东 京准通: paid promotion by day.

Source: programs that read the daily reports (2024-2026).
"""

from opsbook.features.daily.exports.jd import ITEM_IDS, OTHER_LEVELS
from opsbook.features.promotion.tables import PLAN_DAY
from opsbook.model.records.export import Importer, Repeat, Source

SITEWIDE = Importer(
    id="jd-ads",
    name="京准通 全站营销",
    table=PLAN_DAY,
    needs=("ad_gmv", "ad_orders", "ad_spend", "date"),
    never=(*OTHER_LEVELS, *ITEM_IDS, "展现量", "点击量"),
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
    table=PLAN_DAY,
    needs=("impressions", "clicks", "ad_gmv", "ad_spend", "date"),
    never=(*OTHER_LEVELS, "全站交易额", "曝光数"),
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
