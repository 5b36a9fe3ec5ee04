"""Items of the peers that may be copies of ours, or ours of theirs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from opsbook.features.competitors.rules.sighting import Log, in_order
from opsbook.features.competitors.titles.image_hash import image_likeness
from opsbook.features.competitors.titles.similarity import letters_similarity, title_letters


@dataclass(frozen=True, slots=True)
class StyleRule:
    """From where on two items may be of the same style; every figure is a setting.

    Args:
        similarity: of the titles, 0 to 1; at the default 0.93 of the labelled copies are found, and 0.88 of those found
            are copies (`benchmarks/titles.py`).
        image_likeness: of the main images, 0.5 to 1; enough without alike titles, because pictures are stolen too. At the
            default ten of 64 bits may differ, as in `EventRule`.
    """

    similarity: float = 0.65
    image_likeness: float = 0.84


@dataclass(frozen=True, slots=True)
class OwnItem:
    """One of our items.

    Args:
        item_id: digits, as text.
        title: as in the export; None when missing.
        traffic: visitors of the days looked at.
        image: fingerprint of the main image; None without an image file.
    """

    item_id: str
    title: str | None = None
    traffic: float | None = None
    image: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A peer's item that may be of the same style as ours.

    Args:
        item_id: ours.
        shop: the peer.
        peer_item_id: theirs.
        similarity: of the titles, 0 to 1; None when one is missing.
        image_likeness: of the images; None when one is missing.
    """

    item_id: str
    shop: str
    peer_item_id: str
    similarity: float | None
    image_likeness: float | None


@dataclass(frozen=True, slots=True)
class _PeerItem:
    shop: str
    item_id: str
    letters: frozenset[str] | None
    image: int | None


def candidates(
    own: Sequence[OwnItem], log: Log, rule: StyleRule, gone: Collection[tuple[str, str]] = ()
) -> tuple[Match, ...]:
    """Find the peers' items that may be of the same style as ours.

    Args:
        own: our items, in any order.
        log: what was seen of the peers, in any order; the newest title and image of an item count.
        rule: how alike they must be.
        gone: shop and item of those that are off sale, as `off_sale` gives them; their last prices compare with nothing.

    Returns:
        Items of ours with most traffic first, each with the most alike first.
    """
    ours = {one.item_id for one in own}
    peers = [one for one in _newest(log) if one.item_id not in ours and (one.shop, one.item_id) not in gone]
    by_traffic = sorted(own, key=lambda one: (-(one.traffic or 0), one.item_id))
    return tuple(match for one in by_traffic for match in sorted(_alike(one, peers, rule), key=_order))


def _newest(log: Log) -> Iterator[_PeerItem]:
    titles: dict[tuple[str, str], str | None] = {}
    images: dict[tuple[str, str], int | None] = {}
    for row in in_order(log):
        key = (row.shop, row.item_id)
        titles[key] = row.title or titles.get(key)
        images[key] = images.get(key) if row.image is None else row.image
    return (_PeerItem(*key, title_letters(title), images[key]) for key, title in titles.items())


def _alike(own: OwnItem, peers: Iterable[_PeerItem], rule: StyleRule) -> Iterator[Match]:
    letters = title_letters(own.title)
    for peer in peers:
        titles, images = letters_similarity(letters, peer.letters), image_likeness(own.image, peer.image)
        if (titles or 0) >= rule.similarity or (images or 0) >= rule.image_likeness:
            yield Match(own.item_id, peer.shop, peer.item_id, titles, images)


def _order(match: Match) -> tuple[float, str, str]:
    return -max(match.similarity or 0, match.image_likeness or 0), match.shop, match.peer_item_id
