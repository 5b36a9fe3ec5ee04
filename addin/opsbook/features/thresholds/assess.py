"""The light of one value: met, to be watched, missed, or none.

On a line: where higher is better, a value on the green line is met and one on the red line is not yet missed
(`≥ 85 % / < 70 %`). Where lower is better, a value on the green line is not met and one on the red line is missed
(`< 60 % / ≥ 70 %`); if both lines are one, the value on it is met (`≤ 24 h / > 24 h`).
"""

from typing import Literal

from opsbook.book.kit.format.light import PLACES
from opsbook.formulas.coerce import subtract
from opsbook.formulas.rounding import round_half
from opsbook.model.answers import ON_WORDS
from opsbook.model.values import Value, is_number

Light = Literal[1, 0, -1]
"""1 green, 0 amber, -1 red."""


def is_on(value: Value) -> bool:
    """Whether a threshold row is switched on."""
    return isinstance(value, str) and value.lower() in {word.lower() for word in ON_WORDS}


def assess(value: Value, green: float | None, red: float | None, direction: int) -> Light | None:
    """Judge one value.

    Args:
        value: the cell's value; a blank or a text has no light.
        green: the green line, None for none.
        red: the red line, None for none.
        direction: 1 where higher is better, -1 where lower is better.

    Returns:
        1 green, -1 red, 0 amber (there is a green line and the value is on neither side), or None for no light.

    >>> [assess(hours, 24, 24, -1) for hours in (24, 24.1, None)]
    [1, -1, None]
    """
    if not is_number(value):
        return None
    if green is not None and _meets(value, green, red, direction):  # type: ignore[arg-type]
        return 1
    if red is not None and _misses(value, red, direction):  # type: ignore[arg-type]
        return -1
    return None if green is None else 0


def _meets(value: float, green: float, red: float | None, direction: int) -> bool:
    distance = _distance(value, green)
    if direction > 0:
        return distance >= 0
    one_line = red is not None and _distance(green, red) == 0
    return distance < 0 or (distance == 0 and one_line)


def _misses(value: float, red: float, direction: int) -> bool:
    distance = _distance(value, red)
    return distance < 0 if direction > 0 else distance >= 0


def _distance(value: float, line: float) -> float:
    return round_half(subtract(value, line), PLACES)
