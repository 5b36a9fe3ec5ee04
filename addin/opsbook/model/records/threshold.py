"""One threshold a new workbook starts with, and what thresholds may judge."""

from dataclasses import dataclass

from opsbook.model.language import Label


@dataclass(frozen=True, slots=True)
class Scope:
    """What a threshold judges: the rows of a table.

    Args:
        id: the second part of a threshold's key.
        label: what the workbook calls it.
        table: the table whose rows are judged.
    """

    id: str
    label: Label
    table: str


@dataclass(frozen=True, slots=True)
class Least:
    """What a figure must be made of before it is judged: of a handful, chance decides.

    Args:
        of: id of the field, or of the figure, that counts it.
        number: how many at least.
    """

    of: str
    number: float


@dataclass(frozen=True, slots=True)
class Threshold:
    """One row of the Thresholds table.

    Args:
        metric: id of a metric, or of a figure a feature has judged.
        scope: what is judged, the id of a scope.
        owner: department that acts on it.
        advice: what to do when it is red.
        green: number of the green line, None for none.
        red: number of the red line, None for none.
        base: id of the metric or field both numbers are multiplied with, None for none.
        on: whether the row is switched on.
        least: people, clicks or impressions it needs, None where any number will do.
        least_orders: orders it needs, None where any number will do.
    """

    metric: str
    scope: str
    owner: Label
    advice: Label
    green: float | None = None
    red: float | None = None
    base: str | None = None
    on: bool = True
    least: Least | None = None
    least_orders: Least | None = None

    @property
    def key(self) -> str:
        """Key of the row, the same wherever the operator sorts it."""
        return f"{self.metric}|{self.scope}"
