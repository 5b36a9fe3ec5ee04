"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.language import Label
from opsbook.model.records.function import DECISIONS, Function, given

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_PRICE_INDEX", Label("价格指数：我的价格 ÷ 竞店同款价格的中位数。", "Our price over the median of the peers' prices."), (
        given("price", "我的价格（元）", "our price in yuan"),
        given("peer_prices", "竞店同款的价格", "the peers' prices of the same style"),
    ), DECISIONS, run="opsbook.features.competitors.functions:OPS_PRICE_INDEX"),
    Function("OPS_TITLE_SIMILARITY", Label("两个标题有多像，0 到 1；越接近 1 越可能是同款。", "How alike two titles are, 0 to 1; near 1 may be a copy."), (
        given("title", "自己的标题", "our title"),
        given("other", "对方的标题", "the other title"),
    ), DECISIONS, run="opsbook.features.competitors.functions:OPS_TITLE_SIMILARITY"),
)  # fmt: skip
