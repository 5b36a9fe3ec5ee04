"""What one setting of a workbook is."""

from collections.abc import Callable
from dataclasses import dataclass

from opsbook.book.plan import Content
from opsbook.formulas.node import Node
from opsbook.model.language import Label, Lang


@dataclass(frozen=True, slots=True)
class Setting:
    """One named cell.

    Args:
        name: defined name.
        label: what it is.
        note: when to change it.
        start: value in a new workbook; a label gives its text in the book's language, a function its formula.
        number: number format.
        yours: the operator may change it.
    """

    name: str
    label: Label
    note: Label
    start: float | str | Label | Callable[[Lang], Node] | None = None
    number: str = "@"
    yours: bool = True

    def content(self, lang: Lang) -> Content:
        """What the cell holds in a new workbook."""
        if isinstance(self.start, Label):
            return self.start[lang]
        return self.start(lang) if callable(self.start) else self.start
