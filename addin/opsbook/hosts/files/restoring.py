"""Bring an old version of a workbook back: the file, and its history in the same step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from opsbook.hosts.files.backups import Backup, Keeping, backups_in
from opsbook.hosts.files.claims import ID, RUN, property_in
from opsbook.hosts.files.home import Home
from opsbook.hosts.files.save import replace_book
from opsbook.hosts.history.file import Belongs, HistoryFile
from opsbook.hosts.history.run import Kind, PastRun, Run
from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import why
from opsbook.ooxml.book import BookXml


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Args:
        backup: file name of what was replaced.
        out: runs that are not in the workbook any more, as they were while they were.
        again: runs that are in it again, as they are now.
    """

    backup: str
    out: Sequence[PastRun]
    again: Sequence[PastRun]


class Versions:
    """The old versions of a workbook, which itself may be damaged by now.

    Args:
        book: the workbook's file.
        belongs: whether rows of a table and a day are the workbook's own, where a folder is shared with another.
    """

    def __init__(self, book: Path, belongs: Belongs | None = None) -> None:
        path = book.resolve()
        if not path.is_file():
            raise FileRefusedError("no-file", file=book.name)
        self._home = Home(path, property_in(path, ID), property_in(path, RUN))
        self._home.belongs = belongs
        self._history = HistoryFile(self._home)

    def backups(self) -> Sequence[Backup]:
        """All of them, the oldest first."""
        return backups_in(self._home.backups, self._home.book.suffix)

    def runs(self) -> Sequence[PastRun]:
        """The record of runs, the oldest first."""
        return self._history.runs()

    def bring_back(self, old: Backup, run: Run, keeping: Keeping) -> Restored:
        """Replace the workbook by an old version; the present one is backed up.

        Archived rows that later runs wrote leave the history, those they replaced return; both where the old version is a later
        one than the present.

        Args:
            old: the version.
            run: this run, its backup and what it is of left open.
            keeping: which backups stay.

        Raises:
            FileRefusedError: the version cannot be read, or the workbook cannot be replaced.
        """
        content, present = _read(old.path), _read(self._home.book)
        book = BookXml(content, old.path.name)
        before, parent = self.runs(), self._parent(old)
        book.write_property(ID, self._home.coming)
        book.write_property(RUN, run.id)
        kept: list[str] = []

        def first(backup: str) -> None:
            kept.append(backup)
            self._history.record(replace(run, of=self._home.head, backup=backup), {}, {}, parent)

        replace_book(self._home, present, book.to_bytes() or content, keeping, first)
        self._home.head = run.id
        after = self.runs()
        gone, outside = ({one.run.id for one in runs if not one.inside} for runs in (after, before))
        return Restored(
            kept[0],
            [one for one in before if one.inside and one.run.id in gone],
            [one for one in after if one.inside and one.run.id in outside],
        )

    def _parent(self, old: Backup) -> str | None:
        """The last run that an old version went through; empty before all runs, None where nobody can tell."""
        known = {one.run.id: one for one in self.runs()}
        made_by = next((one for one in known.values() if one.run.backup == old.path.name), None)
        if made_by is not None and made_by.run.kind is not Kind.RESTORE:
            return made_by.parent
        named = made_by.run.of if made_by is not None else property_in(old.path, RUN)
        if named in known:
            return named
        before_all = not named and all(old.at.isoformat() < one.run.at for one in known.values())
        return "" if before_all else None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise FileRefusedError("book-unreadable", file=path.name, reason=why(problem)) from None
