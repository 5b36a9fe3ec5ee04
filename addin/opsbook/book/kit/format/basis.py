"""What a judged figure is made of, found in its row or in the days that the row stands for."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.place import Place
from opsbook.formulas.node import Name, Node, call, when
from opsbook.model.records.threshold import Least, Threshold

Span = Callable[[Callable[[str], Node]], tuple[Node, Node]]
"""First and last day that a row stands for, from what gives a cell of its row."""

DAY_COUNTS = {"orders": "day_orders"}
"""Defined names of what is counted day by day; `day_dates` are the days."""


def counts_of(threshold: Threshold | None, place: Place, span: Span | None) -> Mapping[str, Node]:
    """What the figures of a table are made of, by the column of Thresholds that says how many they need.

    Args:
        threshold: what they are judged by, None for one that nobody declared.
        place: where the table lies.
        span: the days of a row, None where it is itself one of those that are counted.
    """
    return dict(_counts(threshold, place, span)) if threshold else {}


def _counts(threshold: Threshold, place: Place, span: Span | None) -> Iterator[tuple[str, Node]]:
    for column, least in (("min_base", threshold.least), ("min_orders", threshold.least_orders)):
        if least and least.of in place.column:
            yield column, _cell(place, least.of)
        elif least and span and least.of in DAY_COUNTS:
            yield column, _of_days(least, *span(partial(_cell, place)))


def _cell(place: Place, column: str) -> Node:
    return Name(cell_name(place.first, place.column[column], column_fixed=True))


def _of_days(least: Least, first: Node, last: Node) -> Node:
    """How many there were; empty where no day says."""
    counted = Name(DAY_COUNTS[least.of])
    days = (Name("day_dates"), ">=" & first, Name("day_dates"), "<=" & last)
    known = call("COUNTIFS", *days, counted, ">=0")
    return when(known > 0, call("SUMIFS", counted, *days))
