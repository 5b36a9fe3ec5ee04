"""Look a workbook over: formulas that were typed over, filters left on, own events that cannot be read, calendars not announced yet."""

from collections.abc import Iterator, Sequence

from opsbook.goals.calendar import calendar_notes
from opsbook.hosts.host import Overwritten
from opsbook.vocabulary.issues import Issue, Level, Where
from opsbook.vocabulary.tables import TABLES
from opsbook.workflows.opened import Opened
from opsbook.workflows.refreshing import cached_of, cells_of, own_events, recalculate_cached


def check(opened: Opened) -> tuple[Issue, ...]:
    """Every issue of a workbook, without changing anything.

    The workbook's tables, headers and names are there, or it could not have been opened.
    """
    found = opened.host.overwritten(cached_of(cells_of(opened)))
    year = int(opened.number("year") or 0)
    filters = tuple(_filters(opened))
    return (
        *(_overwritten(one) for one in found),
        *filters,
        *own_events(opened).issues,
        *(calendar_notes(year) if year else ()),
    )


def repair(opened: Opened) -> Sequence[Overwritten]:
    """Put every owned formula back; what stood there is returned, and the backup keeps it."""
    replaced = opened.host.restore(cached_of(cells_of(opened)))
    recalculate_cached(opened)
    return replaced


def _filters(opened: Opened) -> Iterator[Issue]:
    """Tables of which rows are out of sight: totals above them leave those rows out."""
    for table in TABLES:
        body = opened.host.read_table(table.name)
        if body.hidden:
            yield Issue("rows-hidden", Level.WARNING, Where(sheet=body.sheet), {"rows": len(body.hidden)})


def _overwritten(one: Overwritten) -> Issue:
    where = Where(sheet=one.sheet, cell=one.cell)
    return Issue("formula-overwritten", Level.WARNING, where, {"found": one.found[:80], "expected": one.expected[:80]})
