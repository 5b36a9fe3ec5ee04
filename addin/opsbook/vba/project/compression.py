"""Compress VBA source as Excel stores it.

Source: [MS-OVBA] 2.4.1, Compression and Decompression.
"""

import struct
from collections.abc import Iterator

CHUNK = 4096
_SIGNATURE = b"\x01"
_COMPRESSED, _RAW = 0xB000, 0x3000  # a chunk's header: kind and signature; the low 12 bits hold its size less 3
_SHORTEST = 3  # characters a copy stands for at least


def compress(data: bytes) -> bytes:
    """Compress bytes, the same way every time.

    Args:
        data: any bytes.

    Returns:
        A compressed container of chunks of 4,096 bytes each.
    """
    chunks = (data[start : start + CHUNK] for start in range(0, len(data), CHUNK))
    return _SIGNATURE + b"".join(_packed(chunk) for chunk in chunks)


def _packed(chunk: bytes) -> bytes:
    body = b"".join(_groups(chunk))
    if len(body) >= CHUNK and len(chunk) == CHUNK:  # only a whole chunk may be stored as it is
        return struct.pack("<H", _RAW | (CHUNK - 1)) + chunk
    return struct.pack("<H", _COMPRESSED | (len(body) - 1)) + body


def _groups(chunk: bytes) -> Iterator[bytes]:
    """Eight tokens behind a byte that tells which of them are copies."""
    tokens = list(_tokens(chunk))
    for start in range(0, len(tokens), 8):
        group = tokens[start : start + 8]
        flags = sum((len(token) == 2) << bit for bit, token in enumerate(group))
        yield bytes([flags]) + b"".join(group)


def _tokens(chunk: bytes) -> Iterator[bytes]:
    """One byte as it is, or two bytes that copy what came before in the same chunk."""
    seen: dict[bytes, list[int]] = {}
    at = 0
    while at < len(chunk):
        bits = offset_bits(at)
        start, length = _longest(chunk, at, seen.get(chunk[at : at + _SHORTEST], ()), (0xFFFF >> bits) + _SHORTEST)
        if length:
            yield struct.pack("<H", (at - start - 1) << (16 - bits) | (length - _SHORTEST))
        else:
            length = 1
            yield chunk[at : at + 1]
        for passed in range(at, at + length):
            seen.setdefault(chunk[passed : passed + _SHORTEST], []).append(passed)
        at += length


def offset_bits(at: int) -> int:
    """How many of a copy's 16 bits tell the distance, at a position of the chunk; the others tell the length.

    >>> [offset_bits(at) for at in (1, 16, 17, 4095)]
    [4, 4, 5, 12]
    """
    return max(4, (at - 1).bit_length())


def _longest(chunk: bytes, at: int, starts: list[int] | tuple[()], most: int) -> tuple[int, int]:
    """Where the longest earlier text equal to the coming one starts, and its length; the nearest one when equal."""
    best = (0, 0)
    for start in reversed(starts):
        length = _alike(chunk, start, at, most)
        if length > best[1]:
            best = (start, length)
        if length == most:
            break
    return best if best[1] >= _SHORTEST else (0, 0)


def _alike(chunk: bytes, start: int, at: int, most: int) -> int:
    """How many bytes agree from two positions on."""
    length = 0
    while length < most and at + length < len(chunk) and chunk[start + length] == chunk[at + length]:
        length += 1
    return length
