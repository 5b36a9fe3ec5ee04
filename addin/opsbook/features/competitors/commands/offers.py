"""Shops that nobody watches, each with the command that watches it or finds out who it is."""

from collections.abc import Sequence

from opsbook.engine.console.printing import Console
from opsbook.engine.imports.reports import ImportReport
from opsbook.features.competitors.ledger.lost import is_seller_number
from opsbook.features.competitors.rules.lost import LostTo
from opsbook.messages import Voice

OFFERED = 5  # shops that are named


def offer_peers(report: ImportReport, book: object, console: Console) -> None:
    """Name the unwatched shops of newly logged items, and those that customers were newly lost to.

    Args:
        report: of the import.
        book: the workbook's path, as the command was given it.
        console: who says it.
    """
    offer_strangers(report.news["strangers"], book, console)
    offer_takers([one for one in report.news["takers"] if one.shop not in report.news["strangers"]], book, console)


def offer_strangers(shops: Sequence[str], book: object, console: Console) -> None:
    """Name shops of logged items, each with the command that watches it.

    Args:
        shops: their names.
        book: the workbook's path, as the command was given it.
        console: who says it.
    """
    _offer("offer-peers", shops, shops, book, console)


def offer_takers(lost: Sequence[LostTo], book: object, console: Console) -> None:
    """Name unwatched shops that customers were lost to; of one known by its number the item that tells its name.

    Args:
        lost: what went to whom, the largest first.
        book: the workbook's path, as the command was given it.
        console: who says it.
    """
    unknown = [one for one in lost if not one.watched and one.item_id and is_seller_number(one.shop)]
    named = [one for one in lost if not one.watched and one not in unknown]
    _offer("offer-takers", [_taker(one, console.voice) for one in named], [one.shop for one in named], book, console)
    if unknown:
        console.tell("offer-numbers", count=len(unknown), shops=_first([_taker(one, console.voice) for one in unknown]))
        for one in unknown[:OFFERED]:
            console.tell("offer-number", book=quoted(str(book)), item=one.item_id)


def loss_words(one: LostTo, voice: Voice) -> dict[str, str]:
    """What went to a shop, in words: yuan and customers, each where it is known.

    Args:
        one: the shop.
        voice: who speaks.
    """
    amount = "" if one.amount is None else voice.say("lost-amount", amount=f"{one.amount:,.0f}")
    users = "" if one.users is None else voice.say("lost-users", users=f"{one.users:,.0f}")
    return {"amount": amount or "–", "users": users}


def _taker(one: LostTo, voice: Voice) -> str:
    return voice.say("taker", shop=one.shop, **loss_words(one, voice))


def _offer(code: str, told: Sequence[str], shops: Sequence[str], book: object, console: Console) -> None:
    if shops:
        console.tell(code, count=len(shops), shops=_first(told))
        for shop in shops[:OFFERED]:
            console.tell("offer-peer", book=quoted(str(book)), shop=quoted(shop))


def _first(told: Sequence[str]) -> tuple[str, ...]:
    return (*told[:OFFERED], *(("…",) if len(told) > OFFERED else ()))


def quoted(word: str) -> str:
    """A word as every shell takes it for one."""
    return f'"{word}"' if any(sign in word for sign in " ()（）&'") else word
