"""How proposals and answers about columns are told, and the command that confirms them, ready to copy."""

import os
import re
import shlex
from collections.abc import Iterable, Sequence

from opsbook.engine.console.columns import padded, width
from opsbook.engine.console.printing import Console, issue_record
from opsbook.engine.mapping.adding_up import REFUSED
from opsbook.engine.mapping.confirm_mapping import Remembering
from opsbook.engine.mapping.proposals import doubts, field_word, reason
from opsbook.exports.mapping.guess import sureness
from opsbook.exports.mapping.proposal import KEPT, Guess, Proposal, label
from opsbook.exports.mapping.targets import sheet_name
from opsbook.exports.mapping.trying import as_proposed, sure, sure_is_enough, unsure
from opsbook.exports.privacy.people import mask
from opsbook.exports.reading.raw import RawTable
from opsbook.messages import Voice
from opsbook.model.facts import Parsed
from opsbook.model.issues import Issue
from opsbook.model.language import Lang
from opsbook.model.schema import Table
from opsbook.model.values import from_serial

_UNIT = re.compile(r"\s*[(（](?:元|秒|人)[)）]$")  # headers are found without it, and a shell needs no quotes then
_PLAIN = re.compile(r"[\w.:\\/=+,@-]+")
_WIDEST = 36  # of a header; a longer one pushes what follows aside
BOOK = {"zh": "工作簿.xlsx", "en": "BOOK.xlsx"}  # where a command has none


def command_line(words: Sequence[str], *, windows: bool = os.name == "nt") -> str:
    """A command as its user's shell takes it; on Windows for PowerShell and the command prompt alike.

    >>> command_line(["opsbook", "成交额(元)=支付金额", "a.csv"], windows=True)
    'opsbook "成交额(元)=支付金额" a.csv'
    """
    if not windows:
        return " ".join(word if _PLAIN.fullmatch(word) else shlex.quote(word) for word in words)
    return " ".join(word if _PLAIN.fullmatch(word) else '"' + word.replace('"', '\\"') + '"' for word in words)


def map_word(guess: Guess, table: Table, lang: Lang) -> str:
    """What confirms a column behind `--map`."""
    field = KEPT if guess.field == KEPT else label(table, guess.field)[lang]
    return f"{_UNIT.sub('', guess.header)}={field}"


def map_command(book: str, file: str, proposal: Proposal, lang: Lang, *, add_up: bool = False) -> str:
    """The command that confirms what is sure of a proposal, ready to copy.

    Args:
        book: the workbook.
        file: the file.
        proposal: its sheet.
        lang: the workbook's language.
        add_up: whether its rows are parts, to be added up.
    """
    words = [word for guess in sure(proposal) for word in ("--map", map_word(guess, proposal.table, lang))]
    return command_line(["opsbook", "import", book, file, *words, *(["--add-up"] if add_up else [])])


def tell_proposal(console: Console, book: str, file: str, proposal: Proposal) -> None:
    """Say column by column what a sheet may be, what importing it so would give, and how to confirm it."""
    lang, sheet = console.lang, proposal.sheet
    console.tell("map-proposal", file=_named(sheet.raw), table=sheet_name(proposal.table), row=sheet.row + 1)
    rows = [_row(guess, proposal.table, console.voice) for guess in proposal.guesses]
    widths = [min(max(map(width, column)), _WIDEST) for column in zip(*rows, strict=True)]
    for row in rows:
        console.line("    " + "  ".join(padded(text, size) for text, size in zip(row, widths, strict=True)).rstrip())
    if sheet.personal:
        console.tell("map-people", columns=sheet.personal)
    found = doubts(proposal, console.catalog)
    console.issues(found)
    parts = _are_parts(found)
    if found and not parts:
        return
    tried = as_proposed(proposal, console.catalog, add_up=parts)
    console.tell("map-try", rows=sum(len(facts.rows) for facts in tried.facts), days=_days(tried))
    if proposal.has_figures:
        code = "map-command" if sure_is_enough(proposal) else "map-command-part"
        console.tell(code, command=map_command(book, file, proposal, lang, add_up=parts))
        _tell_unsure(console, proposal)


def _are_parts(found: Sequence[Issue]) -> bool:
    """Whether nothing is in the way but rows that are parts, which can be added up."""
    return bool(found) and all(one.code in REFUSED for one in found)


def _tell_unsure(console: Console, proposal: Proposal) -> None:
    """What is not part of the command, as it would be written there, each with its reason."""
    rows = [
        (command_line(["--map", map_word(guess, proposal.table, console.lang)]), reason(guess, console.voice))
        for guess in unsure(proposal)
    ]
    if rows:
        console.tell("map-unsure")
    widest = max((width(word) for word, _ in rows), default=0)
    for word, why in rows:
        console.line(f"    {padded(word, widest)}  {why}")


def _named(raw: RawTable) -> str:
    """The file, and which of its sheets."""
    return " · ".join(name for name in (mask(raw.file), mask(raw.sheet)) if name)


def _row(guess: Guess, table: Table, voice: Voice) -> tuple[str, str, str, str, str]:
    to = field_word(table, guess.field, voice.lang) or voice.say("map-open")
    sure = f"{voice.say(sureness(guess.sure))} {guess.sure:.0%}" if guess.field else "–"
    example = voice.say("map-example", example=guess.example) if guess.example else ""
    return guess.header, f"→ {to}", sure, reason(guess, voice), example


def _days(parsed: Parsed) -> str:
    found = sorted(
        {
            float(day)
            for facts in parsed.facts
            for row in facts.rows
            if isinstance(day := row.values["date"], int | float)
        }
    )
    days = [f"{from_serial(day)}" for day in (found[:1] + found[-1:])]
    return " … ".join(dict.fromkeys(days)) or "–"


def proposal_record(proposal: Proposal, console: Console) -> dict[str, object]:
    """A proposal for scripts."""
    found = doubts(proposal, console.catalog)
    return {
        "file": mask(proposal.sheet.raw.file),
        "header_row": proposal.sheet.row + 1,
        "signature": proposal.sheet.signature,
        "table": proposal.table.name,
        "columns": [
            {
                "header": guess.header,
                "field": guess.field,
                "sure": guess.sure,
                "reason": reason(guess, console.voice),
                "example": guess.example,
            }
            for guess in proposal.guesses
        ],
        "personal": list(proposal.sheet.personal),
        "map": [map_word(guess, proposal.table, console.lang) for guess in sure(proposal)],
        "unsure": [
            {"map": map_word(guess, proposal.table, console.lang), "reason": reason(guess, console.voice)}
            for guess in unsure(proposal)
        ],
        "complete": sure_is_enough(proposal),
        "issues": [issue_record(issue, console.voice) for issue in found],
        "add_up": _are_parts(found),
    }


def tell_answers(console: Console, remembered: Iterable[Remembering], *, tried: bool) -> None:
    """Say what the Mapping sheet holds now, and which answers were others before.

    Args:
        console: where it is said.
        remembered: the answers, report by report.
        tried: nothing is written, this is what it would hold.
    """
    for one in remembered:
        answers = tuple(f"{header} → {field}" for header, field in one.answers) or ("–",)
        table = sheet_name(one.table)
        console.tell("map-tried" if tried else "map-remembered", report=one.report, table=table, answers=answers)
        for header, old, new in one.changed:
            console.tell("map-changed", header=header, old=old, new=new)
        if one.left:
            console.tell("map-left", columns=one.left)
