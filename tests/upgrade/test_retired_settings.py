"""A setting that nothing reads any more stays in an older workbook and says so; a new one does not have it."""

import shutil
from pathlib import Path

import pytest

from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.shipped import template_path
from support.house import CATALOG
from support.ooxml import assert_valid

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"
SAYS = {
    "demo-zh.xlsx": ("备份份数（不再使用）", 5.0, "看右边「更多选项」：每天、每周一份备份，各留多久"),
    "macros-en.xlsm": (
        "Backups kept (no longer used)",
        5.0,
        "see More options on the right: days and weeks of backups",
    ),
}
ROW = (15, 2)  # where it has always stood


def grown(folder: Path, name: str, *typed: tuple[int, str]) -> FilesHost:
    """A kept book, some cells of the setting's row typed over, brought up to date."""
    host = FilesHost(Path(shutil.copy(KEPT / name, folder / name)))
    for column, text in typed:
        host.book.write(host.book.sheet(host.locate("backups")[0]), ROW[0], column, text)
    upgrade(host, CATALOG)
    host.save()
    return FilesHost(host.path)


def row(host: FilesHost) -> tuple:
    """Label, value and note of the setting."""
    page = host.book.sheet(host.locate("backups")[0])
    return tuple(page.value(ROW[0], ROW[1] + at) for at in range(3))


@pytest.mark.parametrize("name", SAYS)
def test_its_label_says_that_it_is_not_used_and_its_note_where_to_look(tmp_path, name):
    """At its place, with its value, all in the look of the note: grey, on no yellow."""
    host = grown(tmp_path, name)
    page = host.book.sheet(host.locate("backups")[0])
    assert row(host) == SAYS[name]
    assert len({page.style(ROW[0], ROW[1] + at) for at in range(3)}) == 1
    assert page.style(ROW[0], ROW[1]) == page.style(ROW[0] - 1, ROW[1] + 2)
    assert_valid(host.path)


def test_what_somebody_typed_over_stays(tmp_path):
    """A changed label means that the row is theirs; a changed note alone stays beside the new label."""
    mine = (2, "我的备份"), (4, "老板说留 9 份")
    label, _, note = row(grown(tmp_path, "demo-zh.xlsx", *mine))
    assert (label, note) == ("我的备份", "老板说留 9 份")
    label, _, note = row(grown(tmp_path, "demo-zh.xlsx", mine[1]))
    assert (label, note) == (SAYS["demo-zh.xlsx"][0], "老板说留 9 份")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_workbook_has_a_gap_in_its_place(lang):
    """No name, no cell; what follows stands where older workbooks have it."""
    book = FilesHost(template_path(lang)).book
    page, at, column = book.cell_named("opsbook_version")
    assert book.workbook.cell_named("backups") is None
    assert (at, column) == (ROW[0] + 1, ROW[1] + 1)
    assert [page.value(ROW[0], ROW[1] + one) for one in range(3)] == [None] * 3
