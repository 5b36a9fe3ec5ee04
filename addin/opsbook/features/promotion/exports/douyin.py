"""抖音 (Douyin): 千川 by day and account, and what the live rooms sold by item.

Source: programs that read the reports every day (2025-2026). A daily export of 抖店罗盘 for the shop has never been seen.
"""

from opsbook.features.promotion.tables import PLAN_DAY
from opsbook.model.records.export import Importer, Source

ADS = Importer(
    id="douyin-ads",
    name="抖音千川 推广日报",
    table=PLAN_DAY,
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
