"""Lights in tables: conditional-format formulas that read the Thresholds table, so that editing a line recolours at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from opsbook.book.kit.format.light import distance, enough_, is_on_, meets, misses
from opsbook.formulas.node import Name, Node, both, call, either, is_num, when
from opsbook.formulas.text import text

Side = Literal["green", "red", "amber"]

SIDES: tuple[Side, ...] = ("green", "red", "amber")
"""The order of the rules on a cell, each with stop-if-true: the first that holds is the light."""


@dataclass(frozen=True, slots=True)
class Within:
    """Where a rule finds the base values of its row.

    Args:
        row: all cells of the table in that row, such as `$A5:$AZ5`.
        head: the table's header cells, such as `$A$4:$AZ$4`.
        found: what the header of a found figure adds to that of the typed one; empty where the table has none.
    """

    row: str
    head: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class JudgedBy:
    """What judges a column.

    Args:
        key: key of the threshold row, such as `cvr|shop`.
        counts: what a figure is made of, by the column of Thresholds that says how many it needs.
    """

    key: str
    counts: Mapping[str, Node] = field(default_factory=dict)

    def row(self) -> Node:
        """Where the threshold row stands."""
        return call("MATCH", self.key, Name("thr_key"), 0)

    def is_on(self, row: Node) -> Node:
        """Whether it is switched on, and a figure is made of enough."""
        on = is_on_(threshold_cell("on", row))
        enough = (enough_(count, threshold_cell(least, row)) for least, count in self.counts.items())
        return both(on, *enough) if self.counts else on


def highlight(by: JudgedBy, cell: str, within: Within, side: Side) -> str:
    """Write the rule that lights one column of a table.

    The rules of a cell are tried in the order of `SIDES`. A deleted threshold row, a blank number, a blank base value
    or a text anywhere gives no light and never an error.

    Args:
        by: what judges it.
        cell: top left cell of the range the rule covers, relative, such as `F5`.
        within: where the rest of its row stands.
        side: which light.

    Returns:
        The formula without the leading '='.
    """
    place = by.row()
    green, red = (_Line(line, place, within) for line in ("green", "red"))
    value, direction = Name(cell), threshold_cell("direction", place)
    shown = {
        "green": lambda: when(
            green.known(), meets(value, green.bound(), _one_line(green, red), direction), otherwise=False
        ),
        "red": lambda: when(red.known(), misses(value, red.bound(), direction), otherwise=False),
        "amber": green.known,
    }[side]()
    return text(
        when(both(is_num(value), is_num(place)), when(by.is_on(place), shown, otherwise=False), otherwise=False),
        _no_labels,
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the threshold row: its number and base, and the base's value in the judged row."""

    line: str
    place: Node
    within: Within

    def known(self) -> Node:
        return both(is_num(self._number()), either(self._base().equals(""), is_num(self._base_value())))

    def bound(self) -> Node:
        return self._number() * when(self._base().equals(""), 1, self._base_value())

    def _number(self) -> Node:
        return threshold_cell(self.line, self.place)

    def _base(self) -> Node:
        return threshold_cell(f"{self.line}_base", self.place)

    def _base_value(self) -> Node:
        typed = self._under(self._base())
        if not self.within.found:
            return typed
        return self._under(self._base() & when(is_num(typed), "", self.within.found))

    def _under(self, header: Node) -> Node:
        # addresses stand in for names here: a conditional format knows no tables
        return call("INDEX", Name(self.within.row), call("MATCH", header, Name(self.within.head), 0))


def _one_line(green: _Line, red: _Line) -> Node:
    return when(red.known(), distance(green.bound(), red.bound()).equals(0), otherwise=False)


def threshold_cell(column: str, place: Node) -> Node:
    """A cell of a threshold row."""
    return call("INDEX", Name(f"thr_{column}"), place)


def _no_labels(table: str, column: str) -> str:
    raise KeyError(table, column)
