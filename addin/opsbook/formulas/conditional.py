"""SUMIFS, COUNTIFS, AVERAGEIFS: the rows that satisfy every criterion."""

import math
from collections.abc import Hashable, Sequence

from opsbook.formulas.cells import Cells, Compile, Reading, RowIndex, added, error_cell, refuse_errors
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
        if len(figures) < len(rows):
            refuse_errors(node, (values[at] for at in rows))
        if node.function == "SUMIFS":
            return added(node, figures)
        if not figures:
            raise error_cell(node, "#DIV/0!")
        return added(node, figures) / len(figures)

    return reading


def _rows(cells: Cells, pairs: Pairs) -> Sequence[int]:
    """Positions of the rows that satisfy all criteria."""
    rows = _candidates(cells, pairs)
    for column, wanted in pairs:
        if not rows:
            break
        values, test = cells.column(column.table, column.column), wanted.test
        rows = [position for position in rows if test(values[position])]
    return rows


def _candidates(cells: Cells, pairs: Pairs) -> Sequence[int]:
    """The fewest rows an index finds, all that satisfy the criteria among them."""
    found: list[tuple[int, RowIndex, Sequence[Hashable]]] = []
    spans: dict[tuple[str, str], tuple[float, float]] = {}
    for column, wanted in pairs:
        place = column.table, column.column
        if wanted.keys:
            index = cells.rows_by_value(*place)
            keys = [key for key in wanted.keys if key in index]
            found.append((sum(len(index[key]) for key in keys), index, keys))
        elif wanted.ordered:
            low, high = spans.get(place, (-math.inf, math.inf))
            spans[place] = max(low, wanted.low), min(high, wanted.high)
    for place, span in spans.items():
        index = cells.rows_by_value(*place)
        numbers = index.between(*span)
        found.append((len(numbers), index, numbers))
    if not found:
        return range(len(cells.column(pairs[0][0].table, pairs[0][0].column)))
    _, index, best = min(found, key=lambda one: one[0])
    return [row for key in best for row in index[key]]
