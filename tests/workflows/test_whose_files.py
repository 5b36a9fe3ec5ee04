"""Files of other shops, of several shops and of nobody knows whom: what goes in, what waits, what is refused."""

import json

import pytest

from exports.writers import packed
from opsbook.engine.imports.importing import import_files
from opsbook.engine.imports.inbox import import_inbox
from opsbook.engine.own_shop import add_alias
from opsbook.model.issues import Level
from support import inbox
from support.books import SHOP
from support.facts import NOW, cell, told

DAY, NEXT = "2026-03-18", "2026-03-19"
SEVERAL = ("统计日期", "店铺名称", "访客数", "支付金额")


def _poured(workbook, *paths):
    return import_files(workbook, paths, NOW)


def _nameless(folder):
    """Two reports that do not say whose they are: two rows of sources, one of plans."""
    return [
        inbox.sources(folder, DAY, {"付费推广": {"访客数": 1}, "购物车": {"访客数": 2}}),
        inbox.plans(folder, DAY, {"1": {"花费": 1}}),
    ]


def _theirs(folder):
    return inbox.shop(folder, {NEXT: {"访客数": 8, "支付金额": 9}}, of="别家的店", name="别家")


def _rows(workbook):
    """How many rows of sources and of plans there are."""
    return tuple(sum(1 for row in workbook.rows(table) if row["date"]) for table in ("SourceDay", "PlanDay"))


def _list(path, *rows):
    path.write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="utf-8-sig")
    return path


def test_files_without_a_shops_name_are_imported_where_no_other_shop_is(memory_book, tmp_path):
    """Beside a file of this shop they are this shop's."""
    workbook = memory_book()
    ours = inbox.shop(tmp_path, {DAY: {"访客数": 1, "支付金额": 2}})
    assert told(_poured(workbook, ours, *_nameless(tmp_path))) == []
    assert _rows(workbook) == (2, 1)


def test_files_without_a_shops_name_wait_beside_another_shops(memory_book, tmp_path):
    """They are counted once and nothing of them is stored; a file that names this shop goes in; later, alone, they do."""
    workbook, nameless, theirs = memory_book(), _nameless(tmp_path), _theirs(tmp_path)
    ours = inbox.shop(tmp_path, {DAY: {"访客数": 1, "支付金额": 2}})
    report = _poured(workbook, ours, theirs, *nameless)
    counted = {"files": 2, "rows": 3, "named": ("来源_20260401_090530.csv", "计划报表_20260401_090530.csv")}
    assert [(one.code, one.level, one.seen) for one in report.issues] == [("shop-unnamed", Level.ERROR, counted)]
    assert {one.name: (one.added, one.rejected) for one in report.files} == {
        ours.name: (1, 0),
        theirs.name: (0, 1),
        nameless[0].name: (0, 2),
        nameless[1].name: (0, 1),
    }
    assert (_rows(workbook), cell(workbook, "ShopDay", DAY, "gmv")) == ((0, 0), 2)
    assert told(_poured(workbook, *nameless)) == []
    assert _rows(workbook) == (2, 1)


def test_a_file_that_is_said_to_be_own_is_imported_beside_another_shops(memory_book, tmp_path):
    """The one that was named goes in, the other waits; what went in once is not held back any more."""
    workbook, (sources, plans) = memory_book(), _nameless(tmp_path)
    _theirs(tmp_path)
    report = import_inbox(workbook, [tmp_path], NOW, again=True, own=[plans])
    assert [one.seen["named"] for one in report.issues if one.code == "shop-unnamed"] == [(sources.name,)]
    assert _rows(workbook) == (0, 1)
    again = import_inbox(workbook, [tmp_path], NOW, again=True)
    assert [one.seen["named"] for one in again.issues if one.code == "shop-unnamed"] == [(sources.name,)]
    assert next(one.unchanged for one in again.files if one.name == plans.name) == 1


def test_nameless_files_of_a_zip_wait_with_those_of_another_shop(memory_book, tmp_path):
    """A zip with a file of another shop: what names no shop in it is not taken, even beside one that names ours."""
    files = [*_nameless(tmp_path), inbox.shop(tmp_path, {DAY: {"访客数": 1, "支付金额": 2}}), _theirs(tmp_path)]
    outer = tmp_path / "一天.zip"
    outer.write_bytes(packed(**{path.name: path.read_bytes() for path in files}))
    workbook = memory_book()
    report = _poured(workbook, outer)
    assert sorted(told(report)) == ["other-shop", "shop-unnamed"]
    assert (report.files[0].added, report.files[0].rejected) == (1, 4)
    assert (_rows(workbook), cell(workbook, "ShopDay", DAY, "gmv")) == ((0, 0), 2)


def test_the_command_line_says_what_waits_and_takes_a_word(book, run, tmp_path):
    """Exit 1 with the way out in words; --own takes a name inside the folder or a path; a name of no file stops it."""
    folder = tmp_path / "in"
    sources, plans = _nameless(folder)
    _theirs(folder)
    first = run("daily", book, folder)
    assert (first.code, "--own" in first.err, sources.name in first.err) == (1, True, True)
    missing = run("daily", book, folder, "--own", "没有.csv")
    assert (missing.code, "没有.csv" in missing.err) == (2, True)
    second = run("import", book, folder, "--own", sources.name, "--own", plans)
    assert (second.code, "不知道是谁家的" in second.err) == (1, False)  # the other shop's file is still there
    codes = [issue["code"] for issue in json.loads(run("daily", book, folder, "--json").out)["issues"]]
    assert ("other-shop" in codes, "shop-unnamed" in codes) == (True, False)


@pytest.mark.parametrize("header", ["店铺名称", "店铺", "Shop", "Store", "Store Name"])
def test_of_a_file_of_several_shops_the_own_rows_are_taken(header, memory_book, tmp_path):
    """Rows of this shop in each of its spellings are taken; the others are counted and named, a total is no row."""
    workbook = memory_book()
    add_alias(workbook, "小棉袄旗舰店")
    path = _list(
        tmp_path / "各店.csv",
        (SEVERAL[0], header, *SEVERAL[2:]),
        (DAY, SHOP, 20, 300),
        (DAY, "甲店", 1, 1),
        (NEXT, "小棉袄 旗舰店", 30, 400),
        (NEXT, "乙店", 2, 2),
        (NEXT, "甲店", 2, 2),
        ("合计", "", 55, 705),
    )
    report = _poured(workbook, path)
    seen = {"taken": 2, "shop": SHOP, "left": 3, "shops": 2, "named": ("甲店", "乙店")}
    assert [(one.code, one.level, one.seen) for one in report.all_issues] == [("rows-of-other-shops", Level.INFO, seen)]
    assert [cell(workbook, "ShopDay", day, "gmv") for day in (DAY, NEXT)] == [300, 400]
    assert (report.files[0].added, report.files[0].rejected) == (2, 0)


def test_a_file_of_several_other_shops_is_refused(memory_book, tmp_path):
    """None of the shops is this one: nothing is taken, and nameless files beside it wait."""
    path = _list(tmp_path / "各店.csv", SEVERAL, (DAY, "甲店", 1, 1), (DAY, "乙店", 2, 2))
    report = _poured(memory_book(), path, *_nameless(tmp_path))
    assert sorted(told(report)) == ["several-shops", "shop-unnamed"]
    assert sum(one.added for one in report.files) == 0


@pytest.mark.parametrize(("others", "gmv"), [(True, None), (False, 400)], ids=["beside another shop", "beside none"])
def test_a_row_that_names_no_shop_is_left_and_counted_among_several(others, gmv, memory_book, tmp_path):
    """Whose it is nobody knows; where all named rows are this shop's, it is this shop's."""
    workbook = memory_book()
    rows = [(NEXT, "甲店", 1, 1)] if others else []
    path = _list(tmp_path / "各店.csv", SEVERAL, (DAY, SHOP, 20, 300), (NEXT, "-", 30, 400), *rows)
    report = _poured(workbook, path)
    named = [(one.seen["left"], one.seen["named"]) for one in report.all_issues]
    assert named == ([(2, ("–", "甲店"))] if others else [])
    assert cell(workbook, "ShopDay", NEXT, "gmv") == gmv


def test_of_an_order_list_of_several_shops_the_own_orders_are_added_up(memory_book, tmp_path):
    """Two orders of this shop are 30 yuan; that of another shop is in no sum."""
    head = ("订单编号", "店铺名称", "买家实际支付金额", "订单状态", "订单付款时间", "宝贝总数量")
    orders = [
        (f"31000000000000{n}", shop, paid, "交易成功", f"{DAY} 10:0{n}:00", 1)
        for n, shop, paid in ((1, SHOP, 10), (2, "甲店", 500), (3, SHOP, 20))
    ]
    workbook = memory_book()
    report = _poured(workbook, _list(tmp_path / "ExportOrderList202604010905.csv", head, *orders))
    assert "rows-of-other-shops" in [one.code for one in report.all_issues]
    assert [cell(workbook, "ShopDay", DAY, name) for name in ("gmv", "items")] == [30, 2]


def test_a_million_orders_of_several_shops_are_no_other_way(memory_book, tmp_path, monkeypatch):
    """A list too long to be held in memory gives the same sum."""
    monkeypatch.setattr("opsbook.exports.reading.readers.LONG", 100)
    test_of_an_order_list_of_several_shops_the_own_orders_are_added_up(memory_book, tmp_path)
