"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.language import Label
from opsbook.model.records.function import DECISIONS, Function, given, maybe

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_KEYWORD_ACTION", Label("关键词怎么办：加价、降价、删除、观察、添加，附理由。", "What to do with a keyword: raise, lower, delete, watch or add, with the reason."), (
        given("clicks", "点击量，一格或一列", "clicks: one cell or a column"),
        given("ad_orders", "成交笔数", "orders"),
        given("ad_spend", "花费（元）", "spend in yuan"),
        given("ad_gmv", "成交金额（元）", "GMV in yuan"),
        given("gross_margin", "毛利率，例如 0.35", "gross margin, such as 0.35"),
        maybe("shop_cvr", "全店转化率，用来判断没成交的词还有没有希望", "the shop's conversion, to judge keywords that never sold"),
        maybe("position", "平均排名；已是第 1 名就不再加价", "average position; the first is not raised further"),
        maybe("bid", "是否已出价：是或否，默认是", "whether it is bid on: yes or no, yes by default"),
        maybe("impressions", "展现量；填了就在理由里附上点击率和它的可信区间", "impressions; with them the reason also tells the CTR and its likely range"),
    ), DECISIONS, spills=True, run="opsbook.features.promotion.functions:OPS_KEYWORD_ACTION"),
)  # fmt: skip
