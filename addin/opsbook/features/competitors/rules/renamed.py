"""Shops that go by another name now: an item's number is its own on the whole platform, so its new shop is its old one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from opsbook.features.competitors.rules.sighting import Log, Sighting, in_order

PLATFORM_DIGITS = 9  # shorter ids are the operator's own numbering and may repeat from shop to shop


def former_names(log: Log) -> dict[str, str]:
    """Tell which shops have taken another name.

    A shop's first snapshot shows who it was: at least half of its items were last seen at one shop, which is not seen
    from that day on.

    Args:
        log: what was seen, in any order.

    Returns:
        The newest name by each former one.
    """
    rows = in_order(log)
    last = {row.shop: row.day for row in rows}
    holders: dict[str, str] = {}
    now: dict[str, str] = {}
    known: set[str] = set()
    for day, seen in groupby(rows, lambda row: row.day):
        shops: dict[str, list[Sighting]] = defaultdict(list)
        for row in seen:
            shops[row.shop].append(row)
        for shop in shops.keys() - known:
            former = former_name(shops[shop], holders)
            if former and last[former] < day:
                now[former] = shop
        known |= shops.keys()
        holders.update((row.item_id, row.shop) for rows_of in shops.values() for row in rows_of)
    return {name: _newest(name, now) for name in now}


def former_name(rows: Sequence[Sighting], holders: Mapping[str, str]) -> str:
    """The shop whose items make up at least half of a new name's first snapshot.

    Args:
        rows: the snapshot.
        holders: which shop showed an item last, by the item's id.

    Returns:
        Its name; empty where none does.
    """
    known = (holders.get(row.item_id, "") for row in rows if len(row.item_id) >= PLATFORM_DIGITS)
    name, count = max(Counter(known).items(), key=lambda one: (bool(one[0]), one[1]), default=("", 0))
    return name if 2 * count >= len(rows) else ""


def under_one_name(log: Log, watched: Collection[str]) -> list[Sighting]:
    """A log in which every shop has one name: the newest, but the former while only that one is watched.

    Args:
        log: what was seen.
        watched: the shops that are watched.
    """
    newest = former_names(log)
    spelled = {name: name for name in newest.values()}
    spelled |= {newest[name]: name for name in newest if name in watched and newest[name] not in watched}
    names = {**{former: spelled[now] for former, now in newest.items()}, **spelled}
    return [replace(row, shop=names[row.shop]) if names.get(row.shop, row.shop) != row.shop else row for row in log]


def _newest(name: str, now: Mapping[str, str]) -> str:
    while name in now:
        name = now[name]
    return name
