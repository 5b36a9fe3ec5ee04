"""The metric functions of macros/OpsMetrics.bas, as it lies there, against the Python functions of the same names.

An interpreter of VBA runs them without Excel and without LibreOffice, so that boundaries and chance figures are cheap.
"""

import itertools
import math
import random
from functools import cache

import pytest
from pyopenvba.interpreter import EMPTY, Interpreter

from opsbook.entrypoints import udf
from support.house import metric_functions
from support.sources import ROOT
from support.vba import without_attributes

ARITY = {function.name: len(function.arguments) for function in metric_functions()}
BOUNDARIES = (
    *(None, "", "x", "12", "-", True, False),
    *(0.0, -0.0, 1.0, -1.0, 0.5, 3.0, -2500.5, 1e-9, 1e15, 0.1 + 0.2),
    *(1e-100, -1e-100, 1e100, -1e100),
)
"""No step of a metric goes beyond 1.8E+308 with these: VBA raises there and this interpreter does not (see test_twins)."""
MOST = len(BOUNDARIES) ** 2  # every pair; as many at random where there are more arguments
FIGURES = 120
REFUSED = "#OPS! "


@cache
def twin():
    vba = Interpreter()
    module = (ROOT / "macros" / "OpsMetrics.bas").read_text(encoding="ascii")
    vba.add_module(without_attributes(module), name="OpsMetrics")
    return vba


def at_boundaries(name):
    """Arguments of every kind a cell can hold, and numbers at the ends of what a number can be."""
    combinations = itertools.product(BOUNDARIES, repeat=ARITY[name])
    if ARITY[name] == 2:
        return list(combinations)
    chance = random.Random(name)
    return [tuple(chance.choices(BOUNDARIES, k=ARITY[name])) for _ in range(MOST)]


def at_random(name):
    """Figures as a shop has them, a zero or a gap here and there."""
    chance = random.Random(name)

    def figure():
        kinds = (float(chance.randint(0, 5000)), round(chance.uniform(-100, 90000), 2), chance.random(), 0.0, None)
        return chance.choices(kinds, (40, 30, 20, 5, 5))[0]

    return [tuple(figure() for _ in range(ARITY[name])) for _ in range(FIGURES)]


def same(got, wanted):
    """Whether a VBA answer shows what the Python one does; numbers to the last digit but one, refusals in words of their own."""
    if isinstance(wanted, str) or isinstance(got, str):
        return got == wanted or all(isinstance(one, str) and one.startswith(REFUSED) for one in (got, wanted))
    return math.isclose(got, wanted, rel_tol=1e-15, abs_tol=0)


@pytest.mark.parametrize("cases", [at_boundaries, at_random])
@pytest.mark.parametrize("name", ARITY)
def test_a_twin_says_what_python_says(name, cases):
    """A metric is one function: in a cell with the add-in, and in Python."""
    off = []
    for arguments in cases(name):
        wanted = getattr(udf, name)(*arguments)
        got = twin().run(name, [EMPTY if one is None else one for one in arguments])
        if not same(got, wanted):
            off.append((arguments, got, wanted))
    assert off == []


def test_the_cases_have_answers_and_gaps():
    """Every function answers a number and nothing among them, so that agreement says something of both."""
    for name in ARITY:
        for cases in (at_boundaries, at_random):
            answers = [getattr(udf, name)(*arguments) for arguments in cases(name)]
            assert "" in answers, name
            assert any(isinstance(one, float) and one for one in answers), name
