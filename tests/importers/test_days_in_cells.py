"""What a date cell says of its row: one day, several days, a moment elsewhere, or a day of some year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.platforms.dates import Span, read_day, read_span
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.model.values import from_serial
from support.house import decided
from support.house import read_sheet as parse

DAY = date(2026, 11, 9)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(
            (text, DAY)
            for text in ("Nov 9, 2026", "Nov. 9 2026", "November 9th, 2026", "9 Nov 2026", "09-Nov-2026", "9-Nov-26")
        ),
        *((text, DAY) for text in ("Mon, 9 Nov 2026", "Monday, November 9, 2026", "9 NOVEMBER 2026 10:00 AM")),
        *((text, DAY) for text in ("2026年11月9日 星期一", "2026-11-09（周一）", "2026-11-09 Mon", "2026年11月9号")),
        *((text, DAY) for text in ("2026-11-09T00:00:00Z", "2026-11-09T00:00:00.000Z", "2026-11-09T00:00:00+00:00")),
        *(
            (text, DAY)
            for text in ("2026-11-09T00:00:00+08:00", "2026-11-09T23:30:00+0800", "2026-11-09 10:00:00 -0500")
        ),
        *((text, None) for text in ("2026-11-08T16:00:00Z", "2026-11-09 00:00:01 UTC", "2026-11-08T16:00:00+00:00")),
        *(
            (text, None)
            for text in ("Nov 31, 2026", "Nov-26", "November", "Nov 2026", "周一", "9 Marketing 2026", "11月9日")
        ),
    ],
)
def test_a_day_in_words_is_read(text, day):
    """Names of months and weekdays, ISO moments of the shop's own clock; on Greenwich's clock midnight only."""
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "until", "day"),
    [
        ("11月9日", date(2026, 12, 31), DAY),
        ("11月9日", DAY, DAY),
        ("11月10日", DAY, date(2025, 11, 10)),
        ("Nov 9", DAY, DAY),
        ("9-Nov", DAY, DAY),
        ("2月29日", date(2026, 12, 31), None),
        ("2月29日", date(2028, 12, 31), date(2028, 2, 29)),
        ("2025年11月9日", DAY, date(2025, 11, 9)),
        ("13月1日", DAY, None),
    ],
)
def test_a_day_without_a_year_is_the_last_such_day(text, until, day):
    """Nothing after the last day that can be meant; a year that is written stays."""
    assert read_day(text, until=until) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        *(
            (text, 1, 30)
            for text in ("2026年11月", "2026-11", "2026/11", "2026年11月份", "Nov 2026", "November 2026", "Nov-2026")
        ),
        *((text, 1, 7) for text in ("2026/11/01-2026/11/07", "2026/11/1-2026/11/7", "2026年11月1日-2026年11月7日")),
        *((text, 1, 7) for text in ("20261101-20261107", "2026-11-01 to 2026-11-07", "Nov 1, 2026 - Nov 7, 2026")),
    ],
)
def test_months_and_ranges_are_several_days(text, first, last):
    """None of them is taken for its first day."""
    assert read_span(text) == Span(date(2026, 11, first), date(2026, 11, last))


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from("一二三四五六日"))
def test_every_day_is_read_back_from_words(day, weekday):
    """English, ISO with the shop's zone, and Chinese with a weekday agree; so does its month, which is none."""
    words = [f"{day:%b} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", f"{day.isoformat()}T10:00:00+08:00"]
    words += [f"{day.year}年{day.month}月{day.day}日 星期{weekday}", f"{day.isoformat()} ~ {day.isoformat()}"]
    assert {read_span(text) for text in words} == {Span(day, day)}
    assert read_day(f"{day.month}月{day.day}日", until=day) == day
    month = read_span(f"{day:%Y-%m}")
    assert month.first.day == 1
    assert not month.one_day
    assert month.first <= day <= month.last


HEAD = ("统计日期", "访客数", "浏览量", "支付买家数", "支付件数", "支付金额")


def shop(*days, file="店铺.csv", year=None, exported=None, head=HEAD, known=None):
    rows = (head, *((*day.split("|"), "10", "30", "5", "6", "50")[: len(head)] for day in days))
    raw = RawTable(file, "", rows, exported, {}, year)
    return parse(raw) if known is None else parse(raw, known)


def read(parsed):
    return [f"{from_serial(fact.values['date'])}" for facts in parsed.facts for fact in facts.rows]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026年11月", "not-daily"),
        ("2026-11-01~2026-11-07", "not-daily"),
        *(
            (text, "no-single-day")
            for text in ("2026-W45", "2026W45", "2026年第45周", "2026Q4", "2026年", "11月份", "202611")
        ),
        *(
            (text, "no-single-day")
            for text in ("11月1日~11月7日", "11.01-11.07 一周", "2026年11月上旬", "2026.11.1-11.7 ~ 8")
        ),
        ("2026-11-08T16:00:00Z", "utc-moment"),
        ("11月3日", "day-without-year"),
        ("次日", "bad-date"),
        ("2026-02-30", "bad-date"),
        ("-", "blank-date"),
    ],
)
def test_what_is_no_day_is_refused_for_its_reason(text, code):
    """The row is left out, its neighbours are not."""
    parsed = shop("2026-11-09", text)
    assert (read(parsed), parsed.rejected) == (["2026-11-09"], 1)
    (issue,) = parsed.issues
    assert (issue.code, issue.where.row, issue.where.column) == (code, 3, "统计日期")


@pytest.mark.parametrize(
    ("file", "year", "exported", "day"),
    [
        ("店铺_2025.csv", 2026, None, "2025-11-03"),
        ("店铺_2026年11月.csv", None, None, "2026-11-03"),
        ("店铺_20261104_093000.csv", 2024, None, "2026-11-03"),
        ("店铺_20261102_093000.csv", 2026, None, "2025-11-03"),
        ("店铺.csv", 2026, None, "2026-11-03"),
        ("店铺.csv", 2026, date(2026, 1, 5), "2025-11-03"),
        ("店铺.csv", 2026, date(2027, 1, 5), "2026-11-03"),
        ("店铺.csv", 2026, date(2025, 1, 5), "2026-11-03"),
    ],
)
def test_the_year_comes_from_the_name_else_from_the_workbook(file, year, exported, day):
    """Never a day after the file was made; each year taken is said once."""
    parsed = shop("11月3日", "Nov 2", file=file, year=year, exported=exported)
    assert read(parsed)[0] == day
    told = [issue for issue in parsed.issues if issue.code == "year-added"]
    assert (told[0].where.row, f"{told[0].seen['year']}") == (2, day[:4])
    assert len(told) == len({day[:4] for day in read(parsed)})


@pytest.mark.parametrize(
    ("start", "end", "row", "days"),
    [
        ("开始日期", "结束日期", "2026-11-01|2026-11-24", []),
        ("开始日期", "结束日期", "2026-11-01|2026-11-01", ["2026-11-01"]),
        ("开始日期", "结束日期", "2026-11-01|2026-11-02", []),
        ("开始日期", "结束日期", "2026-11-01|", ["2026-11-01"]),
        ("开始时间", "截止时间", "2026-11-01 20:00|2026-11-02 02:00", ["2026-11-01"]),
        ("开始时间", "截止时间", "2026-11-01 00:00|2026-11-03 00:00", []),
        ("Start date", "End date", "2026-11-01|2026-11-24", []),
        ("开始日期", "上架日期", "2026-11-01|2026-11-24", ["2026-11-01"]),
    ],
)
def test_the_other_end_of_a_period_is_asked(start, end, row, days):
    """A row whose period ends on another day is no day's; one that runs past midnight is, and so is one without an end."""
    head = (start, end, "看", "钱")
    fields = {start.lower().replace(" ", ""): "date", "钱": "gmv"}
    known = {signature(head): decided("自报", "ShopDay", fields)}
    assert read(shop(row, head=head, known=known)) == days
