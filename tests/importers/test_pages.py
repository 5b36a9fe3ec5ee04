"""Figures and ids as pages of items show them, word by word."""

import pytest

from opsbook.exports.platforms.pages import count, item_id, price


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("684120337756", "684120337756"),
        ("https://detail.example.com/item.htm?abbucket=1&id=684120337756&ns=1", "684120337756"),
        ("https://item.example.com/100012043978.html?from=1", "100012043978"),
        (" 684 120 337 756\t", "684120337756"),
        ("684,120,337,756", "684120337756"),
        ("ID：６８４１２０", "684120"),
        ("0012", "0012"),
        ("60,12,345", "6012345"),
        ("684 120337756", "684120337756"),
        ("`684120337756", "684120337756"),
        ("’684,120,337,756", "684120337756"),
        ("684120\u200d337756", "684120337756"),
    ],
)
def test_an_item_is_its_digits(text, digits):
    """A link, spaces, commas and full-width digits make no other item; leading zeros stay."""
    assert item_id(text) == digits


@pytest.mark.parametrize(
    "text",
    [
        "",
        "B0C1XYZ",
        "-5",
        "1.5",
        "6.8e11",
        "https://example.com/item?spm=1",
        "12-34",
        "684120337756 684120337757",
        "684120337756\t99",
    ],
)
def test_what_is_no_row_of_digits_stays(text):
    """Other platforms' ids, and what is damaged, are left to those who judge them."""
    assert item_id(text) == text


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("300人付款", "300"),
        ("1万+人付款", "1万"),
        ("已售 1.2万+", "1.2万"),
        ("月销量：500件", "500"),
        ("2000以上", "2000"),
        ("1.5W+", "1.5万"),
        ("1,200 条评价", "1,200"),
        ("第3名", "3"),
        ("TOP 10", "10"),
    ],
)
def test_a_count_loses_the_words_around_it(text, figure):
    """What shops print beside the figure is no part of it."""
    assert count(text) == figure


@pytest.mark.parametrize("text", ["", "-", "暂无", "100-199", "100~199", "50%", "-1", "300元", "三百"])
def test_no_figure_is_made_of_what_is_none(text):
    """A range, a share, an amount or words stay as they are, to be reported."""
    assert count(text) == text


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("88起", "88"),
        ("￥88.00 起", "￥88.00"),
        ("券后价 79", "79"),
        ("到手¥1,280+", "¥1,280"),
        ("79元", "79元"),
        ("100", "100"),
    ],
)
def test_a_price_loses_the_words_around_it(text, figure):
    """A page that shows the lowest of several prices says 起."""
    assert price(text) == figure


@pytest.mark.parametrize("text", ["", "-", "面议", "88-199", "-5", "满300减30"])
def test_what_is_no_single_price_stays(text):
    """A range, words or a figure below nothing are left to those who judge them."""
    assert price(text) == text
