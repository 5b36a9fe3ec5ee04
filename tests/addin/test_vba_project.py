"""The VBA project as bytes: what goes in comes out, in the form Excel itself writes."""

import io
import random
import re
import zipfile
from importlib.resources import files

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.addin.xlwings_module import CLASS, MODULE, wheel_file
from opsbook.vba.project.compound_file import compound_file
from opsbook.vba.project.compression import compress
from opsbook.vba.project.streams import SHEET_BASE, WORKBOOK_BASE, class_module, document_module, standard_module
from opsbook.vba.project.writer import Kind, Module, Project, concealed, directory, names, properties, vba_project
from support import compound, ovba, scanner

ID = "{5B0A2C51-6B0E-4C9B-9B57-0F1E7A2D9C11}"
EXCEL_ID = "{BDFF0F99-EFC5-4DB0-830D-4C8BFEE87599}"


@pytest.fixture(scope="module")
def excels():
    """The VBA project of an empty add-in that Excel saved, which a library carries as its template."""
    template = files("pyopenvba") / "_templates" / "blank_files" / "blank_excel_addin.xlam"
    with zipfile.ZipFile(io.BytesIO(template.read_bytes())) as package:
        return olefile.OleFileIO(io.BytesIO(package.read("xl/vbaProject.bin")))


@pytest.fixture(scope="module")
def like_excels():
    """The same project in our records."""
    modules = (
        Module("ThisWorkbook", Kind.DOCUMENT, ""),
        Module("Sheet1", Kind.DOCUMENT, ""),
        Module("Module1", Kind.STANDARD, ""),
    )
    return Project("VBAProject", EXCEL_ID, modules)


def _without_caches(stream):
    """Excel's `dir` as it would be if Excel had kept no compiled code: no format number, no cookies, no offsets."""
    stream, formats = re.subn(rb"\x4a\0\x04\0\0\0\x06\0\0\0", b"", stream)
    stream, cookies = re.subn(rb"(?s)([\x13\x2c]\0\x02\0\0\0)..", lambda found: found[1] + b"\xff\xff", stream)
    stream, offsets = re.subn(rb"(?s)(\x31\0\x04\0\0\0)..\0\0(?=\x1e\0)", lambda found: found[1] + bytes(4), stream)
    assert (formats, cookies, offsets) == (1, 4, 3)
    return stream


TEXTS = {
    "nothing": b"",
    "one": b"a",
    "eight": b"abcdefgh",
    "all bytes": bytes(range(256)) * 40,
    "one sign": b"x" * 20_000,
    "one chunk": b"ab" * 2048,
    "one more than a chunk": b"ab" * 2048 + b"c",
    "chance": random.Random(1).randbytes(9000),
    "a chunk of chance": random.Random(2).randbytes(4096),
    "nearly a chunk of chance": random.Random(3).randbytes(3640),
    "xlwings": wheel_file(MODULE).encode(),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_comes_back(text):
    """Two readers, one of them strict, read back what was compressed."""
    packed = compress(text)
    assert ovba.decompress(packed) == text
    if text:
        assert scanner.decompressed(packed) == text


@given(st.lists(st.sampled_from([b"Dim x", b"\r\n", b"End Sub", b"\0", b"aaaa"]) | st.binary(max_size=40)))
def test_any_text_comes_back(pieces):
    """Compressing and reading back changes nothing, whatever repeats in it."""
    text = b"".join(pieces) * 20
    assert ovba.decompress(compress(text)) == text


def test_repetition_is_short():
    """Source is stored compressed, not only in a compressed form."""
    text = wheel_file(MODULE).encode()
    assert len(compress(text)) < len(text) / 2


CONTENT = st.binary(max_size=200) | st.sampled_from([b"x" * 4095, b"y" * 4096, b"z" * 9000])
NAMES = st.text("abcXYZ_1", min_size=1, max_size=12)
STREAMS = st.dictionaries(NAMES, CONTENT, max_size=40).filter(
    lambda found: len({name.upper() for name in found}) == len(found)
)


@given(STREAMS, STREAMS)
def test_a_compound_file_holds_its_streams(inner, outer):
    """Every stream comes back, long or short, and each storage's tree is ordered, balanced and black enough."""
    tree = {**{name: content for name, content in outer.items() if name.upper() != "VBA"}, "VBA": inner}
    packed = compound_file(tree)
    assert compound.read(packed) == tree
    with olefile.OleFileIO(io.BytesIO(packed), raise_defects=olefile.DEFECT_UNSURE) as opened:
        assert all(opened.openstream(["VBA", name]).read() == content for name, content in inner.items())


def test_a_compound_file_too_long_is_refused():
    """More than the header can list is refused, not written wrong."""
    with pytest.raises(ValueError, match=r"\d+"):
        compound_file({"long": bytes(8_000_000)})


def test_streams_equal_excels(excels, like_excels):
    """`dir`, `PROJECT` and `PROJECTwm` are byte for byte what Excel wrote for the same modules, but for its caches."""
    assert directory(like_excels) == _without_caches(scanner.decompressed(excels.openstream("VBA/dir").read()))
    assert names(like_excels) == excels.openstream("PROJECTwm").read()
    open_window, closed = b"Module1=38, 38, 1686, 938, Z", b"Module1=0, 0, 0, 0, C"
    theirs = excels.openstream("PROJECT").read()
    assert theirs.count(open_window) == 1
    assert properties(like_excels) == theirs.replace(open_window, closed)


def test_documents_equal_excels():
    """The module behind a workbook or sheet has the head Excel gives it."""
    template = files("pyopenvba") / "_templates" / "blank_files" / "blank_excel_addin.xlam"
    read = scanner.modules(template.read_bytes())
    assert document_module("ThisWorkbook", WORKBOOK_BASE).source == read["ThisWorkbook"]
    assert document_module("Sheet1", SHEET_BASE).source == read["Sheet1"]


@pytest.mark.parametrize("seed", [0xDD, 0xBA, 0x97, 0x00])
@pytest.mark.parametrize("data", [b"\0\0\0\0", b"\0", b"\xff"])
def test_a_concealed_setting_can_be_revealed(seed, data):
    """Reading a setting back by [MS-OVBA] 2.4.3.3 gives what was concealed, whatever the seed."""
    key, given = sum(ID.encode()) & 0xFF, bytes.fromhex(concealed(ID, data, seed))
    assert (given[1] ^ seed, given[2] ^ seed) == (2, key)
    before, last, plain, out = given[1], given[2], key, []
    for byte in given[3:]:
        plain = byte ^ ((before + plain) & 0xFF)
        before, last = last, byte
        out.append(plain)
    skipped = (seed & 6) // 2
    assert bytes(out[skipped:]) == len(data).to_bytes(4, "little") + data


def test_sources_are_read_back():
    """A scanner reads every module as it went in, class heads included."""
    modules = (
        document_module("ThisWorkbook", WORKBOOK_BASE),
        standard_module("Long", "Sub A()\nEnd Sub\n" * 900),
        standard_module("Named", 'Attribute VB_Name = "Other"\r\nSub B()\r\nEnd Sub'),
        class_module("Dictionary", wheel_file(CLASS)),
    )
    read = scanner.modules(vba_project(Project("OpsBook", ID, modules)))
    assert read == {module.name: module.source for module in modules}
    assert 'Attribute VB_Name = "Named"\r\nSub B()' in read["Named"]
    assert read["Dictionary"].startswith('Attribute VB_Name = "Dictionary"\r\nAttribute VB_Base = "0{FCFB3D2A')
    assert "MultiUse" not in read["Dictionary"]


@pytest.mark.parametrize(
    "module",
    [
        pytest.param(standard_module("Ops Book", ""), id="space in the name"),
        pytest.param(standard_module("x" * 32, ""), id="long name"),
        pytest.param(standard_module("opsbook", ""), id="the project's name"),
        pytest.param(standard_module("first", ""), id="a name twice"),
        pytest.param(standard_module("A", "' 中文"), id="not ASCII"),
        pytest.param(standard_module("A", "'" * 1001), id="long line"),
        pytest.param(Module("A", Kind.STANDARD, "Sub A()\nEnd Sub\r\n"), id="bare LF"),
        pytest.param(Module("A", Kind.STANDARD, "Sub A()\rEnd Sub\r\n"), id="bare CR"),
    ],
)
def test_what_the_editor_refuses_is_refused(module):
    """A module that VBA's editor would not take stops the build and is named."""
    with pytest.raises(ValueError, match=module.name):
        vba_project(Project("OpsBook", ID, (standard_module("First", ""), module)))


def test_the_longest_names_and_lines_are_taken():
    """Thirty-one characters of name and a thousand of line are allowed."""
    assert vba_project(Project("OpsBook", ID, (standard_module("x" * 31, "'" * 1000),)))
