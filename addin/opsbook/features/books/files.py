"""Commands that look at files: detect, check, build."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace as Namespace

from opsbook.engine.building import build, release, stale
from opsbook.engine.checks.checking import check, repair
from opsbook.engine.console.printing import Console, issue_record
from opsbook.engine.imports.gathering import proposed, silent
from opsbook.engine.mapping.proposals import unknown
from opsbook.exports.mapping.proposal import Proposal
from opsbook.exports.parse.across_sheets import agreeing
from opsbook.exports.parse.describe import Summary, summary
from opsbook.exports.parse.sheet import parse
from opsbook.exports.privacy.people import mask
from opsbook.exports.reading.readers import find_files, read_file
from opsbook.features.books.mapping_words import BOOK, proposal_record, tell_proposal
from opsbook.features.books.opening import KeepingHost, open_file, open_to_check
from opsbook.model.facts import Parsed
from opsbook.model.issues import Issue, Level
from opsbook.model.language import Label, Lang
from opsbook.model.values import day_words

SHOWN = 20
KEPT = Path("tests", "books")  # in the repository, beside the templates' folder


def run_detect(words: Namespace, console: Console) -> int:
    """Say what each file is."""
    records: list[dict[str, object]] = []
    files = find_files([Path(path) for path in words.paths])
    problems = [] if files else [Issue("nothing-to-import", Level.WARNING)]
    for path in files:
        raws, issues = read_file(path)
        parsed = agreeing([parse(raw, console.catalog) for raw in raws], console.catalog)
        asked = proposed(raws, parsed, console.catalog)
        for one, proposal, passed in zip(parsed, asked, silent(raws, parsed, asked, console.catalog), strict=True):
            if passed:
                continue
            found = unknown(one.issues, proposal) if proposal else list(one.issues)
            records.append(_record(mask(path.name), one, proposal, found, console))
            if proposal:
                tell_proposal(console, BOOK[console.lang], str(path), proposal)
            else:
                _tell(mask(path.name), one, console)
            problems += found
        problems += issues
    console.issues(problems)
    console.answer(files=records, issues=[issue_record(issue, console.voice) for issue in problems])
    return 1 if not files or any(issue.level is Level.ERROR for issue in problems) else 0


def _tell(file: str, parsed: Parsed, console: Console) -> None:
    short = summary(parsed, console.catalog)
    if short.kind:
        console.tell(
            "detected",
            file=file,
            kind=short.name,
            header=short.header_row,
            days=_days(short),
            rows=sum(short.rows.values()),
        )
        console.tell("detected-shop", shop=mask(short.shop) or "–", rejected=short.rejected)
        console.tell("detected-columns", columns=tuple(_column(*one, console.lang) for one in short.labels.items()))
    else:
        console.tell("not-detected", file=file)


def _column(header: str, label: Label, lang: Lang) -> str:
    """A header, and what the workbook calls it where that is another name."""
    return header if header == label[lang] else f"{header} → {label[lang]}"


def _days(short: Summary) -> str:
    if short.first is None:
        return "–"
    return f"{short.first}" if short.first == short.last else f"{short.first} … {short.last}"


def _record(
    file: str, parsed: Parsed, proposal: Proposal | None, issues: Sequence[Issue], console: Console
) -> dict[str, object]:
    short = summary(parsed, console.catalog)
    return {
        "file": file,
        "kind": short.kind,
        "header_row": short.header_row,
        "days": _days(short),
        "shop": mask(short.shop),
        "rows": dict(short.rows),
        "mapping": dict(short.mapping),
        "unknown": list(short.unknown),
        "issues": [issue_record(issue, console.voice) for issue in issues],
        **({"proposal": proposal_record(proposal, console)} if proposal else {}),
    }


def run_check(words: Namespace, console: Console) -> int:
    """List a workbook's issues; put formulas back when asked."""
    if words.repair:
        return _repair(words.book, console)
    workbook = open_to_check(words.book, console)
    issues: tuple[Issue, ...] = check(workbook)
    console.issues(issues, most=None)  # no sheet of the book repeats them
    problems = sum(issue.level is not Level.INFO for issue in issues)
    console.tell("check-end" if problems else "check-fine", count=problems, file=words.book)
    console.answer(book=words.book, issues=[issue_record(issue, console.voice) for issue in issues])
    return 1 if problems else 0


def _repair(book: str | KeepingHost, console: Console) -> int:
    workbook = open_file(book, console, typed=True)
    mended = repair(workbook)
    workbook.host.save()
    for day in mended.days[:SHOWN]:
        console.tell("repaired-day", sheet=day.where.sheet, cell=day.where.cell, found=day.text, day=day_words(day.day))
    for one in mended.formulas[:SHOWN]:
        console.tell("repaired", sheet=one.sheet, cell=one.cell, found=one.found[:60])
    console.issues(mended.kept, most=None)
    if mended.days:
        console.tell("repair-days", count=len(mended.days))
    if mended.bars:
        console.tell("repair-bars", count=mended.bars)
    console.tell("repair-end", count=len(mended.formulas), file=book)
    cells = [f"{day.where.sheet}!{day.where.cell}" for day in mended.days]
    console.answer(book=book, repaired=[*cells, *(f"{one.sheet}!{one.cell}" for one in mended.formulas)])
    return 1 if mended.kept else 0


def run_build(words: Namespace, console: Console) -> int:
    """Print the templates, or compare the committed ones; keep those of a release."""
    folder = Path(words.out)
    kept = folder.resolve().parent / KEPT
    if not words.check:
        if words.release:
            release(folder, console.catalog, kept, words.release)
        written = build(folder, console.catalog, kept)
        for path in written:
            console.line(str(path))
        console.answer(folder=str(folder), written=[path.name for path in written])
        return 0
    with tempfile.TemporaryDirectory() as fresh:
        old = stale(folder, Path(fresh), console.catalog, kept)
    for name in old:
        console.tell("stale", file=name)
    console.tell("build-stale" if old else "build-fresh", folder=folder)
    console.answer(folder=str(folder), stale=list(old))
    return 1 if old else 0
