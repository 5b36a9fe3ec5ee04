"""Days without business carry no goal: weight 0 from the first command after they were marked, until the mark is gone."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from opsbook.engine.workbook import Workbook
from opsbook.model.values import FIRST_DAY, LAST_DAY, Value, from_serial, is_number, serial

if TYPE_CHECKING:
    from opsbook.features.goals.rules.weights import Weights


def close_days(workbook: Workbook, closed: Collection[date], opened: Collection[date]) -> None:
    """Write weight 0 for days without business, and for months of such days only; a fitted one where a mark is gone.

    No other weight moves: the open days of the month share its goal in the proportions they had.

    Args:
        workbook: the open workbook.
        closed: days that Events close now.
        opened: days that they closed when the last command ran, and close no more.
    """
    days, months = _weights(workbook, "GoalDay", "date"), _weights(workbook, "GoalMonth", "month")
    still_open = {day.replace(day=1) for day in days if day not in closed}
    to_close = [day for day in days if day in closed and days[day] != 0]
    year = workbook.number("year")  # weights are fitted for the workbook's year, where it has one
    to_open = [day for day in days if day in opened and days[day] == 0 and day.year == year]
    _write(workbook, "GoalDay", "date", dict.fromkeys(to_close, 0))
    _write(workbook, "GoalMonth", "month", {month: 0 for month in months if months[month] and month not in still_open})
    if to_open:
        fitted = _fitted(workbook)
        begun = {day.replace(day=1) for day in to_open}
        _write(workbook, "GoalDay", "date", {day: fitted.days[day] for day in to_open})
        _write(workbook, "GoalMonth", "month", {one: fitted.months[one] for one in begun if months.get(one) == 0})


def _weights(workbook: Workbook, table: str, key: str) -> dict[date, Value]:
    """Weight by day; a key may hold anything somebody typed."""
    columns = workbook.columns(table)
    return {
        from_serial(day): weight
        for day, weight in zip(columns[key], columns["weight"], strict=True)
        if isinstance(day, int | float) and FIRST_DAY <= day <= LAST_DAY and is_number(weight)
    }


def _write(workbook: Workbook, table: str, key: str, weights: Mapping[date, int]) -> None:
    if weights:
        workbook.upsert(table, [{key: serial(day), "weight": weight} for day, weight in weights.items()])


def _fitted(workbook: Workbook) -> "Weights":
    from opsbook.features.goals.goal_setting import fitted_weights  # noqa: PLC0415 - its calendars are slow to load

    return fitted_weights(workbook)
