"""A header stands in the first twenty rows of a sheet; nobody looks further, whoever looks."""

import pytest

from opsbook.exports.mapping.propose import look_at
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from support.house import decided
from support.house import read_sheet as parse

EXPORT = (("统计日期", "访客数", "支付金额"), ("2026-11-09", "5", "100"), ("2026-11-10", "7", "200"))
OWN_HEAD = ("日期", "成交额", "UV")
OWN = {signature(OWN_HEAD): decided("自定义", "ShopDay", {"日期": "date", "成交额": "gmv", "uv": "visitors"})}
STRANGE = (("某日", "流水额", "人气值"), ("2026-11-09", "5", "100"), ("2026-11-10", "7", "200"))


def below(notes, rows):
    """A sheet whose header stands below some lines of notes."""
    return RawTable("表.csv", "", (*[("说明",)] * notes, *rows))


@pytest.mark.parametrize(("notes", "found"), [(0, True), (18, True), (19, True), (20, False)])
def test_a_known_export_is_found(notes, found):
    """With its header in the twentieth row, not in the next."""
    parsed = parse(below(notes, EXPORT))
    assert (bool(parsed.kind), sum(len(facts.rows) for facts in parsed.facts)) == (found, 2 * found)


@pytest.mark.parametrize(("notes", "found"), [(19, True), (20, False)])
def test_a_report_of_ones_own_is_found(notes, found):
    """In as many rows as an export."""
    parsed = parse(below(notes, (OWN_HEAD, *EXPORT[1:])), OWN)
    assert bool(parsed.kind) is found


@pytest.mark.parametrize(("notes", "row"), [(0, 0), (19, 19), (20, None)])
def test_a_header_nobody_knows_is_proposed(notes, row):
    """In as many rows as an export."""
    sheet = look_at(below(notes, STRANGE))
    assert (sheet.row if sheet else None) == row


@pytest.mark.parametrize(("notes", "told"), [(19, ("missing-column", 20)), (20, ("unknown-export", 1))])
def test_a_column_an_export_lacks_is_told(notes, told):
    """In as many rows as an export; below them the note in the first row is all that is seen."""
    (issue,) = parse(below(notes, [("统计日期", "商品ID", "支付金额"), *EXPORT[1:]])).issues
    assert (issue.code, issue.where.row) == told


@pytest.mark.parametrize(("notes", "row", "found"), [(19, 20, 3), (20, 1, 1)])
def test_an_unknown_header_is_named(notes, row, found):
    """In as many rows as an export; below them the note is named."""
    (issue,) = parse(below(notes, [("会员等级名称", "会员数", "会员金额"), ("甲", "5", "100")])).issues
    assert (issue.code, issue.where.row, len(issue.seen["found"])) == ("unknown-export", row, found)
