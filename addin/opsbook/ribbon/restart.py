"""Start the Python anew that was started at login: the button `restart` of the ribbon asks it to, through VBA.

Where Defender keeps Excel from starting programs, no job of Excel's holds that Python, so ending and starting it is its own
work: a successor, loaded with what is installed now, waits for its end, as two cannot serve one class.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable

from opsbook.addin.plan import SERVE

_ANSWER_SECONDS = 1.0  # Excel gets its answer before the end
_WAIT = "import sys; sys.stdin.read(); "  # the pipe ends with the process that holds its other end


def renew(program: str = SERVE, end: Callable[[int], object] = os._exit) -> None:
    """Start a successor, and end this process once Excel has been answered.

    Args:
        program: what the successor runs, as Python.
        end: ends this process.
    """
    command = [sys.executable, "-P", "-B", "-c", f"{_WAIT}{program}"]
    successor = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 - ourselves
    threading.Timer(_ANSWER_SECONDS, _leave, [successor, end]).start()


def _leave(successor: subprocess.Popen[bytes], end: Callable[[int], object]) -> None:
    """End, unless the successor did not come about: an old Python is better than none."""
    if successor.poll() is None:
        end(0)
