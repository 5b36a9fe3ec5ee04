"""How a metric's totals are referred to: the same row, the rows of a date, given cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from opsbook.formulas.node import Cell, Column, Name, Node, Operand, call, is_num, node
from opsbook.model.catalog import Catalog
from opsbook.model.errors import FormulaError
from opsbook.model.units import Adding, Dimension

_ANY_NUMBER = ">=-1E+300"


class Refer(Protocol):
    """Says what a total is in a formula, and when it is missing."""

    def total(self, field: str) -> Node:
        """The value of a field, given that it is not missing."""

    def missing(self, fields: tuple[str, ...], settings: tuple[str, ...]) -> tuple[Node, ...]:
        """Conditions of which one is true when some field or setting is missing."""


@dataclass(frozen=True, slots=True)
class same_row:  # noqa: N801 (reads as a verb where it is used)
    """Refer to the fields of the formula's own row.

    Args:
        table: the formula's table.
    """

    table: str

    def total(self, field: str) -> Node:
        """The cell of the field's column."""
        return Cell(self.table, field)

    def missing(self, fields: tuple[str, ...], settings: tuple[str, ...]) -> tuple[Node, ...]:
        """One count of all operands."""
        operands: list[Node] = [*(Cell(self.table, field) for field in fields), *(Name(name) for name in settings)]
        return (call("COUNT", *operands) < len(operands),)


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
        function = "AVERAGEIFS" if adding is Adding.MEAN else "SUMIFS"
        return call(function, Column(self.table, field), *self._criteria())

    def missing(self, fields: tuple[str, ...], settings: tuple[str, ...]) -> tuple[Node, ...]:
        """Per field, whether no row of the dates holds a number: a sum over an empty day is 0, and 0 is a lie.

        Over several days every field must hold as many numbers as the first: a week of sales over a day of spend is
        no ratio.
        """
        counts = [call("COUNTIFS", *self._criteria(), Column(self.table, field), _ANY_NUMBER) for field in fields]
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

    def missing(self, fields: tuple[str, ...], settings: tuple[str, ...]) -> tuple[Node, ...]:
        """Per cell, whether it holds no number."""
        return (*(call("NOT", is_num(self.total(field))) for field in fields), *_blank(settings))


def _blank(settings: tuple[str, ...]) -> tuple[Node, ...]:
    return tuple(call("NOT", is_num(Name(name))) for name in settings)


def _adding(catalog: Catalog, table: str, field: str, *, parts: bool) -> Adding:
    """How a field adds up over the rows of a table; sources, items and plans are parts of a day."""
    days = catalog.fields[field].over(Dimension.DAYS)
    over = catalog.fields[field].over(Dimension.PARTS) if parts and len(catalog.tables[table].key) > 1 else days
    if Adding.REFUSED in {days, over}:
        raise FormulaError("formula-adding", field=field, table=table)
    return days
