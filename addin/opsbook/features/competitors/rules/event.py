"""An event of a competing item, and what counts as one."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EventRule:
    """From where on a change is an event.

    Args:
        absent: snapshots of its shop in a row an item must be missing from to count as taken off sale.
        jump: growth of the monthly sales over the item's own history that is a jump; 0.5 is half as much again.
        jump_floor: items a month a jump must come to at least, so that 2 sold after 1 is none.
        rank_step: places an item must move.
        image_distance: bits of 64 in which two pictures of the same thing may differ.
        list_share: how much of what a shop had on sale a snapshot must hold to say that the rest is gone; below it the
            snapshot is one or two items typed by hand.
    """

    absent: int = 2
    jump: float = 0.5
    jump_floor: float = 100
    rank_step: int = 10
    image_distance: int = 10
    list_share: float = 0.5


@dataclass(frozen=True, slots=True)
class PeerEvent:
    """What changed about one item between two looks at it.

    Args:
        day: of the snapshot that shows it.
        shop: whose item it is.
        item_id: digits of the item, as text.
        kind: one of `EVENT_KINDS`.
        before: a price in yuan, items a month, a place, words of a title, a title written anew, or the name of a picture;
            None for none.
        after: the same now.
        change: 0.1 is ten percent more; of a rank, the share of places gained; of a picture, the share that differs.
        since: the day from which `before` had stood; of a launch the day it was listed, of an item taken off sale the
            day it was last seen.
    """

    day: date
    shop: str
    item_id: str
    kind: str
    before: float | str | None = None
    after: float | str | None = None
    change: float | None = None
    since: date | None = None
