"""What a patched file looks like to those who read it: cells, formulas, formats and tables in their places."""

import re

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.host import Cached, FormulaCell
from opsbook.model.errors import WorkbookBrokenError
from support.packages import edit, parts
from support.printed import add_table, printed, saved, write_days
from support.small_book import MINE, RATE

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")

DAILY, LOG, SETTINGS = (f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3))


def _add_days(host, count):
    return host.upsert_rows("Day", ["日期"], [{"日期": 46400.0 + day} for day in range(count)])


def _refused(host, count=2):
    with pytest.raises(WorkbookBrokenError) as refused:
        _add_days(host, count)
    host.save()
    return refused.value.code, refused.value.seen.get("cell")


def test_a_growing_table_takes_its_filter_with_it(book):
    """Table and filter range end at the new last row."""
    host = FilesHost(book)
    host.upsert_rows("Log", ["日期"], [{"日期": float(day)} for day in range(1, 4)])
    table = saved(host)["明细"].tables["Log"]
    assert (table.ref, table.autoFilter.ref) == ("A1:E4", "A1:E4")


def test_new_rows_take_height_and_formats(book):
    """The last row's height and formats are continued; the neighbour's rows keep theirs."""
    host = FilesHost(book)
    _add_days(host, 2)
    sheet = saved(host)["日报"]
    assert [sheet.row_dimensions[row].height for row in (5, 6, 7, 8)] == [None, 30, 30, 30]
    assert [sheet[f"A{row}"].number_format for row in (7, 8)] == ["yyyy-mm-dd"] * 2
    assert sheet["H7"].value is None


@pytest.mark.parametrize(
    ("covering", "after"),
    [
        pytest.param("B4:B6", "B4:B8", id="the body"),
        pytest.param("B1:B6", "B1:B8", id="more above"),
        pytest.param("B4:B500", "B4:B500", id="already more"),
        pytest.param("B4:B7", "B4:B8", id="a little more"),
        pytest.param("B5:B6", "B5:B6", id="a part of the body"),
        pytest.param("B4:B5", "B4:B5", id="not the last row"),
        pytest.param("H4:H6", "H4:H6", id="beside the table"),
        pytest.param("A4:A6 H4:H6 C4:C6", "A4:A8 H4:H6 C4:C8", id="several"),
    ],
)
def test_a_range_follows_when_it_covered_the_body(book, covering, after):
    """Conditional formats and validations are stretched only when they covered the whole body."""
    edit(book, DAILY, '<conditionalFormatting sqref="B4:B6">', f'<conditionalFormatting sqref="{covering}">')
    host = FilesHost(book)
    _add_days(host, 2)
    saved(host)
    assert f'<conditionalFormatting sqref="{after}">' in parts(book)[DAILY].decode()


@pytest.mark.parametrize("row", [7, 8])
def test_cells_below_are_not_overwritten(book, row):
    """A value in the way is told by sheet and cell; the file stays as it was."""
    edit(book, DAILY, "</sheetData>", f'<row r="{row}"><c r="C{row}"><v>1</v></c></row></sheetData>')
    before = book.read_bytes()
    assert _refused(FilesHost(book)) == ("cells-in-the-way", f"日报!C{row}")
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    ("cell", "added"),
    [
        pytest.param('<c r="G7"><v>1</v></c>', 2, id="beside"),
        pytest.param('<c r="C9"><v>1</v></c>', 2, id="just below the new rows"),
        pytest.param('<c r="C7" s="1"/>', 2, id="only a format"),
        pytest.param('<c r="C7" t="str"><v></v></c>', 2, id="an empty text"),
    ],
)
def test_cells_that_are_not_in_the_way_stay(book, cell, added):
    """Cells beside or below the new rows, and blank ones, do not stop a table."""
    row = re.search(r'r="[A-Z](\d+)"', cell)[1]
    edit(book, DAILY, "</sheetData>", f'<row r="{row}">{cell}</row></sheetData>')
    host = FilesHost(book)
    assert _add_days(host, added).added == added
    saved(host)


@pytest.mark.parametrize("kind", ["table", "merge"])
def test_other_things_below_are_in_the_way(tmp_path, kind):
    """Another table or merged cells below stop a growing table, even when blank."""

    def fill(_, sheet):
        add_table(sheet, (0, 0), "Day", 2)
        write_days(sheet, 2)
        if kind == "table":
            add_table(sheet, (4, 0), "Below", 2)
        else:
            sheet.merge_range("A5:B5", "")

    host = FilesHost(printed(tmp_path / "b.xlsx", fill))
    assert _refused(host) == ("cells-in-the-way", "表!A5:B7" if kind == "table" else "表!A5:B5")


def _with_totals(_, sheet):
    numbers = {"数": {"total_function": "sum"}, "日期": {"total_string": "合计"}}
    add_table(sheet, (0, 0), "Day", 3, total_row=True, **numbers)
    write_days(sheet, 2)
    sheet.write_formula("B4", "=SUBTOTAL(109,Day[数])", None, 30)
    sheet.write("D4", "旁边")


def test_a_totals_row_moves_down(tmp_path):
    """The totals row stays below the body, with its formula; what stands beside it stays."""
    host = FilesHost(printed(tmp_path / "b.xlsx", _with_totals))
    _add_days(host, 2)
    sheet = saved(host)["表"]
    assert sheet.tables["Day"].ref == "A1:B6"
    assert [sheet.cell(row, 1).value for row in range(2, 7)] == [46001, 46002, 46400, 46401, "合计"]
    assert (sheet["B6"].value, sheet["B4"].value, sheet["D4"].value) == ("=SUBTOTAL(109,Day[数])", None, "旁边")
    assert sheet.tables["Day"].autoFilter.ref == "A1:B5"


def test_a_totals_row_moves_up(tmp_path):
    """After a drop the totals row closes up."""
    host = FilesHost(printed(tmp_path / "b.xlsx", _with_totals))
    host.drop_rows("Day", [(46001.0,)], ["日期"])
    sheet = saved(host)["表"]
    assert sheet.tables["Day"].ref == "A1:B3"
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == [46002, "合计", None]


@pytest.mark.parametrize(
    ("pin", "dropped", "refused_at"),
    [
        pytest.param("B4", 46002.0, "表!B4", id="below"),
        pytest.param("B3", 46002.0, "表!B3", id="on the row itself"),
        pytest.param("B2", 46002.0, None, id="above"),
        pytest.param("D4", 46002.0, None, id="beside"),
    ],
)
def test_a_link_never_ends_beside_another_row(tmp_path, pin, dropped, refused_at):
    """Links and merged cells cannot travel: rows that would leave them are not moved, and the cell is named."""

    def fill(_, sheet):
        add_table(sheet, (0, 0), "Day", 3)
        write_days(sheet, 3)
        sheet.write_url(pin, "https://example.com/")

    host = FilesHost(printed(tmp_path / "b.xlsx", fill))
    if refused_at is None:
        assert host.drop_rows("Day", [(dropped,)], ["日期"]) == 1
        return
    with pytest.raises(WorkbookBrokenError) as refused:
        host.drop_rows("Day", [(dropped,)], ["日期"])
    assert (refused.value.code, refused.value.seen["cell"]) == ("cells-pinned", refused_at)


def test_showing_a_value_leaves_formula_and_format(book):
    """Only value and type of the cell change in its XML."""
    cell = re.compile(r'<c r="E4".*?</c>')
    before = cell.search(parts(book)[DAILY].decode())[0]
    host = FilesHost(book)
    host.set_cached(Cached({("Day", "访客价值"): [FormulaCell(RATE, value) for value in ("", 2.0, None)]}))
    host.save()
    after = cell.search(parts(book)[DAILY].decode())[0]
    assert after == before.replace('s="2">', 's="2" t="str">').replace("<v>2.5</v>", "<v></v>")


@pytest.mark.parametrize(
    ("spelled", "same"),
    [
        (RATE, True),
        ('if( Day[[#This Row],[访客数]] = 0 , "" , Day[[#This Row], [支付金额]] / Day[[#this row],[访客数]])', True),
        ('_xlfn.IF(Day[[#This Row],[访客数]]=0.0,"",Day[[#This Row],[支付金额]]/Day[[#This Row],[访客数]])', True),
        ('IF(Day[@访客数]=0,"",Day[@支付金额]/Day[@[访客数]])', True),
        ('IF([@访客数]=0,"",[@支付金额]/[@访客数])', True),
        (RATE.replace('""', '" "'), False),
        (RATE.replace("=0", "=1"), False),
        (RATE.replace("支付金额", "支付 金额"), False),
        (MINE, False),
    ],
)
def test_the_same_formula_may_be_spelled_differently(book, spelled, same):
    """Spaces, case, prefixes and short references make no difference; texts, numbers and names do."""
    stored = spelled.replace('"', "&quot;")
    text = parts(book)[DAILY].decode()
    first = re.search(r'<c r="E4".*?</c>', text)[0]
    edit(book, DAILY, first, re.sub(r"<f>.*</f>", lambda _: f"<f>{stored}</f>", first))
    owned = Cached({("Day", "访客价值"): [FormulaCell(RATE, value) for value in (2.5, 2.0, None)]})
    assert [told.cell for told in FilesHost(book).overwritten(owned)] == ([] if same else ["E4"])


def test_a_renamed_sheet_is_found(book):
    """Tables and names are found by name, whatever the sheet is called now."""
    old, new = "设 置", "它's"
    workbook = parts(book)["xl/workbook.xml"].decode()
    edit(book, "xl/workbook.xml", workbook, workbook.replace(f"'{old}'!", "'它''s'!").replace(f'"{old}"', f'"{new}"'))
    host = FilesHost(book)
    host.write_name("shop", "新店")
    assert saved(host)[new]["B2"].value == "新店"


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ('<c r="B2" t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c r="B2" t="b"><v>1</v></c>', True),
        ('<c r="B2" t="d"><v>2026-11-12T12:00:00</v></c>', 46338.5),
        ('<c r="B2" t="str"><f>"a"</f><v>a &amp; b</v></c>', "a & b"),
        ('<c r="B2" t="str"><f>""</f><v></v></c>', ""),
        ('<c r="B2" t="str"><f>""</f></c>', ""),
        (
            '<c r="B2" t="inlineStr"><is><r><t>红</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>色</t></r></is></c>',
            "红色",
        ),
        ('<c r="B2" s="1"><v>0.125</v></c>', 0.125),
        ('<c r="B2" s="1"/>', None),
        ('<c r="B2" t="inlineStr"><is><t>a_x000D_b&#10;c</t></is></c>', "a\rb\nc"),
        ('<c\n r="B2">\n <f>1+1</f>\n <v>2</v>\n</c>', 2.0),
        ('<c s="1" r="B2" t="n"><v>7</v></c>', 7.0),
    ],
)
def test_every_kind_of_cell_is_read(book, stored, value):
    """Error values are text, dates serial numbers, rich text its plain text."""
    old = re.search(r'<c r="B2".*?</c>', parts(book)[SETTINGS].decode())[0]
    edit(book, SETTINGS, old, stored)
    assert FilesHost(book).read_name("shop") == value


def test_rows_and_cells_without_addresses_are_counted(book):
    """Some programs leave addresses out; the cells are found, and stay readable when the row is written."""
    text = parts(book)[SETTINGS].decode()
    edit(book, SETTINGS, text, re.sub(r'(<(?:row|c)) r="\w+"', r"\1", text))
    host = FilesHost(book)
    assert host.read_name("the_day") == 46338.0
    host.write_name("the_day", 1.0)
    host.save()
    again = FilesHost(book)
    assert [again.read_name(name) for name in ("the_day", "shop", "total")] == [1.0, "小店", 410.0]


@pytest.mark.parametrize(
    "setting", ["", '<calcPr calcId="1" fullCalcOnLoad="0"/>', '<calcPr calcMode="manual"></calcPr>']
)
def test_excel_is_asked_to_calculate(book, setting):
    """Whatever the book said before, Excel calculates everything when it opens the patched one."""
    old = re.search(r"<calcPr[^>]*>", parts(book)["xl/workbook.xml"].decode())[0]
    edit(book, "xl/workbook.xml", old, setting)
    host = FilesHost(book)
    host.write_name("the_day", 1.0)
    assert saved(host).calculation.fullCalcOnLoad is True


@pytest.mark.parametrize(
    ("stored", "wanted", "touched"),
    [
        pytest.param("2.5", 2.5, False, id="equal"),
        pytest.param("2.5000000000000004", 2.5, False, id="the last digit"),
        pytest.param("2.500000001", 2.5, True, id="a real difference"),
    ],
)
def test_a_shown_value_is_touched_only_when_it_differs(book, stored, wanted, touched):
    """Programs differ in the last digit of the same result; that alone does not change the file."""
    edit(book, DAILY, "<v>2.5</v>", f"<v>{stored}</v>")
    before, host = book.read_bytes(), FilesHost(book)
    host.set_cached(Cached({("Day", "访客价值"): [FormulaCell(RATE, value) for value in (wanted, 2.0, None)]}))
    host.save()
    assert (book.read_bytes() != before) is touched


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        pytest.param('hidden="1" outlineLevel="1"', frozenset(), id="folded away"),
        pytest.param('hidden="1"', {0}, id="filtered out"),
    ],
)
def test_a_folded_placeholder_comes_into_sight_when_it_is_filled(book, attributes, hidden):
    """What an outline folds away is shown; what a filter hides stays hidden."""
    edit(book, LOG, '<row r="2"', f'<row r="2" {attributes}')
    host = FilesHost(book)
    assert host.read_table("Log").hidden == {0}
    host.upsert_rows("Log", ["日期"], [{"日期": 46338.0}])
    assert host.read_table("Log").hidden == hidden
    host.save()
    assert FilesHost(book).read_table("Log").hidden == hidden
    assert b"outlineLevel" not in parts(book)[LOG]  # LibreOffice would fold a row of the group anew
