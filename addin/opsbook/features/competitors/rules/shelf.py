"""What one shop has on sale as far as its snapshots tell: launched, taken off, back."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from opsbook.features.competitors.rules.event import EventRule, PeerEvent
from opsbook.features.competitors.rules.known import Known
from opsbook.features.competitors.rules.sighting import Sighting, noted

_FEW = 3  # new items at once that are launches even where fewer were known


@dataclass(slots=True)
class Shelf:
    """One shop's items, snapshot by snapshot.

    Args:
        began: its first snapshot, which is no news; None before it.
        items: every item ever seen, by its id.
        on_sale: ids of those that were not reported as taken off sale.
    """

    began: date | None = None
    items: dict[str, Known] = field(default_factory=dict)
    on_sale: set[str] = field(default_factory=set)

    def look(self, rows: Sequence[Sighting], rule: EventRule) -> Iterator[PeerEvent]:
        """Take over a snapshot, and tell what is new in it.

        Args:
            rows: all rows of one shop and one day, each item once.
            rule: what counts as an event.
        """
        is_list = len(rows) >= rule.list_share * len(self.on_sale)
        news = [row for row in rows if row.item_id not in self.items]
        yield from self._launches(news)
        for row in rows:
            if row.item_id not in self.items:
                self.items[row.item_id] = Known(row)
            yield from self.items[row.item_id].look(row, rule)
        seen = {row.item_id for row in rows}
        if is_list:
            yield from self._missing(self.on_sale - seen, rows[0], rule)
        self.on_sale |= seen
        self.began = self.began or rows[0].day

    def _launches(self, news: Sequence[Sighting]) -> Iterator[PeerEvent]:
        """An item that was listed before the shop was watched was only found late, and so were many undated at once."""
        if self.began is None:
            return
        undated = sum(row.listed_on is None for row in news)
        few = undated <= max(_FEW, len(self.on_sale))
        for row in news:
            if few if row.listed_on is None else row.listed_on > self.began:
                price = noted(row.price) or noted(row.list_price)
                listed = row.listed_on or row.day
                yield PeerEvent(row.day, row.shop, row.item_id, "launched", after=price, since=listed)

    def _missing(self, absent: Collection[str], row: Sighting, rule: EventRule) -> Iterator[PeerEvent]:
        for item_id in absent:
            known = self.items[item_id]
            known.missing += 1
            known.missing_since = known.missing_since or row.day
            if known.missing >= rule.absent:
                known.gone = True
                self.on_sale.discard(item_id)
                last = known.price or known.list_price
                yield PeerEvent(
                    row.day, row.shop, item_id, "delisted", before=last.value if last else None, since=known.row.day
                )
