"""Formulas that read the day shown: metrics of the Calc sheet, goals, thresholds, month so far."""

from opsbook.formulas.node import Cell, Column, Name, Node, both, call, has, is_num, lookup, when
from opsbook.metrics.expr import Ratio, Total
from opsbook.metrics.formula import over_cells
from opsbook.model.language import Lang

THE_DAY, AS_OF = Name("shown_day"), Name("as_of")  # what stands in the date cell, where it is a date
MONTH_START = THE_DAY - call("DAY", THE_DAY) + 1
HAS_DAY = is_num(THE_DAY)
PAST_WEEK = (THE_DAY - 7, THE_DAY - 1)
CHART_UNIT: dict[Lang, int] = {"zh": 10_000, "en": 1_000}  # yuan to one of a chart: 万, or thousands
_SHARE = Ratio(Total("over"), Total("under"))
SHOWN_CHANGE, SHOWN_POINTS = 3, 2  # places a change is shown with: what rounds to nothing carries no arrow


def metric(name: str, column: str = "value") -> Node:
    """A metric on the day shown, the day before, a week ago or over the 7 days before."""
    return lookup(Column("CalcMetric", column), name, Column("CalcMetric", "key"))


def figure(name: str) -> Node:
    """A single named figure of the Calc sheet, such as the month's forecast."""
    return Name(name)


def of_day(table: str, column: str, day: Node = THE_DAY) -> Node:
    """A figure of a day table on a day; empty when the day is not in the book or the cell holds none."""
    return _of(table, column, "date", day)


def _of(table: str, column: str, key: str, wanted: Node) -> Node:
    row = (Column(table, key), wanted)
    found = call("COUNTIFS", *row, Column(table, column), ">=-1E+300")
    return when(found.equals(0), "", call("SUMIFS", Column(table, column), *row))


def threshold(key: str, column: str) -> Node:
    """A cell of the thresholds table; empty when the row is gone."""
    keys = Column("Thresholds", "key")
    return when(has(keys, key), lookup(Column("Thresholds", column), key, keys))


def total(table: str, column: str, start: Node, end: Node) -> Node:
    """Sum of a day table's column from a day to a day; empty when no day has a figure."""
    dates = Column(table, "date")
    span = (dates, ">=" & start, dates, "<=" & end)
    found = call("COUNTIFS", *span, Column(table, column), ">=-1E+300")
    return when(found.equals(0), "", call("SUMIFS", Column(table, column), *span))


def ratio(over: Node, under: Node) -> Node:
    """A share of two cells that may be empty; empty when one is, or when the lower is 0."""
    return over_cells(_SHARE, {"over": over, "under": under})


def change(now: Node, before: Node) -> Node:
    """Relative change between two cells that may be empty."""
    return when(
        both(is_num(now), is_num(before)), when(before.equals(0), "", call("ROUND", now / before - 1, SHOWN_CHANGE))
    )


def difference(now: Node, before: Node) -> Node:
    """Difference in percentage points between two shares that may be empty."""
    return when(both(is_num(now), is_num(before)), call("ROUND", (now - before) * 100, SHOWN_POINTS))


def number(value: Node, number: str) -> Node:
    """A figure as text inside a sentence."""
    return call("TEXT", value, number)


def row(table: str, column: str) -> Cell:
    """The cell of a column in the formula's own row."""
    return Cell(table, column)
