"""Problems as values: what is wrong with data, where Excel shows it, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Level(Enum):
    """How much an issue matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Where:
    """A place as Excel shows it.

    Args:
        file: file name, without its folder.
        sheet: sheet name, empty for text files.
        row: row number as Excel counts (from 1), 0 for the whole sheet.
        column: header or column letter, empty for the whole row.
        cell: address of a cell, where that says more than row and column.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem with data.

    Args:
        code: stable code; its words are in `opsbook.messages`.
        level: how much it matters.
        where: the place.
        seen: what the message names, by placeholder.
    """

    code: str
    level: Level
    where: Where = field(default_factory=Where)
    seen: Mapping[str, object] = field(default_factory=dict)
