"""What IronCalc is listed to calculate otherwise than Excel documents is what it does calculate otherwise, no more, no less."""

import pytest
import xlsxwriter

from opsbook.hosts.office.ironcalc_engine import find_ironcalc
from opsbook.hosts.office.ironcalc_gaps import GAPS, a_rounding_apart
from opsbook.hosts.office.recalculate import recalculate
from opsbook.model.language import LANGS
from support.house import owned_texts

CELLS = {"A": [1.4, -2, 3], "B": ["x", " yy", None], "C": [601, "602", 46000.5], "D": ["No", "Yes", None]}

AS_TEXT = {  # halves are rounded away from zero, and a format of one section writes the minus sign
    'TEXT(2.5,"#,##0")': "3",
    'TEXT(-1,"#,##0")': "-1",
    'TEXT(0.25,"0.0")': "0.3",
    '"≥ "&TEXT(0.15,"0.0")': "≥ 0.2",
    'TEXT(-2.5,"+#,##0;""−""#,##0;0")': "−3",
    'TEXT(-0.0005,"0.0%")': "-0.1%",
}
UNLIKE = {  # whatever is no such text is unlike it, blanks and numbers as well
    'COUNTIFS(D1:D3,"<>No")': 2,
    'COUNTIFS(A1:A3,"<>x")': 3,
    'SUMIFS(A1:A3,D1:D3,"<>No")': 1,
    'AVERAGEIFS(A1:A3,C1:C3,"<>x")': 0.8,
    'COUNTIFS(A1:A3,">0",D1:D3,"<>No")': 1,
}
LISTED = {**AS_TEXT, **UNLIKE}
NEIGHBOURS = {  # the same, near to those that are listed, and right
    "SUMPRODUCT((A1:A3>0)*(C1:C3=601))": 1,
    'SUMPRODUCT((C1:C3&""="602")*1)': 1,
    "SUMPRODUCT((LEN(B1)=1)*(A1:A3>0))": 2,
    "SUMPRODUCT(A1:A3,A1:A3)": 14.96,
    "SUMPRODUCT(MAX((A1:A3>0)*A1:A3))": 3,
    'SUMPRODUCT((C1:C3<"")*1)': 2,
    "ISNUMBER(INDEX(C1:C3,1))+SUMPRODUCT(A1:A3)": 3.4,
    'TEXT(12345.678,"#,##0")': "12,346",
    'TEXT(-12.3,"+0.0;-0.0")': "-12.3",
    'TEXT(0.1249,"0.0%")': "12.5%",
    'COUNTIFS(D1:D3,"<>")': 2,
    'COUNTIFS(A1:A3,"<>3")': 2,
    'COUNTIFS(A1:A3,">"&0,D1:D3,"No")': 1,
}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What IronCalc calculates otherwise, its list put aside."""
    path = tmp_path_factory.mktemp("gaps") / "book.xlsx"
    formulas = {**LISTED, **NEIGHBOURS}
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("S")
        for column, cells in CELLS.items():
            sheet.write_column(f"{column}1", cells)
        for row, (formula, shown) in enumerate(formulas.items(), 20):  # beside none of the cells it asks
            sheet.write_formula(row, 5, f"={formula}", None, shown)
    engine = find_ironcalc()
    return recalculate(path, type(engine)(gaps=()), must=bool), recalculate(path, engine)


@pytest.mark.ironcalc
def test_the_list_is_what_differs(told):
    """Without it every listed way of writing gives another answer than Excel's, and no neighbour does; with it none is judged."""
    without, listed = told
    assert {one.formula for one in without.off} == set(LISTED)
    assert {one.formula for one in listed.unchecked} == set(LISTED)
    assert listed.off == ()


def test_a_reason_is_given_in_both_languages():
    """What the engine does, and what Excel documents."""
    for gap in GAPS:
        assert all("Excel" in gap.reason[lang] and "IronCalc" in gap.reason[lang] for lang in LANGS)


def test_every_gap_is_one_that_our_formulas_have():
    """Nothing is listed that a user alone would meet."""
    for gap in GAPS:
        assert any(gap.has(text) for text in owned_texts())


@pytest.mark.parametrize(
    ("shown", "now", "excused"),
    [
        ("2.39%", "2.38%", True),
        ("应达 1,123,383 元，差 0.5", "应达 1,123,382 元，差 0.4", True),
        ("999", "1,000", True),
        ("-1", "1", True),
        ("−3", "−2", True),
        ("2.39%", "2.37%", False),
        ("2.4", "2.39", False),
        ("达成 3", "未达成 3", False),
        ("3 件", "3 件，4 款", False),
        ("3", 3.0, False),
        ("", "3", False),
    ],
)
def test_only_a_rounding_is_excused(shown, now, excused):
    """A stale sentence is a difference also where TEXT made it."""
    assert a_rounding_apart(shown, now) is excused
