"""People in the text of cells: what is hidden, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.privacy.people import holds_people, mask
from opsbook.exports.privacy.scrub import hide_in_id, is_about_people, is_personal, quote
from opsbook.exports.reading.raw import RawTable
from support.house import read_sheet as parse

CARD = "11010519491231002X"  # the example of the standard


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("13800001234", "***", id="mobile"),
        pytest.param("+86 13800001234", "***", id="with-country"),
        pytest.param("8613800001234", "***", id="with-country-and-no-sign"),
        pytest.param("138 0000 1234", "***", id="blanks"),
        pytest.param("138-0000-1234", "***", id="dashes"),
        pytest.param("１３８００００１２３４", "***", id="full-width"),
        pytest.param("138****1234", "***", id="masked"),
        pytest.param("１３８＊＊＊＊１２３４", "***", id="masked-full-width"),
        pytest.param("138xxxx1234", "***", id="masked-with-letters"),
        pytest.param("tb13800001234的店", "tb***的店", id="within-a-word"),
        pytest.param("0571-88880000", "***", id="landline"),
        pytest.param("010-12345678", "***", id="landline-of-nobody"),
        pytest.param("（０２１）８８８８００００-801", "***", id="landline-in-brackets"),
        pytest.param(CARD, "***", id="identity-card"),
        pytest.param("110105********002X", "***", id="masked-card"),
        pytest.param("联系nobody@example.com", "联系***", id="mail"),
        pytest.param("浙江省杭州市西湖区子虚路99号", "***", id="address"),
        pytest.param("浙江省杭州市示例路 1 号", "***", id="address-with-blanks"),
        pytest.param("子虚大街1号院2号楼1605室", "***", id="flat"),
        pytest.param("乌有小区3栋2单元501室", "***", id="building"),
        pytest.param("乌有村十二号", "***", id="village"),
        pytest.param("杭州市余杭区乌有街道示例花园", "***", id="three-levels"),
        pytest.param("四件套 发往子虚路99号 包邮", "四件套 *** 包邮", id="within-a-title"),
        pytest.param("收货人：某某某", "***", id="labelled-name"),
        pytest.param("https://example.com 13800001234", "https://example.com ***", id="behind-a-link"),
        pytest.param("旺旺:tb_nobody 尺码M", "*** 尺码M", id="labelled-account"),
    ],
)
def test_a_person_in_a_text_is_hidden(text, kept):
    """Phones, cards, mail, addresses and labelled names give way to three stars, the words around them stay."""
    assert mask(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("601234567890", id="item-id"),
        pytest.param("12800001234", id="no-mobile-begins-so"),
        pytest.param("138000012345", id="twelve-digits"),
        pytest.param("1380000123", id="ten-digits"),
        pytest.param("6901234567892", id="barcode"),
        pytest.param("260517-123456789012345", id="order-number"),
        pytest.param("110105194912310021", id="card-with-a-wrong-check-sign"),
        pytest.param("2026-06-18 10:30:00", id="time"),
        pytest.param("20260619_110330", id="stamp"),
        pytest.param("1,234,567.89", id="amount"),
        pytest.param("四件套 1.8m床 200*230cm", id="size"),
        pytest.param("纸巾 100抽*24包", id="pieces"),
        pytest.param("100***200", id="three-stars"),
        pytest.param("5号电池 8节", id="battery"),
        pytest.param("一号公路风衣", id="a-brand-with-a-road"),
        pytest.param("丝路1号葡萄酒", id="a-road-that-is-none"),
        pytest.param("人民路12号店同款", id="a-branch"),
        pytest.param("网线5号线", id="a-line"),
        pytest.param("3座沙发 2件装", id="seats"),
        pytest.param("浙江省杭州市西湖区龙井村茶叶", id="where-it-comes-from"),
        pytest.param("买一送一 2024-2025新款", id="years"),
        pytest.param("电话手表 旺旺雪饼 地址贴", id="words-of-labels"),
        pytest.param("https://item.taobao.com/item.htm?id=13800001234", id="link"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_only_looks_like_a_person_stays(text):
    """Ids, amounts, times, sizes and brands in titles are kept as they are."""
    assert mask(text) == text


@given(st.text())
def test_what_was_hidden_stays_hidden(text):
    """Hiding twice is hiding once."""
    assert mask(mask(text)) == mask(text)


@given(before=st.text("棉被套 ", max_size=5), number=st.integers(0, 999_999_999), after=st.text("棉被套 ", max_size=5))
def test_no_mobile_gets_through(before, number, after):
    """Every mainland mobile in a title is hidden, in half width and in full."""
    phone = f"13{number:09}"
    wide = phone.translate({0x30 + digit: 0xFF10 + digit for digit in range(10)})
    assert mask(f"{before}{phone}{after}") == mask(f"{before}{wide}{after}") == f"{before}***{after}"


@pytest.mark.parametrize(
    ("cells", "about"),
    [
        pytest.param(["13800001234"] * 2 + [""] * 50, True, id="blanks-do-not-count"),
        pytest.param(["13800001234"] + ["1"] * 8, True, id="one-in-nine"),
        pytest.param(["13800001234"] + ["1"] * 9, False, id="one-in-ten"),
        pytest.param(["王某某", "李某"], True, id="names"),
        pytest.param(["88", "1,234", "9.9%"], False, id="figures"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_a_column_of_people_is_known_by_its_cells(cells, about):
    """More than one cell in ten that says who somebody is makes a column personal."""
    assert holds_people(cells) is about
    assert is_about_people([("x", cell) for cell in cells], 1) is about


def test_such_a_column_is_named_among_the_personal_ones():
    """A harmless header over phones is told as personal data, not as an unknown measure."""
    rows = (("统计日期", "访客数", "支付金额", "备用一", "备用二"), ("2026-06-16", "1", "2", "13800001234", "7"))
    told = {issue.code: issue.seen["columns"] for issue in parse(RawTable("a.csv", "", rows)).issues}
    assert told == {"personal-columns": ("备用一",), "unknown-columns": ("备用二",)}


@pytest.mark.parametrize(
    ("text", "kept"),
    [("13800001234", "13800001234"), ("AB_12", "AB_12"), ("13800001234 某", "*** 某"), ("138****1234", "***")],
)
def test_a_bare_id_stays_whole(text, kept):
    """An id of signs and digits only is never taken for a phone: old item ids look like one."""
    assert hide_in_id(text) == kept


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("王某某", "***"),
        ("欧阳某某", "***"),
        ("某某 13800001234", "***"),
        ("收货人：某某某", "***"),
        ("待更新", "待更新"),
        ("abc", "abc"),
    ],
)
def test_a_quoted_cell_with_a_person_is_hidden_altogether(text, said):
    """A message shows nothing of a cell that says who somebody is, a bare name included."""
    assert quote(text) == said


@pytest.mark.parametrize(
    "header", ["联系方式", "联系人", "买家", "客户", "QQ号", "生日", "Buyer", "Nickname", "a@b.cn"]
)
def test_a_header_that_names_people_is_personal(header):
    """Accounts, contacts and headers that are a person's data themselves stay outside."""
    assert is_personal(header)


@pytest.mark.parametrize("header", ["买家数", "客户数", "买家秀", "user_count", "手机端访客数", "联系人数", "收藏人数"])
def test_a_header_that_counts_people_is_not(header):
    """Counts are measures."""
    assert not is_personal(header)
