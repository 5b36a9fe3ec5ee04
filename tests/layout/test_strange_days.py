"""A day that is no date stops everything with its place; a day the dashboard cannot show is no error in the book."""

import pytest

from opsbook.errors import WorkbookBrokenError
from opsbook.layout.calculate import formulas_of
from opsbook.vocabulary.values import ErrorValue
from opsbook.workflows.opened import FIRST_DAY, LAST_DAY, open_book
from opsbook.workflows.refreshing import refresh


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
    opened = memory_book()
    opened.upsert(table, [{"date": day}])
    body = opened.host.read_table(table)
    row = body.first_row + [cells[body.headers.index("日期")] for cells in body.rows].index(day)
    with pytest.raises(WorkbookBrokenError) as refused:
        open_book(opened.host)
    assert refused.value.code == "strange-day"
    assert refused.value.seen == {"sheet": body.sheet, "row": row, "header": "日期", "seen": day}


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_the_first_and_the_last_day_taken_are_dates(memory_book, day):
    """The bounds themselves, and the blank cells of a new book, are no problem."""
    opened = memory_book()
    opened.upsert("ShopDay", [{"date": day, "note": "x"}])
    open_book(opened.host)


@pytest.mark.parametrize("shown", ["2026-11-12", None])
def test_a_day_shown_that_is_no_date_leaves_the_dashboard_blank(memory_book, shown):
    """Text in the date cell gives empty cards and shares, no error."""
    opened = memory_book()
    opened.host.write_name("the_day", shown)
    opened.upsert("SourceDay", [{"date": FIRST_DAY, "source1": "手淘搜索", "visitors": 5}])
    cells, _ = refresh(opened)
    assert cells.name("card_gmv") == ""
    assert set(cells.column("CalcSource", "share7")) == {""}
    shown_words = {name: cells.name(name) for name in formulas_of("zh").names}
    assert {name: value for name, value in shown_words.items() if isinstance(value, ErrorValue)} == {}


def test_a_lost_date_header_is_named(memory_book):
    """Where the column of days itself is gone, that is what is said."""
    opened = memory_book()
    place = opened.host._tables["ShopDay"]
    place.headers = ("日子", *place.headers[1:])
    with pytest.raises(WorkbookBrokenError) as refused:
        open_book(opened.host)
    assert (refused.value.code, refused.value.seen["headers"]) == ("missing-headers", ("日期",))
