"""Dates that cells leave undecided are read as their number formats show them."""

from datetime import date, datetime

import pytest
import xlsxwriter

from opsbook.exports.reading import date_formats
from opsbook.exports.reading.readers import read_file
from opsbook.model.values import from_serial
from support.house import read_sheet as parse
from support.packages import parts, write

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
TEXT = "06/07/2026"
CHINESE, BUILT_IN = 'yyyy"年"m"月"', 57  # what Excel writes for 2026年11月, by its own text or by number only


def _file(folder, header, rows, day_format):
    """A workbook whose first column is under one number format."""
    path = folder / "店铺整体_20270105_090530.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page, days = book.add_worksheet(), book.add_format({"num_format": day_format})
        page.write_row(0, 0, header)
        for at, (day, *figures) in enumerate(rows, 1):
            (page.write_string if isinstance(day, str) else page.write)(at, 0, day, days)
            page.write_row(at, 1, figures)
    return path


def _column(path):
    ((raw,), issues) = read_file(path)
    assert issues == ()
    return [row[0] for row in raw.rows[1:]]


@pytest.mark.parametrize(
    ("day_format", "shown"),
    [
        *(
            (month, "2026-11-01 ~ 2026-11-30")
            for month in (CHINESE, BUILT_IN, 17, "yyyy-mm", "[$-804]yyyy年m月;@", "m月")
        ),
        *((day, "2026-11-01") for day in (14, 31, 58, "yyyy-mm-dd", 'm"月"d"日"', "[$-F800]dddd, mmmm dd, yyyy")),
        pytest.param("yyyy-mm hh:mm", "2026-11-01", id="a moment"),
        pytest.param("yyyy", "2026-11-01", id="a year that begins in November"),
    ],
)
def test_the_first_of_a_month_is_a_day_or_the_month(day_format, shown, tmp_path):
    """A date cell shown without its day stands for the whole month, whatever number lies in it."""
    assert _column(_file(tmp_path, ["日期"], [[NOVEMBER]], day_format)) == [shown]


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ((NOVEMBER, DECEMBER), ["2026-11-01 ~ 2026-11-30", "2026-12-01 ~ 2026-12-31"]),
        ((date(2028, 2, 1),), ["2028-02-01 ~ 2028-02-29"]),
        pytest.param(
            (NOVEMBER, date(2026, 11, 2)), ["2026-11-01", "2026-11-02"], id="other days tell that they are days"
        ),
        pytest.param((datetime(2026, 11, 1, 9),), ["2026-11-01 09:00:00"], id="so does a time of day"),
        pytest.param((46327,), ["2026-11-01 ~ 2026-11-30"], id="a bare number under that format"),
    ],
)
def test_a_column_of_firsts_only_is_asked_about(days, shown, tmp_path):
    """Where any cell is another day, the column holds days."""
    assert _column(_file(tmp_path, ["日期"], [[day] for day in days], CHINESE)) == shown


def test_a_year_stands_for_its_days(tmp_path):
    """As a month does for its own."""
    assert _column(_file(tmp_path, ["日期"], [[date(2026, 1, 1)]], "yyyy")) == ["2026-01-01 ~ 2026-12-31"]


@pytest.mark.parametrize(
    ("day_format", "texts", "shown"),
    [
        ("dd/mm/yyyy", [TEXT], ["2026-07-06"]),
        ("mm/dd/yyyy", [TEXT], ["2026-06-07"]),
        ("[$-809]d/m/yy;@", ["6/7/26", TEXT], ["2026-07-06", "2026-07-06"]),
        pytest.param("General", [TEXT], [TEXT], id="no format of a day"),
        pytest.param(14, [TEXT], [TEXT], id="the order of the reader's own computer"),
        pytest.param("mm/dd/yyyy", [TEXT, "13/07/2026"], [TEXT, "13/07/2026"], id="the cells tell it themselves"),
    ],
)
def test_the_format_tells_whether_the_day_comes_first(day_format, texts, shown, tmp_path):
    """A text that may be two days is the one that its cell's format is for."""
    assert _column(_file(tmp_path, ["Date"], [[text] for text in texts], day_format)) == shown


@pytest.mark.parametrize(
    ("day_format", "stored"), [(CHINESE, []), (BUILT_IN, []), ("yyyy-mm-dd", [NOVEMBER, DECEMBER])]
)
def test_a_month_is_not_stored_as_its_first_day(day_format, stored, tmp_path):
    """Sales of a month are refused as no daily data; the same numbers under a day's format are days."""
    rows = [[NOVEMBER, 900, 30_000], [DECEMBER, 800, 20_000]]
    ((raw,), _) = read_file(_file(tmp_path, ["统计日期", "访客数", "支付金额"], rows, day_format))
    parsed = parse(raw)
    assert [from_serial(fact.values["date"]) for facts in parsed.facts for fact in facts.rows] == stored
    told = [
        (issue.code, issue.seen["first"], issue.seen["last"]) for issue in parsed.issues if issue.code == "not-daily"
    ]
    months = [("not-daily", "2026-11-01", "2026-11-30"), ("not-daily", "2026-12-01", "2026-12-31")]
    assert told == ([] if stored else months)


def test_a_large_sheet_is_not_read_twice(tmp_path, monkeypatch):
    """From 200,000 cells on, a date is what its cell holds."""
    path = _file(tmp_path, ["日期", "访客数"], [[NOVEMBER, 5]], CHINESE)
    monkeypatch.setattr(date_formats, "MOST_CELLS", 5)
    assert _column(path) == ["2026-11-01 ~ 2026-11-30"]
    monkeypatch.setattr(date_formats, "MOST_CELLS", 4)
    assert _column(path) == ["2026-11-01"]


@pytest.mark.parametrize("torn", [b"<styleSheet", b'<styleSheet xmlns="x"/>', None], ids=["torn", "of no kind", "gone"])
def test_damaged_formats_refuse_nothing(torn, tmp_path):
    """What the formats cannot tell, the cells do: a file that can be read is read."""
    path = _file(tmp_path, ["日期"], [[NOVEMBER]], CHINESE)
    data = path.read_bytes()
    cells = [["日期"], [NOVEMBER]]
    assert date_formats.decide_dates(data, "Sheet1", cells)[1] == ["2026-11-01 ~ 2026-11-30"]
    held = {name: part for name, part in parts(path).items() if name != "xl/styles.xml"}
    write(path, held if torn is None else {**held, "xl/styles.xml": torn})
    assert date_formats.decide_dates(path.read_bytes(), "Sheet1", cells)[1] == [NOVEMBER]
    assert date_formats.decide_dates(data, "另一张", cells)[1] == [NOVEMBER]
    assert date_formats.decide_dates(b"PK of no kind", "Sheet1", cells)[1] == [NOVEMBER]
