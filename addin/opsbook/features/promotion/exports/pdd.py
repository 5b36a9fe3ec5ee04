"""拼多多 推广: paid promotion by item and day.

Source: one program that reads the report every day (2024-2026).
"""

from opsbook.features.promotion.tables import PLAN_DAY
from opsbook.model.records.export import Importer, Repeat, Source

ADS = Importer(
    id="pdd-ads",
    name="拼多多 推广",
    table=PLAN_DAY,
    needs=("plan_id", "ad_spend", "impressions", "clicks", "ad_gmv", "date"),
    columns=(
        Source("date", ("日期",)),
        Source("scene", ("推广场景",)),
        Source("plan_id", ("商品ID",)),  # plans have no number of their own; a plan promotes one item
        Source("plan", ("推广名称", "商品名称")),
        Source("impressions", ("曝光量",)),
        Source("clicks", ("点击量",)),
        Source("ad_spend", ("总花费",)),  # 成交花费 is the part that is charged for sales
        Source("ad_gmv", ("交易额",)),
        Source("ad_orders", ("成交笔数",)),
        Source("direct_gmv", ("直接交易额",)),
        Source("fav_users", ("收藏量",)),
    ),
    aside=(
        *("出价方式", "分组", "是否已删除", "成交花费", "实际投产比", "净交易额", "净实际投产比", "净成交笔数"),
        *("每笔净成交花费", "净交易额占比", "结算交易额", "结算投产比", "每笔成交花费", "每笔成交金额", "间接交易额"),
        *("直接成交笔数", "间接成交笔数", "询单花费", "询单量", "收藏花费", "关注花费", "关注量", "每笔直接成交金额"),
        *("每笔间接成交金额", "净成交花费", "投入产出比", "点击率", "点击转化率"),
    ),
    repeat=Repeat.PARTS,
    fixed=(("scene", "拼多多推广"),),
    evidence="C",
)
