"""What a formula sees when it is calculated, and how values are found."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from functools import cached_property
from math import fsum, isfinite
from typing import Protocol, TypeAlias

from opsbook.formulas.node import Node
from opsbook.formulas.text import show
from opsbook.model.errors import FormulaError
from opsbook.model.values import ErrorValue, Value


class Cells(Protocol):
    """The tables and defined names of one workbook."""

    def column(self, table: str, column: str) -> Sequence[Value]:
        """Body cells of a column, in sheet order."""

    def rows_by_value(self, table: str, column: str) -> "RowIndex":
        """Positions (from 0) of the body rows by `normal` value of a column; see `index_rows`."""

    def hidden(self, table: str) -> Collection[int]:
        """Positions (from 0) of body rows out of sight: SUBTOTAL passes over them."""

    def name(self, name: str) -> Value:
        """The value of the one cell a defined name points to."""


Reading: TypeAlias = Callable[[Cells, int], Value]
"""One formula, compiled: gives its value in a body row (from 0) of its own table."""

Compile: TypeAlias = Callable[[Node], Reading]

Rows: TypeAlias = Sequence[int]
Values: TypeAlias = Sequence[Value]
Spread: TypeAlias = Callable[[Cells, Rows], Values]
"""A part of a formula, compiled: its values in some body rows (from 0, ascending, at least one) of its own table."""

CompileSpread: TypeAlias = Callable[[Node], Spread]


class ErrorCellError(FormulaError):
    """The formula would show an error value such as #DIV/0!."""

    @property
    def value(self) -> ErrorValue:
        """What the cell shows."""
        return ErrorValue(self.seen["error"])


def error_cell(node: Node, error: str, seen: Value = None) -> ErrorCellError:
    """The refusal of a formula that would show an error; an error it meets is passed on as it is."""
    shown = seen if isinstance(seen, ErrorValue) else error
    return ErrorCellError("formula-error-cell", formula=show(node), error=shown, seen=seen)


def shown(reading: Reading, cells: Cells, row: int) -> Value:
    """What a formula cell shows; one that a strange cell makes an error shows the error, as in Excel."""
    try:
        return reading(cells, row)
    except ErrorCellError as error:
        return error.value


def refuse_errors(node: Node, values: Iterable[Value]) -> None:
    """An error among the values a formula works on is what the formula shows."""
    for value in values:
        if isinstance(value, ErrorValue):
            raise error_cell(node, value, value)


def finite(node: Node, result: float) -> float:
    """A result; one too large for a cell is an error."""
    if not isfinite(result):
        raise error_cell(node, "#NUM!", result)
    return result


def added(node: Node, figures: Iterable[float]) -> float:
    """The exact sum of numbers; one too large for a cell is an error."""
    try:
        return finite(node, fsum(figures))
    except (OverflowError, ValueError):  # the second where sums of both signs overflow
        raise error_cell(node, "#NUM!") from None


def normal(value: Value) -> Hashable:
    """A value as exact look-ups see it: texts without case, truth values apart from numbers."""
    if isinstance(value, str):
        return value.lower()
    return ("logical", value) if isinstance(value, bool) else value


class RowIndex(dict[Hashable, list[int]]):
    """Positions by value, and the numbers among the values in order."""

    @cached_property
    def numbers(self) -> list[float]:
        """The column's numbers, smallest first, each once."""
        return sorted(value for value in self if isinstance(value, int | float))

    def between(self, low: float, high: float) -> list[float]:
        """The column's numbers from `low` to `high`, both included."""
        return self.numbers[bisect_left(self.numbers, low) : bisect_right(self.numbers, high)]


def index_rows(values: Sequence[Value]) -> RowIndex:
    """Positions of every value of a column.

    >>> index_rows([1, "A", "a", None])
    {1: [0], 'a': [1, 2], None: [3]}
    """
    rows = RowIndex()
    for position, value in enumerate(values):
        rows.setdefault(normal(value), []).append(position)
    return rows
