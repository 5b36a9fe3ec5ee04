"""Functions over cells and columns: sums, counts, extremes, and exact look-up."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from opsbook.formulas.cells import Cells, Compile, Reading, added, error_cell, normal, refuse_errors, shown
from opsbook.formulas.coerce import PLAIN, number
from opsbook.formulas.functions.criteria import wildcard
from opsbook.formulas.node import Call, Cell, Column, Literal, Name, Node
from opsbook.formulas.text import show
from opsbook.model.errors import FormulaError
from opsbook.model.values import Value, is_number

Aggregate: TypeAlias = Callable[[list[float]], float]


def _median(figures: list[float]) -> float:
    ordered, half = sorted(figures), len(figures) // 2
    return ordered[half] if len(figures) % 2 else (ordered[half - 1] + ordered[half]) / 2


AGGREGATES: dict[str, Aggregate] = {
    "SUM": math.fsum,
    "COUNT": len,
    "MAX": lambda figures: max(figures, default=0),
    "MIN": lambda figures: min(figures, default=0),
    "MEDIAN": _median,
}


def is_reference(node: Node) -> bool:
    """Whether Excel sees cells there, whose texts it passes over, and not a value."""
    return isinstance(node, Cell | Name | Column) or (isinstance(node, Call) and node.function == "INDEX")


def aggregate(node: Call, compiled: Compile) -> Reading:
    """Compile SUM, COUNT, MAX, MIN or MEDIAN over cells, columns and values."""
    if node.function == "COUNT" and all(isinstance(part, Cell) for part in node.arguments):
        return _count_cells([compiled(part) for part in node.arguments])
    function, counting = AGGREGATES[node.function], node.function == "COUNT"
    columns = [part for part in node.arguments if isinstance(part, Column)]
    cells_ = [compiled(part) for part in node.arguments if is_reference(part) and not isinstance(part, Column)]
    values = [compiled(part) for part in node.arguments if not is_reference(part)]

    def reading(cells: Cells, row: int) -> Value:
        seen = [cell(cells, row) for cell in cells_]
        for column in columns:
            seen += cells.column(column.table, column.column)
        figures = list(filter(is_number, seen))
        if not counting and len(figures) < len(seen):
            refuse_errors(node, seen)
        for part in values:
            value = shown(part, cells, row) if counting else part(cells, row)
            figure = number(value)
            if figure is not None:
                figures.append(figure + 0)  # a truth value is a number here, and shows as one
            elif not counting:
                raise error_cell(node, "#VALUE!", value)
        if node.function == "MEDIAN" and not figures:
            raise error_cell(node, "#NUM!")
        return added(node, figures) if node.function == "SUM" else function(figures)  # type: ignore[arg-type]

    return reading


def _count_cells(parts: Sequence[Reading]) -> Reading:
    """COUNT of single cells, the question every ratio of a row begins with."""
    return lambda cells, row: sum([type(value := part(cells, row)) in PLAIN or is_number(value) for part in parts])


def count_all(node: Call, compiled: Compile) -> Reading:
    """Compile COUNTA: everything but blank cells; empty texts and errors are included."""
    parts = [part if isinstance(part, Column) else compiled(part) for part in node.arguments]

    def reading(cells: Cells, row: int) -> Value:
        return sum(value is not None for value in _all(parts, cells, row))

    return reading


def _all(parts: Sequence[Column | Reading], cells: Cells, row: int) -> Iterator[Value]:
    for part in parts:
        if isinstance(part, Column):
            yield from cells.column(part.table, part.column)
        else:
            yield shown(part, cells, row)


def height(node: Call, compiled: Compile) -> Reading:
    """Compile ROWS: how many body rows a column has."""
    del compiled
    column = column_of(node, 0)
    return lambda cells, _row: len(cells.column(column.table, column.column))


def ranked(node: Call, compiled: Compile) -> Reading:
    """Compile LARGE or SMALL over a column."""
    column, rank = column_of(node, 0), compiled(node.arguments[1])

    def reading(cells: Cells, row: int) -> Value:
        values = cells.column(column.table, column.column)
        refuse_errors(node, values)
        figures = sorted(filter(is_number, values), reverse=node.function == "LARGE")  # type: ignore[type-var]
        place = number(seen := rank(cells, row))
        if place is None or not 1 <= place <= len(figures):
            raise error_cell(node, "#NUM!", seen)
        return figures[math.ceil(place) - 1]

    return reading


def subtotal(node: Call, compiled: Compile) -> Reading:
    """Compile SUBTOTAL of visible rows."""
    del compiled
    column = column_of(node, 1)
    kind = node.arguments[0].value if isinstance(node.arguments[0], Literal) else None
    if kind not in {101, 102, 103, 109}:
        raise FormulaError("formula-unreadable", formula=show(node))

    def reading(cells: Cells, row: int) -> Value:
        del row
        hidden = cells.hidden(column.table)
        values = [value for at, value in enumerate(cells.column(column.table, column.column)) if at not in hidden]
        if kind == 103:
            return sum(value is not None for value in values)
        figures: list[float] = list(filter(is_number, values))  # type: ignore[arg-type]
        if kind == 101 and not figures:
            raise error_cell(node, "#DIV/0!")
        if kind == 102:
            return len(figures)
        refuse_errors(node, values)
        return added(node, figures) / (len(figures) if kind == 101 else 1)

    return reading


def match(node: Call, compiled: Compile) -> Reading:
    """Compile an exact MATCH; no match is an error that ISNUMBER sees."""
    column, key = column_of(node, 1), compiled(node.arguments[0])
    if node.arguments[2] != Literal(0):
        raise FormulaError("formula-unreadable", formula=show(node))

    def reading(cells: Cells, row: int) -> Value:
        wanted = key(cells, row)
        refuse_errors(node, (wanted,))
        found = _position(cells, column, 0 if wanted is None else wanted)
        if found is None:
            raise error_cell(node, "#N/A", wanted)
        return found + 1

    return reading


def _position(cells: Cells, column: Column, wanted: Value) -> int | None:
    if isinstance(wanted, str) and any(mark in wanted for mark in "*?~"):
        pattern = wildcard(wanted)
        values = cells.column(column.table, column.column)
        return next(
            (at for at, value in enumerate(values) if isinstance(value, str) and pattern.fullmatch(value)), None
        )
    rows = cells.rows_by_value(column.table, column.column).get(normal(wanted))
    return rows[0] if rows else None


def index(node: Call, compiled: Compile) -> Reading:
    """Compile INDEX: the cell of a column at a position (from 1)."""
    column, position = column_of(node, 0), compiled(node.arguments[1])

    def reading(cells: Cells, row: int) -> Value:
        values = cells.column(column.table, column.column)
        place = number(seen := position(cells, row))
        if place is None or not 1 <= place < len(values) + 1:
            raise error_cell(node, "#REF!", seen)
        return values[int(place) - 1]

    return reading


def column_of(node: Call, position: int) -> Column:
    """The whole column an argument must be."""
    argument = node.arguments[position]
    if not isinstance(argument, Column):
        raise FormulaError("formula-unreadable", formula=show(node))
    return argument
