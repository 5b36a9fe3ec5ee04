"""How cells are put together to blocks, entered and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.hosts.excel.api import plain
from opsbook.hosts.excel.cells import LONG_TEXT, Block, blocks, entered
from support.grid.coercion import typed

CELLS = st.dictionaries(
    st.tuples(st.integers(1, 6), st.integers(1, 6)),
    st.none() | st.floats(allow_nan=False) | st.sampled_from(["a", "x" * (LONG_TEXT + 1)]),
)


def _spread(found):
    return [
        ((block.top + at, block.left + over), value)
        for block in found
        for at, row in enumerate(block.rows)
        for over, value in enumerate(row)
    ]


@given(cells=CELLS)
def test_blocks_hold_every_cell_once_and_no_other(cells):
    """Whatever changed is written, and nothing that did not."""
    assert sorted(_spread(blocks(cells)), key=lambda one: one[0]) == sorted(cells.items(), key=lambda one: one[0])


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({(1, 1): 1.0, (2, 1): 2.0}, [Block(1, 1, ((1.0,), (2.0,)))], id="a run"),
        pytest.param({(1, 1): 1.0, (3, 1): 2.0}, [Block(1, 1, ((1.0,),)), Block(3, 1, ((2.0,),))], id="a gap"),
        pytest.param({(1, 1): 1.0, (1, 2): 2.0}, [Block(1, 1, ((1.0, 2.0),))], id="side by side"),
        pytest.param(
            {(1, 1): 1.0, (2, 1): 1.0, (1, 2): 2.0},
            [Block(1, 2, ((2.0,),)), Block(1, 1, ((1.0,), (1.0,)))],
            id="runs of different length",
        ),
        pytest.param({(1, 1): "a", (1, 2): 2.0}, [Block(1, 1, (("a",),)), Block(1, 2, ((2.0,),))], id="a text"),
        pytest.param(
            {(1, 1): "a" * (LONG_TEXT + 1), (2, 1): "b"},
            [Block(1, 1, (("a" * (LONG_TEXT + 1),),)), Block(2, 1, (("b",),))],
            id="a text too long for a block",
        ),
    ],
)
def test_cells_become_few_blocks(cells, found):
    """Runs of figures join; texts and gaps part them."""
    assert blocks(cells) == found


@given(text=st.text(max_size=6) | st.sampled_from(["=1", "00123", "TRUE", "#N/A", "2024-5-1", "1e5", "'", "一月"]))
def test_an_entered_text_comes_out_as_it_was(text):
    """Excel makes nothing else of a text, in cells of either kind."""
    for as_text in (True, False):
        assert typed(entered(text, as_text=as_text), as_text=as_text) == (text or None)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        pytest.param(None, None, id="blank"),
        pytest.param(True, True, id="truth"),
        pytest.param(2.5, 2.5, id="number"),
        pytest.param(-2146826246, "#N/A", id="error"),
        pytest.param(-2146826245, "#GETTING_DATA", id="data on its way"),
        pytest.param(-2146826243, "#SPILL!", id="spill"),
        pytest.param(-2146826242, "#CONNECT!", id="connect"),
        pytest.param(-2146826241, "#BLOCKED!", id="blocked"),
        pytest.param(-2146826240, "#UNKNOWN!", id="unknown"),
        pytest.param(-2146826239, "#FIELD!", id="field"),
        pytest.param(-2146826238, "#CALC!", id="calc"),
        pytest.param(-2146826001, "#UNKNOWN!", id="an error of a later Excel"),
        pytest.param(-2146825999, -2146825999.0, id="beyond all errors"),
        pytest.param(-2146828289, -2146828289.0, id="below all errors"),
        pytest.param(7, 7.0, id="whole number"),
        pytest.param("", "", id="a formula's empty text"),
    ],
)
def test_values_are_read_as_excel_gives_them(given, value):
    """Whole numbers are numbers, error codes are errors by name."""
    assert plain(given) == value
    assert type(plain(given)) is not int
