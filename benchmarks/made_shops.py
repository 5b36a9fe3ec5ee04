"""Days of made shops, with the habits that weights of days must learn or leave alone; the same seed makes the same shops."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from math import exp, log
from random import Random

import chinese_calendar

from opsbook.features.goals.rules.events import event_days
from opsbook.features.goals.rules.lunar import days_to_lunar_new_year
from opsbook.features.goals.rules.own_events import OwnEvent, OwnEvents
from opsbook.features.goals.rules.promotions import WHOLE
from opsbook.model.language import Label

FIRST, LAST = date(2023, 1, 1), date(2025, 12, 31)
TRAITS = ("plain", "closed Saturdays", "half without sales", "campaigns", "drift")
MARKETS = ("CN", "none")
Series = dict[date, float]


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop whose days are known.

    Args:
        kind: what it is an example of.
        market: whose calendar it sets.
        days: what each day sold.
        own: the promotions it wrote into its Events.
    """

    kind: str
    market: str
    days: Series
    own: OwnEvents = field(default_factory=OwnEvents)


def kinds() -> list[tuple[str, bool, str]]:
    """Market, whether weekdays differ, and what else is peculiar."""
    return [(market, weekly, trait) for market in MARKETS for weekly in (False, True) for trait in TRAITS]


def made_shop(market: str, weekly: bool, trait: str, seed: int) -> Shop:  # noqa: FBT001 - as kinds() lists them
    """One shop with two to three years of sales.

    Args:
        market: CN has days off, Spring Festival and, with campaigns, the promotions of the platform; none has neither.
        weekly: weekdays differ.
        trait: one of TRAITS.
        seed: of all its chances.
    """
    kind = f"{market}, {'weekdays differ' if weekly else 'weekdays alike'}, {trait}"
    chance = Random(f"{kind} {seed}")  # noqa: S311 - sales to learn from, no secrets
    first = FIRST + timedelta(chance.randrange(540))
    own = _own_sales(chance) if market == "none" and trait == "campaigns" else OwnEvents()
    times = [chance.gauss(0, 0.25) if weekly else 0.0 for _ in range(7)]
    occasions = _occasions(market, trait, own, chance)
    noise, level, walk = chance.uniform(0.15, 0.45), chance.uniform(6, 12), 0.0
    days = {}
    for day in (first + timedelta(at) for at in range((LAST - first).days + 1)):
        walk += chance.gauss(0.001, 0.03) if trait == "drift" else 0.0
        amount = exp(level + walk + times[day.weekday()] + occasions.get(day, 0.0) + chance.gauss(0, noise))
        days[day] = 0.0 if _without_sales(day, trait, chance) else round(amount, 2)
    return Shop(kind, market, days, own)


def _without_sales(day: date, trait: str, chance: Random) -> bool:
    if trait == "half without sales":
        return chance.random() < 0.5
    return trait == "closed Saturdays" and day.weekday() == 5


def _own_sales(chance: Random) -> OwnEvents:
    """Three sales a year of some days, written down without a lift."""
    rows = []
    for year in range(FIRST.year, LAST.year + 1):
        for name, month in (("spring sale", 4), ("birthday", 8), ("clearance", 12)):
            start = date(year, month, chance.randint(1, 20))
            rows.append(OwnEvent(Label(name, name), WHOLE, start, start + timedelta(chance.randint(1, 5))))
    return OwnEvents(tuple(rows))


def _occasions(market: str, trait: str, own: OwnEvents, chance: Random) -> Series:
    """Log of times an ordinary day, of days that are none; each shop has its own."""
    found: Series = {}
    if market == "CN":
        holiday, spring = chance.gauss(-0.1, 0.12), log(chance.uniform(0.25, 0.8))
        for day in _all_days():
            if -7 <= (days_to_lunar_new_year(day) or 99) <= 2:
                found[day] = spring
            elif day in chinese_calendar.holidays:
                found[day] = holiday
    if trait != "campaigns":
        return found
    taken, liking = {}, chance.uniform(0.5, 1.5)
    for day in _all_days():
        phase = event_days(day.year, own.promotions).get(day)
        if phase and (market == "CN" or phase.event in {row.event for row in own.promotions}):
            lift = taken.setdefault(phase.label("en"), liking * log(phase.lift) + chance.gauss(0, 0.15))
            found[day] = found.get(day, 0.0) + lift
    return found


@cache
def _all_days() -> tuple[date, ...]:
    return tuple(FIRST + timedelta(at) for at in range((LAST - FIRST).days + 1))
