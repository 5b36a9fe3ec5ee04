"""Several rows of one key in one file: the whole counts, parts are added where they may be, the rest is refused in words."""

import pytest

from opsbook.exports.mapping.custom_report import NOTHING_KNOWN
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.model.issues import Level
from opsbook.model.language import LANGS
from support.house import decided
from support.house import read_sheet as parse
from support.house import tell as describe

SHOP = "统计日期 终端 访客数 支付金额"
ITEMS = "统计日期 商品ID 规格 商品访客数 支付金额"
PLANS = "日期 计划ID 投放终端 展现量 点击量 花费"
SOURCES = "统计日期 一级来源 二级来源 三级来源 访客数 下单金额 支付金额"
ITEM = "601234567890123"
TOLD = {
    "rows-share-key",
    "most-rows-share-keys",
    "parts-share-key",
    "most-parts-share-keys",
    "equal-rows",
    "whole-row",
    "row-below-own",
    "finer-rows",
    "lone-part",
}


def _read(header, *rows, known=NOTHING_KNOWN):
    lines = [header.split(), *(row.split() for row in rows)]
    cells = tuple(tuple("" if text == "_" else text for text in line) for line in lines)
    return parse(RawTable("表.csv", "", cells), known)


def _told(parsed):
    return [issue for issue in parsed.issues if issue.code in TOLD]


def _codes(parsed):
    return [issue.code for issue in _told(parsed)]


def _values(parsed, *names):
    return [tuple(fact.values.get(name) for name in names) for facts in parsed.facts for fact in facts.rows]


@pytest.mark.parametrize(
    ("header", "rows", "columns"),
    [
        pytest.param(
            "统计日期 访客数 支付金额",
            ["2026-11-09 5 100", "2026-11-09 7 200"],
            ("访客数 (5 / 7)", "支付金额 (100 / 200)"),
            id="two-downloads",
        ),
        pytest.param(
            ITEMS, [f"2026-11-09 {ITEM} 红 5 100", f"2026-11-09 {ITEM} 蓝 7 200"], ("规格 (红 / 蓝)",), id="sizes"
        ),
        pytest.param(
            ITEMS,
            [f"2026-11-09 {ITEM} 红 5 100", f"2026-11-09 {ITEM} 蓝 5 100"],
            ("规格 (红 / 蓝)",),
            id="only-an-unknown-column",
        ),
        pytest.param(
            SHOP, ["2026-11-09 PC端 5 100", "2026-11-09 无线端 9 900"], ("终端 (PC端 / 无线端)",), id="terminals"
        ),
        pytest.param(
            "统计日期 访客数 支付金额",
            ["2026-11-09T00:00:00 5 100", "2026-11-09T01:00:00 5 100"],
            ("统计日期 (2026-11-09T00:00:00 / 2026-11-09T01:00:00)",),
            id="hours",
        ),
        pytest.param(
            SOURCES,
            ["2026-11-09 免费 搜索 手淘 5 1 1", "2026-11-09 免费 搜索 手淘 6 1 1"],
            ("访客数 (5 / 6)",),
            id="sources",
        ),
        pytest.param(
            "统计日期 访客数 支付金额 接待编号",
            ["2026-11-09 5 100 1", "2026-11-09 7 100 2"],
            ("接待编号 (1 / 2)",),
            id="a-number-that-is-a-name",
        ),
        pytest.param(
            "统计日期 访客数 支付金额 小时",
            ["2026-11-09 5 100 0", "2026-11-09 7 100 1"],
            ("小时 (0 / 1)",),
            id="an-hour-by-its-number",
        ),
        pytest.param(SHOP, ["2026-11-09 PC端 5 100", "2026-11-09 _ 9 900"], ("终端 (PC端 / –)",), id="a-blank"),
    ],
)
def test_rows_that_differ_are_all_refused(header, rows, columns):
    """No row of a key wins and none is added: all are left out, and what tells them apart is said."""
    parsed = _read(header, *rows)
    (issue,) = _told(parsed)
    assert ([facts.rows for facts in parsed.facts], parsed.rejected) == ([()], 2)
    code = (
        "rows-share-key" if all(("访客数" in name) or ("支付金额" in name) for name in columns) else "parts-share-key"
    )
    assert (issue.code, issue.level, issue.where.row) == (code, Level.ERROR, 3)
    assert [issue.seen[name] for name in ("rows", "first", "second", "columns")] == [2, 2, 3, columns]


def test_other_keys_are_imported():
    """A key that stands once is not refused with another; the rows of one key need not stand together."""
    parsed = _read(SHOP, "2026-11-09 甲 5 100", "2026-11-10 甲 6 50", "2026-11-09 乙 7 1", "2026-11-09 丙 7 1")
    (issue,) = _told(parsed)
    assert _values(parsed, "visitors", "gmv") == [(6, 50)]
    assert (parsed.rejected, issue.seen["rows"], issue.seen["first"], issue.seen["second"]) == (3, 3, 2, 4)


@pytest.mark.parametrize(
    ("single", "codes"),
    [
        pytest.param(2, ["parts-share-key"] * 2, id="half"),
        pytest.param(1, ["most-parts-share-keys"], id="more-than-half"),
    ],
)
def test_a_file_of_parts_is_refused_in_one_word(single, codes):
    """Where more than half of the keys repeat it is said once; keys that stand once are still imported."""
    twice = [f"2026-11-0{day} {name} 5 100" for day in (1, 2) for name in ("甲", "乙")]
    parsed = _read(SHOP, *twice, *(f"2026-11-1{day} 甲 5 100" for day in range(single)))
    assert (_codes(parsed), parsed.rejected, len(parsed.facts[0].rows)) == (codes, 4, single)


@pytest.mark.parametrize("word", ["所有终端", "全部终端", "全部", "合计", "整体", "all", "ALL"])
@pytest.mark.parametrize("first", [True, False])
def test_the_whole_counts_and_not_its_parts(word, first):
    """A row that says that it is all of a column stands for the day, wherever it stands among its parts."""
    parts = ["2026-11-09 PC端 300 500", "2026-11-09 无线端 900 4500"]
    whole = f"2026-11-09 {word} 1000 5000"
    parsed = _read(SHOP, *([whole, *parts] if first else [*parts, whole]))
    assert (_values(parsed, "visitors", "gmv"), parsed.rejected) == ([(1000, 5000)], 0)
    assert [(issue.code, issue.level) for issue in _told(parsed)] == [("whole-row", Level.INFO)]


def test_the_whole_is_found_in_a_column_nobody_knows():
    """An unknown column may say it as well as a known one."""
    rows = [f"2026-11-09 {ITEM} {one}" for one in ("红 5 100", "全部 12 300", "蓝 8 200")]
    assert _values(_read(ITEMS, *rows), "visitors", "gmv") == [(12, 300)]


def test_the_whole_of_two_columns_counts():
    """Of terminals by channel the row that is all of both counts."""
    header = "统计日期 终端 渠道 访客数 支付金额"
    rows = ["PC 搜索 1 10", "PC 全部 2 30", "所有终端 搜索 3 50", "所有终端 全部 4 70"]
    assert _values(_read(header, *(f"2026-11-09 {row}" for row in rows)), "visitors", "gmv") == [(4, 70)]


@pytest.mark.parametrize("order", [1, -1], ids=["as-told", "turned"])
def test_the_whole_of_one_column_only_is_not_the_day(order):
    """All terminals of one hour is a part of the day, as is one terminal all day: without the row of both none counts."""
    header = "统计日期 终端 时段 访客数 支付金额"
    rows = ["所有终端 1时 5 50", "PC端 合计 4 40"][::order]
    parsed = _read(header, *(f"2026-11-09 {row}" for row in rows))
    assert (_values(parsed), _codes(parsed)) == ([], ["rows-share-key"])


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["所有终端 10 500", "所有终端 11 500", "PC端 5 100"], id="two-wholes"),
        pytest.param(["所有终端 10 500", "PC端 11 100"], id="a-part-with-more-visitors"),
        pytest.param(["所有终端 10 -", "PC端 1 100"], id="a-whole-without-money"),
        pytest.param(["所有终端手机 10 500", "PC端 1 100"], id="another-word"),
    ],
)
def test_what_cannot_be_the_whole_is_refused(rows):
    """A whole that is not alone, or smaller than its part, is no answer."""
    parsed = _read(SHOP, *(f"2026-11-09 {row}" for row in rows))
    assert (_values(parsed), parsed.rejected) == ([], len(rows))
    assert {"rows-share-key", "parts-share-key"} & {*_codes(parsed)}


@pytest.mark.parametrize(
    ("rows", "figures"),
    [
        pytest.param(["PC 10 1 0.5", "无线 20 2 1.5"], (30, 3, 2), id="parts-are-added"),
        pytest.param(["PC 10 1 0.5", "PC 10 1 0.5"], (20, 2, 1), id="equal-parts-too"),
        pytest.param(
            ["全部 30 3 2", "PC 10 1 0.5", "无线 20 2 1.5"], (30, 3, 2), id="the-sum-of-the-others-is-the-whole"
        ),
        pytest.param(["全部 30 3 2", "PC 10 1 0.5"], (40, 4, 2.5), id="an-ad-for-all-beside-one-for-PC"),
    ],
)
def test_parts_of_a_plan_are_added_but_not_to_their_sum(rows, figures):
    """Ad rows of a plan add up; one that is the sum of the others is not added once more."""
    parsed = _read(PLANS, *(f"2026-11-09 7 {row}" for row in rows))
    assert _values(parsed, "impressions", "clicks", "ad_spend") == [figures]
    assert parsed.rejected == 0


@pytest.mark.parametrize(
    "again",
    [
        pytest.param("2026-11-09 PC端 1,200 100", id="as-it-was"),
        pytest.param("2026/11/9 PC端 1200.0 100.00", id="as-Excel-saves-it"),
    ],
)
def test_a_row_pasted_twice_counts_once_and_is_told(again):
    """Rows equal in every column are one row, however their figures are written."""
    parsed = _read(SHOP, "2026-11-09 PC端 1,200 100", again)
    (issue,) = _told(parsed)
    assert (_values(parsed, "visitors", "gmv"), parsed.rejected) == ([(1200, 100)], 0)
    assert (issue.code, issue.level, issue.where.row, issue.seen["first"]) == ("equal-rows", Level.INFO, 3, 2)


@pytest.mark.parametrize(
    ("whole", "part", "codes"),
    [
        pytest.param("5 100", "5 100", ["whole-row"], id="as much"),
        pytest.param("5 100", "6 100", ["rows-share-key"], id="one visitor more"),
        pytest.param("5 100", "5 100.01", ["whole-row"], id="a cent more is rounding"),
        pytest.param("5 100", "5 100.03", ["rows-share-key"], id="three cents are not"),
        pytest.param("_ 100", "1 50", ["rows-share-key"], id="a visitor where the whole has none"),
        pytest.param("_ 100", "_ 50", ["whole-row"], id="neither has visitors"),
        pytest.param("5 100", "_ 50", ["whole-row"], id="the part has no visitors"),
    ],
)
def test_no_part_is_larger_than_the_whole(whole, part, codes):
    """Where one is, the row that says 全部 is no whole, and all are refused."""
    assert _codes(_read(SHOP, f"2026-11-09 全部 {whole}", f"2026-11-09 PC端 {part}")) == codes


def test_codes_with_leading_zeros_are_not_equal():
    """007 and 7 are two codes."""
    rows = [f"2026-11-09 {ITEM} {code} 5 100" for code in ("007", "7")]
    assert _codes(_read(ITEMS, *rows)) == ["parts-share-key"]


def test_people_are_not_quoted():
    """Rows that differ in a column about people are refused without a word of what stands there."""
    parsed = _read("统计日期 访客数 支付金额 买家昵称", "2026-11-09 5 100 小甲甲", "2026-11-09 5 100 小乙乙")
    (issue,) = _told(parsed)
    assert issue.seen["columns"] == ("买家昵称",)
    head = ("日期", "销售额", "经手")
    own = {signature(head): decided("自定义", "ShopDay", {"日期": "date", "销售额": "gmv"})}
    parsed = _read(" ".join(head), "2026-11-09 1 王示例", "2026-11-09 2 李示例", known=own)
    assert not [name for name in ("王示例", "李示例") if name in repr(parsed)]
    assert _codes(parsed) == ["rows-share-key"]


@pytest.mark.parametrize("header", ["备注", "终端"], ids=["a header nobody knows", "one that is left aside"])
@pytest.mark.parametrize(("others", "quoted"), [(7, ""), (8, " (*** / 好)")], ids=["one of nine", "one of ten"])
def test_a_column_is_about_people_from_more_than_one_cell_in_ten(header, others, quoted):
    """Of nine cells below the header one with a phone is enough that none of them is quoted; of ten the phone is masked."""
    rows = [f"2026-11-{day:02} 5 100 正常" for day in range(10, 10 + others)]
    told = ("2026-11-09 5 100 电话13800001234", "2026-11-09 5 100 好")
    (issue,) = _told(_read(f"统计日期 访客数 支付金额 {header}", *told, *rows))
    assert issue.seen["columns"] == (f"{header}{quoted}",)


def test_a_report_of_ones_own_says_what_tells_its_rows_apart():
    """Rows by device under one plan are refused, and Device is named."""
    head = ("Day", "Campaign", "Device", "Clicks", "Cost")
    fields = {"day": "date", "campaign": "plan", "clicks": "clicks", "cost": "ad_spend"}
    own = {signature(head): decided("自定义", "PlanDay", fields)}
    rows = ("2026-11-09 A Computers 1 1.5", "2026-11-09 A Phones 2 2.5", "2026-11-10 A Computers 3 3.5")
    parsed = _read(" ".join(head), *rows, known=own)
    (issue,) = _told(parsed)
    assert issue.seen["columns"] == ("Device (Computers / Phones)",)
    assert (_values(parsed, "clicks", "ad_spend"), parsed.rejected) == ([(3, 3.5)], 2)


def test_a_row_per_sku_is_refused_as_such():
    """Items by SKU are known for what they are, not for another platform's export that lacks a column."""
    parsed = _read(
        "统计日期 商品ID SKUID 商品访客数 支付金额", f"2026-11-09 {ITEM} 1 5 100", f"2026-11-09 {ITEM} 2 5 200"
    )
    (issue,) = parsed.issues
    assert (issue.code, issue.seen["kind"], issue.seen["columns"]) == ("finer-rows", "生意参谋 商品排行", ("SKUID",))


@pytest.mark.parametrize(
    ("second", "visitors"),
    [
        pytest.param("2026-11-10 PC端 2 20", [(9,)], id="a-part"),
        pytest.param("2026-11-10 所有终端 2 20", [(9,), (2,)], id="the-whole"),
        pytest.param("2026-11-10 _ 2 20", [(9,), (2,)], id="nothing-said"),
    ],
)
def test_a_part_alone_is_no_day_where_the_sheet_has_wholes(second, visitors):
    """A day of one terminal is refused beside days of all terminals; a sheet of one terminal says nothing of others."""
    parsed = _read(SHOP, "2026-11-09 所有终端 9 900", "2026-11-09 PC端 5 100", second)
    assert _values(parsed, "visitors") == visitors
    assert ("lone-part" in _codes(parsed)) == (len(visitors) == 1)
    assert _codes(_read(SHOP, "2026-11-09 PC端 5 100", "2026-11-10 PC端 5 100")) == []


def test_parts_that_are_added_are_told():
    """One note says how many rows were added up, and of how many days and plans; single rows say nothing."""
    header = "日期 计划ID 展现量 点击量 花费"
    twice = ["2026-11-09 78 100 10 5", "2026-11-09 78 100 10 5"]
    (note,) = (issue for issue in _read(header, *twice, "2026-11-10 78 1 1 1").issues if issue.code == "rows-added")
    assert (note.level, dict(note.seen), note.where.row) == (Level.INFO, {"rows": 2, "keys": 1}, 3)
    assert "rows-added" not in [issue.code for issue in _read(header, "2026-11-10 78 1 1 1").issues]


@pytest.mark.parametrize(
    ("second", "spend"), [pytest.param("3天", [(10.0,)], id="the-same"), pytest.param("7天", [], id="another")]
)
def test_windows_of_attribution_are_no_parts(second, spend):
    """The same clicks by two windows are never added; by one window rows are parts as ever."""
    rows = ["2026-11-09 78 3天 100 10 5", f"2026-11-09 78 {second} 100 10 5"]
    parsed = _read("日期 计划ID 转化周期 展现量 点击量 花费", *rows)
    assert _values(parsed, "ad_spend") == spend
    assert ("rows-share-key" in _codes(parsed)) == (not spend)


@pytest.mark.parametrize("lang", LANGS)
def test_the_refusal_names_rows_and_columns(lang):
    """Both row numbers, the column and its values are in the sentence."""
    parsed = _read(SHOP, "2026-11-09 PC端 5 100", "2026-11-09 无线端 9 900")
    said = describe(_told(parsed)[0], lang)
    assert [part for part in ("2026-11-09", "2", "3", "终端 (PC端 / 无线端)", "所有终端") if part not in said] == []
