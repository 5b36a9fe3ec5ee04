"""An engine's answer beside what the file shows."""

import os
import re
import shutil
import sys
import time
import zipfile
from dataclasses import replace

import pytest
import xlsxwriter
from openpyxl import load_workbook

from opsbook.hosts.office.blind_copy import blind
from opsbook.hosts.office.engine import Gap
from opsbook.hosts.office.ironcalc_engine import IronCalc
from opsbook.hosts.office.recalculate import recalculate
from opsbook.hosts.office.shown import shown_cells
from opsbook.hosts.office.soffice import LibreOffice, find_soffice
from opsbook.model.errors import FileRefusedError, ToolMissingError
from opsbook.model.language import Label
from support.ooxml import assert_valid
from support.packages import parts, write

CELLS = (  # cell, formula, what the file shows, what it should show ("" is the empty text)
    ("B1", "A1+A2", 5, 5),
    ("B2", 'IF(A1>1,"","y")', "", ""),
    ("B3", "A1&A3", "2x", "2x"),
    ("B4", "A1>1", True, True),
    ("B5", "A1/3", 2 / 3, 2 / 3),
    ("B6", "A1*1E12", 2e12 + 1, 2e12),
    ("B7", "A1/3", 0.6666, pytest.approx(2 / 3, rel=1e-14)),
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
def found(book, engine):
    return recalculate(book, engine)


def test_every_formula_is_counted(found):
    """The count is that of the formula cells, constants left out."""
    assert found.formulas == len(CELLS) + len(ERRORS)


def test_only_wrong_values_differ(found):
    """A number off by more than 1e-9, another text or another type is a difference; anything closer is not."""
    wrong = {cell: given for cell, *given in CELLS if cell in {"B7", "B8", "B9", "B10", "B11"}}
    got = {one.cell: [one.formula, one.cached, one.now] for one in found.differences}
    assert got == {cell: [*given, now] for cell, (*given, now) in wrong.items()}
    assert {one.sheet for one in found.differences} == {"It's 日报"}


def test_error_cells_are_listed_even_where_the_file_shows_them(found):
    """A cell that calculates to an error is listed as an error, also when the file shows the same error."""
    assert [(error.cell, error.now) for error in found.errors] == [("C1", "#DIV/0!"), ("C2", "#N/A")]


def test_a_macro_workbook_is_calculated_too(tmp_path, book, engine):
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
    assert recalculate(path, engine).formulas == len(CELLS) + len(ERRORS)


def test_a_formula_without_any_stored_result_differs(tmp_path, book, engine):
    """A formula cell that holds no result at all is a difference, also where the result is an empty text."""
    path = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v></v>", b""))
    bare = [difference for difference in recalculate(path, engine).differences if difference.cell == "B2"]
    assert [(cell.cached, cell.now) for cell in bare] == [(None, "")]


@pytest.mark.libreoffice
def test_both_ways_through_libreoffice_agree(book, found, recalc):
    """Conversion from outside finds the same errors as LibreOffice asked through its own interface."""
    assert len(recalc(book)["errors"]) == len(found.errors)


def test_the_book_itself_is_only_read(book, found):
    """The workbook keeps its bytes and its folder holds nothing new."""
    assert found.formulas
    assert os.listdir(book.parent) == [book.name]  # noqa: PTH208 names are what is compared
    assert_valid(book)


class Repeating:
    """An engine that gives back what it was handed, and keeps a copy."""

    id, name = "repeating", "Repeating"

    def __init__(self, *gaps):
        self.gaps, self.handed = gaps, []

    def save_recalculated(self, book, folder, patience=0):
        del patience
        self.handed.append(book.read_bytes())
        return shutil.copy(book, folder / "saved.xlsx")


ALL = Gap("all", re.compile(""), Label("", ""))


def test_an_engine_that_repeats_agrees_with_nothing(book):
    """What formulas show is hidden from the engine: where it has to understand a formula, silence is a difference."""
    found = recalculate(book, Repeating(), must=bool)
    assert len(found.differences) == found.formulas == len(CELLS) + len(ERRORS)
    assert found.unchecked == ()


def test_a_formula_an_engine_says_nothing_of_is_unchecked(book):
    """Neither right nor wrong; a cell that shows an error is one, and had to become one."""
    found = recalculate(book, Repeating())
    assert {one.cell for one in found.unchecked} == {cell for cell, *_ in CELLS} | {"C1"}
    assert [one.cell for one in found.differences] == ["C2"]


def test_what_an_engine_errs_in_is_handed_over_as_it_is_shown(book, tmp_path):
    """The engine sees values of every kind in place of such formulas."""
    engine = Repeating(ALL)
    assert [one.gap for one in recalculate(book, engine).unchecked] == [ALL] * (len(CELLS) + len(ERRORS))
    handed = tmp_path / "handed.xlsx"
    handed.write_bytes(engine.handed[0])
    sheet = load_workbook(handed)["It's 日报"]
    assert [sheet[cell].value for cell, *_ in CELLS] == [None if shown == "" else shown for _, _, shown, _ in CELLS]
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("#N/A", "e")


def test_what_depends_on_it_is_still_checked(tmp_path, engine):
    """A function nobody knows, and one that an engine errs in: dependent cells are right, given what the others show."""
    path = tmp_path / "given.xlsx"
    cells = {"A1": ("NOBODY(1)", 5), "A2": ("A1*2", 10), "A3": ("NOBODY(2)+A1", 7), "A4": ("A3+1", 9)}
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for cell, (formula, shown) in cells.items():
            sheet.write_formula(cell, f"={formula}", None, shown)
    gap = Gap("nobody", re.compile("NOBODY"), Label("", ""))
    erring = recalculate(path, replace(engine, gaps=(gap,)))
    puzzled = recalculate(path, engine, must={"A1*2", "A3+1"}.__contains__)
    for found, known in ((erring, gap), (puzzled, None)):
        assert {(one.cell, one.cached, one.gap) for one in found.unchecked} == {("A1", 5, known), ("A3", 7, known)}
        assert [(one.cell, one.now) for one in found.differences] == [("A4", 8)]
        assert found.errors == ()


@pytest.mark.parametrize(("least", "unchecked", "off"), [(3, ["A1"], []), (4, [], ["A1", "A2"])])
def test_a_gap_explains_some_differences(tmp_path, engine, least, unchecked, off):
    """Where it does, the cell is not judged and others are, given what it shows; where it does not, it is a difference."""
    path = tmp_path / "explained.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for cell, formula, shown in (("A1", "1+1", 3), ("A2", "A1*2", 6), ("A3", "1+1", 2)):
            sheet.write_formula(cell, f"={formula}", None, shown)
    gap = Gap("sum", re.compile(r"1\+1"), Label("", ""), lambda shown, now: (shown, now) >= (least, 2))
    found = recalculate(path, replace(engine, gaps=(gap,)))
    assert [one.cell for one in found.unchecked] == unchecked
    assert [one.cell for one in found.differences] == off


def test_a_shared_formula_is_handed_over_alone(tmp_path, engine):
    """The first cell of a group that Excel saved together becomes a value; the others calculate on."""
    path = tmp_path / "shared.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_column("A1", [1, 2, 3])
        for row, shown in enumerate((10, 20, 31), 1):
            sheet.write_formula(f"B{row}", f"=A{row}*10", None, shown)
    everything = parts(path)
    text = everything["xl/worksheets/sheet1.xml"].decode()
    text = text.replace("<f>A1*10</f>", '<f t="shared" ref="B1:B3" si="0">A1*10</f>')
    text = re.sub(r"<f>A[23]\*10</f>", '<f t="shared" si="0"/>', text)
    write(path, everything | {"xl/worksheets/sheet1.xml": text.encode()})
    assert [(one.cell, one.now) for one in recalculate(path, engine).differences] == [("B3", 30)]
    blinded = tmp_path / "blind.xlsx"
    blinded.write_bytes(blind(path.read_bytes(), path.name, [("S", "B1")]))
    saved = shown_cells(engine.save_recalculated(blinded, tmp_path))
    assert [saved["S", f"B{row}"].value for row in (1, 2, 3)] == [10, 20, 30]


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
        recalculate(path, LibreOffice(tmp_path / "never-started"))


@pytest.fixture
def program(tmp_path):
    """A stand-in for LibreOffice that does what its one line says."""
    if sys.platform == "win32":
        pytest.skip("stand-ins are shell scripts")

    def make(line):
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)
        return LibreOffice(path)

    return make


@pytest.fixture
def script(tmp_path):
    """A stand-in for what runs IronCalc."""

    def make(line):
        path = tmp_path / "run.py"
        path.write_text(line)
        return IronCalc(path)

    return make


def test_an_engine_that_saves_nothing_is_reported(book, program, script):
    """When an engine ends without a result the message names the workbook."""
    with pytest.raises(FileRefusedError, match="libreoffice-failed") as refusal:
        recalculate(book, program("exit 0"))
    assert refusal.value.seen["file"] == book.name
    with pytest.raises(FileRefusedError, match="ironcalc-failed") as refusal:
        recalculate(book, script("import os; os.abort()"))
    assert refusal.value.seen["file"] == book.name


def test_a_slow_ironcalc_is_stopped(book, script):
    """After the patience is over."""
    with pytest.raises(FileRefusedError, match="ironcalc-slow"):
        recalculate(book, script("import time; time.sleep(60)"), patience=1)


def test_a_hanging_libreoffice_is_stopped_with_its_children(book, program, tmp_path):
    """After the patience is over the program and what it started are gone."""
    beats = tmp_path / "beats"
    child = f"while :; do echo beat >> '{beats}'; sleep 0.05; done"
    with pytest.raises(FileRefusedError, match="libreoffice-slow"):
        recalculate(book, program(f"({child}) & wait"), patience=1)
    heard = beats.read_text()
    time.sleep(0.5)
    assert heard
    assert beats.read_text() == heard
