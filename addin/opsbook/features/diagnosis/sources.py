"""Which traffic source moved the payment amount: more visitors, or visitors worth more.

Source: the midpoint decomposition of a product (Marshall-Edgeworth weights), exact for each source and in sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from opsbook.features.diagnosis.exact import grid
from opsbook.model.figures import ANY, NOT_NEGATIVE, require


@dataclass(frozen=True, slots=True)
class Traffic:
    """What one source brought in a period.

    Args:
        visitors: people; None when unknown.
        gmv: their payments in yuan; None when unknown.
    """

    visitors: float | None
    gmv: float | None


@dataclass(frozen=True, slots=True)
class SourceEffect:
    """What one source did to the payment amount.

    Args:
        source: its name.
        gap: yuan more (or fewer) than before.
        volume: yuan of it that come from more or fewer visitors.
        rate: yuan of it that come from visitors being worth more or less; volume + rate = gap, exactly.
    """

    source: str
    gap: float
    volume: float
    rate: float


@dataclass(frozen=True, slots=True)
class SourceEffects:
    """What all sources did together.

    Args:
        effects: one per source, in the order given (sources that only exist afterwards last).
        gap: sum of the gaps, exactly.
        volume: sum of the volume effects, exactly.
        rate: sum of the rate effects, exactly.
        missing: sources left out because only one of visitors and payments is known on a side.
    """

    effects: tuple[SourceEffect, ...]
    gap: float
    volume: float
    rate: float
    missing: tuple[str, ...]


_ABSENT = Traffic(0.0, 0.0)


def source_effects(before: Mapping[str, Traffic], after: Mapping[str, Traffic]) -> SourceEffects:
    """Split each source's change in payments into more visitors and visitors worth more.

    With v visitors and r = payments / visitors, before 0 and after 1: volume = (v1 - v0)(r1 + r0)/2 and
    rate = (r1 - r0)(v1 + v0)/2. A side without visitors has no r: there r counts as unchanged, so that a new source
    is all volume and a lost one too; payments without visitors (late attribution) fall to rate.

    Args:
        before: what each source brought, by its name.
        after: the same for the later period. A source that is not listed, or blank in both figures, on one side
            counts there as 0 visitors and 0 yuan.

    Returns:
        Effects per source and in sum; amounts are rounded to 51 bits, so that all of them add up exactly.

    Raises:
        FigureRefusedError: visitors are negative, or a figure is not finite.

    >>> effect = source_effects({"搜索": Traffic(100, 200)}, {"搜索": Traffic(150, 450)}).effects[0]
    >>> effect.volume, effect.rate
    (125.0, 125.0)
    """
    names = [*before, *(name for name in after if name not in before)]
    pairs = {name: (_side(before, name), _side(after, name)) for name in names}
    missing = tuple(name for name, sides in pairs.items() if None in sides)
    known = {name: (old, new) for name, (old, new) in pairs.items() if old is not None and new is not None}
    volumes = {name: _volume(old, new) for name, (old, new) in known.items()}
    on_grid = grid([*volumes.values(), *(amount for old, new in known.values() for amount in (old[1], new[1]))])
    effects = []
    for name, (old, new) in known.items():
        gap, volume = on_grid(new[1]) - on_grid(old[1]), on_grid(volumes[name])
        effects.append(SourceEffect(name, gap, volume, gap - volume))
    gap, volume = sum(one.gap for one in effects), sum(one.volume for one in effects)
    return SourceEffects(tuple(effects), gap, volume, gap - volume, missing)


def _side(side: Mapping[str, Traffic], name: str) -> tuple[float, float] | None:
    """Visitors and payments of one source; None when only one of them is known."""
    traffic = side.get(name, _ABSENT)
    require("visitors", traffic.visitors, NOT_NEGATIVE)
    require("gmv", traffic.gmv, ANY)
    if traffic.visitors is None and traffic.gmv is None:
        return (0.0, 0.0)
    return None if traffic.visitors is None or traffic.gmv is None else (traffic.visitors, traffic.gmv)


def _volume(old: tuple[float, float], new: tuple[float, float]) -> float:
    rates = [gmv / visitors for visitors, gmv in (old, new) if visitors]
    return (new[0] - old[0]) * sum(rates) / len(rates) if rates else 0.0
