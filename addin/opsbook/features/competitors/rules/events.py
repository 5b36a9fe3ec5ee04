"""What changed at the peers: every event follows from the log alone, and stays as it is when later days come."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from opsbook.features.competitors.rules.event import EventRule, PeerEvent
from opsbook.features.competitors.rules.renamed import former_name
from opsbook.features.competitors.rules.shelf import Shelf
from opsbook.features.competitors.rules.sighting import Log, Sighting, in_order


def events_of(log: Log, rule: EventRule) -> tuple[PeerEvent, ...]:
    """Tell what changed from look to look.

    All rows of one shop on one day are a snapshot of it. The first snapshot of a shop is no news, nor is a gap between
    snapshots; a value that was not noted stays as it was. A shop under a new name that shows the items of one that is
    not seen that day is the same shop.

    Args:
        log: what was seen, in any order; of two rows of the same day, shop and item the first one counts.
        rule: what counts as an event.

    Returns:
        At most one event for each item, kind and day, ordered by day, shop, item and kind. Rows of later days add
        events and leave the earlier ones as they are.
    """
    shelves: dict[str, Shelf] = {}
    holders: dict[str, str] = {}
    events: list[PeerEvent] = []
    for _, rows in groupby(in_order(log), lambda row: row.day):
        events.extend(_of_day(shelves, holders, list(rows), rule))
    return tuple(sorted(events, key=lambda one: (one.day, one.shop, one.item_id, one.kind)))


def off_sale(events: Iterable[PeerEvent]) -> frozenset[tuple[str, str]]:
    """Tell which items were taken off sale and are not back.

    Args:
        events: in the order of `events_of`.

    Returns:
        Shop and item of each.
    """
    last = {(one.shop, one.item_id): one.kind for one in events if one.kind in {"delisted", "back"}}
    return frozenset(item for item, kind in last.items() if kind == "delisted")


def _of_day(
    shelves: dict[str, Shelf], holders: dict[str, str], rows: Sequence[Sighting], rule: EventRule
) -> Iterator[PeerEvent]:
    """The events of one day; `holders` says which shop showed an item last."""
    shops: dict[str, list[Sighting]] = defaultdict(list)
    for row in rows:
        shops[row.shop].append(row)
    for shop, seen in shops.items():
        if shop not in shelves:
            former = former_name(seen, holders)
            shelves[shop] = shelves.pop(former) if former in shelves and former not in shops else Shelf()
        yield from shelves[shop].look(seen, rule)
    holders.update((row.item_id, row.shop) for row in rows)
