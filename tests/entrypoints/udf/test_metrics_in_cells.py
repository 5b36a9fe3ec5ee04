"""Metrics as functions of cells: single figures, whole ranges, tables with headers."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook import udf
from opsbook.metrics.evaluate import evaluate
from support.house import metric_functions, worksheet_metrics

METRICS = list(zip(worksheet_metrics(), metric_functions(), strict=True))
FIGURES = st.one_of(st.none(), st.just(0), st.integers(-(10**8), 10**8).map(lambda cents: cents / 100))


@pytest.mark.parametrize(("metric", "function"), METRICS, ids=[metric.id for metric, _ in METRICS])
@given(data=st.data())
def test_a_function_is_its_metric(metric, function, data):
    """A metric's function gives the registry's own value, and "" where that is unknown."""
    names = [argument.name for argument in function.arguments]
    figures = [data.draw(FIGURES) for _ in names]
    expected = evaluate(metric.expr, dict(zip(names, figures, strict=True)))
    assert getattr(udf, function.name)(*figures) == ("" if expected is None else expected)


@pytest.mark.parametrize(
    ("buyers", "visitors", "expected"),
    [
        pytest.param(3, 100, 0.03, id="figures"),
        pytest.param(3, 0, "", id="zero divisor"),
        pytest.param(None, 100, "", id="blank"),
        pytest.param("3", 100, 0.03, id="a number in a text"),
        pytest.param(float("nan"), 100, "", id="not a number"),
        pytest.param(1e308, 1e-308, "", id="beyond all numbers"),
        pytest.param([3, 4], [100, 200], [0.03, 0.02], id="flat lists"),
        pytest.param([[3], [4]], [[100], [200]], [[0.03], [0.02]], id="columns"),
        pytest.param([[3, 4]], [[100, 200]], [[0.03, 0.02]], id="rows"),
        pytest.param([[3], [4]], 100, [[0.03], [0.04]], id="column over one figure"),
        pytest.param([[3], [4]], [[100]], [[0.03], [0.04]], id="column over one cell"),
        pytest.param([[3, 4]], [[100], [200]], [[0.03, 0.04], [0.015, 0.02]], id="row over column"),
        pytest.param([[3], ["-"], [4]], [[100], [100], [0]], [[0.03], [""], [""]], id="gaps"),
    ],
)
def test_ranges_spread_as_arithmetic_does(buyers, visitors, expected):
    """A ratio is taken cell by cell; a single cell, row or column goes with every other."""
    assert udf.OPS_CVR(buyers, visitors) == expected


def test_a_day_counts_as_excel_counts_it():
    """The VBA twin reads a date as its serial number, so the Python function does."""
    assert udf.OPS_NET_GMV(dt.datetime(1900, 1, 1, 12), dt.date(1899, 12, 31)) == 1.5


def test_sizes_that_differ_are_named(speak):
    """Ranges that do not fit together give one sentence with their sizes."""
    speak("zh")
    assert udf.OPS_CVR([[1], [2]], [[1], [2], [3]]) == (
        "#OPS! 几个区域大小对不上：2×1、3×1（行×列）。请选同样大小的区域；只选一格时，它会用于每一行。"
    )


def test_optional_figures_may_be_left_out():
    """Without the cost itself the cost rate stands in: (100 - 10 - 0.3 x 100) / 100."""
    assert udf.OPS_GROSS_MARGIN(100, 10, cost_rate=0.3) == 0.6
    assert udf.OPS_GROSS_MARGIN(100, 10, 25) == 0.65
    assert udf.OPS_GROSS_MARGIN(100, 10) == ""


def test_a_wrong_call_is_pythons_to_refuse():
    """Too few arguments are a programmer's slip, not a cell's content."""
    with pytest.raises(TypeError):
        udf.OPS_CVR(1)
    with pytest.raises(TypeError):
        udf.OPS_BRIDGE([1, 2, 3])


WEEK = [
    ["日期", "支付买家数", "访客数", "跳失率", "描述评分"],
    *([f"2026-11-0{day}", day, 100, day / 10, 4 + day / 10] for day in (1, 2, 3)),
]


@pytest.mark.parametrize(
    ("metric", "data", "expected"),
    [
        pytest.param("cvr", WEEK, 0.02, id="ratio of sums: 6 / 300"),
        pytest.param("支付转化率", WEEK, 0.02, id="by Chinese name"),
        pytest.param("pay conversion", WEEK, 0.02, id="by English name"),
        pytest.param("bounce_rate", WEEK, 0.2, id="imported rate: mean of 0.1, 0.2, 0.3"),
        pytest.param("dsr_item", WEEK, 4.3, id="score: the last"),
        pytest.param("cvr", [["buyers", "Visitors"], [1, 10], [2, 90]], 0.03, id="ids and English headers"),
        pytest.param("cvr", [["buyers", "visitors"], [1, 10], [None, None]], 0.1, id="blank row"),
        pytest.param("cvr", [["buyers", "visitors"], [None, None]], "", id="no figures"),
        pytest.param("gross_margin", [["gmv", "refund_amount", "cost_rate"], [60, 0, 0.3], [40, 10, 0.3]], 0.6, id="one cost rate"),
        pytest.param("gross_margin", [["gmv", "refund_amount", "成本"], [60, 0, 20], [40, 10, 5]], 0.65, id="cost"),
    ],
)  # fmt: skip
def test_a_table_is_added_up_first(metric, data, expected):
    """OPS_METRIC finds columns by header and takes the ratio of sums, never a mean of ratios."""
    assert udf.OPS_METRIC(metric, data) == pytest.approx(expected) if expected else udf.OPS_METRIC(metric, data) == ""


@pytest.mark.parametrize(
    ("metric", "data", "said"),
    [
        pytest.param("转化", WEEK, "没有叫「转化」的指标", id="unknown metric"),
        pytest.param("aov", WEEK, "没有「支付金额」", id="missing column"),
        pytest.param("cvr", [["buyers", "visitors"], [1, 10], [2, None]], "第 3 行有「支付买家数」，却没有「访客数」", id="gap"),
        pytest.param("gross_margin", [["gmv", "refund_amount", "cost_rate"], [60, 0, 0.3], [40, 10, 0.4]], "「成本率」里有几个不同的数", id="two cost rates"),
        pytest.param("gross_margin", [["gmv", "refund_amount"], [60, 0]], "没有「成本、成本率」", id="neither cost nor rate"),
        pytest.param("", WEEK, "metric_id 要一段文字", id="no metric"),
        pytest.param("cvr", None, "没有「支付买家数」", id="no table"),
    ],
)  # fmt: skip
def test_a_table_that_would_mislead_is_refused(metric, data, said, speak):
    """What is missing is named; no figure is made up."""
    speak("zh")
    answer = udf.OPS_METRIC(metric, data)
    assert answer.startswith("#OPS! ")
    assert said in answer
