"""Criteria with a bound, asked of whole columns and of cells one by one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.formulas.functions.criteria import criterion
from opsbook.formulas.node import Column, call
from opsbook.formulas.value import compile_value
from opsbook.model.values import ErrorValue
from support.cells import MemoryCells

BOUNDS = st.sampled_from([0, 1, -1, 46338, 0.1, -0.3, 1e-300, -1e300, 1e300, 123456789012345])
SIGNS = st.sampled_from(["<", "<=", ">", ">=", "=", "<>", ""])
CELLS = st.one_of(
    st.none(), st.booleans(), st.text(max_size=2), st.floats(allow_nan=False, allow_infinity=False), st.integers(-9, 9)
)


def near(bound):
    """The numbers next to a bound, on both sides, as close as numbers come and a little farther."""
    steps = [bound, math.nextafter(bound, math.inf), math.nextafter(bound, -math.inf)]
    return steps + [bound * (1 + part) for part in (1e-16, 1e-15, 1e-14, 1e-12, 1e-11, -1e-15, -1e-12, -1e-11)]


@given(SIGNS, BOUNDS, st.lists(CELLS, max_size=9))
def test_a_column_is_judged_as_its_cells_are(sign, bound, cells):
    """Numbers far from a bound are judged without the test, and never otherwise than by it."""
    wanted, values = criterion(f"{sign}{bound!r}"), [*cells, *near(bound), ErrorValue("#N/A")]
    assert wanted.passed(range(len(values)), values) == [at for at, cell in enumerate(values) if wanted.test(cell)]


@pytest.mark.parametrize("text", [">=1e999", "<-1e999", ">a", "<>", "*"], ids=str)
def test_a_criterion_without_a_usable_bound_tests_every_cell(text):
    """Bounds too large for a number, texts and patterns are asked cell by cell."""
    wanted, values = criterion(text), [None, 0, 1e308, -1e308, "a", "b", True]
    assert wanted.passed(range(len(values)), values) == [at for at, cell in enumerate(values) if wanted.test(cell)]


ID, LIKE, OTHER = (
    "6012345678901234567",
    "6012345678901239999",
    "6012345678901334567",
)  # they part at the 16th, 14th digit


@pytest.mark.parametrize(
    ("wanted", "cells", "found"),
    [
        pytest.param(ID, [ID, LIKE, OTHER], [0, 1], id="texts of 19 digits with one beginning"),
        pytest.param(f"={ID}", [ID, LIKE, OTHER], [0, 1], id="with a sign"),
        pytest.param(f"<>{ID}", [ID, LIKE, OTHER], [2], id="unlike"),
        pytest.param(6.01234567890123e18, [ID, LIKE, OTHER], [0, 1], id="a number"),
        pytest.param(ID, [6.01234567890123e18, 601234567890123], [0], id="a number among the cells"),
        pytest.param("601234567890123", ["601234567890123", "601234567890124"], [0], id="15 digits are told apart"),
        pytest.param("6012345678901234", ["6012345678901234", "6012345678901239", "6012345678901249"], [0, 1], id="16 digits are not"),
        pytest.param(f"#{ID}", [f"#{ID}", f"#{LIKE}"], [0], id="behind a sign that no number has"),
        pytest.param(f"{ID}a", [f"{ID}a", f"{LIKE}a"], [0], id="no number"),
    ],
)  # fmt: skip
def test_a_criterion_reads_fifteen_digits(wanted, cells, found):
    """Excel reads an id in a criterion as a number of 15 digits and finds its neighbours as well; "#" before it keeps it a text."""
    test = criterion(wanted)
    assert test.passed(range(len(cells)), cells) == found
    columns = MemoryCells({("T", "id"): cells})
    assert compile_value(call("COUNTIFS", Column("T", "id"), wanted))(columns, 0) == len(found)


def test_only_the_rows_asked_about_are_judged():
    """Rows that an earlier criterion left out stay out."""
    assert criterion(">=2").passed([3, 0], [5, 9, 9, 1]) == [0]
