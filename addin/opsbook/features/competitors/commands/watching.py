"""Commands about competitors: watch a shop, write a sighting down, import files of them."""

from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console, issue_record
from opsbook.engine.imports.importing import import_files
from opsbook.engine.imports.reports import ImportReport
from opsbook.engine.workbook import Workbook
from opsbook.features.books.asked import tell_own_reports, tell_proposals
from opsbook.features.books.commands import refresh_day, tell_files
from opsbook.features.books.opening import open_file, open_to_look
from opsbook.features.books.reminders import count_strange, remind, tell_fixed
from opsbook.features.competitors.commands.arguments import parse_peer, parse_sighting
from opsbook.features.competitors.commands.offers import offer_peers, offer_strangers
from opsbook.features.competitors.ledger.entry import watch, write_sighting
from opsbook.features.competitors.ledger.log import new_strangers, spoken
from opsbook.features.competitors.tables import PEER_LOG, PEER_LOST
from opsbook.features.competitors.words import FEWEST_PEERS, MOST_PEERS
from opsbook.model.values import Value, day_words, serial


def run_add(words: Namespace, console: Console) -> int:
    """Watch a shop, or change what is written of it."""
    workbook = open_file(words.book, console)
    given = parse_peer(words, workbook)
    done = watch(workbook, words.shop, given, today())
    stale = _finish(workbook, words.book, console)
    if done.fresh:
        words_of = {"role": given["role"]} if "role" in given else {}
        console.tell("peer-added" if words_of else "peer-added-bare", shop=done.shop, count=done.count, **words_of)
    elif not done.changes:
        console.tell("peer-same", shop=done.shop, count=done.count)
    for column, old, new in done.changes:
        both = {"old": _shown(column, old), "new": _shown(column, new)}
        console.tell("peer-changed", shop=done.shop, column=workbook.header("Peers", column), **both)
    if not FEWEST_PEERS <= done.count <= MOST_PEERS:
        console.tell("peers-few" if done.count < FEWEST_PEERS else "peers-many", count=done.count)
    changes = {column: {"old": old, "new": new} for column, old, new in done.changes}
    console.answer(book=words.book, shop=done.shop, added=done.fresh, changes=changes, watched=done.count)
    return 1 if stale else 0


def run_log(words: Namespace, console: Console) -> int:
    """Write one sighting into the log."""
    workbook = open_file(words.book, console)
    values = parse_sighting(words, workbook, now := today())
    done = write_sighting(workbook, values, now)
    stale = _finish(workbook, words.book, console)
    named = {"day": day_words(values["date"]), "shop": values["shop"], "item": values["item_id"]}
    figures = tuple(f"{workbook.header('PeerLog', name)} {spoken(name, new)}" for name, new in done.written.items())
    if done.written:
        console.tell("sighting-added" if done.fresh else "sighting-filled", **named, figures=figures)
    elif not done.issues:
        console.tell("sighting-same", **named)
    offer_strangers(new_strangers(workbook, [values] if done.fresh else []), words.book, console)
    console.issues(done.issues)
    issues = [issue_record(issue, console.voice) for issue in done.issues]
    console.answer(book=words.book, **named, added=done.fresh, written=dict(done.written), issues=issues)
    return 1 if done.issues or stale else 0


def run_import(words: Namespace, console: Console) -> int:
    """Import files of competitors' items and of customers lost to them; other reports stay out."""
    workbook = open_to_look(words.book, console) if words.dry_run else open_file(words.book, console)
    paths = [Path(path) for path in words.paths]
    report = import_files(workbook, paths, datetime.now(), console.progress, (PEER_LOG.name, PEER_LOST.name))  # noqa: DTZ005 - the Imports sheet shows the user's own clock
    cells, kept = refresh_day(workbook, first=True)
    if not words.dry_run:
        workbook.host.save()
    stale = tell_fixed(kept, words.book, console)
    tell_files(report, console)
    tell_own_reports(console, report)
    console.issues(report.all_issues, notes=False)
    tell_proposals(console, words.book, report)
    if words.dry_run:
        console.tell("dry-run")
    remind(kept, count_strange(workbook, cells), console)
    offer_peers(report, words.book, console)
    _tell_import(words.book, report, console)
    return 1 if report.problems or stale else 0


def _tell_import(book: object, report: ImportReport, console: Console) -> None:
    counts = ("added", "updated", "unchanged", "rejected")
    sums = {name: sum(getattr(file, name) for file in report.files) for name in counts}
    console.tell("peers-imported", files=len(report.files), issues=report.problems, book=book, **sums)
    issues = [issue_record(issue, console.voice) for issue in report.all_issues]
    console.answer(book=book, files=len(report.files), **sums, not_watched=_not_watched(report), issues=issues)


def _not_watched(report: ImportReport) -> list[str]:
    """Shops of newly logged items, then those that customers were newly lost to."""
    return list(dict.fromkeys((*report.news["strangers"], *(one.shop for one in report.news["takers"]))))


def _finish(workbook: Workbook, book: object, console: Console) -> bool:
    """Recompute and save; formulas that the user changed are told. Returns whether figures do not follow any more."""
    cells, kept = refresh_day(workbook)
    workbook.host.save()
    stale = tell_fixed(kept, book, console)
    remind(kept, count_strange(workbook, cells), console)
    return stale


def today() -> int:
    """The day of the user's own calendar."""
    return serial(date.today())  # noqa: DTZ011 - the user's own calendar


def _shown(column: str, value: Value) -> str:
    """A cell of the list of peers as a sentence says it."""
    if value is None or value == "":
        return "–"
    return day_words(value) if column == "since" else str(value)
