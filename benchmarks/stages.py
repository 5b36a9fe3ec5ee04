"""Run one `opsbook` command and say which stage took how long; started by daily.py.

    python benchmarks/stages.py STARTED daily BOOK FOLDER

STARTED is the moment this process was started, in seconds of `time.time()`. The command is the real one: functions that
begin a stage are wrapped in clocks, nothing else changes. Answers in JSON on the last line: seconds by stage, without the
stages inside it.
"""

import functools
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from types import ModuleType

from opsbook.cli.main import main
from opsbook.engine import refresh as refreshing
from opsbook.engine.imports import inbox
from opsbook.features.books import commands as books
from opsbook.hosts.files.host import FilesHost

STAGES: tuple[tuple[ModuleType | type, str, str], ...] = (
    (books, "open_file", "open the book"),
    (inbox, "gather", "read the exports"),
    (books, "import_inbox", "lay rows by key"),
    (books, "refresh_day", "find the newest day"),
    (refreshing, "write_results", "events and sources"),
    (refreshing, "cached_of", "calculate formulas"),
    (FilesHost, "set_cached", "write cached values"),
    (FilesHost, "upsert_rows", "write rows"),
    (FilesHost, "save", "save"),
)


def watch(owner: ModuleType | type, name: str, stage: str, spent: Counter[str], running: list[str]) -> None:
    """Let a function count its seconds, and take them from the stage it runs in."""
    function: Callable[..., object] = getattr(owner, name)

    @functools.wraps(function)
    def timed(*args: object, **words: object) -> object:
        begin = time.perf_counter()
        running.append(stage)
        try:
            return function(*args, **words)
        finally:
            seconds = time.perf_counter() - begin
            running.pop()
            spent[stage] += seconds
            if running:
                spent[running[-1]] -= seconds

    setattr(owner, name, timed)


def run(started: float, argv: list[str]) -> dict[str, float]:
    """Run the command with clocks; what no stage covers is 'everything else'."""
    spent: Counter[str] = Counter()
    running: list[str] = []
    spent["start Python, load libraries"] = time.time() - started
    for owner, name, stage in STAGES:
        watch(owner, name, stage, spent, running)
    main(argv)
    spent["everything else"] = time.time() - started - spent.total()
    return dict(spent)


if __name__ == "__main__":
    print("\n" + json.dumps(run(float(sys.argv[1]), sys.argv[2:])))
