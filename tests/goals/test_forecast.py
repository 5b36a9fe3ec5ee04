"""Where the month ends by the workbook's own formulas, and how far off that usually is."""

import math
from datetime import date

import pytest

from opsbook.engine.refresh import refresh
from opsbook.features.goals.rules.progress import DaysGone, projection
from opsbook.features.goals.sheet.forecast import MARGIN
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import serial
from support.house import open_book

FIRST = serial(date(2026, 11, 1))


@pytest.fixture
def november(memory_book, new_file):
    """30 days and a goal of 3,000, with weights and sales of the first days."""

    def shown(sold, weights=(10,) * 30, lang="zh", closed=()):
        workbook = memory_book() if lang == "zh" else open_book(FilesHost(new_file(lang)))
        workbook.upsert("GoalMonth", [{"month": FIRST, "lock": 3000}])
        workbook.upsert("GoalDay", [{"date": FIRST + at, "weight": weight} for at, weight in enumerate(weights)])
        shut = [{"event": "装修", "phase": "休业", "start": FIRST + at} for at in closed]
        if shut:
            workbook.upsert("Events", shut)
        workbook.upsert("ShopDay", [{"date": FIRST + at, "gmv": one} for at, one in enumerate(sold) if one is not None])
        workbook.host.write_name("the_day", FIRST + len(sold) - 1)
        cells, _ = refresh(workbook)
        return cells

    return shown


@pytest.mark.parametrize(
    ("sold", "weights", "empty"),
    [
        pytest.param([300] * 10, [30] * 10 + [10] * 20, 0, id="weights say three fifths are over"),
        pytest.param([300, 0, 300, 300, 0, 300, 300, 300], [20] * 8 + [10] * 22, 2, id="two days without sales"),
        pytest.param([300, 0] * 5, [30] * 10 + [10] * 20, 5, id="every second day"),
        pytest.param([100] * 30, [30] * 10 + [10] * 20, 0, id="month over"),
    ],
)
def test_the_workbook_forecasts_as_the_function_does(sold, weights, empty, november):
    """One rule in formulas and in Python."""
    cells = november(sold, weights)
    days = DaysGone(len(sold), 30, empty)
    due = sum(cells.column("GoalDay", "goal")[304 + at] for at in range(len(sold)))  # 1 November is the 305th day
    assert cells.name("month_forecast") == pytest.approx(projection(sum(sold), due, 3000, days), rel=1e-3)
    assert [cells.name(name) for name in ("month_days", "days_gone", "days_empty")] == [30, len(sold), empty]


@pytest.mark.parametrize("told", [None, 0], ids=["nothing is told of them", "a report tells 0"])
def test_closed_days_are_no_days_of_the_month(told, november):
    """Two of ten days were closed: 800 in 8 of 28 days are 2,800 at the end, and none of the 8 sold nothing."""
    cells = november([100, 100, told, told, 100, 100, 100, 100, 100, 100], closed=(2, 3))
    assert [cells.name(name) for name in ("month_days", "days_gone", "days_empty")] == [28, 8, 0]
    assert cells.name("month_trust") == pytest.approx(8 / 10)
    assert cells.name("month_forecast") == pytest.approx(2800)


def test_the_usual_error_follows_from_how_days_differ(november):
    """Ten days by turns of 50 and 150, each 1/30 of the month: 1,000 in a third of it.

    The sum of squares over parts is 30 x (5 x 2,500 + 5 x 22,500) = 3,750,000, less 1,000^2 / (1/3) = 3,000,000: 750,000 in 9
    free ones is 83,333. Times (1 - 1/3) / (1/3) = 2 is 166,667, its root 408.2; of 3,000 that is 13.6 %, with the margin 16.3 %.
    """
    cells = november([50, 150] * 5)
    assert cells.name("month_forecast") == pytest.approx(3000)
    assert cells.name("month_error") == pytest.approx(MARGIN * math.sqrt(750_000 / 9 * 2) / 3000)
    assert "；照此预计月末 3,000 元（通常 ±16%）" in cells.name("dash_month")


def test_english_says_it_as_well(november):
    """In as many words."""
    assert "; forecast 3,000 (usually ±16%)" in november([50, 150] * 5, lang="en").name("dash_month")


@pytest.mark.parametrize(
    ("sold", "error", "said"),
    [
        pytest.param([100] * 10, 0, "预计月末 3,000 元，月目标", id="days that do not differ"),
        pytest.param([50, 150] * 15, 0, "预计月末 3,000 元，月目标", id="month over"),
        pytest.param([100] * 4, "", "再有 1 天估月末", id="no forecast yet"),
        pytest.param([0] * 10, "", "预计月末 0 元，月目标", id="nothing sold"),
    ],
)
def test_where_there_is_no_error_none_is_said(sold, error, said, november):
    """Nor where it rounds to nothing."""
    cells = november(sold)
    assert cells.name("month_error") == (pytest.approx(error, abs=1e-6) if error != "" else "")
    assert said in cells.name("dash_month")


def test_the_line_of_the_forecast_begins_at_what_is_sold_and_ends_at_the_forecast(november):
    """3,000 sold in ten days that weigh three fifths; the other twenty share what is left evenly."""
    cells = november([300] * 10, [30] * 10 + [10] * 20)
    line, end = cells.column("CalcMonth", "forecast"), cells.name("month_forecast")
    assert [value for value in line[:10] if value != ""] == []
    assert [line[at] * 10_000 for at in (10, 29)] == [pytest.approx(3000 + (end - 3000) / 20), pytest.approx(end)]
