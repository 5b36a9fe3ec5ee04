"""Reading compressed VBA by the letter of [MS-OVBA] 2.4.1, stricter than the readers people use."""

import struct


def decompress(data: bytes) -> bytes:
    """What a container holds; a byte that the format does not allow fails."""
    assert data[:1] == b"\x01"
    out, at = b"", 1
    while at < len(data):
        (header,) = struct.unpack_from("<H", data, at)
        assert (header >> 12) & 7 == 3, "a chunk's signature"
        size = (header & 0xFFF) + 3
        chunk = data[at + 2 : at + size]
        assert len(chunk) == size - 2
        opened = _opened(chunk) if header >> 15 else chunk
        assert len(opened) == 4096 or at + size == len(data), "only the last chunk may be short"
        assert 0 < len(opened) <= 4096
        out, at = out + opened, at + size
    return out


def _opened(chunk: bytes) -> bytes:
    out, at = bytearray(), 0
    while at < len(chunk):
        flags, at = chunk[at], at + 1
        for bit in range(8):
            if at == len(chunk):
                assert flags >> bit == 0, "copies announced that do not come"
                break
            if flags >> bit & 1:
                (token,) = struct.unpack_from("<H", chunk, at)
                bits = max(4, (len(out) - 1).bit_length())
                offset, length = (token >> (16 - bits)) + 1, (token & (0xFFFF >> bits)) + 3
                assert offset <= len(out)
                for _ in range(length):
                    out.append(out[-offset])
                at += 2
            else:
                out.append(chunk[at])
                at += 1
    return bytes(out)
