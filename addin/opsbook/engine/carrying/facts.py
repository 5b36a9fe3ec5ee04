"""Rows of figures by day that files fill: those of the new workbook's years, wherever their windows put them."""

from collections.abc import Mapping
from pathlib import Path

from opsbook.engine.carrying.wording import Wording
from opsbook.engine.carrying.written import results
from opsbook.engine.carrying.years import held_days
from opsbook.engine.history import every_row
from opsbook.engine.imports.ledger import BLANK, read_ledger
from opsbook.engine.imports.reports import FileReport
from opsbook.engine.imports.windows import write_rows
from opsbook.engine.workbook import Workbook
from opsbook.model.schema import Table
from opsbook.model.values import Value


def is_facts(workbook: Workbook, table: Table) -> bool:
    """Whether files fill a table day by day."""
    return table.key[0] == "date" and any(one.name == table.name for one in workbook.catalog.filled)


def carry_facts(new: Workbook, old: Workbook, table: Table, wording: Wording) -> int:
    """Carry the rows of the new workbook's years with what their operator typed, from the workbook and its history.

    Returns:
        How many rows went along.
    """
    first, last = held_days(new)
    ledger, source, count = read_ledger(new, table.name), FileReport(Path(), ""), 0
    anew = results(new.catalog, table)
    for row in every_row(old, table.name):
        told = {name: value for name, value in row.items() if value not in BLANK and name not in anew}
        if isinstance(day := row["date"], int | float) and first <= day <= last and len(told) > 1:
            ledger.upsert(_worded(wording, table, told), source)
            count += 1
    write_rows(new, ledger)
    return count


def _worded(wording: Wording, table: Table, row: Mapping[str, Value]) -> Mapping[str, Value]:
    return {name: wording.cell(table.name, name, value) for name, value in row.items()}
