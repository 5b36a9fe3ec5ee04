"""Manual goals that cannot be goals stop a goal command: text, parts of a yuan, less than nothing."""

from collections.abc import Callable

from opsbook.book.compile.input_models import wrong_value
from opsbook.engine.workbook import Workbook
from opsbook.hosts.showing import spoken
from opsbook.model.errors import GoalRefusedError
from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_name

NAMED = 5  # cells a message lists


def refuse_strange_locks(workbook: Workbook, table: str, counts: Callable[[Value], bool]) -> None:
    """Stop at manual goals that are no whole yuan from 0 up.

    Args:
        workbook: the open workbook.
        table: GoalMonth or GoalDay.
        counts: whether the row of a month or day counts.

    Raises:
        GoalRefusedError: naming the cells and what stands in them.
    """
    rule = next(sheet.columns[table]["lock"] for sheet in workbook.plan.sheet_rules if table in sheet.columns)
    body, columns = workbook.host.read_table(table), workbook.columns(table)
    at = body.first_column + body.headers.index(workbook.header(table, "lock"))
    first = columns["month" if table == "GoalMonth" else "date"]
    strange = [
        f"{cell_name(body.first_row + row, at)} = {spoken(lock)}"
        for row, (one, lock) in enumerate(zip(first, columns["lock"], strict=True))
        if counts(one) and wrong_value(rule, lock)
    ]
    if strange:
        raise GoalRefusedError("strange-locks", sheet=body.sheet, count=len(strange), cells=tuple(strange[:NAMED]))
