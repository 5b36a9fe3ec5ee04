"""Weights of days and months: the shop's own history in logs, shrunk towards built-in experience."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, isfinite, log
from statistics import fmean, median

from opsbook.features.goals.rules.calendar import calendar_notes
from opsbook.features.goals.rules.effects import MONTHS, STRENGTH, Level, day_levels
from opsbook.features.goals.rules.own_events import OwnEvents
from opsbook.model import issues
from opsbook.model.issues import Issue

AVERAGE = 10_000
FEW_DAYS = 28

_ROUNDS = 12  # of backfitting; effects move less than 1e-4 after that
_CAP = 1.5  # a day counts at most 4.5 times above or below what was expected: one wrong day cannot bend a year
_FULL_MONTH_DAYS = 28
_MONTH_STRENGTH = 1.0  # one year of history weighs as much as the built-in seasons
_DECIMALS = 6  # of effects: the noise of logs must not reach a weight

Month = tuple[int, int]  # year, month
Effects = dict[tuple[str, str], float]  # by factor and level: log of times what was expected


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of one year.

    Args:
        days: by day, whole numbers of at least 1; 10,000 is the year's average day. They split a month.
        months: by first day of the month, whole numbers of at least 1; 10,000 is the average month. They split the year.
        notes: what the operator should know about them.
    """

    days: Mapping[date, int]
    months: Mapping[date, int]
    notes: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class _Observed:
    """One usable day of history."""

    month: Month
    surprise: float  # log amount less everything expected
    levels: tuple[Level, ...]


def fit(history: Iterable[tuple[date, float | None]], year: int, own: OwnEvents | None = None) -> Weights:
    """Fit the weights of a year.

    A day's weight is weekday effect x campaign effect x holiday effect x place in the month. A month's weight is the
    sum of its days' weights x the month's own season. Without history all of it is built-in experience.

    Args:
        history: day and amount in yuan, any order, any years; blanks, zeros and negative amounts are passed over.
        year: the year to weigh.
        own: the operator's promotions and marked days.

    Returns:
        Weights of every day and month of the year; scaling the history changes nothing.
    """
    own = own or OwnEvents()
    amounts = dict(history)
    observed = [
        _observe(day, amount, own)
        for day, amount in sorted(amounts.items())
        if amount and amount > 0 and isfinite(amount)
    ]
    effects = _day_effects(observed)
    first = date(year, 1, 1)
    days = [first + timedelta(offset) for offset in range((date(year + 1, 1, 1) - first).days)]
    raw = {day: exp(_expected(day, own, effects)) for day in days}
    seasons = _month_effects(observed, effects)
    months = {
        date(year, month, 1): sum(raw[day] for day in days if day.month == month) * MONTHS[month - 1] * exp(season)
        for month, season in seasons.items()
    }
    return Weights(_scaled(raw), _scaled(months), (*calendar_notes(year), *_notes(amounts, len(observed))))


def _observe(day: date, amount: float, own: OwnEvents) -> _Observed:
    levels = day_levels(day, own)
    return _Observed((day.year, day.month), log(amount) - sum(level.prior for level in levels), levels)


def _known(levels: Iterable[Level], effects: Effects) -> float:
    return sum(effects.get((level.factor, level.name), 0.0) for level in levels if level.fitted)


def _expected(day: date, own: OwnEvents, effects: Effects) -> float:
    levels = day_levels(day, own)
    return sum(level.prior for level in levels) + _known(levels, effects)


def _month_bases(observed: Iterable[_Observed], effects: Effects) -> dict[Month, float]:
    """What an ordinary day of each month brought: the median, so that odd days do not matter."""
    left: defaultdict[Month, list[float]] = defaultdict(list)
    for day in observed:
        left[day.month].append(day.surprise - _known(day.levels, effects))
    return {month: median(values) for month, values in left.items()}


def _day_effects(observed: list[_Observed]) -> Effects:
    """Backfitting: each factor in turn explains what the others leave, held back by its prior strength."""
    effects: Effects = {}
    for _ in range(_ROUNDS):
        bases = _month_bases(observed, effects)
        for factor, strength in STRENGTH.items():
            effects |= _factor_effects(observed, effects, bases, factor, strength)
    return {level: round(effect, _DECIMALS) for level, effect in effects.items()}


def _factor_effects(
    observed: list[_Observed], effects: Effects, bases: Mapping[Month, float], factor: str, strength: float
) -> Effects:
    left: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for day in observed:
        surprise = max(-_CAP, min(_CAP, day.surprise - bases[day.month]))
        for level in day.levels:
            if level.factor == factor and level.fitted:
                key = (factor, level.name)
                left[key].append(surprise - _known(day.levels, effects) + effects.get(key, 0.0))
    return {key: sum(values) / (len(values) + strength) for key, values in left.items()}


def _month_effects(observed: list[_Observed], effects: Effects) -> dict[int, float]:
    """Season of each month 1-12 against the built-in one: what months have in common over the years."""
    bases = _month_bases(observed, effects)
    counted: defaultdict[Month, int] = defaultdict(int)
    for day in observed:
        counted[day.month] += 1
    share = {month: min(1.0, count / _FULL_MONTH_DAYS) for month, count in counted.items()}
    against = {(year, month): base - log(MONTHS[month - 1]) for (year, month), base in bases.items()}
    seasons = dict.fromkeys(range(1, 13), 0.0)
    for _ in range(_ROUNDS):
        years = _year_bases(against, share, seasons)
        for month in seasons:
            left = [(value - years[key[0]], share[key]) for key, value in against.items() if key[1] == month]
            total = sum(max(-_CAP, min(_CAP, value)) * weight for value, weight in left)
            seasons[month] = total / (sum(weight for _, weight in left) + _MONTH_STRENGTH)
    return {month: round(season, _DECIMALS) for month, season in seasons.items()}


def _year_bases(
    against: Mapping[Month, float], share: Mapping[Month, float], seasons: Mapping[int, float]
) -> dict[int, float]:
    """What an ordinary month of each year brought, so that growth is not taken for season."""
    left: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for key, value in against.items():
        left[key[0]].append((value - seasons[key[1]], share[key]))
    return {
        year: sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)
        for year, pairs in left.items()
    }


def _scaled(raw: Mapping[date, float]) -> dict[date, int]:
    mean = fmean(raw.values())
    return {day: max(1, int(AVERAGE * value / mean + 0.5)) for day, value in raw.items()}


def _notes(amounts: Mapping[date, float | None], used: int) -> tuple[Issue, ...]:
    notes = []
    if used < FEW_DAYS:
        notes.append(Issue("history-short", issues.Level.INFO, seen={"days": used, "wanted": FEW_DAYS}))
    unusable = sum(1 for amount in amounts.values() if amount is not None) - used
    if unusable:
        notes.append(Issue("history-skipped", issues.Level.INFO, seen={"days": unusable}))
    return tuple(notes)
