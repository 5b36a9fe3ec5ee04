"""How many rows of a day may stand in the workbook, and on which days others stand there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from opsbook.engine.mapping.mappings import kept_columns
from opsbook.engine.workbook import Workbook
from opsbook.hosts.host import Key
from opsbook.hosts.matching import parts_of
from opsbook.model.schema import Kind
from opsbook.model.values import Value


def most_of_a_day(workbook: Workbook, table: str) -> int | None:
    """How many rows of a day stand in the workbook; None where all do: the setting is 0, blank or no number."""
    rule = workbook.catalog.tables[table].foremost
    if rule is None:
        return None
    most = workbook.number(rule.setting) if workbook.has(rule.setting) else rule.usual
    return int(most) if most is not None and most >= 1 else None


def unsettled_days(
    workbook: Workbook, table: str, rows: Iterable[Key], others: Mapping[Value, Key]
) -> frozenset[float]:
    """Days on which more or fewer rows stand than should: the setting was changed, rows were deleted, the book is old.

    Args:
        workbook: the workbook.
        table: a fact table.
        rows: keys of the rows that stand in it, sums of a day's rest left out.
        others: by day, keys of those sums.
    """
    keys, most = list(rows), most_of_a_day(workbook, table)
    if not workbook.catalog.tables[table].foremost:
        return frozenset()
    if not (off := _off(keys, most, others)):
        return off
    typed = typed_rows(workbook, table)
    return _off([key for key in keys if parts_of(key) not in typed], most, others)


def _off(keys: Iterable[Key], most: int | None, others: Mapping[Value, Key]) -> frozenset[float]:
    counts = Counter(float(key[0]) for key in keys if isinstance(key[0], int | float))
    counts.update({float(day): 0 for day in others if isinstance(day, int | float)})
    wrong = (day for day, count in counts.items() if (count != most if day in others else count > (most or count)))
    return frozenset(wrong)


def typed_rows(workbook: Workbook, table: str) -> AbstractSet[tuple[str, ...]]:
    """Keys, as text, of rows that never leave: a person typed into them, or two rows share the key."""
    body = workbook.host.read_table(table)
    facts = {
        workbook.header(table, column.id)
        for column in workbook.catalog.tables[table].columns
        if column.kind is Kind.FACT
    }
    facts |= set(kept_columns(workbook, table))
    typed = workbook.host.own_cells(table, [header for header in body.headers if header not in facts])
    at = [body.headers.index(workbook.header(table, name)) for name in workbook.catalog.tables[table].key]
    held, seen = set(), set()
    for position, row in enumerate(body.rows):
        parts = parts_of(row[column] for column in at)
        if position in typed or parts in seen:
            held.add(parts)
        seen.add(parts)
    return held
