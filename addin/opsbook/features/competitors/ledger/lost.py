"""Customers lost to other shops: which shop each row of the export means, and what went to whom."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from opsbook.engine.imports.pouring import Pouring
from opsbook.engine.own_shop import is_own
from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.exports import WHOLE_SHOP
from opsbook.features.competitors.ledger.reading import (
    ShopNames,
    day_of,
    number_of,
    read_log,
    shop_names,
    text_of,
    watched,
)
from opsbook.features.competitors.ledger.rows import Row
from opsbook.features.competitors.rules.lost import Loss, LostTo, lost_to
from opsbook.features.competitors.rules.renamed import PLATFORM_DIGITS, under_one_name
from opsbook.features.competitors.rules.sighting import Log


class Sellers:
    """Shops by their name, by one of their items in the log, or by the number under which they sold such an item.

    Args:
        names: how shops are spelled.
        peers: those that are watched.
        log: what was seen of competitors.
        rows: losses; the export has a seller's number in place of its name.
    """

    def __init__(self, names: ShopNames, peers: Collection[str], log: Log, rows: Iterable[Row]) -> None:
        self._names, self._peers = names, frozenset(peers)
        self._items = {row.item_id: row.shop for row in log if len(row.item_id) >= PLATFORM_DIGITS}
        self._numbers: dict[str, str] = {}
        for row in rows:
            if is_seller_number(text_of(row["shop"])) and (shop := self._items.get(text_of(row["item_id"]))):
                self._numbers[text_of(row["shop"])] = shop

    def of(self, row: Row) -> str:
        """The shop behind a loss; its number where nobody knows its name."""
        seller = text_of(row["shop"])
        named = self._names.of(seller)
        return (
            named
            if named in self._peers
            else self._items.get(text_of(row["item_id"]), self._numbers.get(seller, named))
        )


def is_seller_number(seller: str) -> bool:
    """Tell whether a seller is given by its number only."""
    return seller.isdecimal()


def write_lost(workbook: Workbook, log: Log, names: ShopNames) -> None:
    """Write the peer behind each loss; blank where it is nobody we watch.

    Args:
        workbook: the open workbook.
        log: what was seen of competitors.
        names: how shops are spelled.
    """
    rows, peers = _rows(workbook), frozenset(watched(workbook))
    sellers = Sellers(names, peers, log, rows)
    found = ((row, sellers.of(row)) for row in rows)
    workbook.upsert(
        "PeerLost",
        (
            {**{name: row[name] for name in ("date", "shop", "item_id")}, "peer": shop if shop in peers else ""}
            for row, shop in found
        ),
    )


def lost(workbook: Workbook) -> tuple[LostTo, ...]:
    """Add up to whom customers were lost.

    Args:
        workbook: the open workbook.
    """
    rows = _rows(workbook)
    return _sums(workbook, rows, _sellers(workbook, rows)) if rows else ()


def takers(pouring: Pouring) -> tuple[LostTo, ...]:
    """Shops nobody watches that customers were newly lost to."""
    return new_takers(pouring.workbook, list(pouring.ledgers["PeerLost"].fresh()))


def new_takers(workbook: Workbook, fresh: Sequence[Row]) -> tuple[LostTo, ...]:
    """Tell which shops nobody watches took customers for the first time, and how much.

    Args:
        workbook: the workbook, the losses written.
        fresh: those that did not stand before.
    """
    if not fresh:
        return ()
    rows = _rows(workbook)
    sellers = _sellers(workbook, rows)
    often, now = (Counter(map(sellers.of, one)) for one in (rows, fresh))
    return tuple(one for one in _sums(workbook, fresh, sellers) if not one.watched and often[one.shop] <= now[one.shop])


def _sellers(workbook: Workbook, rows: Iterable[Row]) -> Sellers:
    names, own, peers = shop_names(workbook), is_own(workbook), watched(workbook)
    log = under_one_name([row for row in read_log(workbook, names) if not own(row.shop)], peers)
    return Sellers(names, peers, log, rows)


def _sums(workbook: Workbook, rows: Iterable[Row], sellers: Sellers) -> tuple[LostTo, ...]:
    own = is_own(workbook)
    return lost_to((one for one in _losses(rows, sellers) if not own(one.shop)), watched(workbook))


def _rows(workbook: Workbook) -> Sequence[Row]:
    return [row for row in workbook.rows("PeerLost") if text_of(row["shop"])]


def _losses(rows: Iterable[Row], sellers: Sellers) -> Iterable[Loss]:
    for row in rows:
        item = text_of(row["item_id"])
        if (day := day_of(row["date"])) is not None:
            sums = (number_of(row.get("lost_users")), number_of(row.get("lost_amount")))
            yield Loss(day, sellers.of(row), None if item in {"", WHOLE_SHOP} else item, *sums)
