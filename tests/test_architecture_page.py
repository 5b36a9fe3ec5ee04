"""What docs/architecture.md says of the code is so: the layers, the records, every path and name."""

import ast
import importlib.util
import re
import tomllib
from dataclasses import fields

import pytest

from opsbook.engine.feature import Feature
from support.sources import PACKAGE, ROOT, tree

TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PAGE_LINES = 200
QUOTED = re.findall(r"`([^`\s]+)`", TEXT)
PLACES = sorted({one for one in QUOTED if re.fullmatch(r"[\w.-]+/[\w./-]*(:[\w.]+)?", one)})
MODULES = sorted({one for one in QUOTED if re.fullmatch(r"opsbook(\.\w+)+", one)})
NO_CONTRIBUTION = {"id", "label", "since", "version", "needs"}


def _names(body):
    """Dotted names of what a body defines: functions, classes with their methods, constants."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
            yield from (f"{node.name}.{name}" for name in _names(node.body) if isinstance(node, ast.ClassDef))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


@pytest.mark.parametrize("place", PLACES)
def test_a_path_leads_somewhere(place):
    """A file or folder named on the page exists, and the file defines the name behind the colon."""
    path, _, name = place.partition(":")
    found = next((file for file in (PACKAGE / path, ROOT / path) if file.exists()), None)
    assert found is not None
    assert not name or name in set(_names(tree(found).body))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_there(module):
    """A dotted name on the page is a module or package."""
    assert importlib.util.find_spec(module)


def test_the_picture_shows_the_layers():
    """The picture has the lines of the import contract, in its order."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(one["layers"] for one in project["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    picture = re.search(r"```text\n(.*?)```", TEXT, re.DOTALL)[1]
    assert picture.splitlines() == [layer.replace("opsbook.", "") for layer in layers]


def test_every_contribution_point_is_listed():
    """The table names every field by which a feature contributes something."""
    rows = re.findall(r"^\| (`.*?`) \|", TEXT.split("## Catalog")[1].split("\n## ")[0], re.MULTILINE)
    listed = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(listed) == sorted({one.name for one in fields(Feature)} - NO_CONTRIBUTION)


def test_the_page_stays_short():
    """A stranger reads it in one go."""
    assert len(TEXT.splitlines()) <= PAGE_LINES
