"""Which reports a day still lacks, and where to export them."""

from collections.abc import Iterator, Mapping

from opsbook.engine.history import every_row
from opsbook.engine.workbook import Opened
from opsbook.features.daily.coverage import has_data
from opsbook.model.export import Importer
from opsbook.model.issues import Issue, Level
from opsbook.model.values import Value, from_serial, is_number

HABIT = 14  # days back in which a report that came at all is waited for
TAOBAO = ("生意参谋", "万相台", "淘宝联盟", "淘宝")
Row = Mapping[str, Value]


def expected_day(opened: Opened, as_of: float) -> float:
    """The last day that reports were fetched for: the day shown, or a later one that any file tells of and that was over.

    Args:
        opened: the workbook, after the import.
        as_of: the last complete day of the shop (serial number).
    """
    ends = (_numbers(row, "exported", "last") for row in opened.rows("Imports") if _taken(opened, row))
    return max((as_of, *(min(exported - 1, last) for exported, last in filter(None, ends))))


def _numbers(row: Row, *names: str) -> tuple[float, ...] | None:
    found = tuple(float(value) for name in names if is_number(value := row[name]) and isinstance(value, int | float))
    return found if len(found) == len(names) else None


def missing_for(opened: Opened, day: float) -> tuple[Issue, ...]:
    """Name the reports that have no row for a day, with where to export each.

    A shop on 淘宝 is asked for all of them, any other for those that came in the two weeks before.

    Args:
        opened: the workbook.
        day: serial number of the day.
    """
    return tuple(_missing(opened, day))


def _missing(opened: Opened, day: float) -> Iterator[Issue]:
    exports = _exports(opened)
    last = {exports[str(row["kind"])].table.name: str(row["kind"]) for row in _imported(opened)}
    taobao = any(kind.startswith(TAOBAO) for kind in last.values())
    for one in opened.catalog.reports:
        table = one.table
        if _told(opened, table, day):
            continue
        kind = last.get(table, "")
        if taobao or table == "ShopDay" or any(_told(opened, table, day - back) for back in range(1, HABIT + 1)):
            at_home = not kind or kind.startswith(TAOBAO)
            where = one.source[opened.lang] if at_home else kind.replace(" ", " › ", 1)
            seen = {"report": one.label, "table": table, "day": from_serial(day).isoformat(), "source": where}
            yield Issue("missing-report", Level.INFO, seen=seen)


def _exports(opened: Opened) -> Mapping[str, Importer]:
    """By name, the exports that are reports of a day."""
    reports = {one.table for one in opened.catalog.reports}
    known = opened.catalog.exports.values()
    return {one.name: one for one in known if one.table.name in reports and one.orders is None}


def _imported(opened: Opened) -> Iterator[Row]:
    """Imported reports, the one made last at the end."""
    known = (row for row in opened.rows("Imports") if _taken(opened, row))
    return iter(sorted(known, key=lambda row: (_numbers(row, "exported") or (0.0,))[0]))


def _taken(opened: Opened, row: Row) -> bool:
    """Whether a report's rows came into the book; those of another shop or year did not."""
    counts = _numbers(row, "rows", "rejected")
    return row["kind"] in _exports(opened) and counts is not None and counts[0] > counts[1]


def _told(opened: Opened, table: str, day: float) -> bool:
    """Whether a report has come; a day that orders alone tell, or that was cut short, still waits for the shop's."""
    return bool(every_row(opened, table, {day})) if table != "ShopDay" else has_data(opened, day, whole=True)
