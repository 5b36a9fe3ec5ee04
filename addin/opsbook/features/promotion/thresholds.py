"""The thresholds a new workbook starts with. Only defaults: every one is a row the operator edits."""

from opsbook.model.departments import PROMOTION
from opsbook.model.language import Label
from opsbook.model.threshold import Threshold

THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("roi", "plan", PROMOTION, Label("低于红线先降预算，再换词换图", "cut its budget, then new words, pictures"), 1, 0.8, "breakeven_roi"),
    Threshold("ctr", "plan", PROMOTION, Label("换创意图，检查人群", "change the creative; check the audience")),
    Threshold("cpc", "plan", PROMOTION, Label("降低出价，观察三天", "lower the bid and watch for three days")),
    Threshold("roi", "keyword", PROMOTION, Label("低于红线降价，数据够多仍不成交就删词", "bid less; delete it if it never sells"), 1, 0.8, "breakeven_roi"),
    Threshold("ctr", "keyword", PROMOTION, Label("检查词与商品是否相关，换创意标题", "does the word fit the item? new title")),
)  # fmt: skip
