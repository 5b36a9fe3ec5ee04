"""Look a workbook over: formulas that were typed over, own events that cannot be read, calendars not announced yet."""

from collections.abc import Sequence

from opsbook.goals.calendar import calendar_notes
from opsbook.hosts.host import Overwritten
from opsbook.vocabulary.issues import Issue, Level, Where
from opsbook.workflows.opened import Opened
from opsbook.workflows.refreshing import cached_of, cells_of, own_events, recalculate_cached


def check(opened: Opened) -> tuple[Issue, ...]:
    """Every issue of a workbook, without changing anything.

    The workbook's tables, headers and names are there, or it could not have been opened.
    """
    found = opened.host.overwritten(cached_of(cells_of(opened)))
    year = int(opened.number("year") or 0)
    return (*(_overwritten(one) for one in found), *own_events(opened).issues, *(calendar_notes(year) if year else ()))


def repair(opened: Opened) -> Sequence[Overwritten]:
    """Put every owned formula back; what stood there is returned, and the backup keeps it."""
    replaced = opened.host.restore(cached_of(cells_of(opened)))
    recalculate_cached(opened)
    return replaced


def _overwritten(one: Overwritten) -> Issue:
    where = Where(sheet=one.sheet, cell=one.cell)
    return Issue("formula-overwritten", Level.WARNING, where, {"found": one.found[:80], "expected": one.expected[:80]})
