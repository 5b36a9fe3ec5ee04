"""Examples in docstrings are true."""

import doctest
import importlib

import pytest

from support.sources import PACKAGE, package_files, shown

MODULES = [file for file in package_files() if ">>>" in file.read_text(encoding="utf-8")]


@pytest.mark.parametrize("file", MODULES, ids=shown)
def test_examples_hold(file):
    """Every example gives what it shows."""
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    result = doctest.testmod(importlib.import_module(".".join(parts).removesuffix(".__init__")))
    assert result.attempted
    assert result.failed == 0
