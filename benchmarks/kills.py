"""Whether commands that are killed at any moment leave the old workbook or the new one, and the next command works.

    PYTHONPATH=addin:tests python benchmarks/kills.py [COUNT] [COMMAND...]

Each of COUNT (20) runs of each COMMAND (upgrade goal refresh) starts on a fresh copy of a kept workbook of version 0.1.0 and is
killed with SIGKILL after a part of the time it takes; the moments are spread over it and a little beyond, for no two runs take
as long; the later half is denser. `COMMAND@save` is killed before a line of the code that saves instead, most of them between the
record of the run and the end of the workbook's replacement. Then the file must be the old one, byte for byte, with its backup if
there is a folder, or a whole new one with a backup of the old; `opsbook refresh` must end with 0 and leave no temporary file.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from support.victim import VICTIM

KEPT = Path(__file__).parents[1] / "tests" / "books" / "0.1.0" / "template-zh.xlsx"
OPSBOOK = [sys.executable, "-m", "opsbook"]
WORDS = {"upgrade": [], "goal": ["--year", "2026", "100万"], "refresh": []}


def started(command: str, book: Path) -> subprocess.Popen:
    """A command on a workbook, in a process of its own."""
    words = [*OPSBOOK, command, str(book), *WORDS[command], "--quiet"]
    env = {**os.environ, "XDG_STATE_HOME": str(book.parent / "state")}
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)


def lines_of(command: str, book: Path, limit: int) -> subprocess.Popen:
    """The same, killed before a line of a save; without a limit it tells how many there are, and where the save is."""
    words = [sys.executable, "-c", VICTIM, str(limit), command, str(book), *WORDS[command], "--quiet"]
    env = {**os.environ, "XDG_STATE_HOME": str(book.parent / "state")}
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env, text=True)


def fresh(folder: Path) -> Path:
    """A copy of the kept workbook."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return Path(shutil.copy(KEPT, folder / "book.xlsx"))


def killed(command: str, folder: Path, seconds: float, limit: int = 0) -> tuple[str, list[str]]:
    """Kill a command after some seconds, or before a line; what was found, and what is wrong with it."""
    book, before = fresh(folder), KEPT.read_bytes()
    if limit:
        ended = lines_of(command, book, limit).wait() >= 0
    else:
        process = started(command, book)
        time.sleep(seconds)
        ended = process.poll() is not None
        process.kill()
        process.wait()
    wrong, after = [], book.read_bytes()
    state = "old" if after == before else "new"
    try:
        with zipfile.ZipFile(book) as package:
            wrong += [f"damaged {part}" for part in [package.testzip()] if part]
    except zipfile.BadZipFile:
        wrong.append("torn")
    backups = [one.read_bytes() for one in folder.glob(".opsbook/*/backups/*.bak") if not one.name.startswith("~")]
    if (state == "new" and before not in backups) or any(one != before for one in backups):
        wrong.append("no whole backup")
    if code := started("refresh", book).wait():
        wrong.append(f"the next command ended with {code}")
    wrong += [f"left behind: {one.name}" for one in folder.rglob("~opsbook-*")]
    return ("ended" if ended else f"{state}, backup" if backups else state), wrong


def limits(command: str, folder: Path, count: int) -> list[int]:
    """Lines of a save, a quarter of them anywhere, the others where it keeps what there was and replaces the workbook."""
    told = lines_of(command, fresh(folder), 0).communicate()[0].split()
    whole, begin, end = map(int, told[-3:])
    chance = random.Random(command)  # noqa: S311 - moments, no secrets
    anywhere = chance.sample(range(1, whole), count // 4)
    return sorted({*anywhere, *chance.sample(range(begin + 1, end + 5), count - len(anywhere))})


def main(count: int, commands: list[str]) -> None:
    """Kill them all and print the table."""
    print(f"{'killed':<14}{'whole s':>8}{'old':>6}{'old, backup':>13}{'new, backup':>13}{'ended':>7}{'wrong':>7}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "run"
        for chosen in commands:
            command, _, saving = chosen.partition("@")
            begin = time.perf_counter()
            started(command, fresh(folder)).wait()
            whole, found, bad = time.perf_counter() - begin, Counter(), 0
            for at, limit in enumerate(limits(command, folder, count) if saving else [0] * count):
                part = (at + 0.5) / count
                seen, wrong = killed(command, folder, whole * 1.3 * (1 - (1 - part) ** 1.5), limit)
                found[seen] += 1
                bad += bool(wrong)
                for line in wrong:
                    print(f"{chosen} after {f'line {limit}' if limit else f'{part:.2f}'}: {line}", flush=True)
            told = [found[one] for one in ("old", "old, backup", "new, backup", "ended")]
            print(f"{chosen:<14}{whole:>8.1f}{told[0]:>6}{told[1]:>13}{told[2]:>13}{told[3]:>7}{bad:>7}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, sys.argv[2:] or list(WORDS))
