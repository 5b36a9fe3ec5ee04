"""生意参谋 店铺来源: the traffic sources of a day.

Source: header lists of 无线店铺流量来源 .xls (2024-2026); header rows 5 and 7.
"""

from opsbook.features.traffic.tables import SOURCE_DAY
from opsbook.model.records.export import Importer, Source

SOURCES = Importer(
    id="sycm-sources",
    name="生意参谋 店铺来源",
    table=SOURCE_DAY,
    needs=("source1", "source2", "source3", "visitors", "order_amount", "gmv"),
    # The flow of one item has the same levels but names neither item nor shop: it must not pass for the shop's.
    never=("商品ID", "店内跳转人数", "跳出本店人数", "浏览量占比"),
    columns=(
        Source("date", ("统计日期", "日期", "统计时间")),
        Source("source1", ("一级来源",)),
        Source("source2", ("二级来源",)),
        Source("source3", ("三级来源",)),
        Source("visitors", ("访客数",)),
        Source("order_buyers", ("下单买家数",)),
        Source("order_amount", ("下单金额",)),
        Source("buyers", ("支付买家数",)),
        Source("gmv", ("支付金额",)),
        Source("fav_users", ("收藏商品买家数", "商品收藏买家数", "收藏人数", "商品收藏人数")),
        Source("cart_users", ("加购人数",)),
        Source("new_visitors", ("新访客", "新访客数")),
    ),
    aside=(
        *(
            "浏览量",
            "下单转化率",
            "支付转化率",
            "客单价",
            "UV价值",
            "关注店铺人数",
            "直接支付买家数",
            "收藏商品-支付买家数",
        ),
        *("粉丝支付买家数", "加购商品-支付买家数", "引导商品访客数", "引导短视频访客数"),
    ),
    tree=("source1", "source2", "source3"),
    renamed=(("直通车", "关键词推广"), ("引力魔方", "精准人群推广"), ("万相台", "智能场景")),
    new_tree="经营优势",
)
