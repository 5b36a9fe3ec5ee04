"""What a metric is made of: totals and arithmetic on them.

What a total means depends on how it is referred to; the readings live beside: `evaluate`, `formula`, `words`.
"""

from __future__ import annotations

from dataclasses import dataclass


class Expr:
    """Any part of a metric; arithmetic builds larger expressions."""

    __slots__ = ()

    def __add__(self, other: Expr) -> Sum:
        return Sum(self, other)

    def __sub__(self, other: Expr) -> Difference:
        return Difference(self, other)

    def __mul__(self, other: Expr) -> Product:
        return Product(self, other)


@dataclass(frozen=True, slots=True)
class Total(Expr):
    """A field of `opsbook.features.daily.fields`, added up over the rows in question."""

    field: str


@dataclass(frozen=True, slots=True)
class Setting(Expr):
    """A number the operator keeps in a named cell of the Settings sheet."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant(Expr):
    """A number that never changes."""

    number: float


@dataclass(frozen=True, slots=True)
class Sum(Expr):
    """Both parts together."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Difference(Expr):
    """The left part less the right one."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Product(Expr):
    """One part times the other."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Ratio(Expr):
    """One part divided by the other; empty where the divisor is zero.

    Args:
        over: what is divided.
        under: the divisor.
        positive: also empty where the divisor is below zero, as no quotient means anything there.
    """

    over: Expr
    under: Expr
    positive: bool = False


@dataclass(frozen=True, slots=True)
class FirstKnown(Expr):
    """The first choice, or where that is unknown the second; a worksheet formula can choose by a total only."""

    first: Expr
    second: Expr
