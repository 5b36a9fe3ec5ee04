"""What one setting of a workbook is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from opsbook.model.language import Label, Lang
from opsbook.model.schema import Goes


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
        check: what may be typed: a "count", "thousands", a "share" or a "figure"; empty for any text.
        choices: ids of metrics and fields of which one is chosen; the first stands in a new workbook.
        words: other words of which one is chosen; likewise.
        since: version of its feature that brought it.
        retired: nothing reads it any more, and where to look instead: a workbook that has it keeps it and says so, a new one
            has a gap in its place.
        goes: into which workbook made from this one what was typed goes along.
    """

    name: str
    label: Label
    note: Label
    start: float | str | Label | Callable[[Lang], Any] | None = None
    number: str = "@"
    yours: bool = True
    check: str = ""
    choices: tuple[str, ...] = ()
    words: tuple[Label, ...] = ()
    since: int = 1
    retired: Label | None = None
    goes: Goes = Goes.ALWAYS

    def content(self, lang: Lang) -> Any:  # noqa: ANN401 - a value or a formula, which this layer does not know
        """What the cell holds in a new workbook; of choices the catalog knows the words."""
        if isinstance(self.start, Label):
            return self.start[lang]
        return self.start(lang) if callable(self.start) else self.start


@dataclass(frozen=True, slots=True)
class SettingGroup:
    """Settings that stand together under a title.

    Args:
        rank: groups stand in this order.
        title: the words above them.
        settings: top to bottom.
    """

    rank: int
    title: Label
    settings: tuple[Setting, ...]
