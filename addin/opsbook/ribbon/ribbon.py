"""The buttons of the ribbon: `run` is what every one of them calls, through xlwings' RunPython."""

from collections.abc import Callable, Mapping

import xlwings as xw

from opsbook.engine.console.log import note_error
from opsbook.engine.functions.language import addin_language
from opsbook.hosts.excel.api import MAC
from opsbook.messages import Voice
from opsbook.model.errors import OpsbookError, UsageError
from opsbook.ribbon.click import Click, Speaker
from opsbook.ribbon.data import dashboard, go_to_date, guide, import_files, import_inbox, refresh, today
from opsbook.ribbon.dialogs import Dialogs, ExcelDialogs, MacDialogs, osascript
from opsbook.ribbon.goals import lock_day, refit, set_goal
from opsbook.ribbon.peers import peers_add, peers_import, peers_log, peers_report
from opsbook.ribbon.words import on_buttons
from opsbook.ribbon.workbook import about, check, clean_copy, doctor, new, verify

Action = Callable[[Click], None]

# By the id of the button; `restart` is VBA's, for it is pressed when this Python does not answer or is out of date.
ACTIONS: Mapping[str, Action] = {
    "import_files": import_files,
    "import_inbox": import_inbox,
    "refresh": refresh,
    "today": today,
    "set_goal": set_goal,
    "refit": refit,
    "lock_day": lock_day,
    "dashboard": dashboard,
    "go_to_date": go_to_date,
    "peers_add": peers_add,
    "peers_log": peers_log,
    "peers_import": peers_import,
    "peers_report": peers_report,
    "new": new,
    "check": check,
    "verify": verify,
    "clean_copy": clean_copy,
    "guide": guide,
    "doctor": doctor,
    "about": about,
}


def run(button: str, book: xw.Book | None = None, dialogs: Dialogs | None = None) -> None:
    """Do what a button of the ribbon, or of a sheet, stands for.

    Args:
        button: its id.
        book: the workbook to act on; None takes the one from which the button was pressed.
        dialogs: how to ask and tell; None takes Excel's own.
    """
    try:
        book = book or xw.Book.caller()  # first of all: the next worksheet function would be the caller
    except Exception as error:  # noqa: BLE001 - xlwings has no error of its own for a workbook that is not there
        _without_book(error, dialogs)
        return
    speaker = Speaker(addin_language(), book.app)
    click = Click(book, dialogs or _dialogs(book.app, speaker), speaker)
    _guarded(ACTIONS[button], click)
    if speaker.lines:
        click.dialogs.tell(speaker.text())


def _without_book(error: Exception, dialogs: Dialogs | None) -> None:
    """Say that there is no workbook to act on, in whichever Excel is there; without one its macro tells the sentence."""
    lang = addin_language()
    said = Voice(lang, on_buttons()).say("no-workbook", id=note_error(error))
    app = xw.apps.active if dialogs is None else None
    if app is not None:
        dialogs = _dialogs(app, Speaker(lang, app))
    if dialogs is None:
        raise RuntimeError(said) from None
    dialogs.tell(said)


def _dialogs(app: xw.App, speaker: Speaker) -> Dialogs:
    return MacDialogs(app, osascript) if MAC else ExcelDialogs(app, speaker.lang)


def _guarded(action: Action, click: Click) -> None:
    """The boundary: what was expected is a sentence and what to do, the rest a log id; never a traceback."""
    try:
        action(click)
    except OpsbookError as error:
        if error.code == "not-opsbook":
            _offer(click)
        else:
            click.speaker.fail(error)
            if not isinstance(error, UsageError):  # words are refused before anything is written
                click.half_done()
    except Exception as error:  # noqa: BLE001 - the last line of defence: what happened goes to the log
        click.speaker.crash(error)
        click.half_done()


def _offer(click: Click) -> None:
    """A workbook that is none of ours is no mistake: somebody may want one."""
    if click.dialogs.confirm(click.speaker.voice.say("offer-new", file=click.book.name)):
        _guarded(new, click)
