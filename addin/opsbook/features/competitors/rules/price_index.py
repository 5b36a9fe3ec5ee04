"""Where our price stands among those of the same style."""

from collections.abc import Sequence
from statistics import median

from opsbook.model.figures import POSITIVE, require


def price_index(price: float | None, peer_prices: Sequence[float | None]) -> float | None:
    """Compare our price with the peers' prices for the same style.

    Args:
        price: ours, in yuan after coupons; None when missing.
        peer_prices: theirs, any order; None where missing.

    Returns:
        Our price over the peers' median: 1 is the same, 1.1 ten percent dearer; None when ours is missing or no peer has a price.

    Raises:
        FigureRefusedError: a price is 0, negative or not finite.

    >>> price_index(110, [90, 100, None, 120])
    1.1
    """
    known = [one for one in peer_prices if one is not None]
    require("price", price, POSITIVE)
    for one in known:
        require("peer_price", one, POSITIVE)
    if price is None or not known:
        return None
    return price / median(known)
