"""What was seen of one competing item on one day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One row of the log.

    Args:
        day: when it was seen.
        shop: whose item it is.
        item_id: digits of the item, as text.
        title: as shown on its page; None when not noted.
        list_price: yuan before coupons.
        price: yuan after coupons.
        monthly_sales: items of the last 30 days, as the page shows.
        reviews: how many.
        rank: place in the list it was found in; 1 is first.
        listed_on: first day on sale.
        season: tag such as 秋冬; several are separated by 、.
        image: fingerprint of the main image, as `image_hash` gives it; None without an image file.
    """

    day: date
    shop: str
    item_id: str
    title: str | None = None
    list_price: float | None = None
    price: float | None = None
    monthly_sales: float | None = None
    reviews: float | None = None
    rank: float | None = None
    listed_on: date | None = None
    season: str | None = None
    image: int | None = None


Log = Sequence[Snapshot]  # in any order; one (day, shop, item_id) may stand twice: the first one counts
