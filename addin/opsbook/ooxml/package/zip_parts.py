"""The members of a zip package as they lie in the file, and a package of them: what is not changed is copied as it is."""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple
from zipfile import BadZipFile, ZipInfo

_LOCAL, _LOCAL_HEADER = b"PK\3\4", struct.Struct("<4s5H3L2H")
_CENTRAL, _CENTRAL_HEADER = b"PK\1\2", struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20  # of the format: deflated members
_UTF8 = 0x800
_ENCRYPTED = 0x1


class Part(NamedTuple):
    """One compressed member.

    Args:
        member: its name, date and attributes.
        method: how it is compressed.
        crc: checksum of its content.
        size: bytes of its content.
        stream: its compressed bytes.
    """

    member: ZipInfo
    method: int
    crc: int
    size: int
    stream: bytes


def stored(content: bytes, member: ZipInfo) -> Part:
    """A member as it lies in a package.

    Raises:
        BadZipFile: it does not lie where the package's directory says, or is encrypted.
    """
    start = member.header_offset
    header = content[start : start + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size or not header.startswith(_LOCAL) or member.flag_bits & _ENCRYPTED:
        raise BadZipFile
    *_, name, extra = _LOCAL_HEADER.unpack(header)
    begin = start + _LOCAL_HEADER.size + name + extra
    stream = content[begin : begin + member.compress_size]
    if len(stream) < member.compress_size:
        raise BadZipFile
    return Part(member, member.compress_type, member.CRC, member.file_size, stream)


def inflated(part: Part) -> bytes:
    """The content of a deflated member.

    Raises:
        BadZipFile: its bytes are damaged.
    """
    try:
        content = zlib.decompress(part.stream, -zlib.MAX_WBITS, part.size or 1)
    except zlib.error:
        raise BadZipFile from None
    if len(content) != part.size or zlib.crc32(content) != part.crc:
        raise BadZipFile
    return content


def packed(parts: Iterable[Part]) -> bytes:
    """A package of members, in their order, with their dates.

    Raises:
        struct.error: it would be larger than the plain zip format allows, which Excel's own limits do not let happen.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for part in parts:
        name, flags = _name(part.member)
        moment = _moment(part.member)
        sizes = (part.crc, len(part.stream), part.size)
        local = _LOCAL_HEADER.pack(_LOCAL, _VERSION, flags, part.method, *moment, *sizes, len(name), 0)
        system = part.member.create_system << 8 | _VERSION
        attributes = (0, part.member.internal_attr, part.member.external_attr, at)
        lengths = (len(name), 0, len(part.member.comment))
        central = (_CENTRAL, system, _VERSION, flags, part.method, *moment, *sizes, *lengths, *attributes)
        directory += [_CENTRAL_HEADER.pack(*central), name, part.member.comment]
        pieces += [local, name, part.stream]
        at += len(local) + len(name) + len(part.stream)
    whole, count = b"".join(directory), len(pieces) // 3
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(whole), at, 0)
    return b"".join([*pieces, whole, end])


def _name(member: ZipInfo) -> tuple[bytes, int]:
    """A member's name as bytes, and the flag that tells how it is spelled."""
    if member.filename.isascii():
        return member.filename.encode("ascii"), 0
    return member.filename.encode("utf-8"), _UTF8


def _moment(member: ZipInfo) -> tuple[int, int]:
    """Time and date as zip keeps them."""
    year, month, day, hour, minute, second = member.date_time
    return hour << 11 | minute << 5 | second // 2, max(year - 1980, 0) << 9 | month << 5 | day
