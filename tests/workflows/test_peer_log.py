"""What the peer log keeps when files speak of the same look."""

import pytest

from opsbook.engine.imports.importing import import_files
from support.facts import NOW
from support.peer_files import LEADER, SHEETS, log, seen

DAY = "2026-03-05"
PRINT, OTHER = "#0123456789abcdef", "#fedcba9876543210"


@pytest.mark.parametrize(
    ("second", "told"),
    [
        pytest.param("a.jpg", "", id="the same"),
        pytest.param(f"a.jpg {PRINT}", "", id="with its fingerprint"),
        pytest.param("b.jpg", f"主图 a.jpg {PRINT} ≠ b.jpg", id="another name"),
        pytest.param(f"a.jpg {OTHER}", f"主图 a.jpg {PRINT} ≠ a.jpg {OTHER}", id="another fingerprint"),
    ],
)
def test_another_picture_of_the_same_look_is_told(second, told, memory_book, tmp_path):
    """The first one stays; a name alone does not contradict the fingerprint beside it."""
    workbook = memory_book()
    import_files(workbook, [log(tmp_path, [seen(DAY, 主图=f"a.jpg {PRINT}")])], NOW)
    report = import_files(workbook, [log(tmp_path, [seen(DAY, 主图=second)], name="又一份")], NOW)
    assert [issue.seen["examples"] for issue in report.all_issues if issue.code == "log-kept"] == (
        [(f"{DAY} {LEADER} {SHEETS} {told}",)] if told else []
    )
    assert [row["image"] for row in workbook.rows("PeerLog") if row["image"]] == [f"a.jpg {PRINT}"]
