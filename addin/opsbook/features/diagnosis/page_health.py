"""Whether the shop's pages lead visitors on: order value beyond the main item, bounce rate, visit depth."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from opsbook.model.figures import NOT_NEGATIVE, require

Light = Literal[1, 0, -1]
"""1 green, 0 amber, -1 red."""

DIRECTION: dict[str, Literal[1, -1]] = {"aov_ratio": 1, "bounce_rate": -1, "depth": 1}
"""Which way each figure is better: 1 higher, -1 lower."""

MANY_RETURNING: dict[str, float] = {"bounce_rate": 0.5, "depth": 4.0}
"""Green lines that hold instead where many visitors are returning ones: they know the shop and look around more."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lines of one figure, in its unit; None where there is none."""

    green: float | None
    red: float | None


@dataclass(frozen=True, slots=True)
class PageHealth:
    """How the pages stand.

    Args:
        lights: by `aov_ratio`, `bounce_rate`, `depth`; None where the figure or its lines are missing.
        overall: the worst of them; None when there is none.
    """

    lights: Mapping[str, Light | None]
    overall: Light | None


def page_health(
    figures: Mapping[str, float | None],
    bounds: Mapping[str, Bounds],
    assess: Callable[[float | None, float | None, float | None, int], Light | None],
    *,
    many_returning: bool = False,
) -> PageHealth:
    """Judge the shop's pages.

    Args:
        figures: `aov_ratio` (the shop's order value over the main item's, times: low means nothing sells along),
            `bounce_rate` (share of visitors, 0-1, who leave after one page), `depth` (pages per visitor); None or
            absent where missing.
        bounds: lines of these figures, as the thresholds say; absent for none.
        assess: the rule of all lights, from value, green line, red line and direction.
        many_returning: whether many visitors are returning ones; then the green lines `MANY_RETURNING` hold where
            they are stricter.

    Returns:
        A light per figure and the worst of them.

    Raises:
        FigureRefusedError: a figure is negative or not finite.
    """
    lights: dict[str, Light | None] = {}
    for name, direction in DIRECTION.items():
        value, lines = figures.get(name), bounds.get(name, Bounds(None, None))
        require(name, value, NOT_NEGATIVE)
        green = _stricter(name, lines.green) if many_returning else lines.green
        lights[name] = assess(value, green, lines.red, direction)
    known = [light for light in lights.values() if light is not None]
    return PageHealth(lights, min(known) if known else None)


def _stricter(name: str, green: float | None) -> float | None:
    """The green line for returning visitors, unless there is none or the operator's own asks for more."""
    if green is None or name not in MANY_RETURNING:
        return green
    return DIRECTION[name] * max(DIRECTION[name] * green, DIRECTION[name] * MANY_RETURNING[name])
