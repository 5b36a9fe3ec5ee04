"""What the demo writes is what the importers read."""

from datetime import date

import pytest

from opsbook.exports.reading.readers import read_file
from opsbook.model.issues import Level
from opsbook.model.values import serial
from support.house import read_sheet as parse

KINDS = {  # start of the file name: importer, table, rows of all files together
    "【生意参谋平台】店铺整体日报": ("sycm-shop", "ShopDay", 485),
    "店铺-整体": ("sycm-shop", "ShopDay", 196),
    "【生意参谋平台】无线店铺流量来源": ("sycm-sources", "SourceDay", 60 * 16),
    "【生意参谋平台】商品_全部": ("sycm-items", "ItemDay", 11 * 24 + 3 * 23),
    "计划报表": ("wxt-plans", "PlanDay", 14 * 8),
    "关键词报表": ("wxt-keywords", "KeywordDay", 7 * 40),
    "竞品日志": ("peer-log", "PeerLog", 182),
    "商品-流失竞店分布": ("sycm-lost", "PeerLost", 7 * 7),
}


@pytest.fixture(scope="session")
def parsed(inbox):
    """What each file says, by name."""
    reads = {path.name: read_file(path) for path in inbox.files}
    assert {name: issues for name, (_, issues) in reads.items() if issues} == {}
    return {name: [parse(table) for table in tables] for name, (tables, _) in reads.items()}


@pytest.mark.parametrize("start", KINDS)
def test_every_file_is_claimed_whole(parsed, start):
    """One importer claims each file; no row is refused, no column unknown, nothing is worse than a remark."""
    kind, table, rows = KINDS[start]
    mine = [sheet for name, sheets in parsed.items() if name.startswith(start) for sheet in sheets]
    assert {(sheet.kind, sheet.rejected, sheet.unknown) for sheet in mine} == {(kind, 0, ())}
    assert {facts.table for sheet in mine for facts in sheet.facts} == {table}
    assert sum(len(facts.rows) for sheet in mine for facts in sheet.facts) == rows
    assert [issue for sheet in mine for issue in sheet.issues if issue.level is not Level.INFO] == []


def test_no_file_is_left_over(inbox):
    """Every file of the inbox is one of the kinds above."""
    assert [name for name in inbox.raw if not name.startswith(tuple(KINDS))] == []


def test_the_last_day_arrives_as_written(parsed):
    """The day after 双11 is read with its figures and is not taken for a part of a day."""
    rows = [row.values for sheets in parsed.values() for sheet in sheets for facts in sheet.facts for row in facts.rows]
    (day,) = [row for row in rows if row["date"] == serial(date(2026, 11, 12)) and "bounce_rate" in row]
    # Read off the file by eye.
    assert (day["visitors"], day["buyers"], day["gmv"], day["ad_spend"]) == (19305, 501, 101824.72, 11499.32)
    assert not day.get("partial")
