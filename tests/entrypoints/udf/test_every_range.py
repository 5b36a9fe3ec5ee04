"""Every function reads its ranges alike: numbers in texts, other texts, totals, blanks, error cells, nothing, one row."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opsbook import udf
from support.house import FUNCTIONS, metric_functions

NO, TOTAL = (
    "{} must be a number; seen: {}.",
    "{} is a total, an average or a peer's row ({}): with the other rows it would count twice.",
)
DAYS = ["日期", "支付买家数", "访客数"]


def no(where, seen):
    """The start of a refusal: no number there."""
    return NO.format(where, seen)


def total(where, seen="合计"):
    """The start of a refusal: a total there."""
    return TOTAL.format(where, seen)


CASES = {
    "OPS_METRIC": {  # 3 + 5 buyers of 100 + 300 visitors
        "written": (("cvr", [DAYS, ["2026-11-01", "3", "¥100"], ["2026-11-02", 5, "0.03万"]]), 0.02),
        "text": (("cvr", [DAYS, ["2026-11-01", 3, 100], ["2026-11-02", "五", 300]]), no("Row 3, column 2 of data", "五")),
        "total": (("cvr", [DAYS, ["2026-11-01", 3, 100], ["合计", 3, 100]]), total("Row 3 of data")),
        "total below": (("uv_value", [["店铺", "渠道", "支付金额", "访客数"], ["甲", "全部", 3, 1], [None, "Grand Total", 3, 1]]), total("Row 3 of data", "Grand Total")),
        "blank": (("cvr", [DAYS, ["2026-11-01", 3, 100], [None, None, " "], ["2026-11-02", 5, 300]]), 0.02),
        "dash": (("cvr", [DAYS, ["2026-11-01", 3, 100], ["2026-11-02", "-", "--"]]), 0.03),
        "error": (("cvr", [DAYS, ["2026-11-01", 3, "#N/A"]]), no("Row 2, column 3 of data", "#N/A")),
        "empty": (("cvr", [DAYS]), ""),
        "one row": (("cvr", [DAYS, [None, "3%", 1]]), 0.03),
        "newest first": (("dsr_item", [["日期", "描述评分"], ["2026-11-03", 4.9], ["2026-11-02", 4.8], [None, None]]), 4.9),
        "no days": (("dsr_item", [["描述评分"], [4.9], [4.8]]), 4.8),
        "other columns": (("uv_value", [["支付金额", "备注", "访客数"], ["1,000", "合计含运费", 1], [500, "暂无", 9]]), 150.0),
    },
    "OPS_SOURCE_EFFECTS": {  # 100 visitors at 2 yuan become 150 at 3: (50)(5)/2 = 125 by volume, (1)(250)/2 = 125 by rate
        "written": (([["搜索", "100", "¥200"]], [["搜索", "0.015万", "450.00元"]]), [["搜索", 125.0, 125.0, 250.0], ["Gap", 125.0, 125.0, 250.0]]),
        "text": (([["搜索", "暂无", "暂无"]], [["搜索", 150, 450]]), no("Row 1, column 2 of before", "暂无")),
        "text below": (([["搜索", 100, 200]], [["搜索", 150, 450], ["推荐", 1, "少"]]), no("Row 2, column 3 of after", "少")),
        "total": (([["搜索", 100, 200], ["合计", 100, 200]], [["搜索", 150, 450]]), [["搜索", 125.0, 125.0, 250.0], ["合计", "a total, left out", "", ""], ["Gap", 125.0, 125.0, 250.0]]),
        "blank": (([["来源", "UV", "销售额"], [None, "", " "], ["搜索", 100, 200]], [["搜索", 150, 450]]), [["搜索", 125.0, 125.0, 250.0], ["Gap", 125.0, 125.0, 250.0]]),
        "error": (([["搜索", "#REF!", 200]], [["搜索", 150, 450]]), no("Row 1, column 2 of before", "#REF!")),
        "empty": ((None, None), [["Gap", 0.0, 0.0, 0.0]]),
        "one row": (([["搜索", 100, 200]], [["搜索", 100, 200]]), [["搜索", 0.0, 0.0, 0.0], ["Gap", 0.0, 0.0, 0.0]]),
    },
    "OPS_PRICE_INDEX": {  # the median of 90, 100, 120 is 100
        "written": (("¥110", [["90元"], ["1e2"], ["120.00"]]), 1.1),
        "text": ((110, [[90], ["面议"], [120]]), no("Row 2, column 1 of peer_prices", "面议")),
        "text of ours": (("面议", [[90]]), no("price", "面议")),
        "total": ((110, [["甲店", 90], ["合计", 90]]), no("Row 1, column 1 of peer_prices", "甲店")),
        "only a total": ((110, [[None, 90], ["平均值", 90]]), total("Row 2 of peer_prices", "平均值")),
        "blank": ((110, [[90], [None], [100], ["-"], [120]]), 1.1),
        "error": ((110, [[90], ["#N/A"]]), no("Row 2, column 1 of peer_prices", "#N/A")),
        "empty": ((110, None), ""),
        "one row": ((110, [[100]]), 1.1),
    },
    "OPS_ANOMALY": {  # median 100, all alike: the change decides
        "written": (("40", [["100"], ["¥100"], ["0.01万"], [100]]), ["unusually low", "", 100.0, -0.6]),
        "text": ((40, [[100], [100], ["大促"], [100]]), no("Row 3, column 1 of history", "大促")),
        "total": ((40, [[100], [100], ["合计"], [100]]), total("Row 3 of history")),
        "blank": ((40, [[100], [None], [100], [""], [100], [100]]), ["unusually low", "", 100.0, -0.6]),
        "error": ((40, [[100], ["#DIV/0!"]]), no("Row 2, column 1 of history", "#DIV/0!")),
        "empty": ((40, None), ["not enough history", "", "", ""]),
        "one row": ((40, [[100]]), ["not enough history", "", 100.0, -0.6]),
    },
    "OPS_CATCHUP": {  # 600 over weights 1 and 2
        "written": (("1,000", "¥400.10", [["1"], ["2.0"]]), [[200.0], [400.0]]),
        "text": ((1000, 400.1, [[1], ["二"]]), "Row 2, column 1 of weights must be a weight, 0 or more; seen: 二."),
        "total": ((1000, 400.1, [[1], [2], ["合计"]]), total("Row 3 of weights")),
        "blank": ((1000, 400.1, [[1], [None], [2]]), [[200.0], [""], [400.0]]),
        "error": ((1000, 400.1, [[1], ["#N/A"]]), "Row 2, column 1 of weights must be a weight, 0 or more; seen: #N/A."),
        "empty": ((1000, 400.1, None), "600 yuan are still missing, but no day is left"),
        "one row": ((1000, 400.1, [[7]]), [[600.0]]),
    },
    "OPS_KEYWORD_ACTION": {  # 3 clicks say nothing yet
        "written": (("3", "0", "¥1", "0", "30%"), [["watch", "too few clicks yet"]]),
        "text": (([[3], ["少"]], 0, 1, 0, 0.3), [["watch", "too few clicks yet"], [no("Row 2, column 1 of clicks", "少"), ""]]),
        "total": (([[3], ["合计"]], 0, 1, 0, 0.3), [["watch", "too few clicks yet"], [total("Row 2, column 1 of clicks"), ""]]),
        "blank": (([[3], [None]], [[0], [None]], [[1], [None]], [[0], ["-"]], 0.3), [["watch", "too few clicks yet"], ["", ""]]),
        "error": ((3, 0, "#N/A", 0, 0.3), [[no("ad_spend", "#N/A"), ""]]),
        "empty": ((None, None, None, None, None), [["", ""]]),
        "one row": ((3, 0, 1, 0, 0.3), [["watch", "too few clicks yet"]]),
    },
    "OPS_STATUS": {  # 0.04 and 0.05 are the lines of the refund rate
        "written": (([["3%"], ["6.0％"]], "refund_rate"), [["▲ ok"], ["▼ over"]]),
        "written lines": ((0.03, "cvr", ["4%", "2%"]), "● near"),
        "text": (([[0.03], ["低"]], "refund_rate"), [["▲ ok"], [no("Row 2, column 1 of value", "低")]]),
        "text in the table": ((0.03, "depth", [["指标", "范围", "绿线", "红线", "启用"], ["访问深度", "店铺", "三", 2, "是"]]), no("Row 2 of thresholds", "三")),
        "total": (([[0.03], ["合计"]], "refund_rate"), [["▲ ok"], [total("Row 2, column 1 of value")]]),
        "blank": (([[0.03], [None]], "refund_rate"), [["▲ ok"], [""]]),
        "error": (("#N/A", "refund_rate"), no("value", "#N/A")),
        "empty": ((None, "refund_rate"), ""),
        "one row": (([[0.03]], "refund_rate"), [["▲ ok"]]),
    },
    "OPS_BRIDGE": {
        "written": ((["100", "2%", "¥50"], ["0.02万", 0.02, 50]), [["Visitors", 100.0], ["Pay conversion", 0.0], ["AOV", 0.0], ["Gap", 100.0]]),
        "text": (([100, "低", 50], [200, 0.02, 50]), no("Row 1, column 2 of before", "低")),
        "total": (([["合计"], [0.02], [50]], [200, 0.02, 50]), total("Row 1, column 1 of before")),
        "blank": (([100, None, 50], [200, 0.02, 50]), "Pay conversion missing: the change cannot be split."),
        "error": (([100, 0.02, 50], [200, "#N/A", 50]), no("Row 1, column 2 of after", "#N/A")),
        "empty": ((None, [200, 0.02, 50]), "before must be three cells"),
    },
    "OPS_GOAL_DAYS": {
        "text": ((1000, "2026-11", [["2026-10-02", "多"]]), no("Row 1, column 2 of history", "多")),
        "total": ((1000, "2026-11", None, [["2026-11-02", 5], ["合计", 5]]), total("Row 2 of locks")),
        "error": ((1000, "2026-11", [["2026-10-02", "#N/A"]]), no("Row 1, column 2 of history", "#N/A")),
        "two locks": ((1000, "2026-11", None, [["2026-11-02", 5], ["2026-11-02", "5"]]), "locks has 2026-11-02 more than once: rows 1, 2."),
        "text goal": (("一千", "2026-11"), no("month_goal", "一千")),
        "empty": ((None, "2026-11"), no("month_goal", "a blank cell")),
    },
    "OPS_PACE": {
        "written": (([["45"], ["9%"]], [["50.0"], ["0.1"]]), [[0.9], [0.9]]),
        "text": (([[45], ["多"]], 50), [[0.9], [no("Row 2, column 1 of actual", "多")]]),
        "blank": (([[45], [None]], 50), [[0.9], [""]]),
        "error": (("#N/A", 50), no("actual", "#N/A")),
    },
    "OPS_PROJECTION": {
        "written": (("¥300", "30", "1e2"), 1000.0),
        "text": ((300, "少", 100), no("weight_elapsed", "少")),
        "blank": ((None, 30, 100), ""),
        "error": ((300, 30, "#N/A"), no("weight_month", "#N/A")),
    },
    "OPS_AB_TEST": {
        "text": ((80, 48, 70, "五十六"), no("buyers_b", "五十六")),
        "blank": ((80, None, 70, 56), no("buyers_a", "a blank cell")),
        "error": ((80, 48, "#N/A", 56), no("visitors_b", "#N/A")),
        "text planned": ((80, 48, 70, 56, "很多"), no("planned", "很多")),
    },
    "OPS_SAMPLE_SIZE": {
        "written": (("50%", "50％", "90%"), 77.0),
        "text": (("低", 0.1), no("base_rate", "低")),
        "blank": ((None, 0.1), ""),
        "error": ((0.05, "#N/A"), no("lift", "#N/A")),
    },
    "OPS_PAGE_HEALTH": {
        "written": (("1.6", "65%", "2.4"), [["AOV ratio", 1.6, "▲ met"], ["Bounce rate", 0.65, "● near"], ["Visit depth", 2.4, "▼ low"], ["Overall", "", "▼ low"]]),
        "text": ((1.6, "高", 2.4), no("bounce_rate", "高")),
        "blank": ((1.6, None, None), [["AOV ratio", 1.6, "▲ met"], ["Bounce rate", "", ""], ["Visit depth", "", ""], ["Overall", "", "▲ met"]]),
        "error": ((1.6, 0.65, "#N/A"), no("depth", "#N/A")),
    },
    "OPS_DAYS_OF_COVER": {
        "written": (([["120件"], ["1,200"]], "8"), [[no("Row 1, column 1 of pieces", "120件")], [150.0]]),
        "blank": (([[120], ["--"]], 8), [[15.0], [""]]),
        "error": ((120, "#N/A"), no("daily_sales", "#N/A")),
    },
    "OPS_SAFETY_STOCK": {  # at 50% nothing is kept against surprises
        "written": (("150", "16", "5", "1", "50%"), 0.0),
        "text": ((150, "大", 5), no("daily_sd", "大")),
        "blank": ((150, None, 5), ""),
    },
    "OPS_REORDER_POINT": {
        "written": (("150", "16", "5", "1", "50%"), 750.0),
        "text": ((150, 16, "五天"), no("lead_days", "五天")),
        "blank": ((150, 16, None), ""),
    },
    "OPS_CVR": {
        "written": (([["30"], ["1.2万"]], "1,200"), [[0.025], [10.0]]),
        "text": (([[30], ["少"]], 1200), [[0.025], [no("Row 2, column 1 of buyers", "少")]]),
        "blank": (([[30], [None]], 1200), [[0.025], [""]]),
        "error": ((30, "#N/A"), no("visitors", "#N/A")),
    },
}  # fmt: skip
TABLE = [(name, case, *CASES[name][case]) for name in CASES for case in CASES[name]]


@pytest.fixture(autouse=True)
def english(speak):
    """Words are compared in English here."""
    speak("en")


def same(got, wanted):
    """Whether an answer is the wanted one; a refusal begins with what is wanted of it."""
    if isinstance(wanted, list):
        return isinstance(got, list) and len(got) == len(wanted) and all(map(same, got, wanted))
    if isinstance(wanted, str) and isinstance(got, str) and got.startswith("#OPS! "):
        return wanted != "" and got.removeprefix("#OPS! ").startswith(wanted)
    return got == wanted if isinstance(wanted, str) else got == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize(("name", "case", "arguments", "expected"), TABLE, ids=[f"{one[0]}-{one[1]}" for one in TABLE])
def test_every_function_reads_its_cells_alike(name, case, arguments, expected):  # noqa: ARG001 - its id
    """A number in a text counts, other texts and errors are refused with their cell, totals are told, blanks are left out."""
    assert same(getattr(udf, name)(*arguments), expected)


def test_no_function_with_figures_is_left_out():
    """Every function of Python's stands in the table but those without figures, and one metric for all of them."""
    assert {one.name for one in FUNCTIONS} - set(CASES) == {"OPS_TITLE_SIMILARITY", "OPS_VERSION"}
    assert {one.name for one in metric_functions()} & set(CASES) == {"OPS_CVR"}


def test_a_refusal_is_passed_on_as_it_is():
    """A function of what another one refused says that once more, not that a sentence is no number."""
    said = udf.OPS_CVR([[3], ["少"]], 100)[1][0]
    assert udf.OPS_STATUS(said, "cvr", [0.04, 0.02]) == said
    assert udf.OPS_PRICE_INDEX(110, [[90], [said]]) == said


@pytest.mark.parametrize("name", ["OPS_STATUS", "OPS_METRIC"])
def test_a_long_text_is_not_quoted_in_full(name):
    """What was seen is cut: an id of 40,098 letters does not fill the cell."""
    long = "长" * 40_098
    answer = udf.OPS_STATUS(1, long) if name == "OPS_STATUS" else udf.OPS_METRIC(long, [["gmv"], [1]])
    assert len(answer) < 200
    assert "长" * 30 + "…" in answer


FIGURES = st.integers(0, 10_000) | st.integers(0, 10**6).map(lambda cents: cents / 100)
ROWS = st.lists(st.tuples(st.sampled_from("甲乙丙丁"), FIGURES, FIGURES), min_size=1, max_size=12)


def shuffled(rows, chance):
    """The same rows in another order."""
    moved = list(rows)
    chance.shuffle(moved)
    return moved


@given(ROWS, ROWS, st.randoms())
def test_the_order_of_sources_does_not_matter(before, after, chance):
    """Each source has the same effects, to the last bit, whatever order its rows stand in."""
    one = udf.OPS_SOURCE_EFFECTS([list(row) for row in before], [list(row) for row in after])
    other = udf.OPS_SOURCE_EFFECTS(*([list(row) for row in shuffled(side, chance)] for side in (before, after)))
    assert sorted(map(str, one)) == sorted(map(str, other))


@given(st.lists(st.integers(1, 10**6).map(lambda cents: cents / 100), min_size=1, max_size=12), st.randoms())
def test_the_order_of_prices_and_weeks_does_not_matter(figures, chance):
    """A column may be sorted either way."""
    moved = shuffled(figures, chance)
    assert udf.OPS_PRICE_INDEX(100, figures) == udf.OPS_PRICE_INDEX(100, moved)
    assert udf.OPS_ANOMALY(100, figures) == udf.OPS_ANOMALY(100, moved)


@settings(max_examples=15)
@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=1, max_size=12), st.randoms())
def test_the_order_of_days_does_not_matter(figures, chance):
    """A table of days may stand newest first: sums, the last score, and weights fitted to it stay the same."""
    rows = [[46_000 + at, 1 + at % 5, *pair] for at, pair in enumerate(figures)]
    moved = shuffled(rows, chance)
    head = ["日期", "描述评分", "支付金额", "访客数"]
    for metric in ("uv_value", "dsr_item"):
        assert udf.OPS_METRIC(metric, [head, *rows]) == udf.OPS_METRIC(metric, [head, *moved])
    one, other = (udf.OPS_GOAL_DAYS(100_000, "2026-11", [[row[0], row[2]] for row in side]) for side in (rows, moved))
    assert one == other


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 20), FIGURES, FIGURES), min_size=1, max_size=8), st.randoms()
)
def test_a_keyword_is_judged_whatever_stands_beside_it(rows, chance):
    """Each row has the answer it has alone."""
    moved = shuffled(rows, chance)
    answers = udf.OPS_KEYWORD_ACTION(*([[cell] for cell in column] for column in zip(*moved, strict=True)), 0.3)
    assert answers == [udf.OPS_KEYWORD_ACTION(*row, 0.3)[0] for row in moved]
