"""抖音 (Douyin): what the live rooms sold by item.

Source: programs that read the reports every day (2025-2026).
"""

from opsbook.features.items.tables import ITEM_DAY
from opsbook.model.records.export import Importer, Source

ITEMS = Importer(
    id="douyin-items",
    name="抖店 直播商品",
    table=ITEM_DAY,
    needs=("item_id", "gmv"),
    marks=("商品点击人数",),
    never=("素材ID", "计划ID", "抖音号名称", "整体消耗", "主订单编号"),
    columns=(
        Source("date", ("日期", "统计日期")),
        Source("item_id", ("商品ID",)),
        Source("title", ("商品名称",)),
        Source("items", ("成交件数",)),
        Source("gmv", ("用户支付金额",)),
        Source("refund_amount", ("发货前退款金额", "发货后退款金额"), adds=True),
    ),
    # Those who clicked inside the live room are a part of the item's visitors.
    aside=(
        *("讲解次数", "讲解时长", "直播间价格", "预售订单数", "商品曝光人数", "商品曝光-点击率(人数)"),
        *("商品点击-成交转化率(人数)", "千次曝光用户支付金额", "发货前退款订单数", "发货后退款订单数"),
    ),
)
