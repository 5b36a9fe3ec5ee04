"""The morning's lines: met? pace? what moved? what now? what is missing?"""

from dataclasses import dataclass
from datetime import date

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.workbook import Workbook
from opsbook.model.issues import Issue
from opsbook.model.language import Lang
from opsbook.model.reference import resolve


@dataclass(frozen=True, slots=True)
class Morning:
    """What the lines are made of.

    Args:
        workbook: the open workbook.
        cells: the workbook as calculated.
        issues: problems of the import.
        missing: reports the day shown lacks.
        strange: how many cells may change results.
        gaps: days of its month that the shop report does not speak of.
    """

    workbook: Workbook
    cells: BookCells
    issues: tuple[Issue, ...] = ()
    missing: tuple[Issue, ...] = ()
    strange: int = 0
    gaps: tuple[date, ...] = ()

    @property
    def lang(self) -> Lang:
        """The workbook's language."""
        return self.workbook.lang

    def text(self, name: str) -> str:
        """A named cell as text; empty where it shows none."""
        value = self.cells.name(name)
        return value if isinstance(value, str) else ""


def morning_lines(morning: Morning) -> tuple[str, ...]:
    """What features say of the day shown, ready to paste into a chat group.

    Args:
        morning: what the lines are made of.

    Returns:
        One line a sentence that stands by itself, in the order of their ranks.
    """
    brief = morning.workbook.catalog.brief
    said = []
    for line in (one for one in brief if not one.ends):
        seen = dict(resolve(line.run)(morning))
        for clause in (one for one in brief if one.ends == line.rank):
            seen["text"] = resolve(clause.run)(morning, seen["text"])
        said.append(morning.workbook.voice.say(line.code, **seen))
    return tuple(said)
