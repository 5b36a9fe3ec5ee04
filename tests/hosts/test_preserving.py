"""Nothing the operator made is ever lost."""

import re

import openpyxl
import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.host import Cached, FormulaCell
from opsbook.model.errors import WorkbookBrokenError
from support.ooxml import assert_valid
from support.packages import dates, parts
from support.rich_book import RATE, SHEET, SHEET_PART, TABLE_PART, print_rich_book

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")

GONE = "xl/calcChain.xml"
OF_THE_BOOK = "docProps/custom.xml"  # its id, and the run that wrote it
TOLD_OF_IT = {"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"}


@pytest.fixture
def rich(tmp_path):
    return print_rich_book(tmp_path / "rich.xlsx")


def _changed(before, path):
    after = parts(path)
    assert list(after) == [name for name in before if name != GONE]
    return {name for name in after if after[name] != before[name]}


def _imported(path):
    """One day updated, two added, every owned value shown."""
    host = FilesHost(path)
    host.upsert_rows(
        "Day",
        ["日期"],
        [{"日期": 46337.0, "支付金额": 96.0}, {"日期": 46339.0, "访客数": 10.0, "支付金额": 5.0}, {"日期": 46340.0}],
    )
    values = (2.5, 2.0, 3.2, 0.5, "")
    assert host.set_cached(Cached({("Day", "访客价值"): [FormulaCell(RATE, value) for value in values]})) == []
    host.save()


def test_an_import_changes_only_what_is_owned(rich):
    """Sheet and table of the import change, the order of calculation goes; every other part keeps its bytes and order."""
    before, old_dates = parts(rich), dates(rich)
    _imported(rich)
    assert _changed(before, rich) == {SHEET_PART, TABLE_PART, *TOLD_OF_IT, OF_THE_BOOK}
    assert dates(rich) == {name: date for name, date in old_dates.items() if name != GONE}
    assert_valid(rich)


def test_a_named_cell_changes_only_its_sheet(rich):
    """Setting a name leaves the other sheets' bytes alone."""
    before = parts(rich)
    host = FilesHost(rich)
    host.write_name("the_day", 46338.0)
    host.save()
    assert _changed(before, rich) == {"xl/worksheets/sheet1.xml", *TOLD_OF_IT, OF_THE_BOOK}
    assert_valid(rich)


def test_the_order_of_calculation_is_taken_out_with_all_that_names_it(rich):
    """The dropped part leaves no content type and no relationship; nothing else of those two parts changes."""
    before = parts(rich)
    _imported(rich)
    after = parts(rich)
    for name, tag in (("[Content_Types].xml", "Override"), ("xl/_rels/workbook.xml.rels", "Relationship")):
        assert re.sub(rf"<{tag} [^>]*calcChain[^>]*>", "", before[name].decode()) == after[name].decode()
    assert re.sub(r' fullCalcOnLoad="1"', "", after["xl/workbook.xml"].decode()) == re.sub(
        r' fullCalcOnLoad="1"', "", before["xl/workbook.xml"].decode()
    )


def test_every_cell_of_the_users_stays_beside_its_row(rich):
    """Notes, cells beside the table, the sheet's title and the user's own sheet are where they were."""
    _imported(rich)
    book = openpyxl.load_workbook(rich)
    sheet = book[SHEET]
    assert [[cell.value for cell in row[:3]] for row in sheet["A5:C7"]] == [
        ["周末补货", 250, sheet["C5"].value],
        [None, 160, sheet["C6"].value],
        ["=不是公式", 96, sheet["C7"].value],
    ]
    assert sheet["A7"].data_type == "s"
    assert [sheet[f"H{row}"].value for row in range(5, 10)] == ["旁边5", "旁边6", "旁边7", None, None]
    assert (sheet["A1"].value, sheet["A5"].comment.text) == ("老王的日报", "补了 200 件")
    assert book["我的表"]["D2"].value == f"=SUM('{SHEET}'!B5:B7)"


def test_untouched_rows_keep_their_text(rich):
    """Rows in which nothing changed are the same XML as before."""
    rows = re.compile(r'<row r="(\d+)".*?</row>', re.DOTALL)
    before = {found[1]: found[0] for found in rows.finditer(parts(rich)[SHEET_PART].decode())}
    _imported(rich)
    after = {found[1]: found[0] for found in rows.finditer(parts(rich)[SHEET_PART].decode())}
    assert {row for row in after if after[row] != before.get(row)} == {"7", "8", "9"}


def test_new_rows_look_like_the_row_above(rich):
    """Formats of the last row are copied column by column."""
    _imported(rich)
    sheet = openpyxl.load_workbook(rich)[SHEET]
    for column in "ABCDE":
        assert sheet[f"{column}9"].style_id == sheet[f"{column}7"].style_id
    assert sheet["D9"].value == f"={RATE}"


def test_formats_and_validations_follow_the_table(rich):
    """Ranges that covered the body, 2010 data bars among them, cover the new rows; sparklines stay."""
    _imported(rich)
    text = parts(rich)[SHEET_PART].decode()
    assert 'sqref="E5:E9"' in text
    assert "E5:E7" not in text
    assert text.count('sqref="B5:B9"') == 1
    assert "<xm:sqref>B5:B9</xm:sqref>" in text
    assert re.findall(r"<xm:sqref>(G\d+)</xm:sqref>", text) == ["G7", "G6", "G5"]
    assert re.search(r'<dimension ref="A1:H9"/>', text)


def test_nothing_changed_is_nothing_written(rich):
    """Reading, an upsert of what stands there and the same cached values leave file and folder as they were."""
    before = rich.read_bytes()
    host = FilesHost(rich)
    host.read_table("Day")
    host.upsert_rows("Day", ["日期"], [{"日期": 46337.0, "支付金额": 90.0}])
    host.set_cached(Cached({("Day", "访客价值"): [FormulaCell(RATE, value) for value in (2.5, 2.0, 3.0)]}))
    host.write_name("the_day", 46337.0)
    host.save()
    assert rich.read_bytes() == before
    assert [file.name for file in rich.parent.iterdir()] == ["rich.xlsx"]


def test_dropping_moves_cells_inside_the_table_only(rich):
    """Notes travel with their row, cells beside the table stay."""
    host = FilesHost(rich)
    host.drop_rows("Day", [(46336.0,)], ["日期"])
    host.save()
    assert_valid(rich)
    sheet = openpyxl.load_workbook(rich)[SHEET]
    assert [sheet[f"A{row}"].value for row in range(5, 8)] == ["周末补货", "=不是公式", None]
    assert [sheet[f"H{row}"].value for row in range(5, 8)] == ["旁边5", "旁边6", "旁边7"]
    assert sheet.tables["Day"].ref == "A4:E6"


def test_a_comment_never_ends_beside_another_row(rich):
    """A row with a comment is neither dropped nor moved; the refusal names its cell, and nothing is written."""
    before, host = rich.read_bytes(), FilesHost(rich)
    with pytest.raises(WorkbookBrokenError) as refused:
        host.drop_rows("Day", [(46338.0,)], ["日期"])
    assert (refused.value.code, refused.value.seen["cell"]) == ("cells-pinned", f"{SHEET}!A5")
    host.save()
    assert rich.read_bytes() == before
