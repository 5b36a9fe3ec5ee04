"""The same judgement as `assess`, as worksheet formulas."""

from opsbook.formulas.node import Node, both, call, either, is_num, node, when
from opsbook.model.answers import ON_WORDS


def is_on_(cell: Node) -> Node:
    """Whether a threshold row is switched on."""
    return either(*(cell.equals(word) for word in ON_WORDS))


def bound_(number: Node, base: Node, base_value: Node) -> Node:
    """The line of a threshold row, "" where there is none.

    Args:
        number: the number typed in.
        base: the base metric's name, blank for none.
        base_value: the base metric's value; may be "" or an unsuccessful look-up where `base` is blank.
    """
    return when(is_num(number), when(base.equals(""), number, when(is_num(base_value), number * base_value)))


def light(value: Node, green: Node, red: Node, direction: Node) -> Node:
    """The light of a value: 1 green, 0 amber, -1 red, "" none.

    Args:
        value: the value judged; a text or blank has no light.
        green: the green line, "" for none.
        red: the red line, "" for none.
        direction: 1 where higher is better, -1 where lower is better.
    """
    one_line = when(is_num(red), distance(green, red).equals(0), otherwise=False)
    met = when(is_num(green), meets(value, green, one_line, direction), otherwise=False)
    missed = when(is_num(red), misses(value, red, direction), otherwise=False)
    return when(is_num(value), when(met, 1, when(missed, -1, when(is_num(green), 0))))


def enough_(count: Node, least: Node) -> Node:
    """Whether a figure is made of enough to be judged; what nobody counts or asks for does not hinder.

    Args:
        count: people, clicks or orders it is made of.
        least: how many it needs.
    """
    return when(both(is_num(count), is_num(least)), count >= least, otherwise=True)


def meets(value: Node, green: Node, one_line: Node, direction: Node) -> Node:
    """Whether a number is on the good side of a green line that exists."""
    apart = distance(value, green)
    return when(direction > 0, apart >= 0, either(apart < 0, both(apart.equals(0), one_line)))


def misses(value: Node, red: Node, direction: Node) -> Node:
    """Whether a number is on the bad side of a red line that exists."""
    apart = distance(value, red)
    return when(direction > 0, apart < 0, apart >= 0)


def distance(value: Node, line: Node) -> Node:
    """How far a number is from a line, without the dust of binary fractions."""
    return call("ROUND", node(value) - line, PLACES)


PLACES = 12
"""Differences are compared after rounding, so that binary fractions never decide a light."""
