"""Change the product in small ways, one at a time, and say which changes no test notices.

    python benchmarks/mutation.py [--seed 2026] [--count 60] [--list] [--only N ...] [--near]

A mutant is one changed expression: `<` for `<=`, + for -, a number one higher. Mutants are drawn from the areas below in
turn, the kinds of change as evenly as an area allows. The draw depends on the seed and on each expression's own text and
function, not on its file or line: code that moves keeps its mutants. The tests run on a copy of the repository, the
nearest files first, and stop at the first failure. The exit code is 1 where a mutant survives that is not called
equivalent.
"""

import argparse
import ast
import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mutants import Mutant, mutants_of

ROOT = Path(__file__).parents[1]
PACKAGE = Path("addin/opsbook")
LEFT_BEHIND = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist")
TEST_SECONDS, RUN_SECONDS = 120, 1200
PYTEST = ("-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--timeout", str(TEST_SECONDS), "--hypothesis-seed", "0")
FAILED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Area:
    """Folders whose mutants the same tests should notice.

    Args:
        name: as shown.
        sources: folders or modules of the package.
        near: test folders or files that run first.
        wide: those that run where the near ones notice nothing.
    """

    name: str
    sources: tuple[str, ...]
    near: tuple[str, ...]
    wide: tuple[str, ...]


FRESH = "tests/entrypoints/test_commands.py"  # the committed templates are what the code prints, among others
DOCTESTS = ("tests/test_doctests.py",)
BOOK = (FRESH, "tests/layout", "tests/workflows", "tests/features")
AREAS: tuple[Area, ...] = (
    Area("goals", ("features/goals",), ("tests/goals", "tests/test_doctests.py"), (*BOOK, "tests/entrypoints/udf")),
    Area("metrics", ("metrics",), ("tests/metrics", "tests/formulas"), (*BOOK, "tests/entrypoints/udf")),
    Area(
        "rules",
        ("book/kit", "features/thresholds", "features/daily", "features/traffic", "features/items"),
        ("tests/rules", "tests/layout", "tests/entrypoints/udf"),
        (*BOOK, "tests/entrypoints/udf"),
    ),
    Area("exports", ("exports",), ("tests/importers", "tests/exports"), ("tests/workflows", "tests/demo")),
    Area(
        "hosts",
        ("hosts", "ooxml"),
        ("tests/hosts", "tests/addin", "tests/importers/test_readers.py", "tests/test_doctests.py"),
        (*BOOK, "tests/importers", "tests/entrypoints"),
    ),
    Area(
        "competitors",
        ("features/competitors",),
        ("tests/competitors", "tests/entrypoints/test_peers_command.py"),
        (*BOOK, "tests/entrypoints/udf"),
    ),
    Area(
        "analyses",
        ("features/diagnosis", "features/promotion", "features/stock", "features/experiments"),
        ("tests/diagnosis", "tests/promotion", "tests/stock", "tests/experiments", "tests/entrypoints/udf", *DOCTESTS),
        BOOK,
    ),
    Area(
        "engine",
        ("engine", "features/books"),
        ("tests/workflows", "tests/addin"),
        ("tests/layout", "tests/entrypoints", "tests/features"),
    ),
)


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A mutant that does the same as the original.

    Args:
        mutant: as `--list` shows it, from the function's name on.
        proof: why nobody can tell the two apart.
    """

    mutant: str
    proof: str


EQUIVALENT: tuple[Equivalent, ...] = (
    Equivalent(
        "with_kept: not columns → False",
        "Without kept columns the loop below gives every fact `extra={}`, and facts come here with an empty `extra`.",
    ),
    Equivalent(
        "_compared: not pairs → False",
        "Without pairs no item is in `own`, and `candidates` finds a match only for an item of `own`: nothing is yielded.",
    ),
)
MOST_EQUIVALENT = 6


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mutant of a draw and the area it was drawn from."""

    area: Area
    mutant: Mutant


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a mutant: the test that noticed it or None, and the seconds it took."""

    drawn: Drawn
    noticed: str | None
    seconds: float


def candidates(area: Area) -> list[Mutant]:
    """List every mutant of an area.

    Raises:
        FileNotFoundError: the table names a folder that is not there.
    """
    found: list[Mutant] = []
    for name in area.sources:
        source = ROOT / PACKAGE / name
        files = sorted(source.rglob("*.py")) if source.is_dir() else [source]
        for file in files:
            found += mutants_of(file.read_bytes(), file.relative_to(ROOT).as_posix())
        if not files:
            raise FileNotFoundError(source)
    return found


def draw(seed: int, count: int) -> list[Drawn]:
    """Draw mutants from the areas in turn, of each area first the kinds that it has given least often."""
    left = {area.name: ordered(seed, candidates(area)) for area in AREAS}
    given: Counter[tuple[str, str]] = Counter()
    drawn: list[Drawn] = []
    for area in itertools.cycle(AREAS):
        if len(drawn) == count or not any(left.values()):
            return drawn
        if left[area.name]:
            one = min(left[area.name], key=lambda mutant: given[area.name, mutant.kind])
            left[area.name] = [mutant for mutant in left[area.name] if mutant.site != one.site]
            if one.counts((ROOT / one.file).read_bytes()):
                given[area.name, one.kind] += 1
                drawn.append(Drawn(area, one))
    return drawn


def ordered(seed: int, mutants: Iterable[Mutant]) -> list[Mutant]:
    """Shuffle mutants by their own text; equal ones keep their order in the file."""
    seen: Counter[str] = Counter()
    keys: list[tuple[bytes, Mutant]] = []
    for mutant in mutants:
        seen[mutant.text] += 1
        keys.append((sha256(f"{seed} {mutant.text} {seen[mutant.text]}".encode()).digest(), mutant))
    return [mutant for _, mutant in sorted(keys, key=lambda pair: pair[0])]


def test_files(copy: Path, places: Sequence[str], module: str) -> list[str]:
    """List the test files of some places, first those that import the module, then those called like it."""
    files = [file for place in places for file in tests_in(copy / place)]
    word = module.rsplit(".", maxsplit=1)[-1]
    nearest = sorted(files, key=lambda file: (not names(file, module), word not in file.stem))
    return [file.relative_to(copy).as_posix() for file in nearest]


def tests_in(place: Path) -> list[Path]:
    """List the test files of a folder, or the file itself.

    Raises:
        FileNotFoundError: there is none.
    """
    files = sorted(place.rglob("test_*.py")) if place.is_dir() else [place]
    if not files or not files[0].is_file():
        raise FileNotFoundError(place)
    return files


def names(file: Path, module: str) -> bool:
    """Whether a file imports a module, or something from it."""
    imports = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    parts = {
        name
        for node in imports
        if isinstance(node, ast.ImportFrom) and node.module
        for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
    }
    return module in parts


def failing(copy: Path, tests: Sequence[str]) -> str | None:
    """Name the first test of some files that fails, and fails again; None where all pass.

    A test that fails once and passes the second time met a busy machine, not a mutant.
    """
    left = list(tests)
    while left:
        found = first_failure(copy, left)
        file = found.split("::")[0] if found else ""
        if file not in left or first_failure(copy, [file]):
            return found
        left = left[left.index(file) + 1 :]
    return None


def first_failure(copy: Path, tests: Sequence[str]) -> str | None:
    """Run test files in a copy and name the first test that fails; None where all pass."""
    words = [sys.executable, "-m", "pytest", *PYTEST, *tests]
    where = {**os.environ, "PYTHONPATH": str(copy / "addin")}
    with subprocess.Popen(
        words, cwd=copy, env=where, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as run:
        try:
            said, _ = run.communicate(timeout=RUN_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            return "never ends"
    if run.returncode == 0:
        return None
    found = FAILED.search(said)
    return found[1] if found else f"pytest stopped with {run.returncode}: {said.strip().splitlines()[-1:]}"


def equivalent(mutant: Mutant) -> bool:
    """Whether the table proves that a mutant does the same as the original."""
    return any(one.mutant == mutant.text for one in EQUIVALENT)


def judged(copy: Path, number: int, drawn: Drawn, *, near_only: bool) -> Result:
    """Put a mutant into the copy, run its tests, and put the original back; of a proven one only the nearest."""
    begin, mutant = time.perf_counter(), drawn.mutant
    file = copy / mutant.file
    module = ".".join(Path(mutant.file).relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    original, state = file.read_bytes(), file.stat()
    try:
        file.write_bytes(mutant.applied(original))
        # Python takes a compiled module for the source of the same second and size: no two versions may share a time.
        os.utime(file, (state.st_atime, state.st_mtime + 10 * number))
        noticed = failing(copy, test_files(copy, drawn.area.near, module))
        if not noticed and not near_only and not equivalent(mutant):
            noticed = failing(copy, test_files(copy, drawn.area.wide, module))
    finally:
        file.write_bytes(original)
        os.utime(file, (state.st_atime, state.st_mtime))
    return Result(drawn, noticed, time.perf_counter() - begin)


def shown(number: int, drawn: Drawn) -> str:
    """A line of the list."""
    mutant = drawn.mutant
    return f"{number:>3} {mutant.kind:<10} {mutant.file.removeprefix(f'{PACKAGE}/')}:{mutant.line} {mutant.text}"


def run(numbered: Sequence[tuple[int, Drawn]], *, baseline: bool, near_only: bool) -> list[Result]:
    """Judge mutants in a copy of the repository, and print each result as it is known.

    Raises:
        SystemExit: a test fails without any mutant.
    """
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
        wide = [place for _, one in numbered if not near_only for place in one.area.wide]
        places = dict.fromkeys([*(place for _, one in numbered for place in one.area.near), *wide])
        if baseline and (broken := failing(copy, test_files(copy, tuple(places), ""))):
            sys.exit(f"fails without any mutant: {broken}")
        for number, drawn in numbered:
            results.append(judged(copy, number, drawn, near_only=near_only))
            fate = results[-1].noticed or ("equivalent" if equivalent(drawn.mutant) else "SURVIVED")
            print(f"{shown(number, drawn)}\n    {fate} ({results[-1].seconds:.0f} s)", flush=True)
    return results


def told(results: Sequence[Result]) -> int:
    """Print the share of mutants that were noticed; return how many were not."""
    counted = [one for one in results if one.noticed or not equivalent(one.drawn.mutant)]
    killed = sum(one.noticed is not None for one in counted)
    seconds = sum(one.seconds for one in results)
    called = len(results) - len(counted)
    print(
        f"{killed} of {len(counted)} noticed, {killed / max(len(counted), 1):.1%}; {called} equivalent; {seconds:.0f} s"
    )
    for area in AREAS:
        part = [one for one in counted if one.drawn.area == area]
        if part:
            print(f"  {area.name:<12} {sum(one.noticed is not None for one in part)} of {len(part)}")
    return len(counted) - killed


def stale() -> list[str]:
    """List what is wrong with the table of equivalent mutants: one that is no mutant, or too many."""
    texts = {mutant.text for area in AREAS for mutant in candidates(area)}
    wrong = [f"no such mutant: {one.mutant}" for one in EQUIVALENT if one.mutant not in texts]
    return wrong + ["too many are called equivalent"] * (len(EQUIVALENT) > MOST_EQUIVALENT)


def main(argv: Sequence[str] | None = None) -> int:
    """Draw mutants, judge them and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=2026, help="what the draw depends on (2026)")
    parser.add_argument("--count", type=int, default=60, help="how many mutants (60)")
    parser.add_argument("--list", action="store_true", help="print the mutants and run nothing")
    parser.add_argument("--only", type=int, nargs="+", metavar="N", help="judge only these numbers of the list")
    parser.add_argument("--trust", action="store_true", help="do not run the tests without a mutant first")
    parser.add_argument("--near", action="store_true", help="only the nearest tests: quick, and too strict")
    asked = parser.parse_args(argv)
    if wrong := stale():
        parser.error("; ".join(wrong))
    # A shell's background jobs ignore Ctrl+C, and so would the tests that press it; what is caught here is not inherited.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    numbered = list(enumerate(draw(asked.seed, asked.count), 1))
    chosen = [pair for pair in numbered if not asked.only or pair[0] in asked.only]
    if asked.list:
        print("\n".join(shown(*pair) for pair in chosen))
        return 0
    return 1 if told(run(chosen, baseline=not asked.trust, near_only=asked.near)) else 0


if __name__ == "__main__":
    sys.exit(main())
