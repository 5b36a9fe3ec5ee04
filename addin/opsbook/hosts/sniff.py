"""What a file is by its bytes: its extension often lies (.xls that is CSV or HTML)."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from enum import Enum

# What reading a zip that is cut, altered, encrypted or packed in an odd way can raise.
BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError),
    *(KeyError, NotImplementedError, RuntimeError, ValueError),
)
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_HTML = re.compile(rb"<(?:!doctype html|html|table)\b", re.IGNORECASE)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FREE, _LARGEST_SECTOR = 0xFFFFFFFF, 0xFFFFFFFA


class Format(Enum):
    """What the bytes are."""

    EMPTY = "empty"
    OLE = "ole"  # .xls up to Excel 2003
    PROTECTED = "protected"  # a workbook with a password, wrapped in OLE
    WORKBOOK = "workbook"  # .xlsx, .xlsm
    OWN = "own"  # a workbook of OpsBook
    ZIP = "zip"
    HTML = "html"
    TEXT = "text"
    DAMAGED = "damaged"


def sniff(data: bytes) -> Format:
    """Say what a file is.

    Args:
        data: all of it.
    """
    if not data.strip():
        return Format.EMPTY
    if data.startswith(OLE):
        return _kind_of_ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data)
    # UTF-16 (Excel's "Unicode text") is full of zero bytes; anything else with them is no text.
    head = data[:4096]
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Format.DAMAGED
    return Format.HTML if _HTML.search(head) else Format.TEXT


def _kind_of_zip(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" not in names:
                return Format.ZIP
            own = "xl/workbook.xml" in names and b'"opsbook_version"' in archive.read("xl/workbook.xml")
    except BROKEN_ZIP:
        return Format.DAMAGED
    return Format.OWN if own else Format.WORKBOOK


def _kind_of_ole(data: bytes) -> Format:
    if _ENCRYPTED in data:
        return Format.PROTECTED
    return Format.OLE if _is_whole(data) else Format.DAMAGED


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
