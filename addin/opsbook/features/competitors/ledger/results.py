"""Results of the peer log, written anew by every refresh: events, look-alikes, seasons, items whose prices are compared."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from opsbook.engine.history import every_row
from opsbook.engine.own_shop import is_own
from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.ledger.lost import write_lost
from opsbook.features.competitors.ledger.matches import write_matches
from opsbook.features.competitors.ledger.news import write_events
from opsbook.features.competitors.ledger.reading import number_of, read_log, shop_names, text_of, watched
from opsbook.features.competitors.ledger.rows import fill_places, replace_rows
from opsbook.features.competitors.ledger.rules import event_rule
from opsbook.features.competitors.ledger.seasons import season_rows
from opsbook.features.competitors.rules.events import events_of, off_sale
from opsbook.features.competitors.rules.renamed import under_one_name
from opsbook.features.competitors.rules.sighting import Sighting
from opsbook.features.competitors.titles.same_style import OwnItem

DAYS = 7  # of traffic that is compared
MOST = 40  # items with most traffic that look-alikes are sought for


@dataclass(slots=True)
class _Week:
    """An item over the newest days."""

    title: str = ""
    visitors: float = 0


def own_items(workbook: Workbook, seen: Sequence[Sighting]) -> tuple[OwnItem, ...]:
    """The items with most visitors in the newest week of item data.

    Args:
        workbook: the open workbook.
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
        for item, one in _newest_week(workbook).items()
    ]
    return tuple(sorted(found, key=lambda one: (-(one.traffic or 0), one.item_id))[:MOST])


def _newest_week(workbook: Workbook) -> dict[str, _Week]:
    newest = workbook.host.history.newest("ItemDay")
    days = (number_of(day) for day in workbook.columns("ItemDay")["date"])
    last = max((day for day in (newest, *days) if day is not None), default=0)
    week: dict[str, _Week] = defaultdict(_Week)
    for row in every_row(workbook, "ItemDay", {last - back for back in range(DAYS)}):
        if item := text_of(row["item_id"]):
            one = week[item]
            one.title = text_of(row["title"]) or one.title
            one.visitors += number_of(row["visitors"]) or 0
    return week


def write_peers(workbook: Workbook) -> None:
    """Write what follows from the peer log; an empty log leaves empty tables.

    Args:
        workbook: the open workbook.
    """
    names, own = shop_names(workbook), is_own(workbook)
    whole = read_log(workbook, names)
    log = under_one_name([row for row in whole if not own(row.shop)], watched(workbook))
    events = events_of(log, event_rule(workbook))
    gone = off_sale(events)
    write_events(workbook, events, log)
    replace_rows(workbook, "PeerSeasons", season_rows(workbook, log))
    items = own_items(workbook, [row for row in whole if own(row.shop)])
    _write_prices(workbook, items, write_matches(workbook, log, items, gone))
    write_lost(workbook, log, names)


def _write_prices(workbook: Workbook, items: Sequence[OwnItem], paired: Collection[str]) -> None:
    """Whose prices the matrix compares: items with a look-alike first, those with most traffic first among them."""
    ranked = sorted(items, key=lambda one: (one.item_id not in paired, -(one.traffic or 0), one.item_id))
    fill_places(workbook, "PeerPrices", [{"item_id": one.item_id, "title": one.title} for one in ranked])
