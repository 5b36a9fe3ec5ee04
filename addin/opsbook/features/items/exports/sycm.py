"""生意参谋 商品: the items of a day.

Source: header lists of 商品 (2024-2026) and 商品_全部 .xls; header rows 0 and 4.
"""

from opsbook.features.items.tables import ITEM_DAY
from opsbook.model.records.export import Importer, Source

ITEMS = Importer(
    id="sycm-items",
    name="生意参谋 商品排行",
    table=ITEM_DAY,
    needs=("item_id", "visitors", "gmv"),
    never=("SKU ID", "一级来源", "一级流量来源", "流量来源", "来源名称", "计划ID", "流失商品ID"),
    finer=("SKU ID",),
    columns=(
        Source("date", ("统计日期", "日期", "统计时间")),
        Source("item_id", ("商品ID", "宝贝ID")),
        Source("title", ("商品名称", "宝贝名称", "商品标题", "宝贝标题")),
        Source("sku_code", ("货号", "商家编码")),
        # 搜索引导访客数 is a part.
        Source("visitors", ("商品访客数",)),
        Source("pageviews", ("商品浏览量",)),
        Source("stay_seconds", ("平均停留时长", "商品平均停留时长")),
        # 跳失率 (visitors with one page) is another measure than 跳出率.
        Source("exit_rate", ("商品详情页跳出率", "详情页跳出率")),
        Source("fav_users", ("商品收藏人数", "收藏人数")),
        Source("cart_users", ("商品加购人数", "加购人数")),
        Source("order_buyers", ("下单买家数",)),
        Source("order_amount", ("下单金额",)),
        Source("buyers", ("支付买家数",)),
        Source("items", ("支付件数", "支付商品件数")),
        Source("gmv", ("支付金额",)),
        Source("new_buyers", ("支付新买家数",)),
        Source("old_buyers", ("支付老买家数",)),
        Source("refund_amount", ("成功退款金额",)),
    ),
    aside=(
        *(
            "主商品ID",
            "商品类型",
            "商品状态",
            "商品标签",
            "商品加购件数",
            "下单件数",
            "下单转化率",
            "商品支付转化率",
            "老买家支付金额",
        ),
        *(
            "聚划算支付金额",
            "访客平均价值",
            "竞争力评分",
            "年累计支付金额",
            "月累计支付金额",
            "月累计支付件数",
            "搜索引导支付转化率",
        ),
        *(
            "搜索引导访客数",
            "搜索引导支付买家数",
            "结构化详情引导转化率",
            "结构化详情引导成交占比",
            "总支付商品件数",
            "总支付金额",
        ),
    ),
    cut_at=100_000,
)
