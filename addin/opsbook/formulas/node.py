"""The nodes of a worksheet formula. Readings live beside: `text` and `value`.

A tree knows tables, column ids and defined names, never addresses: it survives sorting, moving and renaming.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


class Node:
    """Any part of a formula; arithmetic, comparison and joining build larger trees."""

    __slots__ = ()

    def __add__(self, other: Operand) -> Binary:
        return Binary("+", self, node(other))

    def __radd__(self, other: Operand) -> Binary:
        return Binary("+", node(other), self)

    def __sub__(self, other: Operand) -> Binary:
        return Binary("-", self, node(other))

    def __rsub__(self, other: Operand) -> Binary:
        return Binary("-", node(other), self)

    def __mul__(self, other: Operand) -> Binary:
        return Binary("*", self, node(other))

    def __rmul__(self, other: Operand) -> Binary:
        return Binary("*", node(other), self)

    def __truediv__(self, other: Operand) -> Binary:
        return Binary("/", self, node(other))

    def __rtruediv__(self, other: Operand) -> Binary:
        return Binary("/", node(other), self)

    def __and__(self, other: Operand) -> Binary:
        """Join texts, as Excel's & does."""
        return Binary("&", self, node(other))

    def __rand__(self, other: Operand) -> Binary:
        return Binary("&", node(other), self)

    def __lt__(self, other: Operand) -> Binary:
        return Binary("<", self, node(other))

    def __le__(self, other: Operand) -> Binary:
        return Binary("<=", self, node(other))

    def __gt__(self, other: Operand) -> Binary:
        return Binary(">", self, node(other))

    def __ge__(self, other: Operand) -> Binary:
        return Binary(">=", self, node(other))

    def equals(self, other: Operand) -> Binary:
        """Excel's `=` (the Python operator stays identity of trees)."""
        return Binary("=", self, node(other))

    def differs(self, other: Operand) -> Binary:
        """Excel's `<>`."""
        return Binary("<>", self, node(other))


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """A number, a text or a truth value."""

    value: float | str | bool


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A defined name of one cell."""

    name: str


@dataclass(frozen=True, slots=True)
class Cell(Node):
    """The cell of a column in the formula's own table row."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Column(Node):
    """All body cells of a table's column."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Position(Node):
    """The number of the formula's own row in its table, from 1; the column is any of the table's."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """Two operands and one of + - * / & = <> < <= > >=."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A worksheet function."""

    function: str
    arguments: tuple[Node, ...]


Operand: TypeAlias = Node | float | str | bool


def node(operand: Operand) -> Node:
    """A plain number or text as a node; nodes as they are."""
    return operand if isinstance(operand, Node) else Literal(operand)


def call(function: str, *arguments: Operand) -> Call:
    """A worksheet function of nodes, numbers and texts.

    >>> call("ROUND", Cell("ShopDay", "gmv"), 0).function
    'ROUND'
    """
    return Call(function, tuple(node(argument) for argument in arguments))


def when(condition: Node, then: Operand, otherwise: Operand = "") -> Call:
    """Excel's IF; without a third part the empty text."""
    return call("IF", condition, then, otherwise)


def both(*conditions: Node) -> Call:
    """Excel's AND."""
    return call("AND", *conditions)


def either(*conditions: Node) -> Call:
    """Excel's OR."""
    return call("OR", *conditions)


def is_num(operand: Operand) -> Call:
    """Excel's ISNUMBER."""
    return call("ISNUMBER", operand)


def lookup(result: Column, key: Operand, keys: Column) -> Call:
    """The cell of `result` in the row where `keys` holds `key` exactly; guard absent keys with `has`."""
    return call("INDEX", result, call("MATCH", key, keys, 0))


def has(keys: Column, key: Operand) -> Call:
    """Whether a key stands in a column."""
    return is_num(call("MATCH", key, keys, 0))
