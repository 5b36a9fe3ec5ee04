"""淘宝联盟 (affiliates): commission and what it brought, by plan type and day.

Source: programs that read 分天数据-计划_活动类型-推广概览 every day (2025-2026).
"""

from opsbook.features.promotion.tables import PLAN_DAY
from opsbook.model.records.export import Importer, Source

SCENE = "淘宝联盟"

DAYS = Importer(
    id="taobaoke-plans",
    name="淘宝联盟 推广概览",
    table=PLAN_DAY,
    needs=("ad_spend", "ad_gmv", "clicks", "date"),
    never=("商品ID", "计划ID", "活动ID", "订单编号"),
    columns=(
        Source("date", ("日期",)),
        Source("plan", ("数据内容",)),
        Source("clicks", ("点击量(即进店量)",)),
        Source("ad_spend", ("付款支出费用",)),  # commission and service fee of what was paid that day
        Source("ad_gmv", ("付款金额",)),
        Source("ad_orders", ("付款笔数",)),
    ),
    aside=(
        *("点击人数(即进店人数)", "点击转化率(即付款转化率)", "付款人数", "付款件数", "付款佣金支出", "付款服务费支出"),
        *("付款佣金率", "付款服务费率", "结算人数", "结算笔数"),
        *("结算件数", "结算金额", "结算佣金支出", "结算服务费支出"),
        *("结算支出费用", "确认收货人数", "确认收货金额", "确认收货笔数", "单件商品付款支出费用", "推广商品数"),
        *("优惠券领取量",),
    ),
    fixed=(("scene", SCENE), ("plan", "淘宝客"), ("plan_id", "淘宝联盟-{plan}")),
)
