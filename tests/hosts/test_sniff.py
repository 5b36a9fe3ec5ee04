"""An old workbook is whole where every sector that it speaks of is there; worked out for the smallest one."""

import struct

import pytest

from opsbook.exports.reading.sniff import _is_whole

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def an_ole(*, shift=9, tables=(0,), count=None, directory=1, more=0, chain=(TABLE, END), sectors=2):
    """A header and its sectors: the first is the table of sectors, the second the directory."""
    size = 1 << shift
    header = bytearray(size)
    struct.pack_into("<H", header, 30, shift)
    struct.pack_into("<I", header, 44, len(tables) if count is None else count)
    struct.pack_into("<I", header, 48, directory)
    struct.pack_into("<I", header, 72, more)
    struct.pack_into("<109I", header, 76, *tables, *[FREE] * (109 - len(tables)))
    entries = size // 4
    table = struct.pack(f"<{entries}I", *chain, *[FREE] * (entries - len(chain)))
    return bytes(header) + table + bytes(size * (sectors - 1))


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        pytest.param(an_ole(), True, id="whole"),
        pytest.param(an_ole(shift=12), True, id="sectors of 4096 bytes"),
        pytest.param(an_ole(shift=10), False, id="sectors of another size"),
        pytest.param(an_ole()[:-1], False, id="below the least size"),
        pytest.param(an_ole(sectors=3)[:-1], True, id="the last sector is cut, but begins"),
        pytest.param(an_ole(directory=2), False, id="the directory is gone"),
        pytest.param(an_ole(directory=2, sectors=3), True, id="the directory is the last sector"),
        pytest.param(an_ole(tables=(0, 2)), False, id="a table is gone"),
        pytest.param(an_ole(tables=(0, 1)), True, id="a table is the last sector"),
        pytest.param(an_ole(count=2), False, id="fewer tables than told"),
        pytest.param(an_ole(count=2, more=1), True, id="tables are listed elsewhere, too"),
        pytest.param(an_ole(chain=(TABLE, END, 2)), False, id="a chain leads behind the end"),
        pytest.param(an_ole(chain=(TABLE, END, 1)), True, id="a chain leads to the last sector"),
        pytest.param(an_ole(chain=(TABLE, END, 0xFFFFFFFA)), True, id="no sector, but a mark"),
        pytest.param(an_ole(chain=(TABLE, END, 0xFFFFFFF9)), False, id="the largest number of a sector"),
    ],
)
def test_every_sector_it_speaks_of_is_there(content, whole):
    """A download that stopped half-way is told, whichever part is missing."""
    assert _is_whole(content) is whole
