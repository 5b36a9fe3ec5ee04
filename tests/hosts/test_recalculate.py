"""LibreOffice's answer beside what the file shows."""

import os
import sys
import time
import zipfile

import pytest
import xlsxwriter

from opsbook.hosts.office.recalculate import Difference, recalculate
from opsbook.hosts.office.soffice import find_soffice
from opsbook.model.errors import FileRefusedError, ToolMissingError
from support.ooxml import assert_valid

CELLS = (  # cell, formula, what the file shows, what it should show ("" is the empty text)
    ("B1", "A1+A2", 5, 5),
    ("B2", 'IF(A1>1,"","y")', "", ""),
    ("B3", "A1&A3", "2x", "2x"),
    ("B4", "A1>1", True, True),
    ("B5", "A1/3", 2 / 3, 2 / 3),
    ("B6", "A1*1E12", 2e12 + 1, 2e12),
    ("B7", "A1/3", 0.6666, 0.666666666666667),
    ("B8", "A3", "X", "x"),
    ("B9", "A3", 0, "x"),
    ("B10", "A2*0", "", 0),
    ("B11", "A1*1E9", 2e9 + 10, 2e9),
)
ERRORS = (("C1", "A1/0", 0, "#DIV/0!"), ("C2", "NA()", "#N/A", "#N/A"))


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("recalculate") / "账本 & 50%#1.v2.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("前页")
        sheet = workbook.add_worksheet("It's 日报")
        sheet.write_column("A1", [2, 3, "x"])
        for cell, formula, shown, _ in CELLS + ERRORS:
            sheet.write_formula(cell, f"={formula}", None, shown)
    return path


@pytest.fixture(scope="module")
def found(book):
    return recalculate(book)


@pytest.mark.libreoffice
def test_every_formula_is_counted(found):
    """The count is that of the formula cells, constants left out."""
    assert found.formulas == len(CELLS) + len(ERRORS)


@pytest.mark.libreoffice
def test_only_wrong_values_differ(found):
    """A number off by more than 1e-9, another text or another type is a difference; anything closer is not."""
    assert found.differences == tuple(
        Difference("It's 日报", cell, formula, shown, now)
        for cell, formula, shown, now in CELLS
        if cell in {"B7", "B8", "B9", "B10", "B11"}
    )


@pytest.mark.libreoffice
def test_error_cells_are_listed_even_where_the_file_shows_them(found):
    """A cell that calculates to an error is listed as an error, also when the file shows the same error."""
    assert [(error.cell, error.now) for error in found.errors] == [("C1", "#DIV/0!"), ("C2", "#N/A")]


@pytest.mark.libreoffice
def test_a_macro_workbook_is_calculated_too(tmp_path, book):
    """An .xlsm opens like an .xlsx, whatever the case of its extension."""
    path = tmp_path / "BOOK.XLSM"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name).replace(
                    b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
                ),
            )
    assert recalculate(path).formulas == len(CELLS) + len(ERRORS)


@pytest.mark.libreoffice
def test_a_formula_without_any_stored_result_differs(tmp_path, book):
    """A formula cell that holds no result at all is a difference, also where the result is an empty text."""
    path = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v></v>", b""))
    bare = [difference for difference in recalculate(path).differences if difference.cell == "B2"]
    assert [(cell.cached, cell.now) for cell in bare] == [(None, "")]


@pytest.mark.libreoffice
def test_both_ways_through_libreoffice_agree(book, found, recalc):
    """Conversion from outside finds the same errors as LibreOffice asked through its own interface."""
    assert len(recalc(book)["errors"]) == len(found.errors)


@pytest.mark.libreoffice
def test_the_book_itself_is_only_read(book, found):
    """The workbook keeps its bytes and its folder holds nothing new."""
    assert found.formulas
    assert os.listdir(book.parent) == [book.name]  # noqa: PTH208 names are what is compared
    assert_valid(book)


def test_a_missing_libreoffice_says_what_to_install():
    """Without LibreOffice the error names the tool."""
    with pytest.raises(ToolMissingError, match="no-libreoffice"):
        find_soffice(commands=("no-such-program",), places=("/no/such/place",))


def test_libreoffice_is_found_where_installers_put_it(tmp_path):
    """A program that is not on the search path is found in the usual places."""
    program = tmp_path / "soffice"
    program.touch()
    assert find_soffice(commands=("no-such-program",), places=("/no/such/place", str(program))) == program


@pytest.mark.parametrize("content", [b"not a zip", None], ids=["damaged", "missing"])
def test_a_file_that_is_no_workbook_is_refused(tmp_path, content):
    """A damaged or missing file is refused before LibreOffice is started."""
    path = tmp_path / "book.xlsx"
    if content:
        path.write_bytes(content)
    with pytest.raises(FileRefusedError):
        recalculate(path, soffice=tmp_path / "never-started")


@pytest.fixture
def program(tmp_path):
    """A stand-in for LibreOffice that does what its one line says."""
    if sys.platform == "win32":
        pytest.skip("stand-ins are shell scripts")

    def make(line):
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)
        return path

    return make


def test_a_libreoffice_that_saves_nothing_is_reported(book, program):
    """When LibreOffice ends without a result the message names the workbook."""
    with pytest.raises(FileRefusedError, match="libreoffice-failed") as refusal:
        recalculate(book, soffice=program("exit 0"))
    assert refusal.value.seen["file"] == book.name


def test_a_hanging_libreoffice_is_stopped_with_its_children(book, program, tmp_path):
    """After the patience is over the program and what it started are gone."""
    beats = tmp_path / "beats"
    child = f"while :; do echo beat >> '{beats}'; sleep 0.05; done"
    with pytest.raises(FileRefusedError, match="libreoffice-slow"):
        recalculate(book, soffice=program(f"({child}) & wait"), patience=1)
    heard = beats.read_text()
    time.sleep(0.5)
    assert heard
    assert beats.read_text() == heard
