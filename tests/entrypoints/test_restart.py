"""The Python started at login renews itself, in processes of its own."""

import os
import subprocess
import sys

from opsbook.addin.plan import SERVE, server_command
from opsbook.addin.xlwings_module import SERVER_CLASS
from support.sources import ROOT

OLD = """
import sys, time
from opsbook.entrypoints.restart import renew
renew(sys.argv[1])
print("answered", flush=True)
time.sleep(600)
"""
NEW = "import os, pathlib; pathlib.Path({path!r}).write_text(str(os.getppid()))"
PATIENCE_SECONDS = 60


def _renew(program, tmp_path):
    """A Python that would sleep for long, told to renew itself; its process, after it and its successor have ended."""
    process = subprocess.Popen(
        [sys.executable, "-c", OLD, program],
        env={**os.environ, "PYTHONPATH": str(ROOT / "addin")},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
    )
    said, _ = process.communicate(timeout=PATIENCE_SECONDS)  # the pipe ends with the last of the two
    assert said == b"answered" + os.linesep.encode()
    return process


def test_the_successor_begins_when_the_old_one_has_ended(tmp_path):
    """Excel is answered first, then the old process ends, and only then does the new one take its place."""
    path = tmp_path / "parent"
    old = _renew(NEW.format(path=str(path)), tmp_path)
    assert old.returncode == 0
    assert path.read_text() not in {"", str(old.pid)}


def test_what_starts_at_login_is_what_starts_again():
    """The successor runs what the file in the Startup folder runs, under the class the add-in asks for."""
    assert f'"C:\\P\\pythonw.exe" -P -B -c "{SERVE}"' in server_command("C:\\P\\pythonw.exe")
    assert SERVER_CLASS in SERVE
