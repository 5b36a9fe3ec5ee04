"""One press of a button: the workbook it acts on, what it asks, what it says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import xlwings as xw

from opsbook.engine.console.log import note_error
from opsbook.engine.console.printing import Console
from opsbook.engine.workbook import Workbook
from opsbook.features.books.opening import open_file
from opsbook.features.contents import catalog
from opsbook.hosts.excel.api import file_of
from opsbook.hosts.excel.host import ExcelHost
from opsbook.hosts.excel.quiet import quiet
from opsbook.model.language import Lang
from opsbook.ribbon.dialogs import Dialogs
from opsbook.ribbon.words import on_buttons

MOST_LINES = 24  # of a message: more do not fit a small screen


class Speaker(Console):
    """What commands say, kept for one message at the end; progress goes to the status bar.

    Args:
        lang: language to speak; the workbook's own once it is known.
        app: Excel.
        button: the id of the button.
    """

    def __init__(self, lang: Lang, app: xw.App, button: str = "") -> None:
        super().__init__(lang, catalog(), words=on_buttons())
        self.command = (button,)
        self.lines: list[str] = []
        self._app = app

    def line(self, text: str) -> None:
        """Keep a line of the answer."""
        self.lines.append(text)

    def progress(self, number: int, count: int, name: str) -> None:
        """Which file is being read, on the status bar."""
        self._app.status_bar = f"OpsBook {number}/{count} {name}"

    @contextmanager
    def working(self, code: str, **seen: object) -> Iterator[None]:
        """Say on the status bar what takes its time."""
        self._app.status_bar = self.voice.say(code, **seen)
        yield

    def crash(self, error: Exception) -> None:
        """An unexpected failure: a log id, never a traceback."""
        self.tell("button-crash", kind=type(error).__name__, id=note_error(error))

    def text(self) -> str:
        """The message: everything said, cut to what a screen shows."""
        shown = self.lines[:MOST_LINES]
        if len(self.lines) > MOST_LINES:
            shown.append(self.voice.say("more-lines", count=len(self.lines) - MOST_LINES))
        return "\n".join(shown)

    def _complain(self, text: str) -> None:  # type: ignore[override]  # the console's needs no place to keep it
        self.lines.append(text)


class LookingHost(ExcelHost):
    """An open workbook that is looked at: what changes is the view, and saving it is left to its user."""

    def save(self) -> None:
        """Leave saving to the user."""


@dataclass(slots=True)
class Click:
    """One press of a button.

    Args:
        book: the workbook it acts on.
        dialogs: how to ask the person at the keyboard.
        speaker: what is said.
        host: the workbook in hand, once it was opened.
        begun: something may have been written into it.
    """

    book: xw.Book
    dialogs: Dialogs
    speaker: Speaker
    host: ExcelHost | None = None
    begun: bool = False

    def open(self, kind: Callable[[xw.Book], ExcelHost] = ExcelHost) -> Workbook:
        """Take the workbook in hand and speak its language from then on.

        Raises:
            WorkbookBrokenError: it is not an OpsBook, or parts of it are gone.
        """
        self.host = kind(self.book)
        return open_file(self.host, self.speaker)

    def ask(self, code: str, default: str) -> str | None:
        """Ask for a line of text; None when nothing was given."""
        answer = self.dialogs.ask_text(self.speaker.voice.say(code), default)
        return answer.strip() or None if answer else None

    def choose_folder(self, code: str) -> Path | None:
        """Ask for a folder, from the workbook's own on."""
        return self.dialogs.choose_folder(self.speaker.voice.say(code), self.folder)

    @property
    def folder(self) -> Path:
        """Where the workbook lies; the home folder when it has no file."""
        path = file_of(self.book)
        return Path.home() if path is None else path.parent

    @contextmanager
    def change(self, code: str) -> Iterator[ExcelHost]:
        """Back up, keep Excel still, and name the backup at the end.

        Args:
            code: what the status bar says meanwhile.
        """
        host = self.host or ExcelHost(self.book)
        host.back_up()
        with quiet(self.book.app, self.speaker.voice.say(code)):
            self.begun = True
            yield host
        self.speaker.tell("backed-up", path=host.backup or "–")

    def half_done(self) -> None:
        """Say what is left of a change that failed on the way."""
        if self.begun and self.host:
            self.speaker.tell("half-done", path=self.host.backup or "–")
