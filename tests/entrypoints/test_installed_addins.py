"""Add-ins of version 0.1.0 are installed already: whatever their VBA calls is still there and takes what it passes."""

import importlib
import inspect
import re

import pytest

from opsbook import udf
from support.house import BUTTON
from support.sources import ROOT
from support.udf_examples import EXAMPLES

FUNCTIONS, RIBBON = (
    (ROOT / "tests" / "frozen" / "addin-0.1.0" / name).read_text(encoding="utf-8")
    for name in ("OpsFunctions.bas", "OpsRibbon.bas")
)
CALLS = sorted(set(re.findall(r'CallUDF\("([\w.]+)", "(\w+)", Array\(([^)]*)\)\)', FUNCTIONS)))
LINES = re.findall(r'(?:RunPython|XLPy\.Exec) "(from [^"]+?; )(\w+)\.(\w+)\(([^"]*)', RIBBON)
PRESSED = sorted(set(re.findall(r'RunButton "(\w+)"', RIBBON)))


def test_the_frozen_text_is_read():
    """Every function, both lines of Python and every button of 0.1.0 stand in it."""
    assert (len(CALLS), len(LINES), len(PRESSED)) == (FUNCTIONS.count("\nFunction OPS_"), 2, 20)


@pytest.mark.parametrize(("module", "name", "passed"), CALLS, ids=[name for _, name, _ in CALLS])
def test_a_worksheet_function_answers_as_before(module, name, passed):
    """Under its old module's name it is the function of today, called with as many cells as VBA passes: later ones are left out."""
    function = getattr(importlib.import_module(module), name)
    assert function is getattr(udf, name)
    places = len(passed.split(",")) if passed else 0
    cells = EXAMPLES[name][:places]
    left_out = [None] * (places - len(cells))
    assert not str(function(*cells, *left_out)).startswith("#OPS!")


@pytest.mark.parametrize(("importing", "module", "function", "passed"), LINES, ids=[line[1] for line in LINES])
def test_a_line_of_python_finds_what_it_calls(importing, module, function, passed):
    """The import works, and the function takes one button or nothing."""
    found = {}
    exec(importing, found)  # noqa: S102 - as xlwings does it
    words = ["daily"] if "button" in passed or passed.startswith("'") else []
    assert inspect.signature(getattr(found[module], function)).bind(*words)


@pytest.mark.parametrize("button", PRESSED)
def test_a_button_is_still_known(button):
    """No button of an installed ribbon leads nowhere."""
    assert button in BUTTON
