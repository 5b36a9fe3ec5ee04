"""What one input cell must hold to count; the models made from it say what is wrong with a value that does not."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opsbook.model.values import ErrorValue, Value

FEW = 6  # choices a message can list
CODE = 4  # letters of a code, of which it lists any number
_PLAIN = {type(None), float, int}


@dataclass(frozen=True, slots=True)
class InputRule:
    """What one cell, or every cell of a column, must hold.

    Args:
        label: what the operator calls it.
        number: it holds a number.
        day: it holds a date.
        whole: a number without decimals.
        share: a rate of 0 to 1, shown as a percentage.
        least: smallest number that makes sense.
        most: largest number that makes sense.
        choices: the only values that count; empty where any does.
        needed: it may not be blank.
    """

    label: str
    number: bool = False
    day: bool = False
    whole: bool = False
    share: bool = False
    least: float = -math.inf
    most: float = math.inf
    choices: tuple[Value, ...] = ()
    needed: bool = False

    @property
    def lists_choices(self) -> bool:
        """Whether a message can list what is allowed: a few words, or codes, which are short."""
        return len(set(self.choices)) <= FEW or all(len(str(choice)) <= CODE for choice in self.choices)

    def plainly_fits(self, values: Sequence[Value]) -> bool:
        """Whether a column is all right at a glance; False where its cells must be looked at one by one."""
        kinds = set(map(type, values))
        if self.needed and (type(None) in kinds or "" in values):
            return False
        if self.choices:
            return bool not in kinds and set(values) <= {None, *self.choices}
        if not self.number and not self.day:
            return ErrorValue not in kinds
        return kinds <= _PLAIN and self._holds([value for value in values if value is not None])  # type: ignore[misc]

    def _holds(self, figures: Sequence[float]) -> bool:
        if not figures:
            return True
        inside = self.least <= min(figures) and max(figures) <= self.most
        return inside and (not self.whole or all(figure == int(figure) for figure in figures))


@dataclass(frozen=True, slots=True)
class SheetRules:
    """What the input cells of one sheet must hold.

    Args:
        names: by defined name.
        columns: by table and column id; formula columns are left out.
    """

    names: Mapping[str, InputRule]
    columns: Mapping[str, Mapping[str, InputRule]]
