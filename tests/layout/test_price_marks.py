"""The marks of the price comparison: one verdict in hand-worked answers, in Python and in LibreOffice."""

import re

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from opsbook.book.kit.format.cells import column_letters
from opsbook.features.competitors.rules.price_index import price_index
from opsbook.features.competitors.sheet.formulas import price_nodes
from opsbook.features.competitors.sheet.price_marks import highest, lowest
from opsbook.formulas.node import Name
from opsbook.formulas.value import compile_value
from opsbook.model.language import LANGS
from support.cells import MemoryCells
from support.house import plan_book

LETTERS = "BCDEFG"  # ours, then five peers
MARKS = [
    pytest.param((209, 180, 189, "", "", ""), "-L----", "H-----", id="ours is the dearest"),
    pytest.param((170, 180, 189, "", "", ""), "L-----", "--H---", id="ours is the cheapest"),
    pytest.param((185, 180, 189, 180, 189, 186), "-L-L--", "--H-H-", id="equal ends are all marked"),
    pytest.param((199, 199, 199, "", "", ""), "------", "------", id="all equal: no end"),
    pytest.param((199, "", "", "", "", ""), "------", "------", id="ours alone"),
    pytest.param(("", 180, "", "", "", ""), "------", "------", id="one peer alone"),
    pytest.param(("", 180, 189, "", "", ""), "-L----", "--H---", id="our price is unknown"),
    pytest.param(("", "", "", "", "", ""), "------", "------", id="nothing"),
    pytest.param((0, 180, 189, "", "", ""), "L-----", "--H---", id="a gift is a price"),
]


def marked(rule, prices, letter):
    """The cells of a row that a rule marks."""
    cells = MemoryCells(**dict(zip(LETTERS, prices, strict=True)))
    row = tuple(map(Name, LETTERS))
    held = (compile_value(rule(one, row))(cells, 0) for one in row)
    return "".join(letter if one else "-" for one in held)


@pytest.mark.parametrize(("prices", "low", "high"), MARKS)
def test_the_ends_of_a_row_are_marked(prices, low, high):
    """The lowest and the highest of our price and the peers', never where there is nothing to compare."""
    assert (marked(lowest, prices, "L"), marked(highest, prices, "H")) == (low, high)


@pytest.mark.libreoffice
@pytest.mark.parametrize("lang", LANGS)
def test_the_rules_of_the_sheet_mark_the_same(lang, recalc, tmp_path):
    """The conditional formats of the template, copied into cells, hold in LibreOffice where the answers say so."""
    sheet = next(sheet for sheet in plan_book(lang).sheets if sheet.id == "competitors")
    low, high = (rule for rule in sheet.rules if rule.formula.startswith("AND(ISNUMBER"))
    top, left, _, right = low.box
    rows = [mark.values for mark in MARKS]
    with xlsxwriter.Workbook(tmp_path / "marks.xlsx") as book:
        page = book.add_worksheet()
        for at, (prices, *answers) in enumerate(rows):
            for column, price in enumerate(prices, left):
                _put(page, top + at, column, price)
            for offset, (rule, answer) in enumerate(zip((low, high), answers, strict=True), 1):
                _copy(page, rule.formula, (top, left, top + at, offset * 10 + right), answer)
    answer = recalc(tmp_path / "marks.xlsx")
    assert (answer["errors"], answer["changed"]) == ([], [])


def _put(page, row, column, price):
    if price == "":
        page.write_formula(row, column, '=""', None, "")
    else:
        page.write_number(row, column, price)


def _copy(page, rule, place, answer):
    """A rule beside each cell of a row, as Excel reads it there; its answer as a number, which LibreOffice does not renew."""
    top, left, row, column = place
    for offset, held in enumerate(answer):
        own = re.sub(rf"(?<!\$){column_letters(left)}(?={top + 1}\b)", column_letters(left + offset), rule)
        here = re.sub(rf"(?<=[A-Z]){top + 1}\b", str(row + 1), own)
        page.write_formula(row, column + offset, f"=IF({here},1,0)", None, int(held != "-"))


PRICES = st.one_of(st.just(""), st.integers(1, 900).map(lambda cents: cents / 4))


@given(PRICES, st.lists(PRICES, min_size=5, max_size=5))
def test_the_formula_of_the_index_is_pythons(ours, peers):
    """The sheet's price index is the one that Python and the worksheet function give."""
    columns = {"item_id": "1", "ours": ours, **{f"peer{number}": price for number, price in enumerate(peers, 1)}}
    cells = MemoryCells({("PeerPrices", name): [value] for name, value in columns.items()})
    median = compile_value(price_nodes()["median"])(cells, 0)
    row = {("PeerPrices", "ours"): [ours], ("PeerPrices", "median"): [median]}
    index = compile_value(price_nodes()["index"])(MemoryCells(row), 0)
    known = price_index(ours or None, [price or None for price in peers])
    assert index == ("" if known is None else known)


@given(st.integers(1, 900), st.lists(st.integers(1, 900), min_size=1, max_size=5))
def test_the_place_in_the_band_lies_between_the_ends(ours, peers):
    """0 where nobody is cheaper, 1 where nobody is dearer, between them anywhere else; nothing where all are equal."""
    prices = {"ours": ours, **{f"peer{number}": "" for number in range(1, 6)}}
    prices |= {f"peer{number}": price for number, price in enumerate(peers, 1)}
    cells = MemoryCells({("PeerPrices", name): [value] for name, value in prices.items()})
    band = compile_value(price_nodes()["band"])(cells, 0)
    if {ours, *peers} == {ours}:
        assert band == ""
    else:
        assert (band == 0, band == 1) == (ours <= min(peers), ours >= max(peers))
        assert 0 <= band <= 1
