"""A workbook's own folder beside it: found when it is first asked for, made or renamed with the first change."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from opsbook.hosts.files.claims import (
    RECORD,
    Claim,
    Record,
    State,
    claim_of,
    id_in,
    new_id,
    read_record,
    record_text,
    records,
    two_claim,
)
from opsbook.hosts.files.former_folder import former_folder, is_shared
from opsbook.hosts.files.whole_files import write_whole
from opsbook.hosts.history.file import HISTORY, Belongs
from opsbook.hosts.history.schema import version_of
from opsbook.model.errors import FileRefusedError, UsageError

if TYPE_CHECKING:
    import sqlite3


class Home:
    """The folder of a workbook: backups, history, and the record of whose it is.

    Args:
        book: the workbook's file.
        own: the id inside it; empty without one.
        head: the last run it names; empty where it names none.
    """

    def __init__(self, book: Path, own: str, head: str) -> None:
        self.book, self.id, self.head = book, own, head
        self.belongs: Belongs | None = None
        self._claim: Claim | None = None
        self._folder: Path | None = None

    @property
    def claim(self) -> Claim:
        """Which folder is the workbook's.

        Raises:
            FileRefusedError: two claim it.
        """
        if self._claim is None:
            found = claim_of(self.book, self.id)
            if found.state is State.TWO:
                raise two_claim(self.book, found)
            self._claim = found
        return self._claim

    @property
    def lock(self) -> Path:
        """What one saves a workbook under; it lies outside the folder, which a first save has yet to name."""
        return self.book.parent / ".opsbook" / f"{self.book.name}.lock"

    @property
    def backups(self) -> Path:
        """Where its backups lie; None exist before the first change."""
        return (self.to_read() or self._root / self.coming) / "backups"

    @property
    def _root(self) -> Path:
        return self.book.parent / ".opsbook"

    @property
    def shared(self) -> bool:
        """Whether rows of another workbook lie in the folder as well."""
        claim = self.claim
        return (
            self._folder is None
            and claim.state is State.FORMER
            and claim.folder is not None
            and is_shared(claim.folder, self.book)
        )

    @cached_property
    def coming(self) -> str:
        """The id the workbook will carry after a change: its own, that of its folder, or a new one."""
        claim = self.claim
        if claim.state in {State.COPY, State.FORMER}:
            return new_id()
        known = read_record(claim.folder / RECORD) if claim.folder else None
        return self.id or (known.id if known else new_id())

    def to_read(self) -> Path | None:
        """The folder to read from; None where there is none."""
        return self._folder or self.claim.folder

    def to_write(self) -> Path:
        """The workbook's own folder, which names its file.

        Raises:
            OSError: it cannot be made.
        """
        if self._folder is None:
            self._folder, self.id = self._settled(), self.coming
        return self._folder

    def begin(self, own: str = "") -> None:
        """Belong to no folder there is: a new workbook, or one that leaves its former history behind.

        Args:
            own: the id it keeps; a new one without.
        """
        self.id, self.head = own or new_id(), ""
        self._claim, self._folder = Claim(State.ALONE), None
        self.__dict__.pop("coming", None)

    def join(self, name: str) -> None:
        """Take the history of a folder.

        Args:
            name: the folder's name: an id, or a file's name before there were ids.

        Raises:
            UsageError: there is no such folder, or another workbook has it.
        """
        record, folder = read_record(self._root / name / RECORD), self._root / name
        if record is None and folder != former_folder(self.book):
            known = (
                *(one.name for one in records(self._root)),
                *([former.name] if (former := former_folder(self.book)) else []),
            )
            raise UsageError("no-such-history", seen=name, known=known or ("–",))
        if record is not None:
            other = self.book.with_name(record.file)
            if other != self.book and id_in(other) == record.id:
                raise UsageError("history-of-another", seen=name, file=record.file)
        self.id = record.id if record else ""
        self._claim, self._folder = Claim(State.RENAMED if record else State.FORMER, folder), None
        self.__dict__.pop("coming", None)

    def _settled(self) -> Path:
        claim, folder = self.claim, self._root / self.coming
        record = Record(self.coming, self.book.name)
        if claim.state is State.COPY and claim.folder:
            return _built(folder, record, claim.folder, lambda into: _copy_history(claim.folder, into, None))
        if claim.state is State.FORMER and claim.folder:
            return self._taken_over(claim.folder, folder, record)
        now = claim.folder or folder
        now.mkdir(parents=True, exist_ok=True)
        known = read_record(now / RECORD)
        if known is None or known.file != record.file:
            write_whole(now / RECORD, record_text(Record(record.id, record.file, known.taken if known else "")))
        return _renamed(now, folder)

    def _taken_over(self, former: Path, folder: Path, record: Record) -> Path:
        """The former folder under its new name; where it was shared it stays, and what is the workbook's own is copied."""
        if not is_shared(former, self.book):
            write_whole(former / RECORD, record_text(record))  # first: from here on the folder is known as this book's
            return _renamed(former, folder)

        def copy(into: Path) -> None:
            (into / "backups").mkdir()
            for backup in (former / "backups").glob(f"*{self.book.suffix}.bak"):
                shutil.copy2(backup, into / "backups")
            _copy_history(former, into, self.belongs)

        return _built(folder, record, former, copy)


def _renamed(now: Path, folder: Path) -> Path:
    if now != folder and not folder.exists():
        now.rename(folder)
        return folder
    return now


def _built(folder: Path, record: Record, taken: Path, fill: Callable[[Path], None]) -> Path:
    """Make a folder in one step."""
    making = folder.with_name(f"~opsbook-{folder.name}-{os.getpid()}.tmp")
    try:
        making.mkdir(parents=True)
        fill(making)
        write_whole(making / RECORD, record_text(Record(record.id, record.file, taken.name)))
        making.rename(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return folder


def _copy_history(former: Path | None, into: Path, belongs: Belongs | None) -> None:
    if former is None or not (former / HISTORY).exists():
        return
    import sqlite3  # noqa: PLC0415 - few workbooks are copies

    try:
        with closing(sqlite3.connect(former / HISTORY)) as source, closing(sqlite3.connect(into / HISTORY)) as base:
            source.backup(base)
            if belongs is not None and version_of(base):
                _drop_strangers(base, belongs)
    except sqlite3.Error as problem:
        raise FileRefusedError("history-refused", file=former / HISTORY, reason=f"{problem}") from None


def _drop_strangers(base: "sqlite3.Connection", belongs: Belongs) -> None:
    kinds = base.execute("select distinct name, day from past").fetchall()
    with base:
        base.executemany("delete from past where name = ? and day = ?", [kind for kind in kinds if not belongs(*kind)])
