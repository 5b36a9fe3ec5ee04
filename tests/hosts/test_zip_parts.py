"""Parts of a package compressed in blocks, copied as they lie, and read ahead."""

import random
import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.model.errors import FileRefusedError
from opsbook.ooxml.package import deflating
from opsbook.ooxml.package.deflating import BLOCK, Deflating
from opsbook.ooxml.package.parts import Package
from opsbook.ooxml.package.reading_ahead import Ahead
from opsbook.ooxml.package.zip_parts import inflated, packed, stored

LARGE = "<row/>" * 40_000


def a_zip(parts, *, method=zipfile.ZIP_DEFLATED, comment=b""):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, (2026, 11, 12, 9, 5, 30))
            member.external_attr, member.comment, member.compress_type = 0o644 << 16, comment, method
            package.writestr(member, content)
    return out.getvalue()


def contents(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


@given(st.lists(st.binary(max_size=200), max_size=5), st.integers(1, 60))
def test_parts_in_blocks_inflate_to_what_they_were(parts, size):
    """However a part is cut, and whichever thread does which block, one ordinary stream comes out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deflating, "BLOCK", size)
        work = Deflating()
        taken = [work.take(part) for part in parts]
        work.finish()
    assert [zlib.decompress(one.stream(), -15) for one in taken] == parts
    assert [(one.crc, one.size) for one in taken] == [(zlib.crc32(part), len(part)) for part in parts]


@pytest.mark.parametrize("size", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK], ids=str)
def test_a_part_as_large_as_its_blocks_is_whole(size):
    """No byte is lost or doubled where a block ends."""
    content, work = random.Random(size).randbytes(size), Deflating()
    taken = work.take(content)
    work.finish()
    assert zlib.decompress(taken.stream(), -15) == content


def test_the_same_part_gives_the_same_bytes():
    """Two threads never race for what stands in the file."""
    streams = set()
    for _ in range(5):
        work = Deflating()
        taken = work.take(LARGE.encode() * 20)
        work.finish()
        streams.add(taken.stream())
    assert len(streams) == 1


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2], ids=str)
def test_members_are_copied_as_they_lie(method):
    """A package of members of another one has their contents, dates, attributes and comments."""
    before = a_zip({"a.xml": "<a/>" * 99, "图片/b.bin": b"\0" * 9, "empty": ""}, method=method, comment=b"note")
    with zipfile.ZipFile(BytesIO(before)) as package:
        members = package.infolist()
        after = packed(stored(before, member) for member in members)
    assert contents(after) == contents(before)
    with zipfile.ZipFile(BytesIO(after)) as package:
        assert [
            (one.filename, one.date_time, one.external_attr, one.comment, one.compress_type)
            for one in package.infolist()
        ] == [(one.filename, one.date_time, one.external_attr, one.comment, one.compress_type) for one in members]


def test_a_streamed_member_is_copied_without_its_descriptor():
    """Writers that learn a size too late put it behind the member; the copy knows it from the start."""

    class Pipe(BytesIO):
        def seekable(self):
            return False

        def tell(self):
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", "<a/>" * 50)
        package.writestr("b.xml", "<b/>")
    package = Package(pipe.getvalue(), "book.xlsx")
    package.write("b.xml", "<c/>")
    assert contents(package.to_bytes()) == {"a.xml": b"<a/>" * 50, "b.xml": b"<c/>"}


def test_changed_removed_and_untouched_parts_stand_in_their_old_order():
    """A patched package holds the new parts, lacks the removed ones, and keeps the order of the rest."""
    types = '<Types><Override PartName="/b.xml"/></Types>'
    parts = {"[Content_Types].xml": types, "a.xml": LARGE, "b.xml": "x", "_rels/.rels": "<R/>", "c.xml": LARGE}
    package = Package(a_zip(parts), "book.xlsx")
    package.replace("c.xml", b"first")
    package.replace("c.xml", LARGE.encode() * 30)
    package.remove("b.xml", "")
    after = contents(package.to_bytes())
    assert list(after) == ["[Content_Types].xml", "a.xml", "_rels/.rels", "c.xml"]
    assert (after["a.xml"], after["c.xml"]) == (LARGE.encode(), LARGE.encode() * 30)


def test_a_part_damaged_in_the_file_is_told_when_it_is_read():
    """What was read ahead without success is read again by whoever needs it, who is told."""
    content = bytearray(a_zip({"a.xml": LARGE, "b.xml": "<b/>"}))
    content[60:90] = bytes(30)
    package = Package(bytes(content), "book.xlsx")
    assert package.read("b.xml") == "<b/>"
    with pytest.raises(FileRefusedError) as refused:
        package.read("a.xml")
    assert refused.value.code == "book-damaged"


def test_a_member_that_does_not_lie_where_the_directory_says_is_damage():
    """A package is never written from bytes that are not a member's."""
    content = a_zip({"a.xml": "<a/>", "b.xml": "<b/>"})
    package = Package(b"PK\0\0" + content[4:], "book.xlsx")
    package.write("b.xml", "<c/>")
    with pytest.raises(FileRefusedError) as refused:
        package.to_bytes()
    assert refused.value.code == "book-damaged"


def test_parts_read_ahead_are_given_once():
    """Each part is handed over one time; who asks again, or for another one, reads it himself."""
    ahead = Ahead(["a", "b"], {"a": b"1", "b": b"2"}.__getitem__)
    assert ahead.take("other") is None
    assert {ahead.take("a"), ahead.take("a")} <= {b"1", None}
    assert ahead.take("a") is None


def test_a_part_that_cannot_be_read_ahead_is_left_to_the_reader():
    """A second thread's failure is nobody's until the part is asked for."""
    assert Ahead(["a"], {}.__getitem__).take("a") is None


def its_member(content, name="a.xml"):
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.getinfo(name)


def test_a_member_behind_an_extra_field_is_found():
    """Other programs put fields between a member's name and its bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        member = zipfile.ZipInfo("a.xml", (2026, 11, 12, 9, 5, 30))
        member.compress_type, member.extra = zipfile.ZIP_DEFLATED, b"\xfe\xca\4\0abcd"
        package.writestr(member, "<a/>" * 99)
    part = stored(out.getvalue(), its_member(out.getvalue()))
    assert inflated(part) == b"<a/>" * 99


@pytest.mark.parametrize(
    ("changed", "flags"),
    [
        pytest.param(lambda content: content[:29], 0, id="ends within the member's header"),
        pytest.param(lambda content: content[: 30 + 5 + 2], 0, id="ends within the member's bytes"),
        pytest.param(lambda content: b"PK\5\6" + content[4:], 0, id="no header where it should be"),
        pytest.param(lambda content: content, 1, id="encrypted"),
    ],
)
def test_what_is_not_a_whole_plain_member_is_damage(changed, flags):
    """A member is copied whole or refused: half a member in a new package would be lost without a word."""
    content = a_zip({"a.xml": "<a/>"})
    member = its_member(content)
    member.flag_bits |= flags
    with pytest.raises(zipfile.BadZipFile):
        stored(changed(content), member)


def test_a_member_that_ends_with_the_file_is_whole():
    """Nothing is missing where the last byte is there."""
    content = a_zip({"a.xml": "<a/>"})
    member = its_member(content)
    end = 30 + len("a.xml") + member.compress_size
    assert inflated(stored(content[:end], member)) == b"<a/>"


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"size": 3}, id="longer than its size"),
        pytest.param({"size": 5}, id="shorter than its size"),
        pytest.param({"crc": 1}, id="another checksum"),
        pytest.param({"stream": b"\xff\xff"}, id="no stream"),
    ],
)
def test_a_member_with_other_content_than_told_is_damage(wrong):
    """Size, checksum and stream must agree."""
    content = a_zip({"a.xml": "<a/>"})
    part = stored(content, its_member(content))
    assert inflated(part) == b"<a/>"
    with pytest.raises(zipfile.BadZipFile):
        inflated(part._replace(**wrong))


def test_an_empty_member_inflates_to_nothing():
    """No bytes are a content like others."""
    content = a_zip({"a.xml": ""})
    assert inflated(stored(content, its_member(content))) == b""


@pytest.mark.parametrize(
    ("moment", "kept"),
    [
        pytest.param((2026, 11, 12, 9, 5, 30), (2026, 11, 12, 9, 5, 30), id="even seconds"),
        pytest.param((2099, 12, 31, 23, 59, 59), (2099, 12, 31, 23, 59, 58), id="odd seconds"),
        pytest.param((1980, 1, 1, 0, 0, 0), (1980, 1, 1, 0, 0, 0), id="the first day of the format"),
        pytest.param((1970, 2, 3, 1, 2, 4), (1980, 2, 3, 1, 2, 4), id="a year before it"),
    ],
)
def test_dates_and_attributes_of_members_are_kept(moment, kept):
    """The format counts seconds by two and years from 1980."""
    content = a_zip({"a.xml": "<a/>", "图.png": "x"})
    parts = [stored(content, its_member(content, name)) for name in ("a.xml", "图.png")]
    for part in parts:
        part.member.date_time, part.member.create_system, part.member.internal_attr = moment, 3, 1
    with zipfile.ZipFile(BytesIO(packed(parts))) as package:
        copies = package.infolist()
    assert [one.date_time for one in copies] == [kept, kept]
    assert {(one.create_system, one.create_version, one.extract_version, one.internal_attr) for one in copies} == {
        (3, 20, 20, 1)
    }
    assert [one.flag_bits for one in copies] == [0, 0x800]
