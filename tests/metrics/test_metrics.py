"""Every metric, in every reading, against numbers worked by hand."""

import json
import math
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.daily.fields import FIELD
from opsbook.features.daily.metrics import METRIC, METRICS
from opsbook.features.daily.tables import SHOP_DAY
from opsbook.formulas.node import Name
from opsbook.formulas.text import text
from opsbook.formulas.value import compile_value
from opsbook.metrics import expr as exprs
from opsbook.metrics.evaluate import evaluate
from opsbook.metrics.expr import Constant, Difference, Expr, FirstKnown, Product, Ratio, Setting, Sum, Total
from opsbook.metrics.formula import formula
from opsbook.model.errors import FormulaError
from opsbook.model.language import LANGS
from opsbook.model.units import Adding, Direction
from opsbook.vba.metric import function_name, vba
from support.cells import MemoryCells
from support.house import (
    TABLES,
    columns,
    headers,
    labels,
    matching,
    metric_functions,
    same_row,
    words,
    worksheet_metrics,
)

ANSWERS = json.loads((Path(__file__).parents[1] / "answers" / "metrics.json").read_text(encoding="utf-8"))
WORKED = [
    *((name, case["totals"], case["value"]) for name, case in ANSWERS["metrics"].items()),
    *((case["metric"], case["totals"], case["value"]) for case in ANSWERS["special"]),
]
IDS = [*ANSWERS["metrics"], *(case["id"] for case in ANSWERS["special"])]
MISSING = [
    (name, {field: total for field, total in case["totals"].items() if field != gone})
    for name, case in ANSWERS["metrics"].items()
    for gone in case["totals"]
]
SHOP_FIELDS = [column.id for column in SHOP_DAY.columns if column.id in FIELD]
SHOP_COLUMNS = [column.id for column in SHOP_DAY.columns if column.id in FIELD or column.found_for]


def operands(expr):
    """Every field below an expression."""
    if isinstance(expr, Total):
        return {expr.field}
    children = [getattr(expr, slot) for slot in expr.__slots__]
    return {field for child in children if isinstance(child, Expr) for field in operands(child)}


def shop_cells(*days):
    """A shop's days as a workbook holds them: a blank cell is what is unknown."""
    columns_ = {("ShopDay", field): [day.get(field) for day in days] for field in SHOP_COLUMNS}
    dates = {("ShopDay", "date"): [46338 + row for row in range(len(days))]}
    return MemoryCells(
        {**columns_, **dates}, cost_rate=days[0].get("cost_rate"), the_day=46338, last_day=46338 + len(days) - 1
    )


def shown(value):
    return "" if value is None else pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(("name", "totals", "value"), WORKED, ids=IDS)
def test_a_metric_is_what_hand_work_says(name, totals, value):
    """Python's value is the worked one; a zero divisor or a missing operand is no value."""
    assert evaluate(METRIC[name].expr, totals) == (None if value is None else pytest.approx(value, rel=1e-12))


@pytest.mark.parametrize(
    "refer",
    [same_row("ShopDay"), matching("ShopDay", Name("the_day"))],
    ids=lambda refer: type(refer).__name__,
)
@pytest.mark.parametrize(("name", "totals", "value"), WORKED, ids=IDS)
def test_a_formula_shows_what_hand_work_says(name, totals, value, refer):
    """The native formula shows the worked value in its row and for a date; "" where there is none."""
    expr = METRIC[name].expr
    assert compile_value(formula(expr, refer))(shop_cells(totals), 0) == shown(value)


@pytest.mark.parametrize(("name", "totals"), MISSING)
def test_a_missing_operand_leaves_a_metric_empty(name, totals):
    """Without any one of its operands a metric has no value, in Python and in Excel."""
    assert evaluate(METRIC[name].expr, totals) is None
    assert compile_value(formula(METRIC[name].expr, same_row("ShopDay")))(shop_cells(totals), 0) == ""


@pytest.mark.parametrize("text_", ["-", "", "暂无"])
def test_a_text_among_operands_leaves_a_metric_empty(text_):
    """A dash or an empty text in a fact column is a missing operand, not an error."""
    cells = shop_cells({"buyers": 3, "visitors": text_})
    assert compile_value(formula(METRIC["cvr"].expr, same_row("ShopDay")))(cells, 0) == ""


BEYOND = Total("gmv") - Total("refund_amount")  # of 1E+308 and its opposite: beyond the largest number


@pytest.mark.parametrize(
    ("expr", "value"),
    [
        (BEYOND, None),
        (Ratio(Constant(1), BEYOND), None),
        (Ratio(Total("gmv"), Constant(0.01)), None),
        (BEYOND * Constant(0), None),
        (FirstKnown(BEYOND, Constant(3)), 3),
    ],
)
def test_a_step_beyond_the_largest_number_is_missing(expr, value):
    """Nothing that follows makes a number of it: neither 0 by dividing, nor itself by being known."""
    assert evaluate(expr, {"gmv": 1e308, "refund_amount": -1e308}) == value


def test_a_day_that_is_not_there_is_empty():
    """A date without rows shows "", never the 0 a bare SUMIFS would show."""
    expr = METRIC["net_gmv"].expr
    cells = shop_cells({"gmv": 5, "refund_amount": 1})
    assert compile_value(formula(expr, matching("ShopDay", 46000)))(cells, 0) == ""


def test_every_metric_of_the_table_is_worked_by_hand():
    """No metric is without an answer, and no answer without a metric."""
    assert list(ANSWERS["metrics"]) == [metric.id for metric in METRICS]


@pytest.mark.parametrize("rate", [None, 0.5], ids=["no cost rate", "cost rate"])
def test_libreoffice_shows_what_hand_work_says(rate, recalc, tmp_path):
    """LibreOffice calculates every metric's row formula and date formula to the cached value."""
    path, label = tmp_path / "metrics.xlsx", labels("zh")
    heads = [label("ShopDay", "date"), *(label("ShopDay", field) for field in SHOP_COLUMNS)]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("日报")
        sheet.add_table(
            0, 0, len(WORKED), len(heads) - 1, {"name": "ShopDay", "columns": [{"header": head} for head in heads]}
        )
        book.define_name("cost_rate", "=日报!$CA$1")
        sheet.write("CA1", rate)
        for row, (name, totals, _) in enumerate(WORKED, 1):
            known = {**totals, "cost_rate": rate}
            for place, value in enumerate([46338 + row, *(known.get(field) for field in SHOP_COLUMNS)]):
                sheet.write(row, place, value)
            cells = shop_cells(known)
            for place, refer in enumerate((same_row("ShopDay"), matching("ShopDay", 46338 + row)), len(heads) + 1):
                node = formula(METRIC[name].expr, refer)
                value = compile_value(formula(METRIC[name].expr, same_row("ShopDay")))(cells, 0)
                sheet.write_formula(row, place, text(node, label), None, value)
    answer = recalc(path)
    assert (answer["formulas"], answer["errors"], answer["changed"]) == (2 * len(WORKED), [], [])


RATIOS = [metric for metric in METRICS if isinstance(metric.expr, Ratio | Sum | Difference)]
counts = st.integers(0, 10**6)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys((*SHOP_FIELDS, "cost_rate"), counts)), min_size=1, max_size=4))
def test_a_whole_is_evaluated_from_its_summed_parts(days):
    """Over a range of days a metric is that of the summed days (rates: of the mean day), in Excel as in Python."""
    wholes = {
        field: math.fsum(day[field] for day in days) / (len(days) if FIELD[field].days is Adding.MEAN else 1)
        for field in SHOP_FIELDS
    }
    wholes["cost_rate"] = days[0]["cost_rate"]
    cells = shop_cells(*days)
    for metric in RATIOS:
        over_range = formula(metric.expr, matching("ShopDay", Name("the_day"), Name("last_day")))
        assert compile_value(over_range)(cells, 0) == shown(evaluate(metric.expr, wholes))


RANGE = matching("ShopDay", Name("the_day"), Name("last_day"))


@pytest.mark.parametrize(
    ("expr", "days", "whole"),
    [
        pytest.param(Total("gmv"), [{"gmv": 100}, {"gmv": 20}, {"gmv": 30}], 150, id="amounts are added"),
        pytest.param(Total("gmv"), [{"gmv": 100}, {"gmv": 0}], 100, id="0 is a number"),
        pytest.param(Total("bounce_rate"), [{"bounce_rate": 0.5}, {"bounce_rate": 0.9}], 0.7, id="rates are averaged"),
        pytest.param(
            METRIC["net_gmv"].expr,
            [{"gmv": 100, "refund_amount": 10}, {"gmv": 60, "refund_amount": 5}],
            145,
            id="a difference of sums",
        ),
        pytest.param(Total("gmv"), [{}, {}], None, id="no day holds a number"),
        pytest.param(METRIC["net_gmv"].expr, [{"gmv": 100}, {"gmv": 60}], None, id="an operand without a number"),
    ],
)
def test_the_total_of_several_days_is_the_one_worked_by_hand(expr, days, whole):
    """Amounts add up, rates are averaged, and nothing is no 0."""
    assert compile_value(formula(expr, RANGE))(shop_cells(*days), 0) == shown(whole)


@pytest.mark.parametrize(
    ("days", "whole"),
    [
        pytest.param([{"gmv": 100, "refund_amount": 10}, {"gmv": 60}], "", id="one refund for two days of sales"),
        pytest.param([{"gmv": 100, "refund_amount": 10}, {"refund_amount": 5}], "", id="two refunds, one day of sales"),
        pytest.param([{"gmv": 100, "refund_amount": 10}, {}], 90, id="a day without anything"),
    ],
)
def test_a_range_needs_as_many_numbers_of_every_operand(days, whole):
    """A week of sales less a day of refunds would be no net amount."""
    assert compile_value(formula(METRIC["net_gmv"].expr, RANGE))(shop_cells(*days), 0) == whole


@pytest.mark.parametrize(
    ("days", "ratio"),
    [
        pytest.param(
            [{"gmv": 90, "bounce_rate": 0.4}, {"gmv": 30, "bounce_rate": 0.2}], 400, id="120 by a mean of 0.3"
        ),
        pytest.param([{"gmv": 90, "bounce_rate": 0}, {"gmv": 30, "bounce_rate": 0}], "", id="by a mean of 0"),
        pytest.param([{"gmv": 90}, {"gmv": 30}], "", id="by a mean of nothing"),
    ],
)
def test_a_mean_of_nothing_below_a_line_is_no_error(days, ratio):
    """AVERAGEIFS over no number is #DIV/0!: it is asked for only where there is one."""
    expr = Ratio(Total("gmv"), Total("bounce_rate"))
    assert compile_value(formula(expr, RANGE))(shop_cells(*days), 0) == (ratio and pytest.approx(ratio))


def test_a_range_asks_each_thing_once():
    """Whether the first operand holds a number, and whether the others hold as many."""
    assert [
        len(RANGE.missing(fields, ())) for fields in (("gmv",), ("gmv", "buyers"), ("gmv", "buyers", "visitors"))
    ] == [*(1, 2, 3)]
    assert len(RANGE.missing((), ("cost_rate",))) == 1


def test_a_range_holds_its_first_and_its_last_day_and_no_other():
    """Of four days the middle two, ends included."""
    cells = shop_cells({"gmv": 1}, {"gmv": 20}, {"gmv": 300}, {"gmv": 4000})
    assert compile_value(formula(Total("gmv"), matching("ShopDay", 46339, 46340)))(cells, 0) == 320
    assert compile_value(formula(Total("gmv"), matching("ShopDay", 46340)))(cells, 0) == 300


@pytest.mark.parametrize(
    ("name", "refer"),
    [
        pytest.param("cvr", matching("SourceDay", Name("the_day")), id="visitors over sources"),
        pytest.param("dsr_item", matching("ShopDay", 46338, 46340), id="a score over days"),
    ],
)
def test_what_cannot_be_added_up_is_refused(name, refer):
    """One visitor arrives through several sources and a score has no sum: such totals are refused, not shown wrong."""
    with pytest.raises(FormulaError):
        formula(METRIC[name].expr, refer)


def test_one_part_of_a_day_can_be_read():
    """A single source on a single day is one row, so its visitors may be read."""
    node = formula(METRIC["cvr"].expr, matching("SourceDay", Name("the_day"), where=(("source1", "搜索"),)))
    cells = MemoryCells(
        {
            ("SourceDay", "date"): [1, 1],
            ("SourceDay", "source1"): ["搜索", "推荐"],
            ("SourceDay", "buyers"): [2, 9],
            ("SourceDay", "visitors"): [50, 9],
        },
        the_day=1,
    )
    assert compile_value(node)(cells, 0) == 0.04


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("cvr", "支付买家数 ÷ 访客数", "Buyers ÷ Visitors"),
        ("fav_cart_rate", "(收藏人数 + 加购人数) ÷ 访客数", "(Favourite users + Cart users) ÷ Visitors"),
        ("cpm", "花费 ÷ 展现量 × 1,000", "Ad spend ÷ Impressions × 1,000"),
        ("uv_profit", "访客价值 × 毛利率", "Visitor value × Gross margin"),
        ("breakeven_roi", "1 ÷ 毛利率", "1 ÷ Gross margin"),
        (
            "gross_margin",
            "(净支付金额 − 成本（空白则 成本率 × 支付金额）) ÷ 支付金额",
            "(Net GMV − Cost of goods (if blank, Cost rate × GMV)) ÷ GMV",
        ),
    ],
)
def test_a_metric_can_be_said(name, zh, en):
    """The help sheet says a metric in the operator's words."""
    assert [words(METRIC[name].expr, lang) for lang in LANGS] == [zh, en]


KINDS = [
    kind for kind in vars(exprs).values() if isinstance(kind, type) and issubclass(kind, Expr) and kind is not Expr
]
ONE, TWO = Total("gmv"), Total("buyers")
EXAMPLES = {
    Total: ONE,
    Setting: Setting("cost_rate"),
    Constant: Constant(2),
    Sum: ONE + TWO,
    Difference: ONE - TWO,
    Product: ONE * TWO,
    Ratio: Ratio(ONE, TWO),
    FirstKnown: FirstKnown(ONE, TWO),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_node_has_every_reading(kind):
    """A new kind of expression must say its value, its formula, its words and its VBA."""
    expr, totals = EXAMPLES[kind], {"gmv": 6, "buyers": 2, "cost_rate": 2}
    value = evaluate(expr, totals)
    assert value == compile_value(formula(expr, same_row("ShopDay")))(shop_cells(totals), 0)
    assert value in {2, 3, 4, 6, 8, 12}
    assert words(expr, "zh")
    assert vba(expr).isascii()


def test_an_unknown_node_is_refused():
    """An expression without a reading raises a named error in each."""
    for reading in (
        lambda expr: evaluate(expr, {}),
        lambda expr: words(expr, "zh"),
        lambda expr: formula(expr, same_row("ShopDay")),
        vba,
    ):
        with pytest.raises(FormulaError):
            reading(Expr())


@pytest.mark.parametrize(
    ("expr", "written"),
    [
        pytest.param(Constant(1000), "1000#", id="whole"),
        pytest.param(Constant(0.25), "0.25#", id="decimal"),
        pytest.param(Constant(1e22), "1E+22#", id="huge"),
        pytest.param(ONE - TWO * Constant(2), "Less(gmv, Times(buyers, 2#))", id="nested"),
        pytest.param(Ratio(ONE, TWO, positive=True), "OverPositive(gmv, buyers)", id="positive divisor"),
    ],
)
def test_a_metric_is_compiled_to_vba(expr, written):
    """Operators become calls of the module's own functions, numbers are always Doubles."""
    assert vba(expr) == written


@pytest.mark.parametrize(
    ("metric", "arguments"),
    [
        ("cvr", ["buyers", "visitors"]),
        ("adj_cvr", ["buyers", "presale_buyers", "visitors"]),
        ("attainment", ["gmv", "goal"]),
        ("gross_margin", ["gmv", "refund_amount", "cogs?", "cost_rate?"]),
        ("net_margin", ["gmv", "refund_amount", "cogs", "cost_rate", "ad_spend"]),
    ],
)
def test_a_function_takes_the_operands_in_order_of_appearance(metric, arguments):
    """Each operand once; one with a substitute may be left out where nothing needed follows."""
    function = {one.name: one for one in metric_functions()}[function_name(METRIC[metric])]
    assert [one.name + "?" * one.optional for one in function.arguments] == arguments


def test_what_is_only_imported_has_no_function():
    """Every calculated metric is a worksheet function; a score or a rate that an export gives is a cell already."""
    assert {metric.id for metric in METRICS} - {metric.id for metric in worksheet_metrics()} == {
        *("bounce_rate", "dsr_item", "dsr_service", "dsr_logistics", "ship_hours")
    }
    assert [one.name for one in metric_functions()] == [function_name(metric) for metric in worksheet_metrics()]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_headers_are_unique_and_can_be_referred_to(table, lang):
    """No two columns of a table share a header, whatever the case, and metric headers need no escaping."""
    heads = headers(table, lang)
    assert len({head.lower() for head in heads}) == len(heads) == len(columns(table))
    assert all(METRIC[name].label[lang].replace(" ", "").isalnum() for name in table.metrics)
    assert [labels(lang)(table.name, column.id) for column in columns(table)] == list(heads)


def test_a_metric_has_one_name():
    """Ids and labels are unique, and what is better is said for all but two neutral figures."""
    assert len(METRIC) == len(METRICS)
    assert all(len({metric.label[lang] for metric in METRICS}) == len(METRICS) for lang in LANGS)
    assert {metric.id for metric in METRICS if metric.direction is Direction.NONE} == {"unit_price", "breakeven_roi"}
