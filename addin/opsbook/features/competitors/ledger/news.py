"""Events of competitors as rows of their tables: all of them, and the newest in words."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.ledger.reading import watched
from opsbook.features.competitors.ledger.rows import Row, fill_places, replace_rows
from opsbook.features.competitors.rules.event import PeerEvent
from opsbook.features.competitors.rules.sighting import Log
from opsbook.features.competitors.words import EVENT_KINDS
from opsbook.messages import Voice
from opsbook.model.answers import NO, YES
from opsbook.model.language import Lang
from opsbook.model.values import Value, figure_words, serial

DAYS = 7  # of news
KINDS = tuple(EVENT_KINDS)  # what matters most stands first
PRICED = ("price-now", "price-last")
ALONE = {"title": ("title-added", "title-dropped")}  # what is said where something only came, or only went
Titles = Mapping[tuple[str, str], str]


def write_events(workbook: Workbook, events: Sequence[PeerEvent], log: Log) -> None:
    """Write every event, and the news of the newest week of the log: of the shops that are watched, of all while none is.

    Args:
        workbook: the open workbook.
        events: what follows from the log.
        log: what was seen.
    """
    peers = frozenset(watched(workbook))
    rows = ({**_event_row(one, workbook.lang), "watched": _said_of(one.shop, peers, workbook.lang)} for one in events)
    replace_rows(workbook, "PeerEvents", rows)
    told = [one for one in events if one.shop in peers or not peers]
    titles, last = newest_titles(log), max((row.day for row in log), default=date.min)
    fill_places(workbook, "PeerNews", [_news_row(one, titles, workbook.voice) for one in newest(told, last)])


def _said_of(shop: str, peers: Collection[str], lang: Lang) -> str | None:
    """Whether a shop is watched, in a word; none where no shop is."""
    return (YES if shop in peers else NO)[lang] if peers else None


def newest(events: Sequence[PeerEvent], last: date, days: int = DAYS) -> list[PeerEvent]:
    """The events of the days up to one, newest first, on each day prices first.

    Args:
        events: any.
        last: the last of the days.
        days: how many.
    """
    found = [one for one in events if last - timedelta(days - 1) <= one.day <= last] if last > date.min else []
    return sorted(found, key=lambda one: (-one.day.toordinal(), KINDS.index(one.kind), one.shop, one.item_id))


def newest_titles(log: Log) -> Titles:
    """What every item was called last, by shop and item."""
    return {(row.shop, row.item_id): row.title for row in sorted(log, key=lambda row: row.day) if row.title}


def _event_row(event: PeerEvent, lang: Lang) -> Row:
    return {
        "date": serial(event.day),
        "shop": event.shop,
        "item_id": event.item_id,
        "kind": EVENT_KINDS[event.kind][lang],
        "before": event.before,
        "after": event.after,
        "change": event.change,
        "since": serial(event.since) if event.since else None,
    }


def _news_row(event: PeerEvent, titles: Titles, voice: Voice) -> Row:
    title = titles.get((event.shop, event.item_id), event.item_id)
    said = detail(event.kind, event.before, event.after, voice)
    return {**_event_row(event, voice.lang), "title": title, "detail": said}


def detail(kind: str | None, before: Value, after: Value, voice: Voice) -> str:
    """What an event changed: 119 → 99, or in words where there is only one of both.

    Args:
        kind: of the event.
        before: the old value.
        after: the new one.
        voice: who speaks.
    """
    old, new = (_spoken(value, whole=kind == "sales_jump") for value in (before, after))
    if old and new:
        return f"{old} → {new}"
    added, dropped = ALONE.get(kind or "", PRICED)
    return voice.say(added if new else dropped, words=new or old) if new or old else ""


def _spoken(value: Value, *, whole: bool) -> str:
    """As it was seen; what an item usually sells is a median, and nobody sells half a piece."""
    if value is None or value == "":
        return ""
    return figure_words(round(value) if whole else value) if isinstance(value, int | float) else str(value)
