"""Reading a compound file strictly: what Windows relies on, and lenient readers do not look at."""

import struct

SECTOR, MINI, END, NONE = 512, 64, 0xFFFFFFFE, 0xFFFFFFFF
RED, BLACK = 0, 1


def _chain(fat: list[int], first: int) -> list[int]:
    found = []
    while first != END:
        assert first not in found, "sectors in a circle"
        found.append(first)
        first = fat[first]
    return found


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data))


class _Reader:
    def __init__(self, data: bytes):
        assert data[:8] == bytes.fromhex("D0CF11E0A1B11AE1")
        assert struct.unpack_from("<HHHHH", data, 24) == (0x3E, 3, 0xFFFE, 9, 6)
        assert len(data) % SECTOR == 0
        head = struct.unpack_from("<9I", data, 40)
        count, self.directory, self.cutoff, mini, mini_count = head[1], head[2], head[4], head[5], head[6]
        assert (head[0], head[7], head[8]) == (0, END, 0), "no directory count, no further table in version 3"
        self.data = data
        places = struct.unpack_from("<109I", data, 76)
        assert all(place == NONE for place in places[count:])
        self.fat = [number for place in places[:count] for number in _numbers(self.sector(place))]
        assert all(self.fat[place] == 0xFFFFFFFD for place in places[:count])
        assert len([number for number in self.fat if number != NONE]) == len(data) // SECTOR - 1
        self.mini_fat = _numbers(self.stream(mini))
        assert len(self.mini_fat) == mini_count * SECTOR // 4

    def sector(self, number: int) -> bytes:
        return self.data[(number + 1) * SECTOR : (number + 2) * SECTOR]

    def stream(self, first: int) -> bytes:
        return b"".join(self.sector(number) for number in _chain(self.fat, first))


def read(data: bytes) -> dict:
    """Streams and storages by name, after checking header, sectors and the tree of every storage."""
    reader = _Reader(data)
    raw = reader.stream(reader.directory)
    entries = [raw[at : at + 128] for at in range(0, len(raw), 128)]
    root = entries[0]
    assert (root[66], root[67]) == (5, BLACK)
    mini = reader.stream(struct.unpack_from("<I", root, 116)[0])
    seen = {0}
    tree = _storage(reader, mini, entries, struct.unpack_from("<I", root, 76)[0], seen)
    assert seen == {number for number, entry in enumerate(entries) if entry[66]}, "an entry nobody leads to"
    return tree


def _storage(reader, mini, entries, top, seen) -> dict:
    assert top == NONE or entries[top][67] == BLACK, "the top of a tree is black"
    found = {}
    _walk(entries, top, seen, found)
    keys = [(len(name), name.upper()) for name in found]
    assert keys == sorted(set(keys)), "in order, no name twice"
    return {name: _content(reader, mini, entries, entry, seen) for name, entry in found.items()}


def _content(reader, mini, entries, entry, seen):
    kind, first, size = entry[66], *struct.unpack_from("<IQ", entry, 116)
    if kind == 1:
        return _storage(reader, mini, entries, struct.unpack_from("<I", entry, 76)[0], seen)
    assert kind == 2
    if size >= reader.cutoff:
        return reader.stream(first)[:size]
    parts = _chain(reader.mini_fat, first)
    assert len(parts) == -(-size // MINI)
    return b"".join(mini[part * MINI : (part + 1) * MINI] for part in parts)[:size]


def _walk(entries, number, seen, found, above=BLACK) -> int:
    """Visit a tree in order; returns how many black entries every way down passes."""
    if number == NONE:
        return 0
    assert number not in seen, "two ways to one entry"
    seen.add(number)
    entry = entries[number]
    color, (left, right) = entry[67], struct.unpack_from("<II", entry, 68)
    assert (color, above) != (RED, RED), "red below red"
    length = struct.unpack_from("<H", entry, 64)[0]
    passed = _walk(entries, left, seen, found, color)
    found[entry[: length - 2].decode("utf-16-le")] = entry
    assert _walk(entries, right, seen, found, color) == passed, "ways down differ in black entries"
    return passed + (color == BLACK)
