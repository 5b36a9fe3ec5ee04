"""Whether the shop's pages lead visitors on: order value beyond the main item, bounce rate, visit depth."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from opsbook.formulas.rounding import round_half
from opsbook.vocabulary.figures import NOT_NEGATIVE, require

MANY_RETURNING_GREEN: dict[str, float] = {"bounce_rate": 0.5, "depth": 4.0}
"""Green lines that hold instead where many visitors are returning ones: they know the shop and look around more."""

_PLACES = 12  # a value on a line is on it, whatever binary fractions make of it


class Health(IntEnum):
    """How a figure stands."""

    GOOD = 1
    WATCH = 0
    BAD = -1


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lines of one figure; which way is better follows from which line is higher.

    Args:
        green: from here on it is good; where lower is better the line itself is not good any more.
        red: beyond it is bad; where lower is better the line itself is bad already.
    """

    green: float
    red: float


@dataclass(frozen=True, slots=True)
class PageHealth:
    """How the pages stand.

    Args:
        figures: verdict by `aov_ratio`, `bounce_rate`, `depth`; None where the figure is missing.
        overall: the worst of them; None when all are missing.
    """

    figures: Mapping[str, Health | None]
    overall: Health | None


def page_health(
    aov_ratio: float | None,
    bounce_rate: float | None,
    depth: float | None,
    bounds: Mapping[str, Bounds],
    *,
    many_returning: bool = False,
) -> PageHealth:
    """Judge the shop's pages.

    Args:
        aov_ratio: the shop's order value over the main item's, times; low means nothing sells along.
        bounce_rate: share of visitors (0-1) who leave after one page.
        depth: pages per visitor.
        bounds: lines by `aov_ratio`, `bounce_rate` and `depth`, as the thresholds say.
        many_returning: whether many visitors are returning ones; then `MANY_RETURNING_GREEN` holds where it is
            stricter.

    Returns:
        A verdict per figure and the worst of them.

    Raises:
        FigureRefusedError: a figure is negative or not finite.
    """
    values = {"aov_ratio": aov_ratio, "bounce_rate": bounce_rate, "depth": depth}
    for name, value in values.items():
        require(name, value, NOT_NEGATIVE)
    lines = {name: _stricter(name, bounds[name]) if many_returning else bounds[name] for name in values}
    figures = {name: None if value is None else _health(value, lines[name]) for name, value in values.items()}
    known = [health for health in figures.values() if health is not None]
    return PageHealth(figures, min(known) if known else None)


def _stricter(name: str, bounds: Bounds) -> Bounds:
    green = MANY_RETURNING_GREEN.get(name, bounds.green)
    stricter = max if bounds.green >= bounds.red else min
    return Bounds(stricter(green, bounds.green), bounds.red)


def _health(value: float, bounds: Bounds) -> Health:
    over_green, over_red = (round_half(value - line, _PLACES) for line in (bounds.green, bounds.red))
    if bounds.green > bounds.red:
        return Health.GOOD if over_green >= 0 else Health.BAD if over_red < 0 else Health.WATCH
    return Health.GOOD if over_green < 0 else Health.BAD if over_red >= 0 else Health.WATCH
