"""What the log has said about one item up to a day, and how the next look differs from it."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Generic, TypeVar

from opsbook.features.competitors.rules.event import EventRule, PeerEvent
from opsbook.features.competitors.rules.sighting import Sighting, noted
from opsbook.features.competitors.titles.image_hash import BITS, image_distance
from opsbook.features.competitors.titles.words import changed_words, same_title

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Shown = float | str | None

HISTORY = timedelta(days=30)
"""How far back sales are compared: as far as one monthly figure reaches."""


@dataclass(frozen=True, slots=True)
class Standing(Generic[T_co]):
    """A value and the day from which it has stood."""

    value: T_co
    since: date


@dataclass(slots=True)
class Known:
    """An item's last known values; a value that a look did not note stays as it was.

    Args:
        row: the last look at it.
        missing: snapshots of its shop in a row that lack it.
        missing_since: the first of these.
        gone: whether it was reported as taken off sale.
        price: yuan after coupons.
        list_price: yuan before coupons.
        title: as shown.
        image: fingerprint and name of the picture last reported; small changes add up against it.
        rank: the place last reported; small moves add up against it.
        sales: monthly sales of the last 30 days' looks.
        jumped_to: monthly sales last reported as a jump, as long as they stay that high.
    """

    row: Sighting
    missing: int = 0
    missing_since: date | None = None
    gone: bool = False
    price: Standing[float] | None = None
    list_price: Standing[float] | None = None
    title: Standing[str] | None = None
    image: Standing[tuple[int, str | None]] | None = None
    rank: Standing[float] | None = None
    sales: deque[Standing[float]] = field(default_factory=deque)
    jumped_to: Standing[float] | None = None

    def look(self, row: Sighting, rule: EventRule) -> Iterator[PeerEvent]:
        """Take over what a newer row notes, and tell what is new about it."""
        for compare in _COMPARISONS:
            yield from compare(self, row, rule)
        self.row, self.missing, self.missing_since, self.gone = row, 0, None, False


def _event(row: Sighting, kind: str, before: Standing[Shown], after: Shown, change: float | None = None) -> PeerEvent:
    return PeerEvent(row.day, row.shop, row.item_id, kind, before.value, after, change, before.since)


def _back(known: Known, row: Sighting, _: EventRule) -> Iterator[PeerEvent]:
    if known.gone and known.missing_since is not None:
        before, after = known.price.value if known.price else None, noted(row.price)
        change = after / before - 1 if before and after else None
        yield _event(row, "back", Standing(before, known.missing_since), after, change)


def _prices(known: Known, row: Sighting, _: EventRule) -> Iterator[PeerEvent]:
    """What buyers pay counts, the list price only where that is unknown: nobody pays a list price that moves alone."""
    paid, listed = noted(row.price), noted(row.list_price)
    old_paid, old_listed = known.price, known.list_price
    same_list = listed is not None and old_listed is not None and _same_cents(listed, old_listed.value)
    if paid is not None and old_paid is not None:
        if not _same_cents(paid, old_paid.value):
            yield _priced(row, old_paid, paid, "coupon" if same_list else None)
    elif listed is not None and old_listed is not None and not same_list:
        yield _priced(row, old_listed, listed, None)
    known.price = _stands(old_paid, paid, row.day, _same_cents)
    known.list_price = _stands(old_listed, listed, row.day, _same_cents)


def _priced(row: Sighting, old: Standing[float], price: float, kind: str | None) -> PeerEvent:
    change = price / old.value - 1
    return _event(row, kind or ("price_up" if change > 0 else "price_down"), old, price, change)


def _sales(known: Known, row: Sighting, rule: EventRule) -> Iterator[PeerEvent]:
    """A jump is over the median of the item's own last 30 days, and over the jump last reported while that holds."""
    figure = row.monthly_sales
    if figure is None:
        return
    while known.sales and known.sales[0].since < row.day - HISTORY:
        known.sales.popleft()
    if known.sales:
        usual = Standing(_median([one.value for one in known.sales]), known.sales[0].since)
        over = max(usual, known.jumped_to or usual, key=lambda one: one.value)
        if not _jumps(usual.value, figure, rule):
            known.jumped_to = None
        elif _jumps(over.value, figure, rule):
            yield _event(row, "sales_jump", over, figure, figure / over.value - 1 if over.value else None)
            known.jumped_to = Standing(figure, row.day)
    known.sales.append(Standing(figure, row.day))


def _median(figures: Sequence[float]) -> float:
    """The middle figure; `statistics` would do, and brings fractions and chance along into every command."""
    ordered, half = sorted(figures), len(figures) // 2
    return ordered[half] if len(figures) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _jumps(usual: float, figure: float, rule: EventRule) -> bool:
    return figure > usual and figure - usual >= max(rule.jump_floor, usual * rule.jump)


def _title(known: Known, row: Sighting, _: EventRule) -> Iterator[PeerEvent]:
    old, title = known.title, row.title
    if old and title and not same_title(old.value, title):
        told = changed_words(old.value, title)
        yield _event(row, "rewritten" if told.anew else "title", Standing(told.before, old.since), told.after)
    known.title = _stands(old, title or None, row.day, same_title)


def _image(known: Known, row: Sighting, rule: EventRule) -> Iterator[PeerEvent]:
    if row.image is None:
        return
    new = Standing((row.image, row.image_name), row.day)
    old, known.image = known.image, known.image or new
    if old is None:
        return
    differing = image_distance(old.value[0], row.image)
    if differing > rule.image_distance:
        known.image = new
        yield _event(row, "image", Standing(_picture(old), old.since), _picture(new), differing / BITS)


def _picture(image: Standing[tuple[int, str | None]]) -> str:
    fingerprint, name = image.value
    return name or f"#{fingerprint:016x}"


def _rank(known: Known, row: Sighting, rule: EventRule) -> Iterator[PeerEvent]:
    rank, old = row.rank, known.rank
    if rank is None or rank < 1:
        return
    if old is None:
        known.rank = Standing(rank, row.day)
    elif rank != old.value and abs(rank - old.value) >= rule.rank_step:
        gained = (old.value - rank) / old.value
        yield _event(row, "rank_up" if gained > 0 else "rank_down", old, rank, gained)
        known.rank = Standing(rank, row.day)


def _same_cents(first: float, second: float) -> bool:
    return abs(first - second) < 0.005


def _stands(old: Standing[T] | None, new: T | None, day: date, same: Callable[[T, T], bool]) -> Standing[T] | None:
    """The value that stands after a look: the old one with its day where nothing new was noted."""
    if new is None or (old is not None and same(old.value, new)):
        return old
    return Standing(new, day)


_COMPARISONS: tuple[Callable[[Known, Sighting, EventRule], Iterator[PeerEvent]], ...] = (
    *(_back, _prices, _sales, _title, _image, _rank),
)
