"""Every metric, once: its Python value, worksheet formula, help text, number format and labels come from here.

Missing operands and zero divisors give an empty value, never 0 and never an error cell.
"""

from opsbook.metrics.expr import Constant, FirstKnown, Ratio, Setting, Total
from opsbook.model.language import Label
from opsbook.model.records.metric import ADS, OPERATOR, SYCM, Metric
from opsbook.model.units import Direction, Unit

UP, DOWN, NONE = Direction.UP, Direction.DOWN, Direction.NONE


def _over(over: str, under: str) -> Ratio:
    return Ratio(Total(over), Total(under))


_COST = FirstKnown(Total("cogs"), Setting("cost_rate") * Total("gmv"))
_MARGIN = Ratio(Total("gmv") - Total("refund_amount") - _COST, Total("gmv"))
_UV_VALUE = _over("gmv", "visitors")
_AD_SHARE = _over("ad_spend", "gmv")

METRICS: tuple[Metric, ...] = (
    Metric("cvr", Label("支付转化率", "Pay conversion"), Unit.CONVERSION, UP, _over("buyers", "visitors"), SYCM, Label("预售期间尾款未付，读数偏低，请看预售修正转化率", "reads too low during presale: see the presale adjusted one")),
    Metric("adj_cvr", Label("预售修正转化率", "Presale adjusted conversion"), Unit.CONVERSION, UP, Ratio(Total("buyers") + Total("presale_buyers"), Total("visitors")), SYCM, Label("预售买家数由运营填写，没有预售就填 0", "presale buyers are typed in; 0 on days without presale")),
    Metric("order_cvr", Label("下单转化率", "Order conversion"), Unit.CONVERSION, UP, _over("order_buyers", "visitors"), SYCM),
    Metric("pay_rate", Label("下单支付率", "Pay rate"), Unit.RATE, UP, _over("buyers", "order_buyers"), SYCM, Label("次日付款的订单会让它略高于 100%", "orders paid the next day can push it a little above 100%")),
    Metric("aov", Label("客单价", "AOV"), Unit.PRICE, UP, _over("gmv", "buyers"), SYCM),
    Metric("unit_price", Label("件单价", "Unit price"), Unit.PRICE, NONE, _over("gmv", "items"), SYCM),
    Metric("items_per_buyer", Label("连带率", "Items per buyer"), Unit.RATIO, UP, _over("items", "buyers"), SYCM),
    Metric("uv_value", Label("访客价值", "Visitor value"), Unit.PRICE, UP, _UV_VALUE, SYCM, Label("等于支付转化率 × 客单价", "equals pay conversion × AOV")),
    Metric("uv_cost", Label("访客成本", "Visitor cost"), Unit.PRICE, DOWN, _over("ad_spend", "visitors"), ADS, Label("花费摊到全部访客，不只是付费访客", "spend over all visitors, not only the paid ones")),
    Metric("uv_profit", Label("单客毛利", "Profit per visitor"), Unit.PRICE, UP, _UV_VALUE * _MARGIN, SYCM),
    Metric("depth", Label("访问深度", "Visit depth"), Unit.RATIO, UP, _over("pageviews", "visitors"), SYCM),
    Metric("bounce_rate", Label("跳失率", "Bounce rate"), Unit.RATE, DOWN, Total("bounce_rate"), SYCM, Label("后台导出的比率，多日取日均", "exported as a rate; over several days its mean")),
    Metric("aov_ratio", Label("客单价倍数", "AOV ratio"), Unit.RATIO, UP, Ratio(_over("gmv", "buyers"), Total("main_item_aov")), SYCM, Label("全店客单价 ÷ 主推款客单价，看关联销售", "shop AOV over the main item's: how well other items sell along")),
    Metric("fav_cart_rate", Label("收藏加购率", "Favourite and cart rate"), Unit.RATE, UP, Ratio(Total("fav_users") + Total("cart_users"), Total("visitors")), SYCM, Label("既收藏又加购的人算两次", "who does both counts twice")),
    Metric("fav_rate", Label("收藏率", "Favourite rate"), Unit.RATE, UP, _over("fav_users", "visitors"), SYCM),
    Metric("cart_rate", Label("加购率", "Cart rate"), Unit.RATE, UP, _over("cart_users", "visitors"), SYCM),
    Metric("refund_rate", Label("退款率", "Refund rate"), Unit.RATE, DOWN, _over("refund_amount", "gmv"), SYCM, Label("退款记在退款成功当天", "refunds belong to the day they succeed")),
    Metric("old_buyer_share", Label("老客占比", "Returning buyer share"), Unit.RATE, UP, _over("old_buyers", "buyers"), SYCM),
    Metric("inquiry_cvr", Label("询单转化率", "Inquiry conversion"), Unit.RATE, UP, _over("inquiry_buyers", "inquiries"), SYCM),
    Metric("ctr", Label("点击率", "CTR"), Unit.CONVERSION, UP, _over("clicks", "impressions"), ADS),
    Metric("cpc", Label("平均点击花费", "CPC"), Unit.PRICE, DOWN, _over("ad_spend", "clicks"), ADS),
    Metric("ad_cvr", Label("点击转化率", "Click conversion"), Unit.CONVERSION, UP, _over("ad_orders", "clicks"), ADS),
    Metric("roi", Label("投入产出比", "ROI"), Unit.RATIO, UP, _over("ad_gmv", "ad_spend"), ADS),
    Metric("breakeven_roi", Label("保本ROI", "Breakeven ROI"), Unit.RATIO, NONE, Ratio(Constant(1), _MARGIN, positive=True), SYCM, Label("毛利率不大于 0 时没有保本点，留空", "empty where the margin is not above 0: nothing breaks even")),
    Metric("cpm", Label("千次展现花费", "CPM"), Unit.PRICE, DOWN, _over("ad_spend", "impressions") * Constant(1000), ADS),
    Metric("ad_share", Label("推广费率", "Ad share"), Unit.RATE, DOWN, _AD_SHARE, ADS),
    Metric("cac", Label("获客成本", "Acquisition cost"), Unit.PRICE, DOWN, _over("ad_spend", "new_buyers"), ADS, Label("拉一个新客约为维护一个老客成本的 6 倍", "a new customer costs about six times an old one")),
    Metric("net_gmv", Label("净支付金额", "Net GMV"), Unit.AMOUNT, UP, Total("gmv") - Total("refund_amount"), SYCM),
    Metric("gross_margin", Label("毛利率", "Gross margin"), Unit.RATE, UP, _MARGIN, OPERATOR, Label("成本空白时按设置里的成本率估算；两者都空则留空", "blank cost: Settings cost rate × GMV; both blank: empty")),
    Metric("net_margin", Label("推广后毛利率", "Margin after ads"), Unit.RATE, UP, _MARGIN - _AD_SHARE, OPERATOR),
    Metric("dsr_item", Label("描述评分", "Item score"), Unit.SCORE, UP, Total("dsr_item"), OPERATOR),
    Metric("dsr_service", Label("服务评分", "Service score"), Unit.SCORE, UP, Total("dsr_service"), OPERATOR),
    Metric("dsr_logistics", Label("物流评分", "Logistics score"), Unit.SCORE, UP, Total("dsr_logistics"), OPERATOR),
    Metric("ship_hours", Label("发货时长", "Ship hours"), Unit.HOURS, DOWN, Total("ship_hours"), OPERATOR),
    Metric("attainment", Label("达成率", "Attainment"), Unit.RATE, UP, _over("gmv", "goal"), SYCM),
)  # fmt: skip

METRIC: dict[str, Metric] = {metric.id: metric for metric in METRICS}
