"""Rows that are parts of one day, item or plan are added up where somebody says so: what can be added, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.test_same_key import ITEM, ITEMS, SHOP, _codes, _values
from opsbook.exports.mapping.custom_report import Decided
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.model.issues import Level
from support.house import TABLE, decided
from support.house import read_sheet as parse

DAY = "统计日期 终端 访客数 浏览量 支付买家数 支付件数 支付金额 跳失率"
OWN = ("Day", "Campaign", "Device", "Page", "Clicks", "Cost", "Visitors", "Mood")
FIELDS = {"day": "date", "campaign": "plan", "clicks": "clicks", "cost": "ad_spend"}


def _added(header, *rows, table="ShopDay"):
    lines = [header.split(), *(row.split() for row in rows)]
    cells = tuple(tuple("" if text == "_" else text for text in line) for line in lines)
    return parse(RawTable("表.csv", "", cells), {signature(lines[0]): Decided("", TABLE[table], adds=True)})


def _told(parsed):
    (issue,) = (one for one in parsed.issues if one.code.startswith("parts-summed"))
    return {name: [label.en for label in labels] for name, labels in issue.seen.items() if name in {"added", "left"}}


def test_money_clicks_and_pieces_are_added_and_people_and_ratios_are_not():
    """PC and mobile of one day, by hand: 300 + 2,700 views, 6 + 54 items, 500.50 + 4,500 yuan; nobody is counted twice."""
    parsed = _added(DAY, "2026-11-09 PC端 100 300 5 6 500.50 40% ", "2026-11-09 无线端 900 2700 45 54 4500 60%")
    (fact,) = parsed.facts[0].rows
    figures = {name: value for name, value in fact.values.items() if value is not None and name != "date"}
    assert figures == {"pageviews": 3000, "items": 60, "gmv": 5000.5}
    told = _told(parsed)
    assert told == {
        "added": ["Page views", "Items sold", "GMV"],
        "left": ["Visitors", "Bounce rate", "Buyers"],
    }
    assert (parsed.rejected, fact.where.row) == (0, 2)
    assert all(issue.level is Level.INFO for issue in parsed.issues)


@pytest.mark.parametrize(
    ("header", "rows", "names", "values"),
    [
        pytest.param(
            ITEMS,
            [f"2026-11-{day} {ITEM} {one}" for day, one in (("09", "红 5 100"), ("09", "蓝 7 200"), ("10", "红 5 100"), ("10", "蓝 5 100"))],
            ("visitors", "gmv"),
            [(None, 300), (None, 200)],
            id="sizes, of equal figures too",
        ),
        pytest.param(
            ITEMS.replace("规格", "SKU_ID"),
            [f"2026-11-09 {ITEM} 1 5 100", f"2026-11-09 {ITEM} 2 5 200"],
            ("visitors", "gmv"),
            [(None, 300)],
            id="SKUs",
        ),
        pytest.param(
            "统计日期 访客数 支付金额",
            [f"2026-11-09T{hour:02}:00:00 {100 + hour} 100" for hour in range(24)],
            ("visitors", "gmv"),
            [(None, 2400)],
            id="hours",
        ),
        pytest.param(
            SHOP,
            ["2026-11-09 PC端 5 100", "2026-11-10 PC端 6 50", "2026-11-10 无线端 7 60"],
            ("visitors", "gmv"),
            [(5, 100), (None, 110)],
            id="a day with one part keeps its people",
        ),
        pytest.param(
            SHOP,
            ["2026-11-09 PC端 5 0.1", "2026-11-09 无线端 9 0.2"],
            ("gmv",),
            [(0.3,)],
            id="no dust",
        ),
        pytest.param(SHOP, ["2026-11-09 PC端 5 -", "2026-11-09 无线端 9 7"], ("gmv",), [(7,)], id="nothing is nothing"),
        pytest.param(SHOP, ["2026-11-09 PC端 5 x", "2026-11-09 无线端 9 7"], ("gmv",), [(None,)], id="no number"),
    ],
)  # fmt: skip
def test_parts_are_added(header, rows, names, values):
    """Sums worked out by hand, whatever tells the parts from each other."""
    assert _values(_added(header.replace("SKU_ID", "SKUID"), *rows, table="ItemDay"), *names) == values


@pytest.mark.parametrize(
    ("rows", "figures", "code"),
    [
        pytest.param(["所有终端 10 500", "PC端 4 200", "无线端 8 300"], [(10, 500)], "whole-row", id="all-terminals"),
        pytest.param(["全网 10 500", "PC端 4 200", "无线端 8 300"], [(10, 500)], "whole-row", id="by name and figures"),
        pytest.param(["_ 10 500", "PC端 4 200", "无线端 8 300"], [(10, 500)], "whole-row", id="without a name"),
        pytest.param(["全网 10 500", "PC端 4 200", "无线端 8 310"], [(None, 1010)], "parts-summed-but", id="its figures say no"),
        pytest.param(["甲 10 500", "乙 4 200", "丙 8 300"], [(None, 1000)], "parts-summed-but", id="its name says no"),
        pytest.param(["所有终端 10 500", "PC端 4 600"], [], "rows-share-key", id="a whole smaller than a part"),
        pytest.param(["PC端 4 200", "PC端 8 300"], [], "rows-share-key", id="one part twice"),
        pytest.param(["PC端 4 200", "PC端 4 200", "无线端 8 300"], [(None, 500)], "parts-summed-but", id="one row twice"),
    ],
)  # fmt: skip
def test_nothing_counts_twice(rows, figures, code):
    """The row of the whole is taken, with its people; what is twice there, or contradicts it, is no sum."""
    parsed = _added(SHOP, *(f"2026-11-09 {row}" for row in rows))
    assert _values(parsed, "visitors", "gmv") == figures
    assert code in [issue.code for issue in parsed.issues]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        pytest.param("统计日期 访客数 支付金额", ["2026-11-09 5 100", "2026-11-09 7 200"], id="figures only"),
        pytest.param(
            "统计日期 更新时间 访客数 支付金额",
            ["2026-11-09 2026-11-10 5 100", "2026-11-09 2026-11-11 7 200"],
            id="when it was made",
        ),
        pytest.param("统计日期 备注 访客数 支付金额", ["2026-11-09 旧 5 100", "2026-11-09 新 7 200"], id="a note"),
        pytest.param(
            "统计日期 买家昵称 访客数 支付金额", ["2026-11-09 小甲甲 5 100", "2026-11-09 小乙乙 7 200"], id="people"
        ),
    ],
)
def test_two_downloads_of_one_day_are_no_parts(header, rows):
    """What does not say which part a row is makes nothing of it: refused as ever, and adding up is not offered."""
    parsed = _added(header, *rows)
    assert (_values(parsed), _codes(parsed)) == ([], ["rows-share-key"])


def test_two_windows_of_one_click_are_never_added():
    """The same clicks by sales of 3 and of 7 days after them."""
    header = "日期 计划ID 设备 转化周期 展现量 点击量 花费"
    rows = ["2026-11-09 78 PC 3天 100 10 5", "2026-11-09 78 PC 7天 100 10 5"]
    assert _values(_added(header, *rows, table="PlanDay")) == []


def test_a_report_of_ones_own_is_added_up():
    """Device by landing page of a campaign, by hand 1 + 2 clicks for 1.50 + 2.50; a kept column tells words that agree."""
    own = decided("自定义", "PlanDay", FIELDS)
    known = {
        signature(OWN): Decided(own.name, own.table, own.fields, {"visitors": "Visitors", "mood": "Mood"}, adds=True)
    }
    rows = ["2026-11-09 A Computers /a 1 1.5 7 good", "2026-11-09 A Phones /b 2 2.5 7 good", "2026-11-10 A Phones /b 3 3.5 9 bad"]  # fmt: skip
    parsed = parse(RawTable("表.csv", "", (OWN, *(tuple(row.split()) for row in rows))), known)
    assert _values(parsed, "plan", "plan_id", "clicks", "ad_spend") == [("A", "A", 3, 4), ("A", "A", 3, 3.5)]
    assert [fact.extra for fact in parsed.facts[0].rows] == [
        {"Visitors": None, "Mood": "good"},
        {"Visitors": 9, "Mood": "bad"},
    ]


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 10**6)), min_size=2, max_size=6), st.randoms())
def test_the_order_of_parts_does_not_matter(parts, random):
    """Whatever the rows' order: money is the sum of all, to the cent, and people are blank."""
    rows = [f"2026-11-09 设备{at} {people} {cents / 100:.2f}" for at, (people, cents) in enumerate(parts)]
    random.shuffle(rows)
    ((people, money),) = _values(_added(SHOP, *rows), "visitors", "gmv")
    assert (people, round(money * 100)) == (None, sum(cents for _, cents in parts))
