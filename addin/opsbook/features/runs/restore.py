"""The restore command: bring a backup back."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console
from opsbook.engine.workbook import know_book, language_of, owns
from opsbook.exports.privacy.people import mask
from opsbook.features.books.opening import keeping_of
from opsbook.features.runs.words import command_of, tell_run
from opsbook.hosts.files.backups import Backup
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.files.restoring import Versions
from opsbook.hosts.history.run import Kind, Run, new_run_id
from opsbook.model.errors import FileRefusedError, UsageError
from opsbook.model.values import figure_words

_TIME = re.compile(r"(?:(\d{4}-\d\d-\d\d)[ T]?)?(?:(\d\d?):(\d\d)(?::(\d\d))?)?")


def run_restore(words: Namespace, console: Console) -> int:
    """List the backups of a workbook, or bring one back."""
    versions = Versions(Path(words.book))
    found = versions.backups()
    if not found:
        raise FileRefusedError("no-backups", file=words.book)
    old = FilesHost(found[-1].path)
    console.lang = language_of(old) or console.lang
    if words.list:
        return _list(versions, found, words.book, console)
    chosen = _made_by(found, words.at) if words.at else _newest(found, Path(words.book))
    workbook = know_book(FilesHost(chosen.path), console.catalog)
    versions = Versions(Path(words.book), owns(workbook))
    now = datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 - the user's own clock
    run = Run(new_run_id(), now, tuple(mask(word) for word in console.command), Kind.RESTORE)
    done = versions.bring_back(chosen, run, keeping_of(workbook))
    console.tell("restored", at=_moment(chosen), backup=done.backup)
    for code, runs in (("restored-out", done.out), ("restored-in", done.again)):
        if runs:
            console.tell(code)
        for one in runs:
            tell_run(one, console)
    ids = {"out": [one.run.id for one in done.out], "again": [one.run.id for one in done.again]}
    console.answer(book=words.book, at=chosen.at.isoformat(), backup=done.backup, **ids)
    return 0


def _list(versions: Versions, found: Sequence[Backup], book: str, console: Console) -> int:
    before = {one.run.backup: one for one in versions.runs()}
    records: list[dict[str, object]] = []
    for one in found:
        run, size = before.get(one.path.name), one.path.stat().st_size
        said = command_of(run) if run else "–"
        console.tell("backup-line", at=_moment(one), size=f"{figure_words(round(size / 1024))} KB", command=said)
        words = list(run.run.command) if run else []
        records.append({"at": one.at.isoformat(), "file": one.path.name, "bytes": size, "before": words})
    console.answer(book=book, backups=records)
    return 0


def _newest(found: Sequence[Backup], book: Path) -> Backup:
    """The last backup that is not what the workbook is already: a save that was cut short leaves such a one."""
    present = book.read_bytes()
    others = (one for one in reversed(found) if one.path.read_bytes() != present)
    return next(others, found[-1])


def _made_by(found: Sequence[Backup], text: str) -> Backup:
    """The last backup made by a time.

    Raises:
        UsageError: it is no time, or there is none so old.
    """
    last = _end_of(text)
    made = [one for one in found if one.at < last]
    if not made:
        raise UsageError("no-backup-so-old", at=text, oldest=_moment(found[0]))
    return made[-1]


def _end_of(text: str) -> datetime:
    """The end of the day, minute or second that somebody named; a time without a day is today's."""
    found = _TIME.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        raise UsageError("bad-time", seen=text)
    day, hour, minute, second = found.groups()
    try:
        named = date.fromisoformat(day) if day else date.today()  # noqa: DTZ011 - the user's own calendar
        start = datetime.combine(named, time(int(hour or 0), int(minute or 0), int(second or 0)))
    except ValueError:
        raise UsageError("bad-time", seen=text) from None
    return start + (timedelta(seconds=1) if second else timedelta(minutes=1) if hour else timedelta(days=1))


def _moment(one: Backup) -> str:
    return one.at.isoformat(" ", timespec="seconds")
