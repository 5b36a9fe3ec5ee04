"""Figures an analysis cannot work with are refused by name, in both languages."""

import ast
import subprocess
import sys

import pytest

from opsbook.model import figures
from opsbook.model.errors import FigureRefusedError
from opsbook.model.figures import FIGURES, require, require_part
from support.house import tell as describe
from support.sources import PACKAGE, package_files, tree

ANALYSES = tuple(
    f"features/{name}"
    for name in ("diagnosis", "experiments", "goals", "promotion", "stock", "competitors", "thresholds")
)


@pytest.mark.parametrize(
    ("span", "fits", "wrong"),
    [
        pytest.param(figures.ANY, (-1e14, 0, 1e14), (float("nan"), float("inf"), -1e15, 1e15), id="any"),
        pytest.param(figures.NOT_NEGATIVE, (0, 0.5), (-1e-9,), id="not negative"),
        pytest.param(figures.POSITIVE, (1e-9,), (0, -1), id="positive"),
        pytest.param(figures.COUNT, (0, 3, 3.0), (-1, 2.5), id="count"),
        pytest.param(figures.NOT_ZERO, (-0.1, 0.1), (0, 0.0), id="not zero"),
        pytest.param(figures.MARGIN, (-2, 0, 1), (1.001,), id="margin"),
        pytest.param(figures.OPEN_SHARE, (1e-9, 0.999), (0, 1), id="open share"),
        pytest.param(figures.SERVICE_SHARE, (0.5, 0.999), (0.4999, 1), id="service share"),
    ],
)
def test_a_span_holds_its_ends_as_it_says(span, fits, wrong):
    """On the line and one past it; a missing figure always passes."""
    for value in (*fits, None):
        require("value", value, span)
    for value in wrong:
        with pytest.raises(FigureRefusedError):
            require("value", value, span)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("zh", "「访客数」是 -3，应填大于等于 0 的整数。请检查选的单元格。"),
        (
            "en",
            "The figure visitors is -3; it must be a whole number, 0 or more. Check the cell you chose.",
        ),
    ],
)
def test_a_refusal_names_the_figure_what_was_seen_and_what_is_wanted(lang, sentence):
    """A user can act on it without knowing the program."""
    with pytest.raises(FigureRefusedError) as refused:
        require("visitors", -3.0, figures.COUNT)
    assert describe(refused.value, lang) == sentence


@pytest.mark.parametrize(
    ("span", "value", "zh", "en"),
    [
        pytest.param(figures.MARGIN, 30.0, "「毛利率」是 30，应填不大于 1 的比率。百分比请写成 30% 或 0.3。", "The figure gross margin is 30; it must be a rate of at most 1. Write a percentage as 30% or 0.3.", id="percent typed as a number"),
        pytest.param(figures.NOT_NEGATIVE, 1e200, "「毛利率」是 1e+200，大得不像店铺的数字。请检查选的单元格，是不是选到了编号或算错的公式。", "The figure gross margin is 1e+200, too large for a shop. Check whether the cell you chose holds an id or a formula that went wrong.", id="too large"),
        pytest.param(figures.OPEN_SHARE, -1e200, "「毛利率」是 -1e+200，大得不像店铺的数字。请检查选的单元格，是不是选到了编号或算错的公式。", "The figure gross margin is -1e+200, too large for a shop. Check whether the cell you chose holds an id or a formula that went wrong.", id="too large for a rate"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_the_matter(span, value, zh, en):
    """Only rates are told about percentages, and a figure without measure is never said to be below 0."""
    with pytest.raises(FigureRefusedError) as refused:
        require("gross_margin", value, span)
    assert (describe(refused.value, "zh"), describe(refused.value, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("zh", "「A 版成交数」是 81，比「A 版访客数」的 80 还多。请检查两个参数是否填反。"),
        (
            "en",
            "The figure successes of A (81) exceeds visitors of A (80). Check whether the two arguments are swapped.",
        ),
    ],
)
def test_a_part_above_its_whole_is_named_with_it(lang, sentence):
    """Equal and missing ones pass."""
    require_part("successes_a", 80, "visitors_a", 80)
    require_part("successes_a", None, "visitors_a", 80)
    require_part("successes_a", 81, "visitors_a", None)
    with pytest.raises(FigureRefusedError) as refused:
        require_part("successes_a", 81, "visitors_a", 80)
    assert describe(refused.value, lang) == sentence


def test_every_named_figure_is_asked_for():
    """The words of figures nobody asks for are removed."""
    texts = {
        node.value
        for file in package_files(*ANALYSES)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    formed = {f"{stem}_{version}" for stem in ("successes", "visitors") for version in "ab"}
    assert sorted(set(FIGURES) - texts - formed) == []


def test_analyses_load_nothing_heavy_until_asked():
    """A button or command that needs no statistics does not wait for their libraries."""
    modules = [
        ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts)
        for file in package_files(*ANALYSES)
        if file.name != "__init__.py"
    ]
    assert len(modules) > 8
    program = f"""
import importlib, sys
sys.path.insert(0, {str(PACKAGE.parent)!r})
for module in {modules!r}:
    importlib.import_module(module)
print(*sorted({{"scipy", "statsmodels", "numpy", "pandas", "rapidfuzz"}} & set(sys.modules)))
"""
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (answer.stdout.strip(), answer.stderr) == ("", "")
