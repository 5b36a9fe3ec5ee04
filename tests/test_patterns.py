"""Regular expressions run on every Python the product supports, Debian 12's 3.11.2 among them."""

import ast
import functools
import importlib
import re
import re._parser as sre
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from warnings import catch_warnings

import pytest

from opsbook.ooxml.sheet.cell import read_cell, read_cells
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from support.sources import PACKAGE, package_files, shown, tree

# Python 3.11.0 to 3.11.4 match nothing, or raise, where these stand in a repeated group.
REFUSED = {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"}
ELSEWHERE = ("opsbook.addin.doctor.registry",)  # Windows alone can load it


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


def _written(module: ast.Module) -> Iterator[tuple[int, str | bytes]]:
    """Every literal that `re` is given or that reaches it under a name, those in f-strings put together, with its line."""
    bound, todo, known = _bound(module), [*_given(module)], set()
    while todo:
        node = todo.pop()
        if id(node) in known:
            continue
        known.add(id(node))
        if (text := _text(node, bound)) is not None:
            yield node.lineno, text
        for part in ast.walk(node):
            if isinstance(part, ast.JoinedStr | ast.Constant) and part is not node:
                todo.append(part)
            elif isinstance(part, ast.Name):
                todo += bound[part.id]


def _given(module: ast.Module) -> Iterator[ast.expr]:
    """The pattern of every call of `re`."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr=name)) if name != "escape":
                yield from node.args[:1]
                yield from (word.value for word in node.keywords if word.arg == "pattern")


def _bound(module: ast.Module) -> dict[str, list[ast.expr]]:
    """What each name of a module may stand for; one from another module, for what that binds it to."""
    bound = _bound_here(module)
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module:
            other = PACKAGE.parent.joinpath(*node.module.split(".")).with_suffix(".py")
            known = _bound_here(tree(other)) if other.is_file() else {}
            for one in node.names:
                bound[one.asname or one.name] += known.get(one.name, [])
    return bound


@functools.cache
def _bound_here(module: ast.Module) -> dict[str, list[ast.expr]]:
    bound = defaultdict(list)
    for target, value in _bindings(module):
        for node in ast.walk(target):
            if isinstance(node, ast.Name) and value is not None:
                bound[node.id].append(value)
    return bound


def _bindings(module: ast.Module) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    """What is bound to what by assignments, loops and calls of the module's own functions."""
    given = defaultdict(list)
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            given[node.func.id] += [*node.args, *(word.value for word in node.keywords)]
    for node in ast.walk(module):
        match node:
            case ast.Assign(targets=targets, value=value):
                yield from ((target, value) for target in targets)
            case ast.AnnAssign(target, _, value) | ast.AugAssign(target, _, value) | ast.NamedExpr(target, value):
                yield target, value
            case ast.For(target, value) | ast.comprehension(target, value):
                yield target, value
            case ast.FunctionDef(name=name, args=arguments):
                taken = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
                yield from ((ast.Name(one.arg), value) for one in taken for value in given[name])


def _text(node: ast.expr, bound: dict[str, list[ast.expr]]) -> str | bytes | None:
    """What a literal says; a name in an f-string stands for its one literal, anything else there for a letter."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str | bytes) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else _put(part.value, bound) for part in node.values
    )


def _put(node: ast.expr, bound: dict[str, list[ast.expr]]) -> str:
    values = bound[node.id] if isinstance(node, ast.Name) else []
    return str((_text(values[0], bound) if len(values) == 1 else None) or "x")


def _refused_in(module: ast.Module) -> list[str]:
    """Literals of a module that are refused; a part that is no pattern by itself is seen in its whole."""
    found = []
    for line, text in _written(module):
        with suppress(re.error), catch_warnings(action="ignore"):
            if _refused(text):
                found.append(f"{line}: {text!r}")
    return found


def test_no_pattern_holds_on_to_what_it_took():
    """Neither possessive quantifiers nor atomic groups stand in any pattern of the product."""
    compiled = dict(_compiled())
    assert len(compiled) > 100
    assert [name for name, pattern in compiled.items() if _refused(pattern.pattern, pattern.flags & ~re.DEBUG)] == []
    assert {shown(file): found for file in package_files() if (found := _refused_in(tree(file)))} == {}


REACHING = {
    "given": 're.compile(r"a++")',
    "given by name": 're.sub(pattern=rb"(?>a)", repl=b"", string=text)',
    "a constant": '_A = "a++"\nre.search(_A, text)',
    "one of several": '_A = {"a++": 1, "b": 2}\nfor one in _A:\n    re.search(one, text)',
    "put together": '_A = "a+"\n_B = f"{_A}+"\nre.search(rf"({_B})", text)',
    "joined": '_A = r"\\d+"\n_B: Final = rf"(?:{_A})*+|{len(x)}"\nre.compile("|".join(("b", _B)))',
    "an argument": 'def find(one):\n    return [re.match(two, "") for two in one]\n\nfind(["a", "a?+"])',
    "lengthened": 'whole = ""\nwhole += "a{2}+"\nre.compile(whole)',
}


@pytest.mark.parametrize("source", REACHING.values(), ids=REACHING)
def test_a_literal_that_reaches_re_is_seen(source):
    """Wherever a pattern was written down, the one that is refused is found."""
    assert _refused_in(ast.parse(source)) != []


NO_PATTERN = {
    "a docstring": '"""Count a++ (?>b)."""\nre.compile("a+")',
    "what is put in": 're.sub("a", "a++", text)',
    "another text": 'TEXT = "i++ and a*+"\nprint(TEXT)\nre.compile(re.escape("b") + "a+")',
    "a plus sign": 're.compile(r"[a+]+\\++")',
}


@pytest.mark.parametrize("source", NO_PATTERN.values(), ids=NO_PATTERN)
def test_a_literal_that_is_no_pattern_is_let_be(source):
    """A text that would be refused as a pattern may be written where it is none."""
    assert _refused_in(ast.parse(source)) == []


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


UNCLOSED = ("<", "<c ", '<c s="', '<c r="A1">', '<c r="A1"><v>1</v>', "<c> ", "<c><f>", "<c><f a>")


@pytest.mark.parametrize("count", [3, 200_000])
@pytest.mark.parametrize("cell", UNCLOSED)
def test_a_row_of_cells_without_an_end_is_read_at_once(cell, count):
    """However many there are, none is looked for beyond the next one, and a whole one behind them is found."""
    assert read_cells(f'{cell * count}<c r="C1"><v>2</v></c>') == {3: '<c r="C1"><v>2</v></c>'}


@pytest.mark.parametrize("count", [3, 200_000])
@pytest.mark.parametrize("row", ["<row ", '<row r="', "<row"])
def test_rows_without_an_end_are_passed_over_at_once(row, count):
    """However many there are, a whole one behind them is found."""
    text = f'<sheetData>{row * count}<row r="7"><c r="A7"><v>2</v></c></row></sheetData>'
    sheet = SheetXml(text, "s", "b.xlsx", "sheet1.xml", list)
    assert (list(sheet.rows), sheet.value(7, 1)) == ([7], 2.0)
