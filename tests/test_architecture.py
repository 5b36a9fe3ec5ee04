"""What the code may look like: layers, imports, sizes, purity."""

import ast
import os
import subprocess
import sys
import zipfile

import pytest
from importlinter.cli import lint_imports

from support.sources import (
    PACKAGE,
    ROOT,
    calls,
    functions,
    imported,
    package_files,
    repository_files,
    shown,
    tree,
)

MODULE_LINES = 400
FUNCTION_LINES = 40
INIT_LINES = 40
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "misc"}
NOT_FREE = ("xlwings.pro", "xlwings.server", "xlwings.reports")
ALLOWED = {  # library: where in the package it may be imported
    "click": ("cli/",),
    "openpyxl": ("hosts/", "exports/reading/"),
    "lxml": ("hosts/", "exports/reading/", "ooxml/styles/"),
    "python_calamine": ("exports/reading/",),
    "xlsxwriter": ("hosts/", "addin/package.py", "features/demo/"),
    "xlwt": ("features/demo/",),
    "PIL": ("features/competitors/images.py",),
    "imagehash": ("features/competitors/images.py",),
    "pydantic": (
        "book/compile/input_models.py",
        "features/goals/rules/event_row.py",
        "features/goals/rules/own_events.py",
        "features/books/answers/",
        "features/books/schema.py",
    ),
    "pydantic_core": ("book/compile/input_models.py", "features/goals/rules/event_row.py"),
    "xlwings": ("hosts/excel/", "engine/functions/", "ribbon/"),
}
PURE = ("model", "messages", "formulas", "metrics", "book")
PURE += tuple(f"exports/{part}" for part in ("recognise", "parse", "platforms", "privacy", "mapping", "orders"))
PURE += (
    "features/goals/rules",
    "features/competitors/rules",
    "features/competitors/titles",
    "features/competitors/sheet",
)
PURE += (
    "features/daily/exports",
    "features/promotion/exports",
    "features/diagnosis",
    "features/stock",
    "features/experiments",
)
OUTSIDE_MODULES = {"glob", "os", "pathlib.Path", "shutil", "sqlite3", "tempfile"}
OUTSIDE_MODULES |= {"locale", "platform", "random", "secrets", "socket", "subprocess", "time"}
OUTSIDE_FUNCTIONS = {"open", "input", "print"}
OUTSIDE_METHODS = {"now", "today", "utcnow", "read_text", "read_bytes", "write_text", "write_bytes", "getenv"}
HEAVY = {"pandas", "numpy", "openpyxl", "xlsxwriter", "python_calamine", "lxml", "xlwings"}
HEAVY |= {"rich", "pydantic", "chinese_calendar", "rapidfuzz", "scipy", "statsmodels", "PIL", "imagehash"}


def test_the_layers_hold(capsys):
    """Every import goes down the layers that pyproject.toml names."""
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, capsys.readouterr().out


def test_nothing_imports_what_is_not_free():
    """The parts of xlwings that need a paid licence are imported nowhere, tests and scripts included."""
    assert [
        f"{shown(file)}: {name}"
        for file in repository_files()
        for name in imported(file)
        if f"{name}.".startswith(tuple(f"{part}." for part in NOT_FREE))
    ] == []


@pytest.mark.parametrize("library", ALLOWED)
def test_a_library_is_imported_only_at_its_edge(library):
    """A library appears only in the modules that exist for it."""
    users = {
        file.relative_to(PACKAGE).as_posix()
        for file in package_files()
        if any(name.split(".")[0] == library for name in imported(file))
    }
    assert [user for user in sorted(users) if not user.startswith(ALLOWED[library])] == []


@pytest.mark.parametrize("file", repository_files(), ids=shown)
def test_a_module_fits_its_reader(file):
    """No module is longer than 400 lines, no function than 40."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES
    assert [(name, lines) for name, lines in functions(file) if lines > FUNCTION_LINES] == []


def test_no_module_has_a_vague_name():
    """Modules and folders are named after what they hold."""
    parts = {part for file in repository_files() for part in file.relative_to(ROOT).with_suffix("").parts}
    assert parts & VAGUE_NAMES == set()


@pytest.mark.parametrize("file", package_files(*PURE), ids=shown)
def test_the_core_is_pure(file):
    """Below the hosts no file is opened, no clock read, no environment asked, nothing printed."""
    modules = {name for name in imported(file) if name in OUTSIDE_MODULES or name.split(".")[0] in OUTSIDE_MODULES}
    outside = {True: OUTSIDE_METHODS, False: OUTSIDE_FUNCTIONS}
    called = {name for name, call in calls(file) if name in outside[isinstance(call.func, ast.Attribute)]}
    assert modules | called == set()


@pytest.mark.parametrize("file", [file for file in package_files() if file.name == "__init__.py"], ids=shown)
def test_an_init_only_lists_names(file):
    """An `__init__` holds no logic; what it imports it lists in a sorted `__all__`."""
    body = tree(file).body
    names = [alias.asname or alias.name for node in body if isinstance(node, ast.ImportFrom) for alias in node.names]
    listed = [
        ast.literal_eval(node.value)
        for node in body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    ]
    assert all(isinstance(node, ast.ImportFrom | ast.Assign | ast.Expr) for node in body)
    assert listed == ([sorted(names, key=_constants_classes_functions)] if names else [])
    assert len(file.read_text(encoding="utf-8").splitlines()) <= INIT_LINES


def _constants_classes_functions(name: str) -> tuple[bool, bool, str]:
    """The order ruff's RUF022 asks for."""
    return (not name.isupper(), not name[0].isupper(), name)


def test_no_template_cell_needs_the_addin():
    """Templates calculate without any add-in: no cell, rule or name calls an OPS_ function."""
    templates = sorted((ROOT / "templates").glob("*.xlsx"))
    assert templates
    for template in templates:
        with zipfile.ZipFile(template) as package:
            formulas = [name for name in package.namelist() if name.startswith("xl/w") and name.endswith(".xml")]
            assert [(template.name, name) for name in formulas if b"OPS_" in package.read(name)] == []


def test_help_loads_no_heavy_library():
    """`opsbook --help` answers without importing a workbook library, so that it answers at once."""
    program = f"""
import contextlib, io, sys
from opsbook.cli.main import main
with contextlib.redirect_stdout(io.StringIO()) as said:
    main(["--help"])
assert "daily" in said.getvalue()
print(*sorted({HEAVY!r} & set(sys.modules)))
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "addin")}
    answer = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert (answer.stdout.strip(), answer.stderr) == ("", "")
