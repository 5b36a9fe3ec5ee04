"""One cell's text becomes the value its exporter meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.platforms import cells
from opsbook.exports.platforms.normalize import clean


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("1234", 1234, id="digits"),
        pytest.param("1,234", 1234, id="thousands"),
        pytest.param('"1,234.56"'.strip('"'), 1234.56, id="thousands-and-cents"),
        pytest.param("1,234,567", 1234567, id="millions"),
        pytest.param("￥99", 99, id="full-width-yuan"),
        pytest.param("¥1,234.5", 1234.5, id="yuan"),
        pytest.param("$38,000.00", 38000, id="dollar"),
        pytest.param("€12.50", 12.5, id="euro"),
        pytest.param("₹1,08,218.36", 108218.36, id="rupees-in-lakhs"),
        pytest.param("1,00,00,000", 10_000_000, id="a-crore"),
        pytest.param("-¥5.5", -5.5, id="negative-yuan"),
        pytest.param("1,234元", 1234, id="unit"),
        pytest.param("12.50元", 12.5, id="cents-and-unit"),
        pytest.param("3.0", 3, id="whole-float"),
        pytest.param("101.38\t", 101.38, id="tab-behind"),
        pytest.param("35188 ", 35188, id="blank-behind"),
        pytest.param("\ufeff12", 12, id="bom"),
        pytest.param("\xa012\xa0", 12, id="nbsp"),
        pytest.param("１２３", 123, id="full-width-digits"),
        pytest.param("１２，３４５．６", 12345.6, id="full-width-separators"),
        pytest.param("３．５万", 35000, id="full-width-ten-thousands"),
        pytest.param("1.1万元", 11000, id="ten-thousands-of-yuan"),
        pytest.param("1,234.5 万", 12345000, id="thousands-of-ten-thousands"),
        pytest.param("0.38亿", 38000000, id="hundred-millions"),
        pytest.param("￥-3.5万", -35000, id="negative-ten-thousands"),
        pytest.param("1.5e-05", 0.000015, id="tiny"),
        pytest.param("+5", 5, id="plus"),
        pytest.param(".5", 0.5, id="no-leading-zero"),
        pytest.param("0", 0, id="zero-is-a-value"),
        pytest.param('="120"', 120, id="formula-wrapped"),
    ],
)
def test_a_number_is_read_as_it_is_meant(text, value):
    """Signs, separators, currency and wrapping do not change a number, and whole numbers are ints."""
    assert cells.number(text) == value
    assert type(cells.number(text)) is type(value)


@pytest.mark.parametrize(
    ("text", "sign"),
    [("$38,000.00", "$"), ("￥99", "¥"), ("-£5", "£"), ("₹1,08,218.36", "₹"), ("8.33%", ""), ("99元", ""), ("", "")],
)
def test_a_currency_is_the_sign_in_front(text, sign):
    """The sign before the number names the currency; a number without one names none."""
    assert cells.currency(text) == sign


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "--", " --", "–", "—", "nan", "NaN", "None", "\\N", "/", "无退款申请", "-\t"]
)
def test_a_missing_token_is_no_value(text):
    """What exports write for 'nothing' is None, never 0."""
    assert cells.number(text) is None
    assert cells.seconds(text) is None
    assert cells.identifier(text) is None
    assert cells.share(text, points=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "1,23",
        "12,34.5",
        "123,45,678",
        "1,08,21",
        "1.2.3",
        "e5",
        ".",
        "12 34",
        "1 2345",
        "1'23",
        "12%",
        "4.6/4.7",
        "1e999",
        "12件",
        "--5",
        "1,2345",
        "¥",
        "万",
        "3万万",
        "万3",
        "3千",
    ],
)
def test_a_bad_number_is_refused(text):
    """What is no number raises the code of its issue instead of becoming a guess."""
    with pytest.raises(ValueError, match="bad-number"):
        cells.number(text)


@pytest.mark.parametrize(
    ("text", "points", "value"),
    [
        pytest.param("9.98%", False, 0.0998, id="percent-text"),
        pytest.param(" 28.80 %", True, 0.288, id="percent-text-is-never-divided-twice"),
        pytest.param("12.5％", False, 0.125, id="full-width-sign"),
        pytest.param("１２．５ ％", False, 0.125, id="all-full-width"),
        pytest.param("0.0998", False, 0.0998, id="fraction"),
        pytest.param("9.98", True, 0.0998, id="points"),
        pytest.param("0.98", True, 0.0098, id="small-points"),
        pytest.param("100%", False, 1, id="all"),
        pytest.param("-", True, None, id="missing"),
    ],
)
def test_a_rate_becomes_a_share_of_one(text, points, value):
    """The three ways of writing a percentage give the same share."""
    assert cells.share(text, points=points) == value


@pytest.mark.parametrize(
    ("column", "points"),
    [
        pytest.param(["48.2", "50.1", "0.9"], True, id="most-above-one"),
        pytest.param(["0.48", "0.5", "1.2"], False, id="one-outlier"),
        pytest.param(["9.98%", "0.0998"], False, id="signs-have-no-vote"),
        pytest.param(["9.98%", "12%"], False, id="only-signs"),
        pytest.param(["9.98%", "9.98"], True, id="bare-points-beside-signs"),
        pytest.param(["0", "0", "-", "45"], True, id="zeros-have-no-vote"),
        pytest.param(["1", "0.5"], False, id="exactly-one-is-a-share"),
        pytest.param(["2", "0.5"], False, id="a-tie-is-shares"),
        pytest.param(["x", ""], False, id="nothing-to-judge"),
    ],
)
def test_the_bare_numbers_of_a_rate_column_are_judged_together(column, points):
    """Percent points are recognised by the majority of the column's bare numbers."""
    assert cells.in_points(column) is points


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("11秒", 11),
        ("2分30秒", 150),
        ("2分", 120),
        ("7小时41分52秒", 27712),
        ("1天2小时", 93600),
        ("00:02:30", 150),
        ("30:00:00", 108000),
        ("23.50", 23.5),
        ("1.5秒", 1.5),
        ("0", 0),
    ],
)
def test_a_duration_becomes_seconds(text, value):
    """Spelled, clocked and plain durations are seconds."""
    assert cells.seconds(text) == value


@pytest.mark.parametrize("text", ["分秒", "2分30", "一会儿", "1:75:00"])
def test_a_bad_duration_is_refused(text):
    """What is no duration raises the code of its issue."""
    with pytest.raises(ValueError, match="bad-number"):
        cells.seconds(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("601234567890123", id="bare"),
        pytest.param('="601234567890123"', id="formula"),
        pytest.param("'601234567890123", id="apostrophe"),
        pytest.param("’601234567890123", id="curly"),
        pytest.param("＇601234567890123", id="full-width-apostrophe"),
        pytest.param("`601234567890123", id="back-tick"),
        pytest.param('"601234567890123"', id="quotes"),
        pytest.param('="\'601234567890123"', id="formula-and-apostrophe"),
        pytest.param("601234567890123\t", id="tab"),
        pytest.param("\t601234567890123", id="tab-before"),
        pytest.param("\u200b601234\u200d567890123\u2060\ufeff", id="zero-width"),
        pytest.param("\u202d601234567890123\u202c", id="direction-marks"),
        pytest.param("\xa0601234567890123\u3000", id="no-break"),
        pytest.param("６０１２３４５６７８９０１２３", id="full-width"),
        pytest.param("601234567890123.0", id="float"),
        pytest.param("601234567890123.00", id="two-decimals"),
        pytest.param("601,234,567,890,123", id="thousands"),
        pytest.param("`601,234,567,890,123", id="back-tick-and-thousands"),
        pytest.param("601,234,567,890,123.00", id="thousands-and-decimals"),
        pytest.param("６０１，２３４，５６７，８９０，１２３", id="full-width-thousands"),
        pytest.param("601 234 567 890 123", id="blanks"),
        pytest.param("601\u202f234\u202f567\u202f890\u202f123", id="narrow-blanks"),
        pytest.param("601.234.567.890.123", id="dots"),
    ],
)
def test_an_id_is_its_digits(text):
    """What a program, a country or an operator puts around or into the digits makes no other id."""
    assert cells.identifier(text) == "601234567890123"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("007", "007"),
        ("1,234", "1234"),
        ("260517-123", "260517-123"),
        ("`B0C1XYZ", "B0C1XYZ"),
        ("Ｂ０Ｃ１", "B0C1"),
        ("（夏）`", "（夏）`"),
        ("601.234", "601.234"),
        ("1.2.3", "1.2.3"),
        ("#1001", "#1001"),
    ],
)
def test_an_id_stays_text(text, value):
    """Leading zeros, letters, dashes and words stay; a fraction is no thousands."""
    assert cells.identifier(text) == value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("60,12,345", id="no-thousands"),
        pytest.param("6012,345", id="four-in-front"),
        pytest.param("601,2345", id="four-behind"),
        pytest.param("0,601,234", id="zero-in-front"),
        pytest.param("601,234 567", id="two-separators"),
        pytest.param("601,234,", id="comma-behind"),
        pytest.param("601 234", id="one-blank"),
        pytest.param("601234567890123,601234567890124", id="two-ids"),
        pytest.param("601234567890123\n601234567890124", id="two-lines"),
        pytest.param("60,12,345.0", id="decimals"),
        pytest.param("６０，１２，３４５", id="full-width"),
    ],
)
def test_an_id_in_pieces_is_refused(text):
    """Digits broken up otherwise than into thousands may be two ids and are never joined."""
    with pytest.raises(ValueError, match="unclear-id"):
        cells.identifier(text)


@pytest.mark.parametrize(
    "text", ["1.37359E+14", "1.37359e+14", "6,01E+14", "6E+11", '="1.2E+11"', "`6.01E+14", "６.０１Ｅ+１４"]
)
def test_an_id_in_scientific_notation_is_refused(text):
    """An id that Excel rounded cannot be repaired and is never guessed."""
    with pytest.raises(ValueError, match="damaged-id"):
        cells.identifier(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=1+1", "=1+1"),
        ("+86 优惠", "+86 优惠"),
        ("-50% 大促", "-50% 大促"),
        ("@品牌", "@品牌"),
        ('="连衣裙"', "连衣裙"),
        ("'007", "007"),
        ("\ufeff连衣裙\t", "连衣裙"),
        ("两行\r\n标题", "两行 标题"),
        ("\x07响铃", "响铃"),
        ("nan", "nan"),
        ("（夏）", "（夏）"),
        ("-", None),
        ("", None),
    ],
)
def test_text_keeps_its_meaning(text, value):
    """Text loses its wrapping only: formula signs and full-width brackets stay, a brand called nan too."""
    assert cells.words(text) == value


@given(st.floats(min_value=0, max_value=1e12).map(lambda value: round(value, 2)))
def test_a_number_survives_the_platforms_formatting(value):
    """A number written with thousands separators and two decimals is read back as itself."""
    assert cells.number(f"{value:,.2f}") == value


@given(st.text())
def test_cleaning_twice_changes_nothing_printable(text):
    """Cleaned text has no white space around it and no control characters in it."""
    bare = clean(text)
    assert bare == bare.strip()
    assert not any(sign in bare for sign in "\t\r\n\x00\ufeff")
