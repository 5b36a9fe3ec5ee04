"""Lists of orders: which count, on which day, and what is never said of people."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.orders import CLOSED, PAID, PDD, SENT, SHOPIFY, SOLD, TAOBAO_2012, WAITING, pdd, shopify, taobao
from opsbook.exports.reading.delimited import read_csv
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.reading.readers import read_file
from opsbook.model.values import from_serial
from support.house import read_sheet as parse
from support.sources import ROOT

MADE = date(2026, 2, 1)
REAL = ROOT.parent / "shared" / "samples" / "pdd_orders_real.xlsx"
FIRST = taobao("1", "2026-01-04 10:00:00", "1")  # the first day of an export may be cut: the second is looked at


def _parsed(*rows, made=MADE):
    return parse(RawTable("orders.csv", "", tuple(tuple(map(str, cells)) for cells in rows), made))


def _days(parsed):
    facts = [dict(fact.values) for facts in parsed.facts for fact in facts.rows]
    return {f"{from_serial(one.pop('date'))}": one for one in facts}


def _codes(parsed):
    told = (issue.code for issue in parsed.issues if not issue.code.endswith("-columns"))
    return [code for code in told if code != "net-amounts"]  # said of every list without refunds


@pytest.mark.parametrize(
    ("state", "paid", "counts"),
    [
        pytest.param(SOLD, "2026-01-05 10:00:00", True, id="sold"),
        pytest.param(SENT, "2026-01-05 10:00:00", True, id="sent"),
        pytest.param(PAID, "2026-01-05 10:00:00", True, id="paid"),
        pytest.param(CLOSED, "2026-01-05 10:00:00", True, id="paid-and-given-back"),
        pytest.param(CLOSED, "", False, id="closed-unpaid"),
        pytest.param(WAITING, "", False, id="waiting"),
        pytest.param(WAITING, "2026-01-05 10:00:00", False, id="deposit-only"),
        pytest.param(SOLD, "null", True, id="sold-without-a-time"),
        pytest.param(SENT, "null", False, id="sent-without-a-time"),
    ],
)
def test_only_paid_orders_count(state, paid, counts):
    """An order counts when it was paid; one that was paid and given back later still was paid that day."""
    days = _days(_parsed(TAOBAO_2012, FIRST, taobao("2", paid, "30.5", state=state, made="2026-01-05 09:00:00")))
    assert days.get("2026-01-05", {}).get("gmv") == (30.5 if counts else None)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-1-5 23:34", "2026-01-05"),
        ("2026/1/5 0:00", "2026-01-05"),
        ("2026-01-05 23:59:59", "2026-01-05"),
        ("46027.99", "2026-01-05"),
        ('="2026-01-05 00:00:00"', "2026-01-05"),
    ],
)
def test_an_order_belongs_to_the_day_it_was_paid(written, day):
    """From midnight to the last second, whatever spelling, and not to the day it was made."""
    assert day in _days(_parsed(TAOBAO_2012, FIRST, taobao("2", written, "30", made="2026-01-03 09:00:00")))


@pytest.mark.parametrize("offset", ["-0700", "+0800", "-07:00", "Z", "UTC", ""])
def test_an_offset_is_the_shops_own_clock(offset):
    """A time with an offset is not shifted: half past eleven in the shop is that day, wherever the workbook is read."""
    rows = [shopify("#1", f"2026-01-04 01:00:00 {offset}", "1"), shopify("#2", f"2026-01-05 23:30:00 {offset}", "9")]
    assert _days(_parsed(SHOPIFY, *rows))["2026-01-05"]["gmv"] == 9


@pytest.mark.parametrize(
    ("made", "cut"),
    [
        pytest.param(date(2026, 1, 6), {"2026-01-04", "2026-01-06"}, id="downloaded-that-day"),
        pytest.param(date(2026, 1, 7), {"2026-01-04"}, id="downloaded-the-day-after"),
        pytest.param(None, {"2026-01-04", "2026-01-06"}, id="downloaded-nobody-knows-when"),
    ],
)
def test_the_ends_of_an_export_are_partial(made, cut):
    """The first day always, the last one unless the file was made later."""
    orders = [taobao(f"{day}", f"2026-01-0{day} 10:00:00", "10") for day in (4, 5, 6)]
    days = _days(_parsed(TAOBAO_2012, *orders, made=made))
    assert {day for day, one in days.items() if one["partial"]} == cut


def test_payments_after_the_last_order_make_no_day():
    """A day on which nothing was made but something paid is a part of it."""
    late = taobao("3", "2026-01-07 09:00:00", "10", made="2026-01-05 23:00:00")
    parsed = _parsed(TAOBAO_2012, FIRST, taobao("2", "2026-01-05 10:00:00", "10"), late)
    assert _days(parsed)["2026-01-07"]["partial"]
    assert _codes(parsed) == ["edge-day", "late-payments"]


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        pytest.param(taobao("1.37359E+14", "2026-01-05 10:00:00", "10"), "damaged-id", id="number-lost"),
        pytest.param(taobao("138 123 45678", "2026-01-05 10:00:00", "10"), "unclear-id", id="number-in-pieces"),
        pytest.param(taobao("", "2026-01-05 10:00:00", "10"), "missing-key", id="no-number"),
        pytest.param(taobao("3", "2026-01-05 10:00:00", "示例路 1 号"), "order-figure", id="amount"),
        pytest.param(taobao("3", "2026-01-05 10:00:00", ""), "order-figure", id="no-amount"),
        pytest.param(taobao("3", "2026-01-05 10:00:00", "-1"), "order-figure", id="negative"),
        pytest.param(taobao("3", "2026-01-05 10:00:00", "1", "示例"), "order-figure", id="pieces"),
        pytest.param(taobao("3", "某某", "1", made="2026-01-05 10:00:00"), "order-time", id="time"),
        pytest.param([*taobao("3", "2026-01-05 10:00:00", "1"), "示例路"], "slipped-row", id="slipped"),
        pytest.param([*taobao("3", "2026-01-05 10:00:00", "1"), ""], "slipped-row", id="slipped-with-a-blank-end"),
    ],
)
def test_a_day_with_an_order_that_cannot_be_read_is_left_out(bad, code):
    """Its sum would be too small: the row and the day are told, other days stay."""
    good = [taobao("7", "2026-01-05 11:00:00", "10"), taobao("8", "2026-01-06 11:00:00", "10")]
    parsed = _parsed(TAOBAO_2012, FIRST, bad, *good)
    assert set(_days(parsed)) == {"2026-01-04", "2026-01-06"}
    assert (_codes(parsed), parsed.rejected) == (["edge-day", code, "spoilt-day"], 1)


def test_an_order_spelled_otherwise_is_the_same():
    """One order listed as it is, with a quote in front and in thousands counts once."""
    spelled = ("3100000000000001", "`3100000000000001", "3,100,000,000,000,001")
    parsed = _parsed(TAOBAO_2012, FIRST, *(taobao(number, "2026-01-05 10:00:00", "10") for number in spelled))
    assert _days(parsed)["2026-01-05"]["gmv"] == 10


def test_the_pieces_of_a_number_are_not_shown():
    """Digits in pieces where an order's number belongs may be somebody's phone."""
    parsed = _parsed(TAOBAO_2012, FIRST, taobao("138 123 45678", "2026-01-05 10:00:00", "10"))
    assert [issue.seen["value"] for issue in parsed.issues if issue.code == "unclear-id"] == ["***"]


def test_rows_of_commas_and_ragged_rows_are_no_orders():
    """1,439 rows of commas behind two orders are nothing, and a row may end early."""
    commas = [[""] * len(TAOBAO_2012)] * 1439
    parsed = _parsed(TAOBAO_2012, FIRST[:25], taobao("2", "2026-01-05 10:00:00", "10")[:25], *commas, [""], [])
    assert [one["gmv"] for one in _days(parsed).values()] == [1, 10]
    assert (_codes(parsed), parsed.rejected) == (["edge-day"], 0)


@pytest.mark.parametrize(
    ("names", "buyers"),
    [
        (("示例甲", "示例乙", "示例甲"), 2),
        (("示例A", "示例a", "示例A"), 1),
        (("示例甲", "示**", "示例乙"), None),
        (("示例甲", "", "示例乙"), None),
    ],
)
def test_buyers_are_counted_where_all_are_named(names, buyers):
    """Different names are different buyers; where one is hidden or missing nothing is said."""
    orders = [taobao(f"{at}0", "2026-01-05 10:00:00", "1", 买家会员名=name) for at, name in enumerate(names, 2)]
    assert _days(_parsed(TAOBAO_2012, FIRST, *orders))["2026-01-05"].get("buyers") == buyers


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        pytest.param(("0.1", "0.2"), 0.3, id="tenths"),
        pytest.param(("1.005", "1.005"), 2.01, id="thousandths"),
        pytest.param(("9000000000", *["0.01"] * 1500), 9000000015, id="cents-beside-billions"),
    ],
)
def test_money_adds_up_to_the_cent(amounts, total):
    """No dust of binary fractions gathers, however many orders a day has: a whole sum is a whole number."""
    orders = [taobao(f"{at}0", "2026-01-05 10:00:00", amount) for at, amount in enumerate(amounts, 2)]
    gmv = _days(_parsed(TAOBAO_2012, FIRST, *orders))["2026-01-05"]["gmv"]
    assert (gmv, isinstance(gmv, int)) == (total, isinstance(total, int))


def test_a_list_of_unreadable_orders_makes_no_day():
    """Where no paid order is left to add up, the day is named and nothing is stored."""
    parsed = _parsed(TAOBAO_2012, taobao("2", "2026-01-05 10:00:00", "many"))
    assert (_days(parsed), _codes(parsed)) == ({}, ["order-figure", "spoilt-day"])


@given(st.permutations(range(6)), st.lists(st.integers(0, 5), max_size=4))
def test_order_of_rows_and_repeated_orders_do_not_matter(order, again):
    """However rows are sorted and whichever come twice, each order counts once."""
    rows = [taobao(f"{at}1", f"2026-01-0{4 + at % 3} 10:00:00", f"{at + 1}.10", at + 1) for at in range(6)]
    rows += [taobao("99", "", "5", state=WAITING)]
    plain = _days(_parsed(TAOBAO_2012, *rows))
    assert plain["2026-01-05"] == {"gmv": 7.2, "items": 7, "buyers": 1, "partial": None}
    assert _days(_parsed(TAOBAO_2012, *(rows[at] for at in [*order, *again]))) == plain


@given(st.permutations(range(len(TAOBAO_2012))))
def test_order_of_columns_does_not_matter(order):
    """Columns are found by their headers."""
    rows = [TAOBAO_2012, FIRST, taobao("2", "2026-01-05 10:00:00", "30", 3)]
    assert _days(_parsed(*([cells[at] for at in order] for cells in rows))) == _days(_parsed(*rows))


@pytest.mark.parametrize(
    ("state", "paid", "counts"),
    [
        ("已收货", "", True),
        ("已发货，退款成功", "", True),
        ("已取消", "", False),
        ("已取消", "2026-05-16 10:00:00", True),
        ("待付款", "", False),
        ("待付款", "2026-05-16 10:00:00", False),
    ],
)
def test_a_number_of_pinduoduo_tells_the_day(state, paid, counts):
    """Where the time is blank the number's day counts, unless the state says that it was not paid."""
    rows = [pdd("260515-1", "2026-05-15 10:00:00", "1"), pdd("260516-2", paid, "9", "2", state)]
    days = _days(_parsed(PDD, *rows, made=date(2026, 6, 1)))
    assert days.get("2026-05-16") == ({"gmv": 9, "orders": 1, "items": 2, "partial": None} if counts else None)


def test_further_items_of_an_order_bring_pieces_and_no_money():
    """Rows below an order's first add its items; the block again starts it anew, and an unpaid order's count nothing."""
    block = [shopify("#2", "2026-01-05 10:00:00 +0800", "300", 2), shopify("#2", "", "", 3)]
    unpaid = [shopify("#3", "", "55", 1), shopify("#3", "", "", 9)]
    parsed = _parsed(SHOPIFY, shopify("#1", "2026-01-04 10:00:00 +0800", "1"), *block, *unpaid, *block)
    assert _days(parsed)["2026-01-05"] == {"gmv": 300, "orders": 1, "items": 5, "buyers": 1, "partial": None}


def test_a_tab_behind_every_value_is_no_delimiter():
    """Commas divide a file whose values all end in a TAB; tabs still divide one that has nothing else."""
    assert read_csv("a,b\r\n1\t,2\t\r\n3\t,4\t\r\n")[1] == ("1\t", "2\t")
    assert read_csv("a\tb\r\n1\t2,5\r\n3\t\r\n")[1] == ("1", "2,5")


@pytest.mark.skipif(not REAL.exists(), reason="the real export is no part of this repository")
def test_a_real_export_of_pinduoduo_adds_up():
    """99 real rows come to 4,959.40 for 120 items; cut to four columns as they are, the missing number is named."""
    (table,), issues = read_file(REAL)
    parsed = parse(table)
    assert (issues, [issue.code for issue in parsed.issues]) == ((), ["missing-column"])
    assert parsed.issues[0].seen["missing"] == ("订单号",)
    dated = [(*table.rows[0], "订单号", "订单成交时间")]
    dated += [(*cells, f"260516-{at}\t", "") for at, cells in enumerate(table.rows[1:])]
    day = _days(_parsed(*dated, made=date(2026, 6, 1)))["2026-05-16"]
    assert (day["gmv"], day["items"], day["orders"]) == (4959.4, 120, 99)
