"""Ids of plans and of competitors' items in whole sheets, however their digits are written."""

import pytest

from opsbook.exports.reading.raw import RawTable
from opsbook.model.issues import Level
from support.house import read_sheet as parse

PLANS = ("日期", "计划ID", "计划名字", "展现量", "点击量", "花费")
PEERS = ("日期", "店铺", "商品ID", "券后价")


def _values(parsed):
    return [dict(fact.values) for facts in parsed.facts for fact in facts.rows]


@pytest.mark.parametrize(
    ("head", "row", "name", "ids", "problems"),
    [
        pytest.param(
            PLANS, ("{}", "甲", "9", "1", "2"), "plan_id", ["601234567", "601234568"], ["unclear-id"], id="plans"
        ),
        pytest.param(PEERS, ("某店", "{}", "88"), "item_id", ["601234567", "601234568", "6012345"], [], id="sightings"),
    ],
)
def test_an_id_is_one_however_it_is_written(head, row, name, ids, problems):
    """Thousands and a quote make no second plan; a page's own groups are an item, while a report's are refused."""
    spelled = ("601234567", "601,234,567", "`601234568", "60,12,345")
    rows = [("2026-06-1" + str(at), *(text.format(one) for text in row)) for at, one in enumerate(spelled)]
    parsed = parse(RawTable("a.csv", "", (head, *rows)))
    assert list(dict.fromkeys(row[name] for row in _values(parsed))) == ids
    assert [issue.code for issue in parsed.issues if issue.level is Level.ERROR] == problems


def test_two_items_in_one_cell_are_told():
    """Two ids pasted into a cell of the log are neither joined nor kept as one."""
    parsed = parse(RawTable("a.csv", "", (PEERS, ("2026-06-10", "某店", "684120337756 684120337757", "88"))))
    assert (_values(parsed), [issue.code for issue in parsed.issues]) == ([], ["unclear-id"])
