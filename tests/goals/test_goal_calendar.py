"""Holidays, make-up working days and the lunar calendar."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.goals.rules.calendar import Festival, calendar_notes, day_kind, is_announced
from opsbook.features.goals.rules.lunar import days_to_lunar_new_year, lunar_day
from opsbook.features.goals.rules.mark import Mark
from support.house import tell as describe

ANSWERS = json.loads((Path(__file__).parents[1] / "answers" / "goals.json").read_text(encoding="utf-8"))
UNANNOUNCED = 2090  # no notice of the State Council reaches that far


def _days(year):
    first = date(year, 1, 1)
    return [first + timedelta(offset) for offset in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_makeup_workdays_are_the_announced_ones(year):
    """A year's make-up working days are exactly those of the official notice."""
    found = [day.isoformat() for day in _days(year) if day_kind(day).makeup_workday]
    assert found == ANSWERS["makeup_workdays"][str(year)]


@pytest.mark.parametrize("text", ANSWERS["lunar_new_year"])
def test_lunar_new_year_falls_on_its_day(text):
    """Distances to Lunar New Year are positive before, 0 on and negative after the day itself."""
    day = date.fromisoformat(text)
    assert lunar_day(day.year, 1, 1) == day
    assert [days_to_lunar_new_year(day + timedelta(gap)) for gap in (-1, 0, 1)] == [1, 0, -1]


@pytest.mark.parametrize(
    ("day", "festival", "rest"),
    [
        pytest.param(date(2026, 2, 15), Festival.SPRING, True, id="first day off of Spring Festival"),
        pytest.param(date(2026, 2, 14), None, False, id="Saturday worked before it"),
        pytest.param(date(2026, 2, 24), None, False, id="first working day after it"),
        pytest.param(date(2026, 10, 7), Festival.NATIONAL, True, id="last day off of National Day"),
        pytest.param(date(2026, 10, 8), None, False, id="first working day after National Day"),
        pytest.param(date(2025, 10, 6), Festival.MID_AUTUMN, True, id="Mid-Autumn within National Day"),
        pytest.param(date(2026, 9, 5), None, True, id="plain Saturday"),
        pytest.param(date(2026, 9, 4), None, False, id="plain Friday"),
        pytest.param(date(2015, 9, 3), Festival.OTHER, True, id="a one-off national holiday"),
    ],
)
def test_announced_days_are_told_apart(day, festival, rest):
    """Festival, weekend, worked weekend and working day are told apart."""
    kind = day_kind(day)
    assert (kind.festival, kind.rest) == (festival, rest)


@pytest.mark.parametrize(
    ("day", "festival"),
    [
        pytest.param(date(2027, 1, 1), Festival.NEW_YEAR, id="New Year"),
        pytest.param(date(2027, 2, 6), Festival.SPRING, id="Lunar New Year"),
        pytest.param(date(2027, 4, 5), Festival.TOMB_SWEEPING, id="Qingming"),
        pytest.param(date(2027, 5, 1), Festival.LABOUR, id="Labour Day"),
        pytest.param(date(2027, 6, 9), Festival.DRAGON_BOAT, id="Dragon Boat"),
        pytest.param(date(2027, 9, 15), Festival.MID_AUTUMN, id="Mid-Autumn"),
        pytest.param(date(2027, 10, 1), Festival.NATIONAL, id="National Day"),
        pytest.param(date(2030, 2, 3), Festival.SPRING, id="Lunar New Year 2030"),
        pytest.param(date(2030, 10, 1), Festival.NATIONAL, id="National Day 2030"),
        pytest.param(date(UNANNOUNCED, 10, 1), Festival.NATIONAL, id="far away"),
    ],
)
def test_festivals_are_days_off_before_they_are_announced(day, festival):
    """The day of a festival is a day off whether or not the year is announced yet."""
    kind = day_kind(day)
    assert (kind.festival, kind.rest) == (festival, True)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_an_announced_year_needs_no_note(year):
    """Nothing is said about a year the library knows."""
    assert calendar_notes(year) == ()


@pytest.mark.parametrize("year", [2027, 2030, UNANNOUNCED])
def test_an_unknown_year_is_noted_once(year):
    """A year the library does not know has one note that names the year and the way out."""
    notes = calendar_notes(year)
    assert [note.code for note in notes] == ([] if is_announced(year) else ["calendar-not-announced"])
    for note in notes:
        assert str(year) in describe(note, "zh")
        assert "补班" in describe(note, "zh")
        assert "work day" in describe(note, "en")


def test_spring_festival_lasts_from_the_eve_to_the_seventh_day_before_it_is_announced():
    """Without the notice Spring Festival is taken as eight days, from New Year's Eve."""
    new_year = lunar_day(UNANNOUNCED, 1, 1)
    off = [gap for gap in range(-9, 15) if day_kind(new_year + timedelta(gap)).festival is Festival.SPRING]
    assert off == list(range(-1, 7))


@pytest.mark.parametrize(
    ("day", "left"),
    [
        pytest.param(date(2027, 12, 31), 26, id="next year's is nearer"),
        pytest.param(date(2027, 3, 1), -23, id="this year's is past"),
    ],
)
def test_the_nearest_lunar_new_year_counts(day, left):
    """Days are counted to the nearest Lunar New Year, across the turn of the year too."""
    assert days_to_lunar_new_year(day) == left


def test_an_unknown_year_has_no_makeup_workdays():
    """Without the notice no weekend is taken for a working day."""
    assert not any(day_kind(day).makeup_workday for day in _days(UNANNOUNCED))


@pytest.mark.parametrize(
    ("day", "mark", "rest", "makeup", "festival"),
    [
        pytest.param(date(2090, 9, 30), Mark.WORK, False, True, None, id="Saturday worked"),
        pytest.param(date(2090, 10, 2), Mark.WORK, False, False, None, id="National Day worked"),
        pytest.param(date(2090, 9, 28), Mark.REST, True, False, Festival.OTHER, id="Thursday off"),
        pytest.param(date(2026, 2, 14), Mark.REST, True, False, None, id="announced make-up day cancelled"),
        pytest.param(date(2026, 10, 1), Mark.REST, True, False, Festival.NATIONAL, id="festival stays a festival"),
    ],
)
def test_the_operators_marks_are_stronger_than_the_calendar(day, mark, rest, makeup, festival):
    """A day marked by the operator is what the operator says, announced or not."""
    kind = day_kind(day, {day: mark})
    assert (kind.rest, kind.makeup_workday, kind.festival) == (rest, makeup, festival)


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)))
def test_no_day_breaks_the_calendar(day):
    """Every day has a kind, and a make-up working day is a weekend day on which people work."""
    kind = day_kind(day)
    assert not (kind.makeup_workday and (kind.rest or day.weekday() < 5))
    assert kind.rest or day.weekday() < 5 or kind.makeup_workday


def test_beyond_the_lunar_tables_only_fixed_festivals_are_known():
    """In 2150 there is no lunar date, but there is a National Day."""
    assert lunar_day(2150, 1, 1) is None
    assert days_to_lunar_new_year(date(2150, 2, 1)) is None
    assert day_kind(date(2150, 10, 1)).festival is Festival.NATIONAL
