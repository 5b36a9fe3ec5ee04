"""Days of a span that no report speaks of: how many there are, and which, as formulas.

A blank cell is a hole, 0 is not; a day that Events call closed is none. What is made of a span with a hole says so and is not
judged.
"""

from dataclasses import dataclass

from opsbook.formulas.node import Column, Node, Operand, call, when
from opsbook.metrics.refer import ANY_NUMBER
from opsbook.model.language import Label, Lang

DATES = Column("ShopDay", "date")

CLOSED = Label("休业", "closed")
"""The phase of an event on which the shop sells nothing."""


@dataclass(frozen=True, slots=True)
class Holes:
    """The days of a span on which a figure of the shop should stand and does not.

    Args:
        field: a column of the daily table that files fill, or a formula over such.
        first: the first day.
        last: the last day.
    """

    field: str
    first: Node
    last: Node

    def known(self) -> Node:
        """How many days have the figure."""
        return call("COUNTIFS", *self._span(), *self._filled())

    def count(self, lang: Lang) -> Node:
        """How many days lack it, those left out on which the shop was closed."""
        closed = call("COUNTIFS", *self._closed(lang)) - call("COUNTIFS", *self._closed(lang), *self._filled())
        return self.last - self.first + 1 - self.known() - closed

    def day(self, lang: Lang) -> Node:
        """Which day lacks it, where only one does: what all dates add up to, less those that have it or were closed."""
        every = (self.first + self.last) * (self.last - self.first + 1) / 2
        closed = self._dates(*self._closed(lang)) - self._dates(*self._closed(lang), *self._filled())
        return every - self._dates(*self._span(), *self._filled()) - closed

    def words(self, lang: Lang) -> Node:
        """What is missing, in two words; empty where nothing is."""
        return when(self.count(lang) > 0, missing_words(self.count(lang), self.day(lang), lang))

    def _dates(self, *criteria: Operand) -> Node:
        return call("SUMIFS", DATES, *criteria)

    def _span(self) -> tuple[Operand, ...]:
        return DATES, ">=" & self.first, DATES, "<=" & self.last

    def _filled(self) -> tuple[Operand, ...]:
        return Column("ShopDay", self.field), ANY_NUMBER

    def _closed(self, lang: Lang) -> tuple[Operand, ...]:
        return *self._span(), *_closed(lang)


@dataclass(frozen=True, slots=True)
class MissingDays:
    """The days of a span without the amount that goals are set in; short formulas, for the daily table knows of every day.

    Args:
        first: the first day.
        last: the last day.
    """

    first: Node
    last: Node

    def count(self, lang: Lang) -> Node:
        """How many there are, those left out on which the shop was closed."""
        return call("COUNTIFS", *self._span()) - call("COUNTIFS", *self._span(), *_closed(lang))

    def day(self, lang: Lang) -> Node:
        """Which one it is, where there is one."""
        return call("SUMIFS", DATES, *self._span()) - call("SUMIFS", DATES, *self._span(), *_closed(lang))

    def words(self, lang: Lang) -> Node:
        """Which day, or how many, in two words."""
        return missing_words(self.count(lang), self.day(lang), lang)

    def _span(self) -> tuple[Operand, ...]:
        return DATES, ">=" & self.first, DATES, "<=" & self.last, Column("ShopDay", "missing"), 1


def _closed(lang: Lang) -> tuple[Operand, ...]:
    return Column("ShopDay", "event"), f"*{CLOSED[lang]}"


def missing_words(count: Node, day: Node, lang: Lang) -> Node:
    """What is missing, in two words: the day if it is one, else how many."""
    word, days = ("缺 ", " 天") if lang == "zh" else ("gap ", " days")
    return word & when(count.equals(1), short_day(day), count & days)


def short_day(day: Node) -> Node:
    """A day as 11-06, in any locale."""
    return call("TEXT", call("MONTH", day), "00") & "-" & call("TEXT", call("DAY", day), "00")
