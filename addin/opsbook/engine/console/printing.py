"""What a person or a script sees: answers on stdout, progress and problems on stderr."""

import json
import locale
import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager

from opsbook.engine.console.log import note_error
from opsbook.engine.console.progress import Progress
from opsbook.engine.console.together import together
from opsbook.messages import Voice, Words, describe, place, say, what_to_do
from opsbook.model.catalog import Catalog
from opsbook.model.errors import OpsbookError
from opsbook.model.issues import Issue, Level
from opsbook.model.language import Lang

SIGNS = {Level.ERROR: "✗", Level.WARNING: "!", Level.INFO: "·"}
INTERRUPTED = 130  # what shells give for Ctrl+C
MOST_ISSUES = 40  # on screen; the Imports sheet lists all of them


def locale_language() -> Lang:
    """Chinese where the system speaks Chinese, else English."""
    spoken = (
        os.environ.get("LC_ALL")
        or os.environ.get("LC_MESSAGES")
        or os.environ.get("LANG")
        or locale.getlocale()[0]
        or ""
    )
    return "zh" if spoken.lower().startswith(("zh", "chinese")) else "en"


class Console:
    """One command's voice.

    Args:
        lang: language to speak; a workbook's own once it is open.
        catalog: what the product consists of.
        words: sentences, where they are not the catalog's.
        quiet: say problems only.
        as_json: answer as one JSON object.
    """

    def __init__(
        self, lang: Lang, catalog: Catalog, *, words: Words | None = None, quiet: bool = False, as_json: bool = False
    ) -> None:
        self.lang, self.catalog, self.quiet, self.as_json = lang, catalog, quiet, as_json
        self.command: tuple[
            str, ...
        ] = ()  # what was typed after `opsbook`, or a button's id: the record of runs names it
        self.words: Words = catalog.messages if words is None else words
        self._progress = Progress(watched=not quiet and not as_json)

    @property
    def voice(self) -> Voice:
        """Sentences in the language that is spoken now."""
        return Voice(self.lang, self.words)

    def tell(self, code: str, **seen: object) -> None:
        """Say one sentence of the answer."""
        self.line(say(code, self.lang, seen, self.words))

    def line(self, text: str) -> None:
        """Print a line of the answer."""
        self._progress.clear()
        if not self.quiet and not self.as_json:
            _print(text)

    def answer(self, **facts: object) -> None:
        """The whole answer for scripts."""
        if self.as_json:
            _print(json.dumps(facts, ensure_ascii=False, default=str))

    def issues(self, issues: Iterable[Issue], *, notes: bool = True, most: int | None = MOST_ISSUES) -> None:
        """Problems on stderr, in file order, each said once; notes only when asked for."""
        self._progress.clear()
        wanted = together((issue for issue in issues if notes or issue.level is not Level.INFO), self.voice)
        for issue in wanted[:most]:
            self._complain(f"{SIGNS[issue.level]} {describe(issue, self.lang, self.words)}")
        if most is not None and len(wanted) > most:
            self._complain(say("more-issues", self.lang, {"count": len(wanted) - most}, self.words))

    def progress(self, number: int, count: int, name: str) -> None:
        """Which file is being read."""
        self._progress.show(f"{number}/{count} {name}")

    def working(self, code: str, **seen: object) -> AbstractContextManager[None]:
        """Say what is being done while it takes its time."""
        return self._progress.during(say(code, self.lang, seen, self.words))

    def fail(self, error: OpsbookError) -> None:
        """Report an expected failure: what happened, what to do, where the log is."""
        self._progress.clear()
        said = say(error.code, self.lang, error.seen, self.words)
        hint = what_to_do(error, self.lang, self.words)
        log = note_error(error)
        self.answer(error=error.code, message=said, hint=hint, log=log)
        self._complain(f"✗ {said}")
        if hint:
            self._complain(f"  {hint}")
        self._complain(f"  {say('log-id', self.lang, {'id': log}, self.words)}")

    def crash(self, error: Exception) -> None:
        """An unexpected failure: a log id, never a traceback."""
        self._progress.clear()
        log = note_error(error)
        self.answer(error="crash", log=log)
        self._complain(f"✗ {say('crash', self.lang, {'kind': type(error).__name__, 'id': log}, self.words)}")

    def stopped(self) -> None:
        """Ctrl+C: a workbook is replaced in one step, so it is the old or the new one."""
        self._progress.clear()
        self._complain(f"✗ {say('stopped', self.lang, {}, self.words)}")

    @staticmethod
    def _complain(text: str) -> None:
        print(text, file=sys.stderr)  # noqa: T201 - problems go to stderr


def _print(text: str) -> None:
    """One line of the answer; a reader that has left must not keep a command from finishing its work."""
    try:
        print(text, flush=True)  # noqa: T201 - this is the command's answer
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def issue_record(issue: Issue, voice: Voice) -> dict[str, object]:
    """An issue for scripts."""
    return {
        "code": issue.code,
        "level": issue.level.value,
        "where": place(issue.where, voice.lang),
        "message": voice.say(issue.code, **issue.seen),
        "hint": what_to_do(issue, voice.lang, voice.words),
    }
