"""Write answers given with a command into the Mapping sheet: which column of a file maps to which field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from opsbook.engine.mapping.mappings import (
    Line,
    Mappings,
    field_id,
    is_kept,
    is_left_out,
    meant,
    nearest,
    read_mappings,
)
from opsbook.engine.mapping.proposals import field_word, proposal_rows, reason, report_name
from opsbook.engine.workbook import Workbook
from opsbook.exports.mapping.guess import CERTAIN
from opsbook.exports.mapping.proposal import KEPT, Guess, Proposal, label, missing_keys
from opsbook.exports.mapping.propose import look_at, propose
from opsbook.exports.mapping.targets import LEAVE_OUT, sheet_name, table_named
from opsbook.exports.parse.row_days import OWN
from opsbook.exports.parse.sheet import claim
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.privacy.people import mask
from opsbook.exports.privacy.scrub import is_personal
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.reading.readers import find_files, read_file
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.exports.recognise.near_match import near_match
from opsbook.exports.recognise.signature import header_key
from opsbook.model.answers import NO, YES, says
from opsbook.model.errors import UsageError
from opsbook.model.issues import Issue, Where
from opsbook.model.schema import Table
from opsbook.model.values import Value


@dataclass(frozen=True, slots=True)
class Answer:
    """One column of a file and the field it maps to.

    Args:
        header: the column, as the person spelled it.
        word: a field, `-` or nothing to leave it out, `+` to keep it as it is.
    """

    header: str
    word: str


@dataclass(frozen=True, slots=True)
class Remembering:
    """What was written into the Mapping sheet for one report.

    Args:
        report: what it is called.
        table: fact table it fills.
        answers: column and label of its field, left to right.
        changed: answers that were another one before: column, old, new.
        left: columns that are left out.
    """

    report: str
    table: Table
    answers: tuple[tuple[str, str], ...]
    changed: tuple[tuple[str, str, str], ...]
    left: tuple[str, ...]


def read_answer(text: str) -> Answer:
    """Take `column=field` apart at its last equals sign.

    Raises:
        UsageError: there is none, or no column before it.

    >>> read_answer("成交额=支付金额")
    Answer(header='成交额', word='支付金额')
    """
    header, sign, word = text.rpartition("=")
    if not sign or not clean(header):
        raise UsageError("map-spelling", seen=text)
    return Answer(clean(header), word.strip())


def answer(workbook: Workbook, paths: Iterable[Path], answers: Sequence[Answer], table: str = "") -> list[Remembering]:
    """Write answers into the Mapping sheet, confirmed.

    Args:
        workbook: the open workbook.
        paths: the files whose columns they name.
        answers: what the columns stand for; of the others those are taken that are called as the workbook calls them.
        table: fact table to fill, by its name or its sheet's; empty lets the answers decide.

    Returns:
        What is remembered now, report by report.

    Raises:
        UsageError: an answer names no column, no field, a field twice, or makes an amount of an index; or a key is missing.
    """
    wanted = _wanted(workbook, table)
    found: dict[str, Remembering] = {}
    mappings, used = read_mappings(workbook), set()
    headers: list[str] = []
    people: list[str] = []
    for raw in _sheets(paths):
        done = _renamed(workbook, raw, mappings, answers) or _own(workbook, raw, mappings, answers, wanted)
        if done is not None:
            signature, remembered, keys = done
            used |= keys
            found[signature] = remembered
            mappings = read_mappings(workbook)
        found_here, personal = _headers(workbook, raw, mappings)
        headers += found_here
        people += personal
    for one in answers:
        if header_key(one.header) not in used:
            _unknown_column(one, headers, people)
    return list(found.values())


def _wanted(workbook: Workbook, word: str) -> Table | None:
    table = table_named(word, workbook.catalog) if word else None
    if word and table is None:
        raise UsageError("unknown-table", seen=word, known=tuple(map(sheet_name, workbook.catalog.mappable)))
    return table


def _sheets(paths: Iterable[Path]) -> Iterator[RawTable]:
    for path in find_files(paths):
        yield from read_file(path)[0]


def _headers(workbook: Workbook, raw: RawTable, mappings: Mappings) -> tuple[Sequence[str], Sequence[str]]:
    """The columns of a sheet and those about people among them, by their headers alone: what stands below is never named."""
    matched = claim(raw, workbook.catalog, mappings.known)
    if isinstance(matched, HeaderMatch):
        names = [clean(name) for name in matched.headers if clean(name)]
        return [name for name in names if name not in matched.personal], matched.personal
    if (near := near_match(raw, [matched], workbook.catalog)) is not None:
        names = [clean(name) for name in near[1] if clean(name)]
        people = [name for name in names if is_personal(name)]
        return [name for name in names if name not in people], people
    sheet = look_at(raw)
    return (sheet.headers, sheet.personal) if sheet else ((), ())


def _unknown_column(one: Answer, headers: Sequence[str], people: Sequence[str]) -> None:
    """Say why an answer fits no column of the files: it is about people, or it is not there.

    Raises:
        UsageError: always.
    """
    key = header_key(one.header)
    if key in map(header_key, people):
        raise UsageError("map-personal", header=one.header)
    if key in map(header_key, headers):
        raise UsageError("map-not-needed", header=one.header)
    near = nearest(one.header, tuple(dict.fromkeys(headers))) or "–"
    raise UsageError("map-column", header=one.header, near=near)


Done = tuple[str, Remembering, set[str]]  # signature, what is remembered, the headers that were answered


def _renamed(workbook: Workbook, raw: RawTable, mappings: Mappings, answers: Sequence[Answer]) -> Done | None:
    """Answers about columns of a known export; None where the sheet is none, or has none of the columns."""
    matched = claim(raw, workbook.catalog, mappings.known)
    if isinstance(matched, HeaderMatch):
        importer = workbook.catalog.exports.get(matched.importer.id)
        headers: Sequence[str] = matched.headers
        taken = dict(matched.mapping)
    else:
        importer, headers = near_match(raw, [matched], workbook.catalog) or (None, ())
        taken = {}
    if importer is None:
        return None
    there = {header_key(text) for text in headers}
    mine = [one for one in answers if header_key(one.header) in there]
    if not mine:
        return None
    lines = [_line(one, importer.name) for one in mine if not is_left_out(one.word)]
    meaning = meant(workbook, lines, importer.table, importer)
    _refuse(meaning.issues)
    _refuse_taken(
        meaning.fields, {header_key(header): (header, name) for header, name in taken.items()}, importer.table
    )
    rows: list[dict[str, Value]] = [
        {
            "signature": importer.id,
            "report": importer.name,
            "table": importer.table.sheet[workbook.lang] if importer.table.sheet else None,
            "header": one.header,
            "field": _word(workbook, one, meaning.fields, importer.table),
            "confirmed": YES[workbook.lang],
            "file": mask(raw.file),
        }
        for one in mine
    ]
    return importer.id, _write(workbook, importer.name, importer.table, rows), {header_key(one.header) for one in mine}


def _refuse_taken(fields: Mapping[str, str], taken: Mapping[str, tuple[str, str]], table: Table) -> None:
    """Refuse a field that another column of the export already fills."""
    for key, name in fields.items():
        for other, (header, field) in taken.items():
            if field == name and other != key:
                raise UsageError("map-twice", field=label(table, name), header=key, other=header)


def _own(
    workbook: Workbook, raw: RawTable, mappings: Mappings, answers: Sequence[Answer], wanted: Table | None
) -> Done | None:
    """Answers for columns of a custom report; None where the sheet is a known export or has none of the columns."""
    matched = claim(raw, workbook.catalog, mappings.known)
    if isinstance(matched, Issue) and near_match(raw, [matched], workbook.catalog):
        return None
    if isinstance(matched, HeaderMatch) and not matched.importer.id.startswith(OWN):
        return None
    proposal = propose(raw, workbook.catalog, mappings.remembered, wanted)
    if proposal is None:
        return None
    there = {header_key(name) for name in proposal.sheet.headers}
    mine = {header_key(one.header): one for one in answers if header_key(one.header) in there}
    if not mine:
        return None
    if wanted is None:
        proposal = _fitting(workbook, raw, proposal, mappings, list(mine.values()))
    name = mappings.names.get(proposal.sheet.signature) or report_name(mask(raw.file), set(mappings.names.values()))
    decided = [_decided(guess, mine, proposal) for guess in proposal.guesses]
    lines = [_line(one, name) for one in decided if one and not is_left_out(one.word)]
    meaning = meant(workbook, lines, proposal.table)
    _refuse(meaning.issues)
    gone = missing_keys(proposal.table, set(meaning.fields.values()), dated=proposal.sheet.dated)
    if gone:
        missing = tuple(label(proposal.table, key) for key in gone)
        raise UsageError("map-key", report=name, table=sheet_name(proposal.table), missing=missing)
    if not meaning.kept and set(meaning.fields.values()) <= set(proposal.table.key):
        raise UsageError("map-no-figure", report=name)
    rows = proposal_rows(proposal, name, mask(raw.file), workbook.voice)
    for row, guess, one in zip(rows, proposal.guesses, decided, strict=True):
        row["confirmed"] = (YES if one and not is_left_out(one.word) else NO)[workbook.lang]
        if one:
            row["field"] = _word(workbook, one, meaning.fields, proposal.table)
            row["reason"] = reason(guess, workbook.voice) or None
    return proposal.sheet.signature, _write(workbook, name, proposal.table, rows), set(mine)


def _fitting(
    workbook: Workbook, raw: RawTable, proposal: Proposal, mappings: Mappings, mine: Sequence[Answer]
) -> Proposal:
    """The proposed table, or the first other one that has all the fields that were answered and their key."""
    tables = [proposal.table, *reversed(workbook.catalog.mappable)]
    words = [one.word for one in mine if not is_left_out(one.word) and not is_kept(one.word)]
    for table in tables:
        fields = [field_id(table, word) for word in words]
        other = propose(raw, workbook.catalog, mappings.remembered, table)
        if None in fields or other is None:
            continue
        certain = {guess.field for guess in other.guesses if guess.sure >= CERTAIN}
        found = {field for field in fields if field} | certain
        if not missing_keys(table, found, dated=proposal.sheet.dated):
            return other
    return proposal


def _decided(guess: Guess, mine: Mapping[str, Answer], proposal: Proposal) -> Answer | None:
    """The answer for a column; without one, the field its exact name identifies, unless another column has it."""
    if (one := mine.get(header_key(guess.header))) is not None:
        return Answer(guess.header, one.word)
    given = {field_id(proposal.table, other.word) for other in mine.values()}
    if guess.sure >= CERTAIN and guess.field not in given:
        return Answer(guess.header, KEPT if guess.field == KEPT else label(proposal.table, guess.field).zh)
    return None


def _line(one: Answer, report: str) -> Line:
    return Line(Where(), report, "", one.header, one.word, YES.zh)


def _refuse(issues: Sequence[Issue]) -> None:
    for issue in issues:
        raise UsageError(issue.code, **issue.seen)


def _word(workbook: Workbook, one: Answer, fields: Mapping[str, str], table: Table) -> str:
    """How the sheet writes an answer."""
    if is_left_out(one.word):
        return LEAVE_OUT[workbook.lang]
    return field_word(table, KEPT if is_kept(one.word) else fields[header_key(one.header)], workbook.lang)


def _write(workbook: Workbook, report: str, table: Table, rows: Sequence[Mapping[str, Value]]) -> Remembering:
    """Write new rows; report cells whose confirmed mapping changed."""
    before = {
        (row["signature"], row["header"]): row["field"]
        for row in workbook.rows("Mapping")
        if says(row["confirmed"], YES)
    }
    workbook.upsert("Mapping", rows)
    yes = [
        row
        for row in rows
        if row.get("confirmed") == YES[workbook.lang] and row.get("field") != LEAVE_OUT[workbook.lang]
    ]
    changed = [
        (str(row["header"]), str(old), str(row["field"]))
        for row in rows
        if (old := before.get((row["signature"], row["header"]))) and old != row.get("field")
    ]
    left = tuple(str(row["header"]) for row in rows if row not in yes)
    return Remembering(
        report, table, tuple((str(row["header"]), str(row["field"])) for row in yes), tuple(changed), left
    )
