"""The repository's Python files as syntax trees, for tests about the code itself."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "addin" / "opsbook"
TESTS = ROOT / "tests"
_FOLDERS = (PACKAGE, TESTS, ROOT / "docs", ROOT / "benchmarks")


def package_files(*folders: str) -> list[Path]:
    """Modules of the product; only those below the named folders of the package, where any are named."""
    starts = [PACKAGE / folder for folder in folders] or [PACKAGE]
    return sorted(file for start in starts for file in ([start] if start.is_file() else start.rglob("*.py")))


def repository_files() -> list[Path]:
    """All Python files of the repository but those kept unchanged from elsewhere."""
    vendor = TESTS / "support" / "vendor"
    files = (file for folder in _FOLDERS for file in folder.rglob("*.py"))
    return sorted(file for file in files if vendor not in file.parents)


def shown(file: Path) -> str:
    """A file's name as messages show it."""
    return file.relative_to(ROOT).as_posix()


@functools.cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imported(file: Path) -> Iterator[str]:
    """Dotted names a file imports, wherever the import stands; for `from a import b` both a and a.b."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(file: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last part of the called name."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            yield name, node


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """Every function with its lines of code, from `def` to its end, the docstring left out."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, _lines(node) - (_lines(node.body[0]) if ast.get_docstring(node) else 0)


def _lines(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1
