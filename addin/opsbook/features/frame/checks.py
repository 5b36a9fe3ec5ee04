"""What is wrong with the frame: rows out of sight, reports that wait, a day the workbook has not."""

from collections import defaultdict
from collections.abc import Iterator

from opsbook.engine.mapping.mappings import mapping_issues
from opsbook.engine.workbook import Facts, Workbook
from opsbook.hosts.showing import spoken
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.values import Value, day_words

mapping = mapping_issues


def filters(workbook: Workbook) -> Iterator[Issue]:
    """Sheets of which rows are out of sight: totals above them leave those rows out."""
    hidden: dict[str, set[int]] = defaultdict(set)  # tables side by side share their rows
    for table in workbook.catalog.tables.values():
        body = workbook.host.read_table(table.name)
        filled = (at for at in body.hidden if any(value not in {None, ""} for value in body.rows[at]))
        hidden[body.sheet].update(body.first_row + at for at in filled)
    for sheet, rows in hidden.items():
        if rows:
            yield Issue("rows-hidden", Level.WARNING, Where(sheet=sheet), {"rows": len(rows)})


def day_in_book(workbook: Workbook, value: Value, facts: Facts) -> Issue | None:
    """A day to show that the workbook has no row for."""
    if value in facts.get("ShopDay", {}).get("date", (value,)):
        return None
    seen = {"seen": day_words(value), "year": spoken(workbook.setting("year"))}
    return Issue("day-not-in-book", Level.WARNING, seen=seen)
