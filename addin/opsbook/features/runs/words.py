"""How a run is told: its command, what it changed, how the workbook stands to it."""

import shlex
from collections.abc import Iterator, Sequence

from opsbook.engine.console.printing import Console
from opsbook.hosts.history.run import NAMES, Kind, PastRun, What
from opsbook.hosts.template.shipped import compiled_plan

MOST_TABLES = 5  # of a line
_CODES = {What.CHANGED: "rows-changed-in", What.ADDED: "rows-added-in", What.DROPPED: "rows-dropped-in"}


def command_of(one: PastRun) -> str:
    """The command as it was typed."""
    return shlex.join(one.run.command) or "–"


def moment_of(one: PastRun) -> str:
    """When a run was, as messages write it."""
    return one.run.at.replace("T", " ")


def state_of(one: PastRun) -> str:
    """How the workbook stands to a run."""
    return "undone" if one.undone and one.inside else "done" if one.inside else "outside"


def tell_run(one: PastRun, console: Console) -> None:
    """Say one line of the record."""
    code = {"done": "run-line", "undone": "run-undone", "outside": "run-outside"}[state_of(one)]
    console.tell(code, at=moment_of(one), command=command_of(one), changes=changes_of(one, console))


def changes_of(one: PastRun, console: Console) -> str:
    """What a run changed, in a few words."""
    if one.run.kind in {Kind.MADE, Kind.RESTORE}:
        return console.voice.say("book-made" if one.run.kind is Kind.MADE else "older-version")
    said = list(_phrases(one, console))
    shown = [*said[:MOST_TABLES], *(["…"] if len(said) > MOST_TABLES else [])]
    return listed(shown, console) or console.voice.say("nothing-changed")


def listed(said: Sequence[str], console: Console) -> str:
    """Phrases one after the other."""
    return ("、" if console.lang == "zh" else ", ").join(said)


def _phrases(one: PastRun, console: Console) -> Iterator[str]:
    """Facts first, then other tables, single cells last."""
    facts = [table.name for table in console.catalog.facts]
    order = {name: at for at, name in enumerate((*facts, *console.catalog.tables))}
    for (table, what), count in sorted(one.counts.items(), key=lambda counted: order.get(counted[0][0], len(order))):
        if table == NAMES:
            yield console.voice.say("cells-changed-in", count=count)
        elif table not in {one.table for one in console.catalog.calc}:
            yield console.voice.say(_CODES[what], table=table_words(table, console), count=count)


def table_words(table: str, console: Console) -> str:
    """What people call a table: its report, else its sheet."""
    said = console.catalog.report_of(table)[console.lang] if table in console.catalog.tables else table
    if said != table:
        return said
    sheets = compiled_plan(console.catalog, console.lang).sheets
    return next((sheet.title for sheet in sheets if table in sheet.tables), table)


def record_of(one: PastRun) -> dict[str, object]:
    """A run for scripts."""
    tables = list(dict.fromkeys(table for table, _ in one.counts))
    return {
        "id": one.run.id,
        "at": one.run.at,
        "command": list(one.run.command),
        "kind": one.run.kind.value,
        "state": state_of(one),
        "undoes": one.run.of if one.run.kind is Kind.UNDO else "",
        "backup": one.run.backup,
        "inputs": [{"file": file, "sha256": sha} for file, sha in one.run.inputs],
        "tables": [
            {"table": table, **{what.value: one.counts.get((table, what), 0) for what in What}} for table in tables
        ],
    }
