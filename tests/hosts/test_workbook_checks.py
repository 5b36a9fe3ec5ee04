"""What judges workbooks in the other tests can itself find fault."""

import pytest
import xlsxwriter

from support.ooxml import assert_portable, assert_valid
from support.packages import edit

SHEET, ROWS = "xl/worksheets/sheet1.xml", 400


@pytest.fixture
def many(tmp_path):
    """A sheet of rows that are all alike."""
    path = tmp_path / "many.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row in range(ROWS):
            sheet.write_row(row, 0, [row + 0.5, "字"])
            sheet.write_formula(row, 2, f"A{row + 1}*2", None, 2 * row + 1)
    return path


def test_a_sound_book_passes(many):
    """Nothing is found where nothing is wrong."""
    assert_portable(many)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param('<c r="A300">', '<c r="A300" ph="maybe">', id="attribute"),
        pytest.param('<c r="A300"><v>', '<c r="A300"><w>1</w><v>', id="element"),
        pytest.param('<row r="300"', '<row r="300" hidden="maybe"', id="attribute of a row"),
        pytest.param('<c r="A300">', '<c r="A300" s="99">', id="style"),
        pytest.param("<v>299.5</v>", "<v>many</v>", id="value"),
        pytest.param("<f>A300*2</f>", "<f>A300*</f>", id="formula"),
        pytest.param('<c r="A300">', '<c r="A299">', id="address"),
    ],
)
def test_one_fault_among_many_alike_is_found(many, right, wrong):
    """One cell of a thousand that is not as the others is enough."""
    edit(many, SHEET, right, wrong)
    with pytest.raises(AssertionError):
        assert_valid(many)
