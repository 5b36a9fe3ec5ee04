"""Where each row of a table belongs: into the workbook, or into the history beside it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from opsbook.engine.imports.day_limits import most_of_a_day, typed_rows
from opsbook.engine.imports.foremost_rows import foremost_of
from opsbook.engine.imports.ledger import Ledger, Row
from opsbook.engine.workbook import Workbook
from opsbook.hosts.host import Key
from opsbook.hosts.matching import key_part, parts_of
from opsbook.model.values import FIRST_DAY


@dataclass(slots=True)
class Places:
    """Where the rows of a table belong.

    Args:
        ledger: the table, with the rows of the files upserted.
        first: the first day that stays in the workbook (serial number).
        ranked: by day, every row of the days of which the foremost are named anew.
        foremost: keys of the rows of those days that stand in the workbook.
        typed: keys, as text, of rows that never leave.
    """

    ledger: Ledger
    first: float
    ranked: Mapping[float, Mapping[Key, Row]] = field(default_factory=dict)
    foremost: AbstractSet[Key] = frozenset()
    typed: AbstractSet[tuple[str, ...]] = frozenset()

    def is_old(self, key: Key) -> bool:
        """Whether a row is of a day that has left the workbook."""
        return FIRST_DAY <= day_of(key) < self.first

    def belongs(self, key: Key) -> bool:
        """Whether a row stands in the workbook, if nobody has typed into it."""
        return not self.is_old(key) and (day_of(key) not in self.ranked or key in self.foremost)

    def leaving(self) -> list[Key]:
        """Rows of the workbook that belong into the history."""
        standing = (key for key in self.ledger.rows if not self.belongs(key) and self.ledger.stands(key))
        return [key for key in standing if parts_of(key) not in self.typed]

    def sums_leaving(self) -> list[Key]:
        """Sums of a day's rest of days that have left, or have no rest."""
        whole = {day for day, rows in self.ranked.items() if self.foremost >= rows.keys()}
        sums = (key for key in self.ledger.others.values() if self.is_old(key) or day_of(key) in whole)
        return [key for key in sums if parts_of(key) not in self.typed]


def day_of(key: Key) -> float:
    """The day of a row; one whose day is a word is never old."""
    return float(key[0]) if isinstance(key[0], int | float) else float("inf")


def places_of(workbook: Workbook, ledger: Ledger, changed: Iterable[Key], first: float) -> Places:
    """Say where the rows of a table belong.

    Args:
        workbook: the open workbook.
        ledger: the table, with the rows of the files upserted.
        changed: keys of rows in which a file changed something.
        first: the first day that stays in the workbook (serial number).
    """
    places, rule, most = Places(ledger, first), ledger.schema.foremost, most_of_a_day(workbook, ledger.table)
    places.ranked = _ranked(ledger, changed, first) if rule else {}
    old = (places.is_old(key) for key in (*ledger.rows, *ledger.others.values()))
    full = (key for rows in places.ranked.values() if len(rows) > (most or 0) for key in rows)
    if any(old) or any(map(ledger.stands, full)):
        places.typed = typed_rows(workbook, ledger.table)
    found: set[Key] = set()
    for rows in places.ranked.values():
        typed = {key for key in rows if parts_of(key) in places.typed}
        found |= foremost_of(rows, rule, most, typed) if rule and most else rows.keys()
    places.foremost = found
    return places


def _ranked(ledger: Ledger, changed: Iterable[Key], first: float) -> dict[float, dict[Key, Row]]:
    """Days with changes, and those on which too many or too few rows stand, with all their rows.

    Without a history the sum of a day's rest is all that is known of the rest: such a day waits until its file comes again.
    """
    told = {parts[0] for parts in ledger.past}
    unsettled = {day for day in ledger.unsettled if day not in ledger.others or key_part(day) in told}
    days = {day for day in (*map(day_of, changed), *unsettled) if max(first, FIRST_DAY) <= day < float("inf")}
    found: dict[float, dict[Key, Row]] = {day: {} for day in days}
    for key, row in ledger.rows.items():
        if day_of(key) in found:
            found[day_of(key)][key] = row
    return found
