"""A formula in a whole column shows what it shows row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.formulas.cells import shown
from opsbook.formulas.columns import compile_column
from opsbook.formulas.node import Binary, Call, Cell, Column, Literal, Name, Position, call, either, when
from opsbook.formulas.value import compile_value
from opsbook.model.errors import FormulaError
from opsbook.model.values import ErrorValue
from support.cells import MemoryCells

COLUMNS, NAMES = ("a", "b", "c"), ("n", "m")
CELL = {name: Cell("T", name) for name in COLUMNS}
NUMBERS = st.one_of(st.integers(-3, 3), st.sampled_from([0.1, 0.1 + 0.2, 0.3, 2.0, 1e200, -1e200, 2**53]))
OTHERS = st.sampled_from([None, "", "x", "X", "2", True, False, ErrorValue("#N/A")])
VALUES = st.one_of(NUMBERS, NUMBERS, OTHERS)
LEAVES = st.one_of(
    st.sampled_from([*CELL.values(), *map(Name, NAMES), Position("T", "a")]),
    st.builds(Literal, st.sampled_from([0, 1, 2.5, "", "x", "2", True, ">=1", "<>x"])),
)
WHOLE = st.sampled_from([Column("T", name) for name in COLUMNS])


def larger(parts):
    """Trees one level deeper, with every function that is calculated in columns and some that are not."""
    some, wide = (
        st.lists(parts, min_size=1, max_size=3).map(tuple),
        st.lists(parts | WHOLE, min_size=1, max_size=2).map(tuple),
    )
    pairs = st.lists(st.tuples(WHOLE, parts), min_size=1, max_size=2).map(lambda found: sum(found, ()))
    return st.one_of(
        st.builds(Binary, st.sampled_from(["+", "-", "*", "/", "&", "=", "<>", "<", "<=", ">", ">="]), parts, parts),
        st.builds(lambda *three: Call("IF", three), parts, parts, parts),
        st.builds(Call, st.sampled_from(["AND", "OR"]), some),
        st.builds(lambda name, one: Call(name, (one,)), st.sampled_from(["NOT", "ISNUMBER", "ABS", "DAY"]), parts),
        st.builds(Call, st.sampled_from(["COUNT", "SUM", "MAX"]), wide),
        st.builds(lambda one: call("ROUND", one, 1), parts),
        st.builds(lambda found: Call("COUNTIFS", found), pairs),
        st.builds(
            lambda name, whole, found: Call(name, (whole, *found)),
            st.sampled_from(["SUMIFS", "AVERAGEIFS"]),
            WHOLE,
            pairs,
        ),
        st.builds(lambda key, whole: call("MATCH", key, whole, 0), parts, WHOLE),
    )


TREES = st.recursive(LEAVES, larger, max_leaves=12)
TABLES = st.integers(0, 4).flatmap(
    lambda height: st.fixed_dictionaries({name: st.lists(VALUES, min_size=height, max_size=height) for name in COLUMNS})
)


def told_apart(values):
    """Values with their types: 1 is not TRUE; an error is no text."""
    return [(type(value), value) for value in values]


@given(TREES, TABLES, VALUES, VALUES)
def test_a_column_shows_what_its_rows_show(tree, table, one, other):
    """Whatever the formula and the cells, blank, text, error or number."""
    cells = MemoryCells({("T", name): values for name, values in table.items()}, n=one, m=other)
    height, row_by_row = len(table["a"]), compile_value(tree)
    singly = [shown(row_by_row, cells, row) for row in range(height)]
    assert told_apart(compile_column(tree)(cells, height)) == told_apart(singly)


RATIO = when(either(call("COUNT", CELL["a"], CELL["b"]) < 2, CELL["b"].equals(0)), "", CELL["a"] / CELL["b"])
ANSWERS = [
    (RATIO, [3.0, "", "", ""], "a ratio is empty without a figure or a divisor"),
    (CELL["a"] / CELL["b"], [3.0, ErrorValue("#DIV/0!"), 0.0, ErrorValue("#VALUE!")], "an error is its own row's"),
    (CELL["a"], [6, 2, 0, "x"], "a reference to a blank shows 0"),
    (Position("T", "a"), [1, 2, 3, 4], "places count from 1"),
    (call("SUMIFS", Column("T", "a"), Column("T", "b"), CELL["b"]), [6, 2, 0, 0], "each row's own group"),
    (Literal(7), [7, 7, 7, 7], "one value for all"),
]


@pytest.mark.parametrize(("tree", "answer"), [one[:2] for one in ANSWERS], ids=[one[2] for one in ANSWERS])
def test_columns_against_answers_by_hand(tree, answer):
    """Four rows worked out by hand."""
    cells = MemoryCells({("T", "a"): [6, 2, None, "x"], ("T", "b"): [2, 0, 1, 5]})
    assert compile_column(tree)(cells, 4) == answer


def test_a_kept_cell_does_not_change_the_facts():
    """What a column shows is a list of its own."""
    cells = MemoryCells({("T", "a"): [1, 2]})
    compile_column(CELL["a"])(cells, 2)[0] = 9
    assert cells.column("T", "a") == [1, 2]


@pytest.mark.parametrize(
    "tree", [call("UPPER", CELL["a"]), Column("T", "a")], ids=["unknown function", "a whole column"]
)
def test_what_cannot_be_calculated_is_refused(tree):
    """When the formula is prepared, not in some row."""
    with pytest.raises(FormulaError):
        compile_column(tree)
