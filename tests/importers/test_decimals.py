"""Whether a comma begins decimals is decided for a column, by its own cells or by those of its file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.mapping.profile import Look, profile
from opsbook.exports.platforms import cells
from opsbook.exports.platforms.decimals import Decimals, decimals
from opsbook.exports.reading.raw import RawTable
from support.house import read_sheet as parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            (text, 5500.5)
            for text in ("CN¥5,500.50", "￥5,500.50", "RMB 5,500.50", "5,500.50 CNY", "US$ 5500.5", "$5,500.5")
        ),
        *(
            (text, 6000)
            for text in ("¥ 6 000", "6\u202f000", "6\u00a0000", "6\u2009000", "6'000", "6\u2019000.00", "0.6W")
        ),
        *((text, 6000) for text in ("0.6w", "0.6万", "0.6 W", "6000元", "¥0.6万", "6 000.00 €")),
        ("-¥6 000", -6000),
        ("1 234 567.5", 1234567.5),
        ("1.2万", 12000),
    ],
)
def test_a_figure_is_read_in_every_spelling_seen(text, value):
    """Currencies before and behind it, blanks and apostrophes between thousands, W for ten thousand."""
    assert cells.number(text) == value


@pytest.mark.parametrize("text", ["6 00", "60 0000", "1 23 456", "6' 000", "W", "5 5,500", "6 000元元", "CN¥"])
def test_broken_thousands_are_no_number(text):
    """Blanks part groups of three only."""
    with pytest.raises(ValueError, match="bad-number"):
        cells.number(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, 1234.56) for text in ("1.234,56 €", "€1.234,56", "1234,56", "1 234,56", "1'234,56")),
        ("1.234", 1234),
        ("1.234.567", 1234567),
        ("1,234", 1.234),
        ("0,5", 0.5),
        ("12", 12),
    ],
)
def test_a_figure_with_a_decimal_comma(text, value):
    """Points and blanks part thousands then."""
    assert cells.number(text, comma=True) == value


@pytest.mark.parametrize("text", ["1,234.56", "12.5", "1.23", "1,2,3"])
def test_what_contradicts_a_decimal_comma_is_no_number(text):
    """It is refused, not read the other way."""
    with pytest.raises(ValueError, match="bad-number"):
        cells.number(text, comma=True)


@pytest.mark.parametrize(
    ("columns", "comma", "both"),
    [
        ([["1.234,56", "1.234"]], {0}, ()),
        ([["1,234.56", "1,234"]], (), ()),
        ([["12,5", "3,25"]], {0}, ()),
        ([["1.234,56"], ["1.234", "7"]], {0, 1}, ()),
        ([["12,5"], ["1.234", "7"]], {0, 1}, ()),
        ([["1.234", "7.125"]], (), ()),
        ([["1,234", "2,345"], ["7"]], (), ()),
        pytest.param([["1,234", "2,345", "1,5"]], (), {0}, id="one slip among thousands"),
        pytest.param([["1,234.50", "1,5"]], (), (), id="a point is sure, the slip is none"),
        pytest.param([["1.234,56", "12.5"]], (), {0}, id="both ways in a column"),
        pytest.param(
            [["1.234,56"], ["12.5"], ["1.234"]], {0}, {2}, id="columns of both ways, and one that says nothing"
        ),
        pytest.param([["1,5"], ["1,234"], ["1,234.5"]], {0}, (), id="thousands elsewhere stay thousands"),
        pytest.param([["1.234,56"], ["1,234"]], {0}, {1}, id="thousands, or a fraction as the file writes them"),
        ([["8,33%", "12%"]], {0}, ()),
        ([[], ["", "-"]], (), ()),
    ],
)
def test_a_column_tells_how_it_is_written(columns, comma, both):
    """Sure signs decide, those of the file where the column has none; what stays open is said to be."""
    assert decimals(dict(enumerate(columns))) == Decimals(frozenset(comma), frozenset(both))


def test_a_count_has_no_decimals():
    """1,5 visitors are a slip of the hand and say nothing of how the file is written."""
    assert decimals({0: ["1,234", "1,5"], 1: ["1.234"]}, whole=[0]) == Decimals()
    assert decimals({0: ["1.234.567"]}, whole=[0]) == Decimals(frozenset({0}))


@given(st.lists(st.integers(0, 10**9), min_size=1), st.sampled_from([",.", ".,", " ,", " ."]))
def test_amounts_are_read_back_or_not_at_all(cents, signs):
    """Amounts written one way with their two decimals are read that way; no cell is read another way."""
    thousands, point = signs
    texts = [f"{one / 100:,.2f}".replace(",", "_").replace(".", point).replace("_", thousands) for one in cents]
    found = decimals({0: texts})
    assert not found.both
    assert [cells.number(text, comma=0 in found.comma) for text in texts] == [one / 100 for one in cents]


HEAD = ("统计日期", "访客数", "浏览量", "支付买家数", "支付件数", "支付金额")


def shop(*rows):
    parsed = parse(RawTable("店铺.csv", "", (HEAD, *((f"2026-11-{9 + at:02}", *row) for at, row in enumerate(rows)))))
    return [(fact.values.get("visitors"), fact.values.get("gmv")) for fact in parsed.facts[0].rows], parsed.issues


def test_a_file_with_decimal_commas_is_read_as_a_whole():
    """Thousands of its counts are thousands, for its amounts tell."""
    read, issues = shop(("1.100", "3.300", "55", "66", "1.234,56 €"), ("900", "2.700", "45", "54", "300,00 €"))
    assert (read, issues) == ([(1100, 1234.56), (900, 300)], ())


def test_what_may_be_two_numbers_is_told():
    """A column with both ways: what stands in one way only is read or told, what stands in both is told."""
    read, issues = shop(
        ("1,100", "3", "5", "6", "1,234"), ("900", "3", "5", "6", "1,5"), ("900", "3", "5", "6", "2000")
    )
    assert read == [(1100, None), (900, None), (900, 2000)]
    assert [(one.code, one.where.row, one.seen["value"]) for one in issues] == [
        ("unclear-number", 2, "1,234"),
        ("bad-number", 3, "1,5"),
    ]


def test_a_cell_of_ten_thousands_keeps_its_own_unit():
    """0.6W under a header of 万元 is 6,000, not 60,000,000."""
    head = (*HEAD[:-1], "支付金额(万元)")
    parsed = parse(
        RawTable(
            "店铺.csv",
            "",
            (head, ("2026-11-09", "1", "1", "1", "1", "0.6W"), ("2026-11-10", "1", "1", "1", "1", "0.6")),
        )
    )
    assert [fact.values["gmv"] for fact in parsed.facts[0].rows] == [6000, 6000]


@pytest.mark.parametrize(
    ("column", "broken"), [(["1.234,56", "2,50"], True), (["1.234", "5"], False), (["1,234.5"], True)]
)
def test_columns_nobody_knows_look_like_numbers_either_way(column, broken):
    """A decimal comma does not make words of a figure."""
    found = profile(column * 3)
    assert (found.look, found.broken) == (Look.NUMBERS, broken)
