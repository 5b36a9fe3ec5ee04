"""Regular expressions run on every Python the product supports, Debian 12's 3.11.2 among them."""

import ast
import importlib
import re
import re._parser as sre
from collections.abc import Iterable, Iterator

import pytest

from opsbook.hosts.cell_xml import read_cell, read_cells
from support.sources import PACKAGE, package_files, shown, tree

# Python 3.11.0 to 3.11.4 match nothing, or raise, where these stand in a repeated group.
REFUSED = {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"}
ELSEWHERE = ("opsbook.hosts.addin.registry",)  # Windows alone can load it


def _operations(parsed: Iterable[object]) -> Iterator[str]:
    """Names of all operations of a parsed pattern, however deep."""
    for part in parsed:
        if isinstance(part, sre.SubPattern | tuple | list):
            yield from _operations(part)
        elif hasattr(part, "name"):
            yield part.name


def _refused(pattern: str | bytes, flags: int = 0) -> bool:
    return not REFUSED.isdisjoint(_operations(sre.parse(pattern, flags)))


def _compiled() -> Iterator[tuple[str, re.Pattern]]:
    """Every pattern that a module holds."""
    for file in package_files():
        name = ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts)
        if name in ELSEWHERE or name.endswith("__main__"):
            continue
        for one, value in vars(importlib.import_module(name)).items():
            if isinstance(value, re.Pattern):
                yield f"{name}.{one}", value


def _written() -> Iterator[tuple[str, str]]:
    """Every pattern that a call of `re` is given as it stands."""
    for file in package_files():
        for node in ast.walk(tree(file)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and node.func.attr != "escape"
            ):
                yield f"{shown(file)}:{node.lineno}", node.args[0].value


def test_no_pattern_holds_on_to_what_it_took():
    """Neither possessive quantifiers nor atomic groups stand in any pattern of the product."""
    compiled = dict(_compiled())
    assert len(compiled) > 100
    assert [name for name, pattern in compiled.items() if _refused(pattern.pattern, pattern.flags & ~re.DEBUG)] == []
    assert [place for place, pattern in _written() if _refused(pattern)] == []


@pytest.mark.parametrize("pattern", ["a++", "a*+", "a?+", "a{2}+", "(?>a)", "(x(?:[^<]++|b)*)"])
def test_what_is_refused_is_seen(pattern):
    """Each way to write one is found, however deep it stands."""
    assert _refused(pattern)


@pytest.mark.parametrize("pattern", ["a+", "[+*]+", r"\++", r"\*+", "(a+)+", "[?]+"])
def test_what_only_looks_like_it_is_not_refused(pattern):
    """A plus sign that is repeated is no possessive quantifier."""
    assert not _refused(pattern)


CELLS = {
    "a formula and its text": (
        '<c r="B2" s="3" t="str"><f>A1&amp;"x"</f><v>ax</v></c>',
        ("B", ' s="3" t="str"', "", 'A1&amp;"x"', "ax"),
    ),
    "a shared formula without text": (
        '<c r="B2"><f t="shared" si="0"/><v>1</v></c>',
        ("B", "", ' t="shared" si="0"', "", "1"),
    ),
    "blanks between": ('<c r="B2">\n <f>A1</f>\n <v>1</v>\n</c>', ("B", "", "", "A1", "1")),
    "an empty value": ('<c r="B2"><v/></c>', ("B", "", "", "", "")),
    "a value with an attribute": ('<c r="B2"><v xml:space="preserve"> 1</v></c>', ("B", "", "", "", " 1")),
    "a text of its own": (
        '<c r="B2" t="inlineStr"><is><t>a</t></is></c>',
        ("B", ' t="inlineStr"', "", "", ""),
    ),
    "nothing": ('<c r="B2" s="1"/>', ("B", ' s="1"', "", "", "")),
    "no address": ('<c s="1"><v>2</v></c>', ("", ' s="1"', "", "", "2")),
}


@pytest.mark.parametrize(("raw", "pieces"), CELLS.values(), ids=CELLS)
def test_a_cell_is_taken_apart(raw, pieces):
    """Address, attributes, formula and value of every form Excel and others write."""
    cell = read_cell(raw)
    assert (cell.letters, cell.attributes, cell.formula_attributes, cell.formula, cell.stored) == pieces
    assert cell.raw == raw


@pytest.mark.parametrize("filling", [" ", "<", "a", "<f>", "<v>", "\n<f> "])
def test_a_cell_without_an_end_is_given_up_at_once(filling):
    """However long it is, nothing is tried again and again: the run would not end."""
    broken = f'<c r="A1">{filling * 300_000}'
    assert read_cell(broken).letters == ""
    assert read_cells(f"<row>{broken}") == {}
