"""The undo command: take back what the last command changed."""

from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console
from opsbook.engine.runs.recording import begin_run
from opsbook.engine.runs.undoing import last_run, undo
from opsbook.engine.runs.undone import KeptCell, Undone
from opsbook.engine.workbook import Workbook
from opsbook.features.books.commands import refresh_day
from opsbook.features.books.opening import open_file
from opsbook.features.books.reminders import count_strange, remind, tell_fixed
from opsbook.features.runs.words import command_of, listed, moment_of, record_of, table_words
from opsbook.hosts.history.run import NAMES, Kind
from opsbook.model.units import Unit
from opsbook.model.values import Value, day_words, figure_words, is_number

MOST_KEPT = 20  # told one by one


def run_undo(words: Namespace, console: Console) -> int:
    """Take the last run back, say what stays, recompute."""
    workbook = open_file(words.book, console)
    last = last_run(workbook)
    begin_run(workbook, console.command, Kind.UNDO, last.run.id)
    done = undo(workbook, last)
    cells, kept = refresh_day(workbook)
    workbook.host.save()
    stale = tell_fixed(kept, words.book, console)
    _tell(done, workbook, console)
    console.tell("undo-again", file=words.book)
    remind(kept, count_strange(workbook, cells), console)
    counts = {"cells": done.cells, "added": done.added, "returned": done.returned, "archived": done.archived}
    console.answer(book=words.book, run=record_of(last), **counts, kept=[_record(one) for one in done.kept])
    return 1 if stale else 0


def _tell(done: Undone, workbook: Workbook, console: Console) -> None:
    console.tell("undone", at=moment_of(done.run), command=command_of(done.run), done=_counted(done, console))
    for one in done.kept[:MOST_KEPT]:
        seen = {"place": _place(one, workbook, console)}
        if one.column:
            both = {"wrote": _shown(workbook, one, one.wrote), "holds": _shown(workbook, one, one.holds)}
            console.tell("kept-cell", **seen, column=_header(workbook, one), **both)
        else:
            console.tell("kept-row", **seen)
    if len(done.kept) > MOST_KEPT:
        console.tell("kept-more", count=len(done.kept) - MOST_KEPT)


def _counted(done: Undone, console: Console) -> str:
    """What was put back, without what was not."""
    counts = {
        "undone-cells": done.cells,
        "undone-added": done.added,
        "undone-returned": done.returned,
        "undone-archived": done.archived,
    }
    said = [console.voice.say(code, count=count) for code, count in counts.items() if count]
    return listed(said, console) or console.voice.say("undone-nothing")


def _place(one: KeptCell, workbook: Workbook, console: Console) -> str:
    """A cell's row as people know it; of a single cell its sheet and address."""
    if one.table == NAMES:
        return "!".join(workbook.host.locate(one.column))
    key = workbook.catalog.tables[one.table].key
    parts = (_part(workbook, one.table, name, part) for name, part in zip(key, one.key, strict=True))
    return " ".join((table_words(one.table, console), *parts))


def _part(workbook: Workbook, table: str, column: str, part: str) -> str:
    known = {one.id: one.unit for one in workbook.catalog.tables[table].columns}
    return day_words(float(part)) if known.get(column) is Unit.DATE and part.replace(".", "").isdigit() else part


def _header(workbook: Workbook, one: KeptCell) -> str:
    return workbook.plan.headers.get(one.table, {}).get(one.column, one.column)


def _shown(workbook: Workbook, one: KeptCell, value: Value) -> str:
    if value is None or value == "":
        return "–"
    known = {column.id: column.unit for column in workbook.catalog.tables[one.table].columns} if one.table else {}
    if known.get(one.column) is Unit.DATE:
        return day_words(value)
    return figure_words(value) if is_number(value) and isinstance(value, int | float) else str(value)


def _record(one: KeptCell) -> dict[str, object]:
    return {"table": one.table, "key": list(one.key), "column": one.column, "wrote": one.wrote, "holds": one.holds}
