"""Amounts on one binary grid, so that parts add up to their whole to the last bit, in whatever order they are added."""

from collections.abc import Callable, Iterable
from math import frexp, fsum, ldexp

_BITS = 51  # of the 53 a float holds: sums of everything on the grid stay exact


def grid(amounts: Iterable[float]) -> Callable[[float], float]:
    """Make the rounding that puts amounts on a grid fine enough to be invisible.

    Args:
        amounts: everything that will be added up or subtracted, any unit.

    Returns:
        A function that rounds an amount to the grid; its step is about 4e-16 of the sum of all sizes. Sums and
        differences of rounded amounts are exact as long as they stay below twice that sum.
    """
    _, exponent = frexp(fsum(abs(amount) for amount in amounts))
    step = exponent - _BITS
    return lambda amount: ldexp(round(ldexp(amount, -step)), step)
