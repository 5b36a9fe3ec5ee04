"""How well months are split over their days and their ends forecast, beside what anybody would do without a program.

    python -m pip install lifetimes && python benchmarks/goals.py [SHOPS]

Every month of a series that has 8 weeks of history before it is split by weights fitted on that history alone. The error of a
split is the mean, over the month's days, of the gap between a day's part of the month and what it turned out to be, in points
(hundredths of the month). Beside it stand the even split, and plain weekday means: what the weekdays of the history sold on
average. A forecast is made on days 5, 10, 15, 20 and 25; its error is in points of what the month sold. The run rate is sales
to date by days gone by; "within" is how often the month ended within the usual error that the workbook says.

The series are SHOPS (200) made shops, 20 kinds by turns, and CDNOW, the days of a shop for records in 1997 and 1998, whose
orders the package lifetimes carries; nothing but this script needs it. Exit code 1 where a limit is passed.
"""

import sys
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.util import find_spec
from itertools import cycle, islice
from math import inf, sqrt
from pathlib import Path
from random import Random
from statistics import fmean, median, quantiles

from made_shops import FIRST, Series, Shop, kinds, made_shop

from opsbook.features.goals.rules.progress import DaysGone, part_gone, projection
from opsbook.features.goals.rules.weights import fit
from opsbook.features.goals.sheet.forecast import MARGIN

WEEKS_KNOWN, MONTHS_TRIED, ASKED = 8, 12, (5, 10, 15, 20, 25)
ALL_LIMIT, KIND_LIMIT, BAD_MONTHS, BAD, WORSE = 1.02, 1.15, 0.1, 0.1, 0.5


@dataclass(frozen=True, slots=True)
class Month:
    """One month of one series.

    Args:
        kind: of which kind its series is.
        errors: of the even split, plain weekday means and ours, in points.
        forecasts: by day of the month: errors of the run rate and of ours, in points, and ours over the usual error it says.
    """

    kind: str
    errors: tuple[float, float, float]
    forecasts: dict[int, tuple[float, float, float]]


def months_of(shop: Shop, seed: int) -> list[Month]:
    """Some of the months of a series that have enough history."""
    first, last = min(shop.days), max(shop.days)
    starts = {day.replace(day=1) for day in shop.days if day.replace(day=1) >= first + timedelta(7 * WEEKS_KNOWN)}
    whole = sorted(start for start in starts if start.replace(day=_length(start)) <= last)
    tried = Random(seed).sample(whole, min(MONTHS_TRIED, len(whole)))  # noqa: S311 - which months, no secrets
    return [month for start in sorted(tried) if (month := one_month(shop, start))]


def one_month(shop: Shop, start: date) -> Month | None:
    """One month with the three splits; nothing for a month that sold nothing."""
    days = [start + timedelta(at) for at in range(_length(start))]
    actual, total = [shop.days[day] for day in days], sum(shop.days[day] for day in days)
    if total <= 0:
        return None
    past = {day: amount for day, amount in shop.days.items() if day < start}
    weights = fit(past.items(), start.year, shop.own, shop.market).days
    ours = [weights[day] for day in days]
    splits = ([1.0] * len(days), _weekday_means(past, days), ours)
    errors = tuple(_error(split, actual) for split in splits)
    forecasts = {day: _forecasts(actual, ours, day) for day in ASKED if sum(actual[:day]) > 0}
    return Month(shop.kind, (errors[0], errors[1], errors[2]), forecasts)


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _weekday_means(past: Series, days: Iterable[date]) -> list[float]:
    means = {at: fmean([amount for day, amount in past.items() if day.weekday() == at]) for at in range(7)}
    return [means[day.weekday()] for day in days]


def _error(split: Iterable[float], actual: list[float]) -> float:
    parts = list(split)
    whole, total = sum(parts) or 1.0, sum(actual)
    return 100 * fmean(abs(part / whole - amount / total) for part, amount in zip(parts, actual, strict=True))


def _forecasts(actual: list[float], weights: list[int], day: int) -> tuple[float, float, float]:
    """Errors of the run rate and of ours, in points, and ours over the usual error that the workbook says."""
    sold, total = sum(actual[:day]), sum(actual)
    gone = DaysGone(day, len(actual), sum(1 for amount in actual[:day] if not amount))
    run_rate = sold * len(actual) / day
    ours = projection(sold, sum(weights[:day]), sum(weights), gone) or 0.0
    usual = _usual_error(actual[:day], weights, gone)
    return 100 * abs(run_rate / total - 1), 100 * abs(ours / total - 1), abs(total / ours - 1) / usual if usual else inf


def _usual_error(actual: list[float], weights: list[int], gone: DaysGone) -> float:
    """As a share of the forecast: `opsbook.features.goals.sheet.forecast.usual_error` in Python."""
    by_weight = part_gone(1.0, gone) - part_gone(0.0, gone)
    parts = [by_weight * weight / sum(weights) + (1 - by_weight) / len(weights) for weight in weights][: len(actual)]
    known, sold = sum(parts), sum(actual)
    spread = sum(amount**2 / part for amount, part in zip(actual, parts, strict=True))
    variance = max(0.0, spread - sold**2 / known) / (len(actual) - 1)
    return float(MARGIN * sqrt(variance * (1 - known) / known) * known / sold)


def made(number: int) -> Iterator[tuple[Shop, int]]:
    """So many made shops, the kinds by turns."""
    for at, (market, weekly, trait) in enumerate(islice(cycle(kinds()), number)):
        yield made_shop(market, weekly, trait, at), at


def cdnow() -> Iterator[tuple[Shop, int]]:
    """What CDNOW sold by day, from the package that carries its orders."""
    found = find_spec("lifetimes")
    if found is None or found.origin is None:
        print("CDNOW is left out: python -m pip install lifetimes")
        return
    orders = (Path(found.origin).parent / "datasets" / "CDNOW_master.txt").read_text(encoding="ascii").splitlines()
    days: defaultdict[date, float] = defaultdict(float)
    for _, day, _, dollars in (line.split() for line in orders[1:] if line.strip()):
        days[date.fromisoformat(day)] += float(dollars)
    whole = {day: days[day] for day in (min(days) + timedelta(at) for at in range((max(days) - min(days)).days + 1))}
    yield Shop("CDNOW", "US", whole), 0


def _measure(given: tuple[Shop, int]) -> list[Month]:
    return months_of(*given)


def told(name: str, months: list[Month], limit: float) -> bool:
    """A line about the splits of some months; whether they keep the limits."""
    even, plain, ours = (median(month.errors[at] for month in months) for at in range(3))
    worse = [month.errors[2] - month.errors[0] for month in months]
    bad = fmean(gap > BAD for gap in worse)
    ratio, spread = ours / min(even, plain), quantiles([month.errors[2] for month in months], n=20)
    kept = ratio <= limit and (limit > ALL_LIMIT or bad <= BAD_MONTHS)
    print(
        f"{name:<46}{len(months):>7}{even:>8.3f}{plain:>8.3f}{ours:>8.3f}{ratio:>7.3f}{bad:>8.1%}"
        f"{spread[0]:>8.2f}{spread[-1]:>7.2f}{'' if kept else '   passed'}"
    )
    return kept


def told_forecast(name: str, months: list[Month]) -> bool:
    """A line about the forecasts of some months: ours less the run rate, by day; whether none is much worse."""
    gaps, errors = [], []
    for day in ASKED:
        known = [month.forecasts[day] for month in months if day in month.forecasts]
        rate, ours = (fmean(one[at] for one in known) for at in (0, 1))
        gaps.append(ours - rate)
        errors.append(f"{rate:>7.1f}{ours:>6.1f}")
    within = fmean(one[2] <= 1 for month in months for one in month.forecasts.values())
    kept = name == "CDNOW" or max(gaps) <= WORSE  # a dozen months of one shop are no kind
    print(f"{name:<46}{''.join(errors)}{max(gaps):>8.2f}{within:>8.0%}{'' if kept else '   passed'}")
    return kept


def told_short(number: int) -> str:
    """How many histories from which nothing may be learnt give other weights than none at all."""
    differ = 0
    for shop, _ in made(number):
        first = min(shop.days)
        short = {day: amount for day, amount in shop.days.items() if (day - first).days < 7 * WEEKS_KNOWN - 1}
        empty = {day: amount if day.day % 2 else 0.0 for day, amount in shop.days.items() if day.year == FIRST.year + 1}
        known = fit((), 2025, shop.own, shop.market).days
        differ += any(fit(some.items(), 2025, shop.own, shop.market).days != known for some in (short, empty))
    return f"of {number} shops with under 8 weeks, or half their days empty, not split by known events alone: {differ}"


def main(number: int) -> int:
    """Measure all series and print what became of each kind."""
    with ProcessPoolExecutor(2) as pool:
        by_kind: defaultdict[str, list[Month]] = defaultdict(list)
        for month in (one for many in pool.map(_measure, [*made(number), *cdnow()], chunksize=4) for one in many):
            by_kind[month.kind].append(month)
    every = [month for months in by_kind.values() for month in months]
    heads = ("months", "even", "plain", "ours", "ratio", "worse", "5 %", "95 %")
    print(
        f"{'median error of a split in points':<46}"
        + "".join(f"{head:>{7 if head in {'months', 'ratio', '95 %'} else 8}}" for head in heads)
    )
    kept = [told(kind, months, KIND_LIMIT) for kind, months in sorted(by_kind.items())]
    kept += [told("all", every, ALL_LIMIT)]
    print(
        f"\n{'mean error of a forecast: run rate, ours':<46}"
        + "".join(f"{f'day {day}':>13}" for day in ASKED)
        + f"{'worse':>8}{'within':>8}"
    )
    kept += [told_forecast(kind, months) for kind, months in [*sorted(by_kind.items()), ("all", every)]]
    print(f"\n{told_short(number)}")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
