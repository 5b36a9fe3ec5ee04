"""What kind of day it is where the shop sells: public holiday, day off, make-up working day, distance to Lunar New Year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache

import chinese_calendar
import holidays

from opsbook.features.goals.rules.lunar import days_to_lunar_new_year, lunar_day
from opsbook.features.goals.rules.mark import Mark
from opsbook.features.goals.rules.market import CHINA, COUNTRIES
from opsbook.model.issues import Issue, Level


class Festival(Enum):
    """The seven public holidays; the values are the calendar library's names."""

    NEW_YEAR = "New Year's Day"
    SPRING = "Spring Festival"
    TOMB_SWEEPING = "Tomb-sweeping Day"
    LABOUR = "Labour Day"
    DRAGON_BOAT = "Dragon Boat Festival"
    MID_AUTUMN = "Mid-autumn Festival"
    NATIONAL = "National Day"
    OTHER = "other"  # a one-off day off, national or the operator's own


@dataclass(frozen=True, slots=True)
class DayKind:
    """What is known about one day.

    Args:
        festival: the public holiday whose day off this is; None on ordinary days, weekends included.
        rest: people are off: weekend or public holiday.
        makeup_workday: a weekend day worked in exchange for a holiday.
        days_to_lunar_new_year: positive before the nearest Lunar New Year, 0 on it; None outside 1900-2099.
    """

    festival: Festival | None
    rest: bool
    makeup_workday: bool
    days_to_lunar_new_year: int | None


def day_kind(day: date, overrides: Mapping[date, Mark] | None = None) -> DayKind:
    """Tell what kind of day it is in China.

    Args:
        day: the day.
        overrides: the operator's own days off and working days.

    Returns:
        Facts from the announced calendar; for a year that is not announced yet, weekends and the usual festivals.
    """
    weekend = day.weekday() >= 5
    mark = (overrides or {}).get(day)
    festival = None if mark is Mark.WORK else _festival(day)
    if mark is Mark.REST and festival is None and not weekend:
        festival = Festival.OTHER
    works = mark is Mark.WORK or (mark is None and day in chinese_calendar.workdays)
    rest = (weekend or festival is not None) and not works
    return DayKind(festival, rest, weekend and works, days_to_lunar_new_year(day))


def is_announced(year: int) -> bool:
    """Whether the installed calendar library knows the official holidays of a year."""
    return date(year, 10, 1) in chinese_calendar.holidays


def calendar_notes(year: int, market: str = CHINA) -> tuple[Issue, ...]:
    """Say what the calendar of a year cannot know; empty when the official holidays are known, and for other markets."""
    if market != CHINA or is_announced(year):
        return ()
    return (Issue("calendar-not-announced", Level.WARNING, seen={"year": year}),)


def holiday_abroad(day: date, market: str) -> str:
    """The public holiday of a day in another country; empty where there is none.

    Args:
        day: the day.
        market: an ISO code of `COUNTRIES`; of anything else no day is a holiday.

    >>> from datetime import date
    >>> holiday_abroad(date(2027, 11, 25), "US"), holiday_abroad(date(2027, 11, 25), "none")
    ('Thanksgiving Day', '')
    """
    return _holidays_abroad(market, day.year).get(day, "")


@cache
def _holidays_abroad(market: str, year: int) -> dict[date, str]:
    if market not in COUNTRIES:
        return {}
    known = holidays.country_holidays(market, years=[year], language="en_US")  # else the machine's own language
    return {day: name.split(" (")[0] for day, name in known.items()}


def _festival(day: date) -> Festival | None:
    if not is_announced(day.year):
        return _usual_festivals(day.year).get(day)
    name = chinese_calendar.holidays.get(day)
    return next((festival for festival in Festival if festival.value == name), Festival.OTHER) if name else None


@cache
def _usual_festivals(year: int) -> dict[date, Festival]:
    """The days off most likely in a year that is not announced: what the law fixes, as long as usually granted."""
    first_days: tuple[tuple[Festival, date | None, int], ...] = (
        (Festival.NEW_YEAR, date(year, 1, 1), 1),
        (Festival.SPRING, _eve(lunar_day(year, 1, 1)), 8),
        (Festival.TOMB_SWEEPING, _tomb_sweeping(year), 1),
        (Festival.LABOUR, date(year, 5, 1), 5),
        (Festival.DRAGON_BOAT, lunar_day(year, 5, 5), 1),
        (Festival.NATIONAL, date(year, 10, 1), 7),
        (Festival.MID_AUTUMN, lunar_day(year, 8, 15), 1),
    )
    return {
        first + timedelta(offset): festival
        for festival, first, length in first_days
        if first
        for offset in range(length)
    }


def _eve(day: date | None) -> date | None:
    return day - timedelta(1) if day else None


def _tomb_sweeping(year: int) -> date | None:
    """The solar term Qingming; None outside 1900-2100, which the library does not know."""
    try:
        terms = chinese_calendar.get_solar_terms(date(year, 4, 3), date(year, 4, 7))
    except NotImplementedError:
        return None
    return next((day for day, _ in terms), None)
