"""A sheet that a person made is put into another workbook with everything on it."""

import shutil
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from opsbook.hosts.files.host import FilesHost
from opsbook.ooxml.own_parts.columns import add_own_column
from opsbook.ooxml.own_parts.following import Following
from opsbook.ooxml.own_parts.sheets import add_own_sheet
from opsbook.ooxml.own_parts.transfer import Transfer
from opsbook.ooxml.transplant.donor import Donor
from support.ooxml import assert_valid
from support.packages import edit, parts
from support.rich_book import png

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")

TEMPLATES = Path(__file__).parents[2] / "templates"
OWN, OTHER, NEW = "我的 & 表", "别的", "Other"


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """The target's path, and what was lost."""
    folder = tmp_path_factory.mktemp("own")
    source, path = _source(folder / "source.xlsx"), folder / "target.xlsx"
    shutil.copy(TEMPLATES / "opsbook-en.xlsx", path)
    host = FilesHost(path)
    sheets = {OWN: OWN, OTHER: NEW}
    transfer = Transfer(Donor(FilesHost(source).book, host.book), Following({}, sheets, still={OWN, OTHER}))
    add_own_sheet(transfer, OTHER, NEW, 3)
    add_own_sheet(transfer, OWN, OWN, 0)
    transfer.donor.finish()
    host.save()
    return path, list(transfer.all_lost())


def _source(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet, other = book.add_worksheet(OWN), book.add_worksheet(OTHER)
        book.add_worksheet("首页").activate()
        _cells(book, sheet)
        _around(book, sheet)
        other.hide()
        other.write_row("A1", [1, 2, 3])
        book.add_chartsheet("图")
    edit(path, "xl/worksheets/sheet1.xml", "<f>A1*1</f>", '<f t="shared" ref="B1:B2" si="0">A1*1</f>')
    edit(path, "xl/worksheets/sheet1.xml", "<f>A2*1</f>", '<f t="shared" si="0"/>')
    return path


def _cells(book, sheet):
    money = book.add_format({"num_format": "#,##0.00", "bg_color": "#FFEECC"})
    sheet.write_column("A1", [10, 20, 30], money)
    sheet.write_formula("B1", "=A1*1", None, 10)
    sheet.write_formula("B2", "=A2*1", None, 20)
    sheet.write_array_formula("C1:C2", "{=A1:A2*2}", None, 20)
    sheet.write_dynamic_array_formula("D1:D3", "=_xlfn._xlws.SORT(A1:A3)", None, 10)
    sheet.write_formula("B3", f"=SUM('{OTHER}'!A1:C1)", None, 6)
    sheet.write_formula("B4", "='首页'!A1", None, 7)
    sheet.write_rich_string("A5", "红", book.add_format({"color": "red"}), "色", "字")
    sheet.write_url("A6", f"internal:'{OTHER}'!B1", string="去")
    sheet.write_url("A7", "https://example.com/?a=1&b=2", string="网")
    sheet.merge_range("A8:B8", "合并", money)
    sheet.set_column("A:A", 31, money)
    sheet.set_row(8, 40, money)
    sheet.add_table(
        "F1:G3",
        {
            "name": "Mine",
            "columns": [{"header": "甲"}, {"header": "乙", "formula": f"=Mine[[#This Row],[甲]]+'{OTHER}'!$A$1"}],
        },
    )


def _around(book, sheet):
    sheet.conditional_format(
        "A1:A3", {"type": "formula", "criteria": f"=$A1>{OTHER}!$A$1", "format": book.add_format({"bold": True})}
    )
    sheet.conditional_format("B1:B3", {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation("E1", {"validate": "list", "source": f"='{OTHER}'!$A$1:$C$1"})
    sheet.write_comment("A1", "记一笔")
    sheet.insert_image("I1", "dot.png", {"image_data": BytesIO(png())})
    sheet.insert_textbox("I8", "", {"textlink": f"='{OTHER}'!$B$1"})
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": f"='{OTHER}'!$A$1:$C$1", "name": f"='{OWN}'!$A$5"})
    chart.add_series({"values": "='首页'!$A$1:$A$3"})
    sheet.insert_chart("I16", chart)
    sheet.repeat_rows(0)
    sheet.print_area("A1:G9")
    sheet.set_header("&C&G", {"image_center": "dot.png", "image_data_center": BytesIO(png())})
    sheet.set_tab_color("#FF0000")
    sheet.freeze_panes(1, 0)


def test_the_workbook_is_sound(moved):
    """Excel would open it without repairing it, and openpyxl reads it."""
    assert_valid(moved[0])
    assert openpyxl.load_workbook(moved[0]).sheetnames[0] == OWN


def test_cells_formats_and_sizes_are_what_they_were(moved):
    """Figures with their format, rich and merged text, widths and heights, comment, picture, chart, freeze and tab."""
    sheet = openpyxl.load_workbook(moved[0], rich_text=True)[OWN]
    assert [sheet[f"A{row}"].value for row in (1, 2, 3)] == [10, 20, 30]
    assert (sheet["A1"].number_format, sheet["A1"].fill.fgColor.rgb) == ("#,##0.00", "FFFFEECC")
    assert str(sheet["A5"].value) == "红色字"
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A8:B8"]
    assert (round(sheet.column_dimensions["A"].width), round(sheet.row_dimensions[9].height)) == (32, 40)
    assert sheet["A1"].comment.text == "记一笔"
    assert (len(sheet._images), len(sheet._charts)) == (1, 1)
    assert (sheet.freeze_panes, sheet.sheet_properties.tabColor.rgb) == ("A2", "FFFF0000")
    assert openpyxl.load_workbook(moved[0])[NEW].sheet_state == "hidden"


def test_formulas_read_the_sheets_under_their_new_names(moved):
    """Alone, shared, as an array, spilling as an array, in a table; a sheet that is not there leaves the value."""
    sheet = openpyxl.load_workbook(moved[0])[OWN]
    assert [sheet[cell].value for cell in ("B1", "B2", "B3", "B4")] == ["=A1*1", "=A2*1", f"=SUM('{NEW}'!A1:C1)", 7]
    assert [(sheet[cell].value.ref, sheet[cell].value.text) for cell in ("C1", "D1")] == [
        ("C1:C2", "=A1:A2*2"),
        ("D1:D3", "=_xlfn._xlws.SORT(A1:A3)"),
    ]
    assert sheet.tables["Mine"].ref == "F1:G3"
    assert (
        sheet.tables["Mine"].tableColumns[1].calculatedColumnFormula.attr_text == f"Mine[[#This Row],[甲]]+'{NEW}'!$A$1"
    )


def test_what_lies_around_reads_them_too(moved):
    """Rules, drop-downs, links, charts, text boxes, print titles."""
    sheet = openpyxl.load_workbook(moved[0])[OWN]
    rules = [rule.formula for ranges in sheet.conditional_formatting for rule in ranges.rules]
    assert [f"$A1>'{NEW}'!$A$1"] in rules
    assert sheet.data_validations.dataValidation[0].formula1 == f"'{NEW}'!$A$1:$C$1"
    assert (sheet["A6"].hyperlink.location, sheet["A7"].hyperlink.target) == (
        f"'{NEW}'!B1",
        "https://example.com/?a=1&b=2",
    )
    assert (sheet.print_title_rows, sheet.print_area) == ("$1:$1", f"'{OWN}'!$A$1:$G$9")
    shown = b"".join(
        content for name, content in parts(moved[0]).items() if name.startswith(("xl/charts/", "xl/drawings/"))
    ).decode()
    assert f"<c:f>'{NEW}'!$A$1:$C$1</c:f>" in shown
    assert f"textlink=\"'{NEW}'!$B$1\"" in shown
    assert "首页" not in shown


def test_what_is_lost_is_told_once_and_with_its_place(moved):
    """The formula and the chart that read a sheet which did not come along."""
    assert [(one.code, one.sheet, one.cell, one.reads) for one in moved[1]] == [
        ("own-chart-left", OWN, "", "'首页'!$A$1:$A$3"),
        ("own-formula-left", OWN, "B4", "'首页'!A1"),
    ]


def test_a_column_beside_a_neighbour_has_no_place(tmp_path):
    """It is told with its cell and what is in the way, and the target keeps its cells."""
    books = []
    for name, wide in (("old", True), ("new", False)):
        path = tmp_path / f"{name}.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("甲")
            heads = ["键", *["备注"] * wide]
            sheet.add_table(0, 0, 2, len(heads) - 1, {"name": "T", "columns": [{"header": one} for one in heads]})
            sheet.write("B2" if not wide else "D2", "邻居")
        books.append(FilesHost(path).book)
    transfer = Transfer(Donor(*books))
    assert not add_own_column(transfer, "T", "备注")
    assert [(one.code, one.sheet, one.cell, one.column, one.reads) for one in transfer.lost] == [
        ("own-column-left", "甲", "B1", "备注", "甲!B2")
    ]
    assert books[1].table("T").headers == ("键",)
