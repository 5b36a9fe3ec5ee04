"""Sheets to facts: identification, refusals, and laws that hold for every sheet."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.reading.raw import RawTable
from opsbook.features.daily.exports.sycm import SHOP
from opsbook.model.issues import Level
from opsbook.model.records.export import Importer, Source
from opsbook.model.units import Unit
from opsbook.model.values import serial
from support.house import claimed as identify
from support.house import read_sheet as parse
from support.house import summary

EXPORTED = date(2026, 7, 1)
HEADER = ("统计日期", "访客数", "支付金额", "跳失率", "奇怪的列")
ROWS = (
    ("2026-06-16", "2,135", "6,230.00", "48.2%", "甲"),
    ("2026-06-17", "2,201", "-", "45.1%", "乙"),
    ("2026-06-18", "0", "5,871.55", "-", "丙"),
)


def sheet(*rows, file="店铺.csv", exported=EXPORTED):
    return RawTable(file, "", tuple(tuple(row) for row in rows), exported)


def values(parsed):
    return [dict(fact.values) for facts in parsed.facts for fact in facts.rows]


def codes(parsed):
    return [issue.code for issue in parsed.issues]


def test_a_shop_day_holds_exactly_what_the_row_says():
    """Values are numbers, a missing cell is absent, a zero is a value, the row is Excel's."""
    parsed = parse(sheet(HEADER, *ROWS))
    assert values(parsed) == [
        {"date": 46189, "visitors": 2135, "gmv": 6230, "bounce_rate": 0.482, "partial": None},
        {"date": 46190, "visitors": 2201, "bounce_rate": 0.451, "partial": None},
        {"date": 46191, "visitors": 0, "gmv": 5871.55, "partial": None},
    ]
    assert [fact.where.row for fact in parsed.facts[0].rows] == [2, 3, 4]
    assert parsed.unknown == ("奇怪的列",)


@given(
    order=st.permutations(range(len(HEADER))), notes=st.integers(0, 12), blanks=st.lists(st.integers(1, 3), max_size=3)
)
def test_layout_does_not_change_the_facts(order, notes, blanks):
    """Shuffled columns, notes above the header and blank rows between give the same facts."""
    rows = [[row[at] for at in order] for row in (HEADER, *ROWS)]
    for at in blanks:
        rows.insert(at, ["", " ", "\t"][:at])
    above = [["说明：仅供参考"]] * notes
    assert values(parse(sheet(*above, *rows))) == values(parse(sheet(HEADER, *ROWS)))


@given(
    st.lists(st.lists(st.sampled_from([*HEADER, *ROWS[0], "总计", "商品ID", "", "-", "x"]), max_size=7), max_size=30)
)
def test_no_sheet_makes_parsing_fail(rows):
    """Any sheet of text gives facts or issues, the same ones every time, and issues in file order."""
    raw = sheet(*rows)
    parsed = parse(raw)
    assert parse(raw) == parsed
    lines = [issue.where.row for issue in parsed.issues]
    assert lines == sorted(lines)
    assert parsed.kind or parsed.issues


@pytest.mark.parametrize(
    ("exported", "partial"),
    [
        pytest.param(date(2026, 6, 19), [None, None, None], id="day-after"),
        pytest.param(date(2026, 6, 18), [None, None, True], id="same-day"),
        pytest.param(date(2026, 6, 17), [None, True, True], id="future-row"),
        pytest.param(None, [None, None, None], id="unknown"),
    ],
)
def test_a_day_that_was_not_over_is_partial(exported, partial):
    """A row dated on or after the export's own day is marked; the day itself is a note, a later one a problem."""
    parsed = parse(sheet(HEADER, *ROWS, exported=exported))
    assert [row["partial"] for row in values(parsed)] == partial
    told = {issue.where.row: (issue.code, issue.level) for issue in parsed.issues if issue.code.endswith("-day")}
    days = [fact.where.row for fact in parsed.facts[0].rows if fact.values["partial"]]
    kinds = [("partial-day", Level.INFO), *[("future-day", Level.WARNING)] * 2]
    assert told == dict(zip(days, kinds, strict=False))


@pytest.mark.parametrize("word", ["总计", "合计", "汇总", "同行平均", "店铺平均值", "店铺汇总值", "Total"])
def test_totals_and_peers_are_dropped_in_silence(word):
    """A row that adds others up gives no fact and no issue."""
    parsed = parse(sheet(HEADER, *ROWS, (word, "9,999", "9,999", "1%", "")))
    assert parsed == parse(sheet(HEADER, *ROWS))


def test_a_repeated_header_is_dropped_in_silence():
    """A header that comes again inside the data is not a row."""
    assert parse(sheet(HEADER, ROWS[0], HEADER, *ROWS[1:])).rejected == 0


def test_a_file_of_several_shops_is_refused():
    """Rows of two shops never mix in one book, and where nobody says whose the book is, none is taken."""
    header = ("统计日期", "店铺名称", "访客数", "支付金额")
    parsed = parse(sheet(header, ("2026-06-16", "甲店", "1", "1"), ("2026-06-16", "乙店", "2", "2")))
    assert (parsed.shop, values(parsed), parsed.rejected, codes(parsed)) == ("", [], 2, ["several-shops"])


@pytest.mark.parametrize(
    ("notes", "shop"),
    [
        ([["店铺名称：示例旗舰店"]], "示例旗舰店"),
        ([["店铺名称", "示例旗舰店"]], "示例旗舰店"),
        ([["店铺：示例 旗舰店 终端：无线"]], "示例 旗舰店"),
        ([["店铺整体日报"]], ""),
    ],
)
def test_the_shop_is_found_in_the_notes(notes, shop):
    """A note that names the shop guards against filling another shop's book."""
    assert parse(sheet(*notes, HEADER, *ROWS)).shop == shop


TREE = ("一级来源", "二级来源", "三级来源", "访客数", "下单金额", "支付金额")
NAME = "流量来源-2026-06-18_2026-06-18.xls"
PLAN = ("日期", "计划ID", "计划名字", "展现量", "点击量", "花费")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("计划报表_2026-06-18_2026-06-18.csv", None),
        ("计划报表_2026-06-12_2026-06-18.csv", "not-daily"),
        ("计划报表_20260619_110330.csv", "no-date"),
        ("计划报表.csv", "no-date"),
    ],
)
def test_a_plan_report_without_dates_needs_a_name_of_one_day(file, code):
    """Without a date column the name must cover one day, else every row is refused."""
    parsed = parse(sheet(PLAN[1:], ("7012345678", "甲", "100", "10", "5"), file=file))
    assert codes(parsed) == ([code] if code else [])
    assert parsed.rejected == (1 if code else 0)
    assert [row["date"] for row in values(parsed)] == ([] if code else [serial(date(2026, 6, 18))])


def test_the_notes_count_before_the_file_name():
    """Where notes and file name speak of different days, the notes inside the file are right."""
    parsed = parse(sheet(["统计日期：2026-06-17"], TREE, ("自主访问", "汇总", "汇总", "1", "1", "1"), file=NAME))
    assert [row["date"] for row in values(parsed)] == [serial(date(2026, 6, 17))]


def test_ad_rows_of_one_plan_and_day_are_added():
    """Amounts of one plan on one day are added to the cent, whatever order they come in."""
    rows = [("2026-06-18", "7", "甲", "100", "10", "0.1"), ("2026-06-18", "7", "甲", "50", "-", "0.2")]
    for order in (rows, rows[::-1]):
        (row,) = values(parse(sheet(PLAN, *order)))
        assert row == {"date": 46191, "plan_id": "7", "plan": "甲", "impressions": 150, "clicks": 10, "ad_spend": 0.3}


def test_a_row_without_its_key_is_refused():
    """A plan row with spend but without plan id is reported, not guessed."""
    parsed = parse(sheet(PLAN, ("2026-06-18", "-", "甲", "100", "10", "5")))
    assert (values(parsed), parsed.rejected, codes(parsed)) == ([], 1, ["missing-key"])


def test_an_empty_export_says_so():
    """A known header without rows is a warning, not silence."""
    assert codes(parse(sheet(HEADER[:4]))) == ["no-rows"]


def test_the_row_limit_of_the_platform_is_noticed():
    """A file as long as the platform's limit may have been cut."""
    day, blank = ("2026-06-01", "1", "1", "1%"), ("", "", "", "")  # the file's length counts, not what stands in it
    days = [day, *[blank] * 99_999]
    assert "cut-off" in codes(parse(sheet(HEADER[:4], *days)))
    assert "cut-off" not in codes(parse(sheet(HEADER[:4], *days[1:])))


LEAVES = st.lists(
    st.tuples(st.sampled_from("甲乙丙"), st.sampled_from("子丑"), st.sampled_from("天地"), st.integers(1, 10_000)),
    min_size=1,
    max_size=12,
    unique_by=lambda leaf: leaf[:3],
)


@given(LEAVES)
def test_the_leaves_add_up_to_the_first_level(leaves):
    """Whatever the tree, the kept rows add up to its first level: nothing is counted twice, nothing lost."""
    sums = {}
    for one, two, three, gmv in leaves:
        for path in ((one, "汇总", "汇总"), (one, two, "汇总"), (one, two, three)):
            sums[path] = sums.get(path, 0) + gmv
    rows = [(*path, "1", "1", str(gmv)) for path, gmv in sums.items()]
    parsed = parse(sheet(TREE, *rows, file=NAME))
    assert sum(row["gmv"] for row in values(parsed)) == sum(leaf[3] for leaf in leaves)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("直通车", "关键词推广"),
        ("关键词推广(原直通车)", "关键词推广"),
        ("关键词推广（原直通车）", "关键词推广"),
        ("引力魔方", "精准人群推广"),
        ("万相台", "智能场景"),
        ("智能场景（原万相台）", "智能场景"),
        ("手淘搜索", "手淘搜索"),
    ],
)
def test_renamed_channels_are_folded(old, new):
    """A channel keeps one name through the platform's renamings."""
    (row,) = values(parse(sheet(TREE, ("付费推广", old, "汇总", "1", "1", "1"), file=NAME)))
    assert row["source2"] == new


def test_a_channel_shown_as_a_whole_is_no_total():
    """汇总 on a lower level is a channel wherever its column stands; 合计 on the first level is a total."""
    header = ("三级来源", "访客数", "二级来源", "一级来源", "下单金额", "支付金额")
    rows = [("汇总", "9", "手淘搜索", "淘内免费", "1", "1"), ("汇总", "9", "汇总", "合计", "1", "1")]
    (row,) = values(parse(sheet(header, *rows, file=NAME)))
    assert (row["source1"], row["source2"], row["source3"]) == ("淘内免费", "手淘搜索", "汇总")


def test_nobody_claims_a_strange_sheet():
    """An unknown sheet names the columns found and the exports known."""
    parsed = parse(sheet(("仓库编号", "库位名称", "在库数"), ("1", "甲", "3")))
    (issue,) = parsed.issues
    assert (parsed.kind, issue.code, issue.where.row) == ("", "unknown-export", 1)
    assert issue.seen["found"] == ("仓库编号", "库位名称", "在库数")
    assert "生意参谋" in issue.seen["kinds"]


@pytest.mark.parametrize(
    ("rows", "row", "found"),
    [
        pytest.param([("hello",), ("1",)], 1, ("hello",), id="one-column"),
        pytest.param([("",), ("店名", "数")], 2, ("店名", "数"), id="two-columns"),
        pytest.param([("联系电话", "数")], 1, ("数",), id="a-personal-header-stays-outside"),
        pytest.param([("x" * 50,)], 1, ("x" * 40 + "…",), id="a-long-line-is-cut"),
    ],
)
def test_a_narrow_strange_sheet_shows_its_first_line(rows, row, found):
    """With a column or two there is no header to look for: the first line is told as it stands."""
    (issue,) = parse(sheet(*rows)).issues
    assert (issue.code, issue.where.row, issue.seen["found"]) == ("unknown-export", row, found)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([("2026-06-16", "100", "2"), ("2026-06-17", "101", "3")], id="figures"),
        pytest.param([("13800138000", "王示例")], id="a-phone-number"),
        pytest.param([("王示例", "杭州", "示例路")], id="words-of-people"),
        pytest.param([("",)], id="nothing"),
    ],
)
def test_a_sheet_without_header_is_told_so_and_not_quoted(rows):
    """Data without a header may be people's: its cells are not repeated."""
    (issue,) = parse(sheet(*rows)).issues
    assert (issue.code, set(issue.seen)) == ("no-header", {"kinds"})


@pytest.mark.parametrize(
    ("visitors", "gmv", "stay", "bad"),
    [
        pytest.param("1000000000000", "1e12", "2678400", [], id="the-largest"),
        pytest.param("1000000000001", "1", "1", ["too-large-number"], id="too-many-people"),
        pytest.param("1e30", "1", "1", ["too-large-number"], id="far-too-many"),
        pytest.param("9" * 400, "1", "1", ["too-large-number"], id="four-hundred-digits"),
        pytest.param("1", "1000000000000.01", "1", ["too-large-number"], id="too-much-money"),
        pytest.param("1", "1.1万亿", "1", ["bad-number"], id="two-multiples"),
        pytest.param("1", "10001亿", "1", ["too-large-number"], id="too-many-hundred-millions"),
        pytest.param("1", "1", "2678401", ["too-large-number"], id="longer-than-a-month"),
        pytest.param("inf", "1", "1", ["bad-number"], id="infinite"),
        pytest.param("1e999", "1", "1", ["bad-number"], id="beyond-floating-point"),
        pytest.param("-1", "1", "1", ["out-of-range"], id="negative"),
    ],
)
def test_a_figure_no_shop_can_have_stays_outside(visitors, gmv, stay, bad):
    """The cell stays blank and is reported; the rest of its row is imported."""
    parsed = parse(sheet(("统计日期", "访客数", "支付金额", "平均停留时长"), ("2026-06-16", visitors, gmv, stay)))
    assert codes(parsed) == bad
    (row,) = values(parsed)
    assert len({"visitors", "gmv", "stay_seconds"} & row.keys()) == 3 - len(bad)


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_of_numbers_has_a_largest_value(unit):
    """What is no number has no largest one."""
    assert (unit.most > 0) is unit.is_number


def test_a_nearly_known_sheet_names_what_is_missing():
    """A renamed column is named with its likely new name."""
    (issue,) = parse(sheet(("统计日期", "访客数", "支付总金额"), ("2026-06-16", "1", "1"))).issues
    assert issue.code == "missing-column"
    assert issue.seen["missing"] == ("支付金额",)
    assert issue.seen["near"] == ("支付总金额 → 支付金额",)


def test_two_claims_are_no_claim():
    """A sheet that two importers claim is refused with both names."""
    twin = Importer("twin", "双胞胎", "ShopDay", (Source("gmv", ("支付金额",)),), needs=("gmv",))
    issue = identify(sheet(HEADER, *ROWS), (SHOP, twin))
    assert issue.code == "ambiguous-export"
    assert issue.seen["kinds"] == ("生意参谋 店铺整体", "双胞胎")


def test_the_header_is_searched_in_the_first_twenty_rows():
    """A header on row 20 is found, one on row 21 is not."""
    notes = [["说明"]] * 19
    assert parse(sheet(*notes, HEADER, *ROWS)).header_row == 20
    assert parse(sheet(*notes, ["说明"], HEADER, *ROWS)).kind == ""


PEOPLE = ("王示例", "13800138000", "浙江省杭州市示例路", "wang@example.com")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [(*HEADER, "买家会员名", "联系手机", "收货地址 ", "Email"), (*ROWS[0], *PEOPLE)], id="named-columns"
        ),
        pytest.param([(*HEADER, "列一", "列二", "列三", "列四"), (*ROWS[0], *PEOPLE)], id="nameless-columns"),
        pytest.param([PEOPLE, PEOPLE], id="no-header"),
        pytest.param([(PEOPLE[0], "浙江省杭州市示例路", "已发货", "好评")], id="no-header-no-digits"),
        pytest.param([("订单编号", "买家会员名", "联系手机", "收货地址", "邮箱"), ("1", *PEOPLE)], id="orders"),
        pytest.param([HEADER, ("2026-06-16", "13800138000元整", "1", "1%", "")], id="phone-in-a-number-column"),
    ],
)
def test_buyers_stay_outside(rows):
    """No name, phone, address or mail of a person is anywhere in what parsing returns."""
    said = repr(parse(sheet(*rows)))
    assert not [person for person in PEOPLE if person in said]


def test_a_summary_counts_days_rows_and_issues():
    """The summary names the export, its first and last day, its rows and how many issues it has."""
    told = summary(parse(sheet(HEADER, *ROWS)))
    assert (told.kind, told.name, told.first, told.last, told.days) == (
        "sycm-shop",
        "生意参谋 店铺整体",
        date(2026, 6, 16),
        date(2026, 6, 18),
        3,
    )
    assert (told.rows, told.issues) == ({"ShopDay": 3}, {Level.INFO: 1})


def test_a_summary_of_an_unknown_sheet_is_empty():
    """Nobody's sheet has no name and no days."""
    told = summary(parse(sheet(("a", "b"))))
    assert (told.name, told.first, told.rows, told.issues) == ("", None, {}, {Level.ERROR: 1})


def test_the_source_table_is_left_as_it_was():
    """Parsing changes nothing in the sheet it reads."""
    raw = sheet(HEADER, *ROWS)
    before = replace(raw)
    parse(raw)
    assert raw == before
