"""Rows that are parts of one key, added up because the operator said so: what can be added is, and nothing else."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from opsbook.exports.parse.rows import Reading, added
from opsbook.exports.parse.totals import cell
from opsbook.exports.platforms import cells
from opsbook.model.facts import Fact
from opsbook.model.language import Label
from opsbook.model.records.field import Field
from opsbook.model.schema import Column
from opsbook.model.units import Adding, Unit
from opsbook.model.values import Value

Labels = tuple[Label, ...]
_CENT = 0.01


@dataclass(frozen=True, slots=True)
class Sums:
    """What of a table adds up over the parts of one row.

    Args:
        fields: every measured quantity, by id.
        columns: the table's columns, by id.
        key: ids of its key.
    """

    fields: Mapping[str, Field]
    columns: Mapping[str, Column]
    key: tuple[str, ...]

    @classmethod
    def of(cls, reading: Reading, fields: Mapping[str, Field]) -> "Sums":
        """Those of the table that a sheet fills."""
        return cls(fields, {column.id: column for column in reading.table.columns}, reading.table.key)

    def adds(self, name: str) -> bool:
        """Whether a column adds up: money, clicks, orders and items do, people and ratios never."""
        return name in self.fields and self.fields[name].parts is Adding.SUM

    def is_figure(self, name: str) -> bool:
        """Whether a column holds figures."""
        return name in self.columns and self.columns[name].unit.is_number

    def labels(self, names: Collection[str]) -> Labels:
        """What columns are called, in the table's order."""
        return tuple(column.label for name, column in self.columns.items() if name in names)


def whole_of(rows: Sequence[Fact], named: Sequence[Fact], sums: Sums) -> Fact | None:
    """The one row that is the sum of all others in whatever adds up; None where none is.

    Args:
        rows: all rows of a key.
        named: those of them whose name may mean all of it: by figures alone a third size may be the sum of two others.
        sums: what adds up.
    """
    names = {name for fact in rows for name in fact.values if sums.adds(name)}
    totals = {name: sum(_figure(fact, name) for fact in rows) for name in names}
    told = [name for name in names if totals[name]]
    near = _CENT * len(rows)
    found = [fact for fact in named if all(abs(2 * _figure(fact, name) - totals[name]) <= near for name in told)]
    return found[0] if told and len(found) == 1 else None


def sum_of(reading: Reading, rows: Sequence[Fact], sums: Sums) -> tuple[Fact, set[str], set[str]]:
    """Add rows of one key.

    Args:
        reading: the sheet.
        rows: all of them parts.
        sums: what adds up.

    Returns:
        The one row; ids of what was added; and of figures left out: people, ratios, and those of which a part is no number.
    """
    names = tuple(dict.fromkeys(name for fact in rows for name in fact.values))
    figures = {name for name in names if sums.is_figure(name) and name not in sums.key}
    summed = {name for name in figures if sums.adds(name) and not any(_is_lost(reading, one, name) for one in rows)}
    values: dict[str, Value] = {}
    for name in names:
        told = [value for fact in rows if (value := fact.values.get(name)) is not None]
        if name in summed:
            values[name] = added(value for value in told if isinstance(value, int | float))
        elif name not in figures:
            values[name] = _agreed(told, sums.columns.get(name))
    extra = {name: _same(fact.extra.get(name) for fact in rows) for name in rows[0].extra}
    return replace(rows[0], values=values, extra=extra), summed, figures - summed


def _figure(fact: Fact, name: str) -> float:
    value = fact.values.get(name)
    return value if isinstance(value, int | float) else 0


def _is_lost(reading: Reading, fact: Fact, name: str) -> bool:
    """Whether a row has something in the place of a figure that is none: without it the sum would be too small."""
    if fact.values.get(name) is not None:
        return False
    row = reading.raw.rows[fact.where.row - 1]
    return any(not cells.is_missing(cell(row, at)) for at in reading.matched.columns.get(name, ()))


def _agreed(told: Collection[Value], column: Column | None) -> Value:
    """What stands beside figures: flags of any part, ids and days where all agree, words as first written."""
    first = next(iter(told), None)
    if column is not None and column.unit in {Unit.ID, Unit.DATE} and len(set(told)) > 1:
        return None
    return first


def _same(told: Iterable[Value]) -> Value:
    """What extra columns say in words, where all agree; nobody knows whether their figures may be added."""
    found = set(told)
    first = next(iter(found), None)
    return first if len(found) == 1 and isinstance(first, str) else None
