"""A workbook that its operator used for a year, and the workbooks made from it."""

import contextlib
import functools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from opsbook.cli.main import main
from opsbook.hosts.files.host import FilesHost
from support.books import SHOP, shared
from support.house import open_book
from support.own_book import own_book


@pytest.fixture(scope="session")
def old_file(tmp_path_factory) -> Path:
    """The operator's workbook of 2026; never to be written into."""
    return shared(tmp_path_factory, "own-book", lambda folder: own_book(folder) and None) / "2026.xlsx"


@pytest.fixture(scope="session")
def made(old_file, tmp_path_factory) -> Callable[[int, str], Path]:
    """The workbook made from it of a year and in a language, its JSON answer beside it; never to be written into."""

    def path(year: int, lang: str) -> Path:
        def make(into: Path) -> None:
            words = ["new", into / "new.xlsx", "--shop", SHOP, "--year", year, "--lang", lang, "--from", old_file]
            with (into / "answer.json").open("w", encoding="utf-8") as file, contextlib.redirect_stdout(file):
                code = main([*map(str, words), "--json"])
            (into / "code").write_text(str(code))

        return shared(tmp_path_factory, f"carried-{year}-{lang}", make) / "new.xlsx"

    return functools.cache(path)


@pytest.fixture(scope="session")
def left(made) -> Callable[[int, str], list[tuple[str, str, str, str]]]:
    """What could not go along: code, sheet, column and cell."""

    def told(year: int, lang: str) -> list[tuple[str, str, str, str]]:
        answer = json.loads((made(year, lang).parent / "answer.json").read_text("utf-8"))
        return [(one["code"], one["sheet"], one["column"], one["cell"]) for one in answer["left"]]

    return told


@pytest.fixture(scope="session")
def old(old_file):
    """The operator's workbook, opened to look."""
    return open_book(FilesHost(old_file))


@pytest.fixture(scope="session")
def new(made):
    """A workbook made from it, opened to look."""
    return functools.cache(lambda year, lang: open_book(FilesHost(made(year, lang))))
