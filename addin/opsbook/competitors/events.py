"""What changed at the peers: every event follows from the log alone, and stays as it is when later days come."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from opsbook.competitors.event import EventRule, PeerEvent
from opsbook.competitors.shelf import Shelf
from opsbook.competitors.snapshot import Log, Snapshot, in_order

__all__ = ["EventRule", "PeerEvent", "events_of"]

_PLATFORM_DIGITS = 9  # shorter ids are the operator's own numbering and may repeat from shop to shop


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
    events: list[PeerEvent] = []
    for _, rows in groupby(in_order(log), lambda row: row.day):
        events.extend(_of_day(shelves, list(rows), rule))
    return tuple(sorted(events, key=lambda one: (one.day, one.shop, one.item_id, one.kind)))


def _of_day(shelves: dict[str, Shelf], rows: Sequence[Snapshot], rule: EventRule) -> Iterator[PeerEvent]:
    shops: dict[str, list[Snapshot]] = defaultdict(list)
    for row in rows:
        shops[row.shop].append(row)
    for shop, seen in shops.items():
        if shop not in shelves:
            former = _former_name({name: shelf for name, shelf in shelves.items() if name not in shops}, seen)
            shelves[shop] = shelves.pop(former) if former is not None else Shelf()
        yield from shelves[shop].look(seen, rule)


def _former_name(shelves: Mapping[str, Shelf], rows: Sequence[Snapshot]) -> str | None:
    """The shop whose items make up at least half of a new name's first snapshot."""
    ids = [row.item_id for row in rows if len(row.item_id) >= _PLATFORM_DIGITS]
    for name, shelf in shelves.items():
        if ids and 2 * sum(item_id in shelf.items for item_id in ids) >= len(rows):
            return name
    return None
