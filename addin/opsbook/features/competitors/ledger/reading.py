"""The competitor ledger as it stands in a workbook: who is watched, what was seen, from where on it matters."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from opsbook.engine.workbook import Workbook
from opsbook.exports.platforms.normalize import plain_shop
from opsbook.features.competitors.rules.sighting import Sighting
from opsbook.features.competitors.titles.image_hash import read_image_mark
from opsbook.hosts.matching import key_part
from opsbook.model.values import FIRST_DAY, LAST_DAY, Value, from_serial

_NUMBER = (int, float)  # as a tuple: `int | float` would be built anew in each of a hundred thousand calls


class ShopNames:
    """One spelling for each shop: that of the list of peers, else the one met first.

    Args:
        known: names whose spelling counts, best first.

    >>> ShopNames(["慕棉 家纺"]).of("慕棉家纺")
    '慕棉 家纺'
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._spelled: dict[str, str] = {}
        self._seen: dict[str, str] = {}  # thousands of rows name the same few shops
        for name in known:
            self.of(name)

    def of(self, name: str) -> str:
        """The spelling of a shop's name."""
        if name not in self._seen:
            self._seen[name] = self._spelled.setdefault(plain_shop(name), name.strip())
        return self._seen[name]


def watched(workbook: Workbook) -> tuple[str, ...]:
    """The shops of the list of peers, top first."""
    names = (text_of(shop) for shop in workbook.columns("Peers")["shop"])
    return tuple(dict.fromkeys(name for name in names if name))


def shop_names(workbook: Workbook) -> ShopNames:
    """The spellings of shops that the workbook knows."""
    logged = dict.fromkeys(text_of(shop) for shop in workbook.columns("PeerLog")["shop"])
    return ShopNames((*watched(workbook), *(name for name in logged if name)))


def text_of(value: Value) -> str:
    """A cell as text; digits typed as a number are digits."""
    if isinstance(value, str):
        return value.strip()
    return "" if value is None or isinstance(value, bool) else key_part(value)


def day_of(value: Value) -> date | None:
    """A cell as a day; None when it holds none."""
    number = number_of(value)
    return None if number is None else _day(number)


@lru_cache(maxsize=4096)  # thousands of rows share a few days
def _day(number: float) -> date | None:
    return from_serial(number) if FIRST_DAY <= number <= LAST_DAY else None


def number_of(value: Value) -> float | None:
    """A cell as a number; None when it holds none."""
    return value if isinstance(value, _NUMBER) and not isinstance(value, bool) else None


def read_log(workbook: Workbook, names: ShopNames) -> tuple[Sighting, ...]:
    """Everything seen, in sheet order; rows without day, shop or item are passed over, and so are cells of a wrong kind.

    Args:
        workbook: the open workbook.
        names: how shops are spelled.
    """
    return tuple(found for row in workbook.rows("PeerLog") if (found := _sighting(row, names)) is not None)


def _sighting(row: Mapping[str, Value], names: ShopNames) -> Sighting | None:
    day, shop, item = day_of(row["date"]), text_of(row["shop"]), text_of(row["item_id"])
    if day is None or not shop or not item:
        return None
    name, image = read_image_mark(mark) if (mark := text_of(row["image"])) else (None, None)
    return Sighting(
        day=day,
        shop=names.of(shop),
        item_id=item,
        title=text_of(row["title"]) or None,
        list_price=number_of(row["list_price"]),
        price=number_of(row["price"]),
        monthly_sales=number_of(row["monthly_sales"]),
        rank=number_of(row["rank"]),
        listed_on=day_of(row["listed_on"]),
        season=text_of(row["season"]) or None,
        image=image,
        image_name=name,
    )
