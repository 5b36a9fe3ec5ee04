"""When to launch a season's goods: what the peers have launched, and whether it sells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from opsbook.features.competitors.rules.sighting import Log, Sighting, in_order

SEASON_DAYS = 182
"""Goods listed longer ago belong to last year's season, whatever their tag says."""

ALWAYS = frozenset({"四季", "全年", "常年", "四季通用", "all year", "all seasons"})
"""Tags of goods that have no season."""

_BETWEEN_TAGS = re.compile(r"[、,，;；/|]")


@dataclass(frozen=True, slots=True)
class SeasonRule:
    """From where on the peers show that a season has begun; every figure is a setting.

    Args:
        peers: watched shops that must sell a season's goods before it is time; all of them where fewer are watched.
        sales: items a month from which one of the goods sells.
        weeks: how long a look at an item counts: what was last seen longer ago says nothing about now.
    """

    peers: int = 2
    sales: float = 100
    weeks: int = 3


@dataclass(frozen=True, slots=True)
class SeasonAdvice:
    """What the peers' launches say about one season.

    Args:
        season: the tag, as in the log.
        launched: watched shops that have put goods of the season on sale, in the order they are watched.
        selling: those of them with goods that sell.
        first_on: the first of these launches.
        verdict: hold (nobody has launched), watch (launched, too few sell), launch (it is time).
    """

    season: str
    launched: tuple[str, ...]
    selling: tuple[str, ...]
    first_on: date | None
    verdict: str


@dataclass(slots=True)
class _Goods:
    """What is known of one item on the day asked: the newest of each."""

    first_seen: date
    shop: str
    seen: date
    listed_on: date | None = None
    sales: float | None = None
    tags: tuple[str, ...] = ()

    def look(self, row: Sighting) -> None:
        """Take over what a newer row notes."""
        self.seen = row.day
        self.listed_on = row.listed_on or self.listed_on
        self.tags = season_tags(row.season) or self.tags
        if row.monthly_sales is not None:
            self.sales = row.monthly_sales


def season_tags(season: str | None) -> tuple[str, ...]:
    """Split a season cell into its tags.

    Args:
        season: as in the log; several tags are separated by 、 or another comma.

    Returns:
        The tags without repetition; those that mean no season are left out.

    >>> season_tags("秋冬、保暖")
    ('秋冬', '保暖')
    """
    tags = (tag.strip() for tag in _BETWEEN_TAGS.split(season or ""))
    return tuple(dict.fromkeys(tag for tag in tags if tag and tag.casefold() not in ALWAYS))


def season_board(log: Log, watched: Sequence[str], rule: SeasonRule, day: date) -> tuple[SeasonAdvice, ...]:
    """Say for every season in the log whether to hold, watch or launch.

    An item counts as launched for the season if it was listed in the half-year up to the day (where the log does not
    say when it was listed, the day it was first seen), and was still seen in the last `rule.weeks` weeks.

    Args:
        log: what was seen, of any shop and in any order.
        watched: the shops whose launches count, in the order they are to be named.
        rule: from where on it is time.
        day: rows after it are passed over.

    Returns:
        One advice for each season: those to launch first, then those to watch, then those to hold.
    """
    goods = _newest(row for row in in_order(log) if row.day <= day)
    seasons = sorted({tag for one in goods for tag in one.tags}) if watched else []
    fresh = [one for one in goods if _is_fresh(one.seen, rule, day) and _this_season(one, day)]
    board = [_advice(season, [one for one in fresh if season in one.tags], watched, rule) for season in seasons]
    return tuple(sorted(board, key=lambda one: (-len(one.selling), -len(one.launched))))


def unseen(log: Log, watched: Sequence[str], rule: SeasonRule, day: date) -> tuple[str, ...]:
    """Name the watched shops nobody has looked at for `rule.weeks`: that they have not launched cannot be said.

    Args:
        log: what was seen, of any shop and in any order.
        watched: shops in the order they are to be named.
        rule: how long a look counts.
        day: rows after it are passed over.
    """
    looked = {row.shop for row in log if row.day <= day and _is_fresh(row.day, rule, day)}
    return tuple(shop for shop in watched if shop not in looked)


def _newest(rows: Iterable[Sighting]) -> list[_Goods]:
    goods: dict[tuple[str, str], _Goods] = {}
    for row in rows:
        key = (row.shop, row.item_id)
        if key not in goods:
            goods[key] = _Goods(row.day, row.shop, row.day)
        goods[key].look(row)
    return list(goods.values())


def _is_fresh(seen: date, rule: SeasonRule, day: date) -> bool:
    return (day - seen).days <= 7 * rule.weeks


def _launch_day(goods: _Goods) -> date:
    return goods.listed_on or goods.first_seen


def _this_season(goods: _Goods, day: date) -> bool:
    return 0 <= (day - _launch_day(goods)).days <= SEASON_DAYS


def _advice(season: str, goods: Sequence[_Goods], watched: Sequence[str], rule: SeasonRule) -> SeasonAdvice:
    launched = tuple(shop for shop in watched if any(one.shop == shop for one in goods))
    sellers = {one.shop for one in goods if one.sales is not None and one.sales >= rule.sales}
    selling = tuple(shop for shop in launched if shop in sellers)
    first_on = min((_launch_day(one) for one in goods if one.shop in launched), default=None)
    enough = selling and len(selling) >= min(rule.peers, len(watched))
    return SeasonAdvice(season, launched, selling, first_on, "launch" if enough else "watch" if launched else "hold")
