"""What a column may stand for: names, other names, near names, and what stands in it; how sure each makes."""

import pytest

from opsbook.exports.mapping.guess import is_sure, sureness
from opsbook.exports.mapping.profile import Look, profile
from opsbook.exports.mapping.propose import look_at
from opsbook.exports.platforms.synonyms import marks
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.model.orders import GIVEN_BACK
from support.house import FACT_TABLES, guess_columns, propose

NUMBERS = ["1", "2"]


def _guess(header, cells=NUMBERS, table="ShopDay"):
    return guess_columns([header], {header: profile(cells)}, table, dated=True)[0]


@pytest.mark.parametrize(
    ("table", "header", "field", "sure"),
    [
        pytest.param("ShopDay", "支付金额", "gmv", 1.0, id="the same name"),
        pytest.param("ShopDay", " 支付金额（元） ", "gmv", 1.0, id="the same name with a unit"),
        pytest.param("ShopDay", "gmv", "gmv", 1.0, id="the id"),
        pytest.param("ShopDay", "Ad spend", "ad_spend", 1.0, id="the English name"),
        pytest.param("ShopDay", "成交金额", "gmv", 0.9, id="another name"),
        pytest.param("PlanDay", "成交金额", "ad_gmv", 0.9, id="another name means another thing among ads"),
        pytest.param("PlanDay", "交易额", "ad_gmv", 0.9, id="a name of ads"),
        pytest.param("ShopDay", "交易额", "", 0.0, id="a name of ads alone is none of the shop's"),
        pytest.param("ShopDay", "全店支付的总金额", "gmv", 0.9, id="word by word: no word changes the figure"),
        pytest.param("PlanDay", "Campain", "plan", 0.84, id="a slip of the pen: 14 of 15 letters"),
        pytest.param("PlanDay", "A campain", "plan", 0.79, id="a slip and a word more: 14/16 would be 0.79"),
        pytest.param("PlanDay", "A campaign", "plan", 0.79, id="a word nobody knows: 16/17 would be 0.85"),
        pytest.param("ShopDay", "甲支付金额", "gmv", 0.79, id="a sign nobody knows: 8/9 would be 0.8"),
        pytest.param("ShopDay", "支付的金额数", "gmv", 0.72, id="spelled alike: 8/10"),
        pytest.param("ShopDay", "甲号支付的金额", "", 0.0, id="just too far: 8/11"),
    ],
)
def test_a_name_makes_it_more_or_less_sure(table, header, field, sure):
    """Own names are certain, other names likely, near names as likely as they are alike; 3 of 4 letters at least."""
    guess = _guess(header, table=table)
    assert (guess.field, round(guess.sure, 2)) == (field, sure)


@pytest.mark.parametrize(
    ("header", "table"),
    [
        ("新访客数", "ShopDay"),
        ("无线端访客数", "ShopDay"),
        ("搜索引导访客数", "ItemDay"),
        ("支付新客买家数", "SourceDay"),
        ("下单金额", "ItemDay"),
        ("申请退款金额", "ShopDay"),
        ("成交花费", "PlanDay"),
        ("咨询人数", "ShopDay"),
        ("净成交金额", "PlanDay"),
        ("间接成交金额", "PlanDay"),
        ("加购件数", "ShopDay"),
        ("支付转化率", "ShopDay"),
        ("目标支付金额", "ShopDay"),
        ("累计支付金额", "ShopDay"),
    ],
)
def test_another_figure_is_never_guessed(header, table):
    """A part, another step, another unit: a name that differs by such a word stands for nothing but itself."""
    guess = _guess(header, table=table)
    assert guess.field in {"", "order_amount"}
    assert guess.field == "" or header == "下单金额"


@pytest.mark.parametrize(
    "header",
    [
        *("new_orders", "Order ID", "Order no", "order_rate", "Orders per buyer", "Net orders", "Refunded orders"),
        *("支付订单号", "支付订单编号", "Average visitors", "Visitor ID", "Cancelled orders", "Last orders"),
    ],
)
def test_a_number_or_a_part_of_orders_is_no_count_of_them(header):
    """A word that decides the meaning stands in both names, or nothing is proposed."""
    assert _guess(header).field == ""


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("order_count", "orders"),
        ("Order-Count", "orders"),
        ("Number of orders", "orders"),
        ("revenue_sum", "gmv"),
        ("Total Amount", "gmv"),
        ("ad_spend", "ad_spend"),
        ("Fecha", "date"),
    ],
)
def test_usual_names_are_known_however_their_words_are_joined(header, field):
    """Blank, dash and underscore join the words of a name alike, and the proposal is sure."""
    guess = _guess(header, ["2026-06-18"] if field == "date" else NUMBERS)
    assert (guess.field, is_sure(guess)) == (field, True)


@pytest.mark.parametrize(
    ("header", "field", "sure"),
    [
        pytest.param("商品支付金额", "gmv", 0.72, id="spelled alike: 8/10"),
        pytest.param("宝贝支付老买家数", "old_buyers", 0.7714, id="of items: 12/14"),
        pytest.param("宝贝的支付新买家数 ", "new_buyers", 0.72, id="of items: 12/15"),
        pytest.param("成功退款金额数", "refund_amount", 0.79, id="a count of it: 12/13 would be 0.83"),
    ],
)
def test_a_hint_in_one_name_only_leaves_a_check(header, field, sure):
    """Counting or items in one name and not in the other: what is spelled alike stays below likely."""
    guess = _guess(header)
    assert (guess.field, guess.sure) == (field, sure)
    assert not is_sure(guess)


@pytest.mark.parametrize("header", ["交易指数", "流量人气", "搜索热度", "Price index"])
def test_an_index_is_no_field(header):
    """An index is left open and says why."""
    guess = _guess(header)
    assert (guess.field, guess.reason) == ("", "guess-index")


@pytest.mark.parametrize(
    ("sure", "code"),
    [
        (1.0, "sure-certain"),
        (0.95, "sure-certain"),
        (0.9499, "sure-likely"),
        (0.8, "sure-likely"),
        (0.7999, "sure-ask"),
    ],
)
def test_how_sure_has_three_words(sure, code):
    """Certain from 95 %, likely from 80 %, a question below."""
    assert sureness(sure) == code


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        pytest.param("访客数", ["12.5%", "3%"], id="people that are rates"),
        pytest.param("访客数", ["0.5", "0.25"], id="people in halves"),
        pytest.param("支付金额", ["高", "低"], id="money that is words"),
        pytest.param("日期", ["周一", "周二"], id="days that are words"),
    ],
)
def test_cells_that_contradict_the_name_leave_it_open(header, cells):
    """A name is not enough: its cells must be able to be it."""
    guess = _guess(header, cells)
    assert (guess.field, guess.reason) == ("", "guess-odd")


def test_two_columns_never_stand_for_one_field():
    """The surer takes it, of equals the left one; the other names who has it."""
    found = guess_columns(
        ["成交额", "支付金额", "销售额"], dict.fromkeys(["成交额", "支付金额", "销售额"], profile(NUMBERS)), "ShopDay"
    )
    assert [guess.field for guess in found] == ["", "gmv", ""]
    assert found[0].seen["other"] == "支付金额"


@pytest.mark.parametrize(
    ("cells", "look"),
    [
        pytest.param(["", "-", "--"], Look.NOTHING, id="blank"),
        pytest.param(["2026-06-18", "20260619", "2026年6月20日"], Look.DAYS, id="days"),
        pytest.param(["1,234", "￥5", "1.2万", "3.0"], Look.NUMBERS, id="numbers"),
        pytest.param(["45678", "45679"], Look.NUMBERS, id="five digits are an amount, not a serial day"),
        pytest.param(["4.5%", "3％"], Look.RATES, id="rates"),
        pytest.param(["1分05秒", "00:01:05"], Look.DURATIONS, id="durations"),
        pytest.param(["601234567890", "601234567891"], Look.IDS, id="ids"),
        pytest.param(["1", "2", "3", "4", "无"], Look.NUMBERS, id="4 of 5 are enough"),
        pytest.param(["1", "2", "3", "无", "无"], Look.WORDS, id="3 of 5 are not"),
    ],
)
def test_a_column_looks_like_most_of_its_cells(cells, look):
    """Four in five of the filled cells decide."""
    assert profile(cells).look is look


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["日期", "成交额"], ["成交额（元）", " 日期", "", "日期"], True),
        (["日期", "UV"], ["日期", "ｕｖ"], True),
        (["日期", "访客数(2026-06-18)"], ["日期", "访客数(2026-06-19)"], True),
        (["日期", "成交额"], ["日期", "成交金额"], False),
        (["日期", "成交额"], ["日期", "成交额", "UV"], False),
    ],
    ids=["order and unit", "width and case", "a day in a header", "renamed", "added"],
)
def test_a_report_is_known_by_its_headers(one, other, same):
    """Order, spelling, repeats and days do not matter; a column more, less or renamed does."""
    assert (signature(one) == signature(other)) is same


def test_marks_fold_words_for_people_and_for_paying():
    """买家, 客户 and 用户 are people; 支付, 成交 and 付款 are one step."""
    assert marks("支付买家数") == marks("成交客户数") == marks("付款人数")
    assert marks("支付买家数") != marks("支付件数")


def _raw(*rows, file="x.csv"):
    return RawTable(file, "", tuple(map(tuple, rows)))


@pytest.mark.parametrize(
    ("raw", "table"),
    [
        (_raw(["日期", "支付金额"], ["2026-06-18", "5"]), "ShopDay"),
        (_raw(["日期", "渠道", "支付金额"], ["2026-06-18", "直播", "5"]), "SourceDay"),
        (_raw(["日期", "商品ID", "支付金额"], ["2026-06-18", "601234567890", "5"]), "ItemDay"),
        (_raw(["日期", "计划", "花费"], ["2026-06-18", "甲", "5"]), "PlanDay"),
        (_raw(["日期", "计划", "支付金额"], ["2026-06-18", "甲", "5"]), "ShopDay"),
        (_raw(["日期", "计划", "关键词", "花费"], ["2026-06-18", "甲", "裙", "5"]), "KeywordDay"),
        (_raw(["商品ID", "销量"], ["601234567890", "5"], file="商品_2026-06-18.csv"), "ItemDay"),
        (_raw(["日期：2026-06-18"], ["渠道", "UV"], ["直播", "5"]), "SourceDay"),
    ],
    ids=["days", "channels", "items", "plans", "plans without ads", "keywords", "day in the name", "day in a note"],
)
def test_the_key_columns_choose_the_table(raw, table):
    """The finest table whose key the sheet has; the shop's days where it has none."""
    assert propose(raw).table.name == table


def test_what_a_plug_in_copied_from_a_page_is_proposed():
    """A link tells the item's id where no column does; a count is one with the words that the page prints around it."""
    header = ["采集时间", "店铺名称", "商品名称", "商品链接", "到手价", "付款人数", "评论数", "交易指数"]
    link = "https://detail.example.com/item.htm?spm=1&id=684120337756"
    row = ["2026-06-18 10:00:00", "甲家纺旗舰店", "水洗棉四件套", link, "99", "300+人付款", "1.2万+", "8812"]
    proposal = propose(_raw(header, row))
    fields = ["date", "shop", "title", "item_id", "price", "monthly_sales", "reviews", ""]
    assert (proposal.table.name, [guess.field for guess in proposal.guesses]) == ("PeerLog", fields)
    with_id = propose(_raw([*header, "宝贝ID"], [*row, "684120337756"]))
    assert [guess.field for guess in with_id.guesses] == [*fields[:3], "link", *fields[4:], "item_id"]


@pytest.mark.parametrize(
    "raw",
    [
        _raw(["渠道", "UV"], ["直播", "5"]),
        _raw(["日期", "备注"], ["2026-06-18", "好"]),
        _raw(["2026-06-18", "5"], ["2026-06-19", "6"]),
        _raw(),
    ],
    ids=["no day", "no figure", "no header", "nothing"],
)
def test_without_day_figure_or_header_nothing_is_proposed(raw):
    """A table needs a header, a day and a figure."""
    assert propose(raw) is None


def test_columns_about_people_are_not_shown():
    """By their header or by what stands in them they stay out of the proposal, examples and all."""
    raw = _raw(["日期", "UV", "联系电话", "备用"], ["2026-06-18", "5", "1", "13800001234"])
    sheet = look_at(raw)
    assert (sheet.headers, sheet.personal) == (("日期", "UV"), ("联系电话", "备用"))
    assert "13800001234" not in repr(propose(raw).guesses)


@pytest.mark.parametrize("header", GIVEN_BACK)
@pytest.mark.parametrize("table", [table.name for table in FACT_TABLES])
def test_refunds_are_never_proposed_as_sales(header, table):
    """Even under the workbook's own names, what the orders of refunds were paid is no sale; without refunds it is one."""
    names = ["日期", "商品ID", "支付金额", "支付订单数", "支付件数", "支付买家数", "下单金额", "总成交金额", "退款金额"]
    row = ["2026-06-18", "601234567890", "129", "1", "2", "1", "129", "129", "20"]
    orders, refunds = _raw(names, row), _raw([*names, header], [*row, "21000000000000001"])
    figures = {"gmv", "orders", "items", "buyers", "order_amount", "ad_gmv"}
    assert {guess.field for guess in propose(orders, table=table).guesses} & figures
    assert not {guess.field for guess in propose(refunds, table=table).guesses} & figures


def test_a_report_that_was_refused_on_purpose_is_not_proposed():
    """A sheet with all an export needs and a column that says it is another one is left alone."""
    head = ["日期", "计划ID", "展现量", "点击量", "花费", "人群名字"]
    assert propose(_raw(head, ["2026-06-18", "7012345678", "10", "1", "5", "示例"])) is None


@pytest.mark.parametrize(
    ("head", "row", "figures"),
    [
        pytest.param(("日期", "支付金额", "怪"), ("5", "x"), True, id="an amount beside what nobody knows"),
        pytest.param(("日期", "怪数"), ("5",), False, id="a day alone"),
        pytest.param(("日期", "商品ID", "怪数"), ("601234567890", "6"), False, id="a key alone"),
    ],
)
def test_a_proposal_fills_something_where_a_column_is_a_figure(head, row, figures):
    """Days and ids say where figures would go, and are none."""
    proposal = propose(RawTable("表.csv", "", (head, *((f"2026-11-{day:02}", *row) for day in (9, 10)))))
    assert proposal.has_figures is figures
