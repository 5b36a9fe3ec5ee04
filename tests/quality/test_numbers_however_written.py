"""An amount is the same amount however its cell writes it; what may be two amounts is told and left out."""

import re

from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.reading.raw import RawTable
from support.house import read_sheet as parse

HEADER = ("统计日期", "访客数", "浏览量", "支付买家数", "支付件数", "支付金额")


def _grouped(cents, thousands, point):
    return f"{cents / 100:,.2f}".replace(",", "_").replace(".", point).replace("_", thousands)


HOME = {  # a point begins the decimals
    "plain": lambda cents: f"{cents / 100:.2f}",
    "short": lambda cents: f"{cents / 100:g}" if cents < 10**6 else f"{cents / 100:.2f}",
    "commas": lambda cents: _grouped(cents, ",", "."),
    "blanks": lambda cents: _grouped(cents, " ", "."),
    "no-break blanks": lambda cents: _grouped(cents, "\u00a0", "."),
    "narrow blanks": lambda cents: _grouped(cents, "\u202f", "."),
    "apostrophes": lambda cents: _grouped(cents, "'", "."),
    "yuan": lambda cents: f"{_grouped(cents, ',', '.')}元",
    "sign": lambda cents: f"¥ {_grouped(cents, ',', '.')}",
    "CN sign": lambda cents: f"CN¥{_grouped(cents, ',', '.')}",
    "code": lambda cents: f"{cents / 100:.2f} CNY",
    "dollars": lambda cents: f"US${_grouped(cents, ',', '.')}",
    "ten thousands": lambda cents: f"{cents / 10**6:.6f}万",
    "W": lambda cents: f"{cents / 10**6:.6f}W",
    "full width": lambda cents: f"{cents / 100:.2f}".translate({48 + at: 0xFF10 + at for at in range(10)}),
    "zero width": lambda cents: f"\u200b{cents / 100:.2f} ",
}
ABROAD = {  # a comma does
    "comma": lambda cents: f"{cents / 100:.2f}".replace(".", ","),
    "points": lambda cents: _grouped(cents, ".", ","),
    "blanks": lambda cents: _grouped(cents, " ", ","),
    "euro": lambda cents: f"{_grouped(cents, '.', ',')} €",
    "apostrophes": lambda cents: _grouped(cents, "'", ","),
}
CENTS = st.lists(st.integers(0, 10**10), min_size=1, max_size=8)


def _read(cells):
    """Amounts by row, None where none was read; and which rows a problem was told of."""
    rows = tuple((f"2026-11-{at:02}", *["10"] * 4, cell) for at, cell in enumerate(cells, 1))
    parsed = parse(RawTable("店铺.csv", "", (HEADER, *rows)))
    read = {int(fact.where.row): fact.values.get("gmv") for facts in parsed.facts for fact in facts.rows}
    told = {issue.where.row for issue in parsed.issues if issue.where.column == "支付金额"}
    return [read.get(at + 2) for at in range(len(cells))], [at + 2 in told for at in range(len(cells))]


def _ways(data, ways, count):
    return data.draw(st.lists(st.sampled_from(sorted(ways)), min_size=count, max_size=count))


@given(cents=CENTS, data=st.data())
def test_amounts_are_read_alike_however_each_cell_is_written(cents, data):
    """Thousands, currencies, units and signs of a page, another in each cell of one column."""
    cells = [HOME[way](one) for way, one in zip(_ways(data, HOME, len(cents)), cents, strict=True)]
    read, told = _read(cells)
    assert [round(one * 100) for one in read] == cents
    assert not any(told)


@given(cents=CENTS, data=st.data())
def test_amounts_with_a_decimal_comma_are_read_alike(cents, data):
    """The same of a file from a country where a comma begins the decimals."""
    cells = [ABROAD[way](one) for way, one in zip(_ways(data, ABROAD, len(cents)), cents, strict=True)]
    read, told = _read(cells)
    assert [round(one * 100) for one in read] == cents
    assert not any(told)


EITHER = {"home": HOME, "abroad": ABROAD}
OPEN = {"home": lambda yuan: f"{yuan:,}", "abroad": lambda yuan: f"{yuan:,}".replace(",", ".")}  # 1,234 and 1.234
MIXED = st.lists(
    st.tuples(st.sampled_from(sorted(EITHER)), st.integers(0, 10**10), st.booleans()), min_size=1, max_size=8
)


@given(meant=MIXED, data=st.data())
def test_where_both_ways_stand_in_one_column_no_cell_is_read_wrong(meant, data):
    """Each cell is read as it was meant, or it is left out and told; never a thousandth, never a hundredfold."""
    cells, right = [], []
    for side, cents, decimals in meant:
        ways = EITHER[side]
        cells.append(ways[data.draw(st.sampled_from(sorted(ways)))](cents) if decimals else OPEN[side](cents // 100))
        right.append(cents if decimals else cents // 100 * 100)
    # a lone 5,50 is a slip of the hand beside 5.50, and an amount without cents shows nothing
    shown = {"home"} if any(side == "home" and decimals and cents % 10 for side, cents, decimals in meant) else set()
    shown |= {"abroad"} if any(re.search(r"\d[. ']\d{3},\d\d", cell) for cell in cells) else set()
    read, told = _read(cells)
    for (side, *_), cents, value, problem in zip(meant, right, read, told, strict=True):
        assert (value is None) == problem
        if side in shown:
            assert value is None or round(value * 100) == cents
