"""The demo command: a sample inbox in the real formats, and a workbook filled from it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console
from opsbook.engine.creating import prepare
from opsbook.engine.imports.importing import import_files
from opsbook.engine.runs.recording import begin_run
from opsbook.engine.summary import Morning, morning_lines
from opsbook.engine.workbook import Workbook, open_book
from opsbook.features.books.commands import refresh_day
from opsbook.features.competitors.words import COMPLAINTS, ROLES, SAME_STYLE
from opsbook.features.demo import setup, write_inbox
from opsbook.features.goals.goal_setting import set_year_goal
from opsbook.features.goals.rules import promotions
from opsbook.features.goals.rules.own_events import known_label
from opsbook.hosts.history.run import Kind
from opsbook.hosts.template.blank import blank_book
from opsbook.model.errors import FileRefusedError
from opsbook.model.language import Lang
from opsbook.model.values import Value, serial

BOOK = "OpsBook-demo.xlsx"
MORNING = datetime(2026, 11, 13, 9, 10)  # noqa: DTZ001 - the demo's own clock, the same every time


def run_demo(words: Namespace, console: Console) -> int:
    """Write the inbox and the workbook."""
    folder = Path(words.folder)
    book = folder / BOOK
    if book.exists():
        raise FileRefusedError("demo-exists", file=book)
    console.lang = words.lang
    with console.working("working-inbox"):
        files = write_inbox(folder / "inbox")
    console.tell("demo-inbox", folder=folder / "inbox", count=len(files))
    lines = make_demo(folder / "inbox", book, words.lang, console)
    for line in lines:
        console.line(line)
    console.tell("demo-done", book=book)
    console.answer(book=str(book), inbox=str(folder / "inbox"), files=len(files), lines=list(lines))
    return 0


def make_demo(inbox: Path, book: Path, lang: Lang, console: Console) -> tuple[str, ...]:
    """Fill a new workbook from the inbox, set it up as its operator would; returns the five lines."""
    host = blank_book(console.catalog, lang)
    prepare(host, console.catalog, setup.SHOP, setup.YEAR)
    workbook = open_book(host, console.catalog)
    begin_run(workbook, console.command, Kind.MADE)
    report = import_files(workbook, [inbox], MORNING, console.progress)
    _type_in(workbook)
    set_year_goal(workbook, setup.YEAR, setup.YEAR_GOAL, again=True, anew=True)  # set when the year began
    cells, _ = refresh_day(workbook, newest=True)
    host.write_property("opsbook_shop", setup.SHOP)
    host.save_as(book)
    return morning_lines(Morning(workbook, cells, report.all_issues))


def _type_in(workbook: Workbook) -> None:
    """What the shop's operator has typed: costs, targets, locks, events, notes."""
    workbook.host.write_name("cost_rate", setup.COST_RATE)
    workbook.host.write_name("main_item", setup.MAIN_ITEM)
    workbook.upsert("Events", [in_words(row, workbook.lang) for row in setup.EVENTS])
    workbook.upsert("ShopDay", [{"date": day, **row} for day, row in setup.typed_rows().items()])
    targets = [
        {"month": serial(month), "target_cvr": cvr, "target_aov": aov} for month, (cvr, aov) in setup.TARGETS.items()
    ]
    workbook.upsert("GoalMonth", targets)
    workbook.upsert("GoalMonth", [{"month": serial(month), "lock": lock} for month, lock in setup.MONTH_LOCKS.items()])
    workbook.upsert("GoalDay", [{"date": serial(day), "lock": lock} for day, lock in setup.DAY_LOCKS.items()])
    _watch(workbook)


def in_words(event: Mapping[str, Value], lang: Lang) -> Mapping[str, Value]:
    """A promotion with its names in the workbook's language."""
    named = known_label(str(event["event"]), promotions.EVENTS), known_label(str(event["phase"]), promotions.PHASES)
    return {**event, "event": named[0][lang], "phase": named[1][lang]}


def _watch(workbook: Workbook) -> None:
    """Whom the operator watches, and what they said of items that look alike."""
    lang, since = workbook.lang, serial(setup.WATCHED_SINCE)
    peers: list[Mapping[str, Value]] = [
        {"shop": shop, "role": ROLES[role][lang], "since": since, "note": note} for shop, role, note in setup.PEERS
    ]
    judged: list[Mapping[str, Value]] = [
        {
            **dict(zip(("item_id", "shop", "peer_item_id"), pair, strict=True)),
            "same": SAME_STYLE[same][lang],
            "complaint": COMPLAINTS[state][lang] if state else None,
        }
        for pair, (same, state) in setup.JUDGED.items()
    ]
    workbook.upsert("Peers", peers)
    workbook.upsert("PeerMatches", judged)
