"""京东 (JD): the shop's days and items from 商智, paid promotion from 京准通.

Source: programs that read the daily reports (2024-2026): 商智 店铺 in two layouts, 自助报表 with -全部渠道, SKU lists; 京准通.
"""

from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.records.export import Importer, Source

ITEM_IDS = ("SKU", "SKUID", "SKU编号", "商品编号", "SPU", "SPUID", "spu_id")
OTHER_LEVELS = (
    *("商品ID", "计划ID", "推广计划", "计划名称", "单元ID", "推广单元"),
    *("关键词", "搜索词", "创意ID", "素材ID"),
)

SHOP = Importer(
    id="jd-shop",
    name="京东商智 店铺",
    table=SHOP_DAY,
    needs=("visitors", "buyers", "gmv", "date"),
    never=(*ITEM_IDS, "商品ID", "商品访客数", "一级渠道", "流量来源", "来源名称", "省份", "城市"),
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
