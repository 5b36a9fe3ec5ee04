"""Which months may get new weights: goals people already work towards stand still."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

from opsbook.features.goals.rules.split import split
from opsbook.features.goals.rules.weights import Weights


def months_to_refit(year: int, as_of: date | None, asked: Collection[date] = ()) -> tuple[date, ...]:
    """List the months of a year whose day weights may be fitted anew.

    Args:
        year: the book's year.
        as_of: last complete day with sales; the day after it is running. None before the first import.
        asked: any day of each month the operator asks for by name.

    Returns:
        First days of the months that have not begun, and of those asked for, in order.

    >>> [month.month for month in months_to_refit(2026, date(2026, 10, 31))]
    [12]
    """
    running = as_of + timedelta(1) if as_of else None
    named = {(day.year, day.month) for day in asked}
    months = (date(year, month, 1) for month in range(1, 13))
    return tuple(month for month in months if running is None or month > running or (year, month.month) in named)


def refit(old: Weights, fitted: Weights, months: Collection[date], locked: Collection[date] = ()) -> Weights:
    """Put new weights into some months and leave the goals of all others exactly as they are.

    Neighbouring refitted months share out anew what they weighed together, so the running totals that the other
    months' goals are made of do not move. A single refitted month therefore keeps its own weight.

    Args:
        old: weights in the book; without months in a book that has none yet.
        fitted: weights fitted anew.
        months: first days of the months to refit.
        locked: first days of the months with a manual goal; they take no part in the sharing.

    Returns:
        All weights of the year, with the notes of the new ones.
    """
    if not old.months:
        return fitted
    days = {day: weight if day.replace(day=1) in months else old.days[day] for day, weight in fitted.days.items()}
    shared = {month: fitted.months[month] if month in months else weight for month, weight in old.months.items()}
    for run in _runs([month for month in old.months if month not in locked], months):
        shared |= _share_out(sum(old.months[month] for month in run), {month: fitted.months[month] for month in run})
    return Weights(days, shared, fitted.notes)


def keep_sold_days(old: Weights, new: Weights, as_of: date, locked: Collection[date] = ()) -> Weights:
    """Give the sold days of a running month back their weights, and so their goals.

    The days left share out anew what they weighed together; days with a manual goal, and closed ones, take no part.

    Args:
        old: weights in the book.
        new: weights after `refit`.
        as_of: last complete day with sales.
        locked: days with a manual goal.

    Returns:
        The new weights; as they are when the month of `as_of` is over or was not refitted.
    """
    month = [day for day in new.days if (day.year, day.month) == (as_of.year, as_of.month)]
    if (as_of + timedelta(1)).day == 1 or all(new.days[day] == old.days[day] for day in month):
        return new
    left = {day: new.days[day] for day in month if day > as_of and day not in locked}
    sold = {day: old.days[day] for day in month if day <= as_of}
    shared = _share_out(sum(old.days[day] for day in left), left)
    return Weights({**new.days, **sold, **shared}, new.months, new.notes)


def _runs(open_months: list[date], months: Collection[date]) -> Iterator[list[date]]:
    """Neighbours among the refitted months; a locked month between two does not part them."""
    return (list(run) for refitted, run in groupby(open_months, key=lambda month: month in months) if refitted)


def _share_out(total: int, weights: Mapping[date, int]) -> dict[date, int]:
    """The same total in new proportions, every day or month at least 1 but those that are closed."""
    open_ones = [weight for weight in weights.values() if weight]
    parts = split(total - len(open_ones), list(weights.values()), [None] * len(weights))
    return {day: 1 + (part or 0) if weights[day] else 0 for day, part in zip(weights, parts, strict=True)}
