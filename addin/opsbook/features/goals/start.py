"""The days of a new workbook: its year and the year before, with weights from experience."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from opsbook.engine.creating import write_exactly
from opsbook.engine.workbook import Workbook
from opsbook.features.daily.weekdays import weekday
from opsbook.features.goals.events import market_of, own_events
from opsbook.features.goals.rules.events import event_label
from opsbook.features.goals.rules.own_events import OwnEvents
from opsbook.model.issues import Issue
from opsbook.model.language import Lang
from opsbook.model.values import Value, serial


def start(workbook: Workbook, year: int) -> tuple[Issue, ...]:
    """Write the days of two years, and the weights of the year's months and days.

    Args:
        workbook: the template.
        year: the workbook's year.

    Returns:
        Notes of own events and of the calendar.
    """
    from opsbook.features.goals.rules.weights import fit  # noqa: PLC0415 - its calendars are slow to load

    own, market = own_events(workbook), market_of(workbook)
    fitted = fit((), year, own, market)
    months, lang = fitted.months.items(), workbook.lang
    write_exactly(workbook, "ShopDay", [_shop_row(day, lang, own, market) for day in _days(year - 1, year)])
    write_exactly(workbook, "GoalMonth", [{"month": serial(month), "weight": weight} for month, weight in months])
    days: list[Mapping[str, Value]] = [
        {"date": serial(day), "weekday": weekday(day, lang), "weight": weight} for day, weight in fitted.days.items()
    ]
    write_exactly(workbook, "GoalDay", days)
    return (*own.issues, *fitted.notes)


def _days(first: int, last: int) -> Iterable[date]:
    begin, end = date(first, 1, 1), date(last, 12, 31)
    return (begin + timedelta(offset) for offset in range((end - begin).days + 1))


def _shop_row(day: date, lang: Lang, own: OwnEvents, market: str) -> Mapping[str, Value]:
    event = event_label(day, lang, own.promotions, market)
    return {"date": serial(day), "weekday": weekday(day, lang), "event": event or None}
