"""A pytest plugin: independent calculators, and what happens where one is missing.

Tests that ask for `recalc`, or carry the marker `libreoffice`, are skipped with a reason on a machine without
LibreOffice, those that carry `ironcalc` where that package is not installed; in CI (`OPSBOOK_CI=1`) it fails them.
"""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from opsbook.hosts.office.engines import ENGINES

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


def ironcalc_missing() -> str:
    """What keeps IronCalc from calculating here; empty when nothing does."""
    return "" if find_spec("ironcalc") else "IronCalc is not installed (pip install '.[verify]')"


MISSING = {"libreoffice": missing, "ironcalc": ironcalc_missing}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that calculates with LibreOffice, so that one marker selects them all."""
    for item in items:
        if "recalc" in getattr(item, "fixturenames", ()):
            item.add_marker("libreoffice")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip marked tests where what they need is missing; fail them in CI."""
    for reason in (why() for marker, why in MISSING.items() if item.get_closest_marker(marker)):
        if reason and os.environ.get("OPSBOOK_CI") == "1":
            pytest.fail(f"{reason}, and CI may not skip", pytrace=False)
        if reason:
            pytest.skip(reason)


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


@pytest.fixture(params=[pytest.param(one, marks=getattr(pytest.mark, one)) for one in MISSING], scope="module")
def engine(request):
    """Each engine that `opsbook verify` may ask, in turn."""
    return ENGINES[request.param]()
