"""Which day a row belongs to: column, then notes, then file name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.platforms.dates import (
    Span,
    exported_on,
    read_day,
    read_span,
    span_in_name,
    span_in_notes,
)

DAY = date(2026, 6, 18)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-06-18", DAY),
        ("2026/6/18 0:00", DAY),
        ("2026/6/18", DAY),
        ("2026.06.18", DAY),
        ("20260618", DAY),
        ("20260618000000", DAY),
        ("2026年06月18日 12:39:34", DAY),
        ("2026年6月18日", DAY),
        ("2026-06-18 00:00:00", DAY),
        ("2026-06-18T23:59:59", DAY),
        ("2026-06-18\t", DAY),
        ("46191", DAY),
        ("46191.5", DAY),
        ("12-29-25", date(2025, 12, 29)),
        ("6/18/26 13:40", DAY),
        ("2028-02-29", date(2028, 2, 29)),
        ("2026-02-29", None),
        ("2026-13-01", None),
        ("18-06-26", None),
        ("123", None),
        ("601234567890", None),
        ("合计", None),
        ("", None),
    ],
)
def test_a_date_is_read_in_every_spelling_seen(text, day):
    """All spellings of a day give that day; what is no day gives none."""
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2026-06-18", Span(DAY, DAY)),
        ("2024-01-01 ~ 2024-01-31", Span(date(2024, 1, 1), date(2024, 1, 31))),
        ("2024-01-01～2024-01-31", Span(date(2024, 1, 1), date(2024, 1, 31))),
        ("2024-01-01至2024-01-31", Span(date(2024, 1, 1), date(2024, 1, 31))),
        ("20260618000000~20260618005959", Span(DAY, DAY)),
        ("2026-06-19 ~ 2026-06-18", None),
        ("2026-06-18 ~ 明天", None),
        ("1~2~3", None),
    ],
)
def test_a_range_is_told_from_a_day(text, span):
    """A range gives both ends, one within a day gives that day, a reversed one nothing."""
    assert read_span(text) == span


@pytest.mark.parametrize(
    ("text", "day_first", "day"),
    [
        ("6/7/26", False, date(2026, 6, 7)),
        ("6/7/26", True, date(2026, 7, 6)),
        ("06/07/2026", False, date(2026, 6, 7)),
        ("06/07/2026", True, date(2026, 7, 6)),
        ("18.06.2026", True, DAY),
        ("18/06/2026", False, None),
        ("2026-06-18", True, DAY),
        ("06/07/2026", None, None),
    ],
)
def test_a_date_from_abroad_needs_its_order(text, day_first, day):
    """The order of day and month is said, not guessed from one date; at home a long American date is none."""
    assert read_day(text, day_first=day_first) == day


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day):
    """ISO, packed, Chinese and American spellings of any day of the century agree."""
    spellings = [day.isoformat(), f"{day:%Y%m%d}", f"{day.year}年{day.month}月{day.day}日", f"{day:%m-%d-%y}"]
    assert {read_day(text) for text in spellings} == {day}


@pytest.mark.parametrize(
    ("notes", "span"),
    [
        ([["统计日期：2026-06-18"]], Span(DAY, DAY)),
        ([["统计日期", "2026-06-18"]], Span(DAY, DAY)),
        ([["统计时间 2026-06-12 ~ 2026-06-18"]], Span(date(2026, 6, 12), DAY)),
        ([["日期：2026年6月18日"], ["导出时间：2026-06-19 10:00"]], Span(DAY, DAY)),
        ([["下载时间：2026-06-19"]], None),
        ([["指标口径自 2023-01-01 起调整"]], None),
        ([["统计日期"], [""]], None),
        ([], None),
    ],
)
def test_the_notes_above_the_header_name_the_day(notes, span):
    """Only a line about the period counts, never the time of the export or an explanation."""
    assert span_in_notes(notes) == span


@pytest.mark.parametrize(
    ("file", "span"),
    [
        ("【生意参谋平台】商品_全部_2026-06-18_2026-06-18.xls", Span(DAY, DAY)),
        ("【生意参谋平台】商品_全部_2026-06-18_2026-06-18 (1)(1).xls", Span(DAY, DAY)),
        ("无线店铺流量来源-2026-06-12_2026-06-18.xls", Span(date(2026, 6, 12), DAY)),
        ("店铺_20260618_全部渠道.xlsx", Span(DAY, DAY)),
        ("报表(20260618).csv", Span(DAY, DAY)),
        ("计划报表_20260619_110330.csv", None),
        ("计划报表20260619110330.csv", None),
        ("计划报表_20260620.csv", None),
        ("计划报表.csv", None),
        ("计划_601234567890.csv", None),
        ("2026-06-18_2026-06-18.zip/计划报表.csv", Span(DAY, DAY)),
        ("2026-06-17.zip/2026-06-18.csv", Span(DAY, DAY)),
    ],
)
def test_the_file_name_names_the_day(file, span):
    """A day or range counts; a stamp, or a lone date equal to the day of the export, says when the file was made."""
    assert span_in_name(file, date(2026, 6, 20)) == span


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("计划报表_20260619_110330.csv", date(2026, 6, 19)),
        ("a20260619110330.csv", date(2026, 6, 19)),
        ("商品_全部_2026-06-18_2026-06-18.xls", None),
        ("20260619_999999.csv", None),
        ("20261399_110330.csv", None),
    ],
)
def test_the_stamp_in_a_name_says_when_it_was_made(name, day):
    """Only a date with a time of day is a stamp."""
    assert exported_on(name) == day
