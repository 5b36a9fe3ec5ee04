"""What a command costs with everything it starts: the time and memory a user sees in the task manager."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss counts bytes there, kilobytes elsewhere
PAUSE_SECONDS = 0.01  # between two looks at the memory
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: CPU seconds of all processes, seconds of the clock, peak memory of all processes together in MB."""

    cpu: float
    seconds: float
    megabytes: float


def measure_tree(command: list[str], answers: tuple[int, ...] = (0,)) -> Run:
    """Run a command to its end and watch it with its children.

    Args:
        command: program and arguments.
        answers: exit codes that are no failure.
    """
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = [0.0]
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, most, done))
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    done.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in answers:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, seconds, max(most[0], usage.ru_maxrss / MEGABYTE))


def _watch(root: int, most: list[float], done: threading.Event) -> None:
    """Keep the largest sum seen; without /proc the largest single process has to do."""
    while PROC.exists() and not done.wait(PAUSE_SECONDS):
        most[0] = max(most[0], sum(map(_resident, (root, *_below(root)))))


def _below(process: int) -> list[int]:
    """Children of a process and theirs."""
    try:
        words = (PROC / f"{process}/task/{process}/children").read_text()
    except OSError:  # it has ended
        return []
    children = [int(word) for word in words.split()]
    return children + [one for child in children for one in _below(child)]


def _resident(process: int) -> float:
    """Resident memory of a process in MB."""
    try:
        return int((PROC / f"{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, IndexError):
        return 0.0
