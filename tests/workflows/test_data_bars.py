"""Data bars that a program without knowledge of their second half took it from: told by a check, mended by a repair."""

import warnings
import zipfile

import openpyxl
import pytest

from opsbook.engine.checks.checking import check, own_sheets
from opsbook.hosts.files.host import FilesHost
from opsbook.ooxml.sheet.bars import plain_bars, with_solid_bars
from support.house import open_book
from support.ooxml import problems

PLAIN = (
    '<cfRule type="dataBar" priority="1"><dataBar><cfvo type="num" val="0"/><cfvo type="num" val="1"/>'
    '<color rgb="FF8CB1D2"/></dataBar></cfRule>'
)
OURS = 9  # a bar on each of the eight cards, and one column of the competitors


@pytest.fixture
def resaved(demo):
    """The demo as openpyxl saves it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says itself what it leaves out
        openpyxl.load_workbook(demo).save(demo)
    return demo


def _codes(book):
    return {one.code: one.seen for one in check(open_book(FilesHost(book)))}


def _problems(book):
    """Of the form; texts inside cells are right, and ours."""
    return {one for one in problems(book) if "inline-string" not in one}


def test_lost_halves_are_told_and_come_back(resaved, run):
    """How many, without being a data problem of their own; a repair brings them back and keeps the rest."""
    assert _codes(resaved)["bars-plain"] == {"count": OURS}
    assert "数据条恢复原样：9 个" in run("check", resaved, "--repair").out
    assert "bars-plain" not in _codes(resaved)
    sheets = {title: FilesHost(resaved).book.sheet(title).tail for title in own_sheets(open_book(FilesHost(resaved)))}
    assert sum(tail.count("<x14:cfRule ") for tail in sheets.values()) == OURS
    assert "<x14:cfvo" in sheets["今日看板"]


def test_a_workbook_of_ours_has_lost_none(demo):
    """Nothing is told, and nothing would be changed."""
    assert "bars-plain" not in _codes(demo)
    host = FilesHost(demo)
    assert host.mend_bars(own_sheets(open_book(host))) == 0
    assert host.book.to_bytes() is None


def test_the_mended_sheet_keeps_the_form_of_the_format(resaved, run):
    """A repair brings no problem that the other program's file did not have."""
    before = _problems(resaved)
    run("check", resaved, "--repair")
    with zipfile.ZipFile(resaved) as book:
        page = next(name for name in book.namelist() if b"x14:id" in book.read(name))
        assert book.read(page).count(b"{B025F937-C7B1-47D3-B67F-A62EFF666E3E}") == OURS - 1
    assert _problems(resaved) <= before


@pytest.mark.parametrize(
    ("tail", "count"),
    [
        ("", 0),
        (f'<conditionalFormatting sqref="A1">{PLAIN}</conditionalFormatting>', 1),
        (f'<conditionalFormatting sqref="A1">{PLAIN}{PLAIN}</conditionalFormatting><drawing r:id="rId1"/>', 2),
        ('<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>1</formula></cfRule></conditionalFormatting>', 0),
        (f'<conditionalFormatting sqref="A1">{PLAIN.replace("num", "percent")}</conditionalFormatting>', 0),
    ],
    ids=["nothing", "one", "two in one place", "no bar", "a bar of somebody's, between shares"],
)  # fmt: skip
def test_only_what_is_missing_is_added(tail, count):
    """Once: a second time changes nothing; every rule points to a half of its own, over the same cells."""
    assert plain_bars(tail) == count
    mended = with_solid_bars(tail)
    assert plain_bars(mended) == 0
    assert with_solid_bars(mended) == mended
    assert mended.count("<x14:id>") == mended.count("<x14:cfRule ") == mended.count("<xm:sqref>A1</xm:sqref>") == count
    assert len(set(mended.split("<x14:id>")[1:])) == count


def test_another_list_at_the_end_stays():
    """Sparklines and the bars of somebody's stand in the same place and are kept."""
    ext = '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups/></ext></extLst>'
    mended = with_solid_bars(f'<conditionalFormatting sqref="A1">{PLAIN}</conditionalFormatting>{ext}')
    assert "<x14:sparklineGroups/>" in mended
    assert mended.count("<extLst>") == 2  # the rule's own, and the one at the end
