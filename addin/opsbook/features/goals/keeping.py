"""What is over does not move: a day or month that closes keeps the goal it had, whatever becomes of the year's."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.refresh import cells_of
from opsbook.engine.workbook import Workbook
from opsbook.model.values import FIRST_DAY, LAST_DAY, Value, from_serial, is_number, serial

Period = tuple[float, str]
"""First day (serial number), and day or month."""
DAY, MONTH = "day", "month"


def keep_goals(workbook: Workbook) -> None:
    """Keep the goals above 0 of days and months that are over and have none kept yet, as the cells show them now."""
    as_of = last_day(workbook)
    if as_of is None or not _has_goals(workbook):
        return
    kept = kept_goals(workbook)
    due = [period for period in _over(workbook, as_of) if period not in kept]
    if not due:
        return
    goals = shown_goals(cells_of(workbook))
    rows: list[Mapping[str, Value]] = [
        {"date": first, "grain": grain, "kept": goals[first, grain]}
        for first, grain in due
        if goals.get((first, grain))
    ]
    if rows:
        workbook.upsert("GoalKept", rows)


def last_day(workbook: Workbook) -> date | None:
    """The last complete day with sales, as the name as_of tells; None before the first import."""
    as_of = cells_of(workbook).name("as_of")
    day = next(_days((as_of,)), None)
    return None if day is None else from_serial(day)


def kept_goals(workbook: Workbook) -> dict[Period, float]:
    """Goals that days and months closed with."""
    return {
        (float(row["date"]), str(row["grain"])): float(row["kept"])
        for row in workbook.rows("GoalKept")
        if isinstance(row["date"], int | float) and isinstance(row["kept"], int | float) and row["kept"] > 0
    }


def shown_goals(cells: BookCells) -> dict[Period, float]:
    """Goals as the cells show them, of days and months that have one."""
    return dict(_shown(cells))


def restate(workbook: Workbook, periods: Iterable[Period]) -> None:
    """Forget the goals that some days and months closed with: they are split anew."""
    known = kept_goals(workbook)
    rows: list[Mapping[str, Value]] = [
        {"date": first, "grain": grain, "kept": ""} for first, grain in periods if (first, grain) in known
    ]
    if rows:
        workbook.upsert("GoalKept", rows)


def days_of(month: date) -> Iterator[Period]:
    """A month and its days."""
    yield float(serial(month)), MONTH
    yield from ((float(serial(month) + at), DAY) for at in range(_last_of(month).day))


def _has_goals(workbook: Workbook) -> bool:
    locks = (one for table in ("GoalMonth", "GoalDay") for one in workbook.columns(table)["lock"])
    return workbook.number("year_goal") is not None or any(map(is_number, locks))


def _over(workbook: Workbook, as_of: date) -> Iterator[Period]:
    """Days up to the last complete one, and months that ended by then."""
    end = serial(as_of)
    for day in _days(workbook.columns("GoalDay")["date"]):
        if day <= end:
            yield day, DAY
    for month in _days(workbook.columns("GoalMonth")["month"]):
        if _last_of(from_serial(month)) <= as_of:
            yield month, MONTH


def _days(values: Iterable[Value]) -> Iterator[float]:
    """Those that are days: somebody may have put anything there."""
    return (float(one) for one in values if isinstance(one, int | float) and FIRST_DAY <= one <= LAST_DAY)


def _last_of(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def _shown(cells: BookCells) -> Iterator[tuple[Period, float]]:
    for table, key, grain in (("GoalDay", "date", DAY), ("GoalMonth", "month", MONTH)):
        for first, goal in zip(cells.column(table, key), cells.column(table, "goal"), strict=True):
            if isinstance(goal, int | float) and not isinstance(goal, bool) and (day := next(_days((first,)), None)):
                yield (day, grain), float(goal)
