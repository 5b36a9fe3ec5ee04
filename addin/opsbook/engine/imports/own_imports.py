"""Days covered by a workbook's own record of imports."""

from collections.abc import Iterator
from datetime import date

from opsbook.engine.workbook import Workbook
from opsbook.model.values import serial


def is_imported(workbook: Workbook, table: str, day: date) -> bool:
    """Whether a file listed in the workbook's Imports sheet had rows of a table on a day.

    Args:
        workbook: the open workbook.
        table: the table's name.
        day: the day. A report of the operator's own may fill any table, so its days count for all of them.
    """
    if "Imports" not in workbook.host.tables():
        return False
    fills = {name: one.table.name for one in workbook.catalog.exports.values() for name in one.names}
    return any(
        fills.get(str(row["kind"]), table) == table and _reaches(row["first"], row["last"], serial(day))
        for row in workbook.rows("Imports")
    )


def tells_of_older(workbook: Workbook) -> bool:
    """Whether a workbook's Imports tell of days, of a table whose older rows leave it, before all that stand in it."""
    if "Imports" not in workbook.host.tables():
        return False
    windowed = {
        name: one.table.name for one in workbook.catalog.exports.values() if one.table.window for name in one.names
    }
    first: dict[str, float] = {}
    for row in workbook.rows("Imports"):
        table, day = windowed.get(str(row["kind"])), row["first"]
        if table and isinstance(day, int | float):
            first[table] = min(day, first.get(table, day))
    return any(day < min(_days(workbook, table), default=day) for table, day in first.items())


def _days(workbook: Workbook, table: str) -> Iterator[float]:
    return (day for day in workbook.columns(table)["date"] if isinstance(day, int | float))


def _reaches(first: object, last: object, day: float) -> bool:
    return isinstance(first, int | float) and isinstance(last, int | float) and first <= day <= last
