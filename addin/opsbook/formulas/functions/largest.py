"""SUMPRODUCT(MAX(a*b*c)) over a long table: rows that a condition of equality rules out need not be multiplied."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from opsbook.formulas.cells import Cells, Compile, Reading, RowIndex
from opsbook.formulas.coerce import joined, parse_number
from opsbook.formulas.functions.scalars import NUMERIC
from opsbook.formulas.node import Binary, Call, Cell, Column, Literal, Node, Position
from opsbook.formulas.operators import COMPARISONS
from opsbook.model.values import Value

_ERRORS = frozenset({"#n/a", "#value!", "#div/0!", "#num!", "#ref!", "#name?", "#null!"})  # as an index holds them
_LOGICAL = frozenset({"", "true", "false"})  # texts that equal something else, too

Find = Callable[[Cells, int], Sequence[int] | None]


@dataclass(frozen=True, slots=True)
class _Some:
    """A workbook of which one table has some of its rows only."""

    whole: Cells
    table: str
    rows: Sequence[int]

    def column(self, table: str, column: str) -> Sequence[Value]:
        values = self.whole.column(table, column)
        return [values[row] for row in self.rows] if table == self.table else values

    def rows_by_value(self, table: str, column: str) -> RowIndex:
        return self.whole.rows_by_value(table, column)

    def hidden(self, table: str) -> Collection[int]:
        return self.whole.hidden(table)

    def name(self, name: str) -> Value:
        return self.whole.name(name)


def largest_product(node: Call, compiled: Compile, reading: Reading) -> Reading:
    """Shorten the way to the largest product where rows are told apart by equality; any other formula stays as it is.

    Args:
        node: a SUMPRODUCT.
        compiled: compiles its parts.
        reading: the long way, which multiplies in every row.
    """
    factors = list(_factors(node))
    tables = {column.table for factor in factors for column in _columns(factor)}
    finds = [find for factor in factors if (find := _find(factor, compiled)) is not None]
    inside = {table for factor in factors for table in _looked_into(factor)}
    if not finds or len(tables) != 1 or tables & inside:
        return reading
    (table,), spoiled = tables, _spoiled(factors)

    def shortened(cells: Cells, row: int) -> Value:
        found = [find(cells, row) for find in finds]
        known = [rows for rows in found if rows is not None]
        if not known or spoiled(cells):
            return reading(cells, row)
        largest = reading(_Some(cells, table, min(known, key=len)), row)
        return max(0, largest)  # type: ignore[type-var]  # of the rows left out, each product is 0

    return shortened


def _factors(node: Node) -> Iterator[Node]:
    """The factors of SUMPRODUCT(MAX(product)); nothing for any other formula."""
    if isinstance(node, Call) and node.function == "SUMPRODUCT" and len(node.arguments) == 1:
        inner = node.arguments[0]
        if isinstance(inner, Call) and inner.function == "MAX" and len(inner.arguments) == 1:
            yield from _split(inner.arguments[0])


def _split(node: Node) -> Iterator[Node]:
    if isinstance(node, Binary) and node.operator == "*":
        yield from _split(node.left)
        yield from _split(node.right)
    else:
        yield node


def _columns(node: Node) -> Iterator[Column]:
    """Columns a part is worked out over cell by cell; a look-up or a conditional sum takes columns but gives one value."""
    if isinstance(node, Column):
        yield node
    elif isinstance(node, Binary):
        yield from _columns(node.left)
        yield from _columns(node.right)
    elif isinstance(node, Call) and (node.function == "ISNUMBER" or node.function in NUMERIC):
        yield from (column for argument in node.arguments for column in _columns(argument))


def _looked_into(node: Node) -> Iterator[str]:
    """Tables that a part looks into for one value, the formula's own row included."""
    if isinstance(node, Cell | Position):
        yield node.table
    elif isinstance(node, Binary):
        yield from _looked_into(node.left)
        yield from _looked_into(node.right)
    elif isinstance(node, Call):
        for argument in node.arguments:
            if isinstance(argument, Column):
                yield from () if node.function == "ISNUMBER" or node.function in NUMERIC else (argument.table,)
            else:
                yield from _looked_into(argument)


def _find(factor: Node, compiled: Compile) -> Find | None:
    """How to find the rows where `column = key` or `column & "" = key` holds; None for any other factor."""
    if not isinstance(factor, Binary) or factor.operator != "=" or any(_columns(factor.right)):
        return None
    left, spelled = factor.left, False
    if isinstance(left, Binary) and left.operator == "&" and left.right == Literal(""):
        left, spelled = left.left, True
    if not isinstance(left, Column):
        return None
    column, key = left, compiled(factor.right)

    def find(cells: Cells, row: int) -> Sequence[int] | None:
        wanted = key(cells, row)
        if not isinstance(wanted, str) or wanted.lower() in _LOGICAL:
            return None
        index = cells.rows_by_value(column.table, column.column)
        rows = index.get(wanted.lower(), [])
        figure = parse_number(wanted) if spelled else None
        return rows if figure is None or joined(figure) != wanted else [*rows, *index.get(figure, [])]

    return find


def _spoiled(factors: Sequence[Node]) -> Callable[[Cells], bool]:
    """Whether a row left out could make an error: an error cell that is compared, a text that is multiplied."""
    compared = {column for factor in factors if _is_comparison(factor) for column in _columns(factor)}
    multiplied = {column for factor in factors if not _is_test(factor) for column in _columns(factor)}

    def spoiled(cells: Cells) -> bool:
        indexes = (cells.rows_by_value(one.table, one.column) for one in compared)
        figures = (cells.rows_by_value(one.table, one.column) for one in multiplied)
        return any(_ERRORS & index.keys() for index in indexes) or any(
            isinstance(key, str) for index in figures for key in index
        )

    return spoiled


def _is_comparison(factor: Node) -> bool:
    return isinstance(factor, Binary) and factor.operator in COMPARISONS


def _is_test(factor: Node) -> bool:
    return _is_comparison(factor) or (isinstance(factor, Call) and factor.function == "ISNUMBER")
