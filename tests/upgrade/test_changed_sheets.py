"""Sheets of ours that somebody changed stay; with `--replace` the new shape comes and theirs is kept beside it."""

import re
import shutil
from pathlib import Path

import pytest

from opsbook.engine.refresh import cached_of, cells_of, refresh
from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.engine.workbook import open_book
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import UsageError, WorkbookBrokenError
from opsbook.ooxml.addresses import column_letters
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.formula_spelling import plain_formula
from support.house import CATALOG
from support.later import CALLS, COLOR, METRIC, NAME, OPTION, RENAMED, TILE, TITLE, later, later_header
from support.ooxml import assert_valid

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"
DASHBOARD = "今日看板"


@pytest.fixture
def host(tmp_path):
    """The demo of version 0.1.0."""
    return FilesHost(Path(shutil.copy(KEPT / "demo-zh.xlsx", tmp_path / "demo.xlsx")))


def scribble(host, sheet: str = DASHBOARD) -> None:
    """Write something into a cell that nobody owns."""
    host.book.write(host.book.sheet(sheet), 60, 3, "我的批注")
    host.save()


def test_a_changed_sheet_is_kept_and_named(host):
    """What is new on it is not there; everything else is."""
    scribble(host)
    done = upgrade(host, later())
    host.save()
    assert (done.kept, done.replaced) == ((DASHBOARD,), ("使用说明", "计算"))
    assert host.book.sheet(DASHBOARD).value(60, 3) == "我的批注"
    assert METRIC.label["zh"] in host.read_table("ShopDay").headers
    assert_valid(host.path)


HEADLINE = "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>我的图</a:t></a:r></a:p></c:rich></c:tx></c:title>"


@pytest.mark.parametrize(
    ("said", "mine"),
    [("<c:chart>", f"<c:chart>{HEADLINE}"), (r'srgbClr val="\w+"', 'srgbClr val="ABCDEF"')],
    ids=["title", "colour"],
)
def test_a_chart_of_another_title_or_colour_is_a_change(host, said, mine):
    """Somebody wrote on it, or painted it: the sheet keeps its shape, and is named."""
    package = host.book.package
    charts = [name for name in package.names() if name.startswith("xl/charts/chart") and _on(host, DASHBOARD, name)]
    part = next(name for name in charts if re.search(said, package.read(name)))
    package.write(part, re.sub(said, mine, package.read(part), count=1))
    assert upgrade(host, later()).kept == (DASHBOARD,)


def _on(host, sheet, chart):
    package = host.book.package
    drawings = [link.target for link in package.relationships(host.book.part_of(sheet)) if link.type == "drawing"]
    return any(link.target == chart for drawing in drawings for link in package.relationships(drawing))


def test_with_replace_both_shapes_are_there(host):
    """The new one under the old name at the old place, with the day that was chosen; theirs right behind it."""
    host.write_name("the_day", 46338.0)
    scribble(host)
    done = upgrade(host, later(), DASHBOARD)
    host.save()
    workbook = open_book(FilesHost(host.path), later())
    tabs = workbook.host.book.workbook.tabs()
    assert done.beside in tabs
    assert (tabs[0], tabs[1]) == (DASHBOARD, done.beside)
    assert workbook.host.book.sheet(done.beside).value(60, 3) == "我的批注"
    assert (workbook.setting("later_line"), workbook.setting("the_day")) == (TILE["zh"], 46338.0)
    assert workbook.host.locate("the_day")[0] == DASHBOARD
    assert_valid(host.path)


def test_tables_of_a_replaced_sheet_leave_their_figures_behind(host):
    """The sheet of calculations has tables: theirs become plain cells with what they showed."""
    scribble(host, "计算")
    shown = host.book.values(host.book.table("CalcMetric"))
    before = [(row[0], later_header(row[1], "zh"), *row[2:]) for row in shown]
    place = host.book.table("CalcMetric").body
    done = upgrade(host, later(), "计算")
    host.save()
    book = FilesHost(host.path).book
    assert book.table("CalcMetric").sheet == "计算"
    kept = book.sheet(done.beside)
    assert [tuple(cell or "" for cell in row) for row in kept.values(place)] == [
        tuple(cell or "" for cell in row) for row in before
    ]
    assert not any("<f" in kept.raw(row, column) for row in range(4, 30) for column in range(1, 60))
    assert_valid(host.path)


def metrics(host) -> dict[str, tuple]:
    """By key, what a row of the table of metrics calculates and shows."""
    table = host.book.table("CalcMetric")
    page, body = host.book.sheet(table.sheet), table.body
    formulas = {
        page.value(row, body.left): [
            plain_formula(host.book.groups(page.name).formula(row, column) or "")
            for column in range(body.left, body.right + 1)
        ]
        for row in range(body.top, body.bottom + 1)
    }
    return {row[0]: (row, formulas[row[0]]) for row in host.book.values(table)}


def test_rows_of_a_kept_sheet_keep_their_own_formulas(host):
    """A later version has a row more in the middle of the table: those behind it go on calculating what they are called."""
    plain = FilesHost(Path(shutil.copy(host.path, host.path.with_name("plain.xlsx"))))
    scribble(host, "计算")
    for one in (host, plain):
        upgrade(one, later())
        one.save()
    kept, wanted = metrics(FilesHost(host.path)), metrics(FilesHost(plain.path))
    assert wanted.keys() - kept.keys() == {METRIC.id, "month_orders"}  # what came since 0.1.0, and what comes later
    assert {key: row for key, row in kept.items() if row != wanted[key]} == {}
    again = FilesHost(host.path)
    refresh(open_book(again, later()))
    assert metrics(again) == kept
    assert [one for one in restore_all(again) if one.place.table == "CalcMetric"] == []


def restore_all(host):
    """Cells in which `check --repair` would write another formula."""
    workbook = open_book(host, later())
    return host.overwritten(cached_of(workbook, cells_of(workbook)))


def test_only_a_sheet_with_a_new_shape_is_replaced(host):
    """A fact sheet is nobody's to replace, and a sheet that is up to date has no other shape."""
    with pytest.raises(UsageError, match="nothing-to-replace"):
        upgrade(host, later(), "日报")


@pytest.mark.parametrize(
    ("code", "take"),
    [
        ("sheet-taken", lambda book: book.rename_sheet("导入记录", NAME["zh"])),
        ("header-taken", lambda book: book.tables.update(ShopDay=book.table("ShopDay").widened(METRIC.label["zh"]))),
        ("name-taken", lambda book: book.workbook.add_names([defined(OPTION.name)])),
        ("name-taken", lambda book: book.workbook.add_names([defined(CALLS.name.upper())])),
        ("name-taken", lambda book: book.workbook.add_names([defined("later_line")])),
    ],
    ids=["sheet", "column", "option", "table, in capitals", "cell of a tile"],
)
def test_what_is_the_users_is_not_taken(host, code, take):
    """The name is refused with words, and the file keeps its bytes."""
    before = host.path.read_bytes()
    take(host.book)
    with pytest.raises(WorkbookBrokenError, match=code):
        upgrade(host, later())
    assert host.path.read_bytes() == before


def defined(name: str):
    """A name of the user's."""
    return DefinedName(name, "'日报'!$A$1")


def test_cells_in_the_way_of_a_column_are_refused(host):
    """Beside ShopDay a user keeps notes: nothing is written over them."""
    table = host.book.table("ShopDay")
    host.book.write(host.book.sheet(table.sheet), 20, table.place.right + 1, "别动")
    with pytest.raises(WorkbookBrokenError, match="no-column-free"):
        upgrade(host, later())


def test_a_formula_of_an_earlier_version_becomes_todays_and_one_of_the_users_stays(host):
    """One cell of a column was changed by its user."""
    table = host.book.table("ShopDay")
    page, at = host.book.sheet(table.sheet), table.place.left + table.column("客单价")
    host.book.write_formula(page, table.body.top + 3, at, "40+2", 42.0)
    host.save()
    done = upgrade(host, later())
    host.save()
    formulas = [host.book.groups(page.name).formula(row, at) for row in range(table.body.top, table.body.top + 6)]
    assert [formula == "40+2" for formula in formulas] == [False] * 3 + [True] + [False] * 2
    assert all("下单金额" in formula for formula in formulas if formula != "40+2")
    assert len(next(one.shown for one in done.refitted if one.place == "ShopDay.aov")) == 729
    assert "下单金额" in host.book.table("ShopDay").calculated["客单价"]


def test_a_newer_workbook_is_refused(host, run):
    """By a command, in words, and nothing is written."""
    upgrade(host, later())
    host.save()
    before = host.path.read_bytes()
    for words in (["refresh"], ["upgrade"]):
        ran = run(*words, host.path)
        assert (ran.code, "daily" in ran.err, "更新版本" in ran.err) == (2, True, True)
    assert host.path.read_bytes() == before


def test_a_book_that_lost_its_versions_is_known_by_its_tables(host, run):
    """Programs that drop custom properties do not make it an old one."""
    run("upgrade", host.path)
    kept = FilesHost(host.path)
    kept.write_property("opsbook_features", "")
    kept.save()
    assert "旧版" not in run("refresh", host.path).err


def refund_lights(host) -> str:
    """The XML of the lights of the refund rate."""
    table = host.book.table("ShopDay")
    header = next(one for one in table.headers if one in {"退款率", RENAMED["refund_rate"]["zh"]})
    column = column_letters(table.place.left + table.column(header))
    blocks = re.findall(
        r"<conditionalFormatting .*?</conditionalFormatting>", host.book.sheet(table.sheet).tail, re.DOTALL
    )
    return "".join(block for block in blocks if f'sqref="{column}' in block)


def test_a_light_of_an_earlier_version_becomes_todays(host):
    """Three rules in another colour; the column's neighbours keep theirs."""
    before, today = refund_lights(host), upgrade(FilesHost(host.path), CATALOG).looks
    done = upgrade(host, later())
    host.save()
    assert "ShopDay.refund_rate" in done.looks
    assert refund_lights(host).count("<cfRule") == before.count("<cfRule") == 3
    numbers = set(re.findall(r'dxfId="(\d+)"', refund_lights(host)))
    assert all(f'rgb="FF{COLOR[1:]}"' in dxfs(host)[int(number)] for number in numbers)
    ours = {place for place in done.looks if place.startswith("ShopDay.")}
    assert ours == {place for place in today if place.startswith("ShopDay.")}  # no other column's
    assert_valid(host.path)


def dxfs(host) -> list[str]:
    """Formats of conditional formats."""
    return re.findall(r"<dxf>.*?</dxf>|<dxf/>", host.book.styles().split("<dxfs")[1])


def test_a_light_that_somebody_changed_or_removed_stays_so(host):
    """The user's own rule for the refund rate, and none at all for the conversion."""
    page = host.book.sheet("日报")
    mine = refund_lights(host).replace("thr_key", "thr_keys", 1)
    page.tail = page.tail.replace(refund_lights(host), mine, 1)
    host.save()
    assert "ShopDay.refund_rate" not in upgrade(host, later()).looks
    assert refund_lights(host) == mine


def test_a_label_of_an_earlier_version_becomes_todays_and_one_of_the_users_stays(host):
    """The title above the settings; one that was typed over is the user's."""
    done = upgrade(host, later())
    assert "设置!B3" in done.looks
    assert host.book.sheet("设置").value(3, 2) == TITLE["zh"]
    mine = FilesHost(host.path)
    mine.book.write(mine.book.sheet("设置"), 3, 2, "我的标题")
    assert "设置!B3" not in upgrade(mine, later()).looks
    assert mine.book.sheet("设置").value(3, 2) == "我的标题"
