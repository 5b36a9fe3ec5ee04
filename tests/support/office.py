"""A pytest plugin: LibreOffice as an independent calculator, and what happens where it is missing.

Tests that ask for `recalc`, or carry the marker `libreoffice`, are skipped with a reason on a machine without
LibreOffice; in CI (`OPSBOOK_CI=1`) a missing LibreOffice fails them.
"""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SYSTEM_PYTHON = Path("/usr/bin/python3")  # the only one that sees the distribution's python3-uno
PATIENCE_SECONDS = 180

Recalc = Callable[[Path], dict]


@functools.cache
def missing() -> str:
    """What keeps LibreOffice from calculating here; empty when nothing does."""
    if not shutil.which("soffice"):
        return "LibreOffice is not installed (no soffice on the search path)"
    pythons = [python for python in (Path(sys.executable), SYSTEM_PYTHON) if python.exists()]
    if not any(
        subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0
        for python in pythons
    ):
        return "python3-uno is not installed"
    return ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that calculates with LibreOffice, so that one marker selects them all."""
    for item in items:
        if "recalc" in getattr(item, "fixturenames", ()):
            item.add_marker("libreoffice")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip marked tests where LibreOffice is missing; fail them in CI."""
    if item.get_closest_marker("libreoffice") and missing():
        if os.environ.get("OPSBOOK_CI") == "1":
            pytest.fail(f"{missing()}, and CI may not skip", pytrace=False)
        pytest.skip(missing())


@pytest.fixture(scope="session")
def libreoffice():
    """The line to the one LibreOffice of this session: another one would cost seconds to start."""
    if missing():
        pytest.skip(missing())
    from support.grid import Office  # noqa: PLC0415 - only tests that need LibreOffice pay for it

    line = Office()
    yield line
    line.stop()


@pytest.fixture(scope="session")
def recalc(libreoffice) -> Recalc:
    """Recalculate a workbook: how many `formulas` it has, and lists of `errors` and of what has `changed`."""
    return lambda path: libreoffice.recalculate(str(path))
