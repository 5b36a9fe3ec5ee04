"""Make a new workbook: a copy of a template, dated for its year, with weights from experience."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from opsbook.engine.refresh import own_events, refresh
from opsbook.engine.workbook import Opened, open_book
from opsbook.features.competitors.tables import PEER_EVENTS, PEER_LOG, PEER_LOST, PEER_MATCHES
from opsbook.features.daily.tables import FACT_TABLES, IMPORTS, MAPPING, TABLE
from opsbook.features.daily.weekdays import weekday
from opsbook.features.goals.rules.events import event_label
from opsbook.features.goals.rules.own_events import OwnEvents
from opsbook.hosts.host import Host
from opsbook.model.issues import Issue
from opsbook.model.language import Lang
from opsbook.model.values import Value, serial


def prepare(host: Host, shop: str, year: int) -> tuple[Issue, ...]:
    """Turn an opened template into a workbook of a shop and year.

    Args:
        host: the template, not yet saved under its own name.
        shop: shop name.
        year: calendar year; Daily holds it and the year before.

    Returns:
        Notes, such as a calendar that does not know the year's holidays yet.
    """
    from opsbook.features.goals.rules.weights import fit  # noqa: PLC0415 - its calendars are slow to load, and only a new book needs them

    opened = open_book(host)
    for name, value in (("shop", shop), ("year", year), ("the_day", None), ("year_goal", None)):
        host.write_name(name, value)
    for table in (*FACT_TABLES[1:], IMPORTS, MAPPING, PEER_LOG, PEER_EVENTS, PEER_MATCHES, PEER_LOST):
        _keep(opened, table.name, ())
    own = own_events(opened)
    fitted = fit((), year, own)
    _write(opened, "ShopDay", [_shop_row(day, opened.lang, own) for day in _days(year - 1, year)])
    _write(opened, "GoalMonth", [{"month": serial(month), "weight": weight} for month, weight in fitted.months.items()])
    days: list[Mapping[str, Value]] = [
        {"date": serial(day), "weekday": weekday(day, opened.lang), "weight": weight}
        for day, weight in fitted.days.items()
    ]
    _write(opened, "GoalDay", days)
    refresh(opened)
    return (*own.issues, *fitted.notes)


def _days(first: int, last: int) -> Iterable[date]:
    start, end = date(first, 1, 1), date(last, 12, 31)
    return (start + timedelta(offset) for offset in range((end - start).days + 1))


def _shop_row(day: date, lang: Lang, own: OwnEvents) -> Mapping[str, Value]:
    event = event_label(day, lang, own.promotions)
    return {"date": serial(day), "weekday": weekday(day, lang), "event": event or None}


def _write(opened: Opened, table: str, rows: list[Mapping[str, Value]]) -> None:
    """Exactly these rows: placeholders are filled, rows of other days and left-over placeholders go."""
    key = TABLE[table].key[0]
    _keep(opened, table, ())
    opened.upsert(table, rows)
    _keep(opened, table, {row[key] for row in rows}, placeholders=False)


def _keep(opened: Opened, table: str, wanted: Iterable[Value], *, placeholders: bool = True) -> None:
    """Drop the rows whose first key is not wanted."""
    keys, kept = [opened.header(table, column) for column in TABLE[table].key], set(wanted)
    columns = opened.columns(table)
    rows = list(zip(*(columns[column] for column in TABLE[table].key), strict=True))
    gone = [row for row in rows if (row[0] is not None and row[0] not in kept) or (row[0] is None and not placeholders)]
    if gone:
        opened.host.drop_rows(table, list(dict.fromkeys(gone)), keys)
