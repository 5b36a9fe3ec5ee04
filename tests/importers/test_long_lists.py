"""Lists of orders as long as they may be: read many rows at a time, and from the file, they say what they always say."""

import csv
import io
import zipfile
from contextlib import contextmanager
from datetime import date
from itertools import product

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.orders import (
    CLOSED,
    PAID,
    PDD,
    SENT,
    SHOPIFY,
    SOLD,
    TAOBAO_2012,
    TAOBAO_2018,
    WAITING,
    pdd,
    shopify,
    taobao,
)
from importers.test_order_lists import _days
from opsbook.exports.orders import list_reading
from opsbook.exports.orders.times import day_of
from opsbook.exports.reading import readers
from opsbook.exports.reading.long_rows import LongRows, long_rows
from opsbook.exports.reading.readers import read_file
from support.house import read_sheet as parse

NAME = "ExportOrderList202601080905.csv"
DAYS = ("2026-01-04", "2026-01-05", "2026-01-06")
TIMES = (
    *(f"{day} {clock}" for day, clock in product(DAYS, ("00:00:00", "23:59:59"))),
    *("2026/1/5 0:00", '="2026-01-03 10:00:00"', "2026-01-05 10:00:00\t", '="2026-01-06 10:00:00"', "46027.5", "20260105", "2026-01-05 10:00:00 +0800"),
    *("", "", "null", "-", "某某", "2026-01-32 10:00:00", "合计", "2026-01-05T10:00", "1/5/26 9:00", "05/01/2026 10:00"),
)  # fmt: skip
NUMBERS = (
    "{0}",
    "{0}",
    '="{0}"',
    "{0}\t",
    "`{0}",
    "{0}.0",
    "260105-{0}",
    "#{0}",
    "1.37E+14",
    "138 123 {0}",
    "",
    "合计",
)
AMOUNTS = (
    "10",
    "10",
    "0.1",
    "1,234.50",
    "￥9",
    "1.1万",
    "0.000001",
    "",
    "-",
    "-1",
    "示例路",
    "9000000000",
    "1,200",
    "8,5",
)
BACK = {
    "10": "5",
    "0.1": "0.1",
    "9": "many",
    "": "2",
    "1,200": "1,5",
    "-": "无退款申请",
}  # of an amount, what was given back
BUYERS = ("示例甲", "示例A", "示例a", "示例\n乙", '示例"丙"', "示**", "", "\ufeff")
STATES = (SOLD, SOLD, SENT, PAID, CLOSED, WAITING, "", "已取消", "待付款", "paid", "pending", "Refunded")
PIECES = ("1", "2", "1.5", "", "示例", "-2")


def _taobao(number, paid, made, amount, pieces, state, buyer):
    return taobao(number, paid, amount, pieces, state, made=made, 买家会员名=buyer)


def _refunded(number, paid, made, amount, pieces, state, buyer):
    more = {"made": made, "买家会员名": buyer, "退款金额": BACK.get(amount, ""), "总金额": pieces}
    return taobao(number, paid, amount, pieces, state, header=TAOBAO_2018, **more)


def _pdd(number, paid, made, amount, pieces, state, _):
    return [
        made if name == "发货时间" else cell
        for name, cell in zip(PDD, pdd(number, paid, amount, pieces, state), strict=True)
    ]


def _shopify(number, paid, made, amount, pieces, state, buyer):
    more = {
        "Financial Status": state,
        "Created at": made,
        "Email": buyer,
        "Currency": "USD" if state == PAID else "CNY",
    }
    return shopify(number, paid, amount, pieces, **more)


LISTS = ((TAOBAO_2012, _taobao), (TAOBAO_2018, _refunded), (PDD, _pdd), (SHOPIFY, _shopify))
_cells = st.tuples(
    st.builds(str.format, st.sampled_from(NUMBERS), st.integers(1001, 1003)),
    *map(st.sampled_from, (TIMES, TIMES, AMOUNTS, PIECES, STATES, BUYERS)),
)
_usual = st.tuples(
    st.integers(1001, 1020).map(str),
    *map(st.sampled_from, (TIMES[:6], TIMES[:6], AMOUNTS[:3], PIECES[:2], STATES[:6], BUYERS[:3])),
)


@st.composite
def order_lists(draw):
    """A list with usual rows and odd ones: blank, slipped, short, the header once more, orders again with other amounts."""
    header, row = draw(st.sampled_from(LISTS))
    rows = [row(*cells) for cells in draw(st.lists(st.one_of(_usual, _usual, _cells), max_size=14))]
    ends = draw(st.sampled_from([[], [], [""], ["", ""]]))
    bent = st.sampled_from([lambda one: one] * 12 + [_blank, _total, _slipped, _longer, _short, lambda _: header])
    rows = [[*draw(bent)(one), *ends] for one in rows]
    again = draw(st.lists(st.sampled_from(rows), max_size=3)) if rows else []
    notes = draw(st.sampled_from([[], [["订单", "列表", "", ""]], [[]]]))
    return [*notes, header, *draw(st.permutations([*rows, *again]))]


def _blank(_):
    return []


def _total(one):
    return ["合计", *one[1:]]


def _slipped(one):
    return [*one, "示例路 2026-01-06"]


def _longer(one):
    return [*one, ""]


def _short(one):
    return one[:20]


def _written(rows, encoding="utf-8", ending="\r\n"):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=ending).writerows(rows)
    return text.getvalue().replace("\ufeff", "" if encoding == "gb18030" else "\ufeff").encode(encoding)


def _none(*_):
    return pd.DataFrame()


@contextmanager
def _reading(long, at_once=None):
    """Text longer than so many bytes is read from the file, so many rows at a time; one by one without a number."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readers, "LONG", long)
        if at_once is None:
            patch.setattr(list_reading, "usual_orders", _none)
        else:
            patch.setattr(list_reading.read_order_list, "__defaults__", (at_once,))
        yield


def _said(path):
    raws, issues = read_file(path)
    return [parse(raw) for raw in raws], issues


@given(order_lists(), st.integers(1, 6), st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]), st.sampled_from(["\r\n", "\n", "\r"]))  # fmt: skip
def test_many_rows_at_once_say_what_each_of_them_says(tmp_path_factory, rows, at_once, encoding, ending):
    """Facts, issues, their order and their rows are the same, whatever is odd, however many rows are looked at together."""
    path = tmp_path_factory.getbasetemp() / NAME
    path.write_bytes(_written(rows, encoding, ending))
    with _reading(10**9):
        plain = _said(path)
    for long in (0, 10**9):
        with _reading(long, at_once):
            assert _said(path) == plain


def _list(folder, rows, **more):
    path = folder / NAME
    path.write_bytes(_written(rows, **more))
    return path


def test_rows_of_a_long_list_are_named_as_excel_shows_them(tmp_path):
    """A remark of two lines is one row, and so is a blank line: the bad amount stands in row 5, its day is left out."""
    rows = [TAOBAO_2012, taobao("1", "2026-01-04 10:00:00", "1", 买家留言="两行\n留言"), []]
    rows += [taobao("2", "2026-01-05 10:00:00", "1"), taobao("3", "2026-01-05 10:00:00", "many"), taobao("4", "2026-01-06 10:00:00", "2")]  # fmt: skip
    with _reading(0, 2):
        ((parsed,), _) = _said(_list(tmp_path, rows))
    told = [(issue.code, issue.where.row) for issue in parsed.issues if issue.code.startswith(("order", "spoilt"))]
    assert told == [("order-figure", 5), ("spoilt-day", 5)]


@pytest.mark.parametrize("again", [("7", "2026-01-05 10:00:00", "9"), ("7", "2026-01-06 10:00:00", "5")])
def test_an_order_that_comes_again_far_below_is_compared(tmp_path, again):
    """With another amount or day, hundreds of rows behind the first: neither day is told."""
    between = [taobao(f"{at}", f"2026-01-0{4 + at % 2} 10:00:00", "1") for at in range(100, 300)]
    rows = [TAOBAO_2012, taobao("7", "2026-01-05 10:00:00", "5"), *between, taobao(*again)]
    with _reading(0, 50):
        ((parsed,), _) = _said(_list(tmp_path, rows))
    (issue,) = (one for one in parsed.issues if one.code == "order-twice")
    assert (issue.where.row, issue.seen["row"], [fact.where.row for fact in parsed.facts[0].rows]) == (203, 2, [3])


def test_nothing_is_read_at_once_that_is_not_as_usual():
    """The usual rows are most of a usual list: what makes it quick is not left out unnoticed."""
    orders = [taobao(f"{at}", "2026-01-05 10:00:00", "1") for at in range(90)]
    odd = [taobao(f"9{at}", "2026-01-05 10:00:00", "x") for at in range(10)]
    seen = []

    def noted(found, rows):
        frame = usual(found, rows)
        seen.append((len(rows), len(frame)))
        return frame

    usual = list_reading.usual_orders
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(list_reading, "usual_orders", noted)
        parse(readers.RawTable("orders.csv", "", tuple(tuple(map(str, row)) for row in [TAOBAO_2012, *orders, *odd])))
    assert seen == [(100, 90)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param('订单,额\n1,"2\n3,4\n'.encode(), "damaged-file", id="open-quote"),
        pytest.param("订单,额,件\n1,2,3\n4,5,6\n7,8".encode(), "damaged-file", id="last-row-breaks-off"),
        pytest.param("订单,额\n1,2\n3,好".encode()[:-1], "damaged-file", id="ends-within-a-sign"),
        pytest.param(b"a,b\n\xff\xff\xff\n", "unknown-encoding", id="no-encoding"),
        pytest.param("订单,额\n1,2\n".encode("utf-16") + b"\0", "unknown-encoding", id="utf-16-cut"),
    ],
)
def test_a_long_text_that_is_not_whole_is_refused(tmp_path, data, code):
    """As a short one is, and before any row of it is used."""
    path = tmp_path / "orders.csv"
    path.write_bytes(data)
    for long in (0, 10**9):
        with _reading(long, 10):
            raws, (issue,) = read_file(path)
        assert (raws, issue.code) == ((), code)


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n"'), max_size=3), min_size=2, max_size=4), min_size=1, max_size=250))  # fmt: skip
def test_long_rows_are_a_sequence(rows):
    """Each row and every slice of them is what a tuple of the rows has."""
    data = _written(rows)
    held = long_rows(data, data[:4])
    assert isinstance(held, LongRows)
    plain = tuple(
        tuple(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=held.between)
    )
    assert (tuple(held), len(held), held.widest) == (plain, len(plain), max(map(len, plain)))
    assert (held[0], held[-1], held[1:3], held[5:], held[::7]) == (
        plain[0],
        plain[-1],
        plain[1:3],
        plain[5:],
        plain[::7],
    )


def test_a_member_of_a_zip_may_be_long(tmp_path):
    """Text inside a zip is gone through in the same way."""
    rows = [TAOBAO_2012, *(taobao(f"{at}", f"2026-01-0{at} 10:00:00", "5") for at in (4, 5, 6))]
    with zipfile.ZipFile(tmp_path / "orders.zip", "w") as archive:
        archive.writestr(NAME, _written(rows, "gb18030"))
    with _reading(0, 2):
        ((parsed,), _) = _said(tmp_path / "orders.zip")
    assert [dict(fact.values)["gmv"] for fact in parsed.facts[0].rows] == [5, 5, 5]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-05 23:30:00 +0800", date(2026, 1, 5)),
        ("2026/1/5 9:05", date(2026, 1, 5)),
        ("20260105 09:05", None),
        ("46027 09:05", None),
        ("2026-01-05 9:5", None),
        ("2026-02-30 10:00:00", None),
    ],
)
def test_a_day_is_read_the_same_beside_any_clock(text, day):
    """What stands before a clock has to be a date that may have one."""
    assert day_of(text) == day


def _order(number, day, amount="5", **more):
    return taobao(number, f"2026-01-0{day} 10:00:00", amount, **more)


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        pytest.param([_order("`7", 5, "9"), _order("7", 5)], {"2026-01-04": 5}, id="spelled-otherwise-and-differing"),
        pytest.param([_order("7", 5), _order("7.0", 5)], {"2026-01-04": 5, "2026-01-05": 5}, id="spelled-otherwise"),
        pytest.param([["合计", *_order("7", 5)[1:]]], {"2026-01-04": 5}, id="total"),
        pytest.param([_order("7", 5, made='="2026-01-05 09:00:00"')], {"2026-01-04": 5, "2026-01-05": 5}, id="wrapped"),
    ],
)
def test_odd_rows_among_usual_ones_count_as_they_do_alone(odd, told):
    """Looked at together with a usual row of the same order, of a total's first cell, of a moment wrapped in quotes."""
    header = ["商品", *TAOBAO_2012] if odd[0][0] == "合计" else TAOBAO_2012
    rows = [header, *([*["示例"] * (len(header) - len(TAOBAO_2012)), *_order("1", 4)],), *_widened(odd, header)]
    parsed = parse(readers.RawTable("orders.csv", "", tuple(tuple(map(str, row)) for row in rows), date(2026, 2, 1)))
    assert {day: one["gmv"] for day, one in _days(parsed).items()} == told


def _widened(odd, header):
    """Rows below a header that begins with a column more."""
    return [row if len(header) == len(TAOBAO_2012) else ["合计", "7", *row[1:]] for row in odd]
