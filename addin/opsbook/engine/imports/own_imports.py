"""Days covered by a workbook's own record of imports."""

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
    fills = {importer.name: importer.table.name for importer in workbook.catalog.exports.values()}
    return any(
        fills.get(str(row["kind"]), table) == table and _reaches(row["first"], row["last"], serial(day))
        for row in workbook.rows("Imports")
    )


def _reaches(first: object, last: object, day: float) -> bool:
    return isinstance(first, int | float) and isinstance(last, int | float) and first <= day <= last
