"""Units of values, and how a value adds up over a dimension."""

from enum import Enum


class Unit(Enum):
    """What one value is measured in; the number format and the help text follow from it."""

    COUNT = "count"  # people, orders, views: whole numbers
    AMOUNT = "amount"  # yuan
    PRICE = "price"  # yuan per something, with decimals
    RATE = "rate"  # 0 to 1, shown as 12.3%
    CONVERSION = "conversion"  # 0 to 1, small: shown as 3.12%
    RATIO = "ratio"  # times, shown as 3.86
    SECONDS = "seconds"
    HOURS = "hours"
    SCORE = "score"
    DATE = "date"
    TEXT = "text"
    ID = "id"  # digits that are a name: always text
    FLAG = "flag"  # 是 / blank

    @property
    def is_number(self) -> bool:
        """Whether cells of this unit hold numbers (dates are not counted as such)."""
        return self not in {Unit.DATE, Unit.TEXT, Unit.ID, Unit.FLAG}

    @property
    def is_share(self) -> bool:
        """Whether cells of this unit hold a share of 0 to 1, which files write as 3.2%, too."""
        return self in {Unit.RATE, Unit.CONVERSION}

    @property
    def most(self) -> float:
        """The largest value that one day of one shop can have; a larger one is a slip of the file, not a figure."""
        return _MOST.get(self, 0 if not self.is_number else _MOST_OF_ANYTHING)


_MOST_OF_ANYTHING = 1e12  # the largest shop's year stays below it, and a column of such days keeps its cents
_MOST = {Unit.RATE: 1, Unit.CONVERSION: 1, Unit.SECONDS: 31 * 86_400, Unit.HOURS: 366 * 24, Unit.RATIO: 1e6}


class Adding(Enum):
    """How a field's values over several rows become one value."""

    SUM = "sum"
    SUM_OF_DAYS = "sum of days"  # allowed over days, labelled 日累加: not the platform's de-duplicated figure
    MEAN = "mean"
    LAST = "last"
    REFUSED = "refused"  # visitors over sources: one person arrives through several


class Dimension(Enum):
    """Along what rows are added."""

    DAYS = "days"
    PARTS = "parts"  # sources, items, plans, keywords of one day


class Direction(Enum):
    """Which way a metric is better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"
