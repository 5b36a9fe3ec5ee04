"""Whatever people do to a workbook, an upgrade keeps it: edits by chance, read back with a second library.

`UPGRADES=300 python -m pytest tests/upgrade/test_random_edits.py` tries as many; the suite tries a few.
"""

import os
import random
import shutil
from pathlib import Path

import openpyxl
import pytest

from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import cell_name, quoted
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.widening import widen
from support.later import later
from support.ooxml import assert_valid
from support.packages import parts

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"
BOOKS = ("demo-zh.xlsx", "macros-en.xlsm", "users-zh.xlsx")
COUNT = int(os.environ.get("UPGRADES", "9"))

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")


class Person:
    """Somebody who edits a workbook by chance, and knows what must be found again.

    Args:
        host: the workbook.
        chance: what decides.
    """

    def __init__(self, host, chance):
        self.host, self.book, self.chance = host, host.book, chance
        self.cells, self.formulas, self.names, self.headers, self.titles = {}, {}, {}, {}, {}

    def types_beside_everything(self):
        """A note right of a sheet's last column and below its last row."""
        page = self.book.sheet(self.chance.choice(self.book.titles))
        row, column = page.used.bottom + 2, page.used.right + self.chance.randint(8, 30)
        self.book.write(page, row, column, f"便条 {self.chance.random()}")
        self.cells[page.name, cell_name(row, column)] = page.value(row, column)

    def writes_a_formula(self):
        """A formula of the user's that reads one of our columns."""
        page = self.book.sheet(self.chance.choice(self.book.titles))
        table = self.book.table(self.chance.choice(["ShopDay", "ItemDay", "GoalDay"]))
        row, column = page.used.bottom + 2, page.used.right + self.chance.randint(8, 30)
        text = f"SUM({table.name}[{self.chance.choice([one for one in table.headers if one.isalnum()])}])"
        self.book.write_formula(page, row, column, text, 0.0)
        self.formulas[page.name, cell_name(row, column)] = f"={text}"

    def defines_a_name(self):
        """A name for some cells."""
        page, name = self.book.sheet(self.chance.choice(self.book.titles)), f"mine_{len(self.names)}"
        self.names[name] = f"{quoted(page.name)}!$B$2:$D${self.chance.randint(3, 40)}"
        self.book.workbook.add_names([DefinedName(name, self.names[name])])

    def adds_a_column(self):
        """A column of the user's at the right edge of a table."""
        table = self.book.table(self.chance.choice(["ShopDay", "SourceDay", "ItemDay", "Thresholds"]))
        header = f"我的列{self.chance.randint(1, 10**6)}"
        widen(self.book, table, header, table.headers[-1])
        table = self.book.table(table.name)
        row = self.chance.randint(table.body.top, min(table.body.bottom, table.body.top + 50))
        self.book.write(self.book.sheet(table.sheet), row, table.place.right, "记一笔")
        self.headers.setdefault(table.name, []).append(header)
        self.cells[table.sheet, cell_name(row, table.place.right)] = "记一笔"

    def renames_a_sheet(self):
        """A tab gets another name; nothing of ours is found by it."""
        old = self.chance.choice(self.book.titles)
        if any(place.startswith(f"{quoted(old)}!") for place in self.names.values()):
            return
        new = f"{old[:20]}{self.chance.randint(1, 99)}"
        follow_renaming(self.book, old, new)
        for kept in (self.cells, self.formulas):
            for sheet, cell in [place for place in kept if place[0] == old]:
                kept[new, cell] = kept.pop((sheet, cell))

    def edit(self, times):
        """Do some of all that, and save."""
        for _ in range(times):
            self.chance.choice(
                [
                    self.types_beside_everything,
                    self.writes_a_formula,
                    self.defines_a_name,
                    self.adds_a_column,
                    self.renames_a_sheet,
                ]
            )()
        self.host.save()


def follow_renaming(book, old, new):
    """Rename a sheet as Excel does: names that mean its cells and charts that show them follow."""
    for part in [one for one in book.package.names() if one.startswith("xl/charts/chart")]:
        text = book.package.read(part)
        book.package.write(
            part, text.replace(f"{quoted(old)}!", f"{quoted(new)}!").replace(f">{old}!", f">{quoted(new)}!")
        )
    meanings = {
        one.name: one.text.replace(f"{quoted(old)}!", f"{quoted(new)}!").replace(f"{old}!", f"{quoted(new)}!")
        for one in book.workbook.names()
        if one.sheet is None and one.text.startswith((f"{quoted(old)}!", f"{old}!"))
    }
    book.rename_sheet(old, new)
    book.workbook.redefine(meanings)


@pytest.mark.parametrize("seed", range(COUNT))
def test_what_people_did_is_found_again(seed, tmp_path):
    """Cells, formulas, names, columns and tabs are there, at their places; parts that are not ours keep their bytes."""
    chance, name = random.Random(seed), BOOKS[seed % len(BOOKS)]
    path = Path(shutil.copy(KEPT / name, tmp_path / name))
    person = Person(FilesHost(path), chance)
    person.edit(chance.randint(1, 8))
    before = parts(path)
    host = FilesHost(path)
    done = upgrade(host, later())
    host.save()
    kept = openpyxl.load_workbook(path, keep_vba=name.endswith("xlsm"))
    assert {(sheet, cell): kept[sheet][cell].value for sheet, cell in person.cells} == person.cells
    followed = {place: done.renamed.formula(text) for place, text in person.formulas.items()}
    assert {(sheet, cell): kept[sheet][cell].value for sheet, cell in person.formulas} == followed
    assert {one: kept.defined_names[one].attr_text for one in person.names} == person.names
    for table, headers in person.headers.items():
        assert set(headers) <= set(host.read_table(table).headers)
    theirs = [one for one in before if one.startswith(("xl/media/", "xl/comments", "xl/vba", "xl/theme"))]
    assert [one for one in theirs if parts(path)[one] != before[one]] == []
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
