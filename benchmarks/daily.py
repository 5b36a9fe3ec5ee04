"""How long one `opsbook daily` takes and how much memory, beside the obvious script doing the same update.

    python benchmarks/daily.py [RUNS | --freeze]

Both start from the demo's workbook as version 0.2.0 made it, filled up to the day before, and get the same new exports, those
the script can read. It is kept in demo-0.2.0.zip, so that figures of later versions, whose demo is larger, compare with those
of earlier ones; --freeze makes that file anew. Each run is a process of its own on a fresh copy, with its bytecode compiled as
an installation has it. Shown are the best of RUNS (3) in CPU seconds and seconds of the clock, the peak of resident memory,
and the stages of one more run of `opsbook daily`.

The obvious script leaves every formula cell without a value. Where LibreOffice is installed it is timed a second time with
LibreOffice calculating its book: only then do phones, previews and pandas see the same numbers in both books.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from opsbook.features.demo.facts.story import LAST_DAY, SHOP

OPSBOOK = [sys.executable, "-m", "opsbook"]
OBVIOUS = [sys.executable, "-W", "ignore", str(Path(__file__).with_name("obvious.py"))]  # of what openpyxl will drop
STAGES = [sys.executable, str(Path(__file__).with_name("stages.py"))]
FROZEN = Path(__file__).with_name("demo-0.2.0.zip")
READ_BY_BOTH = ("店铺-整体", "商品_全部", "流量来源", "计划报表", "关键词报表")
BOOK, TODAY = "{book}", "{today}"
MEGABYTE = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss counts bytes there, kilobytes elsewhere


@dataclass(frozen=True, slots=True)
class Run:
    """One run: CPU seconds, seconds of the clock, peak memory in MB."""

    cpu: float
    seconds: float
    megabytes: float


def measure(command: list[str]) -> Run:
    """Run a command to its end and watch only that process."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, seconds, usage.ru_maxrss / MEGABYTE)


def prepare(folder: Path) -> tuple[Path, Path]:
    """The frozen book, brought to this version's structure, and a folder with the newest exports."""
    shutil.unpack_archive(FROZEN, folder)
    book = folder / "before.xlsx"
    subprocess.run([*OPSBOOK, "refresh", str(book)], check=True, stdout=subprocess.DEVNULL)
    return book, folder / "today"


def freeze() -> None:
    """Keep the demo's workbook of this version and the newest of its exports."""
    with tempfile.TemporaryDirectory() as name:
        book, today = make(Path(name))
        kept = Path(name) / "kept"
        kept.mkdir()
        shutil.move(book, kept / book.name)
        shutil.move(today, kept / today.name)
        shutil.make_archive(str(FROZEN.with_suffix("")), "zip", kept)


def make(folder: Path) -> tuple[Path, Path]:
    """A book filled with all exports but the newest, and a folder with the newest."""
    subprocess.run([*OPSBOOK, "demo", str(folder)], check=True, stdout=subprocess.DEVNULL)
    exports = sorted((folder / "inbox").iterdir())
    newest = max(path.stat().st_mtime for path in exports)
    today = folder / "today"
    today.mkdir()
    for path in exports:
        if path.stat().st_mtime == newest:
            shutil.move(path, today / path.name)
    for path in today.iterdir():
        if not any(name in path.name for name in READ_BY_BOTH):
            path.unlink()
    book = folder / "before.xlsx"
    for command in (
        ["new", str(book), "--shop", SHOP, "--year", str(LAST_DAY.year)],
        ["import", str(book), str(folder / "inbox")],
    ):
        subprocess.run([*OPSBOOK, *command], check=True, stdout=subprocess.DEVNULL)
    return book, today


def fresh(book: Path) -> Path:
    """A copy of the book in a folder of its own."""
    copy = book.parent / "run" / "book.xlsx"
    shutil.rmtree(copy.parent, ignore_errors=True)
    copy.parent.mkdir()
    shutil.copyfile(book, copy)
    return copy


def in_turn(commands: list[list[str]], book: Path, today: Path, runs: int) -> list[Run]:
    """The fastest of several runs of each command, one of each after the other: whatever else the machine does meets all."""
    found: list[list[Run]] = [[] for _ in commands]
    for _ in range(runs):
        for command, times in zip(commands, found, strict=True):
            words = [str(fresh(book)) if word == BOOK else str(today) if word == TODAY else word for word in command]
            times.append(measure(words))
    return [min(times, key=lambda run: run.cpu) for times in found]


def stages(book: Path, today: Path) -> dict[str, float]:
    """Seconds of each stage of one run."""
    command = [*STAGES, str(time.time()), "daily", str(fresh(book)), str(today)]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(answer.splitlines()[-1])


def main(runs: int) -> None:
    """Measure both and print the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        book, today = prepare(Path(name))
        obvious = [*OBVIOUS, BOOK, TODAY]
        ours, theirs = in_turn([[*OPSBOOK, "daily", BOOK, TODAY], obvious], book, today, runs)
        parts = stages(book, today)
        office = [[*obvious, str(Path(name) / "profile")]] if shutil.which("soffice") else []
        calculated = in_turn(office, book, today, runs)
        print(f"book {book.stat().st_size / 1e6:.1f} MB, {len(list(today.iterdir()))} new exports, best of {runs}")
    print(f"{'':<30}{'CPU':>8}{'clock':>8}{'peak MB':>10}")
    print(f"{'opsbook daily':<30}{ours.cpu:>8.2f}{ours.seconds:>8.2f}{ours.megabytes:>10.0f}")
    for label, run in zip(
        ("obvious script, no values", "obvious script + LibreOffice"), (theirs, *calculated), strict=False
    ):
        times = (
            run.seconds / ours.seconds
        )  # LibreOffice works in a process of its own: the clock counts it, our CPU not
        shown = f"{run.cpu:>8.2f}{run.seconds:>8.2f}{run.megabytes:>10.0f}"
        print(f"{label:<30}{shown}   opsbook daily is {times:.1f} times as fast")
    print("\nstages of one run of opsbook daily")
    for stage, seconds in parts.items():
        print(f"  {stage:<28}{seconds:>8.2f}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--freeze"]:
        freeze()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
