"""Names of columns as back-ends and people write them: most are known, and none is taken for another figure."""

import pytest

from opsbook.exports.mapping.guess import guess_columns, is_sure
from opsbook.exports.mapping.profile import profile
from opsbook.exports.platforms.synonyms import marks
from opsbook.exports.reading.raw import RawTable
from support.header_names import ASK, BUILD, CELLS, MEASURE, judge, names, share_right
from support.house import TABLE, propose

LEAST_RIGHT = 0.95
# Words that make another figure, or none, of a name that stands beside them.
DECIDING = (
    *(
        "净{}",
        "新{}",
        "平均{}",
        "人均{}",
        "预测{}",
        "去年{}",
        "退款{}",
        "加购{}",
        "{}率",
        "{}占比",
        "{}ID",
        "{}编号",
        "{}目标",
        "竞店{}",
    ),
    *(
        "net {}",
        "new {}",
        "average {}",
        "predicted {}",
        "last year {}",
        "refunded {}",
        "add-to-cart {}",
        "{} rate",
        "{} share",
        "{} ID",
    ),
    *("{} %", "{} per order", "unpaid {}", "{} - B2B"),
)


@pytest.mark.parametrize("half", [BUILD, MEASURE])
def test_most_names_are_proposed_right_and_none_wrong(half):
    """Of the names the rules were built with, and of those they have never seen, 95 in a hundred are right; none is surely wrong."""
    judged = [judge(name) for name in names(half)]
    assert [one.name.header for one in judged if one.wrong] == []
    assert share_right(judged) >= LEAST_RIGHT


def test_there_are_enough_names_of_every_kind():
    """Six hundred names at least, a third of them of none of our columns, and the halves share none."""
    both = [*names(BUILD), *names(MEASURE)]
    assert min(len(names(BUILD)), len(names(MEASURE))) >= 600
    assert sum(name.field == "" for name in both) * 3 >= len(both)
    assert len({name.platform for name in both}) >= 18
    assert {name.header for name in names(BUILD)}.isdisjoint(name.header for name in names(MEASURE))


FIGURES = [name for name in names(BUILD) if name.field not in {"", ASK} and name.cells in {"count", "amount"}]


@pytest.mark.parametrize("way", DECIDING)
def test_a_deciding_word_is_never_passed_over(way):
    """A known name with a word that decides the meaning is not surely the same figure any more."""
    told = []
    for name in FIGURES:
        header = way.format(name.header)
        if header.isascii() == name.header.isascii() and marks(header) != marks(name.header):
            guess = guess_columns([header], {header: profile(CELLS[name.cells])}, TABLE[name.table], dated=True)[0]
            told += [header] if is_sure(guess) and guess.field == name.field else []
    assert told == []


@pytest.mark.parametrize(
    ("rows", "proposed"),
    [
        pytest.param(
            (
                ("date", "new_orders", "order_count", "revenue_sum"),
                ("2026-11-09", "23", "56", "1000"),
                ("2026-11-10", "13", "51", "2000"),
            ),
            {"date": "date", "order_count": "orders", "revenue_sum": "gmv"},
            id="new orders are a part of the orders",
        ),
        pytest.param(
            (("Date", "Order ID", "Total Amount"), ("2026-11-09", "88601", "10.5"), ("2026-11-10", "88602", "11.5")),
            {"Date": "date", "Total Amount": "gmv"},
            id="an order's number counts nothing",
        ),
    ],
)
def test_what_is_proposed_for_tables_of_ones_own(rows, proposed):
    """What a command would confirm is the right columns and no other."""
    found = propose(RawTable("own.csv", "", rows))
    assert {guess.header: guess.field for guess in found.guesses if guess.field} == proposed
    assert all(map(is_sure, found.proposed))
