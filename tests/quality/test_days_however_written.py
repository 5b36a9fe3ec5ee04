"""A day is the same day however its cell writes it; what may be two days is none."""

import io
from datetime import date, datetime, timedelta

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opsbook.exports.reading.raw import RawTable
from opsbook.exports.reading.readers import read_file
from opsbook.model.values import from_serial
from support.house import read_sheet as parse

HEADER = ("统计日期", "访客数", "浏览量", "支付买家数", "支付件数", "支付金额")
WEEKDAYS = "一二三四五六日"
SURE = {  # ways in which a day can be written that leave no doubt
    "iso": lambda day: f"{day:%Y-%m-%d}",
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "dots": lambda day: f"{day:%Y.%m.%d}",
    "packed": lambda day: f"{day:%Y%m%d}",
    "midnight": lambda day: f"{day} 00:00:00",
    "zone": lambda day: f"{day}T00:00:00+08:00",
    "greenwich": lambda day: f"{day}T00:00:00.000Z",
    "chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "weekday": lambda day: f"{day}（周{WEEKDAYS[day.weekday()]}）",
    "words": lambda day: f"{day:%b} {day.day}, {day.year}",
    "long": lambda day: f"{day:%A}, {day:%B} {day.day}, {day.year}",
    "behind": lambda day: f"{day.day}-{day:%b}-{day.year}",
    "period": lambda day: f"{day} ~ {day}",
    "full width": lambda day: f"{day}".translate({ord("-"): "－"} | {48 + at: 0xFF10 + at for at in range(10)}),
}
OPEN = {"%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%m/%d/%y"}  # years of two digits are Excel's own, month first
IN_EXCEL = (
    "yyyy-mm-dd",
    "m/d/yyyy",
    "d/m/yyyy",
    "mm-dd-yy",
    "d-mmm-yy",
    "mmm d, yyyy",
    'yyyy"年"m"月"d"日"',
    "[$-409]dddd",
)
DAYS = st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), min_size=1, max_size=8, unique=True)


def _shop(cells):
    rows = tuple((cell, "10", "30", "5", "6", f"{at}") for at, cell in enumerate(cells))
    return parse(RawTable("店铺.csv", "", (HEADER, *rows)))


def _read(parsed):
    """Day by the row's number, which is its amount."""
    return {int(fact.values["gmv"]): from_serial(fact.values["date"]) for facts in parsed.facts for fact in facts.rows}


@given(days=DAYS, data=st.data())
def test_every_sure_way_of_writing_is_the_same_day(days, data):
    """One file may write each of its days another way."""
    ways = data.draw(st.lists(st.sampled_from(sorted(SURE)), min_size=len(days), max_size=len(days)))
    parsed = _shop([SURE[way](day) for way, day in zip(ways, days, strict=True)])
    assert _read(parsed) == dict(enumerate(days))
    assert (parsed.rejected, parsed.issues) == (0, ())


@pytest.mark.parametrize("way", sorted(OPEN))
@given(days=DAYS, sure=st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=2, unique=True))
def test_day_and_month_are_never_taken_for_each_other(way, days, sure):
    """Read as written, or the whole file is refused and its cell named; days in another way beside them do not matter."""
    sure = [day for day in sure if day not in days]
    parsed = _shop([*(f"{day:{way}}" for day in days), *map(str, sure)])
    if read := _read(parsed):
        assert read == dict(enumerate([*days, *sure]))
    else:
        assert parsed.rejected == len(days) + len(sure)
        assert {issue.code for issue in parsed.issues} & {"open-dates", "mixed-dates", "bad-date", "no-single-day"}
    if any(day.day > 12 for day in days) and way.endswith("Y"):
        assert read


@given(one=DAYS, other=DAYS, ways=st.permutations(["%d/%m/%Y", "%m/%d/%Y"]))
def test_of_two_ways_in_one_file_none_is_believed(one, other, ways):
    """Where both show themselves nothing is read; where one does, the other's days are either right or not there."""
    other = [day for day in other if day not in one]
    parsed = _shop([*(f"{day:{ways[0]}}" for day in one), *(f"{day:{ways[1]}}" for day in other)])
    if any(day.day > 12 for day in one) and any(day.day > 12 for day in other):
        assert _read(parsed) == {}
        assert "mixed-dates" in {issue.code for issue in parsed.issues}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=DAYS, kind=st.sampled_from(IN_EXCEL), time=st.sampled_from([0, 0, 10]))
def test_a_date_cell_of_excel_is_its_day_whatever_it_looks_like(days, kind, time, tmp_path):
    """A number with any format of a date; the hour of it does not matter."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page, look = book.add_worksheet(), book.add_format({"num_format": kind})
        page.write_row(0, 0, HEADER)
        for at, day in enumerate(days):
            moment = datetime.combine(day, datetime.min.time()) + timedelta(hours=time)
            page.write_datetime(at + 1, 0, moment, look)
            page.write_row(at + 1, 1, (10, 30, 5, 6, at))
    path = tmp_path / "店铺.xlsx"
    path.write_bytes(stream.getvalue())
    parsed = parse(read_file(path)[0][0])
    assert _read(parsed) == dict(enumerate(days))
