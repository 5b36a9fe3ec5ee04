"""A sheet whose cells somebody's formula, name or chart reads by address is drawn anew only where they mean the same after it."""

import re
import shutil
from pathlib import Path

import pytest

from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.engine.upgrade.words import notes_of
from opsbook.engine.workbook import know_book
from opsbook.hosts.files.host import FilesHost
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.readers import readers
from opsbook.ooxml.sheet.tail import found, inserted, replaced
from opsbook.ooxml.xml_text import as_bytewise
from support.later import later
from support.ooxml import assert_valid
from support.own_sheet import own_sheet, with_sheet
from support.packages import parts, write

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"
GUIDE, DASHBOARD, CALC = "使用说明", "今日看板", "计算"
MOVES, STAYS = "'使用说明'!$C$49", "'使用说明'!$B$2"  # a later version has more lines in its guide


@pytest.fixture
def host(tmp_path):
    """The template of version 0.1.0, as a workbook."""
    return FilesHost(Path(shutil.copy(KEPT / "template-zh.xlsx", tmp_path / "book.xlsx")))


def formula(host, text):
    """A formula far away on the sheet of settings."""
    host.book.write_formula(host.book.sheet("设置"), 90, 40, text, 0.0)


def shared(host, text):
    """A formula that twenty cells below it go on with."""
    page = host.book.sheet("设置")
    raw = f'<c r="AN90"><f t="shared" ref="AN90:AN140" si="77">{text}</f><v>0</v></c>'
    page.put(90, 40, as_bytewise(raw))


def name(host, text):
    """A name of the user's."""
    host.book.workbook.add_names([DefinedName("mine", text)])


def chart(host, text):
    """A sheet of the user's with a chart."""
    host.path.write_bytes(host.book.to_bytes() or host.path.read_bytes())
    write(host.path, with_sheet(parts(host.path), own_sheet("自己", 1, text), "自己")[0])
    host.__init__(host.path)


def rule(host, text):
    """A light of the user's on another sheet."""
    page = host.book.sheet("设置")
    cell = text.rpartition("!")[2]
    tag = f'<conditionalFormatting sqref="A1"><cfRule type="expression" priority="9"><formula>{GUIDE}!{cell}=1</formula></cfRule></conditionalFormatting>'
    page.tail = inserted(page.tail, "conditionalFormatting", as_bytewise(tag))


@pytest.mark.parametrize("write_it", [formula, shared, name, chart, rule])
@pytest.mark.parametrize(("cells", "pinned"), [(MOVES, True), (STAYS, False), ("'使用说明'!$C:$C", True)])
def test_what_is_read_by_address_means_the_same_after_an_upgrade(host, write_it, cells, pinned):
    """Where it would not, the sheet keeps its shape, and who reads it is said; elsewhere it is drawn anew."""
    if write_it in {chart, rule} and cells.endswith("$C:$C"):
        pytest.skip("neither reads whole columns")
    write_it(host, cells)
    done = upgrade(host, later())
    assert (GUIDE in done.kept, GUIDE in done.replaced) == (pinned, not pinned)
    assert (GUIDE in done.readers) == pinned
    if pinned:
        (note,) = [one for one in notes_of(know_book(host, later()), done) if one.code == "sheet-read"]
        where = {formula: "设置!AN90", shared: "设置!AN90", name: "mine", chart: "自己", rule: "设置"}[write_it]
        assert note.seen == {"sheet": GUIDE, "reader": where}
    host.save()
    assert_valid(host.path)


def test_a_shared_formula_reads_as_far_as_it_goes_on(host):
    """Its first cell reads one that stays; the fortieth below it one that moves."""
    shared(host, "使用说明!$C2")
    assert GUIDE in upgrade(host, later()).readers


def test_two_sheets_that_read_each_other_stay_together(host):
    """A dashboard that somebody changed keeps charts which read Calc: what they show stays what it was."""
    host.book.write(host.book.sheet(DASHBOARD), 60, 3, "我的批注")
    charts = [part for part in host.book.package.names() if part.startswith("xl/charts/")]
    before = {part: host.book.package.read(part) for part in charts}
    done = upgrade(host, later())
    assert DASHBOARD in done.kept
    assert CALC in done.replaced  # its ranges stand where they stood
    assert all(host.book.package.read(part) == before[part] for part in charts[:5])


def test_with_replace_the_new_shape_comes_nevertheless(host):
    """Whoever asks for it gets it; the old one stands beside it."""
    formula(host, MOVES)
    done = upgrade(host, later(), GUIDE)
    assert (done.beside, done.readers) == (f"{GUIDE} 旧", {})


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("'使用说明'!$C$49", ["C49"]),
        ("使用说明!C4:D9+使用说明!A1", ["C4:D9", "A1"]),
        ("SUM('使用说明'!2:3)", ["A2:XFD3"]),
        ("我的使用说明!C4", []),
        ("'旧使用说明'!C4", []),
        ('"使用说明!C4x"', []),
        ("使用说明!mine", []),
    ],
)
def test_who_reads_a_sheet_is_found(host, text, cells):
    """Quoted or not, cells, columns or rows; another sheet's name that ends like it is none."""
    formula(host, text)
    assert [str(one.cells) for one in readers(host.book, GUIDE) if one.where == "设置!AN90"] == cells


def set_header(page):
    """A header for print."""
    page.tail = replaced(page.tail, "headerFooter", "<headerFooter><oddHeader>mine</oddHeader></headerFooter>")
    return "<oddHeader>mine</oddHeader>"


def set_margins(page):
    """Wider margins."""
    tag = '<pageMargins left="1" right="1" top="1" bottom="1" header="0.5" footer="0.5"/>'
    page.tail = replaced(page.tail, "pageMargins", tag)
    return tag


def set_protection(page):
    """People may format."""
    page.tail = replaced(page.tail, "sheetProtection", '<sheetProtection sheet="1" formatCells="0"/>')
    return 'formatCells="0"'


def set_view(page):
    """Another zoom."""
    page.head = re.sub(r'zoomScale="\d+"|(?<=<sheetView )', 'zoomScale="61" ', page.head, count=1)
    page.changes += 1
    return 'zoomScale="61"'


@pytest.mark.parametrize("change", [set_header, set_margins, set_protection, set_view])
def test_how_a_sheet_is_printed_protected_and_seen_stays_its_users(host, change):
    """It is drawn anew all the same."""
    kept = change(host.book.sheet(GUIDE))
    host.path.write_bytes(host.book.to_bytes())
    host = FilesHost(host.path)
    assert GUIDE in upgrade(host, later()).replaced
    host.save()
    assert kept in FilesHost(host.path).book.sheet(GUIDE).xml()
    assert_valid(host.path)


def test_a_sheet_that_was_unprotected_stays_so(host):
    """Nobody has to lift it again."""
    page = host.book.sheet(GUIDE)
    page.tail = page.tail.replace(found(page.tail, "sheetProtection"), "")
    upgrade(host, later())
    assert not found(host.book.sheet(GUIDE).tail, "sheetProtection")


def hide_row(page):
    """A row out of sight."""
    page.rows[5].touch()
    page.rows[5].attributes += ' hidden="1"'
    page.changes += 1


def hide_column(page):
    """A column out of sight."""
    page.head = page.head.replace("<col ", '<col hidden="1" ', 1)
    page.changes += 1


def add_filter(page):
    """Filter buttons."""
    page.tail = inserted(page.tail, "autoFilter", '<autoFilter ref="B4:D9"/>')


def add_link(page):
    """A link to another cell."""
    page.tail = inserted(page.tail, "hyperlinks", '<hyperlinks><hyperlink ref="B5" location="A1"/></hyperlinks>')


def add_sparkline(page):
    """Something only Excel 2010 and later draws."""
    page.tail = inserted(
        page.tail, "extLst", '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"></ext></extLst>'
    )


@pytest.mark.parametrize("change", [hide_row, hide_column, add_filter, add_link, add_sparkline])
def test_what_people_put_on_a_sheet_is_a_change(host, change):
    """It would be lost with the old shape: the sheet is kept, and listed."""
    change(host.book.sheet(GUIDE))
    assert GUIDE in upgrade(host, later()).kept
