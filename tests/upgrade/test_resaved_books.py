"""Workbooks of version 0.1.0 that another program saved: brought up to date with the same figures, never an error of ours.

openpyxl drops what cells show and the rules of Excel 2010, writes letters as numbers and sheets under other part names;
LibreOffice spells formats anew and drops our custom properties' order.
"""

import shutil
import warnings
from pathlib import Path

import openpyxl
import pytest

from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.hosts.files.host import FilesHost
from opsbook.ooxml.custom_properties import properties_of
from support.house import CATALOG
from support.later import later
from support.packages import parts, write

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"

USERS = (
    "ShopDay",
    "访客价值",
)  # one cell of it is the user's formula: what it shows is dropped until a program calculates it


def resaved(name, folder):
    """A kept book as openpyxl saves it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it drops
        book = openpyxl.load_workbook(KEPT / name, keep_vba=name.endswith("xlsm"))
    book.save(folder / name)
    return folder / name


def shown(path):
    """What every cell of every table shows."""
    book = FilesHost(path).book
    return {
        (name, header): tuple(_to_twelve_digits(row[at]) for row in book.values(table))
        for name, table in book.tables.items()
        for at, header in enumerate(table.headers)
    }


def _to_twelve_digits(value):
    """A number without what openpyxl cuts off."""
    return float(f"{value:.12g}") if isinstance(value, float) else value


def raised(path, product):
    """The book brought up to date; what it shows then."""
    host = FilesHost(path)
    upgrade(host, product)
    host.save()
    return shown(path)


@pytest.mark.parametrize("name", ["users-zh.xlsx", "macros-en.xlsm"])
@pytest.mark.parametrize("product", [CATALOG, later()], ids=["today", "later"])
def test_a_book_that_openpyxl_saved_shows_the_same_figures(name, product, tmp_path):
    """Every cell of every table shows what it shows in the book that nobody saved anew."""
    wanted = raised(Path(shutil.copy(KEPT / name, tmp_path / f"own{name[-5:]}")), product)
    found = raised(resaved(name, tmp_path), product)
    differing = {place for place, cells in found.items() if cells != wanted[place]} - {USERS}
    # rows more since 0.1.0, on a sheet that is kept as that program saved it
    assert {place for place in differing if place[0] != "CalcMetric"} == set()
    assert found.keys() == wanted.keys()


@pytest.mark.parametrize("name", ["users-zh.xlsx", "macros-en.xlsm"])
def test_commands_go_on_with_it(name, tmp_path, run):
    """Check, refresh and check again: no crash, and what was wrong before is all that is wrong."""
    path = resaved(name, tmp_path)
    known = run("check", KEPT / name).code
    assert [run(*words, path).code for words in (["check"], ["refresh"], ["check"])] == [known, 0, known]
    assert run("upgrade", path).code == 0


def test_letters_written_as_numbers_are_read(tmp_path, run):
    """A guard's message in numeric references, as several programs write it, is the same message."""
    path = Path(shutil.copy(KEPT / "template-zh.xlsx", tmp_path / "book.xlsx"))
    everything = parts(path)
    for name, content in everything.items():
        if name.startswith("xl/worksheets/sheet"):
            head, data, tail = content.partition(b"</sheetData>")
            spelled = "".join(one if one.isascii() else f"&#{ord(one)};" for one in tail.decode())
            everything[name] = head + data + spelled.encode()
    write(path, everything)
    host = FilesHost(path)
    done = upgrade(host, later())
    assert "ShopDay.refund_rate" in done.looks  # known again for a light of the first version
    assert run("refresh", path).code == 0


def test_a_book_without_properties_is_upgraded_too(tmp_path):
    """Where a program dropped them all, they come back."""
    path = Path(shutil.copy(KEPT / "template-zh.xlsx", tmp_path / "book.xlsx"))
    everything = {name: content for name, content in parts(path).items() if name != "docProps/custom.xml"}
    for listed in ("[Content_Types].xml", "_rels/.rels"):
        text = everything[listed].decode()
        tag = next(one for one in text.split("<") if "custom" in one and one.startswith(("Override", "Relationship ")))
        everything[listed] = text.replace(f"<{tag}", "").encode()
    write(path, everything)
    raised(path, CATALOG)
    assert "frame=" in properties_of(FilesHost(path).book.package)["opsbook_features"]
