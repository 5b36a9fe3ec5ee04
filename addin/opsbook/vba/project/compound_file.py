"""Write a compound file, the container of Excel's vbaProject.bin.

Streams shorter than 4,096 bytes lie in the mini stream, longer ones in sectors of their own; the entries of a storage
form a balanced binary tree with red and black nodes. No dates are stored, so the same streams give the same bytes.

Source: [MS-CFB] version 3.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Tree = Mapping[str, "bytes | Tree"]

SECTOR, MINI, CUTOFF = 512, 64, 4096
END, FAT_SECTOR, FREE, NO_STREAM = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_RED, _BLACK = 0, 1
_FAT_IN_HEADER = 109
_ENTRY = 128


@dataclass(slots=True)
class _Entry:
    """One storage or stream of the directory."""

    name: str
    kind: int
    data: bytes = b""
    color: int = _BLACK
    left: int = NO_STREAM
    right: int = NO_STREAM
    child: int = NO_STREAM
    start: int = 0
    size: int = 0


def compound_file(tree: Tree) -> bytes:
    """Pack streams into a compound file.

    Args:
        tree: streams (bytes) and storages (mappings) by name.

    Raises:
        ValueError: over 7 MB, which needs a longer table of sectors than this writer has.
    """
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _add(entries, tree)
    sectors = _Sectors()
    mini = _place_streams(entries, sectors)
    directory = sectors.add(_directory_size(entries) * b"\0")
    mini_fat = sectors.add(_numbers(mini.fat, FREE))
    entries[0].start, entries[0].size = sectors.add(bytes(mini.data)), len(mini.data)
    sectors.replace(directory, _directory(entries))
    return _assembled(sectors, directory, mini_fat, len(mini.fat))


def _add(entries: list[_Entry], tree: Tree) -> int:
    """Append a storage's children; returns the top of their tree."""
    numbers: list[int] = []
    for name, content in tree.items():
        numbers.append(len(entries))
        if isinstance(content, bytes):
            entries.append(_Entry(name, _STREAM, content, size=len(content)))
        else:
            storage = _Entry(name, _STORAGE)
            entries.append(storage)
            storage.child = _add(entries, content)
    numbers.sort(key=lambda number: (len(entries[number].name), entries[number].name.upper()))
    levels = len(numbers).bit_length()
    return _rooted(entries, numbers, 0 if len(numbers) == 2**levels - 1 else levels)


def _rooted(entries: list[_Entry], numbers: list[int], red: int) -> int:
    """Link sorted entries as a balanced tree.

    All levels but the last are full. Where the last is not, its entries are red, so that every way down passes as many
    black ones; `red` counts down to it.
    """
    if not numbers:
        return NO_STREAM
    middle = len(numbers) // 2
    top = entries[numbers[middle]]
    top.color = _RED if red == 1 else _BLACK
    top.left = _rooted(entries, numbers[:middle], red - 1)
    top.right = _rooted(entries, numbers[middle + 1 :], red - 1)
    return numbers[middle]


@dataclass(slots=True)
class _Sectors:
    """Sectors behind the header, and the chain through them."""

    data: bytearray = field(default_factory=bytearray)
    fat: list[int] = field(default_factory=list)
    size: int = SECTOR

    def add(self, content: bytes) -> int:
        """Append a stream; returns its first sector."""
        if not content:
            return END
        first, count = len(self.fat), -(-len(content) // self.size)
        self.fat += [*range(first + 1, first + count), END]
        self.data += content.ljust(count * self.size, b"\0")
        return first

    def replace(self, first: int, content: bytes) -> None:
        """Overwrite what was added, at the same length."""
        self.data[first * self.size : first * self.size + len(content)] = content


def _place_streams(entries: list[_Entry], sectors: _Sectors) -> _Sectors:
    """Give every stream its first sector; returns the sectors of the mini stream."""
    mini = _Sectors(size=MINI)
    for entry in entries:
        if entry.kind == _STREAM:
            entry.start = (mini if entry.size < CUTOFF else sectors).add(entry.data)
    return mini


def _directory_size(entries: list[_Entry]) -> int:
    return -(-len(entries) * _ENTRY // SECTOR) * SECTOR


def _directory(entries: list[_Entry]) -> bytes:
    unused = _Entry("", 0, color=_RED)
    count = _directory_size(entries) // _ENTRY
    return b"".join(_packed(entry) for entry in (*entries, *[unused] * (count - len(entries))))


def _packed(entry: _Entry) -> bytes:
    name = f"{entry.name}\0".encode("utf-16-le") if entry.name else b""
    links = struct.pack("<III", entry.left, entry.right, entry.child)
    times_and_class = b"\0" * 36
    head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), entry.kind, entry.color)
    return head + links + times_and_class + struct.pack("<IQ", entry.start, entry.size)


def _numbers(values: list[int], filler: int) -> bytes:
    """32-bit numbers, filled up to whole sectors."""
    per_sector = SECTOR // 4
    padded = [*values, *[filler] * (-len(values) % per_sector)]
    return struct.pack(f"<{len(padded)}I", *padded)


def _assembled(sectors: _Sectors, directory: int, mini_fat: int, mini_count: int) -> bytes:
    """Header, sectors, and the table of sectors behind them."""
    count = next(count for count in range(1, 1 << 16) if count * SECTOR // 4 >= len(sectors.fat) + count)
    if count > _FAT_IN_HEADER:
        raise ValueError(len(sectors.data))
    first = len(sectors.fat)
    fat = _numbers([*sectors.fat, *[FAT_SECTOR] * count], FREE)
    mini_sectors = -(-mini_count * 4 // SECTOR)
    return _header((first, count), directory, (mini_fat, mini_sectors)) + bytes(sectors.data) + fat


def _header(fat: tuple[int, int], directory: int, mini_fat: tuple[int, int]) -> bytes:
    first, count = fat
    magic = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 16
    shape = struct.pack("<HHHHH6x", 0x003E, 3, 0xFFFE, SECTOR.bit_length() - 1, MINI.bit_length() - 1)
    where = struct.pack("<IIIIIIIII", 0, count, directory, 0, CUTOFF, *mini_fat, END, 0)
    rest: Iterator[int] = (FREE for _ in range(_FAT_IN_HEADER - count))
    return magic + shape + where + struct.pack("<109I", *range(first, first + count), *rest)
