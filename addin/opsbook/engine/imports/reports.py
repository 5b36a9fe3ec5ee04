"""What an import did, file by file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from opsbook.exports.mapping.proposal import Proposal
from opsbook.exports.privacy.people import mask
from opsbook.exports.recognise.near_match import Rename
from opsbook.model.facts import Parsed
from opsbook.model.issues import Issue, Level


@dataclass(slots=True, eq=False)
class FileReport:
    """One file: what it was and what became of its rows.

    Args:
        path: where it lies.
        sha256: fingerprint of its bytes.
        parsed: what its sheets say.
        exported: the day the file was made, None when unknown.
        issues: its problems, in file order.
        added: rows that had no figures before.
        updated: rows in which a figure changed.
        unchanged: rows that said what was there already.
        rejected: rows that were refused.
        changes: cells that held another figure, old value first, in words.
        other_years: year of each row that the book does not hold.
        proposals: what the sheets of an unknown file may be.
        renames: columns that look like renamed ones of a known export.
        again: its content was imported before; it only fills blanks, for another file may have had the word since.
    """

    path: Path
    sha256: str
    parsed: tuple[Parsed, ...] = ()
    exported: date | None = None
    issues: list[Issue] = field(default_factory=list)
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    changes: list[str] = field(default_factory=list)
    other_years: list[int] = field(default_factory=list)
    proposals: tuple[Proposal, ...] = ()
    renames: tuple[Rename, ...] = ()
    again: bool = False

    @property
    def name(self) -> str:
        """What it is called, without people."""
        return mask(self.path.name)

    @property
    def id(self) -> str:
        """What the record of imports calls it."""
        return self.sha256[:16] or self.name

    @property
    def kind(self) -> str:
        """Importer id of the first sheet that was claimed; empty when none was."""
        return next((one.kind for one in self.parsed if one.kind), "")

    @property
    def kind_name(self) -> str:
        """What the record of imports calls its kind; empty when none was claimed."""
        return next((one.name for one in self.parsed if one.kind), "")

    @property
    def days(self) -> tuple[float, float] | None:
        """First and last day of its data, as serial numbers; None without any."""
        rows = (fact.values["date"] for one in self.parsed for facts in one.facts for fact in facts.rows)
        days = [float(day) for day in rows if isinstance(day, int | float)]
        return (min(days), max(days)) if days else None

    @property
    def rows(self) -> int:
        """Rows taken into account."""
        return self.added + self.updated + self.unchanged


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All files of one import.

    Args:
        files: one by one.
        issues: problems that belong to none of them.
        moved: by table, how many rows left the workbook for its history.
        news: by feature's word, what an import brought for the first time.
        extras: by table and extra column, how many cells were filled.
        known: how many files were imported before and not read again.
    """

    files: tuple[FileReport, ...]
    issues: tuple[Issue, ...] = ()
    moved: Mapping[str, int] = field(default_factory=dict)
    news: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    extras: Mapping[tuple[str, str], int] = field(default_factory=dict)
    known: int = 0

    @property
    def all_issues(self) -> tuple[Issue, ...]:
        """Every problem: file by file, then the book's own."""
        return (*(issue for file in self.files for issue in file.issues), *self.issues)

    @property
    def problems(self) -> int:
        """How many of them are more than a note."""
        return sum(issue.level is not Level.INFO for issue in self.all_issues)

    @property
    def changed(self) -> bool:
        """Whether any row is new or different."""
        return any(file.added or file.updated for file in self.files)
