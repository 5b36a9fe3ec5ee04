"""No paid order vanishes, no unpaid one does harm, and a refund is never a sale."""

import pytest

from exports.orders import (
    CLOSED,
    DETAIL_NEW,
    PAID,
    PDD,
    REFUNDS_2017,
    SENT,
    SHOPIFY,
    SOLD,
    TAOBAO_2012,
    WAITING,
    pdd,
    refund,
    shopify,
    sub_order,
    taobao,
)
from importers.test_order_lists import FIRST, _codes, _days, _parsed
from opsbook.model.issues import Level
from opsbook.model.orders import GIVEN_BACK

MADE = "2026-01-05 23:30:00 +0800"
BEFORE = shopify("#0", "2026-01-04 10:00:00 +0800", "1")  # the first day of an export may be cut


def _shopify(status, paid="", total="200", **more):
    return shopify("#1", paid, total, **{"Financial Status": status, "Created at": MADE, **more})


def _issue(parsed, code):
    (found,) = (issue for issue in parsed.issues if issue.code == code)
    return found


@pytest.mark.parametrize(
    ("status", "gmv"),
    [
        ("paid", 200),
        ("Paid", 200),
        ("partially_refunded", 200),
        ("refunded", 200),
        ("partially_paid", None),  # its total is not what was paid
        ("pending", None),
        ("authorized", None),
        ("unpaid", None),
        ("voided", None),
        ("expired", None),
        ("", None),
    ],
)
def test_a_paid_order_without_a_time_counts_on_the_day_it_was_made(status, gmv):
    """Shopify leaves `Paid at` blank for some paid orders; its state says that they are paid."""
    assert _days(_parsed(SHOPIFY, BEFORE, _shopify(status))).get("2026-01-05", {}).get("gmv") == gmv


@pytest.mark.parametrize(
    ("state", "gmv", "told"),
    [
        (SOLD, 30, "dated-by-creation"),
        (PAID, 30, "dated-by-creation"),
        pytest.param(SENT, None, "unsure-orders", id="sent: paid on delivery, maybe"),
        (CLOSED, None, None),
        (WAITING, None, None),
    ],
)
def test_an_order_without_a_time_counts_by_what_its_state_says(state, gmv, told):
    """Of 淘宝, too: paid or over counts, sent may be cash on delivery and is told, the others were not paid."""
    order = taobao("2", "", "30", state=state, made="2026-01-05 09:00:00")
    parsed = _parsed(TAOBAO_2012, FIRST, order)
    assert _days(parsed).get("2026-01-05", {}).get("gmv") == gmv
    assert _codes(parsed) == ["edge-day", *([told] if told else [])]


@pytest.mark.parametrize(("times", "row"), [(1, 3), (2, 6)])
def test_what_is_dated_by_creation_is_told_once(times, row):
    """One note says how many orders and how much, each order once; it is no problem of the data."""
    rows = [shopify(f"#{n}", "", f"{n}.25", **{"Financial Status": "paid", "Created at": MADE}) for n in (1, 2, 3)]
    told = _issue(_parsed(SHOPIFY, BEFORE, *rows * times), "dated-by-creation")
    assert (told.seen, told.level, told.where.row) == ({"count": 3, "amount": "6.75"}, Level.INFO, row)


def test_paid_without_any_day_spoils_nothing_in_silence():
    """Neither time is there: the order is named as one that could not be counted."""
    parsed = _parsed(SHOPIFY, BEFORE, _shopify("paid", **{"Created at": ""}))
    assert "order-time" in _codes(parsed)


@pytest.mark.parametrize(
    ("rows", "count", "states"),
    [
        pytest.param(
            [
                SHOPIFY,
                *(
                    shopify(f"#{at}", "", "9", **{"Financial Status": state})
                    for at, state in enumerate(("pending", "pending", "voided"))
                ),
            ],
            3,
            ("pending × 2", "voided × 1"),
            id="shopify",
        ),
        pytest.param(
            [TAOBAO_2012, taobao("1", "", "9", state=WAITING), taobao("2", "", "9", state=CLOSED)],
            2,
            ("等待买家付款 × 1", "交易关闭 × 1"),
            id="taobao",
        ),
        pytest.param(
            [PDD, pdd("260515-1", "", "9", state="待付款"), pdd("260515-2", "", "9", state="已取消")],
            2,
            ("待付款 × 1", "已取消 × 1"),
            id="pdd",
        ),
    ],
)
@pytest.mark.parametrize("times", [1, 2])
def test_orders_none_of_which_is_paid_are_counted_by_state(rows, count, states, times):
    """What they wait for is said, each order once, and not that the export has no rows."""
    parsed = _parsed(rows[0], *rows[1:] * times)
    assert _issue(parsed, "none-paid").seen == {"count": count, "states": states}
    assert "no-rows" not in _codes(parsed)
    assert _days(parsed) == {}


@pytest.mark.parametrize("number", ["1.37359E+14", ""])
@pytest.mark.parametrize(
    ("state", "paid", "gmv"), [(WAITING, "", 30), (CLOSED, "", 30), (SOLD, "2026-01-05 09:00:00", None)]
)
def test_an_unpaid_order_with_a_damaged_number_blocks_nothing(number, state, paid, gmv):
    """It is in no sum; a paid one spoils its day, as its number may stand twice."""
    rows = [
        taobao("2", "2026-01-05 10:00:00", "30"),
        taobao(number, paid, "20", state=state, made="2026-01-05 08:00:00"),
    ]
    parsed = _parsed(TAOBAO_2012, FIRST, *rows)
    assert _days(parsed).get("2026-01-05", {}).get("gmv") == gmv
    assert ("spoilt-day" in _codes(parsed)) == (gmv is None)


def test_what_a_list_of_items_came_to_is_not_said():
    """It tells no amount: a sum of 0 would be wrong."""
    parsed = _parsed(DETAIL_NEW, sub_order("31", "2026-01-04 10:00:00", 1), sub_order("32", "", 2, PAID))
    assert _issue(parsed, "dated-by-creation").seen == {"count": 1, "amount": "–"}
    assert _days(parsed)["2026-01-06"]["items"] == 2


@pytest.mark.parametrize("state", ["partially_paid", "", "示例路 1 号"])
def test_an_order_that_may_be_paid_is_not_left_out_in_silence(state):
    """Neither a time nor a state says whether it was: how many, how much and the first row are told, and no cell is quoted."""
    rows = [shopify(f"#{at}", "", total, **{"Financial Status": state}) for at, total in ((1, "200"), (2, "9.5"))]
    told = _issue(_parsed(SHOPIFY, BEFORE, *rows, _shopify("pending", total="7")), "unsure-orders")
    assert (told.seen, told.level, told.where.row) == ({"count": 2, "amount": "209.50"}, Level.WARNING, 3)


def test_a_further_item_of_nobody_knows_which_order_is_refused():
    """Its pieces belong to a paid order, maybe: it is no order that waits."""
    parsed = _parsed(SHOPIFY, BEFORE, shopify("#2", "2026-01-05 10:00:00 +0800", "300", 2), shopify("", "", "", 3))
    assert ("missing-key" in _codes(parsed), parsed.rejected) == (True, 1)


def test_an_order_in_another_currency_is_left_out_and_named():
    """The others are added as ever; how many, how much and the first row are told."""
    paid = "2026-01-05 10:00:00 +0800"
    listed = [("USD", "100"), ("EUR", "7.5"), ("USD", "20"), ("EUR", "2"), ("USD", "3")]
    rows = [shopify(f"#{at}", paid, total, Currency=name) for at, (name, total) in enumerate(listed, 1)]
    parsed = _parsed(SHOPIFY, shopify("#0", "2026-01-04 10:00:00 +0800", "1", Currency="USD"), *rows)
    told = _issue(parsed, "other-currency")
    assert told.seen == {"currency": "EUR", "count": 2, "amount": "9.50", "main": "USD"}
    assert (told.where.row, told.where.column) == (4, "Currency")
    assert _days(parsed)["2026-01-05"]["gmv"] == 123
    assert parsed.rejected == 2


@pytest.mark.parametrize(
    ("first", "second", "gmv", "code"),
    [
        pytest.param(("", WAITING, "10"), ("2026-01-05 10:00:00", SOLD, "10"), 10, "", id="paid-meanwhile"),
        pytest.param(("2026-01-05 10:00:00", SOLD, "10"), ("", WAITING, "10"), 10, "", id="an-older-row-below"),
        pytest.param(("2026-01-05 10:00:00", SOLD, "10"), ("2026-01-05 10:00:00", SOLD, "10"), 10, "", id="the-same"),
        pytest.param(
            ("2026-01-05 10:00:00", SOLD, "10"),
            ("2026-01-05 10:00:00", SOLD, "11"),
            None,
            "order-twice",
            id="two-amounts",
        ),
        pytest.param(
            ("2026-01-05 10:00:00", SOLD, "10"), ("2026-01-06 10:00:00", SOLD, "10"), None, "order-twice", id="two-days"
        ),
    ],
)
def test_one_order_in_two_rows(first, second, gmv, code):
    """A state that moved on is one order; two payments of one number are in no sum, and no row wins over the other."""
    rows = [
        taobao("2", paid, amount, state=state, made="2026-01-05 08:00:00") for paid, state, amount in (first, second)
    ]
    parsed = _parsed(TAOBAO_2012, FIRST, *rows, taobao("9", "2026-01-08 10:00:00", "1"))
    days = _days(parsed)
    assert days.get("2026-01-05", {}).get("gmv") == gmv
    assert "2026-01-06" not in days
    assert ("order-twice" in _codes(parsed)) == bool(code)


@pytest.mark.parametrize("mark", GIVEN_BACK)
@pytest.mark.parametrize(
    "header",
    [
        ["订单号", "订单状态", "用户实付金额(元)", "商品数量(件)", "订单成交时间"],
        ["订单编号", "订单状态", "买家实际支付金额", "宝贝总数量", "订单付款时间"],
        ["子订单编号", "标题", "价格", "购买数量", "订单状态", "订单付款时间"],
        ["子订单编号", "商品标题", "商品价格", "购买数量", "订单状态", "订单付款时间"],
    ],
)
def test_a_list_with_the_number_of_a_refund_is_no_list_of_orders(header, mark):
    """Without that column it is one; with it nothing is sold."""
    values = {"订单状态": SOLD, "订单成交时间": "2026-01-05 10:00:00", "订单付款时间": "2026-01-05 10:00:00"}
    line = [values.get(name, "3100000000000001" if "编号" in name or "单号" in name else "2") for name in header]
    assert _days(_parsed(header, line))
    assert _days(_parsed([*header, mark], [*line, "180000000000001"])) == {}


@pytest.mark.parametrize("number", ["订单号", "编号"])
def test_a_list_of_items_without_its_order_number_is_not_claimed(number):
    """Another platform's list names its number otherwise: it is told what is missing."""
    header = [number, "标题", "价格", "购买数量", "订单状态", "订单付款时间"]
    parsed = _parsed(header, ["1", "示例", "9", "1", SOLD, "2026-01-05 10:00:00"])
    assert (parsed.kind, _days(parsed)) == ("", {})


@pytest.mark.parametrize("missing", ["", "退款编号", "买家退款金额", "退款的申请时间"])
def test_a_refund_is_no_sale(missing):
    """Nor is it where a generation of the list that nobody has seen lacks one of its columns."""
    header = [name for name in REFUNDS_2017 if name != missing]
    values = dict(zip(REFUNDS_2017, refund(REFUNDS_2017, "180000000000001", "2026-01-05 10:00:00"), strict=True))
    parsed = _parsed(header, [values[name] for name in header])
    assert parsed.kind != "taobao-orders"
    assert _days(parsed) == {}
