"""Which columns of a live table go on in new rows, and which rows stand together; no Excel is needed to say so."""

import pytest

from opsbook.hosts.excel.rows import _calculated, _spans


class Column:
    """A table of one column, as far as its formulas."""

    def __init__(self, *texts):
        self._texts = texts

    def formulas(self):
        return [(text,) for text in self._texts]


@pytest.mark.parametrize(
    ("texts", "goes_on"),
    [
        pytest.param(("=[@a]*2",), True, id="one row"),
        pytest.param(("=[@a]*2", "=[@a]*2", "5", "=[@a]*2"), True, id="three of four"),
        pytest.param(("5", "6", "=[@a]*2", "=[@a]*2"), False, id="half of them"),
        pytest.param(("5", "=[@a]*2", "=[@a]*2"), True, id="two of three"),
        pytest.param(("=[@a]*2", "=[@a]*2", "=[@a]*3"), False, id="another formula in the last row"),
        pytest.param(("=[@a]*2", "=[@a]*2", "5"), False, id="a number in the last row"),
        pytest.param(("=B4*2", "=B5*2", "=B6*2"), True, id="addresses that move along"),
        pytest.param(("=B9*2", "=B9*2", "=B6*2"), False, id="addresses that do not"),
    ],
)
def test_a_column_goes_on_where_most_cells_hold_the_last_ones_formula(texts, goes_on):
    """One formula typed into the last row makes no calculated column."""
    assert list(_calculated(Column(*texts))) == ([(0, texts[-1][1:])] if goes_on else [])


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ([4], [(4, 4)]),
        ([0, 1, 2], [(0, 2)]),
        ([0, 2], [(0, 0), (2, 2)]),
        ([0, 1, 3, 7, 8], [(0, 1), (3, 3), (7, 8)]),
    ],
)
def test_rows_that_stand_together_are_one_span(rows, spans):
    """First and last of each run."""
    assert list(_spans(rows)) == spans
