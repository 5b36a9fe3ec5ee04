"""Weights of days and months: known events times what the shop's own history teaches."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp, isfinite, log
from statistics import fmean

from opsbook.features.goals.rules.calendar import calendar_notes
from opsbook.features.goals.rules.effects import day_levels, seasons
from opsbook.features.goals.rules.events import is_closed
from opsbook.features.goals.rules.learning import Effects, Key, Month, Sold, learn, month_bases
from opsbook.features.goals.rules.market import CHINA
from opsbook.features.goals.rules.openings import Business, openings, times_open
from opsbook.features.goals.rules.own_events import OwnEvents
from opsbook.model import issues
from opsbook.model.issues import Issue

AVERAGE = 10_000
FEW_DAYS = 56  # 8 weeks; from fewer nothing is learnt
MOST_EMPTY = 0.4  # part of the days without sales; of more nothing is learnt either

_ROUNDS = 12  # of months and years explaining one another's leftovers
_CAP = 1.5  # a month counts at most 4.5 times above or below what was expected
_FULL_MONTH_DAYS = 28
_MONTH_STRENGTH = 1.0  # one year of history weighs as much as the built-in seasons
_DECIMALS = 6  # of seasons: the noise of logs must not reach a weight

History = Sequence[tuple[date, float]]


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of one year.

    Args:
        days: by day, whole numbers of at least 1, 0 on closed days; 10,000 is the year's average day. They split a month.
        months: by first day of the month, whole numbers of at least 1, 0 where all days are closed; 10,000 is the average
            month. They split the year.
        notes: what the operator should know about them.
    """

    days: Mapping[date, int]
    months: Mapping[date, int]
    notes: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What history taught: effects, how often weekdays sell anything, and seasons beyond the built-in ones."""

    effects: Effects = field(default_factory=Effects)
    openings: Mapping[Key, float] = field(default_factory=dict)
    seasons: Mapping[int, float] = field(default_factory=dict)


def fit(
    history: Iterable[tuple[date, float | None]], year: int, own: OwnEvents | None = None, market: str = CHINA
) -> Weights:
    """Fit the weights of a year.

    A day's weight is weekday effect x campaign effect x holiday effect x place in the month x how often such days sell
    anything. A month's weight is the sum of its days' weights x the month's own season. Of fewer than 8 weeks of history,
    or of days more than 40 % of which sold nothing, nothing is learnt: days are alike but for known events.

    Args:
        history: day and amount in yuan, any order, any years. Blanks and negative amounts are passed over, and so are days
            before the first sale and after the last; a 0 between is a day without business.
        year: the year to weigh.
        own: the operator's promotions, marked and closed days.
        market: whose holidays and promotions are known, a code of `COUNTRIES` or "none".

    Returns:
        Weights of every day and month of the year; scaling the history changes nothing.
    """
    own, given = own or OwnEvents(), dict(history)
    days = _usable(given, own, market)
    learnt = _learn(days, own, market)
    raw = {day: _weight(day, learnt, own, market) for day in _days_of(year)}
    months = {
        date(year, month, 1): sum(raw[day] for day in raw if day.month == month)
        * seasons(market)[month - 1]
        * exp(learnt.seasons.get(month, 0.0))
        for month in range(1, 13)
    }
    return Weights(_scaled(raw), _scaled(months), (*calendar_notes(year, market), *_notes(given, days)))


def _days_of(year: int) -> Iterable[date]:
    first = date(year, 1, 1)
    return (first + timedelta(offset) for offset in range((date(year + 1, 1, 1) - first).days))


def _usable(given: Mapping[date, float | None], own: OwnEvents, market: str) -> History:
    """Days of business with what they sold, from the first that sold anything to the last."""
    known = [
        (day, amount)
        for day, amount in sorted(given.items())
        if amount is not None and isfinite(amount) and amount >= 0 and not is_closed(day, own.promotions, market)
    ]
    sold = [at for at, (_, amount) in enumerate(known) if amount]
    return known[sold[0] : sold[-1] + 1] if sold else []


def _is_sparse(days: History) -> bool:
    return sum(1 for _, amount in days if not amount) > MOST_EMPTY * len(days)


def _learn(days: History, own: OwnEvents, market: str) -> _Learnt:
    if len(days) < FEW_DAYS or _is_sparse(days):
        return _Learnt()
    levels = {day: day_levels(day, own, market) for day, _ in days}
    sold = [
        Sold(_month(day), log(amount) - sum(level.prior for level in levels[day]), levels[day])
        for day, amount in days
        if amount
    ]
    business = [Business(_month(day), levels[day], bool(amount)) for day, amount in days]
    effects = learn(sold)
    closed = {} if len(sold) == len(days) else openings(business)
    return _Learnt(effects, closed, _month_effects(sold, effects, market))


def _month(day: date) -> Month:
    return day.year, day.month


def _weight(day: date, learnt: _Learnt, own: OwnEvents, market: str) -> float:
    """Times an ordinary day."""
    if is_closed(day, own.promotions, market):
        return 0.0
    levels = day_levels(day, own, market)
    expected = sum(level.prior for level in levels) + learnt.effects.of_all(levels)
    return exp(expected) * times_open(levels, learnt.openings)


def _month_effects(sold: Sequence[Sold], effects: Effects, market: str) -> dict[int, float]:
    """Season of each month 1-12 against the built-in one: what months have in common over the years."""
    bases = month_bases(sold, effects)
    counted: defaultdict[Month, int] = defaultdict(int)
    for day in sold:
        counted[day.month] += 1
    share = {month: min(1.0, count / _FULL_MONTH_DAYS) for month, count in counted.items()}
    against = {(year, month): base - log(seasons(market)[month - 1]) for (year, month), base in bases.items()}
    beyond = dict.fromkeys(range(1, 13), 0.0)
    for _ in range(_ROUNDS):
        years = _year_bases(against, share, beyond)
        for month in beyond:
            left = [(value - years[key[0]], share[key]) for key, value in against.items() if key[1] == month]
            total = sum(max(-_CAP, min(_CAP, value)) * weight for value, weight in left)
            beyond[month] = total / (sum(weight for _, weight in left) + _MONTH_STRENGTH)
    return {month: round(season, _DECIMALS) for month, season in beyond.items()}


def _year_bases(
    against: Mapping[Month, float], share: Mapping[Month, float], beyond: Mapping[int, float]
) -> dict[int, float]:
    """What an ordinary month of each year brought, so that growth is not taken for season."""
    left: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for key, value in against.items():
        left[key[0]].append((value - beyond[key[1]], share[key]))
    return {
        year: sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)
        for year, pairs in left.items()
    }


def _scaled(raw: Mapping[date, float]) -> dict[date, int]:
    mean = fmean(raw.values())
    return {day: max(1, int(AVERAGE * value / mean + 0.5)) if value else 0 for day, value in raw.items()}


def _notes(given: Mapping[date, float | None], days: History) -> tuple[Issue, ...]:
    notes = []
    if len(days) < FEW_DAYS:
        notes.append(Issue("history-short", issues.Level.INFO, seen={"days": len(days), "wanted": FEW_DAYS}))
    elif _is_sparse(days):
        empty = sum(1 for _, amount in days if not amount)
        notes.append(Issue("history-sparse", issues.Level.INFO, seen={"days": len(days), "empty": empty}))
    unusable = sum(1 for amount in given.values() if amount is not None and not (isfinite(amount) and amount >= 0))
    if unusable:
        notes.append(Issue("history-skipped", issues.Level.INFO, seen={"days": unusable}))
    return tuple(notes)
