"""A year that was changed by hand is told beside the year the goals are of."""

from datetime import date

import pytest

from opsbook.features.goals.checks import year_of_goals
from opsbook.features.goals.goal_setting import year_of
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import serial

DECEMBER, JANUARY = serial(date(2026, 12, 1)), serial(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("months", "told"),
    [
        pytest.param((), None, id="no months"),
        pytest.param((None, ""), None, id="blank months"),
        pytest.param((serial(date(2030, 1, 1)), JANUARY), None, id="one month is of the year"),
        pytest.param((DECEMBER, DECEMBER), "2026", id="months of another year"),
        pytest.param((JANUARY, None, DECEMBER), "2026", id="months of two years, and a blank one"),
    ],
)
def test_the_year_of_the_first_month_is_told(months, told):
    """Blank months are of no year; of several years the first is named."""
    issue = year_of_goals(None, 2030.0, {"GoalMonth": {"month": months}})
    assert (issue and issue.seen) == (told and {"seen": "2030", "year": told})


@pytest.mark.parametrize("year", [None, "2026", 1899, 10000, -1])
def test_a_workbook_without_a_year_has_no_goals(memory_book, year):
    """Goals need the year they are of: a blank cell, a text and a year outside the calendar are refused."""
    book = memory_book()
    book.host.write_name("year", year)
    with pytest.raises(WorkbookBrokenError, match="no-year"):
        year_of(book)


@pytest.mark.parametrize("year", [2026, 2027.0])
def test_the_year_is_that_of_the_settings(memory_book, year):
    """A year is a whole number."""
    book = memory_book()
    book.host.write_name("year", year)
    assert (year_of(book), type(year_of(book))) == (int(year), int)
