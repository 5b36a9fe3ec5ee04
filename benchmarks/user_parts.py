"""Whether commands keep every part of a workbook that is the user's, whatever kind it is, byte for byte and where it hung.

    PYTHONPATH=addin:tests python benchmarks/user_parts.py [COMMAND...]

Workbooks of version 0.1.0 and today's demo are stuffed with more than a hundred parts of every kind that Excel, WPS and add-ins
know (`tests/support/part_kinds.py`); each command runs on a fresh copy of each. A part is lost where its bytes, its content
type, an arrow to it, or its owner's naming of that arrow changed. openpyxl has to open the workbook, and Excel must
find nothing to repair that it did not find before.
"""

import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from support.ooxml import problems
from support.packages import parts, write
from support.stuffed_runs import COMMANDS, ran
from support.user_parts import lost, stuffed

KEPT = Path(__file__).parents[1] / "tests" / "books" / "0.1.0"


def books(folder: Path) -> Iterator[tuple[str, Path, bool]]:
    """Workbooks by name, and whether the user's things stand on our Dashboard, too."""
    ran(["demo", folder / "demo"])
    yield "0.1.0", KEPT / "demo-zh.xlsx", False
    yield "0.1.0, Dashboard", KEPT / "demo-zh.xlsx", True
    yield "0.1.0 .xlsm", KEPT / "macros-en.xlsm", False
    yield "today", folder / "demo" / "OpsBook-demo.xlsx", True


def tried(source: Path, command: str, folder: Path, *, on_the_dashboard: bool) -> tuple[Counter, list[str]]:
    """Run a command on a stuffed copy of a workbook; counts, and everything that went wrong."""
    book = folder / f"book{source.suffix}"
    everything, mine = stuffed(parts(source), on_the_dashboard=on_the_dashboard)
    write(book, everything)
    before, at_first = book.read_bytes(), set(problems(book))
    said = COMMANDS[command](book)
    wrong = lost(mine, parts(book))
    gone = {one.split(" ", 1)[1] for one in wrong if one.startswith("part ")}
    counted = Counter(parts=len(mine.parts), identical=len(mine.parts) - len(gone), links=len(mine.links))
    counted["links lost"] = len(wrong) - len(gone)
    wrong += [f"to be repaired: {one}" for one in set(problems(book)) - at_first]
    if said > 1 or book.read_bytes() == before:
        wrong.append(f"ended with {said} and wrote nothing")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl cannot keep
        openpyxl.load_workbook(book, keep_vba=source.suffix == ".xlsm")
    return counted, wrong


def main(commands: list[str]) -> None:
    """Run all of them and print the table."""
    columns = ("parts", "identical", "links", "links lost")
    print(f"{'command':<22}{'workbook':<18}" + "".join(f"{one:>12}" for one in columns) + f"{'wrong':>8}")
    with tempfile.TemporaryDirectory() as name:
        for kind, source, on_the_dashboard in books(Path(name)):
            for command in commands:
                with tempfile.TemporaryDirectory(dir=name) as folder:
                    counted, wrong = tried(source, command, Path(folder), on_the_dashboard=on_the_dashboard)
                told = "".join(f"{counted[one]:>12}" for one in columns)
                print(f"{command:<22}{kind:<18}{told}{len(wrong):>8}", flush=True)
                for one in wrong:
                    print(f"    {one}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or list(COMMANDS))
