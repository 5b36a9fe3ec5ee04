"""What a file is by its bytes: its extension often lies (.xls that is CSV or HTML)."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from enum import Enum

# What reading a zip that is cut, altered, encrypted or packed in an odd way can raise.
BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError),
    *(KeyError, NotImplementedError, RuntimeError, ValueError),
)
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_HTML = re.compile(rb"<(?:!doctype html|html|table)\b", re.IGNORECASE)
_XML = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet", re.IGNORECASE)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_HEAD = 4096
_STREAMS = tuple(f"{name}\0".encode("utf-16-le") for name in ("Workbook", "Book"))
_FILE_PASS, _FIRST_RECORDS = 0x2F, 4
_FREE, _LARGEST_SECTOR = 0xFFFFFFFF, 0xFFFFFFFA


class Format(Enum):
    """What the bytes are."""

    EMPTY = "empty"
    OLE = "ole"  # .xls up to Excel 2003
    PROTECTED = "protected"  # a workbook with a password, wrapped in OLE
    WORKBOOK = "workbook"  # .xlsx, .xlsm
    OWN = "own"  # a workbook of OpsBook
    ZIP = "zip"
    ARCHIVE = "archive"  # packed in a way we do not unpack: RAR, 7z, gzip
    PAGES = "pages"  # a picture or a PDF
    OPEN_DOCUMENT = "open document"  # .ods, a zip of its own kind
    XML = "xml"  # a workbook as Excel 2003 wrote it in XML, often named .xls
    HTML = "html"
    TEXT = "text"
    DAMAGED = "damaged"


_STARTS = {
    OLE: Format.OLE,
    **dict.fromkeys((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), Format.ARCHIVE),
    **dict.fromkeys((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), Format.PAGES),
    **dict.fromkeys((b"PK\x03\x04", b"PK\x05\x06"), Format.ZIP),
}


def sniff(data: bytes) -> Format:
    """Say what a file is.

    Args:
        data: all of it.
    """
    if not data or data.isspace():  # a copy without blanks would be as large again
        return Format.EMPTY
    kind = next((kind for start, kind in _STARTS.items() if data.startswith(start)), Format.TEXT)
    closer = {Format.OLE: _kind_of_ole, Format.ZIP: _kind_of_zip, Format.TEXT: _kind_of_text}
    return closer[kind](data) if kind in closer else kind


def _kind_of_text(data: bytes) -> Format:
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: _HEAD // 2 * 2].decode("utf-16", errors="ignore").encode()
    # UTF-16 (Excel's "Unicode text") is full of zero bytes; anything else with them is no text.
    if b"\0" in head:
        return Format.DAMAGED
    if _XML.search(head):
        return Format.XML
    return Format.HTML if _HTML.search(head) else Format.TEXT


def _kind_of_zip(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" not in names:
                return Format.OPEN_DOCUMENT if _is_open_document(archive, names) else Format.ZIP
            own = "xl/workbook.xml" in names and b'"opsbook_version"' in archive.read("xl/workbook.xml")
    except BROKEN_ZIP:
        return Format.DAMAGED
    return Format.OWN if own else Format.WORKBOOK


def _is_open_document(archive: zipfile.ZipFile, names: Collection[str]) -> bool:
    """Whether a zip is a document of LibreOffice or the like: it says so in its first member, or is packed like one.

    Source: OpenDocument 1.3 part 2, 3.3 MIME type stream; 3.2 manifest.
    """
    if "mimetype" in names:
        with archive.open("mimetype") as stream:
            return stream.read(len(_OPEN_DOCUMENT)) == _OPEN_DOCUMENT
    return {"META-INF/manifest.xml", "content.xml"} <= set(names)


def _kind_of_ole(data: bytes) -> Format:
    if _ENCRYPTED in data:
        return Format.PROTECTED
    if not _is_whole(data):
        return Format.DAMAGED
    return Format.PROTECTED if _FILE_PASS in _first_records(data) else Format.OLE


def _first_records(data: bytes) -> Iterator[int]:
    """The first records of an old workbook: one of them says whether it has a password; the reader library does not tell.

    Source: [MS-CFB] 2.6.1 directory entry; [MS-XLS] 2.1.4 records, 2.4.117 FilePass.
    """
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    entry = next((at for name in _STREAMS if (at := data.find(name)) >= 0), -1)
    if entry < 0 or len(data) < entry + 128:
        return
    at = (struct.unpack_from("<I", data, entry + 116)[0] + 1) * size
    for _ in range(_FIRST_RECORDS):
        if at + 4 > len(data):
            return
        number, length = struct.unpack_from("<HH", data, at)
        yield number
        at += 4 + length


def _is_whole(data: bytes) -> bool:
    """Whether every sector an OLE file speaks of is there.

    The reader library aborts on a cut file instead of saying so; a download that stopped half-way must not end the run.

    Source: [MS-CFB] 2.2 header, 2.3 FAT, 2.5 DIFAT.
    """
    if len(data) < 1536:
        return False
    shift, fat_count = struct.unpack_from("<H", data, 30)[0], struct.unpack_from("<I", data, 44)[0]
    directory, difat_count = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 72)[0]
    if shift not in {9, 12}:
        return False
    size = 1 << shift
    sectors = -(-(len(data) - size) // size)
    listed = [place for place in struct.unpack_from("<109I", data, 76) if place != _FREE]
    # Beyond 109 FAT sectors (7 MB) the list goes on elsewhere; its first part is enough to notice a cut.
    if (
        directory >= sectors
        or any(place >= sectors for place in listed)
        or (not difat_count and len(listed) != fat_count)
    ):
        return False
    for place in listed:
        entries = struct.unpack_from(f"<{size // 4}I", data.ljust(size * (place + 2), b"\xff"), size * (place + 1))
        if any(sectors <= following < _LARGEST_SECTOR for following in entries):
            return False
    return True
