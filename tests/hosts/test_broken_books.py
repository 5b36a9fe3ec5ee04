"""A file OpsBook cannot patch is refused in words, never with a traceback."""

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import FileRefusedError, WorkbookBrokenError
from support.packages import edit, parts, write

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)


def _opened(path):
    """Everything a command would ask of a book."""
    host = FilesHost(path)
    host.read_table("Day")
    host.write_name("the_day", 1.0)
    host.save()


def _code(path):
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises((FileRefusedError, WorkbookBrokenError)) as refused:
        _opened(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    return refused.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "not-a-book", id="empty"),
        pytest.param("日期,金额\n".encode(), "not-a-book", id="csv"),
        pytest.param(OLE, "book-protected", id="password or xls"),
        pytest.param(b"PK\x03\x04" + bytes(50), "not-a-book", id="half a zip"),
        pytest.param(b"PK\x05\x06" + bytes(18), "not-a-book", id="an empty zip"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path, content, code):
    """Other files, protected ones and halves of one."""
    path = tmp_path / "b.xlsx"
    path.write_bytes(content)
    assert _code(path) == code


@pytest.mark.parametrize("make", [lambda _: None, lambda path: path.mkdir()], ids=["missing", "a folder"])
def test_what_is_no_file_is_refused(tmp_path, make):
    """A missing file and a folder."""
    make(tmp_path / "b.xlsx")
    assert _code(tmp_path / "b.xlsx") in {"no-file", "book-unreadable"}


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("_rels/.rels", "not-a-book"),
        ("xl/workbook.xml", "not-a-book"),
        ("xl/_rels/workbook.xml.rels", "missing-table"),
        ("xl/worksheets/sheet1.xml", "book-damaged"),
        ("xl/tables/table1.xml", "book-damaged"),
    ],
)
def test_a_missing_part_is_told(book, part, code):
    """A package without one of its parts."""
    write(book, {name: content for name, content in parts(book).items() if name != part})
    assert _code(book) == code


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        ("xl/worksheets/sheet1.xml", "<sheetData>", "<x:sheetData>", "book-prefixed"),
        ("xl/worksheets/sheet1.xml", "</sheetData>", "", "book-damaged"),
        ("xl/worksheets/sheet1.xml", "<v>2.5</v>", "<v>two</v>", "book-damaged"),
        ("xl/workbook.xml", "<workbook ", "<x:workbook ", "book-prefixed"),
        ("xl/workbook.xml", "<workbookPr ", '<workbookPr date1904="1" ', "book-1904"),
        ("xl/tables/table1.xml", 'displayName="Day"', 'displayName="Tag"', "missing-table"),
        ("xl/workbook.xml", 'name="the_day"', 'name="that_day"', "missing-name"),
        ("xl/workbook.xml", 'name="the_day"', 'name="the_day" localSheetId="0"', "missing-name"),
        ("xl/workbook.xml", "$B$1</", "$B$1+1</", "missing-name"),
    ],
)
def test_a_strange_part_is_told(book, part, old, new, code):
    """Prefixed names, damaged parts, the 1904 calendar, renamed tables and names."""
    edit(book, part, old, new)
    assert _code(book) == code


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_text_in_another_encoding_is_told(book, part):
    """A part that is not UTF-8 is not guessed at."""
    everything = parts(book)
    write(book, everything | {part: everything[part].decode().encode("utf-16")})
    assert _code(book) == "book-damaged"


def test_a_value_that_is_no_utf_8_is_told(book):
    """A cell whose bytes say nothing is not guessed at."""
    everything, part = parts(book), "xl/worksheets/sheet1.xml"
    strange = everything[part].replace(b'<c r="B5" s="2"><v>80</v>', b'<c r="B5" s="2" t="str"><v>\xd6\xa7\xb8\xb6</v>')
    assert strange != everything[part]
    write(book, everything | {part: strange})
    assert _code(book) == "book-damaged"


def test_a_damaged_zip_is_told(book):
    """A flipped byte in a compressed part shows as damage."""
    content = bytearray(book.read_bytes())
    at = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[at : at + 40] = bytes(40)
    book.write_bytes(bytes(content))
    assert _code(book) == "book-damaged"
