"""What formulas make of errors they meet and of results too large for a cell: an error, as in Excel, never a crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.formulas.cells import ErrorCellError
from opsbook.formulas.node import Cell, Column, Literal, Name, both, call, either, has, is_num, lookup, node, when
from opsbook.formulas.value import compile_value
from opsbook.model.values import ErrorValue
from support.cells import MemoryCells

NA = ErrorValue("#N/A")
T = {
    ("T", "day"): [1, 2, 3],
    ("T", "sum"): [10, NA, 5],
    ("T", "huge"): [1e308, 1e308, -1e308],
    ("T", "text"): ["a", "#N/A", None],
    ("T", "two"): [1e308, 1e308],
}
CELLS = MemoryCells(T, na=NA, huge=1e300, small=1e-300, five=5)
DAY, SUM, HUGE_COLUMN = (Column("T", name) for name in ("day", "sum", "huge"))
MISSING, HUGE, SMALL, FIVE = map(Name, ("na", "huge", "small", "five"))

PASSED_ON = {
    "arithmetic": MISSING + 1,
    "comparison": MISSING > FIVE,
    "equality with a text": MISSING.equals("#N/A"),
    "joining": "x" & MISSING,
    "condition": when(MISSING, 1, 2),
    "condition on a comparison": when(MISSING.equals(""), 1, 2),
    "and": both(FIVE, MISSING),
    "or": either(FIVE, MISSING),
    "not": call("NOT", MISSING),
    "number function": call("ROUND", MISSING, 0),
    "text function": call("TEXT", MISSING, "0"),
    "length": call("LEN", MISSING),
    "choose": call("CHOOSE", MISSING, 1, 2),
    "sum of cells": call("SUM", MISSING, 1),
    "sum of a column": call("SUM", SUM),
    "largest": call("MAX", SUM),
    "ranked": call("LARGE", SUM, 1),
    "visible total": call("SUBTOTAL", 109, SUM),
    "conditional sum over its row": call("SUMIFS", SUM, DAY, 2),
    "conditional mean over its row": call("AVERAGEIFS", SUM, DAY, ">1"),
    "sum of products": call("SUMPRODUCT", SUM, DAY),
    "sum of compared products": call("SUMPRODUCT", SUM * DAY),
    "look-up key": call("MATCH", MISSING, DAY, 0),
}
PASSED_OVER = {
    "is no number": (is_num(MISSING), False),
    "not counted": (call("COUNT", MISSING, FIVE), 1),
    "not counted in a column": (call("COUNT", SUM), 2),
    "counted as filled": (call("COUNTA", SUM), 3),
    "branch not taken": (when(FIVE, 1, MISSING), 1),
    "conditional sum of other rows": (call("SUMIFS", SUM, DAY, "<>2"), 15),
    "conditional count": (call("COUNTIFS", SUM, ">=-1E+300"), 2),
    "another row looked up": (lookup(SUM, 3, DAY), 5),
    "key among errors": (has(SUM, 5), True),
    "the words of an error typed as text": (Cell("T", "text").equals("#N/A"), False),
}
TOO_LARGE = {
    "product": HUGE * HUGE,
    "quotient": HUGE / SMALL,
    "sum": call("SUM", HUGE_COLUMN, 1e308),
    "difference": Literal(-1.7e308) - Literal(1.7e308),
    "conditional sum": call("SUMIFS", HUGE_COLUMN, DAY, "<3"),
    "visible total": call("SUBTOTAL", 109, Column("T", "two")),
    "sum of products": call("SUMPRODUCT", HUGE_COLUMN, DAY),
    "day of the month": call("DAY", HUGE),
    "month end": call("EOMONTH", HUGE, 0),
    "day before 1900": call("WEEKDAY", node(-1), 2),
    "one past the last day": call("YEAR", node(2_958_466)),
}


def shown(formula, row=0):
    return compile_value(node(formula))(CELLS, row)


@pytest.mark.parametrize("formula", PASSED_ON.values(), ids=PASSED_ON)
def test_an_error_met_is_the_error_shown(formula):
    """A formula that works on an error shows that very error."""
    with pytest.raises(ErrorCellError) as refused:
        shown(formula)
    assert refused.value.value == NA
    assert isinstance(refused.value.value, ErrorValue)


@pytest.mark.parametrize(("formula", "value"), PASSED_OVER.values(), ids=PASSED_OVER)
def test_an_error_aside_changes_nothing(formula, value):
    """Counts, tests for numbers, branches not taken and rows not chosen do not mind an error."""
    assert shown(formula) == value


@pytest.mark.parametrize("formula", [call("INDEX", SUM, 2), Cell("T", "sum")], ids=["looked up", "referred to"])
def test_a_reference_shows_the_error_itself(formula):
    """A cell that only refers to an error shows it."""
    assert isinstance(shown(formula, 1), ErrorValue)


@pytest.mark.parametrize("formula", TOO_LARGE.values(), ids=TOO_LARGE)
def test_a_result_too_large_is_an_error(formula):
    """What no cell can hold is #NUM!."""
    with pytest.raises(ErrorCellError) as refused:
        shown(formula)
    assert refused.value.value == "#NUM!"


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        (call("ROUND", HUGE, 12), 1e300),
        (call("ROUNDUP", HUGE, 6), 1e300),
        (call("ROUND", node(1.7e308), 0), 1.7e308),
        (call("TEXT", node(1e30), "#,##0"), "1" + ",000" * 10),
        (call("TEXT", node(1e30), "0.0%"), "1" + "0" * 32 + ".0%"),
        (HUGE & "", "1E+300"),
        (HUGE * HUGE.equals(0), 0),
    ],
    ids=["rounded", "rounded up", "the largest", "thousands", "percent", "joined", "times nothing"],
)
def test_a_huge_number_is_a_number(formula, value):
    """What a cell can hold is calculated like any other number."""
    assert shown(formula) == value


NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@given(NUMBERS, NUMBERS, st.sampled_from(["ROUND", "TEXT", "DATE", "EOMONTH", "REPT", "MID", "+", "-", "*", "/"]))
def test_no_pair_of_numbers_crashes(one, other, function):
    """Any two numbers a cell can hold give a value or an error."""
    binary = {"+": Name.__add__, "-": Name.__sub__, "*": Name.__mul__, "/": Name.__truediv__}
    one_, other_ = Name("one"), Name("other")
    calls = {
        "ROUND": call("ROUND", one_, 2),
        "TEXT": call("TEXT", one_, "#,##0.0"),
        "DATE": call("DATE", one_, other_, 1),
        "EOMONTH": call("EOMONTH", one_, other_),
        "REPT": call("REPT", "x", one_),
        "MID": call("MID", "abc", one_, other_),
    }
    formula = calls[function] if function in calls else binary[function](one_, other_)
    try:
        value = compile_value(formula)(MemoryCells({}, one=one, other=other), 0)
    except ErrorCellError:
        return
    assert isinstance(value, int | float | str)
