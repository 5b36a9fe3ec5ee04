"""Imports: what came from which file, and what was refused."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import DAY_LONG, RULE
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.features.frame.tables import IMPORTS
from opsbook.model.language import Label

REACH = 5000


def imports(draft: Draft) -> Canvas:
    """The Imports sheet."""
    canvas = Canvas("imports", draft.say("导入记录", "Imports"), RULE, draft)
    canvas.columns([16])
    groups = (
        Group(Label("文件", "File"), ("at", "file", "kind", "exported", "first", "last")),
        Group(Label("行数", "Rows"), ("rows", "added", "updated", "unchanged", "rejected")),
        Group(Label("问题", "Issues"), ("issues",)),
        Group(Label("内部", "Internal"), ("id", "sha256"), folded=True),
    )
    widths = {"at": 132, "file": 380, "kind": 148, "issues": 480, "sha256": 132}
    drawing = Drawing(
        IMPORTS,
        groups,
        widths=widths,
        formats={"at": "yyyy-mm-dd hh:mm", **dict.fromkeys(("exported", "first", "last"), DAY_LONG)},
        reach=REACH,
        filtered=True,
    )
    place = draw_table(canvas, 2, 1, drawing)
    note = canvas.say(
        "每个文件一行：收了几行、改了几格（旧值在「问题」里）、拒收了什么。",
        "One row a file: rows taken, cells changed (old values under Issues), rows refused.",
    )
    band(canvas, note, place.right + 1)
    way_back(canvas, place.column["issues"])
    canvas.rows([12], 1)
    canvas.columns([16], place.right + 1)
    canvas.freeze = (place.first, 3)
    printed(canvas, repeat=(place.head - 1, place.head))
    return canvas
