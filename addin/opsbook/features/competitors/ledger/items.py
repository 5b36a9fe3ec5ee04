"""Our own items, as far as they are compared with competitors'."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from opsbook.engine.history import every_row
from opsbook.engine.workbook import Opened
from opsbook.features.competitors.ledger.reading import number_of, text_of
from opsbook.features.competitors.rules.sighting import Sighting
from opsbook.features.competitors.titles.same_style import OwnItem

DAYS = 7  # of traffic that is compared
MOST = 40  # items with most traffic that look-alikes are sought for


@dataclass(slots=True)
class _Week:
    """An item over the newest days."""

    title: str = ""
    visitors: float = 0


def own_items(opened: Opened, seen: Sequence[Sighting]) -> tuple[OwnItem, ...]:
    """The items with most visitors in the newest week of item data.

    Args:
        opened: the workbook.
        seen: sightings of our own items in the peer log, for their images.

    Returns:
        Most visitors first.
    """
    images = {row.item_id: row.image for row in sorted(seen, key=lambda row: row.day) if row.image is not None}
    found = [
        OwnItem(
            item_id=item,
            title=one.title or None,
            traffic=one.visitors,
            image=images.get(item),
        )
        for item, one in _newest_week(opened).items()
    ]
    return tuple(sorted(found, key=lambda one: (-(one.traffic or 0), one.item_id))[:MOST])


def _newest_week(opened: Opened) -> dict[str, _Week]:
    newest = opened.host.history.newest("ItemDay")
    days = (number_of(day) for day in opened.columns("ItemDay")["date"])
    last = max((day for day in (newest, *days) if day is not None), default=0)
    week: dict[str, _Week] = defaultdict(_Week)
    for row in every_row(opened, "ItemDay", {last - back for back in range(DAYS)}):
        if item := text_of(row["item_id"]):
            one = week[item]
            one.title = text_of(row["title"]) or one.title
            one.visitors += number_of(row["visitors"]) or 0
    return week
