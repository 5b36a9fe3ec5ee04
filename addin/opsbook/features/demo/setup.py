"""What the made-up shop's operator decided: goals, locks, targets and the calendar of promotions.

The exports do not know these; the demo book is set up with them.
"""

from collections.abc import Mapping
from datetime import date

from opsbook.features.demo.facts.catalogue import HERO
from opsbook.features.demo.facts.peers import COPYCAT, DAYS, HOTEL, LEADER, NEIGHBOUR
from opsbook.features.demo.facts.story import LAST_DAY, PLATFORM, SHOP
from opsbook.features.demo.facts.typed import typed_rows
from opsbook.model.values import Value, serial

__all__ = [
    "COST_RATE",
    "DAY_LOCKS",
    "EVENTS",
    "JUDGED",
    "LAST_DAY",
    "MAIN_ITEM",
    "MONTH_LOCKS",
    "PEERS",
    "PLATFORM",
    "SHOP",
    "TARGETS",
    "WATCHED_SINCE",
    "YEAR",
    "YEAR_GOAL",
    "typed_rows",
]

YEAR = 2026
YEAR_GOAL = 41_000_000  # yuan; last year's 3,657 万 and 12 %
COST_RATE = 0.42  # cost of goods in paid amount
MAIN_ITEM = HERO.id

# The operator's own goals in whole yuan, by first day of the month and by day.
MONTH_LOCKS: Mapping[date, int] = {date(2026, 6, 1): 4_000_000, date(2026, 11, 1): 5_150_000}
DAY_LOCKS: Mapping[date, int] = {
    date(2026, 6, 18): 390_000,
    date(2026, 10, 31): 320_000,
    date(2026, 11, 1): 520_000,
    date(2026, 11, 10): 360_000,
    date(2026, 11, 11): 780_000,
    date(2026, 11, 12): 107_000,
}

# Target pay conversion (0 to 1) and average order value (yuan) by month.
TARGETS: Mapping[date, tuple[float, float]] = {
    date(2026, 1, 1): (0.0305, 204),
    date(2026, 2, 1): (0.0250, 202),
    date(2026, 3, 1): (0.0315, 205),
    date(2026, 4, 1): (0.0300, 204),
    date(2026, 5, 1): (0.0275, 204),
    date(2026, 6, 1): (0.0330, 208),
    date(2026, 7, 1): (0.0300, 205),
    date(2026, 8, 1): (0.0300, 206),
    date(2026, 9, 1): (0.0305, 207),
    date(2026, 10, 1): (0.0260, 208),
    date(2026, 11, 1): (0.0340, 209),
    date(2026, 12, 1): (0.0305, 209),
}


def _event(event: str, phase: str, first: tuple[int, int], last: tuple[int, int]) -> tuple[dict[str, Value], ...]:
    """The same promotion of last year and this year, as rows of the Events table."""
    return tuple(
        {"event": event, "phase": phase, "start": serial(date(year, *first)), "end": serial(date(year, *last))}
        for year in (YEAR - 1, YEAR)
    )


# Rows of the Events table by column id, dates as serial numbers; the platform's dates differ from shop to shop.
EVENTS: tuple[Mapping[str, Value], ...] = (
    *_event("38节", "预热", (3, 1), (3, 4)),
    *_event("38节", "爆发", (3, 5), (3, 8)),
    *_event("618", "预售", (5, 24), (5, 30)),
    *_event("618", "尾款", (5, 31), (6, 1)),
    *_event("618", "第二波", (6, 2), (6, 3)),
    *_event("618", "预热", (6, 4), (6, 14)),
    *_event("618", "爆发", (6, 15), (6, 18)),
    *_event("618", "返场", (6, 19), (6, 21)),
    *_event("99大促", "爆发", (9, 6), (9, 9)),
    *_event("双11", "预售", (10, 20), (10, 30)),
    *_event("双11", "尾款", (10, 31), (11, 1)),
    *_event("双11", "第二波", (11, 2), (11, 3)),
    *_event("双11", "预热", (11, 4), (11, 9)),
    *_event("双11", "爆发", (11, 10), (11, 11)),
    *_event("双11", "返场", (11, 12), (11, 15)),
    *_event("双12", "预热", (12, 8), (12, 11)),
    *_event("双12", "爆发", (12, 12), (12, 12)),
)

# Who is watched and why; roles and judgements by their ids in `opsbook.features.competitors.words`.
PEERS: tuple[tuple[str, str, str], ...] = (
    (LEADER, "leader", "类目前 10，上新快"),
    (HOTEL, "leader", "客单高，视觉可学"),
    (NEIGHBOUR, "alike", "同价位，大促必跟价"),
    (COPYCAT, "alike", "10 月底起抄标题和主图"),
)
WATCHED_SINCE = DAYS[0]

# Our item, the shop, its item: whether it is the same style, and how far the complaint has come.
JUDGED: Mapping[tuple[str, str, str], tuple[str, str]] = {
    (HERO.id, NEIGHBOUR, "684120337756"): ("yes", ""),
    (HERO.id, COPYCAT, "695530128864"): ("yes", "filed"),
    (HERO.id, HOTEL, "688240175562"): ("yes", ""),
}
