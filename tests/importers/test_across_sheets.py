"""One key in several sheets of one file never ends as what the last sheet says."""

import pytest

from opsbook.exports.reading.raw import RawTable
from opsbook.model.issues import Level
from opsbook.model.values import from_serial
from support.house import agreeing
from support.house import read_sheet as parse

SHOP = "统计日期 访客数 支付金额"
DAYS = ("2026-11-07 1 10", "2026-11-08 2 20", "2026-11-09 3 30")


def sheet(*lines, name="", file="日报.csv"):
    return RawTable(file, name, tuple(tuple(line.split()) for line in lines))


def figures(parsed):
    """Sales by day of the month."""
    rows = [fact.values for facts in parsed.facts for fact in facts.rows]
    return {from_serial(values["date"]).day: values["gmv"] for values in rows}


def said(parsed):
    return [issue for issue in parsed.issues if issue.code == "sheets-disagree"]


@pytest.mark.parametrize(
    ("second", "left"),
    [
        pytest.param("2026-11-09 3 31", {7: 10, 8: 20}, id="contradicts"),
        pytest.param("2026-11-09 - 30", {7: 10, 8: 20, 9: 30}, id="agrees"),
        pytest.param("2026-11-10 4 40", {7: 10, 8: 20, 9: 30, 10: 40}, id="another-day"),
    ],
)
@pytest.mark.parametrize("turned", [False, True], ids=["as-told", "turned"])
def test_sheets_of_one_file_that_disagree_are_told(second, left, turned):
    """A day to which two sheets give different figures is left out of both, whichever is the later sheet."""
    sheets = [sheet(SHOP, *DAYS, name="甲"), sheet(SHOP, second, name="乙")]
    found = agreeing([parse(one) for one in (sheets[::-1] if turned else sheets)])
    assert {day: value for one in found for day, value in figures(one).items()} == left
    told = [(one.code, one.level, one.where.sheet, one.seen["sheet"]) for parsed in found for one in said(parsed)]
    pairs = [("甲", "乙"), ("乙", "甲")][:: -1 if turned else 1]
    assert told == ([("sheets-disagree", Level.ERROR, *pair) for pair in pairs] if 9 not in left else [])
    assert sum(one.rejected for one in found) == 2 * (9 not in left)


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(
            [sheet(SHOP, *DAYS, file="一.zip/甲.csv"), sheet(SHOP, "2026-11-09 3 31", file="一.zip/乙.csv")], id="files"
        ),
        pytest.param([sheet(SHOP, *DAYS), sheet("日期 询单人数 最终付款人数", "2026-11-09 3 1")], id="exports"),
        pytest.param(
            [sheet(f"{SHOP} 询单人数", "2026-11-09 3 30 8"), sheet("日期 询单人数 最终付款人数", "2026-11-09 9 1")],
            id="exports-that-differ",
        ),
    ],
)
def test_files_and_exports_have_rules_of_their_own(pair):
    """Two files of a zip, and two exports in one workbook, are none of this."""
    parsed = tuple(parse(one) for one in pair)
    assert agreeing(parsed) == parsed


def test_tables_of_one_page_are_told_apart():
    """Tables of a web page have no names and may hold their rows at the same places."""
    found = agreeing([parse(sheet(SHOP, DAYS[0])), parse(sheet(SHOP, "2026-11-07 1 11"))])
    assert [(figures(one), len(said(one))) for one in found] == [({}, 1), ({}, 1)]
