"""What the product imports is what it declares: no more, no less."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from support.sources import ROOT, package_files, shown, tree

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {name: lines for name, lines in PROJECT["optional-dependencies"].items() if name != "test"}


def _plain(distribution):
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _named(requirements):
    return [_plain(re.match(r"[\w.-]+", line)[0]) for line in requirements]


INSTALLED = packages_distributions()
NEEDED, OFFERED = _named(PROJECT["dependencies"]), _named(line for lines in EXTRAS.values() for line in lines)


def _is_for_types(node):
    return isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"


def _imports(node):
    """First parts of the names that code imports when it runs; what only type checkers see is left out."""
    if isinstance(node, ast.Import):
        yield from (alias.name.split(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module.split(".")[0]
    inside = node.orelse if _is_for_types(node) else ast.iter_child_nodes(node)
    for child in inside:
        yield from _imports(child)


def _distributions(code):
    """Distributions that code needs, by what is installed; a module that is not is looked for under its own name."""
    modules = set(_imports(code)) - set(sys.stdlib_module_names) - {"opsbook"}
    return {_plain(name) for module in modules for name in INSTALLED.get(module, [module])}


@pytest.fixture(scope="module")
def used():
    """Distributions that the product needs, with the modules that import them."""
    found = {}
    for file in package_files():
        for distribution in _distributions(tree(file)):
            found.setdefault(distribution, []).append(shown(file))
    return found


@pytest.mark.parametrize("distribution", [*NEEDED, *OFFERED])
def test_a_declared_dependency_is_used(distribution, used):
    """What nothing of the product imports need not be installed by its users."""
    assert used.get(distribution), f"no module of the product imports {distribution}"


def test_every_import_is_declared(used):
    """Nothing is imported that another library merely happens to bring along."""
    assert {name: files for name, files in used.items() if name not in {*NEEDED, *OFFERED}} == {}


def test_no_dependency_is_declared_twice():
    """One line says which versions will do."""
    assert len({*NEEDED, *OFFERED}) == len(NEEDED) + len(OFFERED)


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        pytest.param(
            "import os, json\nfrom opsbook.errors import UsageError", set(), id="standard library and our own"
        ),
        pytest.param("import PIL.Image", {"pillow"}, id="a module named otherwise than its distribution"),
        pytest.param("def f():\n    from lxml import etree", {"lxml"}, id="inside a function"),
        pytest.param("if TYPE_CHECKING:\n    import pandas\nelse:\n    import rich", {"rich"}, id="for types only"),
        pytest.param("from .near import lxml", set(), id="a neighbour"),
        pytest.param("import not_here", {"not-here"}, id="not installed"),
    ],
)
def test_imports_are_found(code, needed):
    """The rule sees what runs, wherever it stands, and nothing else."""
    assert _distributions(ast.parse(code)) == needed
