"""Parts of every kind that Excel, WPS and add-ins keep in a workbook stay what they are, where they are, whatever command runs.

`benchmarks/user_parts.py` runs every command that writes on four workbooks.
"""

from pathlib import Path

import openpyxl
import pytest

from support.packages import parts, write
from support.stuffed_runs import COMMANDS
from support.user_parts import TYPES, lost, rels_of, stuffed

DASHBOARD = "xl/worksheets/sheet1.xml"
KEPT = Path(__file__).parents[1] / "books" / "0.1.0"
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


@pytest.mark.parametrize(
    ("name", "command", "on_the_dashboard"),
    [
        ("demo-zh.xlsx", "upgrade by later", False),
        ("demo-zh.xlsx", "import", True),
        ("macros-en.xlsm", "goal --year", False),
    ],
)
def test_every_part_of_the_users_stays(name, command, on_the_dashboard, tmp_path):
    """Bytes, content type, arrows and what names them: of more than a hundred parts."""
    book = tmp_path / name
    everything, mine = stuffed(parts(KEPT / name), on_the_dashboard=on_the_dashboard)
    assert len(mine.parts) > 99
    write(book, everything)
    assert COMMANDS[command](book) < 2
    after = parts(book)
    assert after[DASHBOARD] != everything[DASHBOARD]
    assert lost(mine, after) == []
    openpyxl.load_workbook(book, keep_vba=book.suffix == ".xlsm")


SLICER, PRINTER = "xl/slicerCaches/slicerCache91.xml", "xl/printerSettings/printerSettings94.bin"


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (SLICER, b"mine", b"mine ", [f"part {SLICER}"]),
        (TYPES, b"slicerCache+xml", b"other+xml", ["type of xl/slicerCaches/slicerCache91.xml", "type of xl/slicerCaches/slicerCache92.xml"]),
        (rels_of(DASHBOARD), b"printerSettings94", b"printerSettings95", [f"link of {DASHBOARD} to {PRINTER}"]),
        (DASHBOARD, b' r:id="rIdMine0"', b"", [f"name of {PRINTER} in {DASHBOARD}"]),
    ],
)  # fmt: skip
def test_a_loss_is_seen(part, old, new, said):
    """Changed bytes, another type, an arrow bent or no longer named: each is told."""
    everything, mine = stuffed(parts(KEPT / "demo-zh.xlsx"))
    assert lost(mine, everything) == []
    assert old in everything[part]
    assert lost(mine, everything | {part: everything[part].replace(old, new)}) == said
