"""A pytest plugin: workbooks that cost seconds to make, made once and shared by all workers; tests get copies."""

import contextlib
import functools
import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from opsbook.cli.main import main
from opsbook.hosts.files.host import FilesHost
from support.answers import answer_of
from support.house import know_book, open_book
from support.plan_host import copied, plan_host

SHOP, YEAR = "小棉袄家居店", 2026
PATIENCE_SECONDS = 240


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker to ask fills; the others wait for it."""
    base = factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, ready, failed = (root / f"shared-{name}{state}" for state in ("", "-ready", "-failed"))
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not ready.exists():
            assert not failed.exists(), f"{name} could not be made: the first test that asked for it says why"
            assert time.monotonic() < deadline, f"{name} was not made in time"
            time.sleep(0.1)
    else:
        try:
            make(folder)
        except BaseException:
            failed.touch()
            raise
        ready.touch()
    return folder


def _copied(source: Path, folder: Path) -> Path:
    return Path(shutil.copy(source, folder / "book.xlsx"))


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory) -> Callable[[str], Path]:
    """The demo command's folder in a language, its JSON answer beside it; never to be written into."""

    def folder(lang: str) -> Path:
        def make(into: Path) -> None:
            with (into / "answer.json").open("w", encoding="utf-8") as file, contextlib.redirect_stdout(file):
                assert main(["demo", str(into / "demo"), "--lang", lang, "--json"]) == 0

        return shared(tmp_path_factory, f"demo-{lang}", make) / "demo"

    return functools.cache(folder)


@pytest.fixture(scope="session")
def verified(demo_folder, tmp_path_factory) -> Callable[[str, str], dict]:
    """What `opsbook verify --engine … --json` answers about the demo book of a language."""

    def answer(lang: str, engine: str) -> dict:
        def make(into: Path) -> None:
            book = demo_folder(lang) / "OpsBook-demo.xlsx"
            with (into / "answer.json").open("w", encoding="utf-8") as file, contextlib.redirect_stdout(file):
                main(["verify", str(book), "--engine", engine, "--json"])

        folder = shared(tmp_path_factory, f"verified-{lang}-{engine}", make)
        return json.loads((folder / "answer.json").read_text("utf-8"))

    return functools.cache(answer)


@pytest.fixture
def demo(demo_folder, tmp_path) -> Path:
    """A copy of the Chinese demo book."""
    return _copied(demo_folder("zh") / "OpsBook-demo.xlsx", tmp_path)


@pytest.fixture(scope="session")
def new_file(tmp_path_factory) -> Callable[[str], Path]:
    """A new book of 2026 in a language; never to be written into."""

    def file(lang: str) -> Path:
        def make(into: Path) -> None:
            words = ["new", str(into / "new.xlsx"), "--shop", SHOP, "--year", str(YEAR), "--lang", lang, "--quiet"]
            assert main(words) == 0

        return shared(tmp_path_factory, f"new-{lang}", make) / "new.xlsx"

    return functools.cache(file)


@pytest.fixture
def book(new_file, tmp_path) -> Path:
    """A copy of a new Chinese book without figures."""
    return _copied(new_file("zh"), tmp_path)


class FilesShelf:
    """A book on disk, as `new` makes it."""

    def __init__(self, path: Path):
        self.path = path
        self.workbook = open_book(FilesHost(path))

    def kept(self):
        """Save and open again."""
        self.workbook.host.save()
        self.workbook = open_book(FilesHost(self.path))
        return self.workbook


class MemoryShelf:
    """The same book in memory."""

    def __init__(self, host):
        self.workbook = open_book(host)

    def kept(self):
        """There is nothing to save."""
        return self.workbook


@pytest.fixture(scope="session")
def memory_book(new_file):
    """A new book in memory; every call gives a fresh one."""
    made = plan_host("zh", FilesHost(new_file("zh")))
    open_book(made)  # it has all its parts: copies need not be searched again
    return lambda: know_book(copied(made))


@pytest.fixture(params=["memory", "files"])
def shelf(request):
    """A new book of 2026 on both hosts."""
    if request.param == "memory":
        return MemoryShelf(request.getfixturevalue("memory_book")().host)
    return FilesShelf(request.getfixturevalue("book"))


class Ran:
    """What a command answered."""

    def __init__(self, code: int, out: str, err: str):
        self.code, self.out, self.err = code, out, err


def wrong_codes(run, book) -> set[str]:
    """What `check` finds wrong, days that reports do not speak of left out: few tests fill a whole month."""
    issues = json.loads(run("check", book, "--json").out)["issues"]
    return {one["code"] for one in issues if one["level"] != "info"} - {"days-missing"}


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run a command in this process; its log goes beside the test's files, and its answer in JSON is as declared."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    def command(*words) -> Ran:
        capsys.readouterr()
        typed = [str(word) for word in words]
        ran = Ran(main(typed), *capsys.readouterr())
        if "--json" in typed and ran.out:
            answer_of(typed, ran.out)
        return ran

    return command
