"""Bytes on disk become text tables; what cannot be read becomes an issue and stops nothing."""

import io
import os
import warnings
import zipfile
from datetime import UTC, date, datetime, time, timedelta

import pytest
import xlsxwriter

from exports.writers import books, csv, html, packed, xls, xlsx
from opsbook.exports.reading import readers, sheets
from opsbook.exports.reading.readers import find_files, read_file
from opsbook.exports.reading.sniff import OLE, Format, sniff
from opsbook.model.errors import FileRefusedError
from support.house import read_sheet as parse

ROWS = [["日期", "访客数"], ["2026-06-18", "1,234"]]
TEXT = (("日期", "访客数"), ("2026-06-18", "1,234"))


def locked_xls(rows):
    """An old workbook with a password: the record that says so stands behind the first one ([MS-XLS] 2.4.117)."""
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import xlwt  # noqa: PLC0415 - it warns about itself
    book = xlwt.Workbook()
    book.add_sheet("Sheet1").write(0, 0, rows[0][0])
    plain = book.get_biff_data()
    first = 4 + int.from_bytes(plain[2:4], "little")
    locked = plain[:first] + bytes.fromhex("2f00360001000100010000") + b"\7" * 49 + plain[first:]
    xlwt.CompoundDoc.XlsDoc().save(stream, locked)
    return stream.getvalue()


def xml_book(rows):
    """A workbook as Excel 2003 wrote it in XML: a blank row and a blank cell are left out."""
    cells = ["".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) for row in rows]
    body = "".join(f"<Row>{row}</Row>" for row in cells)
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    sheet = f'<Worksheet ss:Name="日报"><Table>{body}</Table></Worksheet>'
    return f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">{sheet}</Workbook>'.encode()


@pytest.fixture
def file(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return write


def codes(read):
    return [issue.code for issue in read[1]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.csv", csv(ROWS, "utf-8"), id="utf-8"),
        pytest.param("a.csv", csv(ROWS, "utf-8-sig"), id="utf-8-bom"),
        pytest.param("a.csv", csv(ROWS, "gb18030"), id="gb18030"),
        pytest.param("a.csv", csv(ROWS, "gbk"), id="gbk"),
        pytest.param("a.txt", csv(ROWS, "utf-16", "\t"), id="utf-16-tabs"),
        pytest.param("a.csv", csv(ROWS, "utf-8", ";"), id="semicolons"),
        pytest.param("a.tsv", csv(ROWS, "utf-8", "\t"), id="tabs"),
        pytest.param("a.xls", csv(ROWS, "gb18030"), id="csv-named-xls"),
        pytest.param("a.xls", html(ROWS), id="html-named-xls"),
        pytest.param("a.xls", xls(ROWS), id="xls"),
        pytest.param("a.xlsx", xlsx(ROWS), id="xlsx"),
        pytest.param("a.xls", xml_book(ROWS), id="xml-of-excel-2003"),
        pytest.param("a.txt", html(ROWS).decode("gb18030").encode("utf-16"), id="html-in-utf-16"),
        pytest.param("a.xls", xlsx(ROWS), id="xlsx-named-xls"),
        pytest.param("a.csv", xls(ROWS), id="xls-named-csv"),
        pytest.param("a.zip", packed(**{"b.csv": csv(ROWS, "gb18030")}), id="zip"),
    ],
)
def test_the_content_counts_not_the_extension(file, name, data):
    """Every encoding, delimiter and container gives the same rows."""
    (table,), issues = read_file(file(name, data))
    assert (table.rows, issues) == (TEXT, ())


ODS = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<office/>"}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("a.xls", b"", "empty-file", id="empty"),
        pytest.param("a.csv", b" \r\n", "empty-file", id="blank"),
        pytest.param("a.xlsx", xlsx([]), "no-cells", id="no cell"),
        pytest.param("a.xls", xls(ROWS)[:-700], "damaged-file", id="cut-xls"),
        pytest.param("a.xls", OLE + b"\0" * 3000, "damaged-file", id="only-a-signature"),
        pytest.param("a.xls", OLE + b"\0" * 80, "damaged-file", id="short-xls"),
        pytest.param("a.xlsx", xlsx(ROWS)[:-100], "damaged-file", id="cut-xlsx"),
        pytest.param("a.zip", packed(**{"b.csv": csv(ROWS)})[:-30], "damaged-file", id="cut-zip"),
        pytest.param("a.csv", b"\0\1\2 no text", "damaged-file", id="binary"),
        pytest.param("a.csv", b"\x89PNG\0\0\0\r", "no-table-file", id="picture"),
        pytest.param("日报.xls", b"%PDF-1.7 text", "no-table-file", id="pdf"),
        pytest.param("a.zip", b"Rar!\x1a\7\0", "other-archive", id="rar-named-zip"),
        pytest.param("a.7z", b"7z\xbc\xaf\x27\x1c", "other-archive", id="7z"),
        pytest.param("a.ods", packed(**ODS), "open-document", id="ods"),
        pytest.param("a.xlsx", packed(**ODS), "open-document", id="ods-named-xlsx"),
        pytest.param(
            "a.ods",
            packed(**{"META-INF/manifest.xml": b"<m/>", "content.xml": b"<c/>"}),
            "open-document",
            id="ods-without-its-type",
        ),
        pytest.param("a.zip", packed(**{"b.zip": packed(**ODS)[:50]}), "damaged-file", id="cut-ods-in-a-zip"),
        pytest.param("a.csv", "日期,访客数\n2026-06-18,万".encode()[:-1], "damaged-file", id="utf-8-cut-within-a-sign"),
        pytest.param("a.xls", xml_book(ROWS)[:-30], "damaged-file", id="cut-xml-workbook"),
        pytest.param("a.xls", locked_xls(ROWS), "password", id="xls-with-a-password"),
        pytest.param(
            "a.csv", "日期,访客数\n".encode("gb18030") + b"\xff\xff", "unknown-encoding", id="neither-encoding"
        ),
        pytest.param("a.csv", b"\xff\xfea", "unknown-encoding", id="half-a-utf-16-letter"),
        pytest.param("a.xlsx", OLE + b"\0" * 1600 + "EncryptedPackage".encode("utf-16-le"), "password", id="password"),
        pytest.param(
            "a.html", b"<html><body>please log in</body></html>", "page-without-table", id="page-without-table"
        ),
        pytest.param("a.zip", packed(**{"readme.pdf": b"%PDF"}), "empty-zip", id="zip-without-tables"),
        pytest.param("a.csv", b'a,"' + b"x" * 1_100_000, "damaged-file", id="endless-quote"),
    ],
)
def test_a_bad_file_is_an_issue(file, name, data, code):
    """What cannot be read is said once, by a stable code, with the file's name."""
    tables, issues = read_file(file(name, data))
    assert tables == ()
    assert [(issue.code, issue.where.file.split("/")[0]) for issue in issues] == [(code, name)]


def test_a_folder_in_place_of_a_file_is_an_issue(tmp_path):
    """Even what is not a file at all does not stop the run."""
    assert codes(read_file(tmp_path)) == ["unreadable-file"]


def test_the_message_about_encodings_names_those_tried(file):
    """An unknown encoding tells what was tried."""
    _, (issue,) = read_file(file("a.csv", b"\xff\xff\xff"))
    assert issue.seen["tried"] == ("UTF-8", "GB18030")


def test_good_members_go_on_beside_bad_ones(file):
    """A zip gives its good tables and one issue per bad member; hidden members and other files do not count."""
    members = {
        "好.csv": csv(ROWS),
        "坏.xls": OLE + b"\0" * 80,
        "内层.zip": packed(**{"x.csv": csv(ROWS)}),
        "~$好.xlsx": b"x",
        "__MACOSX/._好.csv": b"x",
        "说明.pdf": b"%PDF",
        "folder/再一个.csv": csv(ROWS),
    }
    tables, issues = read_file(file("报表.zip", packed(**members)))
    assert [table.file for table in tables] == ["报表.zip/好.csv", "报表.zip/再一个.csv"]
    assert {issue.where.file: issue.code for issue in issues} == {
        "报表.zip/坏.xls": "damaged-file",
        "报表.zip/内层.zip": "nested-zip",
    }


@pytest.mark.parametrize(
    "name",
    ["../x.csv", "a/../../x.csv", "/x.csv", "/a/x.csv", "..\\x.csv", "\\x.csv", "C:\\x.csv", "../报表.zip"],
)
def test_a_member_that_points_outside_its_zip_is_named(name, file):
    """It is not read, its whole name is said, and the members beside it go on."""
    tables, issues = read_file(file("a.zip", packed(**{name: csv(ROWS), "好.csv": csv(ROWS)})))
    assert [table.file for table in tables] == ["a.zip/好.csv"]
    assert [(issue.code, issue.where.file, issue.seen) for issue in issues] == [
        ("outside-zip", "a.zip", {"member": name})
    ]


@pytest.mark.parametrize("name", ["a/x.csv", "./x.csv", "a..b/x.csv", "a\\x.csv"])
def test_a_member_in_a_folder_is_read(name, file):
    """Folders inside a zip, even with dots in their names, point nowhere else."""
    tables, issues = read_file(file("a.zip", packed(**{name: csv(ROWS)})))
    assert ([table.file for table in tables], issues) == (["a.zip/x.csv"], ())


def test_a_chinese_member_name_packed_by_windows_is_read(file):
    """A GBK name without the UTF-8 flag is a Chinese name, not cp437 signs."""
    name = "计划报表".encode("gbk")
    data = packed(**{"z" * len(name) + ".csv": csv(ROWS)})
    (table,), _ = read_file(file("b.zip", data.replace(b"z" * len(name), name)))
    assert table.file == "b.zip/计划报表.csv"


def test_a_member_with_a_password_is_an_issue(file):
    """A protected member is said to be protected."""
    data = bytearray(packed(**{"b.csv": csv(ROWS)}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert codes(read_file(file("a.zip", bytes(data)))) == ["password"]


@pytest.mark.parametrize(("size", "code"), [(999, []), (1000, []), (1001, ["too-large"])])
def test_a_member_over_the_limit_is_not_unpacked(file, monkeypatch, size, code):
    """The limit itself is allowed, one byte more is not."""
    monkeypatch.setattr(readers, "MOST_BYTES", 1000)
    assert codes(read_file(file("a.zip", packed(**{"b.csv": b"a" * size})))) == code


def test_a_file_over_the_limit_is_not_read(file, monkeypatch):
    """A file of more than the limit is an issue with its size."""
    monkeypatch.setattr(readers, "MOST_BYTES", 10)
    assert codes(read_file(file("a.csv", b"a" * 11))) == ["too-large"]


def test_a_sheet_with_a_far_corner_is_refused(file, monkeypatch):
    """A stray cell in the last corner is an issue, not an exhausted computer."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet().write("XFD1048576", "x")
    _, (issue,) = read_file(file("a.xlsx", stream.getvalue()))
    assert (issue.code, issue.seen) == ("too-wide", {"rows": 1048576, "columns": 16384})
    monkeypatch.setattr(sheets, "MOST_CELLS", 4)
    assert codes(read_file(file("b.xlsx", xlsx(ROWS)))) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (601234567890.0, "601234567890"),
        (123456789012345.0, "123456789012345"),
        (1234567890123456.0, "1.23456789012346e+15"),
        (0.0998, "0.0998"),
        (0.1 + 0.2, "0.3"),
        (3.0, "3"),
        (-2.5, "-2.5"),
        (7, "7"),
        (True, "TRUE"),
        ("  文本 ", "  文本 "),
        (date(2026, 6, 18), "2026-06-18"),
        (datetime(2026, 6, 18, tzinfo=UTC).replace(tzinfo=None), "2026-06-18"),
        (datetime(2026, 6, 18, 3, 4, tzinfo=UTC).replace(tzinfo=None), "2026-06-18 03:04:00"),
        (time(0, 2, 30), "00:02:30"),
        (timedelta(hours=30, seconds=5), "30:00:05"),
    ],
)
def test_a_cell_reads_as_excel_shows_it(value, text):
    """Ids keep their digits, whole numbers have no '.0', an id beyond Excel's 15 digits shows that it is damaged."""
    assert sheets.cell_text(value) == text


def test_rows_count_from_the_top_of_the_sheet(file):
    """Blank rows above the data are kept, so that row numbers are Excel's."""
    (table,), _ = read_file(file("a.xls", xls([[], [], *ROWS])))
    assert [row[0] for row in table.rows] == ["", "", "日期", "2026-06-18"]


def test_hidden_and_empty_sheets_are_passed_over(file):
    """Only a visible sheet with cells is a table."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("空")
        book.add_worksheet("数据").write(0, 0, "x")
        hidden = book.add_worksheet("代码")
        hidden.write(0, 0, "y")
        hidden.hide()
    tables, _ = read_file(file("a.xlsx", stream.getvalue()))
    assert [table.sheet for table in tables] == ["数据"]


def test_csv_understands_quotes_and_line_breaks(file):
    """A quoted cell may hold delimiters, quotes and line breaks and stays one cell of one row."""
    (table,), _ = read_file(file("a.csv", 'a,b\r\n"1,2","他说""好""\n再说"\r\n\r\n="7",x'.encode()))
    assert table.rows == (("a", "b"), ("1,2", '他说"好"\n再说'), (), ('="7"', "x"))


@pytest.mark.parametrize(
    ("end", "code"),
    [
        pytest.param("2026-06-20,8", "damaged-file", id="in mid-row"),
        pytest.param('2026-06-20,"1,2', "damaged-file", id="in a quoted cell"),
        pytest.param('2026-06-20,"1,2\r\n', "damaged-file", id="a quote that never ends"),
        pytest.param("2026-06-20,8,9", None, id="whole without a line break"),
        pytest.param("2026-06-20,8\r\n", None, id="a short row with a line break"),
        pytest.param("合计,17", None, id="a short total"),
        pytest.param("数据来自后台", None, id="a note"),
    ],
)
def test_a_csv_that_breaks_off_is_refused(file, end, code):
    """A download that stopped in mid-row would leave 100 of 1,008; a short total or note at the end is none."""
    start = "日期,访客数,支付金额\r\n2026-06-18,7,8\r\n2026-06-19,7,8\r\n"
    read = read_file(file("a.csv", (start + end).encode()))
    assert (codes(read), len(read[0])) == (([code], 0) if code else ([], 1))


def test_html_spans_keep_columns_in_place(file):
    """A title over three columns does not shift the table below it."""
    page = "<table><tr><th colspan=3>标题</th></tr><tr><td>a</td><td><b>b</b></td><td>c</td></tr></table>"
    (table,), _ = read_file(file("a.xls", page.encode()))
    assert table.rows == (("标题", "", ""), ("a", "b", "c"))


def test_what_an_xml_workbook_leaves_out_is_blank(file):
    """Rows and cells that say where they stand leave the others empty; sheets keep their names."""
    data = xml_book(ROWS).replace(b"<Row>", b'<Row ss:Index="3">', 1).replace(b"<Cell>", b'<Cell ss:Index="2">', 1)
    (table,), issues = read_file(file("a.xls", data))
    assert (table.sheet, table.rows, issues) == ("日报", ((), (), ("", *TEXT[0]), TEXT[1]), ())


def test_several_reports_in_one_workbook_are_all_read(file):
    """Every visible sheet with a known report counts, wherever it stands; the others are passed over."""
    shop = [["统计日期", "访客数", "支付金额"], ["2026-06-18", "10", "99"]]
    goods = [
        ["说明：仅供参考"],
        ["统计日期", "商品ID", "商品访客数", "支付金额"],
        ["2026-06-18", "600000000001", "7", "5"],
    ]
    tables, _ = read_file(file("a.xlsx", books({"封面": [["导出说明", "见下", "备注"]], "乙": goods, "甲": shop})))
    assert [(table.sheet, parse(table).kind) for table in tables] == [
        ("封面", ""),
        ("乙", "sycm-items"),
        ("甲", "sycm-shop"),
    ]


def test_an_xml_declaration_does_not_hide_a_page(file):
    """A page that declares an encoding it does not have is still read."""
    page = '<?xml version="1.0" encoding="gb2312"?><html><table><tr><td>日期</td></tr></table></html>'
    (table,), _ = read_file(file("a.xls", page.encode("gb18030")))
    assert table.rows == (("日期",),)


@pytest.mark.parametrize(
    ("name", "member", "when", "exported"),
    [
        pytest.param("计划报表_20260619_110330.csv", None, None, date(2026, 6, 19), id="stamp"),
        pytest.param("计划报表.csv", None, None, date(2026, 7, 2), id="file-time"),
        pytest.param("a_20260620_110330.zip", "b.csv", (2026, 6, 21), date(2026, 6, 20), id="outer-stamp"),
        pytest.param("a.zip", "b_20260618_110330.csv", (2026, 6, 21), date(2026, 6, 18), id="inner-stamp"),
        pytest.param("a.zip", "b.csv", (2026, 6, 21), date(2026, 6, 21), id="member-time"),
        pytest.param("a.zip", "b.csv", (1980, 1, 1), date(2026, 7, 2), id="zip-without-times"),
    ],
)
def test_the_day_of_the_export(file, name, member, when, exported):
    """The stamp in the name says when a file was made, else the time it carries."""
    data = csv(ROWS)
    if member:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(zipfile.ZipInfo(member, (*when, 12, 0, 0)), data)
        data = stream.getvalue()
    path = file(name, data)
    noon = datetime(2026, 7, 2, 12).astimezone().timestamp()
    os.utime(path, (noon, noon))
    (table,), _ = read_file(path)
    assert table.exported == exported


def own_workbook():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("S")
        book.define_name("opsbook_version", "=S!$A$1")
    return stream.getvalue()


def test_a_workbook_of_ours_is_no_export(file):
    """A workbook that OpsBook wrote is recognised by its defined name and not read as data."""
    path = file("运营.xlsx", own_workbook())
    assert sniff(path.read_bytes()) is Format.OWN
    assert codes(read_file(path)) == ["own-workbook"]


def test_folders_are_searched_in_the_order_of_their_names(file, tmp_path):
    """Tables and zips of all folders below count; owner files, hidden ones, others and our workbooks do not."""
    for name in ("b.csv", "a.XLS", "子/c.zip", "~$a.xls", ".d.csv", ".opsbook/e.csv", "图.png", "readme.md"):
        file(name, b"x")
    file("运营.xlsx", own_workbook())
    file("坏.xlsx", b"PK")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert found == ["a.XLS", "b.csv", "坏.xlsx", "子/c.zip"]


def test_a_named_file_is_taken_once_and_as_it_is(file, tmp_path):
    """A file given by name counts whatever its extension; given twice it counts once, at its first place."""
    named, other = file("z.dat", b"x"), file("a.csv", b"x")
    assert find_files([named, tmp_path, named, other]) == (named, other)


def test_a_path_that_is_not_there_stops(tmp_path):
    """A mistyped path is said at once."""
    with pytest.raises(FileRefusedError) as refused:
        find_files([tmp_path / "没有.csv"])
    assert refused.value.code == "no-file"
