"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.language import Label
from opsbook.model.records.function import DECISIONS, Function, given, maybe

_SERVICE = maybe("service_level", "不缺货的把握，默认 0.95", "how sure to be never out of stock, 0.95 by default")
_LEAD_SD = maybe(
    "lead_sd", "备货天数的标准差（天），默认 0", "standard deviation of the lead time in days, 0 by default"
)
_STOCK = (
    given("daily_sales", "平均日销量（件）", "average sales per day, in pieces"),
    given("daily_sd", "日销量的标准差（件）", "standard deviation of daily sales, in pieces"),
    given("lead_days", "备货天数：下单到入仓", "lead time in days, from order to warehouse"),
    _LEAD_SD,
    _SERVICE,
)

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_SAFETY_STOCK", Label("安全库存：应付销量和到货的波动（件，未取整）。", "Safety stock in pieces (not rounded) against swings of sales and delivery."), _STOCK, DECISIONS, run="opsbook.features.stock.functions:OPS_SAFETY_STOCK"),
    Function("OPS_REORDER_POINT", Label("补货点：库存降到多少就该下单（件，未取整）。", "Stock level in pieces (not rounded) at which to order again."), _STOCK, DECISIONS, run="opsbook.features.stock.functions:OPS_REORDER_POINT"),
    Function("OPS_DAYS_OF_COVER", Label("现有库存还能卖几天。", "Days the stock lasts."), (
        given("pieces", "现有库存（件）", "stock in pieces"),
        given("daily_sales", "平均日销量（件）", "average sales per day, in pieces"),
    ), DECISIONS, run="opsbook.features.stock.functions:OPS_DAYS_OF_COVER"),
)  # fmt: skip
