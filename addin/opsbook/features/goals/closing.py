"""Days without business carry no goal: weight 0 from the first command after they were marked, until the mark is gone."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeGuard

from opsbook.engine.workbook import Workbook
from opsbook.features.goals.events import market_of, own_events
from opsbook.features.goals.rules.events import is_closed
from opsbook.model.values import FIRST_DAY, LAST_DAY, YEARS, Value, from_serial, is_number, serial

if TYPE_CHECKING:
    from opsbook.features.goals.rules.weights import Weights


def close_days(workbook: Workbook) -> None:
    """Write weight 0 for days that Events close, and for months of such days only; a fitted one where a mark is gone.

    No other weight moves: the open days of the month share its goal in the proportions they had.
    """
    year = workbook.number("year")
    if year is None or not YEARS[0] <= year <= YEARS[1]:
        return  # a check tells of it
    days, months = _weights(workbook, "GoalDay", "date"), _weights(workbook, "GoalMonth", "month")
    own, market = own_events(workbook).promotions, market_of(workbook)
    open_days = {day for day in days if not is_closed(day, own, market)}
    open_months = {day.replace(day=1) for day in open_days}
    off_days, off_months = _off(days, open_days), _off(months, open_months)
    if not off_days and not off_months:
        return
    fitted = _fitted(workbook) if open_days & {*off_days} or open_months & {*off_months} else None
    workbook.upsert("GoalDay", [_row("date", day, fitted.days if fitted else {}) for day in off_days])
    workbook.upsert("GoalMonth", [_row("month", month, fitted.months if fitted else {}) for month in off_months])


def _weights(workbook: Workbook, table: str, key: str) -> dict[date, Value]:
    columns = workbook.columns(table)
    known = zip(columns[key], columns["weight"], strict=True)
    return {from_serial(day): weight for day, weight in known if _is_day(day) and is_number(weight)}


def _is_day(value: Value) -> TypeGuard[float]:
    return isinstance(value, int | float) and FIRST_DAY <= value <= LAST_DAY


def _off(weights: Mapping[date, Value], with_business: Collection[date]) -> list[date]:
    """Those that are closed and weigh something, or are open and weigh nothing."""
    return [day for day, weight in weights.items() if (weight == 0) == (day in with_business)]


def _fitted(workbook: Workbook) -> "Weights":
    from opsbook.features.goals.goal_setting import fitted_weights  # noqa: PLC0415 - its calendars are slow to load

    return fitted_weights(workbook)


def _row(key: str, day: date, fitted: Mapping[date, int]) -> Mapping[str, Value]:
    return {key: serial(day), "weight": fitted.get(day, 0)}
