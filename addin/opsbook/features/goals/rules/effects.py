"""What moves a day's sales, and how much before anything is known about the shop."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import log

from opsbook.features.frame.holes import CLOSED
from opsbook.features.goals.rules.calendar import DayKind, Festival, day_kind, holiday_abroad
from opsbook.features.goals.rules.events import EventPhase, event_days
from opsbook.features.goals.rules.mark import Mark
from opsbook.features.goals.rules.market import CHINA
from opsbook.features.goals.rules.own_events import OwnEvents

# Times an ordinary day, built-in experience of a general Taobao shop; all of it yields to the shop's own history. Weekdays and
# places in the month have none: a shop's rhythm is its own.
_FESTIVALS = {
    Festival.NEW_YEAR: 0.95,
    Festival.SPRING: 0.8,
    Festival.TOMB_SWEEPING: 0.92,
    Festival.LABOUR: 0.88,
    Festival.DRAGON_BOAT: 0.93,
    Festival.MID_AUTUMN: 0.93,
    Festival.NATIONAL: 0.88,
    Festival.OTHER: 0.95,
}
_MAKEUP_WORKDAY = 1.03
# Days to Lunar New Year, from and to: couriers stop before it, and people are with their families.
_AROUND_NEW_YEAR = (
    ("before", 12, 3, 0.75),
    ("eve", 2, 1, 0.45),
    ("new year", 0, -3, 0.4),
    ("first week", -4, -7, 0.6),
    ("return", -8, -15, 0.9),
)
# January first. Holidays and promotions are counted apart.
_SEASONS = (0.98, 0.97, 1.0, 0.98, 1.0, 1.0, 0.94, 0.95, 1.0, 1.03, 1.08, 1.07)


def seasons(market: str) -> tuple[float, ...]:
    """Times an ordinary month, January first, before history; of other markets than China nothing is known."""
    return _SEASONS if market == CHINA else (1.0,) * 12


@dataclass(frozen=True, slots=True)
class Level:
    """The level of one factor on one day.

    Args:
        factor: weekday, position, holiday or campaign.
        name: which level; days of the same level share what history teaches.
        prior: log of times an ordinary day, before history.
        fitted: whether history may change it; a lift the operator stated stays.
    """

    factor: str
    name: str
    prior: float
    fitted: bool = True


def day_levels(day: date, own: OwnEvents, market: str = CHINA) -> tuple[Level, ...]:
    """List what acts on a day: always its weekday and place in the month, a holiday or a promotion where there is one.

    Args:
        day: the day.
        own: the operator's promotions and marked days; nothing acts on a closed day.
        market: whose holidays and promotions count beside them.
    """
    phase = event_days(day.year, own.promotions, market).get(day)
    third = "early" if day.day <= 10 else "middle" if day.day <= 20 else "late"
    return (
        Level("weekday", str(day.weekday()), 0.0),
        Level("position", third, 0.0),
        *_holiday(day, own.marks, market),
        *((_campaign(phase),) if phase and phase.phase != CLOSED else ()),
    )


def _holiday(day: date, marks: Mapping[date, Mark], market: str) -> tuple[Level, ...]:
    name, times = (_in_china if market == CHINA else _abroad)(day, marks, market) or ("", 1.0)
    return (Level("holiday", name, log(times)),) if name else ()


def _in_china(day: date, marks: Mapping[date, Mark], _market: str) -> tuple[str, float] | None:
    kind = day_kind(day, marks)
    return _around_new_year(kind) or _day_off(kind)


def _abroad(day: date, marks: Mapping[date, Mark], market: str) -> tuple[str, float] | None:
    """A public holiday acts as history says; one that the operator marked as is usual."""
    mark, name = marks.get(day), holiday_abroad(day, market)
    if mark is Mark.REST and not name:
        return Festival.OTHER.value, _FESTIVALS[Festival.OTHER]
    return (name, 1.0) if name and mark is not Mark.WORK else None


def _around_new_year(kind: DayKind) -> tuple[str, float] | None:
    left = kind.days_to_lunar_new_year
    if left is None:
        return None
    return next(((name, times) for name, first, last, times in _AROUND_NEW_YEAR if first >= left >= last), None)


def _day_off(kind: DayKind) -> tuple[str, float] | None:
    if kind.makeup_workday:
        return "makeup workday", _MAKEUP_WORKDAY
    return (kind.festival.value, _FESTIVALS[kind.festival]) if kind.festival and kind.rest else None


def _campaign(phase: EventPhase) -> Level:
    return Level("campaign", phase.label("zh"), log(phase.lift), fitted=not phase.stated)
