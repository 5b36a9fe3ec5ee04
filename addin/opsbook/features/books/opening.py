"""Open the workbook that a command works on: a file, or one that is open in Excel."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from opsbook.engine.console.printing import Console
from opsbook.engine.imports.own_imports import tells_of_older
from opsbook.engine.runs.recording import begin_run
from opsbook.engine.upgrade.known_versions import needs_upgrade, refuse_other
from opsbook.engine.workbook import Workbook, know_book, language_of, open_book
from opsbook.hosts.files.backups import Keeping
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.files.in_use import check_replaceable, opened_by
from opsbook.hosts.host import Host
from opsbook.model.catalog import Catalog
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.issues import Issue, Level


class KeepingHost(Host, Protocol):
    """A workbook that keeps backups of itself."""

    keeping: Keeping

    def is_alone(self) -> bool:
        """Whether no folder beside it is its own."""


def host_of(book: str | KeepingHost) -> KeepingHost:
    """A workbook file, or a workbook that is open in Excel already."""
    return FilesHost(Path(book)) if isinstance(book, str) else book


def open_file(book: str | KeepingHost, console: Console, *, typed: bool = False) -> Workbook:
    """Open a workbook to change it, and speak its language from then on.

    Args:
        book: the workbook.
        console: where it is told.
        typed: days typed as text may stand in it, see `engine.workbook.open_book`.

    Raises:
        FileRefusedError: it could not be saved, for it is read-only or open in another program: told before the work.
    """
    workbook, notes = _open(book, console, typed=typed)
    if isinstance(book, str):
        check_replaceable(Path(book).resolve())
    console.issues(notes)
    begin_run(workbook, console.command)
    return workbook


def open_to_look(book: str | KeepingHost, console: Console, *, typed: bool = False) -> Workbook:
    """Open a workbook that stays as it is, and speak its language from then on.

    One of an older version is brought up to date in memory only.
    """
    workbook, notes = _open(book, console, typed=typed)
    note_open(book, console)
    console.issues([Issue("looked-upgraded", Level.INFO)] if notes else ())
    return workbook


def open_to_check(book: str | KeepingHost, console: Console) -> Workbook:
    """Open a workbook to say what is wrong with it, even with parts missing, and speak its language from then on.

    One of an older version is brought up to date in memory. Where that is impossible, it is looked at as it is.
    """
    host = host_of(book)
    console.lang = language_of(host) or console.lang
    notes: Sequence[Issue] = ()
    if isinstance(host, FilesHost):
        try:
            notes = [Issue("looked-upgraded", Level.INFO) for _ in _bring_up_to_date(host, console.catalog)][:1]
        except WorkbookBrokenError as problem:
            host, notes = host_of(book), [Issue(problem.code, Level.ERROR, seen=problem.seen)]
    workbook = know_book(host, console.catalog)
    note_open(book, console)
    console.issues(notes)
    return workbook


def note_open(book: str | KeepingHost, console: Console) -> None:
    """Say that a workbook file is open in a program: what is not saved there cannot be seen."""
    if isinstance(book, str):
        path = Path(book).resolve()
        seen = [{"file": path.name, "program": program, "lock": lock} for program, lock in opened_by(path)]
        console.issues(Issue("book-open-unsaved", Level.INFO, seen=one) for one in seen)


def _open(book: str | KeepingHost, console: Console, *, typed: bool) -> tuple[Workbook, Sequence[Issue]]:
    """Open a workbook, up to date in memory, with what its upgrade has to say; nothing where it was up to date."""
    notes: Sequence[Issue] = ()
    host = host_of(book)
    console.lang = language_of(host) or console.lang  # a refusal, too, speaks the workbook's language
    if isinstance(host, FilesHost):
        notes = _bring_up_to_date(host, console.catalog)
    else:
        refuse_other(host, console.catalog)
    workbook = open_book(host, console.catalog, typed=typed)
    host.keeping = keeping_of(workbook)
    if host.is_alone() and tells_of_older(workbook):
        console.issues([Issue("older-rows-left", Level.INFO, seen={"file": str(book)})])
    return workbook, notes


def keeping_of(workbook: Workbook) -> Keeping:
    """How many backups the workbook's settings ask for; the usual number where it has none of them."""
    asked = {name: workbook.number(f"backup_{name}") for name in ("days", "weeks") if workbook.has(f"backup_{name}")}
    return Keeping(**{name: int(count) for name, count in asked.items() if count is not None})


def _bring_up_to_date(host: FilesHost, catalog: Catalog) -> Sequence[Issue]:
    lang = language_of(host)
    if lang is None or not needs_upgrade(host, catalog, lang):
        return ()
    from opsbook.engine.upgrade.upgrading import upgrade  # noqa: PLC0415 - asked by few workbooks, and once
    from opsbook.engine.upgrade.words import notes_of  # noqa: PLC0415

    return notes_of(know_book(host, catalog), upgrade(host, catalog))
