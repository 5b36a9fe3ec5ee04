"""The command line: words in, exit code out. Heavy libraries load only when a command needs them."""

import atexit
import gc
import importlib
import sys
from collections.abc import Callable, Sequence
from functools import cache
from types import SimpleNamespace

import click

from opsbook.addin.messages import ADDIN
from opsbook.cli.arguments import Asked, program
from opsbook.engine.console.printing import INTERRUPTED, Console, locale_language
from opsbook.features.contents import catalog, own_catalog
from opsbook.messages import Words
from opsbook.model.errors import FileRefusedError, OpsbookError, PlugInError, UsageError
from opsbook.model.reasons import why
from opsbook.model.records.command import Command

DONE, PROBLEMS, CANNOT_RUN = 0, 1, 2

Run = Callable[[SimpleNamespace, Console], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the words after `opsbook`; None takes them from the process.

    Returns:
        0 done, 1 done but the data has problems, 2 cannot run, 130 stopped with Ctrl+C.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles start in a code page
    lang, given = locale_language(), sys.argv[1:] if argv is None else argv
    try:
        catalog()
    except PlugInError as error:
        Console(lang, own_catalog(), as_json="--json" in given).fail(error)
        return CANNOT_RUN
    try:
        asked = program(lang, catalog()).main(list(given), "opsbook", standalone_mode=False)
    except UsageError as error:
        Console(lang, catalog(), words=_sentences(), as_json="--json" in given).fail(error)
        return CANNOT_RUN
    except click.Abort:  # Ctrl+C while click read the words
        Console(lang, catalog(), words=_sentences()).stopped()
        return INTERRUPTED
    if not isinstance(asked, Asked):  # help or the version was shown
        return DONE
    gc.set_threshold(50_000, 50, 50)  # a book is many small texts and few cycles: look for them seldom
    words = asked.words
    console = Console(lang, catalog(), words=_sentences(), quiet=words.quiet, as_json=words.json)
    console.command = tuple(given)
    if argv is None:
        atexit.register(gc.freeze)  # the search for cycles when Python ends takes a quarter of a daily run
    return _guarded(_find(asked.command), words, console)


def _find(command: Command) -> Run:
    module, name = command.run.split(":")
    run: Run = getattr(importlib.import_module(module), name)
    return run


def _guarded(run: Run, words: SimpleNamespace, console: Console) -> int:
    """The boundary: expected failures are a sentence, others a log id; never a traceback."""
    try:
        return run(words, console)
    except OpsbookError as error:
        console.fail(error)
    except OSError as error:
        refused = FileRefusedError("system-refused", file=error.filename or "–", reason=why(error))
        refused.__cause__ = error
        console.fail(refused)
    except KeyboardInterrupt:
        console.stopped()
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence: the traceback goes to the log
        if _is_interruption(error):
            console.stopped()
            return INTERRUPTED
        console.crash(error)
    return CANNOT_RUN


def _is_interruption(error: BaseException | None) -> bool:
    """Whether Ctrl+C is behind a failure: a library that it met while it was loading may say so in words of its own."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


@cache
def _sentences() -> Words:
    """Every sentence the command line may print, by code."""
    return {**catalog().messages, **ADDIN}
