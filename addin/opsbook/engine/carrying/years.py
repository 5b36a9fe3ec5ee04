"""The years of two workbooks: those they share, and the days that one of them may hold."""

from datetime import date

from opsbook.engine.imports.importing import years
from opsbook.engine.workbook import Workbook
from opsbook.model.values import serial


def same_year(new: Workbook, old: Workbook) -> bool:
    """Whether both workbooks are of one year."""
    return new.number("year") == old.number("year")


def spans(new: Workbook, old: Workbook) -> bool:
    """Whether a year is held by both workbooks; each holds its own and the one before."""
    return bool({*years(new)} & {*years(old)})


def held_days(workbook: Workbook) -> tuple[float, float]:
    """The first and the last day that a workbook may hold, as serial numbers."""
    before, year = years(workbook)
    return serial(date(before, 1, 1)), serial(date(year, 12, 31))
