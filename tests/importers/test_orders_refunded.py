"""What was given back of an order counts on the day it was paid: sales are what was paid at first, and no refund counts twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.orders import CLOSED, SOLD, TAOBAO_2012, TAOBAO_2018, WAITING, taobao
from importers.test_order_lists import _days, _parsed
from opsbook.model.issues import Level

DAY = "2026-01-05 10:00:00"
TOLD = {"net-amounts", "refunds-added", "paid-at-first", "refund-beyond", "order-figure", "order-twice", "spoilt-day"}


def _order(number, paid, amount, refunded="", asked="999.00", state=SOLD, **more):
    return taobao(number, paid, amount, 1, state, header=TAOBAO_2018, 退款金额=refunded, 总金额=asked, **more)


FIRST = _order("1", "2026-01-04 10:00:00", "1.00")  # the first day of an export may be cut: the second is looked at


def _gmv(*orders, header=TAOBAO_2018):
    return {day: one["gmv"] for day, one in _days(_parsed(header, FIRST[: len(header)], *orders)).items()}


def _told(*orders):
    return [issue for issue in _parsed(TAOBAO_2018, FIRST, *orders).issues if issue.code in TOLD]


@pytest.mark.parametrize(
    ("amount", "refunded", "asked", "gmv"),
    [
        pytest.param("60.00", "40.00", "100.00", 100, id="a-part"),
        pytest.param("0.00", "178.80", "178.80", 178.8, id="all-of-it"),
        pytest.param("100.00", "0.00", "100.00", 100, id="none"),
        pytest.param("100.00", "", "100.00", 100, id="a-blank"),
        pytest.param("100.00", "无退款申请", "100.00", 100, id="in-words"),
        pytest.param("0.10", "0.20", "0.30", 0.3, id="no-dust"),
        pytest.param("60.00", "40.00", "", 100, id="nothing-says-what-was-asked"),
        pytest.param("60.00", "40.00", "110.00", 100, id="a-discount"),
        pytest.param("￥1,060.00", "40元", "1,100.00", 1100, id="as-written"),
    ],
)
def test_sales_are_what_was_paid_at_first(amount, refunded, asked, gmv):
    """The file tells what is left: what was given back is added, by hand 60 + 40."""
    assert _gmv(_order("2", DAY, amount, refunded, asked))["2026-01-05"] == gmv


def test_a_refund_is_of_the_day_the_order_was_paid():
    """Whenever it was given back, and closed since: each day holds what was paid on it, by hand."""
    orders = [
        _order("2", DAY, "60.00", "40.00", "100.00"),
        _order("3", DAY, "0.00", "30.00", "30.00", CLOSED),
        _order("4", DAY, "5.50", "", "5.50"),
        _order("5", "2026-01-06 09:00:00", "0.00", "70.00", "70.00", CLOSED, 确认收货时间="2026-01-09 08:00:00"),
        _order("6", "", "0.00", "0.00", "12.00", CLOSED),  # never paid
        _order("7", "", "0.00", "", "12.00", WAITING),
        _order("8", "2026-01-07 09:00:00", "8.00", "", "8.00"),
    ]
    assert _gmv(*orders) == {"2026-01-04": 1, "2026-01-05": 135.5, "2026-01-06": 70, "2026-01-07": 8}
    (told,) = _told(*orders)
    assert (told.code, told.level, told.seen) == ("refunds-added", Level.INFO, {"count": 3, "amount": "140.00"})
    assert (told.where.row, told.where.column) == (3, "退款金额")


def test_a_list_without_the_column_is_taken_and_said_to_be_net():
    """Its figures stay what they were; one sentence for the file says that refunds are off them."""
    orders = [taobao(f"{at}", DAY, "60.00") for at in (2, 3)]
    parsed = _parsed(TAOBAO_2012, FIRST[: len(TAOBAO_2012)], *orders)
    assert _days(parsed)["2026-01-05"]["gmv"] == 120
    told = [(issue.code, issue.level) for issue in parsed.issues if issue.code in TOLD]
    assert (parsed.kind, told) == ("taobao-orders", [("net-amounts", Level.INFO)])
    assert "已扣退款" in parsed.name
    assert _told() == []  # with the column nothing of the kind is said


@pytest.mark.parametrize(
    ("orders", "gmv", "told"),
    [
        pytest.param([("100", "40", "100"), ("30", "30", "30")], 130, ["paid-at-first"], id="all"),
        pytest.param(
            [("100", "40", "100"), ("30", "30", "30"), ("60", "40", "100")], 190, ["paid-at-first"], id="most"
        ),
        pytest.param(
            [("60", "40", "100"), ("30", "30", "30")], 130, ["refund-beyond", "refunds-added"], id="half: no reason to"
        ),
        pytest.param([("60.00", "40.01", "100")], 100.01, ["refunds-added"], id="a cent more is rounding"),
        pytest.param([("60.00", "40.02", "100")], 60, ["paid-at-first"], id="two cents are not"),
        pytest.param([("100", "", "90")], 100, [], id="paid more than asked, and nothing given back"),
    ],
)
def test_amount_and_refund_are_no_more_than_was_asked(orders, gmv, told):
    """Where they are, the refund is not off the amount yet: it is not added, in most orders for the file, else for that order."""
    rows = [_order(f"{at}0", DAY, *one) for at, one in enumerate(orders, 2)]
    assert _gmv(*rows)["2026-01-05"] == gmv
    assert sorted(issue.code for issue in _told(*rows)) == told


@pytest.mark.parametrize("bad", ["many", "-1"])
def test_a_refund_that_cannot_be_read_spoils_its_day(bad):
    """The day's sum would be too small: it is left out and said, with the column; what was asked may be anything."""
    rows = [_order("2", DAY, "60", bad), _order("3", "2026-01-06 10:00:00", "9", "1", "many")]
    assert _gmv(*rows) == {"2026-01-04": 1, "2026-01-06": 10}
    told = [(issue.code, issue.where.row, issue.where.column) for issue in _told(*rows)]
    assert ("order-figure", 3, "退款金额") in told
    assert "spoilt-day" in [code for code, *_ in told]


def test_an_order_listed_before_and_after_its_refund_is_one():
    """100 paid is 60 left and 40 given back: no contradiction, and counted once."""
    rows = [_order("2", DAY, "100.00", "", "100.00"), _order("2", DAY, "60.00", "40.00", "100.00")]
    for both in (rows, rows[::-1]):
        assert _gmv(*both)["2026-01-05"] == 100
        assert "order-twice" not in [issue.code for issue in _told(*both)]
    other = _order("2", DAY, "60.00", "30.00", "100.00")
    assert "order-twice" in [issue.code for issue in _told(rows[0], other)]


_cents = st.integers(0, 10**7)


@given(st.lists(st.tuples(_cents, _cents), min_size=1, max_size=8), st.booleans())
def test_sales_do_not_depend_on_what_was_given_back(orders, is_told):
    """However much of an order went back, its day is the sum of what was asked, to the cent."""

    def money(cents):
        return f"{cents // 100}.{cents % 100:02}"

    rows = [
        _order(f"{at}0", DAY, money(asked - back), money(back), money(asked) if is_told else "")
        for at, (asked, back) in enumerate(((max(one), min(one)) for one in orders), 2)
    ]
    assert round(_gmv(*rows)["2026-01-05"] * 100) == sum(max(one) for one in orders)
