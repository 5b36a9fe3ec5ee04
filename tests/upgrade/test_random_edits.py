"""Whatever people do to a workbook, an upgrade keeps it: edits by chance, read back with a second library.

`UPGRADES=300 python -m pytest tests/upgrade/test_random_edits.py` tries as many; the suite tries a few, and
`benchmarks/upgrades.py` counts what was found again.
"""

import os
import random
import shutil
from pathlib import Path

import pytest

from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import WorkbookBrokenError
from support.found_again import losses
from support.later import later
from support.ooxml import assert_valid
from support.packages import parts
from support.person import Person

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"
BOOKS = ("demo-zh.xlsx", "macros-en.xlsm", "users-zh.xlsx")
COUNT = int(os.environ.get("UPGRADES", "9"))


@pytest.mark.parametrize("seed", range(COUNT))
def test_what_people_did_is_found_again(seed, tmp_path):
    """Cells, formulas, names, columns, looks, sheets and settings are there; parts that are not ours keep their bytes."""
    chance, name = random.Random(seed), BOOKS[seed % len(BOOKS)]
    path = Path(shutil.copy(KEPT / name, tmp_path / name))
    person = Person(path, chance)
    person.edit(chance.randint(1, 8))
    before = parts(path)
    host = FilesHost(path)
    done = upgrade(host, later())
    host.save()
    assert losses(person, before, path, done) == []
    assert_valid(path)
    once, again = parts(path), FilesHost(path)
    upgrade(again, later())
    again.save()
    assert parts(path) == once


def test_cells_in_the_way_stop_it_in_words(tmp_path):
    """Where somebody keeps something right beside a table that grows, nothing is written, and the cell is named."""
    path = Path(shutil.copy(KEPT / "demo-zh.xlsx", tmp_path / "demo.xlsx"))
    host = FilesHost(path)
    table = host.book.table("ItemDay")
    host.book.write(host.book.sheet(table.sheet), table.body.top, table.place.right + 1, "x")
    host.save()
    before = path.read_bytes()
    with pytest.raises(WorkbookBrokenError, match="no-column-free"):
        upgrade(FilesHost(path), later())
    assert path.read_bytes() == before
