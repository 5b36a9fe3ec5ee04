"""Which files of an inbox bring something new: what was imported stays where it lies and is known again by its content."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from opsbook.hosts.readers import find_files
from opsbook.importers.importer import Importer
from opsbook.importers.people import mask
from opsbook.importers.registry import IMPORTERS
from opsbook.vocabulary.issues import Issue, Level
from opsbook.vocabulary.language import Label
from opsbook.vocabulary.records import record, replace
from opsbook.vocabulary.tables import FACT_TABLES
from opsbook.vocabulary.values import Value, is_number
from opsbook.workflows.gathering import Progress
from opsbook.workflows.history import WINDOWS
from opsbook.workflows.importing import import_files
from opsbook.workflows.ledger import BLANK
from opsbook.workflows.opened import Opened
from opsbook.workflows.reports import ImportReport

NAMED = 3  # pairs of files a sentence names
_TABLES = frozenset(table.name for table in FACT_TABLES)
_KNOWN = {importer.name: importer for importer in IMPORTERS if importer.table in _TABLES}
_AND = Label("{} 与 {}", "{} and {}")

Row = Mapping[str, Value]


@record
class Inbox:
    """The files of an inbox, sorted.

    Args:
        fresh: files to read, every content once.
        known: how many were imported before and need no second reading.
        issues: files that hold the same.
    """

    fresh: tuple[Path, ...]
    known: int
    issues: tuple[Issue, ...]


def import_inbox(
    opened: Opened, paths: Iterable[Path], now: datetime, progress: Progress | None = None, *, again: bool
) -> ImportReport:
    """Import the files that bring something; none is moved or changed, and nothing is saved here.

    Args:
        opened: the workbook.
        paths: files and folders.
        now: when this happens, for the Imports sheet.
        progress: told of each file before it is read.
        again: files that were imported before are read once more.

    Returns:
        What became of the files that were read, and how many were not.
    """
    inbox = sort_inbox(opened, paths, again=again)
    report = import_files(opened, inbox.fresh, now, progress)
    others = (one for one in report.issues if one.code != "nothing-to-import" or not inbox.known)
    return replace(report, issues=(*inbox.issues, *others), known=inbox.known)


def sort_inbox(opened: Opened, paths: Iterable[Path], *, again: bool) -> Inbox:
    """Tell new files from those the book has imported, and from copies of one another.

    A file counts as imported when the book's record names its content, all of its rows were taken, and rows of its first and
    last day are still there: after a backup was put back or rows were deleted it is read once more.

    Args:
        opened: the workbook.
        paths: files and folders.
        again: files that were imported before are fresh, too.
    """
    record = {row["sha256"]: row for row in opened.rows("Imports")}
    alike: dict[str, list[Path]] = defaultdict(list)
    for path in find_files(paths):
        alike[_content(path) or str(path)].append(path)
    known = set() if again else _settled(opened, [record[content] for content in alike if content in record])
    fresh = tuple(files[0] for content, files in alike.items() if content not in known)
    named = [
        (record.get(content, {}).get("file"), [mask(path.name) for path in files]) for content, files in alike.items()
    ]
    return Inbox(fresh, len(alike) - len(fresh), tuple(_copies(named, opened)))


def _content(path: Path) -> str:
    """The fingerprint of a file; empty when it cannot be read, which is told when it is its turn."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _copies(named: Iterable[tuple[Value, Sequence[str]]], opened: Opened) -> Iterator[Issue]:
    """Name the files that hold what another one holds: one beside it, or one that was imported before."""
    pairs: dict[str, list[str]] = {"same-content": [], "known-content": []}
    for before, names in named:
        first = str(before or names[0])
        code = "same-content" if first in names else "known-content"
        pairs[code] += [_AND[opened.lang].format(first, other) for other in names if other != first]
    for code, said in pairs.items():
        if said:
            yield Issue(code, Level.INFO, seen={"pairs": (*said[:NAMED], *(["…"] if len(said) > NAMED else []))})


def _settled(opened: Opened, rows: Sequence[Row]) -> set[Value]:
    """The contents that were taken in full and are still there."""
    taken = [row for row in rows if row["kind"] in _KNOWN and row["rejected"] in {0, *BLANK}]
    days: dict[str, set[float]] = {}
    for kind in {str(row["kind"]) for row in taken}:
        wanted = {day for row in taken if row["kind"] == kind for day in _ends(row)}
        days[kind] = _told(opened, _KNOWN[kind], wanted) if wanted else set()
    return {row["sha256"] for row in taken if _ends(row) <= days[str(row["kind"])]}


def _ends(row: Row) -> set[float]:
    """The first and last day a file told of; none where nothing of it is stored."""
    return {float(day) for name in ("first", "last") if is_number(day := row[name]) and isinstance(day, int | float)}


def _told(opened: Opened, importer: Importer, wanted: set[float]) -> set[float]:
    """Days of which a figure stands that a kind of report may have told."""
    cells = opened.columns(importer.table)
    figures = [cells[source.id] for source in importer.columns if source.id != "date" and source.id in cells]
    rows = zip(cells["date"], zip(*figures, strict=True), strict=True)
    here = {float(day) for day, told in rows if isinstance(day, int | float) and any(one not in BLANK for one in told)}
    if importer.table in WINDOWS and (gone := wanted - here):
        past = opened.host.history.rows(importer.table, gone).values()
        here |= {float(day) for row in past if isinstance(day := row["date"], int | float)}
    return here
