"""A month with a missing day is never said to be whole, and the file that comes later makes it the month it would have been."""

from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from opsbook.engine.imports.importing import import_files
from opsbook.engine.refresh import refresh
from opsbook.features.goals.goal_setting import set_year_goal
from opsbook.model.values import serial
from support import inbox
from support.facts import NOW, facts
from support.house import compiled_plan

FIRST = serial(date(2026, 3, 1))
DAYS = 20
BOOKS = settings(  # a workbook an example: what fails is told as it was found
    max_examples=10,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ALL = range(1, DAYS + 1)


def _sold(day):
    return 900 + 37 * day % 101 + 0.25


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A shop report and one of items for each of the first 20 days of March."""
    folder = tmp_path_factory.mktemp("march")
    found = {}
    for day in ALL:
        name = f"2026-03-{day:02}"
        figures = {"访客数": 100 + day, "浏览量": 300, "支付买家数": 10, "支付件数": 12, "支付金额": _sold(day)}
        shop = inbox.shop(folder, {name: figures}, name=f"店铺{day}")
        items = inbox.items(folder, name, {"600000000001": {"商品访客数": day, "支付金额": 5}}, name=f"商品{day}")
        found[day] = [shop, items]
    return found


@pytest.fixture(scope="module")
def march(memory_book):
    """A new workbook with a goal; every call gives a fresh one."""

    def book():
        workbook = memory_book()
        set_year_goal(workbook, 2026, 3_650_001, again=False)
        return workbook

    return book


def _shown(workbook, day=DAYS):
    workbook.host.write_name("the_day", FIRST + day - 1)
    return refresh(workbook)[0]


def _everything(cells):
    """What every formula of the workbook shows, by column and by name; rows of tables that grow lie in any order."""
    formulas = compiled_plan("zh").formulas
    shown = {place: list(cells.column(*place)) for place in formulas.column_texts}
    shown |= {place: sorted(column, key=repr) for place, column in shown.items() if place[0] in {"GoalKept", "ItemDay"}}
    return {**shown, **{name: cells.name(name) for name in formulas.name_texts}}


@pytest.fixture(scope="module")
def whole(march, files):
    """What a workbook holds and shows that had all files from the start."""
    workbook = march()
    import_files(workbook, [path for paths in files.values() for path in paths], NOW)
    found = _everything(_shown(workbook)), _facts(workbook)
    return lambda: found  # a failure need not print all of it


def _facts(workbook):
    return {table: rows for table, rows in facts(workbook).items() if table != "Imports"}


@BOOKS
@given(gone=st.sets(st.sampled_from(ALL), min_size=1, max_size=DAYS - 1), shown=st.sampled_from(ALL))
def test_a_hole_is_said_and_nothing_is_drawn_on_over_it(gone, shown, march, files):
    """Of the days up to the one shown: those known are counted, the others too; no light, no forecast, no sentence of one."""
    workbook = march()
    import_files(workbook, [path for day in ALL if day not in gone for path in files[day]], NOW)
    cells = _shown(workbook, shown)
    missing = {day for day in gone if day <= shown}
    known = [day for day in range(1, shown + 1) if day not in gone]
    assert (cells.name("month_known"), cells.name("month_missing")) == (len(known), len(missing))
    assert (cells.name("month_actual") or 0) == pytest.approx(sum(map(_sold, known)))
    goals = dict(zip(cells.column("GoalDay", "date"), cells.column("GoalDay", "goal"), strict=True))
    assert (cells.name("month_due") or 0) == pytest.approx(sum(goals[FIRST + day - 1] for day in known))
    said = cells.name("dash_month")
    lights = dict(zip(cells.facts["Thresholds"]["key"], cells.column("Thresholds", "light"), strict=True))
    if missing:
        assert cells.name("month_forecast") == ""
        assert "预计月末" not in said
        assert not known or cells.name("month_gap") in said
        assert lights["month_pace|shop"] == ""
        assert cells.name("card_month_light") == f"缺 {len(missing)} 天"
    else:
        assert cells.name("month_gap") == ""


@BOOKS
@given(
    late=st.lists(st.sampled_from(ALL), min_size=1, max_size=4, unique=True),
    together=st.booleans(),
    looked=st.sampled_from(ALL),
)
def test_what_comes_later_makes_the_workbook_it_would_have_been(late, together, looked, march, files, whole):
    """Every fact and every formula, in whatever order the files come, whichever day somebody looked at in between."""
    workbook = march()
    import_files(workbook, [path for day in ALL if day not in late for path in files[day]], NOW)
    _shown(workbook, looked)
    for days in [late] if together else [[day] for day in late]:
        import_files(workbook, [path for day in days for path in files[day]], NOW)
        refresh(workbook)
    shown, (right, right_facts) = _everything(_shown(workbook)), whole()
    assert _facts(workbook) == right_facts
    assert {place: (shown[place], cells) for place, cells in right.items() if shown[place] != cells} == {}
