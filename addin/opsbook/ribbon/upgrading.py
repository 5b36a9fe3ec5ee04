"""A workbook of an older version that is open in Excel: it is saved, closed, brought up to date as a file, opened again."""

from types import SimpleNamespace as Namespace

from opsbook.features.books.upgrading import run_upgrade
from opsbook.hosts.excel.api import file_of, read_only
from opsbook.model.errors import FileRefusedError
from opsbook.ribbon.click import Click


def offer_upgrade(click: Click) -> None:
    """Ask, and do it; the button that found out is pressed again by whoever wants it.

    Raises:
        FileRefusedError: the workbook has no file here that could be replaced.
        OpsbookError: the upgrade stops; the workbook is open again as it was.
    """
    path, app = file_of(click.book), click.book.app
    if path is None or read_only(click.book):
        raise FileRefusedError("upgrade-elsewhere", file=click.book.name)
    if not click.dialogs.confirm(click.speaker.voice.say("offer-upgrade", file=click.book.name)):
        return
    click.book.save()
    click.book.close()
    try:
        run_upgrade(Namespace(book=str(path), dry_run=False, replace=None), click.speaker)
    finally:  # whatever happened: somebody was working in it
        click.book = app.books.open(path)
