"""One clause of the morning's lines: what competitors have done since the day shown."""

from collections import Counter

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.summary import Morning
from opsbook.features.competitors.words import EVENT_KINDS
from opsbook.model.answers import NO


def clause(morning: Morning, text: str) -> str:
    """Add to a sentence what competitors have done since the day shown; nothing where they did nothing.

    Args:
        morning: what the lines are made of.
        text: the sentence.
    """
    cells, say = morning.cells, morning.workbook.voice.say
    found = _since(cells, cells.name("shown_day"))
    if not found:
        return text
    lang = cells.lang
    order = {label[lang]: at for at, label in enumerate(EVENT_KINDS.values())}
    kinds = Counter(kind for _, kind in found)
    told = tuple(
        f"{kind} {kinds[kind]}" for kind in sorted(kinds, key=lambda kind: (order.get(kind, len(order)), kind))
    )
    (first, _), *others = Counter(shop for shop, _ in found).most_common()
    shops = say("daily-peers-many", shop=first, count=len(others) + 1) if others else first
    return say("daily-peers", text=text, kinds=told, shops=shops)


def _since(cells: BookCells, day: object) -> list[tuple[str, str]]:
    """Shop and kind of every event of the news from a day on."""
    events = cells.facts["PeerEvents"]
    rows = zip(events["date"], events["shop"], events["kind"], events["watched"], strict=True)
    return [
        (str(shop), str(kind))
        for seen, shop, kind, watched in rows
        if isinstance(seen, int | float) and isinstance(day, int | float) and seen >= day and watched != NO[cells.lang]
    ]
