"""Criteria with a bound, asked of whole columns and of cells one by one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.formulas.functions.criteria import criterion
from opsbook.model.values import ErrorValue

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


def test_only_the_rows_asked_about_are_judged():
    """Rows that an earlier criterion left out stay out."""
    assert criterion(">=2").passed([3, 0], [5, 9, 9, 1]) == [0]
