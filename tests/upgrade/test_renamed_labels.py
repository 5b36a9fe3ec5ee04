"""A label that a later version changed: an older workbook is given the new one, and whatever reads the old one follows."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from opsbook.engine.feature import Feature, catalog_of
from opsbook.engine.upgrade.known_versions import known_versions, needs_upgrade, refuse_other
from opsbook.engine.upgrade.named_words import follow_words
from opsbook.engine.upgrade.renaming import renaming_of
from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.engine.upgrade.words import phrases
from opsbook.engine.workbook import open_book
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.shipped import compiled_plan
from opsbook.model.catalog import CatalogError
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.language import Former, Label, called
from opsbook.model.records.contribution import Sheet
from opsbook.model.records.part import PartKind
from opsbook.model.schema import Table, text_column
from opsbook.ooxml.addresses import Area, quoted
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.transplant.rules import Block, with_blocks
from support.house import CATALOG
from support.later import IMPORTS, RENAMED, later
from support.ooxml import assert_valid
from support.packages import parts
from support.team_book import DAILY, OWN_SHEET

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"
VIEWS, REFUNDS = RENAMED["pageviews"], RENAMED["refund_rate"]
USES = "<formula>AND(A1&lt;&gt;&quot;&quot;,A1&gt;SUM(INDIRECT(&quot;ShopDay[浏览量]&quot;)))</formula>"
LISTS = "<formula1>INDIRECT(&quot;ShopDay[退款率]&quot;)</formula1>"

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")


def kept(folder: Path, name: str) -> FilesHost:
    """A copy of a kept book."""
    return FilesHost(Path(shutil.copy(KEPT / name, folder / name)))


def use_the_columns(book: BookXml) -> None:
    """A user's formula, conditional format, validation, name and chart that read columns under their old labels."""
    page, table = book.sheet(OWN_SHEET), book.table("ShopDay")
    book.write_formula(page, 6, 1, "SUM(ShopDay[浏览量])/COUNT(ShopDay[退款率])", 1.0)
    book.write_formula(page, 7, 1, '"浏览量"&ShopDay[[#Headers],[浏览量]]', "浏览量浏览量")
    rule = f'<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1">{USES}</cfRule></conditionalFormatting>'
    guard = f'<dataValidation type="list" allowBlank="1" sqref="B1">{LISTS}</dataValidation>'
    blocks = [Block(one.encode().decode("latin-1"), (Area(1, at, 1, at),)) for at, one in ((1, rule), (2, guard))]
    page.tail = with_blocks(page.tail, blocks)
    book.workbook.add_names([DefinedName("my_views", "ShopDay[浏览量]")])
    chart = next(one for one in book.package.names() if OWN_SHEET in _text(book, one) and "/chart" in one)
    top, column = table.place.top, table.place.left + table.column("浏览量")
    header = f"{quoted(table.sheet)}!{Area(top, column, top, column).fixed}"
    tx = f'<c:tx><c:strRef><c:f>{header}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>浏览量</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    book.package.write(chart, _text(book, chart).replace('<c:order val="0"/>', f'<c:order val="0"/>{tx}', 1))


def _text(book: BookXml, part: str) -> str:
    return book.package.read(part) if part.startswith("xl/charts/") else ""


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """The user's book of version 0.1.0 with all that, brought up to date; what was done."""
    host = kept(tmp_path_factory.mktemp("renamed"), "users-zh.xlsx")
    use_the_columns(host.book)
    host.save()
    host = FilesHost(host.path)
    done = upgrade(host, later())
    host.save()
    return FilesHost(host.path), done


def test_columns_have_their_new_labels_and_their_places(grown):
    """Header cell and table agree, nothing moved, and the figures are under the new labels."""
    host, _ = grown
    book, before = host.book, BookXml((KEPT / "users-zh.xlsx").read_bytes(), "before")
    for table in ("ShopDay", "ItemDay"):
        old, new = before.table(table), book.table(table)
        names = {label.former[0]["zh"]: label["zh"] for label in (VIEWS, REFUNDS)}
        assert new.headers[: len(old.headers)] == tuple(names.get(header, header) for header in old.headers)
        row = Area(new.place.top, new.place.left, new.place.top, new.place.right)
        assert book.sheet(new.sheet).values(row)[0] == new.headers
        at = old.column(VIEWS.former[0]["zh"])
        assert [row[at] for row in book.values(new)] == [row[at] for row in before.values(old)]


def test_what_the_user_made_of_them_follows(grown):
    """The formula, the texts that INDIRECT reads, the name, the chart; words that are no reference stay."""
    host, _ = grown
    page = host.book.sheet(OWN_SHEET)
    formulas = [host.book.groups(OWN_SHEET).formula(row, 1) for row in (6, 7)]
    assert formulas == [
        "SUM(ShopDay[页面浏览数])/COUNT(ShopDay[退款占比])",
        '"浏览量"&ShopDay[[#Headers],[页面浏览数]]',
    ]
    tail = page.tail.encode("latin-1").decode()
    assert "INDIRECT(&quot;ShopDay[页面浏览数]&quot;)" in tail
    assert "INDIRECT(&quot;ShopDay[退款占比]&quot;)" in tail
    assert next(one.text for one in host.book.workbook.names() if one.name == "my_views") == "ShopDay[页面浏览数]"
    charts = [content.decode() for name, content in parts(host.path).items() if name.startswith("xl/charts/")]
    assert [text.count("<c:v>页面浏览数</c:v>") for text in charts if OWN_SHEET in text] == [1]
    assert not any("<c:v>浏览量</c:v>" in text for text in charts)


def test_our_formulas_that_read_them_are_todays(grown, tmp_path):
    """None is taken for a user's: the book is in order, and only formulas that changed otherwise were renewed."""
    host, done = grown
    workbook = open_book(host, later())
    today = {one.place for one in upgrade(kept(tmp_path, "users-zh.xlsx"), CATALOG).refitted}
    assert {one.place for one in done.refitted} - today == {"ShopDay.aov", "ItemDay.aov", "SourceDay.aov"}
    assert done.kept == ()
    assert workbook.rows("ShopDay")[0].keys() >= {"pageviews", "refund_rate"}
    assert_valid(host.path)


def test_cells_that_name_a_metric_name_it_by_its_new_label(grown):
    """The lines of Thresholds, by which its light is found."""
    workbook = open_book(grown[0], later())
    named = {str(row["key"]): row["metric"] for row in workbook.rows("Thresholds")}
    assert named["refund_rate|shop"] == REFUNDS["zh"]
    assert REFUNDS.former[0]["zh"] not in named.values()


def test_the_upgrade_line_says_old_and_new(grown):
    """Column by column, and the sheet."""
    host, done = grown
    said = phrases(open_book(host, later()), done)
    assert f"「{DAILY}」列改名 浏览量 → 页面浏览数、退款率 → 退款占比" in said
    assert "工作表改名 导入记录 → 导入日志" in said


def test_twice_is_once(grown):
    """An upgraded book keeps its bytes, and is not asked again."""
    before, again = parts(grown[0].path), FilesHost(grown[0].path)
    assert not needs_upgrade(again, later(), "zh")
    assert not upgrade(again, later()).renamed
    again.save()
    assert parts(again.path) == before


def test_a_taken_label_is_refused_before_the_first_byte(tmp_path):
    """The user has a column of the new name: in words, with table, old and new."""
    host = kept(tmp_path, "demo-zh.xlsx")
    host.book.tables["ShopDay"] = host.book.table("ShopDay").widened(VIEWS["zh"])
    before = host.path.read_bytes()
    with pytest.raises(WorkbookBrokenError, match="rename-taken") as refused:
        upgrade(host, later())
    assert (refused.value.seen["header"], refused.value.seen["new"]) == ("浏览量", "页面浏览数")
    assert host.path.read_bytes() == before


def sheets_renamed(host: FilesHost) -> dict[str, str]:
    """The tabs that an upgrade would rename."""
    plan, held = compiled_plan(later(), "zh"), known_versions(host, later(), "zh")
    return dict(renaming_of(later(), plan, held, host.book, "zh").names.sheets)


def test_a_tab_is_renamed_only_where_it_says_what_it_said(tmp_path):
    """One that its user renamed keeps that name, and a name that another sheet has is left to it."""
    old, new = IMPORTS.former[0]["zh"], IMPORTS["zh"]
    assert sheets_renamed(kept(tmp_path, "demo-zh.xlsx")) == {old: new}
    mine = kept(tmp_path, "demo-zh.xlsx")
    mine.book.rename_sheet(old, "流水")
    assert sheets_renamed(mine) == {}
    taken = kept(tmp_path, "demo-zh.xlsx")
    taken.book.rename_sheet("使用说明", new)
    assert sheets_renamed(taken) == {}


def test_a_book_that_lost_its_versions_is_known_by_its_labels(grown, tmp_path):
    """Programs that drop custom properties do not make an upgraded book rename a user's column of an old label."""
    host = FilesHost(Path(shutil.copy(grown[0].path, tmp_path / "book.xlsx")))
    host.write_property("opsbook_features", "")
    assert known_versions(host, later(), "zh")["daily"] == later().versions["daily"]


def test_a_book_that_is_open_elsewhere_and_has_old_labels_is_to_be_upgraded_as_a_file(tmp_path):
    """Though no table or column is missing."""
    host = kept(tmp_path, "demo-zh.xlsx")
    only = replace(later(), parts=tuple(one for one in later().parts if one.kind is PartKind.LABEL))
    with pytest.raises(WorkbookBrokenError, match="book-older"):
        refuse_other(host, only)


def test_a_setting_that_names_a_metric_and_its_list_follow(tmp_path):
    """What was chosen, and what may be chosen."""
    host = kept(tmp_path, "demo-zh.xlsx")
    host.write_name("goal_metric", "净支付金额")
    follow_words(CATALOG, compiled_plan(CATALOG, "zh"), host.book, {"净支付金额": "实收金额"})
    assert host.read_name("goal_metric") == "实收金额"
    assert '"支付金额,实收金额"' in host.book.sheet("设置").tail.encode("latin-1").decode().replace("&quot;", '"')


LABEL = Label("丙", "C", (Former(2, "甲", "A"), Former(4, "乙", "B")))


@pytest.mark.parametrize(("version", "text"), [(0, "A"), (1, "A"), (2, "B"), (3, "B"), (4, "C"), (9, "C")])
def test_a_label_is_what_it_was_in_each_version(version, text):
    """Twice renamed: a workbook that skipped a version goes straight to today's."""
    assert called(LABEL, version, "en") == text


@pytest.mark.parametrize(
    "parts_of_it",
    [
        {"tables": (Table("T", ("a",), (replace(text_column("a", "甲", "A"), label=LABEL),)),)},
        {"tables": (Table("T", ("a",), (text_column("a", "甲", "A"),), sheet=LABEL),)},
        {"sheets": (Sheet("s", 1, "x:y", former=LABEL.former),)},
    ],
    ids=["column", "table", "sheet"],
)
def test_a_label_newer_than_its_feature_is_refused(parts_of_it):
    """Whoever renames must count the feature's version up: older workbooks are known by it."""
    feature = Feature("t", Label("t", "t"), "0.1.0", version=3, **parts_of_it)
    with pytest.raises(CatalogError, match="part-newer-than-feature"):
        catalog_of([feature])
    assert catalog_of([replace(feature, version=4)]).versions == {"t": 4}


def test_names_that_change_places_follow_at_once():
    """One column takes the name of another."""
    swapped = CalledOtherwise({"T": {"a": "b", "b": "a"}})
    assert swapped.formula("T[a]/T[b]") == "T[b]/T[a]"
