"""What was seen of one competing item on one day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf


@dataclass(frozen=True, slots=True)
class Sighting:
    """One row of the log.

    Args:
        day: when it was seen.
        shop: whose item it is.
        item_id: digits of the item, as text.
        title: as shown on its page; None when not noted.
        list_price: yuan before coupons.
        price: yuan after coupons.
        monthly_sales: items of the last 30 days, as the page shows.
        rank: place in the list it was found in; 1 is first.
        listed_on: first day on sale.
        season: tag such as 秋冬; several are separated by 、.
        image: fingerprint of the main image, as `image_hash` gives it; None without an image file.
        image_name: name of that image's file.
    """

    day: date
    shop: str
    item_id: str
    title: str | None = None
    list_price: float | None = None
    price: float | None = None
    monthly_sales: float | None = None
    rank: float | None = None
    listed_on: date | None = None
    season: str | None = None
    image: int | None = None
    image_name: str | None = None


Log = Sequence[Sighting]  # in any order; one (day, shop, item_id) may stand twice: the first one counts


def in_order(log: Log) -> list[Sighting]:
    """Put a log in the order of days, shops and items, each sighting once.

    Args:
        log: in any order; of two rows of the same day, shop and item the first one counts.

    Returns:
        The rows that count, oldest first.
    """
    once = {(row.day, row.shop, row.item_id): row for row in reversed(log)}
    return [once[key] for key in sorted(once)]


def noted(price: float | None) -> float | None:
    """Take a price as it was noted: 0, a negative or an endless one is a blank in disguise."""
    return price if price is not None and 0 < price < inf else None
