"""What IronCalc is listed to calculate otherwise than Excel documents is what it does calculate otherwise, no more, no less."""

import re

import pytest
import xlsxwriter

from opsbook.hosts.office.ironcalc_engine import GAPS, ONE_VALUE_FUNCTIONS, find_ironcalc
from opsbook.hosts.office.recalculate import recalculate
from opsbook.model.language import LANGS
from support.house import owned_texts

CELLS = {"A": [1.4, -2, 3], "B": ["x", " yy", None], "C": [601, "602", 46000.5]}

LISTED = {  # formula: what Excel shows, worked by hand from its documentation; SUMPRODUCT calculates arrays
    "SUMPRODUCT(ISNUMBER(C1:C3)*1)": 2,
    "SUMPRODUCT(ISTEXT(C1:C3)*1)": 1,
    "SUMPRODUCT(ISBLANK(B1:B3)*1)": 1,
    "SUMPRODUCT(ISERROR(A1:A3)*1)": 0,
    "SUMPRODUCT(LEN(B1:B3)*1)": 4,
    'SUMPRODUCT((LEFT(B1:B3,1)="x")*1)': 1,
    'SUMPRODUCT((TRIM(B1:B3)="yy")*1)': 1,
    'SUMPRODUCT((UPPER(B1:B3)="X")*1)': 1,
    "SUMPRODUCT(ABS(A1:A3)*1)": 6.4,
    "SUMPRODUCT(INT(A1:A3)*1)": 2,
    "SUMPRODUCT(SIGN(A1:A3)*1)": 1,
    "SUMPRODUCT(ROUND(A1:A3,0)*1)": 2,
    "SUMPRODUCT(ROUNDUP(A1:A3,0)*1)": 3,
    "SUMPRODUCT(ROUNDDOWN(A1:A3,0)*1)": 2,
    "SUMPRODUCT(MOD(A1:A3,2)*1)": 2.4,
    "SUMPRODUCT((YEAR(A1:A1)=1900)*(YEAR(C3:C3)=2025))": 1,
    "SUMPRODUCT((MONTH(C3:C4)=12)*1)": 1,
    "SUMPRODUCT((DAY(C3:C4)=9)*1)": 1,
    "IF(A1>0,SUMPRODUCT(MAX((A1:A3>2)*ISNUMBER(C1:C3)*A1:A3)),0)": 3,
    "SUMPRODUCT(ISNUMBER(S!$C$1:$C$3)*1)": 2,
    "SUMPRODUCT(ISNUMBER('S'!C1:C3)*1)": 2,
}
NEIGHBOURS = {  # the same, near to those that are listed, and right
    "SUMPRODUCT((A1:A3>0)*(C1:C3=601))": 1,
    'SUMPRODUCT((C1:C3&""="602")*1)': 1,
    "SUMPRODUCT((LEN(B1)=1)*(A1:A3>0))": 2,
    "SUMPRODUCT(A1:A3,A1:A3)": 14.96,
    "SUMPRODUCT(MAX((A1:A3>0)*A1:A3))": 3,
    'SUMPRODUCT((C1:C3<"")*1)': 2,
    "ISNUMBER(INDEX(C1:C3,1))+SUMPRODUCT(A1:A3)": 3.4,
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


def test_every_listed_function_was_asked():
    """Each has its formula above, so that one that agrees again cannot stay."""
    asked = {name for formula in LISTED for name in re.findall(r"[A-Z]+(?=\()", formula)}
    assert set(ONE_VALUE_FUNCTIONS) <= asked


def test_a_reason_is_given_in_both_languages():
    """What the engine does, and what Excel documents."""
    for gap in GAPS:
        assert all("Excel" in gap.reason[lang] and "IronCalc" in gap.reason[lang] for lang in LANGS)


def test_every_gap_is_one_that_our_formulas_have():
    """Nothing is listed that a user alone would meet."""
    for gap in GAPS:
        assert any(gap.formulas.search(text) for text in owned_texts())
