"""Every function as Excel calls it: through xlwings' own server, with whatever a formula may pass on."""

import datetime as dt

import pytest

from opsbook import udf
from support.house import FUNCTIONS
from support.udf_examples import EXAMPLES
from support.winstub.excel import ERRORS, MISSING
from support.winstub.pywin32 import TimeType

MOMENT = TimeType(2026, 11, 3, 9, 30, tzinfo=dt.UTC)
KINDS = {
    "number": 2.0,
    "one cell": [[2.0]],
    "row": [[1.0, 2.0, 3.0]],
    "column": [[1.0], [2.0], [3.0]],
    "block": [[1.0, "a"], [None, ERRORS["#N/A"]]],
    "empty cell": [[None]],
    "empty text": "",
    "error cell": [[ERRORS["#DIV/0!"]]],
    "error value": ERRORS["#REF!"],
    "newer error cells": [[ERRORS["#SPILL!"], ERRORS["#CALC!"]]],
    "left out": MISSING,
    "date": MOMENT,
    "date cell": [[MOMENT]],
    "truth value": True,
    "text": "直通车",
    "whole number": 7,
    "huge number": 1e308,
    "negative number": -1.0,
    "1-D array": (1.0, 2.0, 3.0),
}
PLACES = [(name, place) for name, arguments in EXAMPLES.items() for place in range(len(arguments))]


def _variant(excel, cells):
    """Rows of cells arrive as a reference, anything else as it is; dates as pywin32 makes them."""
    if not isinstance(cells, list):
        return cells
    return excel.cells(*([_moment(cell) for cell in row] for row in cells))


def _moment(cell):
    return TimeType(*cell.timetuple()[:6], tzinfo=dt.UTC) if isinstance(cell, dt.datetime) else cell


def _can_travel(cells):
    """Whether pywin32 can hand the answer to Excel: plain values, or full rows of them."""
    if not isinstance(cells, list):
        return type(cells) in {float, str, bool, dt.datetime}
    if cells and isinstance(cells[0], list):
        return len({len(row) for row in cells}) == 1 and all(map(_can_travel, cells))
    return bool(cells) and all(type(cell) in {float, str, bool, dt.datetime} for cell in cells)


def _has_crashed(cells):
    return "could not be calculated" in str(cells) or "没能算出来" in str(cells)


def test_every_function_has_an_example():
    """No function is left out of these tests, and each example gives all arguments."""
    assert {name: len(arguments) for name, arguments in EXAMPLES.items()} == {
        one.name: len(one.arguments) for one in FUNCTIONS
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_excel_gets_what_python_gets(excel, name):
    """References to cells, and what was calculated inside a formula, both give the answer of a call in Python."""
    expected = _as_excel_shows(getattr(udf, name)(*EXAMPLES[name]))
    for as_reference in (True, False):
        given = EXAMPLES[name]
        variants = [_variant(excel, cells) if as_reference else tuple(map(tuple, cells)) for cells in given]
        answer = excel.call(name, *variants)
        assert "#OPS!" not in str(answer)
        assert _can_travel(answer)
        assert answer == expected


def _as_excel_shows(cells):
    """What the server makes of an answer: moments in UTC, a single cell alone, a single row flat."""
    grid = cells if isinstance(cells, list) else [cells]
    grid = grid if isinstance(grid[0], list) else [grid]
    grid = [[one.replace(tzinfo=dt.UTC) if isinstance(one, dt.datetime) else one for one in row] for row in grid]
    if len(grid) > 1:
        return grid
    return grid[0] if len(grid[0]) > 1 else grid[0][0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "place"), PLACES, ids=str)
def test_any_argument_is_answered(excel, name, place, kind):
    """Whatever stands in an argument, the answer is cells that Excel can show, never a failure nobody foresaw."""
    variants = [_variant(excel, cells) for cells in EXAMPLES[name]]
    variants[place] = _variant(excel, KINDS[kind])
    answer = excel.call(name, *variants)
    assert _can_travel(answer)
    assert not _has_crashed(answer)


@pytest.mark.parametrize("name", [one.name for one in FUNCTIONS if any(part.optional for part in one.arguments)])
def test_optional_arguments_may_be_left_out(excel, name):
    """Leaving out every optional argument answers as a call in Python with the needed ones does."""
    needed = sum(
        1 for argument in next(one for one in FUNCTIONS if one.name == name).arguments if not argument.optional
    )
    given = EXAMPLES[name]
    left_out = [MISSING] * (len(given) - needed)
    answer = excel.call(name, *(_variant(excel, cells) for cells in given[:needed]), *left_out)
    assert "#OPS!" not in str(answer)
    assert answer == _as_excel_shows(getattr(udf, name)(*given[:needed]))


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_cell_is_no_figure(excel, speak, error):
    """Errors that xlwings does not know are refused, too, with the place they stand at; a title there is just unknown."""
    speak("en")
    said = f"must be a number; seen: {error}."
    assert f"Row 1, column 2 of peer_prices {said}" in excel.call(
        "OPS_PRICE_INDEX", 105.0, excel.cells([90.0, ERRORS[error], 120.0])
    )
    assert f"actual {said}" in excel.call("OPS_PACE", excel.cells([ERRORS[error]]), 50.0)
    assert excel.call("OPS_TITLE_SIMILARITY", excel.cells([ERRORS[error]]), "连衣裙") == ""


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_cell_is_named_as_excel_shows_it(excel, speak, error):
    """A number that is needed and is an error cell is quoted, never counted as a number."""
    speak("en")
    assert excel.call("OPS_AB_TEST", excel.cells([ERRORS[error]]), 1.0, 2.0, 1.0, MISSING, MISSING) == (
        f"#OPS! visitors_a must be a number; seen: {error}. "
        "Write a number such as 1234.5, 1,234, 12.5% or 1.2万; other texts (headers, too) and error cells are none."
    )
