"""The short way to the largest product shows what the long way shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.formulas.cells import shown
from opsbook.formulas.node import Binary, Column, Literal, Name, call, is_num, lookup
from opsbook.formulas.value import compile_value
from opsbook.model.values import ErrorValue
from support.cells import MemoryCells

SHOP, ITEM, DAY, PRICE = (Column("T", name) for name in ("shop", "item", "day", "price"))
KEYS = st.sampled_from(["甲", "a", "A", "12", "007", "", None, 12, 7, True, ErrorValue("#N/A")])
DAYS = st.sampled_from([1, 2, 3, 46338, None, None, "x", ErrorValue("#REF!")])
PRICES = st.sampled_from([199, 0, None, "", "x", ErrorValue("#N/A")])
ROWS = st.lists(st.tuples(KEYS, KEYS, DAYS, PRICES), max_size=6)
WANTED = st.sampled_from(["甲", "a", "12", "7", "007", "", "true", 12, None])


def longest(formula):
    """The same formula with its keys on the left, where nothing can be told apart."""
    if isinstance(formula, Binary) and formula.operator == "=":
        return Binary("=", formula.right, formula.left)
    if isinstance(formula, Binary):
        return Binary(formula.operator, longest(formula.left), longest(formula.right))
    return formula


@given(ROWS, WANTED, WANTED, st.sampled_from([0, 2, 50000]))
def test_rows_ruled_out_by_a_key_change_nothing(rows, shop, item, until):
    """Whatever stands in the table: blanks, numbers as keys, texts among the days, errors."""
    columns = zip(*rows, strict=True) if rows else ((), (), (), ())
    cells = MemoryCells(
        {("T", name): values for name, values in zip(("shop", "item", "day", "price"), columns, strict=True)},
        shop=shop,
        item=item,
        until=until,
    )
    product = (
        SHOP.equals(Name("shop")) * (ITEM & "").equals(Name("item")) * is_num(PRICE) * (Name("until") >= DAY) * DAY
    )
    short, long = (compile_value(call("SUMPRODUCT", call("MAX", one))) for one in (product, longest(product)))
    assert shown(short, cells, 0) == shown(long, cells, 0)


LOG = {
    ("T", "shop"): ["甲", "甲", "乙", "甲", "甲"],
    ("T", "item"): ["12", 12, "12", "13", "12"],
    ("T", "day"): [46001, 46005, 46009, 46007, 46008],
    ("T", "price"): [10, 11, 12, 13, None],
    ("K", "n"): [1, 2],
    ("K", "shop"): ["甲", "乙"],
}
PRICED = (ITEM & "").equals("12") * is_num(PRICE) * DAY
SECOND = lookup(Column("K", "shop"), 2, Column("K", "n"))


@pytest.mark.parametrize(
    ("product", "newest"),
    [
        pytest.param(SHOP.equals("甲") * PRICED, 46005, id="the newest with a price, its id a number"),
        pytest.param(SHOP.equals(SECOND) * PRICED, 46009, id="the key is looked up"),
        pytest.param(SHOP.equals("丙") * PRICED, 0, id="nobody"),
        pytest.param(SHOP.equals("甲") * (call("MAX", DAY) > DAY) * DAY, 46008, id="a condition over the whole table"),
        pytest.param(SHOP.equals("甲") * (Literal(99999) - DAY), 99999 - 46001, id="the oldest, counted from behind"),
    ],
)
def test_the_largest_product_of_the_rows_of_a_key(product, newest):
    """The newest day of an item in a log, hand-worked."""
    assert compile_value(call("SUMPRODUCT", call("MAX", product)))(MemoryCells(LOG), 0) == newest
