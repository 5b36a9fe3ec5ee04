"""One measured quantity, and how it adds up."""

from dataclasses import dataclass

from opsbook.model.language import Label
from opsbook.model.units import Adding, Dimension, Unit


@dataclass(frozen=True, slots=True)
class Field:
    """One measured quantity.

    Args:
        id: name in code and settings.
        label: name in the workbook.
        unit: what one value is measured in.
        days: how it adds up over days.
        parts: how it adds up over the sources, items or plans of one day.
        note: what to know before reading it.
    """

    id: str
    label: Label
    unit: Unit
    days: Adding
    parts: Adding
    note: Label = Label("", "")

    def over(self, dimension: Dimension) -> Adding:
        """How the field adds up along a dimension."""
        return self.days if dimension is Dimension.DAYS else self.parts
