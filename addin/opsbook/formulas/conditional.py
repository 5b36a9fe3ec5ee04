"""SUMIFS, COUNTIFS, AVERAGEIFS: the rows that satisfy every criterion."""

import math
from collections.abc import Sequence

from opsbook.formulas.cells import Cells, Compile, Reading, error_cell
from opsbook.formulas.criteria import Criterion, criterion
from opsbook.formulas.node import Call, Column
from opsbook.formulas.ranges import column_of
from opsbook.vocabulary.values import Value, is_number

Pairs = Sequence[tuple[Column, Criterion]]


def conditional(node: Call, compiled: Compile) -> Reading:
    """Compile one of the three; a criterion of equality finds its rows by index."""
    first = 0 if node.function == "COUNTIFS" else 1
    places = range(first, len(node.arguments), 2)
    pairs = tuple((column_of(node, place), compiled(node.arguments[place + 1])) for place in places)
    measured = column_of(node, 0)

    def reading(cells: Cells, row: int) -> Value:
        rows = _rows(cells, [(column, criterion(part(cells, row))) for column, part in pairs])
        if node.function == "COUNTIFS":
            return len(rows)
        values = cells.column(measured.table, measured.column)
        figures: list[float] = [value for at in rows if is_number(value := values[at])]  # type: ignore[misc]
        if node.function == "SUMIFS":
            return math.fsum(figures)
        if not figures:
            raise error_cell(node, "#DIV/0!")
        return math.fsum(figures) / len(figures)

    return reading


def _rows(cells: Cells, pairs: Pairs) -> Sequence[int]:
    """Positions of the rows that satisfy all criteria, the most selective index first."""
    indexed = [(_found(cells, column, wanted), at) for at, (column, wanted) in enumerate(pairs) if wanted.keys]
    rows: Sequence[int]
    if indexed:
        rows, used = min(indexed, key=lambda found: len(found[0]))
    else:
        rows, used = range(len(cells.column(pairs[0][0].table, pairs[0][0].column))), -1
    for at, (column, wanted) in enumerate(pairs):
        if at != used and rows:
            values, test = cells.column(column.table, column.column), wanted.test
            rows = [position for position in rows if test(values[position])]
    return rows


def _found(cells: Cells, column: Column, wanted: Criterion) -> Sequence[int]:
    index = cells.rows_by_value(column.table, column.column)
    found = [rows for key in wanted.keys if (rows := index.get(key))]
    return found[0] if len(found) == 1 else [row for rows in found for row in rows]
