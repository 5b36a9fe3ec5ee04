"""Laws of reports of one's own: read like every export, whatever their layout; what is kept stays what it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.mapping.custom_report import kept_unit
from opsbook.exports.mapping.profile import fits, profile
from opsbook.exports.platforms.normalize import plain_header
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.features.contents import catalog
from opsbook.model.issues import Level
from opsbook.model.schema import Kind
from opsbook.model.units import Unit
from support.house import decided
from support.house import read_sheet as parse

HEAD = ("日期", "成交额", "UV", "转粉率", "备注")
ROWS = (
    ("2026-06-16", "12,345.50", "3456", "2.5%", "正常"),
    ("2026-06-17", "1.2万", "-", "3%", "=1+1"),
    ("2026-06-18", "￥900", "80", "", ""),
)
OWN = decided(
    "自定义 每日",
    "ShopDay",
    {"日期": "date", "成交额": "gmv", "uv": "visitors"},
    {"转粉率": "转粉率", "备注": "备注（导入）"},
)
KNOWN = {signature(HEAD): OWN}
SIMPLE = {signature(("日期", "成交额", "UV")): replace(OWN, kept={})}
# Worked by hand: 46189 is 2026-06-16.
FIGURES = {46189: (12345.5, 3456), 46190: (12000, None), 46191: (900, 80)}


def _read(*rows, head=HEAD, known=KNOWN):
    return parse(RawTable("每日.csv", "", (head, *rows)), known)


def _figures(parsed):
    rows = [fact.values for facts in parsed.facts for fact in facts.rows]
    return {row["date"]: (row.get("gmv"), row.get("visitors")) for row in rows}


def test_figures_are_read_like_those_of_every_export():
    """Thousands, 万, signs of money and missing cells are what they are elsewhere; the total is dropped."""
    parsed = _read(*ROWS, ("合计", "25,245.50", "3536", "", ""))
    assert (parsed.name, _figures(parsed), parsed.rejected) == ("自定义 每日", FIGURES, 0)


def test_kept_cells_are_numbers_shares_or_words():
    """A rate becomes a share of 1, a text stays text, a blank is nothing."""
    extras = [fact.extra for fact in _read(*ROWS).facts[0].rows]
    assert extras == [
        {"转粉率": 0.025, "备注（导入）": "正常"},
        {"转粉率": 0.03, "备注（导入）": "=1+1"},
        {"转粉率": None, "备注（导入）": None},
    ]


SHARES = [
    (("4.1%", "3.9%"), (0.041, 0.039)),
    (("0.041", "0.039"), (0.041, 0.039)),
    (("4.1", "3.9"), (0.041, 0.039)),  # without a sign, in points
]


@pytest.mark.parametrize("field", ["bounce_rate", "peer_cvr_found"])
@pytest.mark.parametrize(("cells", "shares"), SHARES)
def test_a_share_is_one_whatever_its_decimals(field, cells, shares):
    """A bounce rate shown as 4.1% and a conversion shown as 4.10% are written alike in files, and read alike."""
    head = ("日期", "比率")
    own = decided("自定义 比率", "ShopDay", {"日期": "date", "比率": field}, {})
    rows = list(zip(("2026-06-16", "2026-06-17"), cells, strict=True))
    parsed = _read(*rows, head=head, known={signature(head): own})
    assert [fact.values[field] for facts in parsed.facts for fact in facts.rows] == list(shares)
    assert not [issue for issue in parsed.issues if issue.level is not Level.INFO]


FACTS = [(table.name, column) for table in catalog().facts for column in table.columns if column.kind is Kind.FACT]
LIKELY = {Unit.DATE: "2026-06-16", Unit.FLAG: "是", Unit.ID: "684210937561", Unit.SECONDS: "00:01:30", Unit.TEXT: "词"}


@pytest.mark.parametrize(("table", "column"), FACTS, ids=[f"{name}.{column.id}" for name, column in FACTS])
def test_every_figure_can_be_in_a_report_of_ones_own(table, column):
    """Whatever it is measured in, there are cells that a column of it may have."""
    cell = "3.9%" if column.unit.is_share else LIKELY.get(column.unit, "12")
    assert column.unit is Unit.FLAG or fits(column.unit, profile([cell] * 3)), table


@pytest.mark.parametrize(("others", "kept"), [(9, "电话***"), (8, None)], ids=["one in ten", "more"])
def test_people_in_kept_cells_stay_outside(others, kept):
    """A phone among notes is hidden; a column in which more than one cell in ten tells of people is not kept at all."""
    rows = [(f"2026-06-{day:02}", "1", "1", "", "正常") for day in range(1, others + 1)]
    parsed = _read(*rows, ("2026-06-20", "1", "1", "", "电话13800001234"))
    assert parsed.facts[0].rows[-1].extra.get("备注（导入）") == kept


@given(st.permutations(range(len(HEAD))), st.integers(0, 3), st.data())
def test_how_the_sheet_is_laid_out_does_not_matter(order, notes, data):
    """Columns shuffled, notes above, blank rows between and rows pasted twice give the same figures."""
    rows = [tuple(row[at] for at in order) for row in (*ROWS, *ROWS)]
    for at in data.draw(st.lists(st.integers(0, len(rows)), max_size=3)):
        rows.insert(at, ("", " "))
    head = tuple(HEAD[at] for at in order)
    raw = RawTable("每日.csv", "", (*[("每日数据", "仅供参考")] * notes, head, *rows))
    assert _figures(parse(raw, KNOWN)) == FIGURES


def test_different_rows_of_one_day_are_refused_together():
    """Two rows of a day that differ anywhere, be it in a column that is left out, cannot be told apart."""
    parsed = _read(ROWS[0], (*ROWS[0][:4], "另一家店"))
    assert [facts.rows for facts in parsed.facts] == [()]
    assert ([issue.code for issue in parsed.issues], parsed.rejected) == (["rows-share-key"], 2)


def test_a_changed_header_is_another_report():
    """With a column renamed the old answers do not apply."""
    assert _read(*ROWS, head=("日期", "成交总额", *HEAD[2:])).kind == ""


def test_a_plan_is_named_by_its_name_where_it_has_no_number():
    """A plan's name stands in for its id, a channel of one level is a whole channel."""
    head = ("日期", "计划", "花费")
    own = {signature(head): decided("x", "PlanDay", {"日期": "date", "计划": "plan", "花费": "ad_spend"})}
    (plan,) = _read(("2026-06-16", "甲", "5"), head=head, known=own).facts[0].rows
    assert (plan.values["plan_id"], plan.values["ad_spend"]) == ("甲", 5)
    head = ("日期", "渠道", "UV")
    own = {signature(head): decided("x", "SourceDay", {"日期": "date", "渠道": "source1", "uv": "visitors"})}
    (channel,) = _read(("2026-06-16", "直播", "5"), head=head, known=own).facts[0].rows
    assert [channel.values[name] for name in ("source1", "source2", "source3")] == ["直播", "汇总", "汇总"]


def test_a_renamed_column_of_a_known_export_is_read():
    """What was said of an export's column counts for every file of it, with or without the old name."""
    head = ("统计日期", "访客数", "实收金额", "会员数")
    known = {"sycm-shop": decided("", "ShopDay", {"实收金额": "gmv"}, {"会员数": "会员数"})}
    parsed = _read(("2026-06-16", "5", "900", "7"), head=head, known=known)
    assert (parsed.kind, _figures(parsed)) == ("sycm-shop", {46189: (900, 5)})
    assert parsed.facts[0].rows[0].extra == {"会员数": 7}
    old = _read(("2026-06-16", "5", "800"), head=("统计日期", "访客数", "支付金额"), known=known)
    assert _figures(old) == {46189: (800, 5)}


def test_parts_of_a_plan_add_what_is_kept():
    """Counts in extra columns of an ad plan's parts are added; what cannot be added is told only where all agree."""
    head = ("日期", "计划ID", "展现量", "点击量", "花费", "宝贝数", "出价", "新率")
    known = {"wxt-plans": decided("", "PlanDay", {}, {"宝贝数": "宝贝数", "出价": "出价", "新率": "新率"})}
    rows = (
        ("2026-06-16", "71", "1", "1", "5", "2", "智能", "5%"),
        ("2026-06-16", "71", "1", "1", "5", "3", "智能", "6%"),
    )
    (plan,) = _read(*rows, head=head, known=known).facts[0].rows
    assert dict(plan.extra) == {"宝贝数": 5, "出价": "智能", "新率": None}


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        ([None], Unit.TEXT),
        ([1, "a"], Unit.TEXT),
        ([1, 2.0], Unit.COUNT),
        ([0.1, 0], Unit.RATE),
        ([0.1, 1], Unit.RATIO),
        ([0, 1], Unit.COUNT),
        ([12.5], Unit.RATIO),
    ],
    ids=str,
)
def test_what_is_kept_has_a_unit(cells, unit):
    """Words are text, fractions below 1 are rates, whole numbers counts."""
    assert kept_unit(cells) is unit


def test_nothing_said_changes_nothing():
    """Without answers a sheet is what it was."""
    raw = RawTable("每日.csv", "", (HEAD, *ROWS))
    assert parse(raw) == replace(parse(raw, {}), issues=parse(raw).issues)
    assert parse(raw).kind == ""


@pytest.mark.parametrize(
    ("notes", "header", "cell", "gmv"),
    [
        pytest.param((), "成交额（万元）", "1.23", 12300, id="ten thousands"),
        pytest.param((), "成交额(千元)", "1.23", 1230, id="thousands"),
        pytest.param((), "成交额-亿元", "0.0001", 10000, id="hundred millions without brackets"),
        pytest.param((), "成交额(元)", "1.23", 1.23, id="yuan"),
        pytest.param((), "成交额（万元）", "1.23万", 12300, id="the cell says it too"),
        pytest.param((), "成交额（万元）", "12,300元", 12300, id="the cell says otherwise"),
        pytest.param((("单位：万元",),), "成交额", "1.23", 12300, id="a note says it"),
        pytest.param((("单位：万元",),), "成交额（元）", "12300", 12300, id="the header knows better than a note"),
        pytest.param((("单位：元",),), "成交额", "12300", 12300, id="a note of yuan"),
    ],
)
def test_figures_in_a_larger_unit_become_yuan(notes, header, cell, gmv):
    """A unit in the header or in a note above it multiplies amounts, not people, and never what a cell says itself."""
    parsed = parse(RawTable("每日.csv", "", (*notes, ("日期", header, "UV"), ("2026-06-16", cell, "7"))), SIMPLE)
    assert _figures(parsed) == {46189: (gmv, 7)}


def test_a_larger_unit_is_told():
    """The record of imports says which column was multiplied, and by what."""
    parsed = parse(RawTable("每日.csv", "", (("日期", "成交额（万元）", "UV"), ("2026-06-16", "1.23", "7"))), SIMPLE)
    assert [(one.code, one.where.column, one.seen["times"]) for one in parsed.issues] == [
        ("scaled-column", "成交额（万元）", 10_000)
    ]


@pytest.mark.parametrize(("header", "rate"), [("跳失率(%)", 0.004), ("跳失率", 0.4)], ids=["percent", "share"])
def test_percent_in_a_header_makes_points_of_small_numbers(header, rate):
    """0.4 below 跳失率(%) is 0.4 percent; without the sign a column of such numbers holds shares."""
    said = decided("自定义 率", "ShopDay", {"日期": "date", plain_header(header): "bounce_rate"})
    parsed = parse(
        RawTable("率.csv", "", (("日期", header), ("2026-06-16", "0.4"))), {signature(("日期", header)): said}
    )
    assert [fact.values["bounce_rate"] for fact in parsed.facts[0].rows] == [rate]
