"""Buttons of the groups Workbook and Help: new, new from this one, check, verify, a copy to give away, doctor, about."""

import re
import sys
import tempfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace as Namespace

import xlwings as xw

from opsbook import __version__
from opsbook.engine.console.log import log_file
from opsbook.features.books.files import run_check
from opsbook.features.books.making import run_new
from opsbook.features.books.verify import run_verify
from opsbook.hosts.excel.api import file_of, read_only, save_copy
from opsbook.hosts.excel.quiet import quiet
from opsbook.hosts.files.macro_free import without_macros
from opsbook.hosts.files.whole_files import write_new
from opsbook.model.errors import FileRefusedError, UsageError
from opsbook.model.language import Label
from opsbook.ribbon.click import Click, LookingHost

COPY = Label("副本", "copy")
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


def new(click: Click) -> None:
    """Make a new workbook from the template and open it."""
    lang = click.speaker.lang
    shop = click.ask("ask-shop", "")
    year = click.ask("ask-year", str(date.today().year)) if shop else None  # noqa: DTZ011 - the user's own calendar
    folder = click.choose_folder("choose-place") if year else None
    if not shop or not year or not folder:
        return
    if not year.isdecimal():
        raise UsageError("bad-year", seen=year)
    path = folder / f"{NOT_IN_NAMES.sub('-', shop)}-{year}.xlsx"
    run_new(Namespace(book=str(path), shop=shop, year=int(year), lang=lang, template=None, old=None), click.speaker)
    click.book.app.books.open(path)


def new_from(click: Click) -> None:
    """Make a workbook of another year, or the same, from this one, and open it; this one is saved and stays as it is."""
    workbook, path = click.open(LookingHost), file_of(click.book)
    if path is None:
        raise FileRefusedError("book-without-file", file=click.book.name)
    year = click.ask("ask-year", f"{(workbook.number('year') or 0) + 1:.0f}")
    folder = click.choose_folder("choose-place") if year else None
    if not year or not folder:
        return
    if not year.isdecimal():
        raise UsageError("bad-year", seen=year)
    if not read_only(click.book):
        click.book.save()
    shop = workbook.text("shop")
    new_path = folder / f"{NOT_IN_NAMES.sub('-', shop)}-{year}.xlsx"
    words = Namespace(book=str(new_path), shop=shop, year=int(year), lang=None, template=None, old=str(path))
    with quiet(click.book.app, click.speaker.voice.say("status-carry")):
        run_new(words, click.speaker)
    click.book.app.books.open(new_path)


def check(click: Click) -> None:
    """List problems; change nothing."""
    with quiet(click.book.app, click.speaker.voice.say("status-check")):
        run_check(Namespace(book=LookingHost(click.book), repair=False), click.speaker)


def verify(click: Click) -> None:
    """Hold every formula of a copy against another engine."""
    click.open(LookingHost)
    with tempfile.TemporaryDirectory() as folder, quiet(click.book.app):
        copy = Path(folder) / f"book{_suffix(click)}"
        save_copy(click.book, copy)
        run_verify(Namespace(book=str(copy), engine=None), click.speaker)


def clean_copy(click: Click) -> None:
    """Save an .xlsx without macros beside the workbook, or elsewhere."""
    click.open(LookingHost)
    folder = click.choose_folder("choose-copy")
    if not folder:
        return
    target = folder / f"{Path(click.book.name).stem}-{COPY[click.speaker.lang]}.xlsx"
    if target.exists():
        raise FileRefusedError("book-exists", file=target.name)
    with tempfile.TemporaryDirectory() as temporary, quiet(click.book.app, click.speaker.voice.say("status-copy")):
        copy = Path(temporary) / f"book{_suffix(click)}"
        save_copy(click.book, copy)
        write_new(target, without_macros(copy.read_bytes(), target.name))
    click.speaker.tell("copy-saved", path=target)


def _suffix(click: Click) -> str:
    return Path(click.book.name).suffix or ".xlsx"


def doctor(click: Click) -> None:
    """Check how add-in, Python and Excel work together."""
    from opsbook.addin.commands import run_addin  # noqa: PLC0415 - no other button pays for it

    run_addin(Namespace(action="doctor", python=""), click.speaker)


def about(click: Click) -> None:
    """Say versions and licences."""
    python = ".".join(map(str, sys.version_info[:3]))
    click.speaker.tell("about", version=__version__, python=python, xlwings=xw.__version__, log=log_file())
