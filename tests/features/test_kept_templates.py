"""What packages add is drawn once into the user's cache; whatever befalls the cache, the workbook is right."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from opsbook.hosts.template.blank import blank_book
from opsbook.hosts.template.kept import MOST, kept
from opsbook.model.records.contribution import Sheet
from support import guest
from support.house import CATALOG
from support.sources import ROOT, TESTS

DRAW = """
import sys
from opsbook.hosts.template.kept import kept
from support import guest
sys.stdout.buffer.write(kept("t", guest.grown(), "s", lambda: b"drawn" * 200000)[:5])
"""


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache of this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "opsbook"


def times(catalog=None, sources="s", name="t") -> tuple[bytes, int]:
    """What is kept, and how often it was drawn for that."""
    drawn = []
    content = kept(name, catalog or guest.grown(), sources, lambda: drawn.append(1) or b"content")
    return content, len(drawn)


def test_it_is_drawn_once(cache):
    """The second time it is read."""
    assert [times(), times()] == [(b"content", 1), (b"content", 0)]
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize(
    "again",
    [{"sources": "other"}, {"name": "u"}, {"catalog": CATALOG}, {"catalog": replace(guest.grown(), settings=())}],
    ids=["program", "name", "packages", "declared"],
)
def test_whatever_changes_it_draws_it_anew(cache, again):
    """Another program, another package, another declaration."""
    times()
    assert times(**again) == (b"content", 1)
    assert len(list(cache.iterdir())) == 2


def test_another_code_of_the_package_draws_it_anew(cache, tmp_path, monkeypatch):
    """A package that is worked on declares the same and draws otherwise."""
    monkeypatch.syspath_prepend(tmp_path)
    catalog = replace(CATALOG, sheets=(Sheet("drawn", 1, "drawing_of_theirs:sheet"),))
    module = tmp_path / "drawing_of_theirs.py"
    module.write_text("one = 1")
    assert [times(catalog)[1], times(catalog)[1]] == [1, 0]
    module.write_text("one = 2")
    assert times(catalog)[1] == 1
    assert cache.exists()


@pytest.mark.parametrize("damage", [lambda _: b"", lambda content: content[:-1], lambda content: content + b"x"])
def test_a_damaged_file_is_drawn_again(cache, damage):
    """And is whole from then on."""
    times()
    (file,) = cache.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert [times(), times()] == [(b"content", 1), (b"content", 0)]


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    """It is drawn each time, in memory."""
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert [times(), times()] == [(b"content", 1), (b"content", 1)]


def test_only_the_newest_are_kept(cache):
    """Each change of the program or a package leaves a file."""
    for number in range(MOST + 3):
        times(sources=str(number))
    assert len(list(cache.iterdir())) == MOST


def test_processes_at_once_find_one_whole_file(cache):
    """Whatever order their sets have: both mean the same file."""
    paths = os.pathsep.join(map(str, (ROOT / "addin", TESTS)))
    running = [
        subprocess.Popen(
            [sys.executable, "-c", DRAW],
            env=os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
        )
        for seed in ("1", "2", "3")
    ]
    assert [one.communicate()[0] for one in running] == [b"drawn"] * 3
    (file,) = cache.iterdir()
    seal, _, content = file.read_bytes().partition(b"\n")
    assert (len(seal), content) == (64, b"drawn" * 200000)


def test_a_workbook_from_the_cache_is_the_one_that_was_drawn(cache):
    """Part for part, with the package's sheet."""
    drawn, read = (blank_book(guest.grown(), "zh") for _ in range(2))
    assert read.locate("go_guest") == (guest.NAME["zh"], "B1")
    assert all(
        drawn.book.package.content(part) == read.book.package.content(part) for part in drawn.book.package.names()
    )
    assert any(Path(file).name.startswith("template-zh-") for file in cache.iterdir())
