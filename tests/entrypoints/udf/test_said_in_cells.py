"""What functions say when they cannot answer, read aloud in both languages."""

import pytest

from opsbook import udf
from opsbook.engine.functions.messages import FUNCTIONS

PLAIN = [["buyers", "visitors"], [1, 10]]
SAID = {
    "function-no-number": (
        lambda: udf.OPS_AB_TEST(80, "四十八", 70, 56),
        "buyers_a 要一个数字，看到的是「四十八」。请写成数字，例如 1234.5、1,234、12.5%、1.2万；别的文字（表头也是）和错误值不算数。",
        (
            "buyers_a must be a number; seen: 四十八. "
            "Write a number such as 1234.5, 1,234, 12.5% or 1.2万; other texts (headers, too) and error cells are none."
        ),
    ),
    "function-total-row": (
        lambda: udf.OPS_METRIC("cvr", [["日期", *PLAIN[0]], ["2026-11-01", 1, 10], ["合计", 1, 10]]),
        "data 第 3 行「合计」是合计、平均或同行，和别的行一起算会重复。请不要把这一行选进来。",
        (
            "Row 3 of data is a total, an average or a peer's row (合计): with the other rows it would count twice. "
            "Leave that row out of the range."
        ),
    ),
    "function-said": (
        lambda: udf.OPS_PACE("#OPS! B7 要一个数字", 50),
        "B7 要一个数字",
        "B7 要一个数字",
    ),
    "function-day-twice": (
        lambda: udf.OPS_GOAL_DAYS(1000, "2026-11", None, [["2026-11-02", 5], ["2026-11-02", 6]]),
        "locks 里 2026-11-02 出现了不止一次：第 1、2 行。一天只能有一行，请删掉多余的。",
        "locks has 2026-11-02 more than once: rows 1, 2. Keep one row for each day.",
    ),
    "function-none-left": (
        lambda: udf.OPS_CATCHUP(3000, 400, [10, 5], [600, 700]),
        "还差 1,300 元，剩下的日子却没有能分的：不是锁定了，就是权重为 0 或空白。请改手工目标，或至少给一天填上大于 0 的权重。",
        (
            "1,300 yuan are still missing, but no day is left to bring them: all are locked, or weigh 0 or nothing. "
            "Change the manual goals, or give at least one day a weight above 0."
        ),
    ),
    "function-no-text": (
        lambda: udf.OPS_METRIC(None, PLAIN),
        "metric_id 要一段文字，看到的是「空白」。请选一个有内容的单元格。",
        "metric_id must be a text; seen: a blank cell. Choose a cell that holds something.",
    ),
    "function-yes-or-no": (
        lambda: udf.OPS_KEYWORD_ACTION(40, 4, 60, 600, 0.3, None, None, "也许")[0][0],
        "bid 要是或否，看到的是「也许」。请写「是」或「否」，留空算「是」。",
        "bid must be yes or no; seen: 也许. Write yes or no; blank is yes.",
    ),
    "function-no-month": (
        lambda: udf.OPS_GOAL_DAYS(1000, "下个月"),
        'month 要一个月份，看到的是「下个月」。请写成带引号的 "2026-11"（不带引号会算成减法），或选一格该月的日期，2000 到 2099 年。',
        (
            'month must be a month; seen: 下个月. Write "2026-11" in quotes (without them it is a subtraction), '
            "or choose a cell with a date of that month, 2000 to 2099."
        ),
    ),
    "function-no-date": (
        lambda: udf.OPS_GOAL_DAYS(1000, "2026-11", [["2026-01-01", 9], ["去年", 9]]),
        "history 第 2 行的日期认不出，看到的是「去年」。请写成 2026-11-11 这样的日期。",
        "history has no date in its row 2; seen: 去年. Write a date such as 2026-11-11.",
    ),
    "function-one-cell": (
        lambda: udf.OPS_PRICE_INDEX([[1], [2]], [1, 2]),
        "price 只要一个单元格，选了 2 行 1 列。请只选一格。",
        "price must be one cell; chosen: 2 × 1 (rows × columns). Choose a single cell.",
    ),
    "function-sizes-differ": (
        lambda: udf.OPS_PACE([[1], [2]], [[1], [2], [3]]),
        "几个区域大小对不上：2×1、3×1（行×列）。请选同样大小的区域；只选一格时，它会用于每一行。",
        (
            "The ranges differ in size: 2×1, 3×1 (rows × columns). "
            "Choose ranges of one size; a single cell goes with all of them."
        ),
    ),
    "function-few-columns": (
        lambda: udf.OPS_SOURCE_EFFECTS([["搜索", 100]], [["搜索", 150, 450]]),
        "before 要 3 列：来源、访客数、支付金额，只选了 2 列。请按这个顺序选中这几列。",
        ("before must have 3 columns: source, Visitors, GMV; chosen: 2. Choose these columns in this order."),
    ),
    "function-no-header": (
        lambda: udf.OPS_METRIC("aov", PLAIN),
        "data 的第一行里没有「支付金额」。请把表头一起选进来；表头可用中文、英文或代号，例如「支付金额」或 gmv。",
        (
            "The first row of data has no GMV. "
            "Choose the header row with the data; headers may be Chinese, English or ids, such as GMV."
        ),
    ),
    "function-uneven-columns": (
        lambda: udf.OPS_METRIC("cvr", [*PLAIN, [2, None]]),
        "data 第 3 行有「支付买家数」，却没有「访客数」，一起算会出错。请补上空着的格子，或只选两列都有数的行。",
        (
            "Row 3 of data has Buyers but no Visitors: together they would mislead. "
            "Fill the blanks, or choose only rows where both have numbers."
        ),
    ),
    "function-several-rates": (
        lambda: udf.OPS_METRIC("gross_margin", [["gmv", "refund_amount", "cost_rate"], [9, 0, 0.3], [9, 0, 0.4]]),
        "data 的「成本率」里有几个不同的数，合计时不知道用哪个。请逐行计算，或填上成本金额。",
        (
            "Cost rate in data holds different numbers; a total can use only one. "
            "Calculate row by row, or give the cost itself."
        ),
    ),
    "function-no-metric": (
        lambda: udf.OPS_STATUS(1, "退款"),
        "没有叫「退款」的指标。最接近的是：退款率。全部指标见「使用说明」。",
        "There is no metric 退款. Closest: 退款率. The Guide sheet lists all metrics.",
    ),
    "function-no-threshold": (
        lambda: udf.OPS_STATUS(1, "cvr"),
        "「支付转化率」没有可用的界线。请在第三个参数给出绿线和红线两格，或选「阈值」整张表（含表头）。",
        (
            "There is no line to judge Pay conversion by. "
            "Give two cells, green and red line, as the third argument, or the whole Thresholds table with its headers."
        ),
    ),
    "function-two-lines": (
        lambda: udf.OPS_STATUS(1, "cvr", ["绿", 3]),
        "thresholds 要绿线、红线两格，看到的是「绿」和「3」。只有一条线时，另一格留空。",
        (
            "thresholds must be two cells, green line and red line; seen: 绿 and 3. "
            "Where there is only one line, leave the other cell blank."
        ),
    ),
    "function-no-factors": (
        lambda: udf.OPS_BRIDGE([100, None, 50], [200, 0.02, "-"]),
        "缺「支付转化率、客单价」，拆不出各因素的影响。请按访客数、支付转化率、客单价的顺序选三格数字。",
        "Pay conversion, AOV missing: the change cannot be split. Choose three numbers: visitors, pay conversion, AOV.",
    ),
    "function-three-cells": (
        lambda: udf.OPS_BRIDGE([100, 0.02], [200, 0.02, 50]),
        "before 要三格：访客数、支付转化率、客单价，选了 2 格。请按这个顺序选三格。",
        "before must be three cells: visitors, pay conversion, AOV; chosen: 2. Choose three cells in this order.",
    ),
    "function-no-weight": (
        lambda: udf.OPS_CATCHUP(1000, 400, [[10], [-1]]),
        "weights 第 2 行第 1 列的权重要大于等于 0，看到的是「-1」。请选剩余各天的权重，例如「目标分解」的权重列；0 是休业的日子。",
        (
            "Row 2, column 1 of weights must be a weight, 0 or more; seen: -1. "
            "Choose the weights of the days left, such as the weight column of Goals; 0 is a day without business."
        ),
    ),
    "function-lock-outside": (
        lambda: udf.OPS_GOAL_DAYS(1000, "2026-11", None, [["2026-12-01", 5]]),
        "locks 里的 2026-12-01 不在 2026-11。请只选这个月的锁定日期。",
        "2026-12-01 in locks is not a day of 2026-11. Choose locked days of that month only.",
    ),
    "function-no-lock": (
        lambda: udf.OPS_GOAL_DAYS(1000, "2026-11", None, [["2026-11-01", 5], ["2026-11-02", "#N/A"]]),
        "locks 第 2 行第 2 列的手工目标认不出，看到的是「#N/A」。请写整数元，例如 50000；不锁定的日子留空。",
        "Row 2, column 2 of locks has no readable goal; seen: #N/A. Write whole yuan, such as 50000; leave days that are not locked blank.",
    ),
    "function-same-header": (
        lambda: udf.OPS_METRIC("cvr", [["buyers", "访客数", "visitors"], [1, 10, 10]]),
        "data 里「访客数」出现了不止一次：第 2、3 列。请只留一列，或改掉其中一个表头。",
        "data has Visitors more than once: columns 2, 3. Keep one of them, or change the other's header.",
    ),
    "function-lines-swapped": (
        lambda: udf.OPS_STATUS(0.045, "refund_rate", [0.05, 0.04]),
        "「退款率」越低越好，绿线 0.05 却比红线 0.04 差。请把绿线和红线对调。",
        "Refund rate: lower is better, but the green line 0.05 is worse than the red line 0.04. Swap the green and the red line.",
    ),
}


def test_every_sentence_is_read_aloud():
    """Each message of worksheet functions stands here, but the one for what nobody foresaw, which has its own test."""
    assert {*SAID, "function-failed"} == set(FUNCTIONS)


@pytest.mark.parametrize("code", SAID)
def test_a_cell_says_what_is_wrong_and_what_to_do(code, speak):
    """One line in the add-in's language: what is wrong, what was seen, what to do."""
    call, zh, en = SAID[code]
    said = {}
    for lang in ("zh", "en"):
        speak(lang)
        said[lang] = call()
    assert said == {"zh": f"#OPS! {zh}", "en": f"#OPS! {en}"}
