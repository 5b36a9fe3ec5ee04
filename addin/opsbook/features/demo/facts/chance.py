"""Repeatable chance: every figure has its own seed, so adding one never moves another."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random


def dice(*key: object) -> Random:
    """The random numbers that belong to a key, the same on every machine."""
    return Random("/".join(map(str, key)))  # noqa: S311 - a made-up shop needs plausible noise, not secrets


def wobble(spread: float, *key: object) -> float:
    """A factor around 1, at most 2.2 spreads away.

    Args:
        spread: standard deviation, 0.02 for about 2 %.
        key: what the factor belongs to.
    """
    return 1 + spread * max(-2.2, min(2.2, dice(*key).gauss(0, 1)))


def split(total: int, weights: Sequence[float]) -> list[int]:
    """Divide a whole number by weights so that the parts add up to it; a weight of 0 gets 0.

    >>> split(10, [1, 1, 1])
    [3, 4, 3]
    """
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    edges, run = [0], 0.0
    for weight in weights:
        run += weight
        edges.append(round(total * min(1.0, run / whole)))
    # Floats may stop just short of 1; the zeros after the last real weight must stay 0.
    edges = [total if edge == edges[-1] else edge for edge in edges]
    return [high - low for low, high in pairwise(edges)]
