"""What a sample export must give: read as users read it, written as text that a person can review."""

import json
import os
import shutil
import tempfile
from pathlib import Path

from opsbook.engine.mapping.proposals import reason
from opsbook.exports.mapping.propose import Proposal
from opsbook.exports.reading.readers import read_file
from opsbook.model.facts import Parsed
from opsbook.model.issues import Issue
from opsbook.model.values import from_serial
from support.house import as_proposed, propose, voice
from support.house import read_sheet as parse
from support.house import tell as describe

HERE = Path(__file__).parent
LONG_AFTER = 1_800_000_000  # January 2027: samples are older than their file times


def cases() -> list[Path]:
    """Every sample's folder."""
    return sorted(folder for folder in HERE.glob("*/*-built") if folder.is_dir())


def sample(case: Path) -> Path:
    """The exported file of a case."""
    return next(file for file in sorted(case.iterdir()) if file.name != "expected.json")


def read_sample(case: Path) -> str:
    """Read and parse a sample.

    The file time is set aside: a checkout is no download.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(sample(case), folder))
        os.utime(file, (LONG_AFTER, LONG_AFTER))
        tables, issues = read_file(file)
    answer = {
        "unreadable": [_issue(issue) for issue in issues],
        "sheets": [_parsed(parse(table)) for table in tables],
    }
    if case.parent.name == "generic":
        answer["sheets"] = [[issue.code for issue in parse(table).issues] for table in tables]
        answer["proposals"] = [_proposed(proposal) for table in tables if (proposal := propose(table))]
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _proposed(proposal: Proposal) -> dict[str, object]:
    """What nobody knows: one column on one line, then what it would give."""
    columns = [
        f"{guess.header} = {guess.field or '-'} {guess.sure:.2f} {reason(guess, voice('zh'))} [{guess.example}]"
        for guess in proposal.guesses
    ]
    return {
        "table": proposal.table.name,
        "header_row": proposal.sheet.row + 1,
        "columns": columns,
        "personal": proposal.sheet.personal,
        "read": _parsed(as_proposed(proposal)),
    }


def _parsed(parsed: Parsed) -> dict[str, object]:
    return {
        "kind": parsed.kind,
        "shop": parsed.shop,
        "header_row": parsed.header_row,
        "mapping": " ".join(f"{header}={name}" for header, name in parsed.mapping.items()),
        "unknown": parsed.unknown,
        "rejected": parsed.rejected,
        "facts": {
            facts.table: [_fact(fact.where.row, dict(fact.values)) for fact in facts.rows] for facts in parsed.facts
        },
        "issues": [_issue(issue) for issue in parsed.issues],
    }


def _fact(row: int, values: dict[str, object]) -> str:
    """One fact on one line: a diff then shows rows."""
    values["date"] = from_serial(values["date"]).isoformat()
    return f"{row}: " + " ".join(f"{name}={value!r}" for name, value in values.items())


def _issue(issue: Issue) -> dict[str, object]:
    return {
        "code": issue.code,
        "level": issue.level.value,
        "row": issue.where.row,
        "column": issue.where.column,
        "zh": describe(issue, "zh"),
    }
