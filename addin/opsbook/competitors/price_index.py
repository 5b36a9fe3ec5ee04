"""Where our price stands among those of the same style."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from opsbook.vocabulary.figures import POSITIVE, require


@dataclass(frozen=True, slots=True)
class PricePosition:
    """Our price among the peers'.

    Args:
        index: our price over the peers' median; 1 is the same, 1.1 ten percent dearer.
        peer_median: in yuan.
        cheaper_share: share of peers (0-1) with a lower price; equal prices are not lower.
        peers: how many peers have a price.
    """

    index: float
    peer_median: float
    cheaper_share: float
    peers: int


def price_position(price: float | None, peer_prices: Sequence[float | None]) -> PricePosition | None:
    """Compare our price with the peers' prices for the same style.

    Args:
        price: ours, in yuan after coupons; None when missing.
        peer_prices: theirs, any order; None where missing.

    Returns:
        Index, median and place in the band; None when ours is missing or no peer has a price.

    Raises:
        FigureRefusedError: a price is 0, negative or not finite.

    >>> price_position(110, [90, 100, None, 120])
    PricePosition(index=1.1, peer_median=100, cheaper_share=0.6666666666666666, peers=3)
    """
    known = [one for one in peer_prices if one is not None]
    require("price", price, POSITIVE)
    for one in known:
        require("peer_price", one, POSITIVE)
    if price is None or not known:
        return None
    middle = median(known)
    cheaper = sum(1 for one in known if one < price)
    return PricePosition(price / middle, middle, cheaper / len(known), len(known))
