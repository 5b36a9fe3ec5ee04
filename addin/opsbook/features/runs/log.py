"""The log command: what each command changed."""

from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console
from opsbook.features.books.opening import open_to_look
from opsbook.features.runs.words import record_of, tell_run


def run_log(words: Namespace, console: Console) -> int:
    """List the runs of a workbook."""
    found = open_to_look(words.book, console).host.history.store.runs()
    for one in found:
        tell_run(one, console)
    if not found:
        console.tell("no-runs", file=words.book)
    console.answer(book=words.book, runs=[record_of(one) for one in found])
    return 0
