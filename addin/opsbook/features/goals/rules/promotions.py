"""The big promotions of a year and their phases, without a year: fixed days, days counted from lunar festivals or weekdays."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from opsbook.features.frame.holes import CLOSED
from opsbook.features.goals.rules.lunar import lunar_day
from opsbook.features.goals.rules.market import CHINA
from opsbook.model.language import Label

PRESALE = Label("预售", "presale")  # deposits: what is paid now is little, and counted later
BALANCE = Label("尾款", "balance")  # deposits become paid orders, with the first wave of sales
SECOND_WAVE = Label("第二波", "second wave")
WARM_UP = Label("预热", "warm-up")  # shoppers fill carts and wait
BURST = Label("爆发", "burst")
RETURN = Label("返场", "return")
WHOLE = Label("", "")  # a promotion without phases

# Usual times of an ordinary day, for promotions that only the operator knows.
USUAL_LIFT: dict[Label, float] = {
    PRESALE: 0.75,
    BALANCE: 1.7,
    SECOND_WAVE: 1.5,
    WARM_UP: 0.95,
    BURST: 1.6,
    RETURN: 1.1,
    WHOLE: 1.3,
    CLOSED: 1.0,  # has no weight at all, whatever its lift
}

DOUBLE_11 = Label("双11", "Double 11")
MID_YEAR = Label("618", "618")
NEW_YEAR_GOODS = Label("年货节", "New Year goods")
WOMENS_DAY = Label("38节", "38 festival")
SEPTEMBER = Label("99大促", "99 sale")
DOUBLE_12 = Label("双12", "Double 12")
MID_AUTUMN = Label("中秋", "Mid-Autumn")
NATIONAL_DAY = Label("国庆", "National Day")
QIXI = Label("七夕", "Qixi")
BLACK_FRIDAY = Label("黑五", "Black Friday")
CYBER_MONDAY = Label("网络星期一", "Cyber Monday")
PRIME_DAY = Label("Prime Day", "Prime Day")


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same day every year."""

    month: int
    day: int

    def of(self, year: int) -> date | None:
        """The day in a year."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Lunar:
    """A number of days after (before, if negative) a lunar date."""

    month: int
    day: int
    offset: int

    def of(self, year: int) -> date | None:
        """The day belonging to a lunar year; None where the lunar calendar is not known."""
        festival = lunar_day(year, self.month, self.day)
        return festival + timedelta(self.offset) if festival else None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """A number of days after a certain weekday of a month: the fourth Thursday of November and the day after.

    Args:
        month: 1-12.
        nth: 1 is the first of the month.
        weekday: 0 is Monday.
        offset: days after it.
    """

    month: int
    nth: int
    weekday: int
    offset: int = 0

    def of(self, year: int) -> date | None:
        """The day in a year."""
        first = date(year, self.month, 1)
        ahead = (self.weekday - first.weekday()) % 7 + 7 * (self.nth - 1)
        return first + timedelta(ahead + self.offset)


@dataclass(frozen=True, slots=True)
class Promotion:
    """One phase of a promotion.

    Args:
        event: name of the promotion.
        phase: name of the phase.
        start: first day.
        end: last day, included.
        lift: paid amount as times an ordinary day, before the shop's own history is known.
    """

    event: Label
    phase: Label
    start: Fixed | Lunar | NthWeekday
    end: Fixed | Lunar | NthWeekday
    lift: float


def _fixed(event: Label, phase: Label, start: tuple[int, int], end: tuple[int, int], lift: float) -> Promotion:
    return Promotion(event, phase, Fixed(*start), Fixed(*end), lift)


def _markets(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


def _new_year(phase: Label, start: int, end: int, lift: float) -> Promotion:
    return Promotion(NEW_YEAR_GOODS, phase, Lunar(1, 1, start), Lunar(1, 1, end), lift)


# Where two fall on one day, the upper one counts. The platform moves its dates by a few days every year: these are
# the usual ones, and the operator's own rows replace them.
PROMOTIONS: tuple[Promotion, ...] = (
    _fixed(DOUBLE_11, PRESALE, (10, 15), (10, 19), 0.75),
    _fixed(DOUBLE_11, BALANCE, (10, 20), (10, 23), 2.0),
    _fixed(DOUBLE_11, SECOND_WAVE, (10, 31), (11, 3), 1.8),
    _fixed(DOUBLE_11, WARM_UP, (11, 4), (11, 9), 0.85),
    _fixed(DOUBLE_11, BURST, (11, 10), (11, 11), 3.2),
    _fixed(DOUBLE_11, RETURN, (11, 12), (11, 14), 1.1),
    _fixed(MID_YEAR, PRESALE, (5, 13), (5, 15), 0.8),
    _fixed(MID_YEAR, BALANCE, (5, 16), (5, 19), 1.7),
    _fixed(MID_YEAR, SECOND_WAVE, (5, 30), (6, 3), 1.6),
    _fixed(MID_YEAR, WARM_UP, (6, 12), (6, 15), 0.9),
    _fixed(MID_YEAR, BURST, (6, 16), (6, 18), 2.4),
    _fixed(MID_YEAR, RETURN, (6, 19), (6, 20), 1.0),
    _new_year(WARM_UP, -28, -24, 1.05),
    _new_year(BURST, -23, -17, 1.5),
    _new_year(RETURN, -16, -13, 1.1),
    _fixed(WOMENS_DAY, WARM_UP, (3, 1), (3, 3), 0.95),
    _fixed(WOMENS_DAY, BURST, (3, 4), (3, 8), 1.6),
    _fixed(SEPTEMBER, WARM_UP, (9, 5), (9, 8), 0.95),
    _fixed(SEPTEMBER, BURST, (9, 9), (9, 11), 1.4),
    _fixed(DOUBLE_12, WARM_UP, (12, 6), (12, 9), 0.95),
    _fixed(DOUBLE_12, BURST, (12, 10), (12, 12), 1.6),
    Promotion(MID_AUTUMN, WHOLE, Lunar(8, 15, -12), Lunar(8, 15, -3), 1.1),
    _fixed(NATIONAL_DAY, WHOLE, (10, 1), (10, 7), 1.05),
    Promotion(QIXI, WHOLE, Lunar(7, 7, -6), Lunar(7, 7, 0), 1.1),
)
_THANKSGIVING = (11, 4, 3)  # the fourth Thursday of November
SALES_ABROAD: tuple[tuple[Promotion, frozenset[str]], ...] = (
    (
        Promotion(BLACK_FRIDAY, WHOLE, NthWeekday(*_THANKSGIVING, 1), NthWeekday(*_THANKSGIVING, 1), 2.5),
        _markets("US CA MX BR GB IE DE AT CH FR BE NL LU ES PT IT PL CZ SE NO DK FI AU NZ ZA"),
    ),
    (
        Promotion(CYBER_MONDAY, WHOLE, NthWeekday(*_THANKSGIVING, 4), NthWeekday(*_THANKSGIVING, 4), 2.2),
        _markets("US CA MX BR GB IE DE AT CH FR BE NL LU ES PT IT PL CZ SE NO DK FI AU NZ ZA"),
    ),
    (  # in most years the second Tuesday of July and the day after; own rows move it
        Promotion(PRIME_DAY, WHOLE, NthWeekday(7, 2, 1), NthWeekday(7, 2, 1, 1), 2.0),
        _markets("US CA MX BR GB IE DE AT FR BE NL LU ES PT IT PL SE AU"),
    ),
)
"""Sales days of western markets, and the markets that have them."""


@cache
def promotions_of(market: str) -> tuple[Promotion, ...]:
    """The promotions of a market, strongest first; none has none."""
    if market == CHINA:
        return PROMOTIONS
    return tuple(promotion for promotion, markets in SALES_ABROAD if market in markets)


KNOWN: tuple[Promotion, ...] = (*PROMOTIONS, *(promotion for promotion, _ in SALES_ABROAD))
"""Promotions of all markets, whose names and lifts are known wherever they are typed."""

EVENTS: tuple[Label, ...] = tuple(dict.fromkeys(promotion.event for promotion in KNOWN))
PHASES: tuple[Label, ...] = tuple(USUAL_LIFT)
PHASED: frozenset[Label] = frozenset(promotion.event for promotion in KNOWN if promotion.phase != WHOLE)
