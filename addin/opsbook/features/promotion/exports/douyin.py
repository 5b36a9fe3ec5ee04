"""抖音 (Douyin): 千川 by day and account, and what the live rooms sold by item.

Source: programs that read the reports every day (2025-2026). A daily export of 抖店罗盘 for the shop has never been seen.
"""

from opsbook.model.export import Importer, Source

ADS = Importer(
    id="douyin-ads",
    name="抖音千川 推广日报",
    table="PlanDay",
    needs=("plan", "ad_spend", "impressions", "clicks", "date"),
    never=("素材ID", "商品ID", "视频ID", "计划ID", "创意ID"),
    columns=(
        Source("date", ("日期", "统计日期")),
        Source("plan", ("抖音号名称",)),
        Source("impressions", ("整体展示次数",)),
        Source("clicks", ("整体点击次数",)),
        Source("ad_spend", ("整体消耗",)),
        Source("ad_gmv", ("整体成交金额",)),
        Source("ad_orders", ("整体成交订单数",)),
    ),
    aside=(
        *("抖音号", "抖音号ID", "整体点击率", "整体转化率"),
        *("整体支付ROI", "整体成交订单成本", "净成交ROI", "净成交金额"),
        *("净成交订单数", "净成交订单成本", "净成交金额结算率", "用户实际支付金额", "电商平台补贴金额"),
        *("1小时内退款率", "1小时内退款金额", "1小时内退款订单数"),
    ),
    fixed=(("scene", "千川"), ("plan_id", "千川-{plan}")),
)

ITEMS = Importer(
    id="douyin-items",
    name="抖店 直播商品",
    table="ItemDay",
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
