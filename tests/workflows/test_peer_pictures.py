"""Pictures of competing items: those beside an imported file leave their fingerprint in the log."""

from random import Random

import pytest
from PIL import Image

from opsbook.engine.imports.importing import import_files
from opsbook.engine.refresh import refresh
from support.facts import NOW
from support.peer_files import log, seen

WEEKS = ("2026-03-05", "2026-03-12", "2026-03-19")


def _poured(workbook, *paths):
    report = import_files(workbook, paths, NOW)
    refresh(workbook)
    return report


def _picture(path, seed):
    """A picture of coarse spots; another seed is another picture."""
    spots = Image.frombytes("L", (8, 8), Random(seed).randbytes(64))
    spots.resize((128, 128)).save(path)
    return path.name


def test_another_picture_is_an_event(memory_book, tmp_path):
    """Images that lie beside the file leave their fingerprint in the log; a different one is told by its name."""
    workbook = memory_book()
    names = [_picture(tmp_path / name, seed) for name, seed in (("旧.png", 1), ("旧2.png", 1), ("新.png", 2))]
    rows = [seen(day, 主图=name) for day, name in zip(WEEKS, names, strict=True)]
    _poured(workbook, log(tmp_path, rows))
    assert [row["image"].split(" #")[0] for row in workbook.rows("PeerLog")] == names
    (event,) = [row for row in workbook.rows("PeerEvents") if row["kind"]]
    assert (event["kind"], event["before"], event["after"]) == ("主图变更", "旧.png", "新.png")
    assert _poured(workbook, log(tmp_path, rows, name="又一份")).all_issues == ()


@pytest.mark.parametrize("name", ["../图.png", "{folder}/图.png", "C:图.png", r"\\别的电脑\图.png"])
def test_only_pictures_beside_the_file_are_opened(memory_book, tmp_path, name):
    """A cell that names another folder, drive or computer is kept as it is, and nothing there is looked at."""
    workbook = memory_book()
    _picture(tmp_path / "图.png", 1)
    written = name.format(folder=tmp_path)
    _poured(workbook, log(tmp_path / "in", [seen(WEEKS[0], 主图=written)]))
    assert [row["image"] for row in workbook.rows("PeerLog")] == [written]
