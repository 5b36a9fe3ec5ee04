"""The command that tells what competitors did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console
from opsbook.engine.refresh import cells_of
from opsbook.features.books.commands import refresh_day
from opsbook.features.books.opening import open_to_look
from opsbook.features.competitors.commands.arguments import parse_day
from opsbook.features.competitors.commands.offers import loss_words, offer_takers
from opsbook.features.competitors.ledger.news import detail
from opsbook.features.competitors.ledger.report import PeerReport, peer_report
from opsbook.features.competitors.rules.lost import LostTo
from opsbook.features.competitors.tables import PRICES_OF_PEERS
from opsbook.features.competitors.words import EVENT_KINDS, id_of
from opsbook.messages import Voice
from opsbook.model.values import Value, day_words, figure_words, is_number

LONGEST = 18  # characters of a title
MOST_EVENTS, MOST = 20, 8  # lines; all of them stand on the sheets
SINCE = {"launched": "peer-event-listed", "delisted": "peer-event-last", "back": "peer-event-away"}
RANKS = {"rank_up", "rank_down"}
Row = Mapping[str, Value]
DATED = {"date", "since", "first_on", "seen"}


def run_report(words: Namespace, console: Console) -> int:
    """Tell events, prices, seasons, look-alikes and customers lost; the workbook stays as it is."""
    since = parse_day(words.since)
    workbook = open_to_look(words.book, console)
    # rows typed or pasted since the last refresh count, too; an open workbook shows its own and is left alone
    cells = refresh_day(workbook)[0] if isinstance(words.book, str) else cells_of(workbook)
    report = peer_report(workbook, cells, since)
    if report.first is None:
        console.tell("peers-no-log")
    else:
        _tell_events(report, console)
        _tell("price-head", "price-none", [_price(row, console.voice) for row in report.prices], console)
        _tell(
            "season-head", "season-none", [console.voice.say("season-line", **row) for row in report.seasons], console
        )
        _tell("copycat-head", "copycat-none", [_alike(row, console.voice) for row in report.alike], console)
    if report.lost:
        _tell("lost-head", "", [_lost(one, console.voice) for one in report.lost], console)
        offer_takers(report.lost, words.book, console)
    console.answer(book=words.book, **_record(report))
    return 0


def _tell_events(report: PeerReport, console: Console) -> None:
    if report.events:
        console.tell("peers-head", first=report.first, count=len(report.events))
        _tell("", "", [_event(row, console.voice) for row in report.events], console, MOST_EVENTS)
    else:
        console.tell("peers-quiet", first=report.first)
    if report.others:
        console.tell("other-events", count=report.others)


def _tell(head: str, nothing: str, lines: Sequence[str], console: Console, most: int = MOST) -> None:
    """A heading and its lines, or that there is nothing."""
    if head and (lines or nothing):
        console.tell(head if lines else nothing)
    for line in lines[:most]:
        console.line(f"  {line}")
    if len(lines) > most:
        console.tell("more-rows", count=len(lines) - most)


def _event(row: Row, voice: Voice) -> str:
    named = {"day": day_words(row["date"])[5:], "shop": row["shop"], "kind": row["kind"], "title": _short(row["title"])}
    kind = id_of(EVENT_KINDS, row["kind"]) or ""
    changed = detail(kind, row["before"], row["after"], voice)
    text = voice.say("peer-event", **named)
    text += voice.say("peer-event-change", change=changed) if changed else ""
    text += voice.say("peer-event-size", size=size) if (size := _size(row, kind, voice)) else ""
    known = row["since"] not in {None, ""} and row["since"] != row["date"]
    return text + (voice.say(SINCE.get(kind, "peer-event-since"), since=day_words(row["since"])[5:]) if known else "")


def _size(row: Row, kind: str, voice: Voice) -> str:
    """How much changed: places of a rank, how far pictures are apart, of anything else its share."""
    before, after = row["before"], row["after"]
    if kind in RANKS and isinstance(before, int | float) and isinstance(after, int | float):
        return voice.say("peer-event-places", places=f"{before - after:+,.10g}".replace("-", "−"))
    if kind == "image" and row["change"]:
        return voice.say("peer-event-apart", share=_share(row["change"], ".0%"))
    return _share(row["change"], "+.1%") if row["change"] else ""


def _price(row: Row, voice: Voice) -> str:
    prices = [row[name] for name in PRICES_OF_PEERS]
    figures = {name: figure_words(one) for name in ("ours", "median") if isinstance(one := row[name], int | float)}
    seen = {"title": _short(row["title"]), "index": f"{row['index']:.2f}", "shops": sum(map(is_number, prices))}
    return voice.say("price-line", **{"ours": "–", "median": "–", **figures, **seen})


def _alike(row: Row, voice: Voice) -> str:
    parts = {
        "image": ("copycat-image", "likeness", _share(row["image_likeness"], ".0%")),
        "gap": ("copycat-gap", "gap", _share(row["gap"], "+.1%")),
        "status": ("copycat-status", "status", row["complaint"] or ""),
    }
    more = {name: voice.say(code, **{one: value}) if value else "" for name, (code, one, value) in parts.items()}
    named = {"title": _short(row["title"]), "shop": row["shop"], "peer_title": _short(row["peer_title"])}
    return voice.say("copycat-line", **named, similarity=_share(row["similarity"], ".0%") or "–", **more)


def _lost(one: LostTo, voice: Voice) -> str:
    watched = voice.say("lost-watched") if one.watched else ""
    return voice.say("lost-line", shop=one.shop, watched=watched, **loss_words(one, voice))


def _share(value: Value, form: str) -> str:
    return format(value, form).replace("-", "−") if isinstance(value, int | float) and is_number(value) else ""


def _short(title: Value) -> str:
    """A title as far as a line has room for it."""
    text = str(title or "–")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _record(report: PeerReport) -> dict[str, object]:
    """The report for scripts: shares 0 to 1, days as texts."""
    return {
        "since": report.first,
        "events": _dated(report.events),
        "other_events": report.others,
        "prices": _dated(report.prices),
        "seasons": _dated(report.seasons),
        "alike": _dated(report.alike),
        "lost": [asdict(one) for one in report.lost],
    }


def _dated(rows: Iterable[Row]) -> list[dict[str, object]]:
    return [
        {name: (day_words(value) if name in DATED and value else value) for name, value in row.items()} for row in rows
    ]
