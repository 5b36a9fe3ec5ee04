"""What a workbook lacks because it is older, sheet by sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from opsbook.book.compile.compiled_plan import CompiledPlan, CompiledSheet
from opsbook.model.catalog import Catalog
from opsbook.model.records.part import Part, PartKind


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is to be added.

    Args:
        sheets: titles of whole sheets, in the order of the tabs.
        tables: names of tables for sheets that are there, in the order of the sheets.
        columns: by table that is there, headers of new columns in reading order.
        names: defined names of columns.
        options: names of options, where the workbook has the table of options.
    """

    sheets: tuple[str, ...]
    tables: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...]
    options: tuple[str, ...] = ()


def lacking(catalog: Catalog, plan: CompiledPlan, held: Mapping[str, int]) -> Lacking:
    """What versions since the workbook's own brought.

    Args:
        catalog: what the product consists of.
        plan: the workbook as it would be made today.
        held: the workbook's versions by feature.
    """
    new = [part for part in catalog.parts if part.since > held[part.feature]]
    fresh = [page for one, page in _pages(catalog, plan) if one in _names(new, PartKind.SHEET)]
    whole = {table for page in fresh for table in page.tables}
    tables = _names(new, PartKind.TABLE)
    standing = tuple(name for page in plan.sheets for name in page.tables if name in tables and name not in whole)
    columns = {
        table: tuple(header for column, header in headers.items() if (table, column) in _columns(new))
        for table, headers in plan.headers.items()
        if table not in tables
    }
    names, options = (
        tuple(part.name for part in new if part.kind is kind) for kind in (PartKind.NAME, PartKind.OPTION)
    )
    options = () if catalog.option_table in tables else options  # they come with their table
    return Lacking(
        tuple(page.title for page in fresh),
        standing,
        {table: found for table, found in columns.items() if found},
        names,
        options,
    )


def _pages(catalog: Catalog, plan: CompiledPlan) -> Iterator[tuple[str, CompiledSheet]]:
    """Every sheet as it would be made today, under its id."""
    return zip((one.id for one in catalog.sheets), plan.sheets, strict=True)


def _names(parts: Iterable[Part], kind: PartKind) -> set[str]:
    return {part.name for part in parts if part.kind is kind}


def _columns(parts: Iterable[Part]) -> set[tuple[str, str]]:
    return {(part.name, part.column) for part in parts if part.kind is PartKind.COLUMN}
