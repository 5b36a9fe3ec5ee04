"""Sheets come into sight when they have something to say, or when a person says so."""

from collections.abc import Iterator

from opsbook.engine.workbook import Workbook
from opsbook.model.answers import NO, SHOWN_WORDS, YES, says
from opsbook.model.catalog import Catalog
from opsbook.model.language import Label
from opsbook.model.records.contribution import Sheet
from opsbook.model.values import Value

AUTO = Label("自动", "Auto")
SHOWN, HIDDEN = SHOWN_WORDS


def settle_sheets(workbook: Workbook) -> None:
    """Show and hide sheets as the table Features says, and write there which can be seen.

    `auto` shows a sheet from its first row on and never hides one; a sheet that a person deleted stays away.
    """
    said = {row["feature"]: row["on"] for row in workbook.rows("Features")}
    rows: list[dict[str, Value]] = []
    for title, sheet in _hideable(workbook):
        table = sheet.filled_by[0]
        seen = workbook.host.in_sight(table)
        if (shown := _wanted(workbook, sheet, said.get(title), seen=seen)) != seen:
            workbook.host.show_sheet(table, shown=shown)
        state = SHOWN if workbook.host.in_sight(table) else HIDDEN
        rows.append({"feature": title, "state": state[workbook.lang]})
    workbook.upsert("Features", rows)


def switches(catalog: Catalog) -> Iterator[Sheet]:
    """Sheets that may be out of sight, in the order of the tabs."""
    return (sheet for sheet in catalog.sheets if sheet.filled_by)


def _hideable(workbook: Workbook) -> Iterator[tuple[str, Sheet]]:
    """By the name they have in a new workbook, those that are still there."""
    there = set(workbook.host.tables())
    for sheet, page in zip(workbook.catalog.sheets, workbook.plan.sheets, strict=True):
        if sheet.filled_by and sheet.filled_by[0] in there:
            yield page.title, sheet


def _wanted(workbook: Workbook, sheet: Sheet, word: Value, *, seen: bool) -> bool:
    if says(word, YES):
        return True
    if says(word, NO):
        return False
    return seen or any(_filled(workbook, table) for table in sheet.filled_by)


def _filled(workbook: Workbook, table: str) -> bool:
    columns = workbook.columns(table)
    return any(cell not in {None, ""} for name in workbook.catalog.tables[table].key for cell in columns[name])
