"""A copy without macros is an ordinary workbook that holds everything else."""

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.files.macro_free import without_macros
from opsbook.model.errors import FileRefusedError
from support.ooxml import assert_valid
from support.packages import parts, write
from support.small_book import print_book

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.microsoft.com/office"
DRAWING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/>'
    '<xdr:ext cx="9" cy="9"/><xdr:sp macro="[0]!OpsSheetRefresh" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="b"/>'
    "<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>"
)


@pytest.fixture
def with_macros(tmp_path):
    """The small book with a project, its signature, a ribbon and a button."""
    path = print_book(tmp_path / "book.xlsm")
    held = {name: content.decode() for name, content in parts(path).items()}
    types = held["[Content_Types].xml"]
    types = types.replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    more = (
        '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        '<Override PartName="/xl/vbaProjectSignature.bin" ContentType="application/vnd.ms-office.vbaProjectSignature"/>'
        '<Override PartName="/xl/drawings/drawing9.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>'
    )
    held["[Content_Types].xml"] = types.replace("</Types>", more)
    _link(held, "_rels/.rels", f"{OFFICE}/2007/relationships/ui/extensibility", "customUI/customUI14.xml")
    _link(held, "xl/_rels/workbook.xml.rels", f"{OFFICE}/2006/relationships/vbaProject", "vbaProject.bin")
    _link(held, "xl/worksheets/_rels/sheet3.xml.rels", f"{RELATIONS}/drawing", "../drawings/drawing9.xml")
    signature = f"{OFFICE}/2006/relationships/vbaProjectSignature"
    _link(held, "xl/_rels/vbaProject.bin.rels", signature, "vbaProjectSignature.bin")
    sheet = held["xl/worksheets/sheet3.xml"]
    held["xl/worksheets/sheet3.xml"] = sheet.replace("</worksheet>", '<drawing r:id="rId99"/></worksheet>')
    held["customUI/customUI14.xml"] = '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"/>'
    held |= {"xl/vbaProject.bin": "VBA", "xl/vbaProjectSignature.bin": "SIGNED", "xl/drawings/drawing9.xml": DRAWING}
    write(path, {name: text.encode() for name, text in held.items()})
    return path


def _link(held, part, kind, target):
    fresh = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    link = f'<Relationship Id="rId99" Type="{kind}" Target="{target}"/></Relationships>'
    held[part] = held.get(part, fresh).replace("</Relationships>", link)


def test_a_copy_without_macros_holds_everything_else(with_macros, tmp_path):
    """Project, signature and ribbon are gone, the button calls nothing, the sheets are as they were."""
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(without_macros(with_macros.read_bytes(), "book.xlsm"))
    left = parts(copy)
    assert [name for name in left if "vba" in name.lower() or "customUI" in name] == []
    assert b"macroEnabled" not in left["[Content_Types].xml"]
    assert b'macro=""' in left["xl/drawings/drawing9.xml"]
    before = parts(with_macros)
    assert {name for name in before if name.startswith("xl/worksheets/sheet") and left[name] != before[name]} == set()
    assert FilesHost(copy).read_table("Day") == FilesHost(with_macros).read_table("Day")
    assert_valid(copy)


def test_a_workbook_without_macros_is_copied_as_it_is(tmp_path):
    """Not a byte changes."""
    content = print_book(tmp_path / "book.xlsx").read_bytes()
    assert without_macros(content, "book.xlsx") == content


def test_what_is_no_workbook_is_refused():
    """The message names the file."""
    with pytest.raises(FileRefusedError) as refused:
        without_macros(b"no zip", "book.xls")
    assert refused.value.code == "not-a-book"
