"""A formula moves with its cell: its relative references, and nothing else in it."""

import html
import re
import zipfile

import pytest
from openpyxl.formula.translate import Translator

from opsbook.ooxml.formula_spelling import spelled_out
from support.sources import ROOT


@pytest.mark.parametrize(
    ("formula", "below"),
    [
        ("B2*2", "B3*2"),
        ("B$2+$B3", "B$2+$B4"),
        ("SUM(B2:C9)", "SUM(B3:C10)"),
        ('F3&"B3"', 'F4&"B3"'),
        ("'表 1'!B3+表!B3", "'表 1'!B4+表!B4"),
        ("LOG10(B3)+Day[[#This Row],[B2]]", "LOG10(B4)+Day[[#This Row],[B2]]"),
        # what openpyxl's Translator does otherwise
        ("@B2+1", "@B3+1"),
        ("B2:INDEX(C:C,3)", "B3:INDEX(C:C,3)"),
        ("SUM(A1#)", "SUM(A2#)"),
        ("IFERROR(B2,#SPILL!)", "IFERROR(B3,#SPILL!)"),
        ("Sheet1!#REF!+B2", "Sheet1!#REF!+B3"),
        ("B2\t+C2", "B3\t+C3"),
    ],
)
def test_a_formula_is_read_one_row_below(formula, below):
    """References to cells move down; fixed rows, texts, headers and error values stay."""
    assert spelled_out(formula, 1, 0) == below


@pytest.mark.parametrize("template", sorted((ROOT / "templates").glob("*.xlsx")), ids=lambda path: path.stem)
def test_another_program_moves_our_formulas_alike(template):
    """Every formula of the templates moves as openpyxl moves it."""
    with zipfile.ZipFile(template) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    formulas = {html.unescape(text) for sheet in sheets for text in re.findall(r"<f[^>]*>([^<]+)</f>", sheet)}
    assert formulas
    for formula in formulas:
        assert f"={spelled_out(formula, 3, 0)}" == Translator(f"={formula}", "A1").translate_formula(row_delta=3), (
            formula
        )
