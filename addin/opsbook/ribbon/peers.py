"""Buttons of the group Competitors: watch a shop, write an item down, import a log, tell what happened."""

from types import SimpleNamespace as Namespace

from opsbook.features.competitors.commands.report import run_report
from opsbook.features.competitors.commands.watching import run_add, run_import, run_log
from opsbook.features.competitors.words import ROLES
from opsbook.hosts.excel.quiet import quiet
from opsbook.ribbon.click import Click, LookingHost

NOT_ASKED = ("list_price", "reviews", "rank", "link", "listed_on", "season", "image", "date")


def peers_add(click: Click) -> None:
    """Watch a shop."""
    click.open()
    shop = click.ask("ask-peer", "")
    role = click.ask("ask-role", ROLES["alike"][click.speaker.lang]) if shop else None
    if shop and role:
        with click.change("status-peers") as host:
            run_add(Namespace(book=host, shop=shop, role=role, link=None, since=None, note=None), click.speaker)


def peers_log(click: Click) -> None:
    """Write one item down as it was seen today."""
    click.open()
    shop = click.ask("ask-peer-shop", "")
    item = click.ask("ask-item", "") if shop else None
    if not shop or not item:
        return
    seen = {"price": click.ask("ask-price", ""), "monthly_sales": click.ask("ask-sales", "")}
    seen["title"] = click.ask("ask-title", "")
    with click.change("status-peers") as host:
        blank = dict.fromkeys(NOT_ASKED)
        run_log(Namespace(book=host, shop=shop, item=item, **seen, **blank), click.speaker)


def peers_import(click: Click) -> None:
    """Choose files of competing items or lost customers and import them."""
    click.open()
    files = click.dialogs.choose_files(click.speaker.voice.say("choose-peer-files"))
    if files:
        with click.change("status-peers") as host:
            run_import(Namespace(book=host, paths=files, dry_run=False), click.speaker)


def peers_report(click: Click) -> None:
    """Tell what competitors did; the workbook is left unsaved."""
    click.open(LookingHost)
    with quiet(click.book.app, click.speaker.voice.say("status-peers")):
        run_report(Namespace(book=click.host, since=None), click.speaker)
