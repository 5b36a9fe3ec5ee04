"""LibreOffice in Excel's place spells formulas and takes values as Excel does."""

import datetime as dt

import pytest

from support.grid.coercion import CellError, Formula, typed
from support.grid.spelling import to_calc, to_excel


@pytest.mark.parametrize(
    ("excel", "calc"),
    [
        pytest.param('=IF(A1>0,"a,b;c",1.5)', '=IF(A1>0;"a,b;c";1.5)', id="separators, not in texts"),
        pytest.param("=SUM(T[[#This Row],[a, b]])", "=SUM(T[[#This Row];[a, b]])", id="table"),
        pytest.param("='设 置'!$B$1+Sheet1!A1", "=$'设 置'.$B$1+$Sheet1.A1", id="sheets"),
        pytest.param(
            "=EOMONTH(A1,0)", "=COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GETEOMONTH(A1;0)", id="a function by its maker's name"
        ),
        pytest.param("=SUM({1,2;3,4},5)", "=SUM({1;2|3;4};5)", id="constants"),
    ],
)
def test_formulas_are_spelled_both_ways(excel, calc):
    """What goes in as Excel spells it comes out so."""
    assert (to_calc(excel), to_excel(calc)) == (calc, excel)


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        *(("00123", 123.0), ("678901234567890123", 678901234567890123.0), ("1,234.5", 1234.5), ("12%", 0.12)),
        *(("2024-5-1", dt.datetime(2024, 5, 1)), ("2024-13-1", "2024-13-1"), ("true", True), ("", None)),
        *(("=1+1", Formula("=1+1")), ("+A1", Formula("=+A1")), ("#N/A", CellError("#N/A")), ("'007", "007")),
        *(("双11", "双11"), (7, 7.0), (False, False), (None, None)),
    ],
)
def test_a_value_becomes_what_excel_makes_of_it(given, becomes):
    """The usual losses: leading zeros, long ids, dates, formulas, errors."""
    assert typed(given, as_text=False) == becomes
    assert type(typed(given, as_text=False)) is type(becomes)


def test_a_text_cell_takes_texts_as_they_are():
    """The format @ keeps everything."""
    assert [typed(text, as_text=True) for text in ("00123", "=1+1", "2024-5-1")] == ["00123", "=1+1", "2024-5-1"]


def test_an_odd_value_is_refused_as_the_bridge_to_excel_refuses_it():
    """Sets, decimals and the like never reach a cell."""
    with pytest.raises(TypeError, match="COM VARIANT"):
        typed({1}, as_text=False)
