"""拼多多 (Pinduoduo): 交易概况, 商品概况 and 服务概况 make one row of the shop's day between them; 推广 by item and day.

Source: programs that read the reports every day and the names of the back-end's own pages (2024-2026); 推广 from one program.
"""

from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.records.export import Importer, Source

_DATE = Source("date", ("统计时间", "统计日期", "日期"))
_OTHER = ("商品ID", "商品id", "商品名称", "推广名称", "计划ID")

TRADE = Importer(
    id="pdd-trade",
    name="拼多多 交易概况",
    table=SHOP_DAY,
    needs=("gmv", "orders", "buyers", "date"),
    never=(*_OTHER, "商品访客数", "商品浏览量"),
    columns=(
        _DATE,
        Source("buyers", ("成交买家数",)),
        Source("orders", ("成交订单数",)),
        Source("gmv", ("成交金额",)),
    ),
    # 退款金额 by the day of payment is another figure than 成功退款金额 by the day of refund, which 服务概况 tells.
    aside=(
        *("成交转化率", "客单价", "老买家占比", "关注用户数", "退款金额", "退款单数", "平均访客价值", "成交UV价值"),
        *("成交老买家占比", "店铺关注用户数", "店铺访客数", "店铺浏览量"),
    ),
)

GOODS = Importer(
    id="pdd-goods",
    name="拼多多 商品概况",
    table=SHOP_DAY,
    needs=("pageviews", "visitors", "fav_users", "date"),
    never=_OTHER,
    columns=(
        _DATE,
        # The shop's own visitors where the file has them; else those of its item pages, the only ones these reports have.
        Source("visitors", ("店铺访客数", "商品访客数")),
        Source("pageviews", ("店铺浏览量", "商品浏览量")),
        Source("fav_users", ("商品收藏用户数",)),
    ),
    # What sold is told by 交易概况: two reports never write one cell.
    aside=("被访问商品数", "动销商品数", "成交金额", "成交订单数", "成交买家数", "成交件数", "成交转化率", "客单价"),
)

SERVICE = Importer(
    id="pdd-service",
    name="拼多多 服务概况",
    table=SHOP_DAY,
    needs=("refund_amount", "date"),
    marks=("成功退款订单数", "品质退款率"),
    never=_OTHER,
    columns=(_DATE, Source("refund_amount", ("成功退款金额",))),
    aside=(
        *("纠纷退款数", "纠纷退款率", "介入订单数", "平台介入率", "平均退款时长", "成功退款率"),
        *("退货退款自主完结时长", "退款自主完结时长"),
    ),
)
