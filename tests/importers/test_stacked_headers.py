"""Headers of two and three rows are one header; bands between and above the rows are no data and no shop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.exports.recognise.stacked_header import stacked, under_bands
from opsbook.model.values import from_serial
from support.house import decided, propose
from support.house import read_sheet as parse

NAMES = ("统计日期", "访客数", "浏览量", "支付买家数", "支付件数", "支付金额")
BANDS = ("店铺", "流量", "", "交易", "", "")
ROWS = (("2026-11-09", "100", "300", "5", "6", "500"), ("2026-11-10", "110", "330", "6", "7", "600.5"))
READ = [("2026-11-09", 100, 500), ("2026-11-10", 110, 600.5)]


def sheet(*rows, file="店铺.csv"):
    return RawTable(file, "", tuple(map(tuple, rows)))


def read(parsed):
    rows = [fact.values for facts in parsed.facts for fact in facts.rows]
    return [(f"{from_serial(row['date'])}", row.get("visitors"), row.get("gmv")) for row in rows]


@pytest.mark.parametrize(
    "above",
    [
        pytest.param([NAMES], id="one row"),
        pytest.param([BANDS, NAMES], id="a band that begins like a shop"),
        pytest.param([("店铺", "流量"), NAMES], id="of two words"),
        pytest.param([("统计日期", "流量", "", "交易", "", ""), ("", *NAMES[1:])], id="merged down"),
        pytest.param(
            [("日报", "整体", "", "", "", ""), ("统计日期", "流量", "", "交易", "", ""), ("", *NAMES[1:])],
            id="three rows",
        ),
        pytest.param(
            [
                ("统计日期", "流量", "", "交易", "", ""),
                ("", "访客数", "浏览量", "买家", "", "金额"),
                ("", "", "", "支付买家数", "支付件数", "支付金额"),
            ],
            id="merged down by one and by two",
        ),
        pytest.param(
            [("店铺日报",), (), ("统计日期", "流量", "", "交易", "", ""), ("", *NAMES[1:])], id="below a title"
        ),
    ],
)
def test_a_header_of_several_rows_is_read_as_one(above):
    """The lowest name of a column is its name; rows keep their numbers."""
    parsed = parse(sheet(*above, *ROWS))
    assert (read(parsed), parsed.issues, parsed.shop) == (READ, (), "")
    assert parsed.header_row == len(above)
    assert parsed.facts[0].rows[0].where.row == len(above) + 1


def test_a_shop_beside_its_label_stays_a_shop():
    """A note of two cells names the shop of the file."""
    assert parse(sheet(("店铺", "示例店"), NAMES, *ROWS)).shop == "示例店"


@pytest.mark.parametrize(
    ("bands", "visitors", "gmv"),
    [
        (("", "整体", "", "无线端", ""), 100, 500),
        (("", "无线端", "", "所有终端", ""), 90, 450),
        (("", "PC端", "", "无线端", ""), None, None),
        (("", "", "", "", ""), 100, 500),
    ],
)
def test_a_name_under_several_bands_is_the_one_of_the_whole(bands, visitors, gmv):
    """A terminal's figures are never taken for the shop's; without any whole the file is refused."""
    names = ("统计日期", "访客数", "支付金额", "访客数", "支付金额")
    parsed = parse(sheet(bands, names, ("2026-11-09", "100", "500", "90", "450")))
    assert read(parsed) == ([("2026-11-09", visitors, gmv)] if visitors else [])
    assert visitors or parsed.issues[0].code in {"missing-column", "unknown-export"}


@pytest.mark.parametrize(
    "between",
    [("第二周", "", "", "", "", ""), ("", "", "双11 预热"), NAMES, ("",), ("合计", "210", "630", "11", "13", "1100.5")],
)
def test_bands_between_the_rows_are_no_data(between):
    """Captions, the header again, blanks and totals say nothing of a day."""
    parsed = parse(sheet(NAMES, ROWS[0], between, ROWS[1]))
    assert (read(parsed), parsed.issues, parsed.rejected) == (READ, (), 0)


STACK = [("统计日期", "流量", "", "交易", "", ""), ("", *NAMES[1:])]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        pytest.param(STACK, [NAMES], id="two rows, again as one"),
        pytest.param(STACK, STACK, id="two rows again"),
        pytest.param(STACK, STACK[1:], id="its lower row"),
        pytest.param([NAMES], STACK, id="one row, again as two"),
    ],
)
def test_a_header_said_again_loses_no_row(first, again):
    """The rows above it are read as those below are, and the header's own rows are no data."""
    parsed = parse(sheet(*first, ROWS[0], *again, ROWS[1]))
    assert (read(parsed), parsed.issues, parsed.rejected) == (READ, (), 0)


@pytest.mark.parametrize("row", [("2026-13-45", "", ""), ("第二周", "5", "")])
def test_a_row_with_a_figure_is_no_caption(row):
    """What may be data is told where its day is none."""
    parsed = parse(sheet(NAMES, ROWS[0], row, ROWS[1]))
    assert (read(parsed), parsed.rejected) == (READ, 1)


OWN = (("天", "来人", "", "成交"), ("", "人", "次", "钱"))


def test_a_report_nobody_knows_is_proposed_and_read_by_its_stacked_header():
    """The proposal names each column once, and what is remembered of it finds the same header again."""
    raw = sheet(*OWN, ("2026-11-09", "10", "20", "30"), ("2026-11-10", "11", "21", "31"))
    proposal = propose(raw)
    assert proposal.sheet.headers == ("天", "人", "次", "钱")
    known = {proposal.sheet.signature: decided("自报", "ShopDay", {"天": "date", "人": "visitors", "钱": "gmv"})}
    assert proposal.sheet.signature == signature(("天", "人", "次", "钱"))
    assert read(parse(raw, known)) == [("2026-11-09", 10, 30), ("2026-11-10", 11, 31)]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((NAMES, *ROWS), id="one row has all names"),
        pytest.param((("店铺日报", ""), ("", "访客数"), ("2026-11-09", "5")), id="a title is no band"),
        pytest.param((("店铺：示例店", "终端：全部"), ("", "访客数"), ("2026-11-09", "5")), id="notes are no bands"),
        pytest.param((("日期", "流量"), ("2026-11-09", "5")), id="data is no name"),
        pytest.param((), id="nothing"),
    ],
)
def test_what_is_no_stack_stays_as_it_is(rows):
    """Nothing is folded that a single row says."""
    assert list(stacked(sheet(*rows))) == []


@given(st.lists(st.sampled_from(["访客数", "支付金额", "浏览量"]), min_size=1, max_size=6), st.data())
def test_bands_change_only_names_that_come_again(names, data):
    """A name that stands once stays; of one that comes again, no two under different bands stay alike."""
    above = data.draw(st.lists(st.sampled_from(["", "PC端", "无线端"]), min_size=len(names), max_size=len(names)))
    found = under_bands(sheet(above, names, ["1"] * len(names)), 1).rows[1]
    for name, named in zip(names, found, strict=True):
        assert named.endswith(name)
        assert named == name or names.count(name) > 1
