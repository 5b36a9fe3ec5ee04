"""The goal command."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console
from opsbook.engine.refresh import cells_of
from opsbook.features.books.commands import refresh_day
from opsbook.features.books.opening import open_file
from opsbook.features.books.reminders import count_strange, remind, tell_fixed
from opsbook.features.goals.goal_setting import set_month_goal, set_year_goal
from opsbook.features.goals.keeping import DAY, MONTH, Period, shown_goals
from opsbook.model.day_spans import spans
from opsbook.model.errors import UsageError
from opsbook.model.values import from_serial

Goals = Mapping[Period, float]

AMOUNT = re.compile(r"((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(万|亿|w)?(?:元)?", re.IGNORECASE)
UNITS = {None: 1, "万": 10_000, "w": 10_000, "亿": 100_000_000}
MOST = 1_000_000_000_000


def run_goal(words: Namespace, console: Console) -> int:
    """Set a goal, say old and new."""
    workbook = open_file(words.book, console)
    amount, before = read_amount(words.amount), shown_goals(cells_of(workbook))
    if words.month:
        report = set_month_goal(workbook, read_month(words.month), amount, again=words.refit, anew=words.restate)
    else:
        report = set_year_goal(workbook, words.year, amount, again=words.refit, anew=words.restate)
    cells, kept = refresh_day(workbook)
    workbook.host.save()
    period = words.month or str(words.year)
    old = f"{report.old:,.0f}" if report.old is not None else "–"
    stale = tell_fixed(kept, words.book, console)
    console.issues(report.issues)
    console.tell("goal-set", period=period, old=old, new=f"{amount:,}")
    moved = moved_goals(before, shown_goals(cells))
    tell_moved(moved, console)
    if report.refitted:
        console.tell("weights-fitted", months=tuple(months_as_spans(report.refitted)))
    remind(kept, count_strange(workbook, cells), console)
    console.answer(
        book=words.book,
        period=period,
        old=report.old,
        new=amount,
        refitted=[f"{month:%Y-%m}" for month in report.refitted],
        moved=[{"period": _named(one), "old": old, "new": new} for one, (old, new) in moved.items()],
    )
    return 1 if stale else 0


def moved_goals(before: Goals, now: Goals) -> Mapping[Period, tuple[float | None, float | None]]:
    """Months, then days, whose goal is another one now, with both."""
    periods = sorted({*before, *now}, key=lambda one: (one[1] == DAY, one[0]))
    return {one: (before.get(one), now.get(one)) for one in periods if before.get(one) != now.get(one)}


def tell_moved(moved: Mapping[Period, tuple[float | None, float | None]], console: Console) -> None:
    """Say which goals moved that were there before: every month, and the days as spans."""
    known = {one: (old, new) for one, (old, new) in moved.items() if old is not None}
    months = [f"{_named(one)} {_yuan(old)} → {_yuan(new)}" for one, (old, new) in known.items() if one[1] == MONTH]
    days = [from_serial(first) for first, grain in known if grain == DAY]
    if months:
        console.tell("goals-moved", months=tuple(months))
    if days:
        console.tell("days-moved", count=len(days), days=tuple(spans(days)))


def _named(period: Period) -> str:
    first, grain = period
    return f"{from_serial(first):%Y-%m}" if grain == MONTH else from_serial(first).isoformat()


def _yuan(amount: float | None) -> str:
    return "–" if amount is None else f"{amount:,.0f}"


def months_as_spans(months: Sequence[date]) -> Iterator[str]:
    """Neighbouring months as one span."""
    for _, run in groupby(enumerate(months), key=lambda one: one[1].month - one[0]):
        span = [month for _, month in run]
        yield f"{span[0]:%Y-%m}" if len(span) == 1 else f"{span[0]:%Y-%m} … {span[-1]:%Y-%m}"


def read_amount(text: str) -> int:
    """Whole yuan from 38000000, 38,000,000, 3800万, ３８００万 or 0.38亿.

    >>> read_amount("3800万")
    38000000
    """
    found = AMOUNT.fullmatch(re.sub(r"[\s¥]", "", unicodedata.normalize("NFKC", text)))
    amount = float(found[1].replace(",", "")) * UNITS[found[2].lower() if found[2] else None] if found else -1.0
    if amount > MOST:
        raise UsageError("amount-too-large", seen=text, most=f"{MOST:,}")
    if amount < 0 or round(amount, 6) != round(amount):
        raise UsageError("bad-amount", seen=text)
    return round(amount)


def read_month(text: str) -> date:
    """First day of a month written as 2026-12."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise UsageError("bad-month", seen=text) from None
