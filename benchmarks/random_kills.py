"""Whether commands by chance that are killed at moments by chance lose anything, on books that live on through all of it.

    PYTHONPATH=addin:tests python benchmarks/random_kills.py [COUNT] [SEED]

COUNT (200) times a command that writes is killed with SIGKILL, on a book with history; every 20 kills another one begins its life
as a workbook of version 0.1.0. What the command does when nobody stops it is tried on a copy before. After a kill, workbook and
history together must hold what they held before or what they hold after, no row lost; the same command, or the next, must work and
lead to what it leads to otherwise; no file may be left behind.
"""

import contextlib
import hashlib
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from opsbook.cli.main import main as opsbook
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import WorkbookBrokenError
from support import inbox
from support.book_state import rows_anywhere
from support.house import open_book

KEPT = Path(__file__).parents[1] / "tests" / "books" / "0.1.0" / "users-zh.xlsx"
SHOP = "云上居家旗舰店"
LIFE = 20
COMMANDS = ("import", "daily", "goal", "refresh", "undo", "upgrade")
TYPED = ("GoalYear", "GoalMonth", "GoalDay", "Events", "Thresholds")
State = Mapping[str, object]


def quietly(*words: object) -> int:
    """Run a command in this process; its exit code."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return opsbook([*map(str, words), "--quiet"])


def state(book: Path) -> State:
    """What a workbook and its history hold together; of a workbook of an older version, its bytes."""
    try:
        found = dict(rows_anywhere(book))
    except WorkbookBrokenError:
        return {"older": hashlib.sha256(book.read_bytes()).hexdigest()}
    workbook = open_book(FilesHost(book))
    typed = [name for name in TYPED if name in workbook.host.book.tables]
    return found | {name: repr(sorted(map(repr, workbook.rows(name)))) for name in typed}


def export(folder: Path, chance: random.Random, number: int) -> list[Path]:
    """Exports of days by chance, old ones among them: their rows move to the history, or replace what lies there."""
    made = f"2026-12-{1 + number % 28:02d}"
    days = [f"2026-{chance.choice((9, 10, 11)):02d}-{chance.randint(1, 28):02d}" for _ in range(2)]
    listed = {f"6000000000{item:02d}": {"支付金额": chance.randint(1, 999)} for item in range(3)}
    name = f"{number}"
    shop = {day: {"访客数": chance.randint(9, 99), "支付金额": chance.randint(9, 999)} for day in days}
    return [
        inbox.shop(folder, shop, made=made, name=f"店铺{name}", of=SHOP),
        *(inbox.items(folder, day, listed, made=made, name=f"商品{name}-{at}") for at, day in enumerate(days)),
    ]


def words_of(command: str, chance: random.Random, number: int, base: Path) -> list[str]:
    """A command by chance, BOOK for the workbook."""
    if command in {"import", "daily"}:
        files = export(base / "inbox" / str(number), chance, number)
        return [command, "BOOK", *(map(str, files) if command == "import" else [str(files[0].parent)])]
    if command == "goal":
        return ["goal", "BOOK", "--month", f"2026-{chance.randint(1, 12):02d}", str(chance.randint(10**5, 10**7))]
    more = ["--date", f"2026-10-{chance.randint(1, 28):02d}"] if command == "refresh" else []
    return [command, "BOOK", *more]


def start(words: list[str], book: Path) -> subprocess.Popen:
    """A command in a process of its own."""
    typed = [str(book) if word == "BOOK" else word for word in words]
    env = {**os.environ, "XDG_STATE_HOME": str(book.parent / "state")}
    said = [sys.executable, "-m", "opsbook", *typed, "--quiet"]
    return subprocess.Popen(said, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)


class Lives:
    """Books one after another, and the times commands take."""

    def __init__(self, base: Path, chance: random.Random) -> None:
        self.base, self.chance, self.times = base, chance, defaultdict(lambda: 2.0)
        self.folder, self.book = base / "life", base / "life" / "book.xlsx"

    def begin(self) -> None:
        """Another book."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        shutil.copy(KEPT, self.book)

    def whole(self, words: list[str]) -> tuple[int, State]:
        """What a command leads to on a copy, and how long it takes."""
        copy = self.base / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder, copy)
        begin = time.perf_counter()
        code = start(words, copy / "book.xlsx").wait()
        self.times[words[0]] = time.perf_counter() - begin
        return code, state(copy / "book.xlsx")

    def kill(self, words: list[str]) -> bool:
        """Kill a command at a moment by chance, half of them near its end; whether it had ended by then."""
        share = self.chance.uniform(0.0, 1.1) if self.chance.random() < 0.5 else self.chance.uniform(0.6, 1.05)
        process = start(words, self.book)
        time.sleep(self.times[words[0]] * share)
        ended = process.poll() is not None
        process.kill()
        process.wait()
        return ended

    def tried(self, words: list[str]) -> tuple[str, list[str]]:
        """Kill a command; what was found, and what is wrong."""
        before = state(self.book)
        code, after = self.whole(words)
        ended = self.kill(words)
        seen, wrong = state(self.book), []
        with zipfile.ZipFile(self.book) as package:
            wrong += [f"damaged {part}" for part in [package.testzip()] if part]
        if seen not in (before, after):
            wrong += ["neither: " + "; ".join(differing(seen, before)) + " | " + "; ".join(differing(seen, after))]
        told = "ended" if ended else "old" if seen == before else "new"
        next_one = ["refresh", "BOOK"] if seen == after != before else words
        said = quietly(*(self.book if word == "BOOK" else word for word in next_one))
        if said != (0 if next_one != words else code):
            wrong.append(f"the next command, {next_one[0]}, ended with {said}, otherwise {code}")
        if (then := state(self.book)) != after:
            wrong.append("otherwise after the next: " + "; ".join(differing(then, after)))
        wrong += [f"left behind: {one.name}" for one in self.folder.rglob("~*")]
        wrong += [f"left behind: {one.name}" for one in self.folder.rglob("*-journal")]
        return told, wrong


def differing(one: State, other: State) -> list[str]:
    """Where two states differ."""
    return [str(name) for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]


def report(found: Mapping[str, Counter]) -> None:
    """Print the table as far as it goes."""
    print(
        f"{sum(one.total() - one['wrong'] for one in found.values())} killed\n{'':<10}"
        + "".join(f"{one:>8}" for one in ("old", "new", "ended", "wrong"))
    )
    for command in COMMANDS:
        told = "".join(f"{found[command][one]:>8}" for one in ("old", "new", "ended", "wrong"))
        print(f"{command:<10}{told}", flush=True)


def main(count: int = 200, seed: int = 0) -> None:
    """Kill them all and print the table."""
    chance, found = random.Random(seed), defaultdict(Counter)  # noqa: S311 - moments, no secrets
    with tempfile.TemporaryDirectory() as name:
        lives = Lives(Path(name), chance)
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        for number in range(count):
            command = chance.choice(COMMANDS)
            if number % LIFE == 0:
                report(found)
                lives.begin()
                command = chance.choice(("upgrade", "import", "daily"))
            words = words_of(command, chance, number, Path(name))
            told, wrong = lives.tried(words)
            found[command][told] += 1
            found[command]["wrong"] += bool(wrong)
            for line in wrong:
                print(f"{number} {command}, {told}: {line}", flush=True)
    report(found)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
