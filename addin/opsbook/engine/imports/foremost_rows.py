"""Which rows of a day stand in the workbook, and what the rest of them comes to. Pure."""

import math
from collections.abc import Collection, Iterable, Mapping

from opsbook.exports.parse.rows import added
from opsbook.hosts.host import Key
from opsbook.hosts.matching import key_part
from opsbook.model.language import Lang
from opsbook.model.records.field import Field
from opsbook.model.schema import Foremost, Table
from opsbook.model.units import Adding
from opsbook.model.values import Value

ADDED = {
    Adding.SUM,
    Adding.SUM_OF_DAYS,
}  # what may be added over days may be shown as a sum over rows, and is called so


def foremost_of(
    rows: Mapping[Key, Mapping[str, Value]], rule: Foremost, most: int, typed: Collection[Key] = ()
) -> frozenset[Key]:
    """Name the rows of one day that stand in the workbook.

    Args:
        rows: all rows of the day, cells by column id.
        rule: what decides.
        most: how many stand.
        typed: rows a person typed into: they stand in any case, beside the others.
    """
    ranked = sorted((key for key in rows if key not in typed), key=lambda key: _rank(key, rows[key], rule))
    return frozenset((*ranked[:most], *(key for key in rows if key in typed)))


def _rank(key: Key, row: Mapping[str, Value], rule: Foremost) -> tuple[float | str, ...]:
    """Small for rows that stand: much sold, much seen; an unknown figure comes last."""
    return (*(-_figure(row.get(name), -math.inf) for name in rule.ranked), *map(key_part, key))


def _figure(value: Value, unknown: float) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else unknown


def others_row(
    rows: Collection[Mapping[str, Value]], table: Table, fields: Mapping[str, Field], lang: Lang
) -> dict[str, Value]:
    """Add the rest of a day up to one row, its key left out.

    Args:
        rows: cells by column id.
        table: whose rows they are.
        fields: what columns measure, and how that adds up.
        lang: the workbook's language.

    Returns:
        By column id: sums of money, pieces and people; an empty text where nothing may be added, or no row says anything.
    """
    rule = table.foremost
    words = {rule.said_in: rule.said[lang].format(count=f"{len(rows):,}")} if rule else {}
    others = (column.id for column in table.columns if column.id not in table.key)
    return {name: words.get(name) or _sum(fields.get(name), [row.get(name) for row in rows]) for name in others}


def _sum(field: Field | None, values: Iterable[Value]) -> Value:
    known = [number for value in values if not math.isnan(number := _figure(value, math.nan))]
    may = field is not None and (field.parts is Adding.SUM or field.days in ADDED)
    return added(known) if may and known else ""
