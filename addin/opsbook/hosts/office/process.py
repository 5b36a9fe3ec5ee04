"""Run a program of another maker for a limited time, without a window."""

import os
import signal
import subprocess
import sys

_WITHOUT_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows alone opens one for a program


def run(command: list[str], patience: float) -> bool:
    """Run a program to its end; what it prints is nobody's business.

    Args:
        command: the program and its words.
        patience: seconds until it is stopped, with whatever it started.

    Returns:
        Whether it ended by itself.
    """
    process = subprocess.Popen(  # noqa: S603 the program was found, not typed
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # a launcher starts children: stopping must reach them and nothing else
        creationflags=_WITHOUT_WINDOW,
    )
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            _stop(process)
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)  # noqa: S603 Windows' own program
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
