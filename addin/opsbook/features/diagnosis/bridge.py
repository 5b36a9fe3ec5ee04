"""Why an amount moved: the effects of its factors, by the additive log-mean Divisia method (LMDI-I).

Source: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33, 867-871; zeros:
Ang and Liu (2007), Handling zero values in the logarithmic mean Divisia index decomposition approach, Energy Policy
35, 238-246; average over all orders: Owen (1972), Multilinear extensions of games, Management Science 18, 64-79.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import expm1, factorial, fsum, log, prod

from opsbook.features.diagnosis.exact import grid
from opsbook.model.figures import NOT_NEGATIVE, require

FACTORS = ("visitors", "cvr", "aov")
"""Ids of the factors of the payment amount, as the workbook's own bridge names them."""

_NEARLY_EQUAL = 0.1  # as a log change; closer than this, end - start loses digits


class Method(Enum):
    """How the effects were found."""

    LMDI = "lmdi"  # every factor is above 0 on both sides
    LIMIT = "limit"  # a factor is 0 and the method has one limit there
    SHAPLEY = "shapley"  # several factors are 0 on one side: average over all orders of change
    NONE = "none"  # a factor is missing


@dataclass(frozen=True, slots=True)
class Effect:
    """What one factor did.

    Args:
        factor: its id.
        amount: how much it added to the amount, in the amount's unit; negative when it took away.
    """

    factor: str
    amount: float


@dataclass(frozen=True, slots=True)
class Bridge:
    """From one amount to another, factor by factor.

    Args:
        before: product of the factors before; None when one is missing.
        after: product of the factors after; None when one is missing.
        effects: one per factor, in order; empty when a factor is missing on either side.
        missing: ids of the factors that are missing before or after, in order.
        method: how the effects were found.
    """

    before: float | None
    after: float | None
    effects: tuple[Effect, ...]
    missing: tuple[str, ...]
    method: Method

    @property
    def gap(self) -> float | None:
        """After less before; the effects add up to it exactly, in any order."""
        return None if self.before is None or self.after is None else self.after - self.before


def bridge(before: Sequence[float | None], after: Sequence[float | None], factors: Sequence[str] = FACTORS) -> Bridge:
    """Say how much of a change in an amount each of its factors caused.

    Args:
        before: factors whose product is the amount, not negative; None where missing. Visitors, pay conversion (0-1)
            and yuan per buyer unless `factors` says otherwise.
        after: the same factors afterwards, or their goals.
        factors: ids of the factors, as many as there are in `before` and `after`.

    Returns:
        The bridge. A factor at 0 takes the whole change when it alone is 0 on its side; nothing moved when both
        amounts are 0; with several zeros on one side the effects are the average over all orders of change. Amounts
        are rounded to 51 bits, so that effects add up to the gap exactly.

    Raises:
        FigureRefusedError: a factor is negative or not finite.

    Source: Ang (2005), Ang and Liu (2007).

    >>> [round(effect.amount, 6) for effect in bridge((100, 0.02, 50), (200, 0.02, 50)).effects]
    [100.0, 0.0, 0.0]
    """
    pairs = tuple(zip(before, after, factors, strict=True))
    for old, new, _ in pairs:
        require("factor", old, NOT_NEGATIVE)
        require("factor", new, NOT_NEGATIVE)
    known = [(old, new) for old, new, _ in pairs if old is not None and new is not None]
    missing = tuple(factor for old, new, factor in pairs if old is None or new is None)
    if missing:
        return Bridge(_amount(before), _amount(after), (), missing, Method.NONE)
    method, raw = _effects(known)
    start, end = prod(old for old, _ in known), prod(new for _, new in known)
    amounts = _settled(start, end, raw)
    effects = tuple(Effect(factor, amount) for factor, amount in zip(factors, amounts[2:], strict=True))
    return Bridge(amounts[0], amounts[1], effects, (), method)


def _amount(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return prod(known) if len(known) == len(values) else None


def _effects(pairs: Sequence[tuple[float, float]]) -> tuple[Method, list[float]]:
    zeros_before, zeros_after = (sum(1 for pair in pairs if pair[side] == 0) for side in (0, 1))
    if not zeros_before and not zeros_after:
        return Method.LMDI, _log_mean_effects(pairs)
    if zeros_before and zeros_after:
        return Method.LIMIT, [0.0] * len(pairs)
    if zeros_before + zeros_after == 1:
        gap = prod(new for _, new in pairs) - prod(old for old, _ in pairs)
        return Method.LIMIT, [gap if 0 in pair else 0.0 for pair in pairs]
    return Method.SHAPLEY, _average_effects(pairs)


def _log_mean_effects(pairs: Sequence[tuple[float, float]]) -> list[float]:
    """Log-mean of the two amounts times each factor's log change."""
    changes = [log(new) - log(old) for old, new in pairs]
    start, end = (prod(pair[side] for pair in pairs) for side in (0, 1))
    mean = _log_mean(start, end, fsum(changes))
    return [mean * change for change in changes]


def _log_mean(start: float, end: float, change: float) -> float:
    """(end - start) / log change, by a form that keeps its digits where the two are nearly equal."""
    if abs(change) > _NEARLY_EQUAL:
        return (end - start) / change
    return start * (expm1(change) / change if change else 1.0)


def _average_effects(pairs: Sequence[tuple[float, float]]) -> list[float]:
    """Each factor's change times the others' product, averaged over all orders in which factors may change."""
    return [
        (new - old) * _average_product([*pairs[:index], *pairs[index + 1 :]]) for index, (old, new) in enumerate(pairs)
    ]


def _average_product(others: Sequence[tuple[float, float]]) -> float:
    """Mean product of the other factors: how many changed before this one is equally likely to be any number."""
    sums = [1.0]  # by how many have changed: sum over all such sets of the product
    for old, new in others:
        sums = [a * old + b * new for a, b in zip([*sums, 0.0], [0.0, *sums], strict=True)]
    count = len(others)
    orders = factorial(count + 1)
    return fsum(one * factorial(done) * factorial(count - done) / orders for done, one in enumerate(sums))


def _settled(start: float, end: float, effects: Sequence[float]) -> list[float]:
    """Both amounts and the effects on one grid; the largest effect takes what rounding left."""
    on_grid = grid((start, end, *effects))
    before, after, *settled = (on_grid(amount) for amount in (start, end, *effects))
    if settled:
        largest = max(range(len(settled)), key=lambda index: abs(settled[index]))
        settled[largest] += (after - before) - sum(settled)
    return [before, after, *settled]
