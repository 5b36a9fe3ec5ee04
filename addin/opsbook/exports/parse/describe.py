"""What a parsed sheet amounts to, for `opsbook detect` and the import record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from opsbook.model.catalog import Catalog
from opsbook.model.facts import Parsed
from opsbook.model.issues import Level
from opsbook.model.language import Label
from opsbook.model.values import from_serial


@dataclass(frozen=True, slots=True)
class Summary:
    """One sheet in a few words.

    Args:
        kind: importer id, empty when nobody claims the sheet.
        name: what the platform calls the export, empty when nobody claims the sheet.
        shop: shop named inside, empty without one.
        header_row: row number of the header as Excel counts, 0 without one.
        first: first day, None without rows.
        last: last day, None without rows.
        days: how many different days.
        rows: usable rows by table.
        rejected: refused data rows.
        mapping: column id by header as written.
        labels: what the workbook calls the column, by header as written.
        unknown: headers nobody knows.
        issues: how many problems of each level.
    """

    kind: str
    name: str
    shop: str
    header_row: int
    first: date | None
    last: date | None
    days: int
    rows: Mapping[str, int]
    rejected: int
    mapping: Mapping[str, str]
    labels: Mapping[str, Label]
    unknown: tuple[str, ...]
    issues: Mapping[Level, int]


def summary(parsed: Parsed, catalog: Catalog) -> Summary:
    """Sum up a parsed sheet.

    Args:
        parsed: what `parse` returned.
        catalog: whose tables.
    """
    serials = {fact.values["date"] for facts in parsed.facts for fact in facts.rows}
    days = sorted(from_serial(number) for number in serials if isinstance(number, int | float))
    levels = [issue.level for issue in parsed.issues]
    return Summary(
        kind=parsed.kind,
        name=parsed.name,
        shop=parsed.shop,
        header_row=parsed.header_row,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        days=len(days),
        rows={facts.table: len(facts.rows) for facts in parsed.facts},
        rejected=parsed.rejected,
        mapping=parsed.mapping,
        labels=_labels(parsed, catalog),
        unknown=parsed.unknown,
        issues={level: levels.count(level) for level in Level if level in levels},
    )


def _labels(parsed: Parsed, catalog: Catalog) -> dict[str, Label]:
    if not parsed.kind:
        return {}
    columns = {column.id: column.label for column in catalog.tables[parsed.facts[0].table].columns}
    return {header: columns[name] for header, name in parsed.mapping.items()}
