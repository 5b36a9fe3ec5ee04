"""Buttons of the groups Data and Look: import, refresh, which day the dashboard shows, which sheet is in front."""

import re
from types import SimpleNamespace as Namespace

from opsbook.engine.workbook import know_book
from opsbook.features.books.commands import run_daily, run_import, run_refresh
from opsbook.hosts.excel.quiet import quiet
from opsbook.model.values import day_words
from opsbook.ribbon.click import Click, LookingHost

DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def import_files(click: Click) -> None:
    """Choose exports and import them."""
    click.open()
    files = click.dialogs.choose_files(click.speaker.voice.say("choose-exports"))
    if files:
        with click.change("status-import") as host:
            run_import(
                Namespace(
                    book=host, paths=files, shop_alias=None, dry_run=False, map=(), table=None, add_up=False, own=()
                ),
                click.speaker,
            )


def import_inbox(click: Click) -> None:
    """Import every export of a folder and show the newest day."""
    click.open()
    folder = click.choose_folder("choose-inbox")
    if folder:
        with click.change("status-import") as host:
            run_daily(Namespace(book=host, inbox=folder, add_up=False, own=()), click.speaker)


def refresh(click: Click) -> None:
    """Recompute without importing."""
    click.open()
    with click.change("status-refresh") as host:
        run_refresh(Namespace(book=host, date=None), click.speaker)


def today(click: Click) -> None:
    """Show the newest complete day."""
    newest = day_words(click.open(LookingHost).number("as_of"))
    _show(click, None if newest == "–" else newest)


def go_to_date(click: Click) -> None:
    """Show another day."""
    shown = day_words(click.open(LookingHost).number("the_day"))
    text = click.ask("ask-day", "" if shown == "–" else shown)
    if text:
        _show(click, iso(text))


def _show(click: Click, day: str | None) -> None:
    with quiet(click.book.app, click.speaker.voice.say("status-refresh")):
        run_refresh(Namespace(book=click.host, date=day), click.speaker)


def iso(text: str) -> str:
    """A day as people type it, the way the command line takes it; anything else as it was.

    >>> iso("2026/1/5"), iso("2026年11月12日"), iso("明天")
    ('2026-01-05', '2026-11-12', '明天')
    """
    found = DAY.fullmatch(text.strip())
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else text


def dashboard(click: Click) -> None:
    """Go to the dashboard."""
    _go(click, "the_day")


def guide(click: Click) -> None:
    """Go to the guide."""
    _go(click, "go_guide")


def _go(click: Click, name: str) -> None:
    """Bring the sheet of a named cell to the front; whatever else is broken in the book does not matter."""
    workbook = know_book(LookingHost(click.book), click.speaker.catalog)
    click.speaker.lang = workbook.lang
    click.book.sheets[workbook.host.locate(name)[0]].activate()
