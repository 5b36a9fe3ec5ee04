"""Cells into figures, results into cells."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from opsbook.engine.functions.answers import answer, answers
from opsbook.engine.functions.figures import spelled
from opsbook.engine.functions.inputs import day, number, one_month, rows, text
from opsbook.model.errors import FunctionRefusedError

NOON = dt.datetime(2026, 11, 3, 12)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (2.5, 2.5),
        (3, 3.0),
        (Decimal("1.25"), 1.25),
        (np.float64(2.5), 2.5),
        (np.int64(3), 3.0),
        (0.0, 0.0),
        (None, None),
        ("", None),
        ("3", None),
        ("#N/A", None),
        (-2146826238, None),
        (-2146826001, None),
        (-2146826238.5, -2146826238.5),
        (-2146825999, -2146825999.0),
        (True, None),
        (np.bool_(True), None),  # noqa: FBT003 - a cell's content
        (NOON, None),
        (float("nan"), None),
        (float("inf"), None),
    ],
    ids=repr,
)
def test_only_numbers_are_numbers(cell, expected):
    """Blanks, texts, truth values, days, errors (also by number) and infinity are no figures."""
    assert number(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("  法式 连衣裙 ", "法式 连衣裙"), (618.0, "618"), (12345678901234.0, "12345678901234"), (None, None), (" ", None), ("#REF!", None), (-2146826243, None)],
)  # fmt: skip
def test_a_text_may_be_digits(cell, expected):
    """A whole number stands for its digits; blanks and error cells say nothing."""
    assert text(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (NOON, dt.date(2026, 11, 3)),
        (dt.date(2026, 11, 3), dt.date(2026, 11, 3)),
        (46329.0, dt.date(2026, 11, 3)),
        (46329.5, dt.date(2026, 11, 3)),
        ("2026-11-3", dt.date(2026, 11, 3)),
        ("2026/11/03", dt.date(2026, 11, 3)),
        ("2026年11月3日", dt.date(2026, 11, 3)),
        ("2026-11-31", None),
        ("11-3", None),
        (0.0, None),
        (2015.0, None),
        (32873.0, None),
        (32874.0, dt.date(1990, 1, 1)),
        (109574.0, dt.date(2199, 12, 31)),
        (109575.0, None),
        (20261101.0, None),
        (-5.0, None),
        (True, None),
        (None, None),
    ],
    ids=repr,
)
def test_a_day_is_read_in_every_spelling(cell, expected):
    """A date cell, its serial number and the usual spellings are the same day; anything else is none."""
    assert day(cell) == expected


@pytest.mark.parametrize(("cell", "first"), [(36526.0, dt.date(2000, 1, 1)), (73050.0, dt.date(2099, 12, 1))])
def test_the_months_of_a_century_can_be_split(cell, first):
    """From 2000-01-01 to 2099-12-31."""
    assert one_month("month", cell) == first


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("50000", 50000.0),
        (" 50,000 ", 50000.0),
        ("1,234,567.5", 1234567.5),
        (7, 7.0),
        ("12.5%", 0.125),
        ("1.2万", 12000.0),
        ("¥5,500.50", 5500.5),
        ("-5", -5.0),
        ("5e4", 50000.0),
        ("5,00", None),
        ("五万", None),
        ("2026-11", None),
        ("#N/A", None),
        (True, None),
        (None, None),
    ],
    ids=repr,
)
def test_a_number_may_be_written(cell, expected):
    """Only what plainly spells one number is read as one."""
    assert spelled(cell) == expected


@pytest.mark.parametrize("cell", [NOON, 46329.0, "2026-11", "2026/11", "2026年11月", "202611", "2026-11-30"], ids=repr)
def test_a_month_is_any_of_its_days(cell):
    """A month may be named by a date of it or by year and month."""
    assert one_month("month", cell) == dt.date(2026, 11, 1)


@pytest.mark.parametrize(
    "cell",
    [
        None, "November", "2026-13", 202611.0, True, dt.date(9999, 1, 1), "1999-12", "2100-01", -2146826238,
        *(2015.0, 11.0, 2026.0, 36525.0, 73051.0, dt.date(1999, 12, 31), dt.date(2100, 1, 1)),
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_month_is_refused(cell):
    """2026-11 without quotes (2015), a year out of reach, a month that does not exist and other content are none."""
    with pytest.raises(FunctionRefusedError) as refused:
        one_month("month", cell)
    assert refused.value.code == "function-no-month"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (1.0, [[1.0]]),
        ([1.0, 2.0], [[1.0, 2.0]]),
        ((1.0, 2.0), [[1.0, 2.0]]),
        ([[1.0], [2.0]], [[1.0], [2.0]]),
        ([[1.0, 2.0], [3.0]], [[1.0, 2.0], [3.0, None]]),
        ([], [[None]]),
        ([[]], [[None]]),
        (np.array([[1.0, 2.0]]), [[1.0, 2.0]]),
        (np.array([1.0, 2.0]), [[1.0, 2.0]]),
    ],
    ids=repr,
)
def test_everything_is_rows_of_cells(cells, expected):
    """Single cells, lists, arrays and ragged rows are read as rows of one length."""
    assert rows(cells) == expected


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (1, 1.0),
        (Decimal("1.5"), 1.5),
        (Fraction(1, 2), 0.5),
        (np.float32(0.5), 0.5),
        ("text", "text"),
        (True, True),
        (dt.date(2026, 11, 3), dt.datetime(2026, 11, 3)),
        (NOON, NOON),
        (None, ""),
        (float("nan"), ""),
        (float("inf"), ""),
    ],
    ids=repr,
)
def test_an_answer_is_what_a_cell_can_hold(result, expected):
    """Numbers become floats, days moments, unknown becomes an empty text; types are exact, as Excel is strict."""
    assert answer(result, str) == expected
    assert type(answer(result, str)) is type(expected)


def test_shapes_are_kept():
    """One value, a row and rows stay what they are."""
    assert answers(1, str) == 1.0
    assert answers([1, None], str) == [1.0, ""]
    assert answers([(1, "a"), (None, 2)], str) == [[1.0, "a"], ["", 2.0]]


def test_what_failed_in_one_cell_is_said_there():
    """Exceptions among results are explained where they stand."""
    assert answers([[1.0, KeyError("a")], [ValueError("b"), None]], lambda error: type(error).__name__) == [
        [1.0, "KeyError"],
        ["ValueError", ""],
    ]


def test_what_no_cell_can_hold_is_no_answer():
    """A result Excel could not show is our mistake and fails here, not at Excel's door."""
    with pytest.raises(TypeError):
        answer({1, 2}, str)
