"""What the month's chart reads: an axis as long as the month, amounts in the unit its title names."""

from datetime import date

import pytest

from opsbook.engine.refresh import refresh
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import serial
from support.house import open_book, plan_book


@pytest.mark.parametrize(
    ("day", "last"),
    [
        pytest.param(date(2026, 2, 11), date(2026, 2, 28), id="28 days"),
        pytest.param(date(2026, 11, 12), date(2026, 11, 30), id="30 days"),
        pytest.param(date(2026, 12, 31), date(2026, 12, 31), id="31 days"),
    ],
)
def test_the_axis_and_the_goal_end_with_the_month(day, last, memory_book):
    """Of 31 rows those past the month's end repeat its last day and its whole goal: nothing is drawn beyond it."""
    workbook = memory_book()
    workbook.host.write_name("the_day", serial(day))
    days = range(serial(last.replace(day=1)), serial(last) + 1)
    workbook.upsert("GoalDay", [{"date": one, "lock": 10_000} for one in days])
    cells, _ = refresh(workbook)
    past = 31 - last.day
    assert cells.column("CalcMonth", "tick") == [*map(float, days), *[serial(last)] * past]
    assert cells.column("CalcMonth", "goal") == [*range(1, last.day + 1), *[last.day] * past]
    assert cells.column("CalcMonth", "day")[last.day :] == [""] * past


@pytest.mark.parametrize(
    ("lang", "unit", "title"),
    [
        pytest.param("zh", 10_000, "本月累计（万元）", id="Chinese counts in ten thousands"),
        pytest.param("en", 1_000, "Month to date (CNY thousand)", id="English counts in thousands"),
    ],
)
def test_charts_hold_amounts_in_the_unit_their_title_names(lang, unit, title, new_file):
    """Month, days and bridge are drawn in one unit; the sentence below says the same amount."""
    workbook = open_book(FilesHost(new_file(lang)))
    day = serial(date(2026, 5, 8))
    workbook.host.write_name("the_day", day)
    shop = {"visitors": 1000, "buyers": 30}
    workbook.upsert("ShopDay", [{"date": one, "gmv": 0, **shop} for one in range(day - 6, day)])
    workbook.upsert("ShopDay", [{"date": day - 7, "gmv": 60_000, **shop}, {"date": day, "gmv": 90_000, **shop}])
    cells, _ = refresh(workbook)
    assert cells.column("CalcMonth", "actual")[7] == pytest.approx(150_000 / unit)
    assert cells.column("CalcDays", "missed")[-1] == pytest.approx(90_000 / unit)
    assert cells.column("CalcBridge", "effect")[3] == pytest.approx(30_000 / unit)
    assert {"zh": "+3.00 万", "en": "+30,000"}[lang] in cells.name("dash_bridge")
    drawn = [cell.content for sheet in plan_book(lang).sheets for cell in sheet.cells.values()]
    assert title in drawn
