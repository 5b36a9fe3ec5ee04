"""How a metric's totals are referred to: the same row, the rows of a date, given cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from opsbook.formulas.node import Cell, Column, Name, Node, Operand, call, is_num, node, when
from opsbook.model.catalog import Catalog
from opsbook.model.errors import FormulaError
from opsbook.model.units import Adding, Dimension

ANY_NUMBER = ">=-1E+300"


class Refer(Protocol):
    """Says what a total is in a formula, and when it is missing."""

    def total(self, field: str) -> Node:
        """The value of a field, given that it is not missing."""

    def known_or(self, field: str, second: Node) -> Node:
        """The value of a field, or where it is missing a second choice."""

    def missing(self, fields: tuple[str, ...], settings: tuple[str, ...]) -> tuple[Node, ...]:
        """Conditions of which one is true when some field or setting is missing."""


@dataclass(frozen=True, slots=True)
class same_row:  # noqa: N801 (reads as a verb where it is used)
    """Refer to the fields of the formula's own row.

    Args:
        catalog: what knows which figures are typed, or else found.
        table: the formula's table.
    """

    catalog: Catalog
    table: str

    def total(self, field: str) -> Node:
        """The cell of the field's column; where it is one to type into and holds no number, the found one beside it."""
        *first, last = self._cells(field)
        return _first_number(first, last)

    def known_or(self, field: str, second: Node) -> Node:
        """The number of the field's own column, or else of the found one, or else the second choice."""
        return _first_number(self._cells(field), second)

    def _cells(self, field: str) -> list[Node]:
        found = self.catalog.found_column(self.table, field)
        return [Cell(self.table, name) for name in (field, found) if name]

    def missing(self, fields: tuple[str, ...], settings: tuple[str, ...]) -> tuple[Node, ...]:
        """One count of all operands, then one of each pair of which either will do."""
        pairs = {field: found for field in fields if (found := self.catalog.found_column(self.table, field))}
        single = [Cell(self.table, field) for field in fields if field not in pairs]
        operands: list[Node] = [*single, *(Name(name) for name in settings)]
        known = (call("COUNT", Cell(self.table, field), Cell(self.table, found)) for field, found in pairs.items())
        counts = (call("COUNT", *operands) < len(operands),) if operands else ()
        return (*counts, *(count.equals(0) for count in known))


@dataclass(frozen=True, slots=True)
class Days:
    """A figure over the rows that meet criteria: its sum, its mean, how many there are.

    Of a figure that is typed or else found, each row counts once, a typed number before a found one: found ones of all
    rows, less those of rows with a typed one.

    Args:
        catalog: what knows which figures are typed, or else found.
        table: the table.
        field: the figure's column.
        criteria: ranges and criteria in turn, as worksheet functions take them.
    """

    catalog: Catalog
    table: str
    field: str
    criteria: tuple[Operand, ...]

    def sum(self) -> Node:
        """The sum; 0 where no row has the figure."""
        typed, found = self._columns()
        whole = call("SUMIFS", typed, *self.criteria)
        if found is None:
            return whole
        hidden = call("SUMIFS", found, *self.criteria, typed, ANY_NUMBER)
        return whole + call("SUMIFS", found, *self.criteria) - hidden

    def count(self) -> Node:
        """How many rows have the figure."""
        typed, found = self._columns()
        whole = call("COUNTIFS", *self.criteria, typed, ANY_NUMBER)
        if found is None:
            return whole
        either_way = (*self.criteria, found, ANY_NUMBER)
        return whole + call("COUNTIFS", *either_way) - call("COUNTIFS", *either_way, typed, ANY_NUMBER)

    def mean(self) -> Node:
        """The mean of the rows that have it; an error where none has."""
        typed, found = self._columns()
        return call("AVERAGEIFS", typed, *self.criteria) if found is None else self.sum() / self.count()

    def _columns(self) -> tuple[Column, Column | None]:
        found = self.catalog.found_column(self.table, self.field)
        return Column(self.table, self.field), Column(self.table, found) if found else None


@dataclass(frozen=True, slots=True)
class matching:  # noqa: N801 (reads as a verb where it is used)
    """Refer to the rows of one date, or from one date to another, of a fact table.

    Args:
        catalog: what knows how fields add up.
        table: the fact table.
        date: the day, or the first day.
        last: the last day of a range; None for a single day.
        where: further criteria by column id of the table, such as one source.
    """

    catalog: Catalog
    table: str
    date: Operand
    last: Operand | None = None
    where: tuple[tuple[str, Operand], ...] = ()

    def total(self, field: str) -> Node:
        """The sum, or for rates and scores the mean of the days."""
        adding = _adding(self.catalog, self.table, field, parts=self.where == ())
        if adding is Adding.LAST and self.last is not None:
            raise FormulaError("formula-adding", field=field, table=self.table)
        days = Days(self.catalog, self.table, field, self._criteria())
        return days.mean() if adding is Adding.MEAN else days.sum()

    def known_or(self, field: str, second: Node) -> Node:
        """The total, or where no row of the dates holds a number the second choice."""
        return when(self.missing((field,), ())[0], second, self.total(field))

    def missing(self, fields: tuple[str, ...], settings: tuple[str, ...]) -> tuple[Node, ...]:
        """Per field, whether no row of the dates holds a number: a sum over an empty day is 0, and 0 is a lie.

        Over several days every field must hold as many numbers as the first: a week of sales over a day of spend is
        no ratio.
        """
        counts = [Days(self.catalog, self.table, field, self._criteria()).count() for field in fields]
        if self.last is None:
            return (*(count.equals(0) for count in counts), *_blank(settings))
        uneven = (count.differs(counts[0]) for count in counts[1:])
        return (*(count.equals(0) for count in counts[:1]), *uneven, *_blank(settings))

    def _criteria(self) -> tuple[Operand, ...]:
        day = Column(self.table, "date")
        dates: tuple[Operand, ...] = (day, self.date)
        if self.last is not None:
            dates = (day, node(">=") & self.date, day, node("<=") & self.last)
        return dates + tuple(part for column, wanted in self.where for part in (Column(self.table, column), wanted))


@dataclass(frozen=True, slots=True)
class given:  # noqa: N801 (reads as a verb where it is used)
    """Refer to cells that the caller names one by one.

    Args:
        cells: the cell of each field.
    """

    cells: Mapping[str, Node]

    def total(self, field: str) -> Node:
        """The cell given for the field."""
        if field not in self.cells:
            raise FormulaError("formula-unwritable", formula=field)
        return self.cells[field]

    def known_or(self, field: str, second: Node) -> Node:
        """The cell given for the field, or where it holds no number the second choice."""
        return _first_number([self.total(field)], second)

    def missing(self, fields: tuple[str, ...], settings: tuple[str, ...]) -> tuple[Node, ...]:
        """Per cell, whether it holds no number."""
        return (*(call("NOT", is_num(self.total(field))) for field in fields), *_blank(settings))


def _first_number(cells: Sequence[Node], last: Node) -> Node:
    """The first cell that holds a number; without one the last choice."""
    shown = last
    for cell in reversed(cells):
        shown = when(is_num(cell), cell, shown)
    return shown


def _blank(settings: tuple[str, ...]) -> tuple[Node, ...]:
    return tuple(call("NOT", is_num(Name(name))) for name in settings)


def _adding(catalog: Catalog, table: str, field: str, *, parts: bool) -> Adding:
    """How a field adds up over the rows of a table; sources, items and plans are parts of a day."""
    days = catalog.fields[field].over(Dimension.DAYS)
    over = catalog.fields[field].over(Dimension.PARTS) if parts and len(catalog.tables[table].key) > 1 else days
    if Adding.REFUSED in {days, over}:
        raise FormulaError("formula-adding", field=field, table=table)
    return days
