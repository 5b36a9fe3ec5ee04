"""No verdict from few: what is made of too few people, clicks or orders shows its figure and no light."""

import re
from datetime import date

import pytest
import xlsxwriter

from opsbook.book.kit.format.basis import counts_of
from opsbook.book.kit.format.highlight import SIDES, JudgedBy, Within, highlight
from opsbook.book.kit.place import Place
from opsbook.engine.refresh import refresh
from opsbook.formulas.node import Name
from opsbook.model.language import LANGS
from opsbook.model.values import serial
from support.house import THRESHOLDS, plan_book

DAY = serial(date(2026, 5, 2))
THRESHOLD = {one.key: one for one in THRESHOLDS}

# (figures of the 2nd of May, threshold, what its light says), worked out by hand against the lines of a new workbook
LIT = [
    pytest.param({"visitors": 100, "pageviews": 400}, "depth|shop", 1, id="depth 4 of 100 visitors"),
    pytest.param({"visitors": 99, "pageviews": 396}, "depth|shop", "样本少", id="depth 4 of 99 visitors"),
    pytest.param({"visitors": 0, "pageviews": 0}, "depth|shop", "", id="no visitor: no depth, nothing to say"),
    pytest.param({"order_buyers": 100, "buyers": 60}, "pay_rate|shop", -1, id="60 of 100 paid"),
    pytest.param({"order_buyers": 99, "buyers": 60}, "pay_rate|shop", "样本少", id="60 of 99 paid"),
    pytest.param({"gmv": 1000, "refund_amount": 50, "orders": 10}, "refund_rate|shop", -1, id="5 % of 10 orders"),
    pytest.param({"gmv": 1000, "refund_amount": 50, "orders": 9}, "refund_rate|shop", "样本少", id="5 % of 9 orders"),
    pytest.param({"gmv": 1000, "refund_amount": 50}, "refund_rate|shop", -1, id="nobody counted the orders"),
    pytest.param({"bounce_rate": 0.5, "visitors": 99}, "bounce_rate|shop", "样本少", id="a rate as exported, of 99"),
    pytest.param({"dsr_item": 4.9}, "dsr_item|shop", 1, id="a score is made of what nobody tells"),
    pytest.param(
        {"ad_gmv": 300, "ad_spend": 100, "clicks": 100, "ad_orders": 5, "gmv": 1000, "refund_amount": 0, "cogs": 500},
        "roi|shop",
        1,
        id="ROI 3 of 100 clicks and 5 orders, breakeven 2",
    ),
    pytest.param(
        {"ad_gmv": 300, "ad_spend": 100, "clicks": 99, "ad_orders": 5, "gmv": 1000, "refund_amount": 0, "cogs": 500},
        "roi|shop",
        "样本少",
        id="ROI of 99 clicks",
    ),
    pytest.param(
        {"ad_gmv": 300, "ad_spend": 100, "clicks": 100, "ad_orders": 4, "gmv": 1000, "refund_amount": 0, "cogs": 500},
        "roi|shop",
        "样本少",
        id="ROI of 4 orders",
    ),
]


def light_of(workbook, key):
    """The cell of Thresholds that says how a figure stands."""
    cells, _ = refresh(workbook)
    at = [row["key"] for row in workbook.rows("Thresholds")].index(key)
    return list(cells.column("Thresholds", "light"))[at]


@pytest.fixture
def second_of_may(memory_book):
    """A workbook that shows the 2nd of May."""
    workbook = memory_book()
    workbook.host.write_name("the_day", DAY)
    return workbook


@pytest.mark.parametrize(("figures", "key", "light"), LIT)
def test_a_figure_of_too_few_has_no_light(figures, key, light, second_of_may):
    """On the minimum there is a light, one below it there are words; unknown counts do not hinder."""
    second_of_may.upsert("ShopDay", [{"date": DAY, **figures}])
    assert light_of(second_of_may, key) == light


@pytest.mark.parametrize(
    ("least", "light"), [(60, 1), (61, "样本少"), (None, 1), ("", 1)], ids=["on it", "below it", "none", "empty"]
)
def test_the_minimum_is_the_operators(least, light, second_of_may):
    """Whoever types another minimum gets the light of that; without one any number will do. 60 visitors saw 240 pages."""
    second_of_may.upsert("ShopDay", [{"date": DAY, "visitors": 60, "pageviews": 240}])
    second_of_may.upsert("Thresholds", [{"key": "depth|shop", "min_base": least}])
    if least is None:
        second_of_may.host.upsert_rows("Thresholds", ["键"], [{"键": "depth|shop", "最小基数": ""}])
    assert light_of(second_of_may, "depth|shop") == light


@pytest.mark.parametrize(
    ("orders", "card"), [((4, 5), "样本少"), ((5, 5), -1)], ids=["9 orders in the month", "10 orders in the month"]
)
def test_the_pace_of_a_month_counts_the_orders_of_the_month(orders, card, second_of_may):
    """500 of the 2,000 due: red from the tenth order on."""
    days = (DAY - 1, DAY)
    second_of_may.upsert("GoalDay", [{"date": day, "lock": 1000} for day in days])
    second_of_may.upsert(
        "ShopDay", [{"date": day, "gmv": 250, "orders": count} for day, count in zip(days, orders, strict=True)]
    )
    cells, _ = refresh(second_of_may)
    assert cells.name("card_month_light") == card
    assert cells.name("card_gmv_light") == "样本少"  # of its own day, 5 orders


def test_every_light_has_its_minimum():
    """Lights of scores that platforms work out over half a year have none."""
    without = {one.key for one in THRESHOLDS if one.least is None and one.least_orders is None}
    assert without == {"dsr_item|shop", "dsr_service|shop", "dsr_logistics|shop"}


@pytest.mark.parametrize("lang", LANGS)
def test_every_light_in_a_table_asks_for_it(lang):
    """Each rule that lights a column of a template reads the minimum of its own threshold row."""
    lit = 0
    for sheet in plan_book(lang).sheets:
        for rule in sheet.rules:
            key = next((one for one in THRESHOLD if f'"{one}"' in rule.formula and "thr_on" in rule.formula), None)
            if key:
                lit += 1
                wanted = {
                    "thr_min_base": THRESHOLD[key].least,
                    "thr_min_orders": THRESHOLD[key].least_orders,
                }
                assert {name for name in wanted if name in rule.formula} == {
                    name for name, one in wanted.items() if one
                }
    assert lit == 96  # 32 columns of tables, three rules each


DAYS = ((1, 4), (2, 5), (3, 10), (4, None))  # a day and its orders
SPANS = ((1, 1, False), (2, 2, False), (3, 3, True), (1, 2, False), (2, 3, True), (4, 4, True), (3, 4, True))
ADS = ((100, 5, True), (99, 5, False), (100, 4, False), (None, 5, True), (None, None, True), ("–", 4, False))


def _write_lines(book):
    """Two rows of Thresholds and four days with their orders, under the names that rules read."""
    sheet = book.add_worksheet("lines")
    columns = ("key", "green", "green_base", "red", "red_base", "on", "direction", "min_base", "min_orders")
    sheet.write_row(0, 0, ("roi|plan", 1, None, 0.5, None, "是", 1, 100, 5))
    sheet.write_row(1, 0, ("attainment|shop", 1, None, 0.5, None, "是", 1, None, 10))
    for name, letter in zip(columns, "ABCDEFGHI", strict=True):
        book.define_name(f"thr_{name}", f"=lines!${letter}$1:${letter}$2")
    for at, day in enumerate(DAYS):
        sheet.write_row(at, 11, day)
    book.define_name("day_dates", "=lines!$L$1:$L$4")
    book.define_name("day_orders", "=lines!$M$1:$M$4")


def _green(key, place, span, cell, row):
    """The green rule of a column as Excel reads it in a row."""
    rule = highlight(
        JudgedBy(key, counts_of(THRESHOLD[key], place, span)), cell, Within("$A3:$I3", "$A$2:$I$2"), SIDES[0]
    )
    return re.sub(r"(\$[A-Z])3(?!\d)", rf"\g<1>{row}", rule)


def test_the_rule_of_a_table_counts_what_its_row_is_made_of(recalc, tmp_path):
    """LibreOffice decides: clicks and orders beside the figure, or the orders of the days a row stands for."""
    path = tmp_path / "few.xlsx"
    ads = Place(1, 2, 0, 2, 9, {"roi": 0, "clicks": 1, "ad_orders": 2})
    goals = Place(1, 2, 4, 6, 9, {"attainment": 4, "start": 5, "end": 6})
    with xlsxwriter.Workbook(path) as book:
        _write_lines(book)
        sheet = book.add_worksheet("rows")
        for at, (clicks, orders, lit) in enumerate(ADS, 2):
            sheet.write_row(at, 0, (2, clicks, orders))
            sheet.write_formula(at, 10, _green("roi|plan", ads, None, "$A3", at + 1), None, int(lit))
        for at, (first, last, lit) in enumerate(SPANS, 2):
            sheet.write_row(at, 4, (2, first, last))
            rule = _green("attainment|shop", goals, lambda cell: (cell("start"), cell("end")), "$E3", at + 1)
            sheet.write_formula(at, 11, rule, None, int(lit))
    answer = recalc(path)
    assert (answer["errors"], answer["changed"]) == ([], [])


def test_what_a_column_needs_is_what_its_row_holds():
    """A column that stands in the table is read there, orders of days by name, anything else not at all."""
    place = Place(4, 5, 1, 3, 9, {"attainment": 1, "orders": 2})
    assert counts_of(THRESHOLD["attainment|shop"], place, None) == {"min_orders": Name("$C6")}
    assert counts_of(THRESHOLD["roi|plan"], place, None) == {}
    assert counts_of(None, place, None) == {}
