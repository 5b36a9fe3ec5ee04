"""What Excel is offered: names, arguments, help, and the VBA that calls Python."""

import inspect
import os
import re
import subprocess
import sys

import pytest

from opsbook import udf
from opsbook.model.language import LANGS
from support.house import FUNCTIONS, functions_module, metric_functions
from support.sources import ROOT

EVERY = (*metric_functions(), *FUNCTIONS)
CELL = re.compile(r"[A-Z]{1,3}\d{1,7}|R\d*C\d*", re.IGNORECASE)
VBA_WORDS = set(
    re.findall(
        r"\w+",
        """
        and as boolean byref byval call case const currency date declare dim do double each else end enum erase error
        event exit false for friend function get global gosub goto if implements in input integer is let like lock long
        loop lset me mod new next not nothing null on open option optional or paramarray preserve print private property
        public put redim rem resume return rset select set single static step stop string sub then to true type until
        variant wend while with write xor
        """,
    )
)


AREAS_CHECK = re.compile(
    r"\n +If HasSeveralAreas\(Array\(.+\)\) Then\n.* = SeveralAreas\(\)\n +Exit Function\n +End If(?=\n)"
)


def _lines(source):
    """Declarations and calls, whatever the blanks; help that only our module carries is left out."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in source.splitlines())
    return [line for line in lines if line and not line.startswith(("Attribute", "'"))]


def test_the_vba_is_what_xlwings_would_write(excel):
    """Our module declares and calls every function exactly as xlwings' own Import Functions would.

    One word differs, in the way out of an error: a cell that Python did not answer says in the user's words what to do. And
    references of several areas, of which xlwings would read the first, are refused before Python is asked.
    """
    source, checks = AREAS_CHECK.subn("", functions_module().replace("\r\n", "\n"))
    assert checks == sum(bool(function.arguments) for function in FUNCTIONS)
    own, theirs = _lines(source), _lines(excel.import_functions())
    assert theirs[0] in own
    ways_out = [line for line in own if line.endswith("= Unanswered(Err.Description)")]
    assert len(ways_out) == len(FUNCTIONS)
    assert _blocks(line.replace("Unanswered(Err.Description)", "Err.Description") for line in own) == _blocks(theirs)


def _blocks(lines):
    blocks, name = {}, ""
    for line in lines:
        name = line.split("(")[0] if line.startswith("Function ") else name
        blocks.setdefault(name, []).append(line)
    return {name: block for name, block in blocks.items() if name}


def test_xlwings_describes_functions_as_the_list_does(excel):
    """Help, group and help of arguments reach Excel through xlwings as they stand in the list."""
    excel.import_functions()
    for function in FUNCTIONS:
        options = excel.book.Application.described[function.name]
        assert (options["Description"], options["Category"]) == (function.help.en, function.category.en)
        assert (options["ArgumentDescriptions"] or []) == [argument.help.en for argument in function.arguments]


def test_metrics_are_not_offered_through_python(excel):
    """Excel asks a metric's VBA twin, never Python."""
    assert "OPS_CVR" not in excel.import_functions()
    assert not hasattr(udf.OPS_CVR, "__xlfunc__")


def test_there_are_enough():
    """At least 40 functions, 25 of them metrics, and no name twice."""
    names = [function.name for function in EVERY]
    assert len(metric_functions()) >= 25
    assert len(names) >= 40
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("function", EVERY, ids=lambda function: function.name)
def test_a_function_is_spelled_for_excel(function):
    """A name is no cell's address; arguments are ASCII, no words of VBA, the optional ones last, all with help."""
    assert function.name.startswith("OPS_")
    assert not CELL.fullmatch(function.name)
    names = [argument.name for argument in function.arguments]
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)
    assert not set(names) & VBA_WORDS
    optional = [argument.optional for argument in function.arguments]
    assert optional == sorted(optional)
    texts = [function.help, function.category, *(argument.help for argument in function.arguments)]
    assert all(text[lang] and len(text[lang]) <= 255 for text in texts for lang in LANGS)


@pytest.mark.parametrize("function", EVERY, ids=lambda function: function.name)
def test_python_takes_what_the_list_says(function):
    """In Python a function has the same arguments, optional ones with a default, and says what it answers."""
    parameters = inspect.signature(getattr(udf, function.name)).parameters.values()
    assert [(one.name, one.default is not one.empty) for one in parameters] == [
        (argument.name, argument.optional) for argument in function.arguments
    ]
    assert "Returns:" in getattr(udf, function.name).__doc__


@pytest.mark.parametrize("function", EVERY, ids=lambda function: function.name)
def test_an_argument_is_explained_once(function):
    """What an argument means stands in the function's record; Python's help repeats it from there, as Excel does."""
    told = getattr(udf, function.name)
    assert "Args:" not in told.__wrapped__.__doc__
    explained = [f"    {one.name}: {one.help.en}." for one in function.arguments]
    told_of = told.__doc__.partition("\nReturns:")[0].partition("Args:\n")[2]
    assert told_of.splitlines()[: len(explained)] == explained


def test_an_unknown_name_is_no_function():
    """Names nobody defined raise AttributeError as in any module."""
    assert not hasattr(udf, "OPS_NOTHING")


def test_plain_python_pays_for_no_library():
    """Importing the functions loads neither xlwings nor the libraries of single analyses."""
    heavy = ["xlwings", "pandas", "numpy", "scipy", "statsmodels", "chinese_calendar", "rapidfuzz"]
    program = f"import sys, opsbook.entrypoints.udf as u; u.OPS_CVR(1, 2); print(*{{*{heavy}}} & {{*sys.modules}})"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "addin")}
    answer = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == ""
