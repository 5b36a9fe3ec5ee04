"""The compiled plan, printed and read back."""

import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest

from opsbook.book.compile import draw_plan as drawing
from opsbook.book.compile.compiled_plan import CompiledPlan, CompiledSheet, Formulas
from opsbook.book.compile.input_rule import InputRule, SheetRules
from opsbook.book.compile.printed_plan import printed, read_plan
from opsbook.formulas.node import Binary, Call, Cell, Column, Literal, Name, Position
from opsbook.hosts.template import shipped as templates
from support.house import CATALOG, draw_plan
from support.sources import ROOT

LANGS = ("zh", "en")


def parts(plan):
    """A plan as values: numbers, texts and truth values apart, as Python's == does not keep them."""
    formulas = plan.formulas
    trees = (formulas.columns, formulas.names, formulas.column_texts, formulas.name_texts)
    return repr((plan.sheets, plan.headers, *(dict(one) for one in trees), plan.sheet_rules))


def a_plan(node):
    formulas = Formulas({("T", "a"): node, ("T", "b"): (node, Name("n"))}, {"n": node}, {("T", "a"): "A", ("T", "b"): ("A", "n")}, {"n": "A"})  # fmt: skip
    rules = SheetRules({"shop": InputRule("店铺", needed=True)}, {"T": {"a": InputRule("a", choices=("是", 1, True, None), most=2.5)}})  # fmt: skip
    return CompiledPlan((CompiledSheet("表", ("T",), ("n", "shop")),), {"T": {"a": "甲", "b": "b"}}, formulas, (rules,))


@pytest.mark.parametrize("lang", LANGS)
def test_the_whole_plan_is_read_as_it_was_printed(lang):
    """What commands read is what the code would draw."""
    assert parts(read_plan(printed(draw_plan(lang)))) == parts(draw_plan(lang))


@pytest.mark.parametrize(
    "node",
    [
        Literal(1),
        Literal(1.0),
        Literal(value=True),
        Literal(value=False),
        Literal(0),
        Literal('"文字"'),
        Cell("T", "a"),
        Column("T", "a"),
        Position("T", "a"),
        Binary("+", Literal(1), Literal(1.0)),
        Call("TODAY", ()),
        Call("IF", (Literal(value=True), Literal(1), Binary("=", Name("Cell"), Literal(0)))),
    ],
    ids=repr,
)
def test_every_node_is_read_as_it_was_printed(node):
    """Whole numbers, fractions and truth values that Python holds for equal stay apart."""
    plan = a_plan(node)
    assert parts(read_plan(printed(plan))) == parts(plan)


def test_names_without_formulas_are_inputs():
    """A named cell that holds no formula of ours is the operator's."""
    assert a_plan(Literal(1)).inputs == ("shop",)


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout with a few sources and no compiled plan; the plan drawn from them is a small one."""
    sources = tmp_path / "addin" / "opsbook"
    for folder in (sources / "book", tmp_path / "templates"):
        folder.mkdir(parents=True)
    (sources / "errors.py").write_text("one = 1\n")
    (sources / "book" / "book.py").write_text("two = 2\n")
    monkeypatch.setattr(templates, "SOURCES", sources)
    monkeypatch.setattr(templates, "INSTALLED", sources / "templates")
    monkeypatch.setattr(templates, "CHECKOUT", tmp_path / "templates")
    monkeypatch.setattr(templates, "COMPILED", tmp_path / "build")
    draws(monkeypatch, Literal(1))
    yield tmp_path
    templates.compiled_plan.cache_clear()


def draws(monkeypatch, node):
    """A new process, in which drawing gives a plan with this formula."""
    templates.compiled_plan.cache_clear()
    monkeypatch.setattr(drawing, "draw_plan", lambda *_: a_plan(node))


def known():
    """The formula of the plan that a command works with."""
    return templates.compiled_plan(CATALOG, "zh").formulas.names["n"]


def test_a_compiled_plan_is_taken_while_its_sources_are_the_same(checkout, monkeypatch):
    """The second command reads what the first one compiled, whatever the dates of the files."""
    assert known() == Literal(1)
    os.utime(checkout / "addin" / "opsbook" / "errors.py", (2_000_000_000, 2_000_000_000))
    draws(monkeypatch, Literal(2))
    assert known() == Literal(1)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda sources: (sources / "errors.py").write_text("one = 2\n"), id="a changed source"),
        pytest.param(lambda sources: (sources / "book" / "new.py").write_text(""), id="a new source"),
        pytest.param(lambda sources: (sources / "errors.py").unlink(), id="a source that is gone"),
        pytest.param(lambda sources: (sources / "errors.py").rename(sources / "words.py"), id="a renamed source"),
        pytest.param(
            lambda sources: (sources / "book" / "book.py").rename(sources / "layout.py"), id="a source moved up"
        ),
    ],
)
def test_a_plan_made_from_other_sources_is_compiled_again(checkout, monkeypatch, change):
    """Whoever changes a source works with the plan it draws, at once and without a build, and compiles it once."""
    assert known() == Literal(1)
    change(checkout / "addin" / "opsbook")
    draws(monkeypatch, Literal(2))
    assert known() == Literal(2)
    draws(monkeypatch, Literal(3))
    assert known() == Literal(2)


def test_what_is_no_source_does_not_count(checkout, monkeypatch):
    """Bytecode and files beside the sources leave the compiled plan as it is."""
    assert known() == Literal(1)
    cached = checkout / "addin" / "opsbook" / "__pycache__"
    cached.mkdir()
    (cached / "errors.py").write_text("")
    (checkout / "addin" / "opsbook" / "errors.txt").write_text("")
    draws(monkeypatch, Literal(2))
    assert known() == Literal(1)


@pytest.mark.parametrize(
    ("old", "new"),
    [("店铺", "店"), ("}\n", ""), (" ", "  ")],
    ids=["changed by hand", "cut short", "a seal that is none"],
)
def test_a_damaged_plan_is_not_taken(checkout, monkeypatch, old, new):
    """A file that was cut short or changed by hand is compiled again."""
    assert known() == Literal(1)
    path = templates.plan_path(checkout / "build", "zh")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    draws(monkeypatch, Literal(2))
    assert known() == Literal(2)


def test_a_checkout_that_may_not_be_written_draws(checkout):
    """Where nothing can be kept every command draws the plan: slower, the same."""
    (checkout / "build").write_text("a file stands where the folder would")
    assert known() == Literal(1)


def test_an_installation_takes_what_its_wheel_carries(checkout, monkeypatch):
    """Inside an installation nobody edits sources: they are not read at every start."""
    templates.compile_plans(checkout / "addin" / "opsbook" / "templates", CATALOG)
    (checkout / "addin" / "opsbook" / "errors.py").write_text("one = 3\n")
    draws(monkeypatch, Literal(2))
    assert known() == Literal(1)
    assert not (checkout / "build").exists()


def test_an_installation_without_a_compiled_plan_draws_it(checkout):
    """Only a checkout is written into."""
    (checkout / "templates").rmdir()
    assert known() == Literal(1)
    assert not (checkout / "build").exists()


def test_plug_ins_are_drawn(checkout, monkeypatch):
    """A compiled plan is of the product alone: what another package adds is not in it, and is never kept."""
    templates.compile_plans(checkout / "addin" / "opsbook" / "templates", CATALOG)
    draws(monkeypatch, Literal(2))
    plan = templates.compiled_plan(replace(CATALOG, plug_ins=("weather",)), "zh")
    assert plan.formulas.names["n"] == Literal(2)
    assert not (checkout / "build").exists()


def test_a_wheel_carries_the_plan_of_its_own_sources(tmp_path, monkeypatch):
    """What a wheel packs was compiled from what it packs, in every language."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path)
    monkeypatch.setattr(templates, "SOURCES", tmp_path / "opsbook")
    for lang in LANGS:
        path = templates.plan_path(tmp_path / "opsbook" / "templates", lang)
        body = templates._unsealed(path, templates.sources_hash())
        assert parts(read_plan(body)) == parts(draw_plan(lang))
