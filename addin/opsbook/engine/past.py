"""What a workbook and its history hold together: counted, or as rows for other programs."""

from collections.abc import Mapping
from dataclasses import dataclass

from opsbook.engine.history import every_row, own_rows
from opsbook.engine.mapping.mappings import kept_columns
from opsbook.engine.workbook import Rows, Workbook
from opsbook.exports.mapping.custom_report import kept_unit
from opsbook.exports.mapping.targets import sheet_name
from opsbook.hosts.history.row_files import RowSheet
from opsbook.model.catalog import Catalog
from opsbook.model.errors import UsageError
from opsbook.model.language import LANGS
from opsbook.model.schema import Kind, Table
from opsbook.model.values import Value

WRITTEN_AHEAD = {"date", "weekday", "event"}  # a day of the shop has them before anything is known of it


@dataclass(frozen=True, slots=True)
class Span:
    """How far back a table goes.

    Args:
        table: its name.
        rows: how many there are.
        here: how many of them are in the workbook.
        first: the first day (serial number), None without rows.
        last: the last day.
    """

    table: str
    rows: int
    here: int
    first: float | None
    last: float | None


def tables_named(catalog: Catalog, word: str) -> tuple[Table, ...]:
    """The fact tables a word names, by table, report or sheet name; all fact tables for an empty word.

    Raises:
        UsageError: nothing is called so.
    """
    if not word:
        return catalog.facts
    found = tuple(table for table in catalog.facts if word.casefold() in _names(catalog, table))
    if found:
        return found
    raise UsageError("unknown-table", seen=word, known=tuple(table.name for table in catalog.facts))


def _names(catalog: Catalog, table: Table) -> set[str]:
    labels = (catalog.report_of(table.name), sheet_name(table))
    return {table.name.casefold(), *(label[lang].casefold() for label in labels for lang in LANGS)}


def span(workbook: Workbook, table: Table, first: float, last: float) -> Span:
    """Count the rows of a table between two days (serial numbers, both included)."""
    rows, here = known_rows(workbook, table, first, last), own_rows(workbook, table.name).values()
    days = [day for row in rows if isinstance(day := row["date"], int | float)]
    standing = sum(_known(row, first, last) for row in here)
    return Span(table.name, len(rows), standing, min(days, default=None), max(days, default=None))


def known_rows(workbook: Workbook, table: Table, first: float, last: float) -> Rows:
    """Rows of a table between two days, from the workbook and its history; days nothing is known of are left out."""
    return [row for row in every_row(workbook, table.name) if _known(row, first, last)]


def _known(row: Mapping[str, Value], first: float, last: float) -> bool:
    day = row["date"]
    told = any(value not in {None, ""} for name, value in row.items() if name not in WRITTEN_AHEAD)
    return told and isinstance(day, int | float) and first <= day <= last


def row_sheet(workbook: Workbook, table: Table, first: float, last: float) -> RowSheet:
    """The same rows as a file shows them, under the workbook's headers, the extra columns last."""
    columns = [column for column in table.columns if column.kind is not Kind.FORMULA]
    known, kept = known_rows(workbook, table, first, last), kept_columns(workbook, table.name)
    rows = [[row.get(name) for name in (*(column.id for column in columns), *kept)] for row in known]
    headers = (*(column.label[workbook.lang] for column in columns), *kept)
    units = (*(column.unit for column in columns), *(kept_unit(row.get(name) for row in known) for name in kept))
    return RowSheet(workbook.catalog.report_of(table.name)[workbook.lang], headers, units, rows)
