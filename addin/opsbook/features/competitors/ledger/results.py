"""What follows from the peer log, written anew by every refresh: events, look-alikes, seasons, whose prices to compare."""

from collections.abc import Collection, Sequence

from opsbook.engine.own_shop import is_own
from opsbook.engine.workbook import Opened
from opsbook.features.competitors.ledger.items import own_items
from opsbook.features.competitors.ledger.lost import write_lost
from opsbook.features.competitors.ledger.matches import write_matches
from opsbook.features.competitors.ledger.news import write_events
from opsbook.features.competitors.ledger.reading import read_log, shop_names, watched
from opsbook.features.competitors.ledger.rows import fill_places, replace_rows
from opsbook.features.competitors.ledger.rules import event_rule
from opsbook.features.competitors.ledger.seasons import season_rows
from opsbook.features.competitors.rules.events import events_of, off_sale
from opsbook.features.competitors.rules.renamed import under_one_name
from opsbook.features.competitors.titles.same_style import OwnItem


def write_peers(opened: Opened) -> None:
    """Write what follows from the peer log; an empty log leaves empty tables.

    Args:
        opened: the workbook.
    """
    names, own = shop_names(opened), is_own(opened)
    whole = read_log(opened, names)
    log = under_one_name([row for row in whole if not own(row.shop)], watched(opened))
    events = events_of(log, event_rule(opened))
    gone = off_sale(events)
    write_events(opened, events, log)
    replace_rows(opened, "PeerSeasons", season_rows(opened, log))
    items = own_items(opened, [row for row in whole if own(row.shop)])
    _write_prices(opened, items, write_matches(opened, log, items, gone))
    write_lost(opened, log, names)


def _write_prices(opened: Opened, items: Sequence[OwnItem], paired: Collection[str]) -> None:
    """Whose prices the matrix compares: items with a look-alike first, those with most traffic first among them."""
    ranked = sorted(items, key=lambda one: (one.item_id not in paired, -(one.traffic or 0), one.item_id))
    fill_places(opened, "PeerPrices", [{"item_id": one.item_id, "title": one.title} for one in ranked])
