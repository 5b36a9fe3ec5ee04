"""Five weeks of a shop, morning by morning, through the command line."""

import os
import subprocess
import sys

import pytest

from support.sources import ROOT


@pytest.mark.timeout(900)  # some 35 s of CPU: on a busy machine a multiple of that
def test_every_morning_of_five_weeks_is_right():
    """The script ends with 0: each morning showed what its table says by hand; what it printed tells the first that did not."""
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("addin", "tests"))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    script = [sys.executable, ROOT / "benchmarks" / "five_weeks.py"]
    played = subprocess.run(script, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert played.returncode == 0, played.stdout + played.stderr
    assert played.stdout.splitlines()[-1] == "33 mornings are right"
