"""Read files into parsed sheets, oldest export first, so that the order they are named in does not matter."""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from opsbook.engine.imports.reports import FileReport
from opsbook.engine.mapping.mappings import NO_MAPPINGS, Mappings
from opsbook.exports.mapping.proposal import Proposal
from opsbook.exports.parse.across_sheets import agreeing
from opsbook.exports.parse.sheet import parse
from opsbook.exports.platforms.normalize import plain_shop
from opsbook.exports.privacy.people import mask
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.reading.readers import find_files, read_file
from opsbook.exports.recognise.near_match import near_match, renames
from opsbook.model.catalog import Catalog
from opsbook.model.facts import Fact, Facts, Parsed
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.schema import Table
from opsbook.model.values import from_serial

Progress = Callable[[int, int, str], None]
_COPY = re.compile(r" ?[(（]([0-9]{1,3})[)）]$")


def gather(
    paths: Iterable[Path],
    catalog: Catalog,
    progress: Progress | None = None,
    mappings: Mappings = NO_MAPPINGS,
    table: Table | None = None,
) -> list[FileReport]:
    """Read and parse every file; a damaged one is reported and the good ones go on.

    Args:
        paths: files and folders.
        catalog: whose exports and tables.
        progress: called with each file before it is read.
        mappings: what the operator said of columns.
        table: the table that unknown files fill; None lets their columns decide.
    """
    files = find_files(paths)
    found: list[FileReport] = []
    for number, path in enumerate(files, 1):
        if progress:
            progress(number, len(files), mask(path.name))
        found.append(_one(path, catalog, mappings, table))
    return sorted(found, key=lambda one: (one.exported or date.min, *_download(one.name), one.sha256))


def _download(name: str) -> tuple[str, int, str]:
    """Place a file among those made on its day: a browser writes (1), (2) … behind the name of one downloaded again."""
    path = Path(name)
    copy = _COPY.search(path.stem)
    return (_COPY.sub("", path.stem), int(copy[1]) if copy else 0, name)


def _one(path: Path, catalog: Catalog, mappings: Mappings, table: Table | None) -> FileReport:
    read, issues = read_file(path)
    raws = [replace(raw, year=mappings.year, own=mappings.own) for raw in read]
    parsed = agreeing([parse(raw, catalog, mappings.known) for raw in raws], catalog)
    exported = max((raw.exported for raw in raws if raw.exported), default=None)
    report = FileReport(path, fingerprint(path), parsed, exported, list(issues))
    asked = proposed(raws, parsed, catalog, mappings, table)
    for one, passed in zip(parsed, silent(raws, parsed, asked, catalog), strict=True):
        if not passed:
            report.issues.extend(one.issues)
        report.rejected += one.rejected
    report.proposals = tuple(proposal for proposal in asked if proposal)
    report.renames = tuple(
        rename for raw, one in zip(raws, parsed, strict=True) for rename in renames(raw, one, catalog)
    )
    return report


def proposed(
    raws: Sequence[RawTable],
    parsed: Sequence[Parsed],
    catalog: Catalog,
    mappings: Mappings = NO_MAPPINGS,
    table: Table | None = None,
) -> tuple[Proposal | None, ...]:
    """Say what the sheets of a file that nobody knows may be; beside a known one only those with figures are told of.

    Args:
        raws: the sheets.
        parsed: what each of them says.
        catalog: whose exports and tables.
        mappings: what the operator said of columns.
        table: what they are to fill; None lets their columns decide.

    Returns:
        One per sheet, None where it is known, or may be nothing.
    """
    claimed = any(one.kind for one in parsed)
    found: list[Proposal | None] = []
    for raw, one in zip(raws, parsed, strict=True):
        unknown = not one.kind and near_match(raw, one.issues, catalog) is None
        proposal = _proposal(raw, catalog, mappings, table) if unknown else None
        beside = claimed and proposal is not None and not proposal.has_figures
        found.append(None if beside else proposal)
    return tuple(found)


def _proposal(raw: RawTable, catalog: Catalog, mappings: Mappings, table: Table | None) -> Proposal | None:
    from opsbook.exports.mapping.propose import propose  # noqa: PLC0415  (rarely wanted, slow to load)

    return propose(raw, catalog, mappings.remembered, table)


def silent(
    raws: Sequence[RawTable], parsed: Sequence[Parsed], asked: Sequence[Proposal | None], catalog: Catalog
) -> tuple[bool, ...]:
    """Say which sheets need no word: those of notes and the like, beside one that is known or may be mapped."""
    others = any(one.kind for one in parsed) or any(asked)
    return tuple(
        others and not (one.kind or proposal or near_match(raw, one.issues, catalog))
        for raw, one, proposal in zip(raws, parsed, asked, strict=True)
    )


def fingerprint(path: Path) -> str:
    """The hash of a file's content; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def accept(report: FileReport, shops: Sequence[str], years: tuple[int, int]) -> list[Facts]:
    """The facts of a file that belong into this book: of this shop, of its two years; the rest becomes issues."""
    known = {plain_shop(shop) for shop in shops if shop}
    taken: list[Facts] = []
    for one in report.parsed:
        if one.shop and known and plain_shop(one.shop) not in known:
            other = Issue("other-shop", Level.ERROR, Where(report.name), {"found": mask(one.shop), "own": shops[0]})
            report.issues.extend(() if other in report.issues else (other,))  # a zip may hold thirty such files
            report.rejected += sum(len(facts.rows) for facts in one.facts)
            continue
        taken.extend(_in_years(report, facts, years) for facts in one.facts)
    return taken


def only(report: FileReport, accepted: Sequence[Facts], tables: Collection[str]) -> list[Facts]:
    """The facts for some tables; of another report it is told that it was left out.

    Args:
        report: the file.
        accepted: what could be imported of it.
        tables: names of the tables wanted; empty for all.
    """
    wanted = [facts for facts in accepted if not tables or facts.table in tables]
    if len(wanted) < len(accepted):
        seen = {"file": report.name, "kind": report.kind_name}
        report.issues.append(Issue("not-peers-file", Level.WARNING, Where(report.name), seen))
        report.rejected += sum(len(facts.rows) for facts in accepted) - sum(len(facts.rows) for facts in wanted)
    return wanted


def same_shop(one: str, other: str) -> bool:
    """Whether two spellings name one shop: width, case and spaces do not matter.

    >>> same_shop("我的 店ABC", "我的店abc")
    True
    """
    return plain_shop(one) == plain_shop(other)


def _in_years(report: FileReport, facts: Facts, years: tuple[int, int]) -> Facts:
    inside: list[Fact] = []
    outside: list[date] = []
    for fact in facts.rows:
        day = fact.values["date"]
        on = from_serial(day) if isinstance(day, int | float) else date.min
        if on.year in years:
            inside.append(fact)
        else:
            outside.append(on)
    if outside:
        seen = {
            "years": tuple(sorted({on.year for on in outside})),
            "rows": len(outside),
            "book": f"{years[0]}–{years[1]}",
        }
        _forget_days(report, {f"{on}" for on in outside})
        report.issues.append(Issue("outside-years", Level.INFO, Where(report.name), seen))
        report.rejected += len(outside)
        report.other_years += [on.year for on in outside]
    return replace(facts, rows=tuple(inside))


def _forget_days(report: FileReport, days: Collection[str]) -> None:
    """A day that is not imported at all needs no word on how it would have been."""
    about_day = {"partial-day", "future-day", "future-sighting", "edge-day", "late-payments"}
    report.issues[:] = [one for one in report.issues if one.code not in about_day or one.seen["date"] not in days]
