"""The command that brings a workbook of an older version up to date."""

from pathlib import Path
from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console
from opsbook.engine.runs.recording import begin_run
from opsbook.engine.upgrade.known_versions import needs_upgrade
from opsbook.engine.upgrade.lacking import Lacking
from opsbook.engine.upgrade.upgrading import Upgraded, upgrade
from opsbook.engine.upgrade.words import notes_of, phrases
from opsbook.engine.workbook import Workbook, know_book, language_of, open_book
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.files.in_use import check_replaceable


def run_upgrade(words: Namespace, console: Console) -> int:
    """Bring a workbook up to date, or tell what that would bring."""
    host = FilesHost(Path(words.book))
    console.lang = language_of(host) or console.lang
    lang = know_book(host, console.catalog).lang
    if not needs_upgrade(host, console.catalog, lang) and not words.replace:
        workbook, done = open_book(host, console.catalog), None
        console.tell("up-to-date", file=words.book)
    else:
        done = upgrade(host, console.catalog, words.replace or "")
        workbook = open_book(host, console.catalog)
        if words.dry_run:
            console.tell("would-upgrade", parts=phrases(workbook, done))
        else:
            begin_run(workbook, console.command)
            _save(host, workbook, done, console)
    console.answer(book=words.book, upgraded=bool(done) and not words.dry_run, **_facts(done))
    return 0


def _save(host: FilesHost, workbook: Workbook, done: Upgraded, console: Console) -> None:
    check_replaceable(host.path.resolve())
    host.save()
    first, *others = notes_of(workbook, done)
    console.tell(first.code, **first.seen)
    console.issues(others)


def _facts(done: Upgraded | None) -> dict[str, object]:
    """What an upgrade brought, for scripts."""
    done = done or Upgraded(Lacking((), (), {}, ()))
    return {
        "renamed": {table: dict(names) for table, names in done.renamed.columns.items()},
        "renamed_sheets": dict(done.renamed.sheets),
        "columns": {table: list(headers) for table, headers in done.added.columns.items()},
        "tables": list(done.added.tables),
        "options": list(done.added.options),
        "sheets": list(done.added.sheets),
        "replaced": list(done.replaced),
        "kept": list(done.kept),
        "formulas": [one.place for one in done.refitted],
        "moved": list(done.moved),
        "looks": list(done.looks),
        "own": list(done.own),
    }
