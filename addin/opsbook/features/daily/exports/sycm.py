"""生意参谋 (the seller's analytics): the shop's days, items and traffic sources.

Source: header lists of 取数 店铺整体 and 商品 (2024-2026), 商品_全部 .xls, 无线店铺流量来源 .xls; header rows 0, 4, 5 and 7.
"""

from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.records.export import Importer, Source

SHOP = Importer(
    id="sycm-shop",
    name="生意参谋 店铺整体",
    table=SHOP_DAY,
    needs=("date", "visitors", "gmv"),
    never=(
        *("商品ID", "主商品ID", "SKU ID", "一级来源", "一级流量来源", "流量来源", "来源名称", "计划ID", "客服昵称"),
        *("叶子类目", "类目名称", "商品名称", "流失商家ID"),
    ),
    columns=(
        Source("date", ("统计日期", "日期", "统计时间")),
        # 无线端访客数, 商品访客数, 新访客数 are parts of the whole and never stand in for it.
        Source("visitors", ("访客数", "店铺访客数", "访客人数")),
        Source("pageviews", ("浏览量", "店铺浏览量")),
        Source("bounce_rate", ("跳失率",)),
        Source("stay_seconds", ("平均停留时长", "人均停留时长", "店铺平均停留时长", "平均停留时间")),
        Source("fav_users", ("商品收藏买家数", "商品收藏人数", "收藏人数")),
        Source("cart_users", ("加购人数", "商品加购人数")),
        Source("order_buyers", ("下单买家数",)),
        Source("order_amount", ("下单金额",)),
        Source("buyers", ("支付买家数", "支付人数")),
        # Sub-orders: every known file has them. 支付父订单数 counts something else.
        Source("orders", ("支付子订单数", "子订单数", "支付订单数")),
        Source("items", ("支付件数", "支付商品件数")),
        Source("gmv", ("支付金额",)),
        Source("new_buyers", ("支付新买家数",)),
        Source("old_buyers", ("支付老买家数", "老客支付买家数")),
        Source("refund_amount", ("成功退款金额", "退款成功金额")),
        Source("inquiries", ("询单人数", "客服询单人数")),
        Source("ad_spend", ("全站推广花费", "关键词推广花费", "精准人群推广花费", "智能场景花费"), adds=True),
        Source("ad_spend", ("直通车消耗", "钻石展位消耗", "超级推荐消耗"), adds=True),
    ),
    aside=(
        *(
            "无线端访客数",
            "PC端访客数",
            "商品访客数",
            "商品浏览量",
            "加购件数",
            "下单件数",
            "下单转化率",
            "支付转化率",
            "客单价",
        ),
        *(
            "UV价值",
            "人均浏览量",
            "老访客数",
            "新访客数",
            "老买家支付金额",
            "新买家支付金额",
            "支付父订单数",
            "淘宝客佣金",
            "申请退款金额",
        ),
        *(
            "评价数",
            "会员总数",
            "新增会员数",
            "活跃会员数",
            "会员成交金额",
            "会员成交人数",
            "关注店铺人数",
            "店铺客户数",
            "净支付金额",
        ),
        *(
            "老客复购率",
            "老客复购人数",
            "老客复购金额",
            "咨询率",
            "旺旺人工响应时长",
            "24小时揽收及时率",
            "物流到货时长",
        ),
        *("退款处理时长", "成功退款率", "终端"),
    ),
    cut_at=100_000,
)
