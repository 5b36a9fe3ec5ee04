"""A list of orders writes its days and figures one way: which, all its cells decide, never one of them."""

import pytest

from exports.orders import CLOSED, SHOPIFY, SOLD, TAOBAO_2012, WAITING, shopify, taobao
from importers.test_order_lists import _codes, _days, _parsed


def _orders(*times, made=None, amounts=None):
    amounts = amounts or ["10"] * len(times)
    return [
        taobao(f"{at}1", one, amount, made=made or one)
        for at, (one, amount) in enumerate(zip(times, amounts, strict=True))
    ]


@pytest.mark.parametrize(
    ("times", "days"),
    [
        pytest.param(
            ["04/01/2026 10:00", "05/01/2026 10:00", "13/01/2026 10:00"],
            ["2026-01-04", "2026-01-05", "2026-01-13"],
            id="day-first",
        ),
        pytest.param(
            ["01/04/2026 10:00", "01/05/2026 10:00", "01/13/2026 10:00"],
            ["2026-01-04", "2026-01-05", "2026-01-13"],
            id="month-first",
        ),
        pytest.param(["04.01.2026 10:00:05", "05.01.2026 9:00"], ["2026-01-04", "2026-01-05"], id="dots"),
        pytest.param(["1/4/26 10:00", "1/5/26 10:00"], ["2026-01-04", "2026-01-05"], id="as Excel at home shows it"),
        pytest.param(["Jan 4, 2026 10:00", "5 Jan 2026"], ["2026-01-04", "2026-01-05"], id="in words"),
    ],
)
def test_a_file_says_its_order_of_day_and_month_once(times, days):
    """One number above 12 tells of all cells, in whichever row it stands."""
    for rows in (_orders(*times), _orders(*times)[::-1]):
        assert sorted(_days(_parsed(TAOBAO_2012, *rows))) == days


def test_the_column_of_when_it_was_made_tells_too():
    """All moments of a file are written in one way: the 20th of January is one in either column."""
    rows = [*_orders("03/02/2026 10:00", "04/02/2026 10:00"), *_orders("", made="20/01/2026 10:00")]
    rows[-1][TAOBAO_2012.index("订单状态")] = WAITING
    assert sorted(_days(_parsed(TAOBAO_2012, *rows))) == ["2026-02-03", "2026-02-04"]


@pytest.mark.parametrize(
    ("times", "code", "row"),
    [
        (["2026-01-04 10:00", "04/05/2026 10:00"], "open-dates", 3),
        (["13/01/2026 10:00", "01/13/2026 10:00"], "mixed-dates", 2),
    ],
)
def test_an_order_of_day_and_month_that_stays_open_is_refused(times, code, row):
    """No day is guessed: the file is refused in one sentence that names the cell."""
    parsed = _parsed(TAOBAO_2012, *_orders(*times))
    (issue,) = (one for one in parsed.issues if one.code in {"open-dates", "mixed-dates"})
    assert (_days(parsed), parsed.rejected) == ({}, 2)
    assert (issue.code, issue.where.row, issue.where.column) == (code, row, "订单付款时间")
    assert "no-rows" not in _codes(parsed)


def test_an_address_in_the_place_of_a_moment_is_not_quoted():
    """Only what is a date is named; a row that has slipped is refused by itself."""
    bad = [*taobao("9", "示例路 04/05/2026 号", "10", made="2026-01-04 10:00:00"), "slipped"]
    parsed = _parsed(TAOBAO_2012, *_orders("2026-01-04 10:00", "2026-01-05 10:00"), bad)
    assert "open-dates" not in _codes(parsed)
    assert not any("示例路" in str(issue.seen) for issue in parsed.issues)


@pytest.mark.parametrize(
    ("amounts", "gmv"),
    [
        pytest.param(["1", "1.234,56", "1.000"], 2234.56, id="a comma begins decimals"),
        pytest.param(["1", "1,234.56", "1,000"], 2234.56, id="a point does"),
        pytest.param(["1", "1,000", "2,000"], 3000, id="nothing tells: as at home"),
        pytest.param(["1", "12,5", "1.234,50"], 1247, id="one shows it of all"),
    ],
)
def test_a_file_says_once_what_its_commas_are(amounts, gmv):
    """1.000 is a thousand where 1.234,56 stands, and one where 1,234.56 does."""
    times = ["2026-01-04 10:00:00", "2026-01-05 10:00:00", "2026-01-05 11:00:00"]
    assert _days(_parsed(TAOBAO_2012, *_orders(*times, amounts=amounts)))["2026-01-05"]["gmv"] == gmv


def test_an_amount_that_may_be_two_spoils_its_day():
    """Both ways stand in one column: the cell that may be either is told, the others are read."""
    times = ["2026-01-04 10:00:00", "2026-01-05 10:00:00", "2026-01-06 10:00:00", "2026-01-07 10:00:00"]
    parsed = _parsed(TAOBAO_2012, *_orders(*times, amounts=["1,234.56", "1,200", "1.234,56", "7"]))
    assert "unclear-order-figure" in _codes(parsed)
    assert "2026-01-05" not in _days(parsed)
    assert _days(parsed)["2026-01-07"]["gmv"] == 7


def test_a_shop_abroad_is_read_likewise():
    """A list of Shopify that a German Excel saved: days with dots, a comma before the cents."""
    rows = [
        shopify(f"#{at}", time, total, Currency="EUR")
        for at, time, total in ((1, "04.01.2026 10:00", "1,50"), (2, "05.01.2026 10:00", "1.234,50"))
    ]
    assert _days(_parsed(SHOPIFY, *rows))["2026-01-05"]["gmv"] == 1234.5


def test_a_closed_order_with_an_odd_time_is_read_by_the_same_order():
    """Paid and given back on a day that is written day first."""
    rows = [*_orders("04/01/2026 10:00", "13/01/2026 10:00"), taobao("99", "05/01/2026 10:00", "3", 1, CLOSED)]
    rows.append(taobao("98", "", "4", 1, SOLD, made="06/01/2026 09:00"))
    days = _days(_parsed(TAOBAO_2012, *rows))
    assert (days["2026-01-05"]["gmv"], days["2026-01-06"]["gmv"]) == (3, 4)
