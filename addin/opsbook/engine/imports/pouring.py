"""An import under way: the tables in memory, and what the files say of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opsbook.engine.imports.ledger import Ledger
from opsbook.engine.imports.precedence import Precedence
from opsbook.engine.imports.reports import FileReport
from opsbook.engine.workbook import Workbook
from opsbook.model.facts import Fact
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.values import serial

ORDERS = ""
"""Key of the rows added up from orders: not the name of a table."""


@dataclass(frozen=True, slots=True)
class Pouring:
    """An import under way.

    Args:
        workbook: the open workbook.
        ledgers: by name, the tables that files may fill.
        by_table: rows with their files by the table they fill, oldest export first.
        before: what was imported earlier.
    """

    workbook: Workbook
    ledgers: Mapping[str, Ledger]
    by_table: Mapping[str, Sequence[tuple[FileReport, Fact]]]
    before: Precedence

    def rows(self, table: str) -> Sequence[tuple[FileReport, Fact]]:
        """The rows of all files for a table; `ORDERS` for days added up from orders."""
        return self.by_table.get(table, ())

    def is_older(self, report: FileReport, fact: Fact) -> bool:
        """Whether a later export of the same kind told of the row's day, or may have: said once a file, if it is known."""
        day = fact.values["date"]
        if report.again:
            return True
        if not report.exported or not isinstance(day, int | float) or not report.kind:
            return False
        older = self.before.is_older(report.kind_name, serial(report.exported), float(day))
        if older and all(issue.code != "older-export" for issue in report.issues):
            report.issues.append(Issue("older-export", Level.INFO, Where(report.name)))
        return older

    def is_late(self, report: FileReport, fact: Fact) -> bool:
        """Whether a row may only fill blanks: a later export includes its day, or its day was not over when exported."""
        return bool(fact.values.get("partial")) or self.is_older(report, fact)
