"""What an import asks and what it is answered: of columns nobody knows, of rows that are parts of one; mostly nothing, which loads no words."""

from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace as Namespace
from typing import TYPE_CHECKING

from opsbook.engine.console.printing import Console
from opsbook.engine.imports.reports import FileReport, ImportReport
from opsbook.engine.workbook import Workbook
from opsbook.exports.mapping.proposal import Proposal
from opsbook.exports.mapping.targets import sheet_name
from opsbook.exports.privacy.people import mask
from opsbook.model.errors import UsageError

if TYPE_CHECKING:
    from opsbook.engine.mapping.confirm_mapping import Remembering


def asked_now(report: ImportReport) -> list[Proposal]:
    """The proposals of files that wait for an answer."""
    codes = {"mapping-asked", "mapping-waiting"}
    asked = {
        (issue.where.file, issue.where.sheet) for file in report.files for issue in file.issues if issue.code in codes
    }
    found = (proposal for file in report.files for proposal in file.proposals)
    return [one for one in found if (mask(one.sheet.raw.file), one.sheet.raw.sheet) in asked]


def tell_proposals(console: Console, book: object, report: ImportReport) -> None:
    """Say what files that wait for an answer may be, once for all with the same headers; in Excel the Mapping sheet shows it."""
    waiting = asked_now(report) if isinstance(book, str) else []
    if waiting:
        from opsbook.features.books.mapping_words import tell_proposal  # noqa: PLC0415  (rarely wanted)

        told: set[str] = set()
        for file in report.files:
            for proposal in (one for one in file.proposals if one in waiting and one.sheet.signature not in told):
                tell_proposal(console, str(book), str(file.path), proposal)
                told.add(proposal.sheet.signature)


def proposal_records(report: ImportReport, console: Console) -> list[dict[str, object]]:
    """The proposals of files that wait for an answer, for scripts."""
    waiting = asked_now(report)
    if not waiting:
        return []
    from opsbook.features.books.mapping_words import proposal_record  # noqa: PLC0415  (rarely wanted)

    return [proposal_record(one, console) for one in waiting]


def remember(workbook: Workbook, words: Namespace) -> "list[Remembering]":
    """Write the answers a command was given into the Mapping sheet.

    Raises:
        UsageError: one of them cannot be.
    """
    if not words.map:
        if words.table:
            raise UsageError("map-table-alone")
        return []
    from opsbook.engine.mapping.confirm_mapping import answer, read_answer  # noqa: PLC0415  (rarely wanted)

    answers = [read_answer(text) for text in words.map]
    return answer(workbook, [Path(path) for path in words.paths], answers, words.table or "")


def tell_remembered(console: Console, remembered: "list[Remembering]", *, tried: bool = False) -> None:
    """Say what the Mapping sheet holds now, or would hold, and which answers were others before."""
    if remembered:
        from opsbook.features.books.mapping_words import tell_answers  # noqa: PLC0415  (rarely wanted)

        tell_answers(console, remembered, tried=tried)


def tell_own_reports(console: Console, report: ImportReport) -> None:
    """Say in one line each which files were read by the Mapping sheet, and which extra columns were filled."""
    for file in report.files:
        for table, name in _own(file):
            console.tell("map-used", file=file.name, report=name, table=sheet_name(console.catalog.tables[table]))
    for (table, name), count in report.extras.items():
        console.tell("extras-filled", name=name, table=sheet_name(console.catalog.tables[table]), count=count)


def _own(file: FileReport) -> Iterable[tuple[str, str]]:
    return dict.fromkeys((one.facts[0].table, one.name) for one in file.parsed if one.kind.startswith("own-"))


def add_up(workbook: Workbook, paths: Iterable[str]) -> tuple[str, ...]:
    """Remember that the rows of some files are to be added up; names of the reports, none where nothing is."""
    from opsbook.engine.mapping.adding_up import remember_adding  # noqa: PLC0415  (rarely wanted)

    return remember_adding(workbook, [Path(path) for path in paths])


def tell_added(console: Console, reports: tuple[str, ...] | None, report: ImportReport) -> None:
    """Say of which reports rows are added up from now on; nothing where nobody asked for it."""
    if reports:
        console.tell("add-up-remembered", reports=tuple(dict.fromkeys(reports)))
    elif reports is not None and not asked_now(report):  # a report nobody knows yet is asked for first
        console.tell("add-up-needless")


def add_up_commands(book: object, report: ImportReport) -> list[str]:
    """The commands that import what was refused because its rows are parts; none in Excel."""
    if not isinstance(book, str) or not any(file.issues for file in report.files):
        return []
    from opsbook.engine.mapping.adding_up import REFUSED  # noqa: PLC0415  (rarely wanted)
    from opsbook.features.books.mapping_words import command_line  # noqa: PLC0415  (rarely wanted)

    waiting = [file for file in report.files if any(issue.code in REFUSED for issue in file.issues)]
    return [command_line(["opsbook", "import", book, str(file.path), "--add-up"]) for file in waiting]


def tell_add_up(console: Console, book: object, report: ImportReport) -> None:
    """Offer these commands, ready to copy."""
    for command in add_up_commands(book, report):
        console.tell("add-up-command", command=command)
