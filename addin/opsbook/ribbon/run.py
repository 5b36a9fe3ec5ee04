"""The buttons of the ribbon: `run` is what every one of them calls, through xlwings' RunPython."""

from collections.abc import Callable

import xlwings as xw

from opsbook.engine.console.log import note_error
from opsbook.engine.functions.language import addin_language
from opsbook.features.contents import catalog, own_catalog
from opsbook.hosts.excel.api import MAC
from opsbook.messages import Voice, describe
from opsbook.model.errors import OpsbookError, PlugInError, UsageError
from opsbook.model.language import Lang
from opsbook.model.reference import resolve
from opsbook.ribbon.click import Click, Speaker
from opsbook.ribbon.dialogs import Dialogs, ExcelDialogs, MacDialogs, osascript
from opsbook.ribbon.upgrading import offer_upgrade
from opsbook.ribbon.words import on_buttons
from opsbook.ribbon.workbook import new

Action = Callable[[Click], None]


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
    lang = addin_language()
    dialogs = dialogs or _dialogs(book.app, lang)
    try:
        speaker = Speaker(lang, book.app, button)
    except PlugInError as error:  # without the catalog there is no button
        dialogs.tell(describe(error, lang, own_catalog().messages))
        return
    click = Click(book, dialogs, speaker)
    _guarded(_action(button), click)
    if speaker.lines:
        click.dialogs.tell(speaker.text())


def _action(button: str) -> Action:
    """What a button's record names."""
    known = (one for group in catalog().buttons.values() for one in group)
    action: Action = resolve(next(one.run for one in known if one.id == button))
    return action


def _without_book(error: Exception, dialogs: Dialogs | None) -> None:
    """Say that there is no workbook to act on, in whichever Excel is there; without one its macro tells the sentence."""
    lang = addin_language()
    said = Voice(lang, on_buttons()).say("no-workbook", id=note_error(error))
    app = xw.apps.active if dialogs is None else None
    if app is not None:
        dialogs = _dialogs(app, lang)
    if dialogs is None:
        raise RuntimeError(said) from None
    dialogs.tell(said)


def _dialogs(app: xw.App, lang: Lang) -> Dialogs:
    return MacDialogs(app, osascript) if MAC else ExcelDialogs(app, lang)


def _guarded(action: Action, click: Click) -> None:
    """The boundary: what was expected is a sentence and what to do, the rest a log id; never a traceback."""
    try:
        action(click)
    except OpsbookError as error:
        if error.code == "not-opsbook":
            _offer(click)
        elif error.code == "book-older":
            _guarded(offer_upgrade, click)
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
