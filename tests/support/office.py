"""A pytest plugin: LibreOffice as an independent calculator, and what happens where it is missing.

Tests that ask for `recalc`, or carry the marker `libreoffice`, are skipped with a reason on a machine without
LibreOffice; in CI (`OPSBOOK_CI=1`) a missing LibreOffice fails them.
"""

import functools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

RECALC = Path(__file__).parent / "vendor" / "recalc.py"
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
def recalc(tmp_path_factory: pytest.TempPathFactory) -> Recalc:
    """Recalculate a workbook through LibreOffice's API; the answer lists every formula, `errors` and `changed`."""

    def run(path: Path) -> dict:
        answer = tmp_path_factory.mktemp("recalc") / "answer.json"
        command = [sys.executable, RECALC, path, "--json", answer]
        process = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
        assert answer.exists(), process.stderr[-2000:]
        return json.loads(answer.read_text(encoding="utf-8"))

    return run
