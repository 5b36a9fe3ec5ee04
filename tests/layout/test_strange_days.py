"""A day that is no date stops everything with its place; a day the dashboard cannot show is no error in the book."""

import pytest

from opsbook.engine.refresh import refresh
from opsbook.engine.workbook import FIRST_DAY, LAST_DAY
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import ErrorValue
from support.house import formulas_of, open_book


@pytest.mark.parametrize("table", ["ShopDay", "GoalDay"])
@pytest.mark.parametrize(
    "day",
    [
        pytest.param("合计", id="a total's name"),
        pytest.param(20261112, id="digits typed without dashes"),
        pytest.param(FIRST_DAY - 1, id="too early"),
        pytest.param(LAST_DAY + 1, id="too late"),
        pytest.param(True, id="a truth value"),
    ],
)
def test_a_day_that_is_no_date_is_named_and_nothing_opens(memory_book, table, day):
    """The message says sheet, row as Excel counts, column and what stands there."""
    workbook = memory_book()
    workbook.upsert(table, [{"date": day}])
    body = workbook.host.read_table(table)
    row = body.first_row + [cells[body.headers.index("日期")] for cells in body.rows].index(day)
    with pytest.raises(WorkbookBrokenError) as refused:
        open_book(workbook.host)
    assert refused.value.code == "strange-day"
    assert refused.value.seen == {"sheet": body.sheet, "row": row, "header": "日期", "seen": day}


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_the_first_and_the_last_day_taken_are_dates(memory_book, day):
    """The bounds themselves, and the blank cells of a new book, are no problem."""
    workbook = memory_book()
    workbook.upsert("ShopDay", [{"date": day, "note": "x"}])
    open_book(workbook.host)


NO_DAY, NO_DATE = "请先导入报表，再选日期", "这不是日期，请重新选一天"


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        pytest.param(None, NO_DAY, id="nothing"),
        pytest.param("2026-11-12", NO_DATE, id="a date typed as text"),
        pytest.param(20261112, NO_DATE, id="digits typed without dashes"),
        pytest.param(99_999_999, NO_DATE, id="more days than Excel counts"),
        pytest.param(-5, NO_DATE, id="below zero"),
        pytest.param(3, NO_DATE, id="days from which no month can be counted back"),
        pytest.param(FIRST_DAY - 1, NO_DATE, id="the day before the first"),
        pytest.param(LAST_DAY + 1, NO_DATE, id="the day after the last"),
    ],
)
def test_a_day_shown_that_is_no_date_leaves_the_dashboard_blank(memory_book, shown, said):
    """Whatever stands in the date cell, no formula of the book shows an error, and the page says what is wrong."""
    workbook = memory_book()
    workbook.host.write_name("the_day", shown)
    workbook.upsert("SourceDay", [{"date": FIRST_DAY, "source1": "手淘搜索", "visitors": 5}])
    cells, _ = refresh(workbook)
    assert cells.name("card_gmv") == ""
    assert set(cells.column("CalcSource", "share7")) == {""}
    assert cells.name("dash_under_date") == said
    assert ("不是日期" in cells.name("dash_conclusion")) == (said == NO_DATE)
    names = {name: cells.name(name) for name in formulas_of("zh").names}
    assert {name: value for name, value in names.items() if isinstance(value, ErrorValue)} == {}
    columns = {at: cells.column(*at) for at in formulas_of("zh").columns}
    assert {at for at, values in columns.items() if any(isinstance(value, ErrorValue) for value in values)} == set()


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_the_first_and_the_last_day_are_shown(memory_book, day):
    """The bounds themselves are days, of a year this book has no goals for."""
    workbook = memory_book()
    workbook.host.write_name("the_day", day)
    cells, _ = refresh(workbook)
    assert (cells.name("shown_day"), "没有" in cells.name("dash_status_text")) == (day, True)


def test_a_lost_date_header_is_named(memory_book):
    """Where the column of days itself is gone, that is what is said."""
    workbook = memory_book()
    place = workbook.host._tables["ShopDay"]
    place.headers = ("日子", *place.headers[1:])
    with pytest.raises(WorkbookBrokenError) as refused:
        open_book(workbook.host)
    assert (refused.value.code, refused.value.seen["headers"]) == ("missing-headers", ("日期",))
