"""Headers: one spelling, parts never pass for the whole, people's columns never come in."""

import pytest

from opsbook.exports.platforms.normalize import plain_header
from opsbook.exports.privacy.scrub import is_personal, quote
from opsbook.exports.recognise.match_header import find_columns, match_header, near_misses
from opsbook.features.daily.exports import amazon, jd, pdd, service
from opsbook.features.daily.exports.sycm import SHOP
from opsbook.features.items.exports import douyin as douyin_items
from opsbook.features.items.exports import jd as jd_items
from opsbook.features.items.exports.sycm import ITEMS
from opsbook.features.promotion.exports import douyin, taobaoke
from opsbook.features.promotion.exports import jd as jd_ads
from opsbook.features.promotion.exports import pdd as pdd_ads
from opsbook.features.promotion.exports.wxt import KEYWORDS, PLANS
from opsbook.features.traffic.exports import SOURCES
from opsbook.model.records.export import Source
from support.house import IMPORTERS


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("访客数", "访客数"),
        (" 访客数\t", "访客数"),
        ("\ufeff日期", "日期"),
        ("访 客 数", "访客数"),
        ("访\xa0客数", "访客数"),
        ("支付金额（元）", "支付金额"),
        ("人均停留时长(秒)", "人均停留时长"),
        ("支付买家数(人)", "支付买家数"),
        ("访客数-全部渠道", "访客数"),
        ("ＵＶ价值", "uv价值"),
        ("商品Id", "商品id"),
        ("'当前时间'", "当前时间"),
        ('="日期"', "日期"),
        ("点击率(%)", "点击率(%)"),
        ("Sessions – Total", "sessions-total"),
        ("Sessions - Total", "sessions-total"),
        ("", ""),
    ],
)
def test_a_header_has_one_spelling(text, plain):
    """Width, case, blanks, units and channel suffix do not tell columns apart."""
    assert plain_header(text) == plain


@pytest.mark.parametrize(
    ("importer", "header", "not_this"),
    [
        (SHOP, "无线端访客数", "visitors"),
        (SHOP, "商品访客数", "visitors"),
        (SHOP, "新访客数", "visitors"),
        (SHOP, "下单金额", "gmv"),
        (SHOP, "支付新买家数", "buyers"),
        (SHOP, "下单转化率", "bounce_rate"),
        (SHOP, "支付父订单数", "orders"),
        (SHOP, "申请退款金额", "refund_amount"),
        (SHOP, "加购件数", "cart_users"),
        (SHOP, "淘宝客佣金", "ad_spend"),
        (SHOP, "访客指数", "visitors"),
        (ITEMS, "搜索引导访客数", "visitors"),
        (ITEMS, "年累计支付金额", "gmv"),
        (ITEMS, "商品加购件数", "cart_users"),
        (ITEMS, "商品跳失率", "exit_rate"),
        (ITEMS, "收藏人气", "fav_users"),
        (SOURCES, "直接支付买家数", "buyers"),
        (PLANS, "成交花费", "ad_spend"),
        (PLANS, "净成交金额", "ad_gmv"),
        (KEYWORDS, "总收藏加购数", "fav_users"),
        (KEYWORDS, "直接购物车数", "cart_users"),
        (jd.SHOP, "下单金额", "gmv"),
        (jd.SHOP, "下单客户数", "buyers"),
        (jd.SHOP, "商品访客数", "visitors"),
        (jd_items.ITEMS, "商品曝光人数", "visitors"),
        (jd_ads.SITEWIDE, "全站订单成本", "ad_spend"),
        (jd_ads.CLICKS, "直接订单金额", "ad_gmv"),
        (pdd.TRADE, "商品访客数", "visitors"),
        (pdd.TRADE, "退款金额", "refund_amount"),
        (pdd.TRADE, "老买家占比", "old_buyers"),
        (pdd.GOODS, "成交金额", "gmv"),
        (pdd.GOODS, "被访问商品数", "visitors"),
        (pdd_ads.ADS, "成交花费(元)", "ad_spend"),
        (pdd_ads.ADS, "净交易额(元)", "ad_gmv"),
        (pdd_ads.ADS, "结算交易额(元)", "ad_gmv"),
        (douyin.ADS, "用户实际支付金额", "ad_gmv"),
        (douyin.ADS, "净成交金额", "ad_gmv"),
        (douyin_items.ITEMS, "商品点击人数", "visitors"),
        (taobaoke.DAYS, "付款佣金支出", "ad_spend"),
        (taobaoke.DAYS, "结算支出费用", "ad_spend"),
        (taobaoke.DAYS, "结算金额", "ad_gmv"),
        (service.INQUIRIES, "咨询人数", "inquiries"),
        (service.INQUIRIES, "当日询单人数", "inquiries"),
        (service.INQUIRIES, "当日付款人数", "inquiry_buyers"),
        (amazon.SHOP, "Sessions - Total - B2B", "visitors"),
        (amazon.SHOP, "Ordered Product Sales - B2B", "gmv"),
        (amazon.SHOP, "Units Refunded", "items"),
    ],
)
def test_a_part_or_another_measure_never_passes_for_a_column(importer, header, not_this):
    """Headers that look alike but measure something else are not mapped to it."""
    assert not_this not in find_columns(importer, [header])[0]


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.id)
def test_a_literal_speaks_of_columns_its_table_has(importer):
    """Every id of a literal is a fact column of its table, every key has a source or is the day."""
    ids = {column.id for column in importer.table.columns}
    named = {source.id for source in importer.columns}
    assert named <= ids
    assert set(importer.needs) <= named
    assert set(importer.table.key) <= named | {name for name, _ in importer.fixed}
    assert {name for name, _ in importer.fixed} <= ids


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.id)
def test_an_index_is_never_an_amount(importer):
    """指数, 人气 and 热度 stand for figures the platform does not tell: no report reads a column called so."""
    read = [header for source in importer.columns for header in source.headers]
    assert [header for header in read if any(word in header for word in ("指数", "人气", "热度"))] == []


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.id)
def test_a_header_means_one_column_of_a_literal(importer):
    """Two columns of one literal never claim the same header."""
    owners = {}
    for source in importer.columns:
        for header in source.headers:
            assert owners.setdefault(plain_header(header), source.id) == source.id


@pytest.mark.parametrize(
    "header",
    [
        "买家会员名",
        "买家支付宝账号",
        "收货人姓名",
        "收货地址 ",
        "联系手机",
        "联系电话",
        "用户购买手机号",
        "买家留言",
        "发票抬头",
        "身份证号",
        "Email",
        "Billing Name",
        "Shipping Address1",
        "Phone",
        "收件人",
        "买家昵称",
    ],
)
def test_a_column_about_people_is_recognised(header):
    """Names, accounts, phones and addresses are personal."""
    assert is_personal(header)


@pytest.mark.parametrize(
    "header",
    [
        "访客数",
        "会员总数",
        "会员成交人数",
        "店铺名称",
        "商品名称",
        "计划名字",
        "旺旺咨询量",
        "旺旺人工响应时长",
        "买家数",
        "支付买家数",
        "手机端访客数",
        "客户数",
        "新客户数",
        "确认收货人数",
    ],
)
def test_a_measure_is_not_taken_for_people(header):
    """Counts of people are not personal data."""
    assert not is_personal(header)


def test_a_message_quotes_no_phone_number_and_no_essay():
    """A quoted cell with a mobile number is hidden, a long one cut short."""
    assert quote("13800138000") == "***"
    assert quote("电话13800138000转1") == "***"
    assert quote("601234567890") == "601234567890"
    assert quote("长" * 41) == "长" * 40 + "…"


def test_the_first_of_two_equal_headers_counts():
    """Of 整体 and 无线 columns with one name the leftmost, the whole, is used, and said so."""
    matched = match_header(SHOP, 0, ["日期", "访客数", "支付金额", "访客数"])
    assert matched.columns["visitors"] == (1,)
    assert matched.repeated == ("访客数",)


def test_the_best_name_counts_whatever_stands_left():
    """Of two names for one measure the better one is used, even further right."""
    matched = match_header(PLANS, 0, ["收藏宝贝数", "总收藏数"])
    assert matched.columns["fav_users"] == (1,)
    assert matched.mapping == {"总收藏数": "fav_users"}


def test_comparison_columns_are_passed_over_in_silence():
    """较…变化, 环比 and 同比 are neither mapped nor reported."""
    matched = match_header(SOURCES, 0, ["访客数", "访客数较前一日变化", "较上周期", "浏览量环比", "奇怪的列"])
    assert matched.unknown == ("奇怪的列",)


@pytest.mark.parametrize(
    ("header", "near"),
    [
        ("支付总金额", (("支付总金额", "支付金额"),)),
        ("支付金额指数", ()),
        ("支付金额较上期", ()),
        ("客单价", ()),
    ],
)
def test_a_renamed_column_is_suggested(header, near):
    """A near miss names the column it may be; indices and comparisons are never suggested."""
    assert near_misses([header], [Source("gmv", ("支付金额",))]) == near


@pytest.mark.parametrize(
    ("header", "name", "suggested"),
    [
        pytest.param("支付额度", "支付金额", True, id="three of four letters are 75 %"),
        pytest.param("abcdefghij1234", "abcdefghijklm", False, id="20 of 27 letters are 74.1 %"),
        pytest.param("支付金额", "支付总金额的合计", False, id="half"),
    ],
)
def test_a_header_is_suggested_from_three_quarters_alike(header, name, suggested):
    """Letters in common, in their order, over both names' letters: exactly 75 % is enough, anything less is not."""
    assert near_misses([header], [Source("gmv", (name,))]) == (((header, name),) if suggested else ())


def test_of_two_headers_the_more_alike_is_suggested():
    """A column is suggested once: 支付总金额 is alike by 8 of 9 letters, 支付总金的额 by 8 of 10."""
    headers = ["支付总金的额", "支付总金额"]
    assert near_misses(headers, [Source("gmv", ("支付金额",))]) == (("支付总金额", "支付金额"),)


def test_of_two_columns_the_more_alike_is_suggested():
    """A header is suggested once, for the column it is most alike, whichever is listed first."""
    sources = [Source("orders", ("支付总额度",)), Source("gmv", ("支付金额",))]
    assert near_misses(["支付总金额"], sources) == (("支付总金额", "支付金额"),)
    assert near_misses(["支付总金额"], sources[:1]) == (("支付总金额", "支付总额度"),)


def test_suggestions_stand_in_the_order_of_the_headers():
    """Whatever is most alike, a reader finds them from left to right."""
    sources = [Source("gmv", ("支付金额",)), Source("visitors", ("全店访客数",))]
    assert near_misses(["全店总访问客数", "支付总金额"], sources) == (
        ("全店总访问客数", "全店访客数"),
        ("支付总金额", "支付金额"),
    )


@pytest.mark.parametrize(("headers", "sources"), [([], [Source("gmv", ("支付金额",))]), (["支付总金额"], [])])
def test_nothing_is_suggested_from_nothing(headers, sources):
    """Without a header or without a missing column there is nothing to guess."""
    assert near_misses(headers, sources) == ()
