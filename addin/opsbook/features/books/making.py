"""The command that makes a workbook: empty, or from an older one."""

from pathlib import Path
from types import SimpleNamespace as Namespace
from typing import TYPE_CHECKING

from opsbook.engine.console.printing import Console
from opsbook.engine.runs.recording import begin_run
from opsbook.engine.upgrade.known_versions import needs_upgrade
from opsbook.engine.workbook import Workbook, know_book, open_book
from opsbook.features.books.commands import counted
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.history.run import Kind
from opsbook.hosts.template.blank import blank_book
from opsbook.messages import place
from opsbook.model.errors import UsageError, WorkbookBrokenError
from opsbook.model.issues import Issue
from opsbook.model.values import YEARS

if TYPE_CHECKING:
    from opsbook.engine.carrying.carry_over import Carried


def run_new(words: Namespace, console: Console) -> int:
    """Make a workbook from a template, with what an older one holds."""
    from opsbook.engine.creating import prepare  # noqa: PLC0415 brings the calendars, slow to load

    shop, book = _asked(words)
    old = _older(Path(words.old), console) if words.old else None
    lang = words.lang or (old.lang if old else "zh")
    host = blank_book(console.catalog, lang) if words.template is None else FilesHost(Path(words.template))
    notes = prepare(host, console.catalog, shop, words.year)
    carried = _carried(open_book(host, console.catalog), old, console) if old else None
    host.write_property("opsbook_shop", shop)
    begin_run(open_book(host, console.catalog), console.command, Kind.MADE)
    host.save_as(book)
    console.lang = open_book(host, console.catalog).lang
    told = carried.notes if carried else notes
    console.issues(note for note in told if note.code != "history-short")
    console.tell("made-book", file=book, shop=shop, year=words.year, last=words.year - 1)
    if carried:
        _tell(carried, words.old, console)
    left = [_record(one, console) for one in carried.left] if carried else []
    rows = dict(carried.rows) if carried else {}
    console.answer(book=str(book), shop=shop, year=words.year, carried=rows, left=left)
    return 1 if left else 0


def _asked(words: Namespace) -> tuple[str, Path]:
    """The shop's name and the file, as they were asked for."""
    if not YEARS[0] <= words.year <= YEARS[1]:
        raise UsageError("bad-year", seen=words.year)
    if not words.shop.strip():
        raise UsageError("no-shop-name")
    book = Path(words.book)
    book = book if book.suffix else book.with_suffix(".xlsx")
    if book.suffix.lower() not in {".xlsx", ".xlsm"}:
        raise UsageError("bad-suffix", file=book.name)
    return words.shop.strip(), book


def _older(path: Path, console: Console) -> Workbook:
    """The workbook that a new one is made from, brought up to date in memory; the file stays as it is."""
    from opsbook.engine.upgrade.upgrading import upgrade  # noqa: PLC0415 - asked by few workbooks, and once

    host = FilesHost(path)
    old = know_book(host, console.catalog)
    if not needs_upgrade(host, console.catalog, old.lang):
        return old
    try:
        upgrade(host, console.catalog)
    except WorkbookBrokenError:  # something of its user's is in the way: what it has is carried as it stands
        host = FilesHost(path)
    return know_book(host, console.catalog)


def _carried(new: Workbook, old: Workbook, console: Console) -> "Carried":
    from opsbook.engine.carrying.carry_over import carry_over, check_same_shop  # noqa: PLC0415 - see run_new

    check_same_shop(old, new.text("shop"))
    with console.working("working-carry"):
        return carry_over(new, old)


def _tell(carried: "Carried", old: str, console: Console) -> None:
    """Say what went along, and last what could not."""
    rows = tuple(counted(carried.rows, console)) or (console.voice.say("carried-no-rows"),)
    console.tell("carried", file=old, tables=rows)
    console.issues(carried.left, most=None)
    if carried.left:
        console.tell("left-behind", count=len(carried.left), file=old)


def _record(issue: Issue, console: Console) -> dict[str, object]:
    """What could not go along, for scripts."""
    where = issue.where
    return {
        "code": issue.code,
        "sheet": where.sheet,
        "column": where.column,
        "cell": where.cell,
        "where": place(where, console.lang),
        "why": console.voice.say(issue.code, **issue.seen),
    }
