"""Everything of ours that a workbook and its history hold, to be compared."""

from opsbook.engine.history import every_row
from opsbook.engine.runs.changed_rows import own_columns
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.matching import parts_of
from support.house import FACT_TABLES, TABLES, open_book

NOT_COMPARED = {"Imports": {"at"}}  # the clock's


def state_of(path):
    """Cells that are no formulas, by table and row in any order, named cells, and rows of the history."""
    workbook = open_book(FilesHost(path))
    found = {}
    for table in TABLES:
        body = workbook.host.read_table(table.name)
        at = own_columns(workbook, table.name, body.headers)
        rows = [{name: row[place] for name, place in at.items()} for row in body.rows]
        found[table.name] = sorted(
            (parts, _told(row, table.name))
            for row in rows
            if any(parts := parts_of(row[name] for name in table.key)) and _counts(table, row)
        )
        found[f"history of {table.name}"] = sorted(
            (parts, _told(row, table.name)) for parts, row in workbook.host.history.rows(table.name).items()
        )
    found["names"] = {name: workbook.setting(name) for name in workbook.plan.inputs}
    return found


def rows_anywhere(path):
    """Facts by table and key, wherever they lie: in the workbook or in its history; the record of imports, too."""
    workbook = open_book(FilesHost(path))
    found = {table.name: {} for table in FACT_TABLES}
    for table in FACT_TABLES:
        for row in every_row(workbook, table.name):
            if told := _told({name: row[name] for name in row if name not in {*table.key, "weekday"}}, table.name):
                found[table.name][parts_of(row[name] for name in table.key)] = told
    found["Imports"] = sorted(str(row["id"]) for row in workbook.rows("Imports") if row["id"])
    return found


def _told(row, table):
    kept = {name: value for name, value in row.items() if value not in {None, ""}}
    return sorted((name, str(value)) for name, value in kept.items() if name not in NOT_COMPARED.get(table, ()))


def _counts(table, row):
    """Rows of a calendar always stand; a row of another table counts where more than its key is told."""
    return table.fixed or any(value not in {None, ""} for name, value in row.items() if name not in table.key)


def type_in(path, edits):
    """Type into a workbook as its operator does in Excel: no run, no other cell changes.

    Args:
        path: the workbook.
        edits: (table, row with its key by column id), or (name, value) of a named cell.
    """
    workbook = open_book(FilesHost(path))
    for target, what in edits:
        if isinstance(what, dict):
            workbook.upsert(target, [what])
        else:
            workbook.host.write_name(target, what)
    path.write_bytes(workbook.host.book.to_bytes() or path.read_bytes())
