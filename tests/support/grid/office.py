"""The line to a LibreOffice of one's own."""

import pickle
import subprocess
import sys
from pathlib import Path

from support.office import SYSTEM_PYTHON

WORKER = Path(__file__).parent / "worker.py"


class OfficeError(Exception):
    """LibreOffice refused a call."""


class Office:
    """One LibreOffice, with a profile that is thrown away; methods are those of `worker.Calc`."""

    def __init__(self):
        self._waiting = False
        self._process = subprocess.Popen(
            [_python_with_uno(), "-W", "ignore", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __getattr__(self, method):
        return lambda *arguments, **named: self._call(method, arguments, named)

    def _call(self, method, arguments, named):
        assert not self._waiting, "an earlier call was broken off"
        self._waiting = True
        pickle.dump((method, arguments, named), self._process.stdin)
        self._process.stdin.flush()
        fine, answer = pickle.load(self._process.stdout)  # noqa: S301 - our own child's words
        self._waiting = False
        if not fine:
            raise OfficeError(answer)
        return answer

    def stop(self):
        """End the line; the worker stops its LibreOffice and itself."""
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()


def _python_with_uno():
    probe = [sys.executable, "-c", "import uno"]
    return sys.executable if subprocess.run(probe, capture_output=True, check=False).returncode == 0 else SYSTEM_PYTHON
