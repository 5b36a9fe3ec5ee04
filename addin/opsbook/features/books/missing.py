"""Which reports a day still lacks, and where to export them."""

from collections.abc import Iterator, Mapping

from opsbook.engine.history import every_row
from opsbook.engine.workbook import Workbook
from opsbook.features.books.coverage import has_data
from opsbook.model.issues import Issue, Level
from opsbook.model.records.export import Importer
from opsbook.model.values import Value, from_serial, is_number

HABIT = 14  # days back in which a report that came at all is waited for
TAOBAO = ("生意参谋", "万相台", "淘宝联盟", "淘宝")
Row = Mapping[str, Value]


def expected_day(workbook: Workbook, as_of: float) -> float:
    """The last day that reports were fetched for: the day shown, or a later one that any file tells of and that was over.

    Args:
        workbook: the workbook, after the import.
        as_of: the last complete day of the shop (serial number).
    """
    ends = (_numbers(row, "exported", "last") for row in workbook.rows("Imports") if _taken(workbook, row))
    return max((as_of, *(min(exported - 1, last) for exported, last in filter(None, ends))))


def _numbers(row: Row, *names: str) -> tuple[float, ...] | None:
    found = tuple(float(value) for name in names if is_number(value := row[name]) and isinstance(value, int | float))
    return found if len(found) == len(names) else None


def missing_for(workbook: Workbook, day: float) -> tuple[Issue, ...]:
    """Name the reports that have no row for a day, with where to export each.

    A shop on 淘宝 is asked for all of them, any other for those that came in the two weeks before.

    Args:
        workbook: the open workbook.
        day: serial number of the day.
    """
    return tuple(_missing(workbook, day))


def _missing(workbook: Workbook, day: float) -> Iterator[Issue]:
    exports = _exports(workbook)
    last = {exports[str(row["kind"])].table.name: str(row["kind"]) for row in _imported(workbook)}
    taobao = any(kind.startswith(TAOBAO) for kind in last.values())
    for one in workbook.catalog.reports:
        table = one.table
        if _told(workbook, table, day):
            continue
        kind = last.get(table, "")
        if taobao or table == "ShopDay" or any(_told(workbook, table, day - back) for back in range(1, HABIT + 1)):
            at_home = not kind or kind.startswith(TAOBAO)
            where = one.source[workbook.lang] if at_home else kind.replace(" ", " › ", 1)
            seen = {"report": one.label, "table": table, "day": from_serial(day).isoformat(), "source": where}
            yield Issue("missing-report", Level.INFO, seen=seen)


def _exports(workbook: Workbook) -> Mapping[str, Importer]:
    """By name, the exports that are reports of a day."""
    reports = {one.table for one in workbook.catalog.reports}
    known = workbook.catalog.exports.values()
    told = (one for one in known if one.table.name in reports and one.orders is None)
    return {name: one for one in told for name in one.names}


def _imported(workbook: Workbook) -> Iterator[Row]:
    """Imported reports, the one made last at the end."""
    known = (row for row in workbook.rows("Imports") if _taken(workbook, row))
    return iter(sorted(known, key=lambda row: (_numbers(row, "exported") or (0.0,))[0]))


def _taken(workbook: Workbook, row: Row) -> bool:
    """Whether a report's rows came into the book; those of another shop or year did not."""
    counts = _numbers(row, "rows", "rejected")
    return row["kind"] in _exports(workbook) and counts is not None and counts[0] > counts[1]


def _told(workbook: Workbook, table: str, day: float) -> bool:
    """Whether a report has come; a day that orders alone tell, or that was cut short, still waits for the shop's."""
    return bool(every_row(workbook, table, {day})) if table != "ShopDay" else has_data(workbook, day, whole=True)
