"""What a table and its columns are."""

from dataclasses import dataclass
from enum import Enum

from opsbook.model.language import Label
from opsbook.model.units import Unit


class Kind(Enum):
    """Who writes the cells of a column."""

    FACT = "fact"  # import and refresh
    FORMULA = "formula"  # build; Excel calculates
    YOURS = "yours"  # the operator


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    id: str
    label: Label
    unit: Unit
    kind: Kind = Kind.FACT


@dataclass(frozen=True, slots=True)
class Table:
    """One Excel table.

    Args:
        name: ASCII table name.
        key: ids of the columns that together name a row.
        columns: facts, the operator's columns and formulas that are not metrics, in reading order.
        metrics: ids of metrics that follow as formula columns.
        fixed: rows stand from the start and never move (calendar days, months).
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    metrics: tuple[str, ...] = ()
    fixed: bool = False
