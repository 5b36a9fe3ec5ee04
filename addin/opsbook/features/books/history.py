"""The history command: what workbook and history hold together, counted or as a file, and which history is the workbook's."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console
from opsbook.engine.past import Span, row_sheet, span, tables_named
from opsbook.engine.workbook import know_book, language_of
from opsbook.features.books.opening import open_to_look
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.files.in_use import check_replaceable
from opsbook.hosts.history.row_files import write_row_file
from opsbook.model.errors import UsageError
from opsbook.model.values import FIRST_DAY, LAST_DAY, day_words, serial


def run_history(words: Namespace, console: Console) -> int:
    """Count the rows of each table, or write them into a file; or settle which history is the workbook's."""
    if words.join or words.new:
        return _choose(words, console)
    workbook = open_to_look(words.book, console)
    tables = tables_named(console.catalog, words.table or "")
    first, last = _day(words.first, FIRST_DAY), _day(words.last, LAST_DAY)
    if first > last:
        raise UsageError("days-reversed", first=words.first, last=words.last)
    if words.out:
        write_row_file(Path(words.out), [row_sheet(workbook, table, first, last) for table in tables])
    spans = [span(workbook, table, first, last) for table in tables]
    for one in spans:
        _tell(one, console)
    if words.out:
        console.tell("rows-written", file=words.out, count=sum(one.rows for one in spans))
    console.answer(book=words.book, tables=[_record(one) for one in spans], file=words.out)
    return 0


def _choose(words: Namespace, console: Console) -> int:
    """Give the workbook the history that was named, or a new one."""
    if (words.join and words.new) or words.table or words.first or words.last or words.out:
        raise UsageError("join-or-new")
    host = FilesHost(Path(words.book))
    console.lang = language_of(host) or console.lang
    check_replaceable(host.home.book)
    if words.join:
        host.home.join(words.join)
    else:
        host.home.begin()
    know_book(host, console.catalog)
    host.choose_home()
    store = host.history.store
    rows = sum(len(store.read(table.name, None)) for table in console.catalog.facts)
    counts = {"rows": rows, "runs": len(store.runs())}
    console.tell("history-joined" if words.join else "history-begun", file=words.book, id=host.home.id, **counts)
    console.answer(book=words.book, id=host.home.id, **counts)
    return 0


def _day(text: str | None, without: int) -> int:
    if text is None:
        return without
    try:
        return serial(date.fromisoformat(text))
    except ValueError:
        raise UsageError("bad-day", seen=text) from None


def _tell(one: Span, console: Console) -> None:
    seen = {"report": console.catalog.report_of(one.table)[console.lang], "table": one.table}
    if not one.rows:
        console.tell("rows-none", **seen)
        return
    counts = {"rows": f"{one.rows:,}", "here": f"{one.here:,}", "past": f"{one.rows - one.here:,}"}
    console.tell("rows-held", **seen, **counts, first=day_words(one.first), last=day_words(one.last))


def _record(one: Span) -> dict[str, object]:
    days = (
        {"first": None, "last": None}
        if one.first is None
        else {"first": day_words(one.first), "last": day_words(one.last)}
    )
    return {"table": one.table, "rows": one.rows, "in_book": one.here, "in_history": one.rows - one.here, **days}
