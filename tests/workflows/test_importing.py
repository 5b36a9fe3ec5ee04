"""What an import does to the facts, on both hosts."""

from datetime import datetime
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.writers import books, packed
from opsbook.engine.imports.importing import import_files
from opsbook.engine.own_shop import add_alias
from opsbook.model.issues import Level
from support import inbox
from support.books import SHOP
from support.facts import NOW, cell, day_number, facts, row, told
from support.inbox import LATER

DAY, NEXT = "2026-03-18", "2026-03-19"
ITEM = "600000000001"


def _poured(workbook, *paths):
    return import_files(workbook, paths, NOW)


def _all_kinds(folder):
    return (
        inbox.shop(folder, {DAY: {"访客数": 2000, "支付金额": "10,000.00", "支付买家数": 50, "全站推广花费": 400}}),
        inbox.sources(folder, DAY, {"付费推广/智能场景": {"访客数": 800, "下单金额": 1, "支付金额": 3000}}),
        inbox.items(folder, DAY, {"600000000001": {"商品名称": "棉袄", "商品访客数": 700, "支付金额": 5000}}),
        inbox.plans(folder, DAY, {"9001": {"展现量": 9000, "点击量": 300, "花费": 250, "总成交金额": 900}}),
    )


def test_every_kind_lands_in_its_table(shelf, tmp_path):
    """One export of each kind fills the row its key names, and the plans' sums become the shop's spend."""
    report = _poured(shelf.workbook, *_all_kinds(tmp_path / "in"))
    workbook = shelf.kept()
    assert [(file.added, file.updated, file.unchanged) for file in report.files] == [(1, 0, 0)] * 4
    shop = row(workbook, "ShopDay", DAY)
    assert (shop["visitors"], shop["gmv"], shop["buyers"]) == (2000, 10000, 50)
    assert (shop["impressions"], shop["clicks"], shop["ad_spend"], shop["ad_gmv"]) == (9000, 300, 250, 900)
    assert [one["source2"] for one in workbook.rows("SourceDay")] == ["智能场景"]
    assert [one["item_id"] for one in workbook.rows("ItemDay")] == ["600000000001"]
    assert [one["plan_id"] for one in workbook.rows("PlanDay")] == ["9001"]
    assert len(workbook.rows("Imports")) == 4


def test_the_later_sheet_of_a_workbook_does_not_win(shelf, tmp_path):
    """A day to which two sheets give other figures is refused in both; a day that one of them tells is imported."""
    head = ["统计日期", "访客数", "支付金额"]
    path = tmp_path / "店铺.xlsx"
    path.write_bytes(books({"PC": [head, [DAY, 100, 500], [NEXT, 9, 90]], "无线": [head, [DAY, 900, 4500]]}))
    (file,) = _poured(shelf.workbook, path).files
    assert (file.added, file.rejected) == (1, 2)
    assert [issue.where.sheet for issue in file.issues if issue.code == "sheets-disagree"] == ["PC", "无线"]
    workbook = shelf.kept()
    assert [row(workbook, "ShopDay", day)["gmv"] for day in (DAY, NEXT)] == [None, 90]


def test_importing_again_changes_nothing(shelf, tmp_path):
    """The same files a second time: every row unchanged, every table as it was, Imports among them."""
    files = (
        *_all_kinds(tmp_path),
        inbox.shop(tmp_path, {DAY: {"访客数": 2100, "支付金额": 11000}}, made="2026-04-02"),
        inbox.shop(tmp_path, {DAY: {"访客数": 900, "支付金额": 4000}}, made=DAY),
    )
    _poured(shelf.workbook, *files)
    workbook = shelf.kept()
    before = facts(workbook)
    again = import_files(workbook, files, datetime(2026, 4, 5, 8, 0))
    assert facts(shelf.kept()) == before
    assert [(file.added, file.updated) for file in again.files] == [(0, 0)] * 6


def test_the_file_keeps_its_bytes_when_nothing_is_new(book, tmp_path, run):
    """A second import command leaves the workbook byte for byte, and makes no backup."""
    files = [str(path) for path in _all_kinds(tmp_path / "in")]
    assert run("import", book, *files).code == 1  # the shop's spend and the plans' differ
    before, backups = book.read_bytes(), sorted((tmp_path / ".opsbook").rglob("*.bak"))
    assert run("import", book, *files).code == 1
    assert book.read_bytes() == before
    assert sorted((tmp_path / ".opsbook").rglob("*.bak")) == backups


@pytest.fixture(scope="module")
def overlapping(tmp_path_factory):
    """A partial day and the whole one, the day before told twice alike, plans, sources; items and shop restated later."""
    folder = tmp_path_factory.mktemp("overlapping")
    whole = {"访客数": 2000, "支付金额": 10000, "全站推广花费": 402}
    return (
        inbox.shop(folder, {DAY: {"访客数": 700, "支付金额": 3000, "全站推广花费": 90}}, made=DAY, name="半天"),
        inbox.shop(folder, {DAY: whole}, made=NEXT, name="一天"),
        inbox.shop(folder, {DAY: whole, NEXT: {"访客数": 500, "支付金额": 2000}}, made=NEXT, name="两天"),
        inbox.plans(folder, DAY, {"9001": {"展现量": 9000, "点击量": 300, "花费": 250}}, name="计划报表甲"),
        inbox.plans(folder, DAY, {"9002": {"展现量": 1000, "点击量": 100, "花费": 150}}, name="计划报表乙"),
        inbox.sources(folder, DAY, {"付费推广": {"访客数": 800, "下单金额": 0, "支付金额": 3000}}),
        inbox.items(
            folder,
            DAY,
            {ITEM: {"商品名称": "棉袄", "商品访客数": 40, "支付金额": 90}, "600000000002": {"支付金额": 7}},
            made=NEXT,
            name="商品早",
        ),
        inbox.items(folder, DAY, {ITEM: {"商品名称": "棉袄 新款", "商品访客数": 100, "支付金额": "-"}}, name="商品晚"),
        inbox.shop(folder, {DAY: {"成功退款金额": 55}}, name="退款补数"),
    )


@pytest.fixture(scope="module")
def in_order(overlapping, memory_book):
    """What the book holds when the files come oldest first."""
    workbook = memory_book()
    _poured(workbook, *overlapping)
    return facts(workbook)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_order_within_a_command_does_not_matter(data, overlapping, in_order, memory_book):
    """Files named in any order give the same facts and the same record."""
    workbook = memory_book()
    _poured(workbook, *data.draw(st.permutations(overlapping)))
    assert facts(workbook) == in_order


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_order_of_commands_does_not_matter(data, overlapping, in_order, memory_book):
    """One command per file, in any order, gives the same facts."""
    workbook = memory_book()
    for path in data.draw(st.permutations(overlapping)):
        _poured(workbook, path)
    del (found := facts(workbook))["Imports"]
    assert found == {table: rows for table, rows in in_order.items() if table != "Imports"}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["as made", "the older last"])
def test_a_later_export_has_the_last_word(order, shelf, tmp_path):
    """In commands of their own, in either order: restated figures stay, what only the older one knows is added, said once."""
    older = {ITEM: {"商品名称": "棉袄", "商品访客数": 40, "支付金额": 90}, "600000000002": {"支付金额": 7}}
    newer = {ITEM: {"商品名称": "棉袄 新款", "商品访客数": 100, "支付金额": "-"}}
    files = (inbox.items(tmp_path, DAY, older, made=NEXT, name="早"), inbox.items(tmp_path, DAY, newer, name="晚"))
    workbook = shelf.workbook
    for at in order:
        report = _poured(workbook, files[at])
        workbook = shelf.kept()
    first, second = sorted(workbook.rows("ItemDay"), key=lambda one: str(one["item_id"]))
    assert (first["title"], first["visitors"], first["gmv"]) == ("棉袄 新款", 100, 90)
    assert second["gmv"] == 7
    assert [issue.code for issue in report.all_issues].count("older-export") == (order == (1, 0))


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_a_whole_day_replaces_a_partial_one(order, memory_book, overlapping):
    """Whichever comes first, the whole day stays and is not marked; a day with nothing but its own half is marked."""
    workbook = memory_book()
    for at in order:
        _poured(workbook, overlapping[at])
    assert cell(workbook, "ShopDay", DAY, "gmv") == 10000
    assert cell(workbook, "ShopDay", DAY, "partial") in {None, ""}
    assert cell(workbook, "ShopDay", NEXT, "partial") == "是"


def test_files_of_another_shop_stay_outside_until_accepted(shelf, tmp_path):
    """A file that names another shop changes no fact; after the name was accepted as an alias it is imported."""
    path = inbox.shop(tmp_path, {DAY: {"访客数": 1, "支付金额": 2}}, of="别家的店")
    before = facts(shelf.workbook, "ShopDay")
    report = _poured(shelf.workbook, path)
    assert told(report) == ["other-shop"]
    assert report.all_issues[0].seen == {"found": "别家的店", "own": SHOP}
    assert facts(shelf.kept(), "ShopDay") == before
    add_alias(shelf.workbook, "别家的店")
    assert told(_poured(shelf.workbook, path)) == []
    assert cell(shelf.kept(), "ShopDay", DAY, "gmv") == 2


def test_another_shop_is_told_once_for_a_zip(memory_book, tmp_path):
    """However many files of another shop a zip holds, it is one problem of that zip, and every row counts as refused."""
    days = [inbox.shop(tmp_path, {day: {"访客数": 1, "支付金额": 2}}, of="别家的店", name=day) for day in (DAY, NEXT)]
    outer = tmp_path / "两天.zip"
    outer.write_bytes(packed(**{path.name: path.read_bytes() for path in days}))
    report = _poured(memory_book(), outer)
    assert (told(report), report.files[0].rejected) == (["other-shop"], 2)


@pytest.mark.parametrize(
    ("day", "made", "codes"),
    [
        pytest.param("2027-01-01", LATER, ["outside-years", "after-years"], id="a-future-day-outside"),
        pytest.param("2027-01-01", "2027-01-01", ["outside-years", "after-years"], id="the-exports-own-day-outside"),
        pytest.param("2026-12-30", LATER, ["future-day"], id="a-future-day-inside"),
        pytest.param(DAY, DAY, ["partial-day"], id="the-exports-own-day-inside"),
    ],
)
def test_a_day_that_is_not_over_is_told_once(day, made, codes, memory_book, tmp_path):
    """A day outside the book's years is refused, without a word on how it would have been imported."""
    report = _poured(memory_book(), inbox.shop(tmp_path, {day: {"访客数": 1, "支付金额": 2}}, made=made))
    assert [issue.code for issue in report.all_issues] == codes


def test_an_alias_keeps_the_ones_before(memory_book, tmp_path):
    """Every accepted name stays accepted, and accepting one twice writes it once."""
    workbook = memory_book()
    for alias in ("甲店", "乙店", "甲店"):
        add_alias(workbook, alias)
    assert workbook.text("shop_aliases") == "甲店、乙店"
    assert told(_poured(workbook, inbox.shop(tmp_path, {DAY: {"访客数": 1, "支付金额": 2}}, of="甲 店"))) == []


@pytest.mark.parametrize("name", ["小棉袄家居店", "小棉袄 家居店", "小棉袄家居店\u3000"])
def test_spelling_that_does_not_matter_is_the_same_shop(name, memory_book, tmp_path):
    """Spaces and full-width forms do not make another shop."""
    assert told(_poured(memory_book(), inbox.shop(tmp_path, {DAY: {"访客数": 1, "支付金额": 2}}, of=name))) == []


@pytest.mark.parametrize(
    ("day", "inside", "problems"),
    [
        ("2024-12-31", False, []),
        ("2025-01-01", True, []),
        ("2026-12-31", True, []),
        ("2027-01-01", False, ["after-years"]),
    ],
)
def test_only_the_books_two_years_get_in(day, inside, problems, memory_book, tmp_path):
    """The first and last day of the two years are taken; a day before them is a note, a day after them a problem."""
    workbook = memory_book()
    before = facts(workbook, "ShopDay")
    report = _poured(workbook, inbox.shop(tmp_path, {day: {"访客数": 1, "支付金额": 2}}, made="2027-02-01"))
    assert told(report) == problems
    assert (report.files[0].added, report.files[0].rejected) == ((1, 0) if inside else (0, 1))
    assert (facts(workbook, "ShopDay") == before) is not inside


def test_a_typed_figure_yields_to_an_exported_one(shelf, tmp_path):
    """The export's figure wins, and the typed one stands in the file's record and in the Imports sheet."""
    shelf.workbook.upsert("ShopDay", [{"date": day_number(DAY), "gmv": 12345.5, "visitors": 77}])
    report = _poured(shelf.workbook, inbox.shop(tmp_path, {DAY: {"访客数": "-", "支付金额": 10000}}))
    workbook = shelf.kept()
    assert (cell(workbook, "ShopDay", DAY, "gmv"), cell(workbook, "ShopDay", DAY, "visitors")) == (10000, 77)
    assert report.files[0].changes == ["2026-03-18 支付金额 12345.5 → 10000"]
    assert "2026-03-18 支付金额 12345.5 → 10000" in workbook.rows("Imports")[-1]["issues"]
    assert report.files[0].updated == 1


def test_blanks_never_overwrite(shelf, tmp_path):
    """Cells the export leaves blank keep what an earlier export or the operator put there."""
    _poured(shelf.workbook, *_all_kinds(tmp_path / "full"))
    before = facts(shelf.kept(), "ShopDay", "ItemDay")
    _poured(
        shelf.workbook,
        inbox.shop(tmp_path / "bare", {DAY: {"访客数": 2000, "支付买家数": ""}}, made="2026-04-09"),
        inbox.items(tmp_path / "bare", DAY, {"600000000001": {"商品名称": "", "支付金额": 5000}}, made="2026-04-09"),
    )
    assert facts(shelf.kept(), "ShopDay", "ItemDay") == before


def test_a_spend_typed_by_hand_yields_to_the_plans_on_record(memory_book, tmp_path):
    """What plans roll up into the shop's day may replace a typed spend, and the old one goes on record."""
    workbook = memory_book()
    workbook.upsert("ShopDay", [{"date": day_number(DAY), "ad_spend": 251}])
    report = _poured(workbook, inbox.plans(tmp_path, DAY, {"9001": {"展现量": 9, "点击量": 3, "花费": 250}}))
    assert cell(workbook, "ShopDay", DAY, "ad_spend") == 250
    assert report.files[0].changes == ["2026-03-18 花费 251 → 250"]


def test_a_typed_spend_stands_while_its_plans_are_not_imported(memory_book, tmp_path):
    """Importing other days' plans leaves a spend alone that the operator has typed over."""
    workbook = memory_book()
    _poured(workbook, inbox.plans(tmp_path, DAY, {"9001": {"展现量": 9, "点击量": 3, "花费": 250}}))
    workbook.upsert("ShopDay", [{"date": day_number(DAY), "ad_spend": 300}])
    _poured(
        workbook, inbox.plans(tmp_path, NEXT, {"9001": {"展现量": 9, "点击量": 3, "花费": 50}}, name="次日计划报表")
    )
    assert (cell(workbook, "ShopDay", DAY, "ad_spend"), cell(workbook, "ShopDay", NEXT, "ad_spend")) == (300, 50)


@pytest.mark.parametrize("order", ["shop first", "plans first", "together"])
@pytest.mark.parametrize(
    ("reported", "differs"),
    [(400, False), (404.04, False), (396, False), (404.05, True), (395.99, True), (0, True), ("-", False)],
)
def test_spend_over_one_percent_apart_is_told_in_either_order(order, reported, differs, memory_book, tmp_path):
    """The plans' sum 400 is written; a shop report more than 1 % (of the larger) away is an issue, in any order."""
    workbook = memory_book()
    shop = inbox.shop(tmp_path, {DAY: {"访客数": 2000, "支付金额": 10000, "全站推广花费": reported}})
    ads = {"9001": {"展现量": 1, "点击量": 1, "花费": 250.5}, "9002": {"展现量": 1, "点击量": 1, "花费": 149.5}}
    plans = inbox.plans(tmp_path, DAY, ads)
    commands = {"shop first": [[shop], [plans]], "plans first": [[plans], [shop]], "together": [[plans, shop]]}
    codes = [code for paths in commands[order] for code in told(_poured(workbook, *paths))]
    assert codes == (["spend-differs"] if differs else [])
    assert cell(workbook, "ShopDay", DAY, "ad_spend") == 400


def test_a_damaged_file_does_not_stop_the_good_ones(shelf, tmp_path):
    """Torn, empty and strange files are reported by name; the facts of the good one are there."""
    good = inbox.shop(tmp_path, {DAY: {"访客数": 2000, "支付金额": 10000}})
    (tmp_path / "torn.xlsx").write_bytes(b"PK\x03\x04 torn")
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "other.csv").write_text("甲,乙\n1,2\n", encoding="utf-8-sig")
    report = _poured(shelf.workbook, tmp_path / "torn.xlsx", tmp_path / "empty.csv", good, tmp_path / "other.csv")
    workbook = shelf.kept()
    assert cell(workbook, "ShopDay", DAY, "gmv") == 10000
    assert {issue.where.file for issue in report.all_issues} == {"torn.xlsx", "empty.csv", "other.csv"}
    assert {one["file"] for one in workbook.rows("Imports")} == {"torn.xlsx", "empty.csv", "other.csv", good.name}


def test_rows_of_other_years_are_summed_up_once(memory_book, tmp_path):
    """Three files with rows of 2023, 2024 and 2027 are one note and one warning, with files, rows and years counted."""
    one = {"访客数": 1, "支付金额": 2}
    days = (("2023-05-01", "2024-05-01"), ("2024-05-02", "2027-05-01"), (DAY,))
    files = [inbox.shop(tmp_path, dict.fromkeys(some, one), name=f"店铺{at}") for at, some in enumerate(days)]
    seen = {issue.code: (issue.level, issue.seen) for issue in _poured(memory_book(), *files).issues}
    book = {"book": "2025–2026"}
    assert seen == {
        "before-years": (Level.INFO, {"files": 2, "rows": 3, "years": (2023, 2024), **book}),
        "after-years": (Level.WARNING, {"files": 1, "rows": 1, "years": (2027,), **book}),
    }
