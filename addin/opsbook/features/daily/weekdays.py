"""Names of weekdays beside the days."""

from collections.abc import Mapping
from datetime import date

from opsbook.engine.workbook import Workbook
from opsbook.model.language import Lang
from opsbook.model.values import Value, from_serial

WEEKDAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}


def weekday(day: date, lang: Lang) -> str:
    """Short name of a weekday.

    >>> weekday(date(2026, 11, 12), "zh")
    '四'
    """
    return WEEKDAYS[lang][day.weekday()]


def write_weekdays(workbook: Workbook) -> None:
    """Fill in the weekday where a day has none, as in a row the operator added; what stands there stays."""
    for table in workbook.catalog.calendars:
        columns = workbook.columns(table.name)
        if "weekday" not in columns:
            continue
        blank: list[Mapping[str, Value]] = [
            {"date": day, "weekday": weekday(from_serial(day), workbook.lang)}
            for day, named in zip(columns["date"], columns["weekday"], strict=True)
            if isinstance(day, int | float) and named in {None, ""}
        ]
        if blank:
            workbook.upsert(table.name, blank)
