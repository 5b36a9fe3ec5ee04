"""Propose mappings for unknown reports: each is written into the Mapping sheet once, unconfirmed."""

import re
from collections.abc import Collection, Iterable

from opsbook.engine.imports.reports import FileReport
from opsbook.engine.mapping.mappings import Mappings
from opsbook.engine.workbook import Workbook
from opsbook.exports.mapping.proposal import KEPT, Guess, Proposal, label
from opsbook.exports.mapping.targets import KEEP, LEAVE_OUT, sheet_name
from opsbook.exports.privacy.people import mask
from opsbook.exports.recognise.near_match import MAY_BE
from opsbook.messages import Voice
from opsbook.model.answers import NO, says
from opsbook.model.catalog import Catalog
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.language import LANGS, Label, Lang
from opsbook.model.records.export import Importer
from opsbook.model.schema import Table
from opsbook.model.values import Value

NOT_KNOWN = {"unknown-export", "missing-column", "no-header"}
_NOISE = re.compile(r"20\d\d(?:[-_.年]?\d{1,2}){1,2}[月日]?(?:[-_]?\d{6})?|\(\d+\)|（\d+）|\d{6,}|[~至到]")
_EDGES = " -_—.·【】[]()（）"


def ask(workbook: Workbook, mappings: Mappings, reports: Iterable[FileReport]) -> None:
    """List issues for every unknown report (proposed, waiting, wrong), and write new proposals.

    Args:
        workbook: the workbook; its Mapping sheet takes the proposals.
        mappings: what the sheet says so far.
        reports: the files; theirs are the issues.
    """
    names, asked = set(mappings.names.values()), set[str]()
    for report in reports:
        for proposal in report.proposals:
            told = _state(proposal, mappings)
            if told is None:
                told = (_asked(proposal),)
                if proposal.sheet.signature not in asked:
                    name = report_name(report.name, names)
                    names.add(name)
                    workbook.upsert("Mapping", proposal_rows(proposal, name, report.name, workbook.voice))
                asked.add(proposal.sheet.signature)
            report.issues = [one for one in report.issues if not _is_of(one, proposal)] + list(told)
        _ask_renamed(workbook, report)


def _is_of(issue: Issue, proposal: Proposal) -> bool:
    """Whether an issue says that nobody knows the sheet of a proposal; other sheets of its file speak for themselves."""
    raw = proposal.sheet.raw
    return issue.code in NOT_KNOWN and (issue.where.file, issue.where.sheet) == (raw.file, raw.sheet)


def _state(proposal: Proposal, mappings: Mappings) -> tuple[Issue, ...] | None:
    """What the sheet already says of a report; None where it says nothing."""
    signature, sheet = proposal.sheet.signature, proposal.sheet
    where = Where(mask(sheet.raw.file), sheet.raw.sheet, sheet.row + 1)
    name = mappings.names.get(signature, "")
    if signature in mappings.waiting:
        seen = {"report": name, "columns": mappings.waiting[signature]}
        return (Issue("mapping-waiting", Level.ERROR, where, seen),)
    if signature in mappings.wrong:
        return (Issue("mapping-wrong", Level.ERROR, where, {"report": name}), *mappings.wrong[signature])
    if signature in mappings.left_out:
        return (Issue("report-left-out", Level.INFO, where, {"report": name}),)
    return None


def _asked(proposal: Proposal) -> Issue:
    sheet = proposal.sheet
    where = Where(mask(sheet.raw.file), sheet.raw.sheet, sheet.row + 1)
    found = len(proposal.proposed)
    seen = {"table": sheet_name(proposal.table), "found": found, "open": len(proposal.guesses) - found}
    return Issue("mapping-asked", Level.ERROR, where, seen)


def unknown(issues: Iterable[Issue], proposal: Proposal) -> list[Issue]:
    """The issues of an unknown sheet, shorter where it can be mapped; what nearly is a known export still says so."""
    if not proposal.has_figures:
        return list(issues)
    where = Where(mask(proposal.sheet.raw.file), proposal.sheet.raw.sheet, proposal.sheet.row + 1)
    possible = Issue("mapping-possible", Level.ERROR, where, {"table": sheet_name(proposal.table)})
    return [possible if one.code in {"unknown-export", "no-header"} else one for one in issues]


def doubts(proposal: Proposal, catalog: Catalog) -> tuple[Issue, ...]:
    """What would be wrong if everything were as proposed: several rows of one day, a missing number."""
    missing = tuple(label(proposal.table, name) for name in proposal.missing)
    if missing:
        seen = {"report": mask(proposal.sheet.raw.file), "table": sheet_name(proposal.table), "missing": missing}
        return (Issue("map-key", Level.WARNING, Where(), seen),)
    from opsbook.exports.mapping.trying import as_proposed  # noqa: PLC0415  (rarely wanted)

    return tuple(one for one in as_proposed(proposal, catalog).issues if one.level is Level.ERROR)


def report_name(file: str, taken: Collection[str]) -> str:
    """What a report is called: its file's name without days, counters and numbers; told apart where the name is taken.

    >>> report_name("店铺每日_2026-06-18 (1).xlsx", {"店铺每日"})
    '店铺每日 2'
    """
    stem = file.rpartition("/")[2].rpartition(".")[0] or file
    bare = mask(_NOISE.sub("", stem).strip(_EDGES) or stem)
    name, number = bare, 2
    while name in taken:
        name, number = f"{bare} {number}", number + 1
    return name


def proposal_rows(proposal: Proposal, report: str, file: str, voice: Voice) -> list[dict[str, Value]]:
    """A proposal as rows of the Mapping sheet, nothing confirmed."""
    return [
        {
            "signature": proposal.sheet.signature,
            "report": report,
            "table": sheet_name(proposal.table)[voice.lang],
            "header": guess.header,
            "example": guess.example or None,
            "field": field_word(proposal.table, guess.field, voice.lang) or None,
            "sure": guess.sure or None,
            "reason": reason(guess, voice) or None,
            "file": file,
        }
        for guess in proposal.guesses
    ]


def field_word(table: Table, name: str, lang: Lang) -> str:
    """The mapped field as the sheet spells it; empty for none."""
    if name == KEPT:
        return KEEP[lang]
    return label(table, name)[lang] if name else ""


def reason(guess: Guess, voice: Voice) -> str:
    """Why a column is proposed to be something, or is not."""
    return voice.say(guess.reason, **(guess.seen or {})) if guess.reason else ""


def _ask_renamed(workbook: Workbook, report: FileReport) -> None:
    """Columns of a known export that seem renamed are proposed too."""
    known = {(row["signature"], row["header"]) for row in workbook.rows("Mapping")}
    _forget_refused(workbook, report)
    rows: list[dict[str, Value]] = []
    for kind, header, name in report.renames:
        importer = workbook.catalog.exports[kind]
        field = _field(importer, name)
        if field and importer.table.sheet is not None and (kind, header) not in known:
            rows.append(
                {
                    "signature": kind,
                    "report": importer.name,
                    "table": sheet_name(importer.table)[workbook.lang],
                    "header": header,
                    "field": label(importer.table, field)[workbook.lang],
                    "reason": workbook.voice.say(
                        "guess-means" if isinstance(name, Label) else "guess-renamed", name=name
                    ),
                    "file": report.name,
                }
            )
    if rows:
        workbook.upsert("Mapping", rows)


def _field(importer: Importer, name: str | Label) -> str:
    """The id of the column that one of the export's own names, or the field's label, stands for; empty for none."""
    if isinstance(name, Label):
        return next((column.id for column in importer.table.columns if column.label == name), "")
    return next((source.id for source in importer.columns if name in source.headers), "")


def _forget_refused(workbook: Workbook, report: FileReport) -> None:
    """What a column was said not to be is not told again."""
    refused = {
        (row["signature"], row["header"])
        for row in workbook.rows("Mapping")
        if says(row["confirmed"], NO) or str(row["field"]) in {LEAVE_OUT[lang] for lang in LANGS}
    }
    kinds = {one.kind for one in report.parsed}
    report.issues = [
        one
        for one in report.issues
        if one.code not in MAY_BE or all((kind, one.seen["header"]) not in refused for kind in kinds)
    ]
