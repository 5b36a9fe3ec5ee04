"""Looking into an opened workbook by day and column id."""

from datetime import date, datetime

from opsbook.model.issues import Level
from opsbook.model.values import serial
from support.house import FACT_TABLES, TABLE

NOW = datetime(2026, 4, 1, 9, 30)
TOLD_TABLES = (*(table.name for table in FACT_TABLES), "Imports")


def facts(workbook, *tables):
    """Typed cells of the fact tables and the record of imports, by table, rows in any order."""
    found = {}
    for name in tables or TOLD_TABLES:
        typed = [column.id for column in TABLE[name].columns if column.kind.value != "formula"]
        rows = workbook.rows(name)
        found[name] = sorted((tuple(row[column] or "" for column in typed) for row in rows), key=repr)
    return found


def day_number(day):
    """A day as cells hold it."""
    return serial(date.fromisoformat(day))


def row(workbook, table, day):
    """The first row of a day."""
    return next(one for one in workbook.rows(table) if one[TABLE[table].key[0]] == day_number(day))


def cell(workbook, table, day, column):
    """One cell of the first row of a day."""
    return row(workbook, table, day)[column]


def told(report):
    """Codes of the issues that are more than notes."""
    return [issue.code for issue in report.all_issues if issue.level is not Level.INFO]
