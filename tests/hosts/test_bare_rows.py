"""Rows of a table in which a calculated column holds no formula, on every host."""

import pytest

from opsbook.hosts.host import Cached, FormulaColumn
from support.small_book import RATE

NEW = 46339.0


def _cached(*values, bare=frozenset({3})):
    return Cached({("Day", "访客价值"): FormulaColumn(RATE, (2.5, 2.0, "", *values), bare)})


@pytest.fixture
def bare(shelf):
    """The table with a fourth row, whose rate is blank."""
    row = {"日期": NEW, "访客数": 5.0, "支付金额": 20.0, "访客价值": ""}
    assert shelf.host.upsert_rows("Day", ["日期"], [row]).added == 1
    return shelf


def test_an_empty_text_keeps_the_formula_out_of_a_new_row(bare):
    """The cell is blank though its column is calculated; other calculated columns are continued."""
    after = bare.reopened().read_table("Day")
    assert after.rows[3][:5] == (NEW, 5.0, 20.0, None, None)
    bare.host.set_cached(_cached(None))
    assert bare.reopened().read_table("Day").rows[3][4] is None


def test_a_row_without_the_formula_is_left_alone(bare):
    """It is neither filled, nor told, nor restored; where it should hold one it is filled."""
    for act in (bare.host.set_cached, bare.host.overwritten, bare.host.restore):
        assert list(act(_cached(None))) == []
    assert bare.reopened().read_table("Day").rows[3][4] is None
    bare.host.set_cached(_cached(4.0, bare=frozenset()))
    assert bare.reopened().read_table("Day").rows[3][4] == 4.0


def test_what_somebody_put_there_stays(bare):
    """A word typed into the row is nobody's business; one over a formula elsewhere is still told."""
    for day in (NEW, 46338.0):
        bare.host.upsert_rows("Day", ["日期"], [{"日期": day, "访客价值": "我的"}])
    assert [one.place.row for one in bare.host.set_cached(_cached(None))] == [0]
    assert bare.reopened().read_table("Day").rows[3][4] == "我的"
