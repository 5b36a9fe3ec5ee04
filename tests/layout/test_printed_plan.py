"""The working part of the plan, printed and read back."""

import os

import pytest

from opsbook.book.compile import compiled_plan as working_plan
from opsbook.book.compile.compiled_plan import Formulas, WorkingPlan, WorkingSheet
from opsbook.book.compile.input_rule import Expected, Wanted
from opsbook.book.compile.printed_plan import printed, read_plan
from opsbook.formulas.node import Binary, Call, Cell, Column, Literal, Name, Position
from opsbook.hosts.template import shipped as templates
from support.house import draw_plan as drawn_plan
from support.sources import ROOT

LANGS = ("zh", "en")


def parts(plan):
    """A plan as values: numbers, texts and truth values apart, as Python's == does not keep them."""
    formulas = plan.formulas
    trees = (formulas.columns, formulas.names, formulas.column_texts, formulas.name_texts)
    return repr((plan.sheets, plan.headers, *(dict(one) for one in trees), plan.expected))


def a_plan(node):
    formulas = Formulas({("T", "a"): node, ("T", "b"): (node, Name("n"))}, {"n": node}, {("T", "a"): "A", ("T", "b"): ("A", "n")}, {"n": "A"})  # fmt: skip
    expected = Expected({"shop": Wanted("店铺", needed=True)}, {"T": {"a": Wanted("a", choices=("是", 1, True, None), most=2.5)}})  # fmt: skip
    return WorkingPlan(
        (WorkingSheet("表", ("T",), ("n", "shop")),), {"T": {"a": "甲", "b": "b"}}, formulas, (expected,)
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_committed_print_is_the_plan(lang):
    """What commands read beside the templates is what the code would draw."""
    committed = templates.plan_path(ROOT / "templates", lang).read_text(encoding="utf-8")
    assert committed == printed(drawn_plan(lang))
    assert parts(read_plan(committed)) == parts(drawn_plan(lang))


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
    """An installation whose sources and templates lie in a folder of their own, with no plan known."""
    sources, printed_in = tmp_path / "opsbook", tmp_path / "templates"
    for folder in (sources / "book", sources / "engine", printed_in):
        folder.mkdir(parents=True)
    for file in (sources / "__init__.py", sources / "book" / "plan.py", sources / "engine" / "daily.py"):
        file.write_text("")
        os.utime(file, (1_000_000, 1_000_000))
    path = templates.plan_path(printed_in, "zh")
    path.write_text(printed(a_plan(Literal(1))), encoding="utf-8")
    os.utime(path, (1_000_010, 1_000_010))
    monkeypatch.setattr(templates, "SOURCES", sources)
    monkeypatch.setattr(templates, "CHECKOUT", printed_in)
    monkeypatch.setattr(templates, "PLACES", (sources / "templates", printed_in))
    monkeypatch.setattr(working_plan, "_known", {})
    return tmp_path


def test_a_printed_plan_is_taken(checkout):
    """Commands work with the plan that was printed with the templates."""
    del checkout
    templates.know_plan("zh")
    assert working_plan.working_plan("zh").names == ("n", "shop")


@pytest.mark.parametrize(
    ("file", "taken"),
    [("opsbook/__init__.py", False), ("opsbook/book/plan.py", False), ("opsbook/engine/daily.py", True)],
    ids=str,
)
def test_a_plan_older_than_its_sources_is_not_taken(checkout, file, taken):
    """Whoever changes a source of the plan gets the plan drawn until it is printed again."""
    os.utime(checkout / file, (1_000_099, 1_000_099))
    templates.know_plan("zh")
    assert working_plan.is_known("zh") == taken


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"names":["n"]}', "\0"], ids=str)
def test_a_damaged_print_is_not_taken(checkout, text):
    """Without a print the plan is drawn: slower, the same."""
    templates.plan_path(checkout / "templates", "zh").write_text(text, encoding="utf-8")
    templates.know_plan("zh")
    assert working_plan.working_plan("zh") is drawn_plan("zh")


def test_without_a_print_the_plan_is_drawn(checkout):
    """An installation without the print works."""
    templates.plan_path(checkout / "templates", "zh").unlink()
    templates.know_plan("zh")
    assert working_plan.working_plan("zh") is drawn_plan("zh")


def test_an_installed_print_is_taken_whatever_its_date(checkout):
    """Inside an installation nobody edits sources: files of a package carry any date."""
    installed = checkout / "opsbook" / "templates"
    installed.mkdir()
    path = templates.plan_path(installed, "zh")
    templates.plan_path(checkout / "templates", "zh").rename(path)
    os.utime(path, (1, 1))
    templates.know_plan("zh")
    assert working_plan.is_known("zh")
