"""What `opsbook` costs as a shop grows: CPU seconds, peak memory and growth, beside the obvious script in the same run.

    python benchmarks/scaling.py [WHAT …] [--sizes N,N] [--runs N] [--full] [--alone]

WHAT is any of: items sources plans keywords peers orders files; all of them without. Items, plans and keywords are rows a day
with a full window of earlier days in the workbook; sources are rows a day after sixty days of them; peers are rows of the peer
log; orders are rows of one list; files are the daily files of an inbox that come at once. Without --full the sizes are small
and all of it takes a few minutes; --full goes up to the largest shop that is promised to work. --alone leaves the script out.

CPU and memory are those of the process and all it starts, memory as the sum of what they hold at one time. Growth is how many
times the time or memory of the last size a tenfold size would take, by the slope from the size before it: 10 is in step with
the rows, less is better. Each side continues a workbook it has filled itself from the same exports, and gets one more day.
"""

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import grown_exports as exports
from process_tree import Run, measure_tree

OPSBOOK = [sys.executable, "-m", "opsbook"]
BESIDE = Path(__file__).parent
OBVIOUS = [sys.executable, "-W", "ignore", str(BESIDE / "obvious.py")]  # of what openpyxl will drop
OBVIOUS_PEERS = [sys.executable, "-W", "ignore", str(BESIDE / "obvious_peers.py")]
PROBLEMS = 1  # opsbook's exit code where the data has problems, such as reports that are missing
Fill = Callable[[Path, date, int], object]


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that grows.

    Args:
        what: rows of what.
        fill: writes the exports of one day of a size into a folder.
        before: how many days stand in the workbook already.
        quick: sizes without --full.
        full: sizes with it.
        command: the command of opsbook that takes what is new.
        obvious: the script that does the same.
    """

    what: str
    fill: Fill
    before: int
    quick: tuple[int, ...]
    full: tuple[int, ...]
    command: str = "daily"
    obvious: tuple[str, ...] = tuple(OBVIOUS)


def _items(folder: Path, day: date, count: int) -> None:
    exports.shop_file(folder, [day])
    exports.item_file(folder, day, count)


def _plans(folder: Path, day: date, count: int) -> None:
    exports.ad_file(folder, day, count, keywords=False)


def _keywords(folder: Path, day: date, count: int) -> None:
    exports.ad_file(folder, day, count, keywords=True)


def _files(folder: Path, day: date, count: int) -> None:
    for one in exports.days_to(day, count):
        exports.source_file(folder, one, 10)


CASES = (
    Case("items", _items, 14, (50, 500), (500, 5000)),
    Case("sources", exports.source_file, 60, (10, 100), (30, 300)),
    Case("plans", _plans, 35, (20, 200), (100, 1000)),
    Case("keywords", _keywords, 7, (100, 1000), (1000, 10_000)),
    Case("peers", exports.peer_log, 0, (500, 5000), (1000, 10_000, 50_000), "refresh", tuple(OBVIOUS_PEERS)),
    Case("orders", exports.order_file, 0, (10_000, 100_000), (100_000, 1_000_000)),
    Case("files", _files, 0, (10, 100), (30, 300)),
)


def opsbook(*words: str | Path) -> None:
    """Run a command that only prepares."""
    done = subprocess.run([*OPSBOOK, *map(str, words)], check=False, capture_output=True, text=True)
    if done.returncode not in {0, PROBLEMS}:
        sys.exit(f"opsbook {words[0]} ended with {done.returncode}: {done.stderr}")


def prepare(case: Case, size: int, folder: Path, *, alone: bool) -> tuple[Path, Path | None, Path]:
    """Workbooks of both sides with the earlier days, and a folder with what is new."""
    earlier, today = folder / "earlier", folder / "today"
    earlier.mkdir(parents=True)
    *past, last = exports.days_to(exports.LAST_DAY, case.before + 1)
    for day in past:
        case.fill(earlier, day, size)
    case.fill(today, last, size)
    ours, theirs = folder / "ours.xlsx", None if alone else folder / "theirs.xlsx"
    opsbook("new", ours, "--shop", exports.SHOP, "--year", str(last.year))
    if case.command == "refresh":  # the log is what grows: it stands in the workbook of both sides
        opsbook("peers", "import", ours, today)
    if theirs:
        shutil.copyfile(ours, theirs)
        if past:
            subprocess.run([*OBVIOUS, str(theirs), str(earlier)], check=True, stdout=subprocess.DEVNULL)
    if past:
        opsbook("import", ours, earlier)
        opsbook("refresh", ours)
    return ours, theirs, today


def fastest(command: Sequence[str], book: Path, inbox: Path | None, runs: int) -> Run:
    """The fastest of several runs, each on a fresh copy of the workbook with the history beside it."""
    found = []
    for _ in range(runs):
        copy = book.parent / "run" / book.name
        shutil.rmtree(copy.parent, ignore_errors=True)
        copy.parent.mkdir()
        shutil.copyfile(book, copy)
        history = book.parent / ".opsbook" / book.stem
        if history.is_dir():
            shutil.copytree(history, copy.parent / ".opsbook" / book.stem)
        words = [*command, str(copy), *([str(inbox)] if inbox else [])]
        found.append(measure_tree(words, (0, PROBLEMS)))
    return min(found, key=lambda run: run.cpu)


def growth(before: float, after: float, sizes: Sequence[int]) -> float:
    """How many times as much ten times the rows take, by the slope between two sizes."""
    slope: float = math.log(after / before) / math.log(sizes[1] / sizes[0])
    return 10**slope


def show(case: Case, label: str, sizes: Sequence[int], runs: Sequence[Run]) -> None:
    """A line per size; growth from the second on."""
    for at, (size, run) in enumerate(zip(sizes, runs, strict=True)):
        line = f"{case.what:<10}{size:>10,}  {label:<16}{run.cpu:>8.2f}{run.seconds:>8.2f}{run.megabytes:>8.0f}"
        if at:
            before, pair = runs[at - 1], sizes[at - 1 : at + 1]
            times, memory = growth(before.cpu, run.cpu, pair), growth(before.megabytes, run.megabytes, pair)
            line += f"{times:>10.1f} ×{memory:>8.1f} ×"
        print(line, flush=True)


def measure_case(case: Case, sizes: Sequence[int], runs: int, *, alone: bool) -> None:
    """Measure one case at all its sizes."""
    ours: list[Run] = []
    theirs: list[Run] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            book, other, today = prepare(case, size, Path(name), alone=alone)
            inbox = None if case.command == "refresh" else today
            ours.append(fastest([*OPSBOOK, case.command], book, inbox, runs))
            if other:
                theirs.append(fastest(case.obvious, other, inbox, 1))
    show(case, f"opsbook {case.command}", sizes, ours)
    if theirs:
        show(case, "obvious script", sizes, theirs)


def main() -> None:
    """Read the words and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", metavar="WHAT", help="what grows; all without")
    parser.add_argument("--sizes", type=lambda text: tuple(map(int, text.split(","))), help="such as 500,5000")
    parser.add_argument("--runs", type=int, default=1, help="runs of opsbook, of which the fastest counts")
    parser.add_argument("--full", action="store_true", help="up to the largest sizes")
    parser.add_argument("--alone", action="store_true", help="without the script")
    asked = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"{'rows of':<10}{'size':>10}  {'':<16}{'CPU':>8}{'clock':>8}{'MB':>8}{'CPU ×10':>12}{'MB ×10':>10}")
    for case in CASES:
        if not asked.what or case.what in asked.what:
            sizes = asked.sizes or (case.full if asked.full else case.quick)
            measure_case(case, sizes, asked.runs, alone=asked.alone)


if __name__ == "__main__":
    main()
