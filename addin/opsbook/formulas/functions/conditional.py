"""SUMIFS, COUNTIFS, AVERAGEIFS: the rows that satisfy every criterion."""

from collections.abc import Callable, Hashable, Sequence
from math import inf

from opsbook.formulas.cells import (
    Cells,
    Compile,
    CompileSpread,
    Reading,
    RowIndex,
    Rows,
    Spread,
    Values,
    added,
    error_cell,
    refuse_errors,
)
from opsbook.formulas.coerce import PLAIN
from opsbook.formulas.functions.criteria import Criterion, criterion
from opsbook.formulas.functions.ranges import column_of
from opsbook.formulas.node import Call, Column, Node
from opsbook.model.values import Value, is_number

CONDITIONAL = ("SUMIFS", "COUNTIFS", "AVERAGEIFS")

Pairs = Sequence[tuple[Column, Criterion]]
Measure = Callable[[Cells, tuple[Criterion, ...]], Value]


def conditional(node: Call, compiled: Compile) -> Reading:
    """Compile one of the three."""
    parts, measure = [compiled(wanted) for wanted in _wanted(node)], _measure(node)
    return lambda cells, row: measure(cells, tuple([criterion(part(cells, row)) for part in parts]))


def conditional_spread(node: Call, compiled: CompileSpread) -> Spread:
    """Compile one of the three for many rows; what many rows ask is found once."""
    parts, measure = [compiled(wanted) for wanted in _wanted(node)], _measure(node)

    def spread(cells: Cells, rows: Rows) -> Values:
        questions = list(zip(*(map(criterion, part(cells, rows)) for part in parts), strict=True))
        answers = {question: measure(cells, question) for question in dict.fromkeys(questions)}
        return [answers[question] for question in questions]

    return spread


def _wanted(node: Call) -> tuple[Node, ...]:
    return node.arguments[1 if node.function == "COUNTIFS" else 2 :: 2]


def _measure(node: Call) -> Measure:
    first = 0 if node.function == "COUNTIFS" else 1
    columns = [column_of(node, place) for place in range(first, len(node.arguments), 2)]
    measured = column_of(node, 0)

    def measure(cells: Cells, wanted: tuple[Criterion, ...]) -> Value:
        rows = _rows(cells, list(zip(columns, wanted, strict=True)))
        if node.function == "COUNTIFS":
            return len(rows)
        values = cells.column(measured.table, measured.column)
        seen = [values[at] for at in rows]
        figures: list[float] = [value for value in seen if type(value) in PLAIN or is_number(value)]  # type: ignore[misc]
        if len(figures) < len(rows):
            refuse_errors(node, seen)
        if node.function == "SUMIFS":
            return added(node, figures)
        if not figures:
            raise error_cell(node, "#DIV/0!")
        return added(node, figures) / len(figures)

    return measure


def _rows(cells: Cells, pairs: Pairs) -> Sequence[int]:
    """Positions of the rows that satisfy all criteria."""
    rows, settled = _by_key(cells, pairs)
    for place, (column, wanted) in enumerate(pairs):
        if not rows:
            break
        if place != settled:
            rows = wanted.passed(rows, cells.column(column.table, column.column))
    return rows


def _by_key(cells: Cells, pairs: Pairs) -> tuple[Sequence[int], int]:
    """The rows that satisfy the criterion of equality with fewest, and that criterion's place; else those of a span."""
    best: Sequence[int] | None = None
    settled = -1
    for place, (column, wanted) in enumerate(pairs):
        if wanted.keys:
            index = cells.rows_by_value(column.table, column.column)
            found = _positions(index, wanted.keys)
            if best is None or len(found) < len(best):
                best, settled = found, place
    return (_in_span(cells, pairs), -1) if best is None else (best, settled)


def _positions(index: RowIndex, keys: Sequence[Hashable]) -> Sequence[int]:
    return [row for key in keys for row in index.get(key, ())]


def _in_span(cells: Cells, pairs: Pairs) -> Sequence[int]:
    """Rows between two bounds of one column; all rows where no column has both."""
    spans: dict[Column, tuple[float, float]] = {}
    for column, wanted in pairs:
        low, high = spans.get(column, (-inf, inf))
        spans[column] = max(low, wanted.low), min(high, wanted.high)
    for column, (low, high) in spans.items():
        if low > -inf and high < inf:
            index = cells.rows_by_value(column.table, column.column)
            return _positions(index, index.between(low, high))
    first = pairs[0][0]
    return range(len(cells.column(first.table, first.column)))
