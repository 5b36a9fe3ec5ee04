"""Set a goal: year or month, checked against locks, weights fitted only where nobody works towards them yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from opsbook.engine.refresh import cells_of
from opsbook.engine.workbook import Workbook
from opsbook.features.daily.metrics import METRIC
from opsbook.features.goals.events import market_of, own_events
from opsbook.features.goals.keeping import DAY, MONTH, days_of, keep_goals, kept_goals, last_day, restate, shown_goals
from opsbook.features.goals.rules.refit import keep_sold_days, months_to_refit, refit
from opsbook.features.goals.rules.weights import Weights, fit
from opsbook.features.goals.strange_locks import refuse_strange_locks
from opsbook.model.errors import GoalRefusedError, UsageError, WorkbookBrokenError
from opsbook.model.issues import Issue
from opsbook.model.values import Value, from_serial, is_number, serial

FIRST_YEAR, LAST_YEAR = 2000, 2099


@dataclass(frozen=True, slots=True)
class GoalReport:
    """What a goal command did: old and new goal, months whose weights moved, notes."""

    old: float | None
    new: float
    refitted: tuple[date, ...]
    issues: tuple[Issue, ...]


def year_of(workbook: Workbook) -> int:
    """The book's year.

    Raises:
        WorkbookBrokenError: the cell on Settings holds none.
    """
    year = workbook.number("year")
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise WorkbookBrokenError("no-year")
    return int(year)


def set_year_goal(workbook: Workbook, year: int, amount: int, *, again: bool, anew: bool = False) -> GoalReport:
    """Set the goal of the book's year; open months share what locked months, and those that are over, leave.

    Args:
        workbook: the open workbook.
        year: the year.
        amount: whole yuan.
        again: fit the weights of all months anew.
        anew: split what is over as well.

    Raises:
        UsageError: the book is of another year.
        GoalRefusedError: locked months and those that are over exceed the goal, or are all there are and add up to another
            sum, or a lock is no whole yuan.
    """
    own = year_of(workbook)
    if year != own:
        raise UsageError("other-year", asked=year, book=own)
    refuse_strange_locks(workbook, "GoalMonth", lambda _: True)
    keep_goals(workbook)
    if anew:
        restate(workbook, kept_goals(workbook))
    months = workbook.rows("GoalMonth")
    _refuse(_year(workbook, year), _fixed(workbook, months, "month"), len(months), amount)
    old = workbook.number("year_goal")
    workbook.host.write_name("year_goal", amount)
    refitted = open_months(workbook, _all_months(year) if again else ())
    return GoalReport(old, amount, refitted, refit_weights(workbook, refitted))


def set_month_goal(workbook: Workbook, month: date, amount: int, *, again: bool, anew: bool = False) -> GoalReport:
    """Set a month's goal by hand, which locks it; no other month's weights move, nor those of its sold days.

    Args:
        workbook: the open workbook.
        month: its first day.
        amount: whole yuan.
        again: fit its weights anew.
        anew: split those of its days that are over as well.

    Raises:
        UsageError: the month is not in the book.
        GoalRefusedError: the month is over; locked days and those that are over exceed the goal, such months the year, or a
            lock is no whole yuan.
    """
    rows = {row["month"]: row for row in workbook.rows("GoalMonth")}
    row = rows.get(float(serial(month)), rows.get(serial(month)))
    if row is None:
        raise UsageError("other-year", asked=f"{month:%Y-%m}", book=year_of(workbook))
    refuse_strange_locks(workbook, "GoalMonth", lambda first: not _in_month(first, month))
    refuse_strange_locks(workbook, "GoalDay", lambda day: _in_month(day, month))
    keep_goals(workbook)
    old = _shown(workbook, month)
    if anew:
        restate(workbook, days_of(month))
    elif (float(serial(month)), MONTH) in kept_goals(workbook):
        raise GoalRefusedError("month-over", period=_month(workbook, month), goal=f"{old or 0:,.0f}")
    days = [one for one in workbook.rows("GoalDay") if _in_month(one["date"], month)]
    _refuse(_month(workbook, month), _fixed(workbook, days, "date"), len(days), amount)
    _refuse_year(workbook, rows, month, amount)
    workbook.upsert("GoalMonth", [{"month": serial(month), "lock": amount}])
    months = tuple(one for one in open_months(workbook, (month,) if again else ()) if one == month)
    issues = refit_weights(workbook, months, alone=True)
    return GoalReport(old, amount, months, issues)


def _in_month(day: Value, month: date) -> bool:
    """Whether a day lies in a month; what the cell beside it shows may be out of date."""
    return isinstance(day, int | float) and from_serial(day).replace(day=1) == month


def _shown(workbook: Workbook, month: date) -> float | None:
    """The goal of a month, worked out anew; None without one."""
    return shown_goals(cells_of(workbook)).get((float(serial(month)), MONTH))


def _refuse_year(workbook: Workbook, rows: Mapping[Value, Mapping[str, Value]], month: date, amount: int) -> None:
    """Locked months may not pass the year's goal."""
    goal = workbook.number("year_goal")
    if goal is None:
        return
    others = _fixed(workbook, [row for key, row in rows.items() if key != serial(month)], "month")
    _refuse(_year(workbook, month.year), _Fixed((*others.locks, amount), others.kept), len(rows), goal)


def _year(workbook: Workbook, year: int) -> str:
    """A year as a sentence names it."""
    return f"{year} 年" if workbook.lang == "zh" else str(year)


def _month(workbook: Workbook, month: date) -> str:
    return f"{month.year} 年 {month.month} 月" if workbook.lang == "zh" else f"{month:%Y-%m}"


@dataclass(frozen=True, slots=True)
class _Fixed:
    """Parts of a goal that no split moves: manual goals, and those that days or months closed with."""

    locks: tuple[float, ...]
    kept: tuple[float, ...]


def _fixed(workbook: Workbook, rows: Sequence[Mapping[str, Value]], key: str) -> _Fixed:
    """Those of some rows; a manual goal stands in the place of a kept one."""
    known, grain = kept_goals(workbook), MONTH if key == "month" else DAY
    locks, kept = [], []
    for row in rows:
        lock, first = row["lock"], row[key]
        if isinstance(lock, int | float):
            locks.append(float(lock))
        elif isinstance(first, int | float) and (float(first), grain) in known:
            kept.append(known[float(first), grain])
    return _Fixed(tuple(locks), tuple(kept))


def _refuse(period: str, fixed: _Fixed, parts: int, total: float) -> None:
    locks, kept = sum(fixed.locks), sum(fixed.kept)
    seen = {"period": period, "locks": f"{locks:,.0f}", "total": f"{total:,.0f}"}
    if kept:
        seen |= {"kept": f"{kept:,.0f}", "least": f"{locks + kept:,.0f}"}
    if locks + kept > total:
        raise GoalRefusedError("kept-over-total" if kept else "locks-over-total", **seen)
    if len(fixed.locks) + len(fixed.kept) == parts and locks + kept != total:
        raise GoalRefusedError("all-kept" if kept else "all-locked", **seen)


def _all_months(year: int) -> tuple[date, ...]:
    return tuple(date(year, month, 1) for month in range(1, 13))


def open_months(workbook: Workbook, asked: tuple[date, ...]) -> tuple[date, ...]:
    """Months that have not begun and months asked for by name."""
    return months_to_refit(year_of(workbook), last_day(workbook), asked)


def refit_weights(workbook: Workbook, months: tuple[date, ...], *, alone: bool = False) -> tuple[Issue, ...]:
    """Fit weights on the shop's history into some months; one alone keeps its own weight, and its sold days theirs."""
    if not months:
        return ()
    own, old, fitted = own_events(workbook), _old(workbook), fitted_weights(workbook)
    weights = refit(old, fitted, months, () if alone else _locked(workbook, "GoalMonth", "month"))
    as_of = last_day(workbook)
    if alone and as_of is not None and old.days:
        weights = keep_sold_days(old, weights, as_of, _locked(workbook, "GoalDay", "date"))
    workbook.upsert(
        "GoalMonth", [{"month": serial(month), "weight": weight} for month, weight in weights.months.items()]
    )
    workbook.upsert("GoalDay", [{"date": serial(day), "weight": weight} for day, weight in weights.days.items()])
    return (*own.issues, *weights.notes)


def fitted_weights(workbook: Workbook) -> Weights:
    """Weights of the workbook's year as its history, events and market make them; nothing is written."""
    return fit(_history(workbook), year_of(workbook), own_events(workbook), market_of(workbook))


def _locked(workbook: Workbook, table: str, key: str) -> list[date]:
    """Days or months with a manual goal."""
    return [
        from_serial(first)
        for row in workbook.rows(table)
        if is_number(row["lock"]) and isinstance(first := row[key], int | float)
    ]


def _history(workbook: Workbook) -> list[tuple[date, float | None]]:
    """Days and what they sold, in the measure the goal is set in; partial days are left out."""
    cells = cells_of(workbook)
    shop = cells.facts["ShopDay"]
    net = workbook.text("goal_metric") == METRIC["net_gmv"].label[workbook.lang]
    amounts = cells.column("ShopDay", "net_gmv" if net else "gmv")
    return [
        (from_serial(day), float(amount) if isinstance(amount, int | float) else None)
        for day, amount, partial in zip(shop["date"], amounts, shop["partial"], strict=True)
        if isinstance(day, int | float) and not partial
    ]


def _old(workbook: Workbook) -> Weights:
    """The weights in the book; none when a month or a day lacks one."""
    days, months = (
        {key: row["weight"] for row in workbook.rows(table) if isinstance(key := row[name], int | float)}
        for table, name in (("GoalDay", "date"), ("GoalMonth", "month"))
    )
    if not all(is_number(weight) for weight in (*days.values(), *months.values())):
        return Weights({}, {}, ())
    return Weights(_dated(days), _dated(months), ())


def _dated(weights: Mapping[float, Value]) -> dict[date, int]:
    return {from_serial(key): int(weight) for key, weight in weights.items() if isinstance(weight, int | float)}
