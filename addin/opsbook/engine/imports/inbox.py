"""Select the files of an inbox that are new; imported files stay in place and are recognised by their content."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from opsbook.engine.imports.gathering import Progress, gather
from opsbook.engine.imports.importing import pour
from opsbook.engine.imports.ledger import BLANK
from opsbook.engine.imports.reports import ImportReport
from opsbook.engine.mapping.mappings import read_mappings
from opsbook.engine.workbook import Workbook
from opsbook.exports.platforms.dates import Span, exported_on, span_in_name
from opsbook.exports.privacy.people import mask
from opsbook.exports.reading.readers import find_files
from opsbook.model.issues import Issue, Level
from opsbook.model.language import Label
from opsbook.model.records.export import Importer
from opsbook.model.values import Value, is_number, serial

NAMED = 3  # pairs of files a sentence names
_AND = Label("{} 与 {}", "{} and {}")

Row = Mapping[str, Value]
_Content = tuple[Value, Span | None]  # what a file holds, and the days in its name


@dataclass(frozen=True, slots=True)
class Inbox:
    """The files of an inbox, sorted.

    Args:
        fresh: files to read, every content once.
        again: those of them that were imported before and are read only for what is missing.
        known: how many were imported before and need no second reading.
        issues: files that hold the same.
    """

    fresh: tuple[Path, ...]
    again: frozenset[Path]
    known: int
    issues: tuple[Issue, ...]


def import_inbox(  # noqa: PLR0913 - what a person says of the files
    workbook: Workbook,
    paths: Iterable[Path],
    now: datetime,
    progress: Progress | None = None,
    *,
    again: bool,
    own: Collection[Path] = (),
) -> ImportReport:
    """Import the files that bring something; none is moved or changed, and nothing is saved here.

    Args:
        workbook: the open workbook.
        paths: files and folders.
        now: when this happens, for the Imports sheet.
        progress: called with each file before it is read.
        again: files that were imported before are read once more.
        own: files that name no shop and are this shop's all the same.

    Returns:
        What became of the files that were read, and how many were not.
    """
    inbox = sort_inbox(workbook, paths, again=again)
    files = gather(inbox.fresh, workbook.catalog, progress, read_mappings(workbook))
    for file in files:
        file.again = file.path in inbox.again
    report = pour(workbook, files, now, own=own)
    others = (one for one in report.issues if one.code != "nothing-to-import" or not inbox.known)
    return replace(report, issues=(*inbox.issues, *others), known=inbox.known)


def sort_inbox(workbook: Workbook, paths: Iterable[Path], *, again: bool) -> Inbox:
    """Tell new files from those the book has imported, and from copies of one another.

    A file counts as imported when the book's record names its content and day, all of its rows were taken, and rows of its first
    and last day are still there: after a backup was put back or rows were deleted it is read once more. So is one that was
    downloaded again since, for a day that was cut short then may be whole now.

    Args:
        workbook: the open workbook.
        paths: files and folders.
        again: files that were imported before are fresh, too.
    """
    imported = {(row["sha256"], _day_named(str(row["file"]))): row for row in workbook.rows("Imports")}
    alike: dict[_Content, list[Path]] = defaultdict(list)
    for path in find_files(paths):
        alike[_content(path), _day_named(path.name)].append(path)
    newest = {content: max(files, key=_made) for content, files in alike.items()}
    before = {content: imported[content] for content, path in newest.items() if content in imported}
    candidates = [row for content, row in before.items() if not again and not _is_later(newest[content], row)]
    known = _settled(workbook, candidates)
    fresh = tuple(
        path for content, path in newest.items() if content not in before or before[content]["id"] not in known
    )
    unsettled = {row["id"] for row in candidates if _ends(row)} - known  # a file that was refused whole said nothing
    repeated = frozenset(newest[content] for content, row in before.items() if row["id"] in unsettled)
    named = [(before.get(one, {}).get("file"), [mask(path.name) for path in files]) for one, files in alike.items()]
    return Inbox(fresh, repeated, len(alike) - len(fresh), tuple(_copies(named, workbook)))


def _content(path: Path) -> str:
    """The hash of a file's content; its path where it cannot be read, which the import reports later."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return str(path)


def _day_named(name: str) -> Span | None:
    """The days in a file's name: of reports that tell them nowhere else, equal content is not the same."""
    return span_in_name(name, exported_on(name))


def _made(path: Path) -> date:
    """The day a file was downloaded."""
    try:
        return exported_on(path.name) or date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012 - the user's own clock
    except OSError:
        return date.min


def _is_later(path: Path, row: Row) -> bool:
    """Whether a file was downloaded after the same content was imported."""
    then = row["exported"] if exported_on(path.name) else row["at"]
    return not isinstance(then, int | float) or not is_number(then) or serial(_made(path)) > int(then)


def _copies(named: Iterable[tuple[Value, Sequence[str]]], workbook: Workbook) -> Iterator[Issue]:
    """Name the files that hold what another one holds: one beside it, or one that was imported before."""
    pairs: dict[str, list[str]] = {"same-content": [], "known-content": []}
    for before, names in named:
        first = str(before or names[0])
        code = "same-content" if first in names else "known-content"
        pairs[code] += [_AND[workbook.lang].format(first, other) for other in names if other != first]
    for code, said in pairs.items():
        if said:
            yield Issue(code, Level.INFO, seen={"pairs": (*said[:NAMED], *(["…"] if len(said) > NAMED else []))})


def _settled(workbook: Workbook, rows: Sequence[Row]) -> set[Value]:
    """Ids of the files that were taken in full and are still there."""
    known = {name: one for one in workbook.catalog.exports.values() for name in one.names}
    taken = [row for row in rows if row["kind"] in known and row["rejected"] in {0, *BLANK}]
    days: dict[str, set[float]] = {}
    for kind in {str(row["kind"]) for row in taken}:
        wanted = {day for row in taken if row["kind"] == kind for day in _ends(row)}
        days[kind] = _told(workbook, known[kind], wanted) if wanted else set()
    return {row["id"] for row in taken if _ends(row) <= days[str(row["kind"])]}


def _ends(row: Row) -> set[float]:
    """First and last day of a file's data; none where nothing of it is stored."""
    return {float(day) for name in ("first", "last") if is_number(day := row[name]) and isinstance(day, int | float)}


def _told(workbook: Workbook, importer: Importer, wanted: set[float]) -> set[float]:
    """Days of which a figure stands that a kind of report may have told."""
    cells = workbook.columns(importer.table.name)
    figures = [cells[source.id] for source in importer.columns if source.id != "date" and source.id in cells]
    rows = zip(cells["date"], zip(*figures, strict=True), strict=True)
    here = {float(day) for day, told in rows if isinstance(day, int | float) and any(one not in BLANK for one in told)}
    if importer.table.window and (gone := wanted - here):
        past = workbook.host.history.rows(importer.table.name, gone).values()
        here |= {float(day) for row in past if isinstance(day := row["date"], int | float)}
    return here
