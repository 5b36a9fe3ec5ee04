"""Commands that fill a workbook: import, refresh, daily."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace as Namespace

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.console.printing import Console, issue_record
from opsbook.engine.imports.inbox import import_inbox
from opsbook.engine.imports.reports import ImportReport
from opsbook.engine.own_shop import add_alias
from opsbook.engine.refresh import cells_of, refresh
from opsbook.engine.summary import Morning, morning_lines
from opsbook.engine.workbook import Workbook
from opsbook.features.books.asked import (
    add_up,
    add_up_commands,
    proposal_records,
    remember,
    tell_add_up,
    tell_added,
    tell_own_reports,
    tell_proposals,
    tell_remembered,
)
from opsbook.features.books.coverage import has_data
from opsbook.features.books.gaps import missing_days, missing_shop_days
from opsbook.features.books.missing import expected_day, missing_for
from opsbook.features.books.opening import KeepingHost, open_file, open_to_look
from opsbook.features.books.reminders import count_strange, days_sold, remind, remind_of_history, tell_fixed
from opsbook.hosts.host import Overwritten
from opsbook.model.errors import UsageError
from opsbook.model.reference import resolve
from opsbook.model.values import day_words, is_number, serial

# Told though nothing is wrong.
NOTES = {
    "rows-stay",
    "before-years",
    "nothing-stored",
    "same-content",
    "known-content",
    "missing-report",
    "dated-by-creation",
    "rows-added",
    "parts-summed",
    "parts-summed-but",
    "net-amounts",
    "refunds-added",
    "paid-at-first",
    "rows-of-other-shops",
}


def run_import(words: Namespace, console: Console) -> int:
    """Import files into a workbook."""
    _refuse_swapped(words.book, words.paths)
    workbook = (open_to_look if words.dry_run else open_file)(words.book, console, typed=True)
    if words.shop_alias:
        add_alias(workbook, words.shop_alias)
    remembered = remember(workbook, words)
    added = add_up(workbook, words.paths) if words.add_up else None
    before = days_sold(workbook)
    report = _import(workbook, words.paths, console, words.own, again=True)
    cells, kept = refresh_day(workbook, first=True)
    if not words.dry_run:
        workbook.host.save()
    stale = tell_fixed(kept, words.book, console)
    tell_remembered(console, remembered, tried=words.dry_run)
    tell_added(console, added, report)
    tell_files(report, console)
    tell_own_reports(console, report)
    console.issues(report.all_issues, notes=False)
    tell_proposals(console, words.book, report)
    tell_add_up(console, words.book, report)
    if words.dry_run:
        console.tell("dry-run")
    remind(kept, count_strange(workbook, cells), console)
    if not words.dry_run:
        remind_of_history(workbook, before, words.book, console)
    _close(report, words.book, console)
    _tell_end(words.book, report, console, len(kept), missing_days(cells))
    return 1 if report.problems or stale else 0


def _import(
    workbook: Workbook, paths: Sequence[str], console: Console, own: Sequence[str], *, again: bool
) -> ImportReport:
    now = datetime.now()  # noqa: DTZ005 - the Imports sheet shows the user's own clock
    vouched = [_own_file(name, paths) for name in own]
    return import_inbox(workbook, [Path(path) for path in paths], now, console.progress, again=again, own=vouched)


def _own_file(name: str, paths: Sequence[str]) -> Path:
    """The file that --own names: by its path, or by its name inside a folder that is imported.

    Raises:
        UsageError: there is no such file.
    """
    places = (Path(name), *(Path(path) / name for path in paths))
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise UsageError("own-not-there", file=name)
    return found


def _refuse_swapped(book: str | KeepingHost, paths: Sequence[str]) -> None:
    """The folder first and the workbook behind it: say so, rather than that a folder is no workbook."""
    if isinstance(book, str) and Path(book).is_dir():
        for path in paths:
            if Path(path).suffix.lower() in {".xlsx", ".xlsm"}:
                raise UsageError("words-swapped", book=path, inbox=book)


def refresh_day(
    workbook: Workbook, *, first: bool = False, newest: bool = False
) -> tuple[BookCells, tuple[Overwritten, ...]]:
    """Refresh; the day shown becomes the newest one when asked, or when none was chosen yet."""
    as_of = cells_of(workbook).name("as_of")
    if is_number(as_of) and (newest or (first and workbook.number("the_day") is None)):
        workbook.host.write_name("the_day", as_of)
    cells, kept = refresh(workbook)
    return cells, tuple(kept)


def run_refresh(words: Namespace, console: Console) -> int:
    """Recompute a workbook."""
    workbook = open_file(words.book, console)
    if words.date:
        workbook.host.write_name("the_day", serial(_day(workbook, words.date)))
    cells, kept = refresh_day(workbook)
    workbook.host.save()
    shown = day_words(cells.name("shown_day"))
    stale = tell_fixed(kept, words.book, console)
    remind(kept, count_strange(workbook, cells), console)
    console.tell("refreshed", file=words.book, day=shown)
    known, last = has_data(workbook, cells.name("the_day")), day_words(cells.name("as_of"))
    if not known:
        code = "no-data-yet" if last == "–" else "no-day-shown" if shown == "–" else "day-without-data"
        console.tell(code, day=shown, last=last)
    gaps = [day.isoformat() for day in missing_days(cells)]
    answer = {"has_data": known, "last_with_data": last, "missing_days": gaps}
    console.answer(book=words.book, day=shown, kept=len(kept), **answer)
    return 1 if stale else 0


def _day(workbook: Workbook, text: str) -> date:
    """A date the book has a row for."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError("bad-day", seen=text) from None
    if serial(day) not in workbook.columns("ShopDay")["date"]:
        raise UsageError("day-not-in-book", seen=text, year=int(workbook.number("year") or 0))
    return day


def run_daily(words: Namespace, console: Console) -> int:
    """The morning: import, show the newest day, five lines."""
    _refuse_swapped(words.book, [words.inbox])
    workbook = open_file(words.book, console, typed=True)
    added = add_up(workbook, [words.inbox]) if words.add_up else None
    before = days_sold(workbook)
    report = _import(workbook, [words.inbox], console, words.own, again=False)
    cells, kept = refresh_day(workbook, newest=True)
    as_of = cells.name("as_of")
    missing = missing_for(workbook, expected_day(workbook, float(as_of))) if isinstance(as_of, int | float) else ()
    report = replace(report, issues=(*report.issues, *missing))
    strange = count_strange(workbook, cells)
    lines = morning_lines(Morning(workbook, cells, report.all_issues, missing, strange, missing_days(cells)))
    workbook.host.save()  # last, for the sheets were being compressed meanwhile
    stale = tell_fixed(kept, words.book, console)
    for line in lines:
        console.line(line)
    tell_added(console, added, report)
    tell_own_reports(console, report)
    gaps = missing_shop_days(cells, workbook.catalog)
    console.issues((*report.all_issues, *gaps), notes=False)
    tell_proposals(console, words.book, report)
    tell_add_up(console, words.book, report)
    remind(kept, strange, console)
    remind_of_history(workbook, before, words.book, console)
    _close(report, words.book, console)
    _tell_end(words.book, report, console, len(kept), missing_days(cells), lines)
    return 1 if report.problems or stale or gaps else 0


def _close(report: ImportReport, book: str, console: Console) -> None:
    """What features offer after an import."""
    for closing in console.catalog.closings:
        resolve(closing)(report, book, console)


def counted(rows: Mapping[str, int], console: Console) -> Iterator[str]:
    """How many rows of each report, in words."""
    for table, count in rows.items():
        if count:
            yield console.voice.say("moved-table", report=console.catalog.report_of(table), count=count)


def tell_files(report: ImportReport, console: Console) -> None:
    """Say what became of every file."""
    for file in report.files:
        counts = {"added": file.added, "updated": file.updated, "unchanged": file.unchanged, "rejected": file.rejected}
        console.tell("file-line", file=file.name, **counts)
        for change in file.changes[:5]:
            console.line(f"    {change}")


def _tell_end(
    book: str, report: ImportReport, console: Console, kept: int, gaps: Sequence[date], lines: tuple[str, ...] = ()
) -> None:
    sums = {
        name: sum(getattr(file, name) for file in report.files)
        for name in ("added", "updated", "unchanged", "rejected")
    }
    if report.moved:
        console.tell("moved-rows", tables=tuple(counted(report.moved, console)))
    console.issues(issue for issue in report.all_issues if issue.code in NOTES)
    counts = {"files": len(report.files), "known": report.known, "issues": report.problems, **sums}
    console.tell("inbox-end" if report.known else "import-end", book=book, **counts)
    records: list[dict[str, object]] = [issue_record(issue, console.voice) for issue in report.all_issues]
    moved = dict(report.moved)
    asked = proposal_records(report, console)
    days = [day.isoformat() for day in gaps]
    told = {"moved": moved, "kept": kept, "lines": list(lines)}
    facts = {**told, "issues": records, "proposals": asked, "missing_days": days}
    facts["add_up"] = add_up_commands(book, report)
    console.answer(book=book, files=len(report.files), known=report.known, **sums, **facts)
