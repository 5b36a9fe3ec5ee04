"""The dashboard of a tiny book against numbers worked by hand (tests/answers/dashboard.md)."""

import json
from datetime import date
from fractions import Fraction

import pytest

from opsbook.engine.imports.importing import import_files
from opsbook.engine.refresh import refresh
from opsbook.features.goals.goal_setting import set_month_goal
from support import inbox
from support.facts import NOW, day_number
from support.sources import TESTS

ANSWERS = json.loads((TESTS / "answers" / "dashboard.json").read_text("utf-8"))
DAY, MONTH = "2026-03-18", "2026-03-01"


@pytest.fixture(scope="module")
def small(memory_book, tmp_path_factory):
    """Three days of facts, one plan, a locked month with targets, the 18th shown."""
    workbook, folder = memory_book(), tmp_path_factory.mktemp("in")
    plan = inbox.plans(folder, DAY, {"9001": ANSWERS["plan"]})
    import_files(workbook, [inbox.shop(folder, ANSWERS["days"]), plan], NOW)
    set_month_goal(workbook, date(2026, 3, 1), 62_000, again=False)
    workbook.upsert("GoalMonth", [{"month": day_number(MONTH), "target_cvr": 0.04, "target_aov": 250}])
    march = range(day_number(MONTH), day_number("2026-04-01"))
    workbook.upsert("GoalDay", [{"date": day, "lock": 2000, "weight": 10_000} for day in march])
    workbook.host.write_name("the_day", day_number(DAY))
    refresh(workbook)
    return workbook


def _expected(answer):
    if answer.startswith("缺"):
        return answer
    return "" if answer == "" else pytest.approx(float(Fraction(answer)), abs=1e-12)


@pytest.mark.parametrize(("name", "answer"), ANSWERS["names"].items(), ids=ANSWERS["names"])
def test_figures_are_what_a_calculator_says(name, answer, small):
    """Cards, their goals, lights and comparisons, and the month's figures."""
    assert small.setting(name) == _expected(answer)


def test_the_bridge_is_what_a_table_of_logarithms_says(small):
    """Effects of visitors, conversion and order value on the gap to last week's day; they add up to it."""
    effects = [one["effect"] for one in small.rows("CalcBridge")]
    assert effects == [_expected(answer) for answer in ANSWERS["bridge_effects"]]
    assert sum(effects[1:4]) == pytest.approx((2500 - 800) / 10_000, abs=1e-15)
