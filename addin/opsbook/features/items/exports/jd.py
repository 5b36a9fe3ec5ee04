"""京东商智 商品明细: the items of a day.

Source: programs that read the daily SKU lists (2024-2026).
"""

from opsbook.features.daily.exports.jd import ITEM_IDS
from opsbook.features.items.tables import ITEM_DAY
from opsbook.model.records.export import Importer, Source

ITEMS = Importer(
    id="jd-items",
    name="京东商智 商品明细",
    table=ITEM_DAY,
    needs=("item_id", "visitors", "gmv"),
    never=("计划ID", "推广计划", "关键词", "搜索词", "花费"),
    columns=(
        Source("date", ("日期", "时间", "统计日期")),
        # A row per SKU names its SPU too; a row per SPU has no SKU.
        Source("item_id", ITEM_IDS),
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
